#!/bin/bash
# What a row of `check --batch` costs, and how much memory many rows take. Usage: tests/benchmarks/batch.sh PATH/TO/yomikae-cli
# Three kinds of rows: faulty ones (reading and saying why), those of a provider that has ended (everything but the network), and
# some that connect: each to a loopback address of its own, in a network namespace that has nothing else (needs root).
# Prints rows a second, the cost of a row and ratios; nothing here is a test.
set -euo pipefail
cli=$(realpath "${1:?which yomikae-cli?}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME=$work XDG_STATE_HOME=$work/state LC_ALL=C.UTF-8

rows() { # rows KIND COUNT: the file's name
    local file=$work/$1-$2.csv
    awk -v kind="$1" -v count="$2" 'BEGIN {
        print "id,mail_address,pop_server,pop_port"
        for (i = 0; i < count; ++i) {
            host = sprintf("127.%d.%d.%d", 1 + int(i / 62500), int(i / 250) % 250, 1 + i % 250)
            if (kind == "faulty") printf "%d,taro%d,%s,70000\n", i, i, host
            if (kind == "ended") printf "%d,taro%d@goo.jp,%s,110\n", i, i, host
            if (kind == "connecting") printf "%d,taro%d@bench%d.example,%s,1\n", i, i, i, host
        }
    }' >"$file"
    echo "$file"
}

alone() { # nothing but loopback
    if [ "$kind" = connecting ]; then
        unshare -n sh -c 'ip link set lo up; exec "$@"' sh "$@"
    else
        "$@"
    fi
}

measure() { # measure KIND COUNT: seconds and KiB, in $seconds and $memory
    local file
    file=$(rows "$1" "$2")
    kind=$1
    alone /usr/bin/time -o "$work/time" -f '%e %M' "$cli" check --batch "$file" --offline --no-login --json-lines >"$work/out" || true
    [ "$(wc -l <"$work/out")" = "$2" ] || { echo "batch: $2 rows went in, $(wc -l <"$work/out") came out" >&2; exit 1; }
    read -r seconds memory < <(tail -n 1 "$work/time")
}

show() { # show KIND COUNT
    local kind=$1 many=$2 start hundred few
    measure "$kind" 1
    start=$seconds few=$memory
    measure "$kind" 100
    hundred=$seconds
    measure "$kind" "$many"
    awk -v kind="$kind" -v many="$many" -v start="$start" -v hundred="$hundred" -v all="$seconds" -v few="$few" -v memory="$memory" 'BEGIN {
        a = (hundred - start) / 99; b = (all - start) / (many - 1)
        printf "batch, %s rows: 1 row %.2f s; %.2f ms a row at 100, %.2f ms at %d (%.0f rows a second)", kind, start, a * 1e3, b * 1e3, many, many / all
        if (a > 0.0002) printf "; ratio %.2f", b / a
        printf "; memory %.1f MiB with 1 row, %.1f MiB with %d; ratio %.2f\n", few / 1024, memory / 1024, many, memory / few
    }'
}

show faulty 100000
show ended 10000
if [ "$(id -u)" = 0 ] && unshare -n true 2>/dev/null; then
    show connecting 10000
else
    echo "batch, connecting rows: not measured (needs root for a network namespace)"
fi
