# Finds out which packages of packages.txt are missing, and installs them. Sourced by run and test.
# shellcheck shell=bash

packages_file=$(dirname "${BASH_SOURCE[0]}")/packages.txt

say() { printf '%s\n' "$1" "$2" >&2; } # Japanese, English

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

# packages_of SECTION: its lines, without their reasons.
packages_of() { sed -n "/^\[$1\]/,/^\[/ { /^\[/d; s/ *#.*//; /./p; }" "$packages_file"; }

# missing_packages SECTION…: what is not installed; of several names the first that this system knows.
missing_packages() {
    local installed section choice name
    installed=" $(dpkg-query -W -f='${Status}|${Package}\n' | sed -n 's/^install ok installed|//p' | tr '\n' ' ')"
    for section in "$@"; do
        for choice in $(packages_of "$section"); do
            for name in ${choice//|/ }; do
                [[ $installed == *" $name "* ]] && continue 2
            done
            for name in ${choice//|/ }; do
                apt-cache show "$name" >/dev/null 2>&1 && break
            done
            echo "$name"
        done
    done
}

# Another mail server would be replaced by Postfix: never on a person's machine.
has_other_mail_server() {
    dpkg-query -W -f='${Status}|${Package}|${Provides}\n' |
        grep -v '|postfix|' | grep -q '^install ok installed|.*mail-transport-agent'
}

# need_packages SECTION…: installs what is missing, or says so and fails.
need_packages() {
    local missing
    if ! command -v apt-get >/dev/null; then
        command -v cmake >/dev/null && command -v ninja >/dev/null && return
        say "apt がありません。tools/packages.txt にあるものを入れてください。" \
            "No apt here: please install what tools/packages.txt lists."
        return 1
    fi
    [ -z "$(missing_packages "$@")" ] && return
    # Names cannot be chosen before apt knows any.
    compgen -G '/var/lib/apt/lists/*Packages*' >/dev/null || as_root apt-get update -qq
    mapfile -t missing < <(missing_packages "$@")
    say "足りないもの: ${missing[*]}" "Missing: ${missing[*]}"
    agree_to_install || return 1
    install_packages "${missing[@]}"
}

agree_to_install() {
    local answer
    [ "$(id -u)" = 0 ] && return
    if [ ! -t 0 ] || ! command -v sudo >/dev/null; then
        say "管理者として入れてから、もう一度お試しください。" "Please install them as an administrator and try again."
        return 1
    fi
    read -r -p "sudo で入れてよいですか / Install them with sudo? [y/N] " answer
    [[ $answer == [yY]* ]]
}

install_packages() {
    local options=(-y -qq --no-install-recommends -o DPkg::Lock::Timeout=120 -o Dpkg::Use-Pty=0)
    local install=(env DEBIAN_FRONTEND=noninteractive NEEDRESTART_SUSPEND=1 apt-get install "${options[@]}" "$@")
    local result=0
    trap forget_services_off EXIT
    keep_services_off "$@"
    # Once more with fresh lists: old ones name files that are gone.
    as_root "${install[@]}" >&2 || { as_root apt-get update -qq && as_root "${install[@]}" >&2; } || result=1
    forget_services_off
    trap - EXIT
    return $result
}

# unpack_packages SECTION FOLDER: packages that would put out others if they were installed; unpacked once, into FOLDER/NAME.
unpack_packages() {
    local name result=0
    for name in $(packages_of "$1"); do
        [ -e "$2/$name" ] || unpack_package "$name" "$2" || result=1
    done
    return $result
}

unpack_package() {
    local work result=0
    work=$(mktemp -d)
    download_package "$1" "$work" >&2 && dpkg -x "$work/$1"_*.deb "$work/unpacked" && mkdir -p "$2" && mv "$work/unpacked" "$2/$1" ||
        result=1
    rm -rf "$work"
    return $result
}

download_package() (
    cd "$2" || exit
    download=(apt-get download -qq -o APT::Sandbox::User=root "$1")
    # Once more with fresh lists, as above.
    "${download[@]}" || { as_root apt-get update -qq && "${download[@]}"; }
)

# The lab starts its own servers; the packages' own must neither start now nor at the next boot, and Postfix stays unconfigured.
keep_services_off() {
    services_off=()
    policy_made=
    [[ " $* " == *" dovecot-core "* ]] && services_off+=(dovecot.service dovecot.socket)
    [[ " $* " == *" stunnel4 "* ]] && services_off+=(stunnel4.service stunnel.target)
    if [[ " $* " == *" postfix "* ]]; then
        services_off+=(postfix.service)
        echo "postfix postfix/main_mailer_type select No configuration" | as_root debconf-set-selections
    fi
    if [ ${#services_off[@]} -gt 0 ] && [ ! -e /usr/sbin/policy-rc.d ]; then
        printf '#!/bin/sh\nexit 101\n' | as_root tee /usr/sbin/policy-rc.d >/dev/null
        as_root chmod 755 /usr/sbin/policy-rc.d
        policy_made=1
    fi
}

forget_services_off() {
    local service
    [ -z "$policy_made" ] || as_root rm -f /usr/sbin/policy-rc.d
    command -v systemctl >/dev/null || return 0
    for service in "${services_off[@]}"; do as_root systemctl disable "$service" >/dev/null 2>&1 || true; done
}
