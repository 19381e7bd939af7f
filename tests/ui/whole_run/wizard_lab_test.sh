#!/bin/bash
# The real wizard against the real servers of tests/lab, by keyboard alone. Usage: wizard_lab_test.sh YOMIKAE
# Each case prints one sentence; 1 if any failed, 77 where it cannot run.
set -uo pipefail

here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=tests/ui/whole_run/needs.sh
. "$here/needs.sh"
# shellcheck source=tests/lab/lab.sh
. "$here/../../lab/lab.sh"

need_desktop
lab_enter "$@"
lab_up || { echo "FAILED  the lab did not start"; exit 1; }

# X servers number themselves by files in /tmp with process ids that mean nothing outside of this namespace.
mkdir -p /tmp/.X11-unix
mount -t tmpfs -o mode=1777 tmpfs /tmp/.X11-unix
export TMPDIR=$lab_dir

failures=0
# same SENTENCE FOUND EXPECTED
same() {
    if [ "$2" = "$3" ]; then echo "ok      $1"; else echo "FAILED  $1: found $2, expected $3"; failures=$((failures + 1)); fi
}

lab_capture wizard
YOMIKAE_LAB_PASSWORD=$lab_password /usr/bin/python3 -B "$here/lab_run.py" "$1" "$lab_dir/ca/root.pem" || failures=$((failures + 1))
lab_capture_end
same "the modern server counts one login for receiving and one for sending" "$(lab_logins modern)" 2
same "and refused none" "$(lab_refusals modern)" 0
same "the old host without TLS gets no login" "$(lab_logins old)" 0
same "the capture holds what the wizard said" "$(($(tcpdump -r "$lab_pcap" 2>/dev/null | wc -l) > 30))" 1
same "and the password is nowhere in it" "$(lab_password_in "$lab_pcap" && echo seen)" ""
[ "$failures" = 0 ]
