# Servers as they are met in the field and should not be: one name (.lab.example) and one address a trap. Sourced by lab_test.sh.
# shellcheck shell=bash disable=SC2154,SC2034  # variables of lab.sh, and for servers.sh

declare -A trap_addresses=(
    [cram]=192.0.2.101     # CRAM-MD5 and nothing else, with TLS and without
    [apop]=192.0.2.102     # APOP and nothing else, with TLS and without
    [limit]=192.0.2.103    # one POP3 session an account
    [penalty]=192.0.2.104  # every refusal makes the next login slower, the right one too (Dovecot's default)
    [imaponly]=192.0.2.105 # no POP3
    [plain995]=192.0.2.106 # 995 without TLS
    [tls110]=192.0.2.107   # 110 with TLS from the first byte
    [tls10]=192.0.2.111    # TLS 1.0 only …
    [tls11]=192.0.2.112    # … TLS 1.1 only
    [rsa1024]=192.0.2.113  # a certificate with a short key …
    [sha1]=192.0.2.114     # … one signed with SHA-1
    [dh1024]=192.0.2.115   # a key exchange that is too short
    [noauth]=192.0.2.121   # no login for sending: own network only, or POP before SMTP
    [okuri]=192.0.2.122    # an id of its own for sending
    [sender]=192.0.2.123   # a login, but another sender's address
    [crowded]=192.0.2.124  # one connection at a time
    [later]=192.0.2.125    # 587: everything later; 465: a login, but recipients later
    [screen]=192.0.2.126   # a greeting that takes 6 s
    [stripped]=192.0.2.127 # 587: somebody takes the word STARTTLS away
    [upgrade]=192.0.2.128  # 465 without TLS from the first byte, with STARTTLS
    [relay]=192.0.2.129    # 25 is open (and turned round on the way by between.sh)
    [renamed]=192.0.2.130  # the certificate is for betsu.lab.example, which is at the same address
    [locked]=192.0.2.131   # one POP3 session at a time has the mailbox, the next waits for it
    [mbox]=192.0.2.132     # all mail in one file, as on old servers
    [oauth]=192.0.2.133    # no login with a password
    [own]=192.0.2.134      # 587: nobody but the provider's own network
    [exim]=192.0.2.141     # Exim 4: 465, and 587 with STARTTLS before any login
    [renegotiation]=192.0.2.142 # the same, with the renegotiation of before 2010
)
trap_exim="$lab_source/../../build/lab/exim4-daemon-light/usr/sbin/exim4" # tools/test unpacks it there

# After lab_up: places the names and starts the servers.
traps_up() {
    local trap
    for trap in "${!trap_addresses[@]}"; do
        lab_addresses[$trap]=${trap_addresses[$trap]}
        lab_chains[$trap]=good
        lab_sasl[$trap]=modern
        lab_address "${trap_addresses[$trap]}"
        echo "${trap_addresses[$trap]} $trap.lab.example" >>"$lab_hosts"
    done
    echo "${trap_addresses[renamed]} betsu.lab.example" >>"$lab_hosts"
    kill -HUP "$(cat "$lab_dir/dnsmasq.pid")"
    lab_sasl[okuri]=okuri
    lab_sasl[oauth]=oauth
    trap_certificates
    trap_dovecots
    trap_stunnel
    lab_postfix traps trap_smtp
    [ ! -x "$trap_exim" ] || trap_exim_start
    lab_wait_for 'lab_listens cram 995 && lab_listens tls110 110 && lab_listens tls10 995 && lab_listens noauth 587'
    lab_wait_for 'lab_listens screen 25 && lab_listens renamed 995 && lab_listens penalty 995 && lab_listens imaponly 993'
    lab_wait_for 'lab_listens locked 995 && lab_listens mbox 995 && lab_listens oauth 995 && lab_listens oauth 465'
}

trap_certificates() {
    local ca="$lab_dir/ca" names='DNS:*.lab.example' name
    lab_chains[renamed]=renamed
    lab_issue renamed intermediate '/CN=betsu.lab.example' leaf_extensions 'DNS:betsu.lab.example'
    lab_key=rsa:1024 lab_issue rsa1024 intermediate '/CN=rsa1024.lab.example' leaf_extensions "$names"
    lab_digest=sha1 lab_issue sha1 intermediate '/CN=sha1.lab.example' leaf_extensions "$names"
    lab_key=rsa:2048 lab_issue dh1024 intermediate '/CN=dh1024.lab.example' leaf_extensions "$names"
    for name in rsa1024 sha1 dh1024 renamed; do
        cat "$ca/$name.key" "$ca/$name.crt" "$ca/intermediate.crt" >"$ca/$name.pem"
    done
    openssl dhparam -dsaparam 1024 >>"$ca/dh1024.pem" 2>/dev/null
}

trap_dovecots() {
    local both='ssl = yes' clear_too='disable_plaintext_auth = no'
    trap_dovecot cram "$both" "$clear_too" 'auth_mechanisms = cram-md5'
    trap_dovecot apop "$both" "$clear_too" 'auth_mechanisms = apop'
    trap_dovecot limit "$both" "$clear_too" 'protocol pop3 {' '  mail_max_userip_connections = 1' '}'
    trap_dovecot locked "$both" 'pop3_lock_session = yes'
    trap_dovecot mbox "$both" 'mail_location = mbox:~/mbox:INBOX=~/inbox' 'mbox_read_locks = dotlock fcntl' \
        'mbox_write_locks = dotlock fcntl' 'mbox_lock_timeout = 4 s'
    trap_dovecot oauth "$both" 'auth_mechanisms = xoauth2 oauthbearer'
    trap_dovecot penalty "$both" "$clear_too" 'service anvil {' '  unix_listener anvil-auth-penalty {' '    mode = 0600' '  }' '}'
    trap_dovecot imaponly "$both" 'protocols = imap'
    trap_dovecot plain995 'ssl = no' "$clear_too" 'service pop3-login {' '  inet_listener pop3s {' '    ssl = no' '  }' '}'
    trap_dovecot tls110 "$both" 'service pop3-login {' '  inet_listener pop3 {' '    ssl = yes' '  }' '}'
    trap_dovecot renamed "$both"
    lab_dovecot_ports 0 0 0 0 | lab_dovecot_start okuri okuri-taro
}

# trap_dovecot NAME LINE…: 110, 995, 143, 993, and these lines.
trap_dovecot() {
    local name=$1
    shift
    { lab_dovecot_ports 110 995 143 993; lab_dovecot_tls "$name" yes; printf '%s\n' "$@"; } | lab_dovecot_start "$name"
}

# Old encryption in front of the old server's POP3, as a provider's load balancer would have it.
trap_stunnel() {
    install -d "$lab_dir/stunnel"
    {
        printf '%s\n' "pid = $lab_dir/stunnel/pid" "output = $lab_dir/stunnel/log" 'debug = 5'
        trap_tunnel tls10 good 'sslVersion = TLSv1'
        trap_tunnel tls11 good 'sslVersion = TLSv1.1'
        trap_tunnel rsa1024 rsa1024
        trap_tunnel sha1 sha1
        trap_tunnel dh1024 dh1024 'sslVersionMax = TLSv1.2' 'ciphers = DHE-RSA-AES256-SHA256:@SECLEVEL=0'
    } >"$lab_dir/stunnel/stunnel.conf"
    stunnel4 "$lab_dir/stunnel/stunnel.conf" >"$lab_dir/stunnel/start" 2>&1 || cat "$lab_dir/stunnel/start"
}

# trap_tunnel NAME CERTIFICATE LINE…
trap_tunnel() {
    printf '[%s]\naccept = %s:995\nconnect = %s:110\ncert = %s\nsecurityLevel = 0\nciphers = DEFAULT:!DH:@SECLEVEL=0\n' \
        "$1" "${trap_addresses[$1]}" "${lab_addresses[old]}" "$lab_dir/ca/$2.pem"
    shift 2
    [ $# = 0 ] || printf '%s\n' "$@"
}

trap_smtp() {
    local anyone_later='{450 4.7.1 Greylisted, try again in 300 seconds}'
    lab_smtpd noauth 25 may -o smtpd_sasl_auth_enable=no
    lab_smtpd noauth 587 may -o smtpd_sasl_auth_enable=no
    lab_smtpd okuri 465 encrypt -o smtpd_tls_wrappermode=yes
    lab_smtpd sender 465 encrypt -o smtpd_tls_wrappermode=yes -o smtpd_sender_login_maps=static:betsu@lab.example \
        -o smtpd_sender_restrictions=reject_authenticated_sender_login_mismatch
    lab_smtpd crowded 587 may -o smtpd_client_connection_count_limit=1
    lab_smtpd later 587 may -o smtpd_delay_reject=no -o "{ smtpd_client_restrictions = check_client_access static:$anyone_later }"
    lab_smtpd later 465 encrypt -o smtpd_tls_wrappermode=yes \
        -o "{ smtpd_recipient_restrictions = check_client_access static:$anyone_later }"
    lab_smtpd stripped 587 may -o smtpd_discard_ehlo_keywords=starttls -o smtpd_tls_auth_only=no
    lab_smtpd upgrade 465 may
    lab_smtpd relay 465 encrypt -o smtpd_tls_wrappermode=yes
    lab_smtpd relay 587 encrypt
    lab_smtpd relay 25 may
    lab_smtpd own 587 may -o smtpd_delay_reject=no -o smtpd_client_restrictions=reject
    lab_smtpd oauth 465 encrypt -o smtpd_tls_wrappermode=yes
    lab_smtpd renamed 465 encrypt -o smtpd_tls_wrappermode=yes
    # Strangers wait 6 s for the second line of the greeting; who passed waits again the next time.
    echo "${trap_addresses[screen]}:25 inet n - n - 1 postscreen -o postscreen_greet_wait=6s -o postscreen_greet_ttl=1s" \
        "-o postscreen_greet_action=enforce -o smtpd_tls_security_level=may -o smtpd_tls_chain_files=$lab_dir/ca/good.pem"
    echo "smtpd pass - - n - - smtpd -o smtpd_tls_security_level=may -o smtpd_tls_chain_files=$lab_dir/ca/good.pem" \
        "-o smtpd_sasl_path=$lab_dir/modern/sasl"
    echo "dnsblog unix - - n - 0 dnsblog"
    echo "tlsproxy unix - - n - 0 tlsproxy"
}

trap_exim_start() {
    local dir="$lab_dir/exim"
    # Exim looks for its user before it reads its configuration.
    getent passwd Debian-exim >/dev/null || trap_exim_user
    install -d -o Debian-exim "$dir" "$dir/spool" "$dir/logs"
    trap_exim_configuration "$dir" >"$dir/exim.conf"
    install -m 600 -o Debian-exim "$lab_dir/ca/good.pem" "$dir/good.pem"
    # In the foreground, as a job: it takes a parent with the number 1, which the lab is, for its own former self.
    "$trap_exim" -C "$dir/exim.conf" -bdf >"$dir/start.log" 2>&1 </dev/null &
    lab_wait_for 'lab_listens exim 465 && lab_listens exim 587'
}

trap_exim_user() {
    { cat /etc/passwd; echo 'Debian-exim:x:65533:65533::/nonexistent:/usr/sbin/nologin'; } >"$lab_dir/passwd"
    { cat /etc/group; echo 'Debian-exim:x:65533:'; } >"$lab_dir/group"
    mount --bind "$lab_dir/passwd" /etc/passwd
    mount --bind "$lab_dir/group" /etc/group
}

trap_exim_configuration() {
    local without=NORMAL:-VERS-TLS1.3:%DISABLE_SAFE_RENEGOTIATION
    local right="{eq{\$auth1}{taro}}{eq{\$auth2}{$lab_password}}"
    cat <<END
exim_path = $trap_exim
primary_hostname = exim.lab.example
local_interfaces = ${trap_addresses[exim]} : ${trap_addresses[renegotiation]}
daemon_smtp_ports = 465 : 587
tls_on_connect_ports = 465
tls_advertise_hosts = *
tls_certificate = $1/good.pem
tls_require_ciphers = \${if eq{\$received_ip_address}{${trap_addresses[renegotiation]}}{$without}{NORMAL}}
auth_advertise_hosts = \${if eq{\$tls_in_cipher}{}{}{*}}
spool_directory = $1/spool
log_file_path = $1/logs/%slog
log_selector = +smtp_connection +tls_cipher
pid_file_path = $1/pid
keep_environment =
host_lookup =
rfc1413_hosts =
acl_smtp_rcpt = accept
begin routers
nowhere:
  driver = redirect
  data = :blackhole:
begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_prompts = :
  server_condition = \${if and{{eq{\$auth2}{taro}}{eq{\$auth3}{$lab_password}}}}
  server_set_id = \$auth2
login:
  driver = plaintext
  public_name = LOGIN
  server_prompts = <| Username: | Password:
  server_condition = \${if and{$right}}
  server_set_id = \$auth1
END
}
