#!/bin/bash
# A whole check against real Dovecot and Postfix behind a userspace wire with true round trips. Run by tools/bench --wire.
# Usage: wire.sh PROGRAM COST WIRE [RUNS]   (WIRE: a folder with wire.cpp and two-hosts)
#
# Like the lab (tests/lab), it lives in namespaces of its own: when it ends, even by Ctrl-C or SIGKILL, the kernel takes away servers,
# networks and files, so there is no clean-up code that could be missed.
#
# The floor is what the protocols themselves need before both logins are done, one after the other because sending uses the user name that
# receiving has proven. Nothing can be faster without leaving out one of them:
#   name 1, TCP 1, TLS 1.3 1, greeting 1, capabilities 1, login for receiving 1, login for sending 1 = 7 round trips.
# The outgoing connection is opened meanwhile, so it adds its login only. The servers' own time is not in the floor.
# shellcheck disable=SC2034,SC2154  # variables of and for lab.sh
set -euo pipefail

# shellcheck source=tests/lab/lab.sh
. "$(dirname "$0")/../lab/lab.sh"
floor_round_trips=7
goal_first=1.25       # times the floor
goal_matrix=2.5       # seconds, at 40 ms: every dropped port belongs to a host that answers elsewhere
goal_silent_host=8.25 # seconds: a host (or all) of which nothing answers gets 8, and 0.25 for rounding
lab_addresses=([modern]=10.88.1.1 [old]=10.88.1.2)

two_hosts() { TMPDIR=$lab_dir "$wire/two-hosts" "$@"; }
medians() { sort -n | awk '{ v[NR] = $1 } END { if (NR) print v[int((NR + 1) / 2)] }'; }

# In the servers' namespace: `wire.sh serve`.
serve() {
    install -d -m 755 "$lab_dir/mail"
    install -d -o nobody -g nogroup "$lab_dir/mail/taro"
    lab_dovecot modern
    lab_dovecot old
    lab_postfix postfix lab_postfix_services
    dnsmasq --conf-file=/dev/null --no-hosts --no-resolv --bind-interfaces --listen-address=10.88.1.9 --user=root \
        --address=/secure.plala.or.jp/10.88.1.1 --address=/agate.mail.plala.or.jp/10.88.1.2 --address=/#/ \
        --pid-file="$lab_dir/dnsmasq.pid" --log-facility="$lab_dir/dnsmasq.log"
    lab_wait_for 'lab_listens modern 995 && lab_listens modern 465 && lab_listens old 110 && lab_listens old 587'
}

up() {
    local resolver
    mount -t tmpfs -o mode=755 tmpfs /run
    install -d -m 755 "$lab_dir"
    lab_certificates
    two_hosts up 40 >/dev/null
    two_hosts server bash "$0" serve >"$lab_dir/serve.log" 2>&1 </dev/null || { cat "$lab_dir/serve.log"; return 1; }
    resolver=$(readlink -m /etc/resolv.conf) # into the /run that is hidden now, on some systems
    mkdir -p "$(dirname "$resolver")"
    echo "nameserver 10.88.1.9" >"$lab_dir/resolv.conf"
    [ -e "$resolver" ] || touch "$resolver"
    mount --bind "$lab_dir/resolv.conf" "$resolver"
    jq --arg password "$lab_password" '.mail_password = $password' "$lab_source/../papers/plala-sample.json" >"$lab_dir/paper.json"
}

# One check as by a new person: what earlier runs left (the login budget) would change it.
one_run() {
    local status=0
    rm -rf "${lab_dir:?}/home"
    install -d -m 700 "$lab_dir/home"
    # --foreground: Ctrl-C reaches the program too.
    HOME="$lab_dir/home" XDG_STATE_HOME="$lab_dir/home" LC_ALL=C.UTF-8 two_hosts client timeout --foreground 60 \
        "$cost" "$lab_dir/cost" "$program" check "$lab_dir/paper.json" --json --offline --ca-file "$lab_dir/ca/root.pem" \
        >"$lab_dir/out.json" 2>"$lab_dir/err" </dev/null || status=$?
    if [ "$status" -gt 1 ] || ! jq -r '[.first_answer_ms // 0, .elapsed_ms, ([.attempts[] | select(.outcome != "skipped")] | length), .verdict]
            | @tsv' "$lab_dir/out.json" >>"$lab_dir/rows"; then
        echo "the program ended with $status: $(tail -n 2 "$lab_dir/err")" >&2
        return 1
    fi
}

# measure RTT NETWORK VERDICT GOAL-OF-THE-MATRIX RULE…
measure() {
    local rtt=$1 network=$2 verdict=$3 goal=$4 rule
    shift 4
    rm -f "$lab_dir/rows" "$lab_dir/cost"
    two_hosts ctl reset >/dev/null
    two_hosts ctl rtt "$rtt" >/dev/null
    for rule in "$@"; do two_hosts ctl rule "$rule" >/dev/null; done
    for _ in $(seq "$runs"); do one_run; done
    if [ "$(cut -f 4 "$lab_dir/rows" | sort -u)" != "$verdict" ]; then
        echo "$network, $rtt ms: not $verdict but $(cut -f 4 "$lab_dir/rows" | sort | uniq -c | xargs): the numbers say nothing"
        return
    fi
    awk -v rtt="$rtt" -v network="$network" -v goal="$goal" -v trips=$floor_round_trips -v goal_first=$goal_first \
        -v first="$(cut -f 1 "$lab_dir/rows" | medians)" -v matrix="$(cut -f 2 "$lab_dir/rows" | medians)" \
        -v attempts="$(cut -f 3 "$lab_dir/rows" | medians)" -v cpu="$(cut -d ' ' -f 1 "$lab_dir/cost" | medians)" \
        -v memory="$(cut -d ' ' -f 2 "$lab_dir/cost" | medians)" 'BEGIN {
            answer = first > 0 ? sprintf("%7d %7d %6.2f  %6.2f", trips * rtt, first, first / (trips * rtt), goal_first) \
                               : sprintf("%7s %7s %6s  %6s", "-", "-", "-", "-")
            printf "%5d  %-28s %s  %8.2f  %5s  %7d  %9.2f  %9.2f  %7.1f\n", rtt, network, answer, matrix / 1000, goal,
                attempts, cpu / 1000 / attempts, memory / 1024 / attempts, memory / 1024
        }'
}

table() {
    local rtt goal
    echo "A whole check, $runs runs each, medians. Times in ms, the matrix in s. The floor is $floor_round_trips round trips."
    printf '%5s  %-28s %7s %7s %6s  %6s  %8s  %5s  %7s  %9s  %9s  %7s\n' RTT network floor first ratio goal matrix goal \
        probes CPU/probe MiB/probe MiB
    for rtt in 20 40 150; do
        goal=-
        [ $rtt != 40 ] || goal=$goal_matrix
        measure $rtt "every port open" works "$goal"
        measure $rtt "25, 110 and 143 dropped" works "$goal" "drop 10.88.1.1 tcp 25" "drop 10.88.1.1 tcp 110" "drop 10.88.1.1 tcp 143"
        measure $rtt "a whole second host dropped" works $goal_silent_host "drop 10.88.1.2 any any"
        measure $rtt "nothing answers" nothing-works $goal_silent_host "drop 10.88.1.1 tcp any" "drop 10.88.1.2 tcp any"
    done
}

if [ "$1" = serve ]; then
    serve
    exit
fi
program=$(realpath "$1") cost=$(realpath "$2") wire=$(realpath "$3") runs=${4:-7}
lab_enter "$@"
export YOMIKAE_DATA_DIR=${YOMIKAE_DATA_DIR:-$(cd "$lab_source/../.." && pwd)}
up
table
