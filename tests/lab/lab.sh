#!/bin/bash
# Real mail servers (Debian's Dovecot and Postfix) on their standard ports, in namespaces of their own.
#
#   sudo tests/lab/lab.sh                starts the lab and gives a shell inside it
#   sudo tests/lab/lab.sh COMMAND…       runs one command inside it
#   . tests/lab/lab.sh                   for a test: lab_enter, lab_up, then what is below
#
# Network, mounts and processes are private to the script (unshare): nothing leaves the machine, no file of the machine's own Postfix or
# Dovecot is read or written, and when the script ends, even by SIGKILL, the kernel takes away every server, address and file.
# So there is no clean-up code that could be missed.

lab_source=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
lab_dir=/run/yomikae-lab # on a tmpfs that only the lab sees
lab_password=himitsu-S3cret
lab_dead_addresses=(192.0.2.99/32 2001:db8::99/128) # nobody answers there, not even with a refusal
lab_client=192.0.2.200 # where the lab's connections come from: Dovecot trusts a client that has the server's own address

# shellcheck source=tests/lab/certificates.sh
. "$lab_source/certificates.sh"
# shellcheck source=tests/lab/servers.sh
. "$lab_source/servers.sh"

# Why the lab cannot run here, in one sentence; nothing when it can.
lab_missing() {
    local tool
    [ "$(id -u)" = 0 ] || { echo "it needs root (network namespaces and ports below 1024)"; return; }
    for tool in dovecot postfix nft tcpdump ip ss dnsmasq jq openssl unshare pdftotext stunnel4 python3; do
        command -v "$tool" >/dev/null || { echo "$tool is not installed (tools/packages.txt)"; return; }
    done
    case $(dovecot --version) in 2.3.*) ;; *) echo "its configuration is for Dovecot 2.3"; return ;; esac
    unshare --net --mount --pid --fork true 2>/dev/null || echo "this machine does not let root make namespaces"
}

# Starts the calling script anew inside the lab's namespaces; returns there. 77 = skipped, which CI does not accept.
lab_enter() {
    if [ -n "${YOMIKAE_LAB_INSIDE:-}" ]; then
        trap 'exit 130' INT TERM HUP # the first process of a namespace ignores what it does not catch
        return
    fi
    local why
    why=$(PATH=$PATH:/usr/sbin:/sbin lab_missing)
    if [ -n "$why" ]; then
        [ -z "${CI:-}" ] || { echo "FAILED  the lab does not run: $why"; exit 1; }
        echo "skipped: the lab does not run: $why"
        exit 77
    fi
    YOMIKAE_LAB_INSIDE=1 PATH=$PATH:/usr/sbin:/sbin \
        exec unshare --net --mount --pid --fork --kill-child --mount-proc bash "$0" "$@"
}

lab_up() {
    mount -t tmpfs -o mode=755 tmpfs /run # also hides the sockets of resolved, nscd and D-Bus: names come from the lab alone
    mkdir -p "$lab_dir"
    lab_network
    lab_names
    lab_certificates
    lab_servers
}

lab_network() {
    ip link set lo up
    ip address add "$lab_client/32" dev lo
    local address
    for address in "${lab_addresses[@]}"; do lab_address "$address"; done
    for address in "${lab_dead_addresses[@]}"; do ip address add "$address" dev lo; done
    # OP25B: a line that lets nothing out to port 25 of foreign servers.
    nft add table inet lab
    nft add chain inet lab input '{ type filter hook input priority 0; }'
    nft add rule inet lab input ip daddr "${lab_addresses[modern]}" tcp dport 25 drop
    nft add rule inet lab input ip daddr 192.0.2.99 drop
    nft add rule inet lab input ip6 daddr 2001:db8::99 drop
}

lab_address() {
    ip address add "$1/32" dev lo
    ip route replace local "$1" dev lo table local proto kernel scope host src "$lab_client"
}

# The names of the lab and nobody else's; any other name does not exist.
lab_names() {
    local real name
    lab_hosts="$lab_dir/hosts"
    {
        echo "${lab_addresses[modern]} secure.plala.or.jp pop.lab.example"
        echo "${lab_addresses[old]} agate.mail.plala.or.jp"
        for name in "${!lab_addresses[@]}"; do echo "${lab_addresses[$name]} $name.lab.example"; done
        for name in "${lab_dead_addresses[@]}" "${lab_addresses[modern]}"; do echo "${name%/*} many.lab.example"; done
    } >"$lab_hosts"
    echo "nameserver 127.0.0.1" >"$lab_dir/resolv.conf"
    echo "hosts: dns" >"$lab_dir/nsswitch.conf"
    real=$(readlink -m /etc/resolv.conf) # a link into the /run that is hidden now, on some systems
    mkdir -p "$(dirname "$real")"
    [ -e "$real" ] || touch "$real"
    mount --bind "$lab_dir/resolv.conf" "$real"
    mount --bind "$lab_dir/nsswitch.conf" /etc/nsswitch.conf
    dnsmasq --conf-file=/dev/null --no-hosts --addn-hosts="$lab_hosts" --no-resolv --address=/#/ --local-ttl=0 \
        --bind-interfaces --listen-address=127.0.0.1 --user=root --pid-file="$lab_dir/dnsmasq.pid" \
        --log-facility="$lab_dir/dnsmasq.log"
    lab_wait_for 'getent hosts secure.plala.or.jp'
}

# lab_point NAME SERVER: from now on NAME is at that server's address.
lab_point() {
    local address=${lab_addresses[$2]}
    sed -i "s/ $1\b//" "$lab_hosts"
    echo "$address $1" >>"$lab_hosts"
    kill -HUP "$(cat "$lab_dir/dnsmasq.pid")"
    lab_wait_for "getent hosts $1 | grep -q '^$address '"
}

# Up to 10 s for something to become true: servers say nothing when they are ready.
lab_wait_for() {
    local tries
    for tries in $(seq 100); do
        eval "$1" >/dev/null 2>&1 && return
        sleep 0.1
    done
    echo "FAILED the lab waited $((tries / 10)) s for: $1" >&2
    return 1
}

# --- what the servers saw ---------------------------------------------------------------------------------------------

# lab_logins SERVER / lab_refusals SERVER: logins tried and refused there so far, over POP3, IMAP and SMTP (Postfix asks Dovecot).
lab_logins() { grep -c 'client in: AUTH' "$lab_dir/$1/log" || true; }
lab_refusals() { grep -c 'client passdb out: FAIL' "$lab_dir/$1/log" || true; }

# lab_capture NAME … lab_capture_end: everything that crosses the wire in between, in $lab_dir/NAME.pcap.
lab_capture() {
    lab_pcap="$lab_dir/$1.pcap"
    # In immediate mode each packet takes a slot of the snapshot length: with the defaults there is room for eight.
    tcpdump -i lo --immediate-mode -s 16384 -B 32768 -U -w "$lab_pcap" 'not port 53' 2>"$lab_pcap.log" &
    lab_tcpdump=$!
    lab_wait_for "grep -q 'listening on' $lab_pcap.log"
}

# A capture may lag behind. It ends when it holds a last packet of our own, so it holds all that came before; one with a gap proves nothing
# and is thrown away.
lab_capture_end() {
    echo "end of $lab_pcap" >"/dev/udp/$lab_client/9"
    lab_wait_for "grep -aqF 'end of $lab_pcap' $lab_pcap"
    kill -INT "$lab_tcpdump"
    wait "$lab_tcpdump" || true
    grep -q '^0 packets dropped' "$lab_pcap.log" || { cat "$lab_pcap.log" >&2; rm "$lab_pcap"; }
}

# lab_password_in PCAP [FILTER]: succeeds where the password is readable in it: as it is, or base64 at any of the three alignments that an
# AUTH PLAIN or AUTH LOGIN answer can give it.
lab_password_in() {
    local shift encoded seen="$1.seen"
    tcpdump -r "$1" -w "$seen" ${2:+"$2"} 2>/dev/null
    grep -aqF "$lab_password" "$seen" && return
    for shift in '' x xx; do
        encoded=$(printf '%s%s' "$shift" "$lab_password" | base64 -w0)
        # Without the first and last characters, which the neighbouring bytes also decide.
        grep -aqF "${encoded:4:14}" "$seen" && return
    done
    return 1
}

if [ "${BASH_SOURCE[0]}" = "$0" ]; then
    set -euo pipefail
    lab_enter "$@"
    lab_up
    export SSL_CERT_FILE="$lab_dir/ca/root.pem"
    echo "The lab is up: ${!lab_addresses[*]} (.lab.example), CA $lab_dir/ca/root.pem, logs in $lab_dir/*/log" >&2
    if [ $# -gt 0 ]; then "$@"; else bash; fi
fi
