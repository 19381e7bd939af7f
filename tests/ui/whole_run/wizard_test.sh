#!/bin/bash
# The real wizard by keyboard alone, read through what a screen reader is told. Usage: wizard_test.sh YOMIKAE
# Each case prints one sentence; 1 if any failed, 77 where there is nothing to drive it with.
set -uo pipefail

here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=tests/ui/whole_run/needs.sh
. "$here/needs.sh"
need_desktop

failed=0
for run in practice_run access_run; do
    /usr/bin/python3 -B "$here/$run.py" "$1" || failed=1
done
exit $failed
