# Proof that the lab is what it says, with openssl and plain sockets only: where this fails, the cases of the program say nothing.
# Sourced by lab_test.sh.
# shellcheck shell=bash disable=SC2154,SC2016  # lab_dir and lab_password come from lab.sh

# tls_talk SERVER PORT pop3|imap|smtp|'' LINE…: the answers of a server over TLS (STARTTLS for a protocol named) to these lines.
tls_talk() {
    local server=$1 port=$2 starttls=$3
    shift 3
    say_slowly "$@" | timeout 15 openssl s_client -quiet -verify_quiet -verify_return_error -CAfile "$lab_dir/ca/root.pem" \
        -verify_hostname secure.plala.or.jp ${starttls:+-starttls "$starttls"} -connect "$server.lab.example:$port" 2>&1 | tr -d '\0'
}

# plain_talk SERVER PORT LINE…: the same without TLS.
plain_talk() {
    local server=$1 port=$2
    shift 2
    timeout "${plain_talk_limit:-15}" bash -c 'exec 3<>"/dev/tcp/$0/$1"; cat <&3 & cat >&3; wait' "$server.lab.example" "$port" < <(say_slowly "$@") || true
}

# Postfix takes a client that speaks before it was answered for a spammer.
say_slowly() {
    local line
    for line in "$@"; do sleep 0.3; printf '%s\r\n' "$line"; done
    sleep 0.3
}

sasl_plain() { printf '\0%s\0%s' "$1" "$lab_password" | base64 -w0; }

# expect SENTENCE TEXT PATTERN: one case.
expect() { if grep -qE "$3" <<<"$2"; then ok "$1"; else failed "$1" "$2"; fi; }

servers_test() {
    local full=taro@agate.plala.or.jp login
    login=(EHLO\ lab "AUTH PLAIN $(sasl_plain $full)" QUIT)
    expect "the modern server takes the full address over POP3 with TLS" \
        "$(tls_talk modern 995 '' "USER $full" "PASS $lab_password" QUIT)" 'OK Logged in'
    expect "the modern server refuses the part before @" "$(tls_talk modern 995 '' 'USER taro' "PASS $lab_password" QUIT)" 'ERR \[AUTH\]'
    expect "the modern server speaks STLS on 110" "$(tls_talk modern 110 pop3 "USER $full" "PASS $lab_password" QUIT)" 'OK Logged in'
    expect "the modern server speaks IMAP with TLS on 993" "$(tls_talk modern 993 '' "1 LOGIN $full $lab_password" '2 LOGOUT')" '1 OK'
    expect "the modern server speaks STARTTLS on 143" "$(tls_talk modern 143 imap "1 LOGIN $full $lab_password" '2 LOGOUT')" '1 OK'
    expect "the modern server takes a login on 465" "$(tls_talk modern 465 '' "${login[@]}")" '235 2.7.0'
    expect "the modern server takes a login on 587 after STARTTLS" "$(tls_talk modern 587 smtp "${login[@]}")" '235 2.7.0'
    expect "the modern server refuses a login before TLS on 110" "$(plain_talk modern 110 "USER $full" QUIT)" 'ERR .*[Pp]laintext'
    expect "port 25 of the modern server gives no answer" \
        "$(timeout 1 bash -c 'echo >/dev/tcp/modern.lab.example/25' 2>&1 || echo "ended with $?")" 'ended with 124'
    expect "the strict server takes a login on 587 after STARTTLS" "$(tls_talk strict 587 smtp "${login[@]}")" '235 2.7.0'
    expect "the strict server refuses a login before TLS on 587" "$(plain_talk strict 587 "${login[@]}")" '530 5.7.0'
    expect "the expired server's certificate has expired" "$(tls_talk expired 995 '' QUIT)" 'certificate has expired'
    expect "the wrong server's certificate is another host's" "$(tls_talk wrong 465 '' QUIT)" '[Hh]ostname mismatch'
    expect "the leafonly server sends no intermediate" "$(tls_talk leafonly 993 '' QUIT)" 'unable to (get local issuer|verify the first)'
    expect "the modern server's log counts one refusal" "$(lab_refusals modern) of $(lab_logins modern)" '^1 of 7$'
    expect "no login reached a server with a bad certificate" \
        "$(lab_logins expired) $(lab_logins wrong) $(lab_logins leafonly)" '^0 0 0$'
    old_server_test
}

old_server_test() {
    lab_capture old
    expect "the old server takes the part before @ without TLS on 110" \
        "$(plain_talk old 110 'USER taro' "PASS $lab_password" QUIT)" 'OK Logged in'
    lab_capture_end
    expect "a capture shows the password where it went out without TLS" "$(lab_password_in "$lab_pcap" && echo seen)" seen
    lab_capture blob
    expect "the old server takes a login without TLS on 587" \
        "$(plain_talk old 587 'EHLO lab' "AUTH PLAIN $(sasl_plain taro)" QUIT)" '235 2.7.0'
    lab_capture_end
    expect "a capture shows it within an AUTH PLAIN answer too" "$(lab_password_in "$lab_pcap" && echo seen)" seen
    expect "the old server offers no TLS on 25" "$(plain_talk old 25 'EHLO lab' STARTTLS QUIT)" '^50[23] '
}
