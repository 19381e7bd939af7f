# What a desktop of its own needs. Sourced by the tests of this folder.
# shellcheck shell=bash

# Why the wizard cannot be driven here, in one sentence; nothing when it can.
desktop_missing() {
    local tool
    for tool in Xvfb openbox xdotool dbus-daemon pdftotext; do
        command -v "$tool" >/dev/null || { echo "$tool is not installed (tools/packages.txt)"; return; }
    done
    /usr/bin/python3 -c 'import gi; gi.require_version("Atspi", "2.0"); import pyatspi' 2>/dev/null ||
        echo "python3-pyatspi is not installed (tools/packages.txt)"
    [ -e /usr/libexec/at-spi-bus-launcher ] || [ -e /usr/lib/at-spi2-core/at-spi-bus-launcher ] ||
        echo "at-spi2-core is not installed (tools/packages.txt)"
}

# Ends the test where it cannot run: 77 = skipped, which CI does not accept.
need_desktop() {
    local why
    why=$(desktop_missing)
    [ -n "$why" ] || return 0
    echo "SKIPPED the wizard cannot be driven: $why" >&2
    [ -n "${CI:-}" ] && exit 1
    exit 77
}
