# The lab's servers: one Dovecot each, and one Postfix for all with services per address. Sourced by lab.sh.
# shellcheck shell=bash disable=SC2154  # lab_dir and lab_password come from lab.sh

declare -A lab_addresses=(
    [modern]=192.0.2.10   # today's right server; its port 25 is dropped; takes the full address only
    [old]=192.0.2.20      # as on an old paper: no TLS anywhere; takes the part before @ only
    [strict]=192.0.2.30   # STARTTLS only (110, 143, 587); no login before TLS
    [expired]=192.0.2.40  # as modern, with an expired certificate
    [wrong]=192.0.2.50    # as modern, with a certificate for another name
    [leafonly]=192.0.2.60 # as modern, without the intermediate certificate
)
declare -A lab_chains=([modern]=good [strict]=good [expired]=expired [wrong]=wrong [leafonly]=leafonly [old]="")
declare -A lab_sasl=() # whose Dovecot knows the passwords for sending: a server's own, where nothing else is said

lab_servers() {
    local server
    install -d -m 755 "$lab_dir/mail"
    install -d -o nobody -g nogroup "$lab_dir/mail/taro"
    for server in "${!lab_addresses[@]}"; do lab_dovecot "$server"; done
    lab_postfix postfix lab_postfix_services
    lab_wait_for 'lab_listens modern 995 && lab_listens modern 465 && lab_listens leafonly 465 && lab_listens leafonly 995'
    lab_wait_for 'lab_listens old 110 && lab_listens old 587 && lab_listens strict 110 && lab_listens expired 995 && lab_listens wrong 995'
}

lab_listens() { [ -n "$(ss -Htln "src ${lab_addresses[$1]} and sport = $2")" ]; }

# --- Dovecot: POP3, IMAP, and the passwords of all ----------------------------------------------------------------------

lab_dovecot() {
    case $1 in
    old) { lab_dovecot_ports 110 0 143 0; lab_dovecot_clear; } | lab_dovecot_start old taro hanako ;;
    strict) { lab_dovecot_ports 110 0 143 0; lab_dovecot_tls "$1" required; } | lab_dovecot_start strict ;;
    *) { lab_dovecot_ports 110 995 143 993; lab_dovecot_tls "$1" yes; } | lab_dovecot_start "$1" ;;
    esac
}

# lab_dovecot_start SERVER [USER…]: one Dovecot at that server's address; what is its own comes from standard input.
lab_dovecot_start() {
    local server=$1 dir="$lab_dir/$1" user
    shift
    [ $# -gt 0 ] || set -- taro@agate.plala.or.jp hanako@lab.example
    install -d -m 755 "$dir"
    for user in "$@"; do echo "$user:{PLAIN}$lab_password"; done >"$dir/users"
    { lab_dovecot_common "$server"; cat; } >"$dir/dovecot.conf"
    dovecot -c "$dir/dovecot.conf"
}

lab_dovecot_common() {
    local dir="$lab_dir/$1"
    cat <<END
base_dir = $dir/run
state_dir = $dir/state
log_path = $dir/log
protocols = pop3 imap
listen = ${lab_addresses[$1]}
mail_location = maildir:~/Maildir
auth_mechanisms = plain login
# auth_debug writes a line for every login that is tried (never a password); the lab's counters read it.
auth_verbose = yes
auth_debug = yes
passdb {
  driver = passwd-file
  args = username_format=%u $dir/users
}
userdb {
  driver = static
  args = uid=nobody gid=nogroup home=$lab_dir/mail/taro
}
first_valid_gid = 0
service auth {
  unix_listener $dir/sasl {
    mode = 0666
  }
}
# Without this every refusal makes the next login from the same address slower, up to 17 s.
service anvil {
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
END
}

# lab_dovecot_ports POP3 POP3S IMAP IMAPS; 0 = not there.
lab_dovecot_ports() {
    local protocol
    for protocol in pop3 imap; do
        printf 'service %s-login {\n  inet_listener %s {\n    port = %s\n  }\n' $protocol $protocol "$1"
        printf '  inet_listener %ss {\n    port = %s\n    ssl = %s\n  }\n}\n' $protocol "$2" "$([ "$2" = 0 ] && echo no || echo yes)"
        shift 2
    done
}

lab_dovecot_clear() { printf 'ssl = no\ndisable_plaintext_auth = no\n'; }

lab_dovecot_tls() {
    local pem="$lab_dir/ca/${lab_chains[$1]}.pem"
    printf 'ssl = %s\ndisable_plaintext_auth = yes\nssl_cert = <%s\nssl_key = <%s\n' "$2" "$pem" "$pem"
}

# --- Postfix: 25, 465, 587 ----------------------------------------------------------------------------------------------

# lab_postfix NAME SERVICES: one Postfix in $lab_dir/NAME; the function SERVICES prints what listens.
lab_postfix() {
    local dir="$lab_dir/$1"
    install -d -m 755 "$dir" "$dir/etc" "$dir/queue"
    install -d -m 700 -o postfix "$dir/data"
    lab_postfix_main "$dir" >"$dir/etc/main.cf"
    { "$2"; lab_postfix_parts; } >"$dir/etc/master.cf"
    postfix -c "$dir/etc" start >"$dir/start.log" 2>&1 || { cat "$dir/start.log" >&2; return 1; }
}

lab_postfix_main() {
    local dir=$1
    cat <<END
compatibility_level = 3.6
queue_directory = $dir/queue
data_directory = $dir/data
maillog_file = $dir/log
maillog_file_prefixes = $lab_dir
myhostname = mail.lab.example
mydestination =
mynetworks = 127.0.0.1/32
inet_protocols = ipv4
alias_maps =
alias_database =
smtpd_peername_lookup = no
smtpd_relay_restrictions = permit_sasl_authenticated, reject_unauth_destination
smtpd_sasl_type = dovecot
smtpd_sasl_auth_enable = yes
# Mail to oneself arrives where Dovecot looks; all other mail disappears.
virtual_mailbox_domains = agate.plala.or.jp
virtual_mailbox_base = $lab_dir/mail
virtual_mailbox_maps = inline:{ { taro@agate.plala.or.jp = taro/Maildir/ } }
virtual_uid_maps = static:$(id -u nobody)
virtual_gid_maps = static:$(id -g nobody)
default_transport = discard
relay_transport = discard
END
}

lab_postfix_services() {
    local server
    for server in "${!lab_addresses[@]}"; do
        case $server in
        old) lab_smtpd old 25 none; lab_smtpd old 587 none ;;
        strict) lab_smtpd strict 587 encrypt ;;
        *)
            lab_smtpd "$server" 25 may
            lab_smtpd "$server" 587 encrypt
            lab_smtpd "$server" 465 encrypt -o smtpd_tls_wrappermode=yes
            ;;
        esac
    done
}

lab_postfix_parts() {
    cat <<END
cleanup   unix n - n -    0 cleanup
qmgr      unix n - n 300  1 qmgr
tlsmgr    unix - - n 1000? 1 tlsmgr
rewrite   unix - - n -    - trivial-rewrite
bounce    unix - - n -    0 bounce
defer     unix - - n -    0 bounce
trace     unix - - n -    0 bounce
proxymap  unix - - n -    - proxymap
error     unix - - n -    - error
retry     unix - - n -    - error
discard   unix - - n -    - discard
virtual   unix - n n -    - virtual
anvil     unix - - n -    1 anvil
postlog   unix-dgram n - n - 1 postlogd
END
}

# lab_smtpd SERVER PORT none|may|encrypt [OPTIONS]
lab_smtpd() {
    local server=$1 port=$2 level=$3 chain=${lab_chains[$1]}
    shift 3
    echo "${lab_addresses[$server]}:$port inet n - n - - smtpd -o syslog_name=$server -o smtpd_tls_security_level=$level" \
        "-o smtpd_sasl_path=$lab_dir/${lab_sasl[$server]:-$server}/sasl" \
        "${chain:+-o smtpd_tls_auth_only=yes -o smtpd_tls_chain_files=$lab_dir/ca/$chain.pem}" "$@"
}
