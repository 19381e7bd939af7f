#!/bin/bash
# Pictures of every page, in both languages, light and dark, at 100, 150 and 200 %, and in the smallest window. For looking, not a
# test.
# Usage: screenshots.sh YOMIKAE FOLDER
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=tests/ui/whole_run/needs.sh
. "$here/needs.sh"
need_desktop
command -v import >/dev/null || { echo "ImageMagick (import) is needed for pictures" >&2; exit 77; }

program=$(realpath "$1")
mkdir -p "$2"
for language in ja en; do
    for theme in light dark; do
        for percent in 100 150 200; do
            /usr/bin/python3 -B "$here/screenshots.py" "$program" "$2" "$language" "$theme" "$percent"
        done
    done
done
for language in ja en; do
    /usr/bin/python3 -B "$here/screenshots.py" "$program" "$2" "$language" light 100 760x560
done
