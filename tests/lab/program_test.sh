# The program's own cases against the lab. Names are looked up in the lab's DNS, the certificates are the lab's own.
# Sourced by lab_test.sh.
# shellcheck shell=bash disable=SC2154,SC2016  # variables of lab.sh and lab_test.sh

program_test() {
    root="$lab_dir/ca/root.pem"
    export LC_ALL=C.UTF-8 XDG_CONFIG_HOME="$lab_dir/config" XDG_DATA_HOME="$lab_dir/data" XDG_STATE_HOME="$lab_dir/state"
    export XDG_RUNTIME_DIR="$lab_dir/runtime" HOME="$lab_dir/home"
    printf '%s' "$lab_password" >"$lab_dir/password"
    jq --arg password "$lab_password" '.mail_account = "taro" | .mail_password = $password' \
        "$lab_source/../papers/plala-sample.json" >"$lab_dir/paper.json"
    old_logins=$(lab_logins old) # those of the lab's own proof
    right_settings
    old_name_at_the_new_server
    wrong_password
    bad_certificates
    starttls_only
    two_name_forms
    paper_without_tls
    single_attempts
}

# run NAME ARGUMENT…: the program's answer is in $out, its exit status in $status, all that crossed the wire in $lab_pcap.
run() {
    local name=$1
    shift
    # A budget kept from one case to the next would be a case of its own; each starts as a new person.
    rm -rf "$XDG_CONFIG_HOME" "$XDG_DATA_HOME" "$XDG_STATE_HOME" "$XDG_RUNTIME_DIR" "$HOME"
    install -d -m 700 "$XDG_RUNTIME_DIR" "$HOME"
    out="$lab_dir/$name.json"
    err="$lab_dir/$name.err"
    lab_capture "$name"
    status=0
    timeout 200 "$program" "$@" >"$out" 2>"$err" </dev/null || status=$?
    lab_capture_end
}

# run_check NAME PAPER ARGUMENT…
run_check() {
    local name=$1 paper=$2
    shift 2
    run "$name" check "$paper" --json --ca-file "$root" "$@"
}

# is SENTENCE JQ-CONDITION: one case about the program's answer.
is() {
    if jq -e "$2" "$out" >/dev/null 2>&1; then ok "$1"; else failed "$1" "$2"$'\n'"$(shown_answer)"; fi
}
ends_with() { expect "$1 (exit status $2)" "$status" "^$2\$"; }
logins_are() { expect "$1" "$(lab_logins "$2")" "^$3\$"; }

shown_answer() {
    jq -c '{verdict, incoming, outgoing, logins_refused}, (.attempts[]? | {protocol, host, port, security, outcome, stage, facts})' "$out" 2>/dev/null ||
        cat "$out"
    tail -n 5 "$err"
}

# secret SENTENCE [FILTER]: the password is neither on the wire in clear nor in anything that the program wrote.
secret() {
    if [ "$(tcpdump -r "$lab_pcap" 2>/dev/null | wc -l)" -lt 3 ]; then
        failed "$1" "the capture shows nothing that the program did"
    elif lab_password_in "$lab_pcap" "${2:-}"; then
        failed "$1" "$(tcpdump -r "$lab_pcap" -A ${2:+"$2"} 2>/dev/null | grep -aE 'PASS|AUTH|LOGIN' | head)"
    elif grep -qF "$lab_password" "$out" "$err"; then
        failed "$1" "the program wrote the password"
    else
        ok "$1"
    fi
}

right_settings() {
    local before
    before=$(lab_logins modern)
    run_check right "$lab_dir/paper.json"
    ends_with "Plala's sample certificate works with today's settings" 0
    is "the verdict is works" '.verdict == "works"'
    is "POP3 on 995 is proven by a login with the full address" '.incoming | .host == "secure.plala.or.jp" and .port == 995 and
        .security == "tls" and .username == "taro@agate.plala.or.jp" and .proven == "login"'
    is "SMTP on 465 is proven by a login" '.outgoing | .host == "secure.plala.or.jp" and .port == 465 and .proven == "login"'
    is "the attempts prove both" '[.attempts[] | select(.outcome == "login-ok") | .port] | contains([995, 465])'
    is "the part before @ on the paper costs no refused login" '.logins_refused == 0'
    expect "the server counts two logins and no more" "$(($(lab_logins modern) - before))" '^2$'
    is "the answer names the certificate's issuer and TLS version" \
        '.incoming.tls | (.issuer | contains("Yomikae lab intermediate")) and (.version | startswith("TLSv1."))'
    is "the old name's host without TLS is seen and not logged into" \
        '[.attempts[] | select(.host == "agate.mail.plala.or.jp" and .port == 110) | .outcome] | index("tls-not-offered") != null'
    logins_are "the old host gets no login" old "$old_logins"
    secret "no password outside TLS while everything works"
    sheet_of "$out"
}

# sheet_of ANSWER: the sheet made of what check said holds the settings that were proven, and not the password.
sheet_of() {
    local sheet="$lab_dir/sheet.pdf" text
    "$program" sheet "$1" --to "$sheet" --lang ja 2>"$err" || true
    text=$(pdftotext -layout "$sheet" - 2>&1)
    expect "the answer becomes a sheet with today's server" "$text" 'secure\.plala\.or\.jp'
    expect "and today's ports" "$(grep -oE '\b(995|465)\b' <<<"$text" | sort -u | xargs)" '^465 995$'
    expect "and without the password" "$(grep -c "$lab_password" <<<"$text")" '^0$'
}

# Many providers pointed the old names at the new servers.
old_name_at_the_new_server() {
    lab_point agate.mail.plala.or.jp modern
    run_check old-name "$lab_dir/paper.json"
    lab_point agate.mail.plala.or.jp old
    is "an old name at the new server works all the same" '.verdict == "works" and .incoming.host == "secure.plala.or.jp"'
    is "port 25 without an answer is found" 'any(.attempts[]; .port == 25 and .outcome == "connect-timeout")'
    is "and is explained as OP25B, not as a fault" \
        'any(.attempts[]; .port == 25 and (.explanation | (.ja + .en) | test("OP25B")))'
    secret "no password outside TLS with the old name"
}

wrong_password() {
    local before logins
    before=$(lab_refusals modern)
    logins=$(lab_logins modern)
    jq '.mail_password = "machigai-0000"' "$lab_dir/paper.json" >"$lab_dir/wrong.json"
    run_check wrong-password "$lab_dir/wrong.json"
    ends_with "a wrong password ends with no" 1
    is "the verdict is password-refused" '.verdict == "password-refused"'
    expect "the server refused at most two logins" "$(($(lab_refusals modern) - before))" '^[12]$'
    expect "and saw no other" "$(($(lab_logins modern) - logins))" '^[12]$'
    is "the answer counts the refusals" '.logins_refused == 1 or .logins_refused == 2'
    run_check wrong-password-once "$lab_dir/wrong.json" --max-refused 1 --deadline 10
    is "a budget of one is kept" '.logins_refused == 1'
}

# bad_certificate SERVER OUTCOME: secure.plala.or.jp is at a server whose certificate is not good. The deadline ends the 20 s that a plain
# connection to 465 waits for a greeting (one of the profile's endpoints, waited for in the cases above).
bad_certificate() {
    lab_point secure.plala.or.jp "$1"
    run_check "certificate-$1" "$lab_dir/paper.json" --deadline 10
    ends_with "the $1 server ends with no" 1
    is "each of its TLS ports says $2" "[.attempts[] | select(.host == \"secure.plala.or.jp\" and (.port | IN(995, 993, 587))) |
        .outcome] | length >= 2 and all(. == \"$2\")"
    is "nothing is proven there" '.incoming == null and .outgoing == null'
    logins_are "the $1 server gets no login" "$1" 0
    secret "no password outside TLS towards the $1 server"
}

bad_certificates() {
    local before
    bad_certificate expired cert-expired
    bad_certificate wrong cert-name-mismatch
    bad_certificate leafonly cert-chain-incomplete
    lab_point secure.plala.or.jp modern
    before=$(lab_logins modern)
    run unknown-ca check "$lab_dir/paper.json" --json --deadline 10
    is "a certificate of an authority that nobody trusts is refused" \
        'any(.attempts[]; .port == 995 and .outcome == "cert-unknown-ca")'
    logins_are "and gets no login" modern "$before"
}

starttls_only() {
    lab_point secure.plala.or.jp strict
    run_check strict "$lab_dir/paper.json"
    lab_point secure.plala.or.jp modern
    ends_with "a server with STARTTLS only works" 0
    is "POP3 is proven on 110 and SMTP on 587, both after STARTTLS" '.verdict == "works" and
        ([.incoming, .outgoing] | map({port, security}) == [{port: 110, security: "starttls"}, {port: 587, security: "starttls"}])'
    is "the closed ports are refused connections" 'any(.attempts[]; .port == 995 and .outcome == "connect-refused")'
    secret "no password before STARTTLS"
}

# A profile whose first name form is the wrong one.
two_name_forms() {
    local before
    before=$(lab_refusals modern)
    lab_profile modern tls 995 465 '["${local}", "${address}"]'
    run_check two-forms "$lab_dir/hanako.json" --profiles "$lab_dir/profiles"
    is "the second name form works after one refusal" '.verdict == "works" and .logins_refused == 1'
    is "and is used for sending at once" '.incoming.username == "hanako@lab.example" and .outgoing.username == "hanako@lab.example"'
    expect "the server counts the same refusal" "$(($(lab_refusals modern) - before))" '^1$'
}

paper_without_tls() {
    local filter='not (host 192.0.2.20 and port 110)'
    lab_profile old none 110 587 '["${local}"]'
    run_check clear "$lab_dir/hanako.json" --profiles "$lab_dir/profiles"
    ends_with "a server without TLS ends with no" 1
    is "the verdict is needs-consent" '.verdict == "needs-consent"'
    is "the answer says what the yes would cover" 'any(.attempts[]; .port == 110 and .facts.consent == "cleartext")'
    logins_are "without a yes the server gets no login" old "$old_logins"
    secret "no password to a server without TLS"

    run_check clear-agreed "$lab_dir/hanako.json" --profiles "$lab_dir/profiles" --allow-cleartext old.lab.example:110
    is "with a yes for 110 the login there works" '.incoming | .port == 110 and .security == "none" and .proven == "login"'
    is "and 587 is not logged into" 'all(.attempts[] | select(.port == 587); .outcome != "login-ok")'
    expect "the capture shows that the login went to 110" "$(lab_password_in "$lab_pcap" && echo seen)" seen
    secret "and to no other port" "$filter"
}

# lab_profile SERVER SECURITY POP3-PORT SMTP-PORT USERNAMES: the only profile, for lab.example, and hanako's paper.
lab_profile() {
    mkdir -p "$lab_dir/profiles"
    jq -n --arg host "$1.lab.example" --arg security "$2" --argjson pop3 "$3" --argjson smtp "$4" --argjson usernames "$5" '
        def endpoint($protocol; $port): {protocol: $protocol, host: $host, port: $port, security: $security, usernames: $usernames,
            recommended: true, evidence: "unsourced"};
        {format: 1, id: "lab", names: {ja: "実験室", en: "Lab"}, domains: ["lab.example"], checked: "2026-11-24",
         status: {state: "active"}, endpoints: [endpoint("pop3"; $pop3), endpoint("smtp"; $smtp)], only_these_ports: true}' \
        >"$lab_dir/profiles/lab.json"
    jq -n --arg password "$lab_password" '{format: 1, mail_address: "hanako@lab.example", mail_account: "hanako",
        mail_password: $password}' >"$lab_dir/hanako.json"
}

# attempt SENTENCE OUTCOME STATUS PROTOCOL SERVER PORT SECURITY [ARGUMENT…]
attempt() {
    local sentence=$1 outcome=$2 expected=$3 protocol=$4 server=$5 port=$6 security=$7
    shift 7
    run single probe --json --protocol "$protocol" --host "$server.lab.example" --port "$port" --security "$security" \
        --ca-file "$root" "$@"
    is "$sentence" ".outcome == \"$outcome\""
    ends_with "  its exit status" "$expected"
    secret "  no password in clear"
}

single_attempts() {
    local login=(--user taro@agate.plala.or.jp --password-file "$lab_dir/password")
    attempt "one attempt: POP3 on 995 is ready" ready 0 pop3 modern 995 tls
    attempt "one attempt: POP3 on 995 logs in" login-ok 0 pop3 modern 995 tls "${login[@]}"
    attempt "one attempt: STLS on 110 logs in" login-ok 0 pop3 modern 110 starttls "${login[@]}"
    attempt "one attempt: IMAP on 993 logs in" login-ok 0 imap modern 993 tls "${login[@]}"
    attempt "one attempt: STARTTLS on 143 logs in" login-ok 0 imap modern 143 starttls "${login[@]}"
    attempt "one attempt: SMTP on 465 logs in" login-ok 0 smtp modern 465 tls "${login[@]}"
    attempt "one attempt: STARTTLS on 587 logs in" login-ok 0 smtp modern 587 starttls "${login[@]}"
    attempt "one attempt: the part before @ is refused" auth-rejected 1 pop3 modern 995 tls --user taro "${login[@]:2}"
    attempt "one attempt: an old server has no STLS" tls-not-offered 1 pop3 old 110 starttls "${login[@]}"
    attempt "one attempt: an old server has no STARTTLS" tls-not-offered 1 smtp old 587 starttls "${login[@]}"
    attempt "one attempt: expired" cert-expired 1 imap expired 993 tls "${login[@]}"
    attempt "one attempt: another host's certificate" cert-name-mismatch 1 smtp wrong 587 starttls "${login[@]}"
    attempt "one attempt: no intermediate" cert-chain-incomplete 1 pop3 leafonly 995 tls "${login[@]}"
    attempt "one attempt: no answer on 25" connect-timeout 1 smtp modern 25 starttls
    attempt "one attempt: a closed port" connect-refused 1 pop3 old 995 tls
    attempt "one attempt: two of a host's three addresses are dead" login-ok 0 pop3 many 995 tls "${login[@]}"
    is "  and cost less than 3 s" '.ms < 3000'

    run no-name probe --json --protocol pop3 --host nai.lab.example --port 995 --security tls
    is "one attempt: a name that does not exist" '.outcome == "dns-not-found"'
    ends_with "  its exit status" 1
}
