#!/bin/bash
# The program against real mail servers. Usage: lab_test.sh [YOMIKAE-CLI]; without the program, only the lab itself is proven.
# Each case prints one sentence; the script ends with 1 if any failed, with 77 where the lab cannot run.
set -uo pipefail

# shellcheck source=tests/lab/lab.sh
. "$(dirname "$0")/lab.sh"
# shellcheck source=tests/lab/servers_test.sh
. "$lab_source/servers_test.sh"
# shellcheck source=tests/lab/program_test.sh
. "$lab_source/program_test.sh"
# shellcheck source=tests/lab/send_test.sh
. "$lab_source/send_test.sh"
# shellcheck source=tests/lab/traps.sh
. "$lab_source/traps.sh"
# shellcheck source=tests/lab/traps_test.sh
. "$lab_source/traps_test.sh"
# shellcheck source=tests/lab/lock_test.sh
. "$lab_source/lock_test.sh"
# shellcheck source=tests/lab/between.sh
. "$lab_source/between.sh"
# shellcheck source=tests/lab/between_test.sh
. "$lab_source/between_test.sh"

passed=0
failures=0
ok() { passed=$((passed + 1)); echo "ok      $1"; }
failed() {
    failures=$((failures + 1))
    echo "FAILED  $1"
    head -n 40 <<<"$2" | sed 's/^/          | /'
}

lab_enter "$@"
lab_up || { echo "FAILED  the lab did not start"; exit 1; }
servers_test
if [ $# -gt 0 ]; then
    program=$1
    program_test
    send_test_cases
    traps_up || { echo "FAILED  the servers with traps did not start"; exit 1; }
    traps_test
    between_up || { echo "FAILED  the machines on the way did not start"; exit 1; }
    between_test
fi
echo "$passed passed, $failures failed"
[ "$failures" = 0 ]
