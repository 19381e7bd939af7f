# What stands between a mail app and the right server: another server, a mail scanner, a firewall, a sign-in page. Each is a server of its own;
# turn_round brings the program's connections there by NAT, while the right server goes on behind it. Sourced by lab_test.sh.
# shellcheck shell=bash disable=SC2154,SC2034  # variables of lab.sh, and for servers.sh

declare -A between_addresses=(
    [carrier]=192.0.2.151   # the network's own SMTP server, with its own name; it takes logins of the provider's accounts, the worst case
    [shield]=192.0.2.152    # a virus scanner that reads the mail: TLS with a certificate of its own making, and TLS again to the real server
    [middlebox]=192.0.2.153 # 587: a firewall that overwrites the word STARTTLS; 8080: a hotel's page to sign in on
)

# After traps_up.
between_up() {
    local name
    for name in "${!between_addresses[@]}"; do
        lab_addresses[$name]=${between_addresses[$name]}
        lab_address "${between_addresses[$name]}"
    done
    lab_sasl[carrier]=modern
    between_certificates
    between_scanner
    lab_postfix between between_smtp
    python3 "$lab_source/machine_between.py" wipe "${between_addresses[middlebox]}" 587 "${lab_addresses[strict]}" 587 &
    python3 "$lab_source/machine_between.py" portal "${between_addresses[middlebox]}" 8080 &
    lab_wait_for 'lab_listens carrier 2502 && lab_listens shield 995 && lab_listens middlebox 587 && lab_listens middlebox 8080'
}

between_certificates() {
    local ca="$lab_dir/ca" name=mail.carrier.example
    lab_issue carrier intermediate "/CN=$name" leaf_extensions "DNS:$name"
    lab_issue carrier-own '' "/CN=$name" leaf_extensions "DNS:$name"
    lab_issue scanner '' '/CN=Avast Mail Shield Root' ca_extensions
    lab_issue scanned scanner '/CN=modern.lab.example' leaf_extensions 'DNS:modern.lab.example'
    cat "$ca/carrier.key" "$ca/carrier.crt" "$ca/intermediate.crt" >"$ca/carrier.pem"
    cat "$ca/carrier-own.key" "$ca/carrier-own.crt" >"$ca/carrier-own.pem"
    cat "$ca/scanned.key" "$ca/scanned.crt" "$ca/scanner.crt" >"$ca/scanned.pem"
}

between_scanner() {
    local dir="$lab_dir/scanner" address=${between_addresses[shield]}
    install -d "$dir"
    printf '%s\n' "pid = $dir/pid" "output = $dir/log" \
        '[in]' "accept = $address:995" "connect = $address:110" "cert = $lab_dir/ca/scanned.pem" \
        '[out]' 'client = yes' "accept = $address:110" "connect = ${lab_addresses[modern]}:995" "local = $address" >"$dir/stunnel.conf"
    stunnel4 "$dir/stunnel.conf" >"$dir/start" 2>&1 || cat "$dir/start"
}

# With a certificate of its name, with one that it made itself, and without any encryption.
between_smtp() {
    local port
    for port in 25 2501 2502; do
        case $port in 25) lab_chains[carrier]=carrier ;; 2501) lab_chains[carrier]=carrier-own ;; *) lab_chains[carrier]= ;; esac
        lab_smtpd carrier $port "$([ $port = 2502 ] && echo none || echo may)" -o myhostname=mail.carrier.example -o smtpd_tls_auth_only=no
    done
}

# turn_round SERVER PORT OTHER OTHER-PORT: from now on a client's connection to SERVER and PORT ends at the other, without any sign of it.
turn_round() {
    nft add rule ip lab_between way ip saddr "$lab_client" ip daddr "${lab_addresses[$1]}" tcp dport "$2" \
        dnat to "${lab_addresses[$3]}:$4"
}

straight_on() { nft flush chain ip lab_between way; }

# Fails where the kernel has no NAT.
between_may_turn_round() {
    nft add table ip lab_between && nft add chain ip lab_between way '{ type nat hook output priority -100; }' &&
        turn_round relay 25 carrier 25 && straight_on
}
