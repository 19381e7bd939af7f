# The traps of the field (traps.sh), walked into by the program: what it calls them, what it tells the person, and that no password was sent
# where none may be. Sourced by lab_test.sh, after program_test.sh.
# shellcheck shell=bash disable=SC2154,SC2016,SC2034  # variables and functions of lab.sh, lab_test.sh and program_test.sh

traps_test() {
    login=(--user taro@agate.plala.or.jp --password-file "$lab_dir/password")
    old_login=(--user taro --password-file "$lab_dir/password")
    old_encryption
    encryption_where_it_is_not_expected
    digests_only
    sending_without_a_login
    own_network_only
    sending_as_somebody_else
    too_busy
    other_names
    imap_only
    oauth_only
    exim_before_and_after_tls
    make_the_login_slow & # 35 s, meanwhile:
    local refusals=$!
    late_greeting
    silent_ports
    session_lock
    mailbox_file_locked
    wait $refusals
    slow_login
}

# says SENTENCE JAPANESE ENGLISH: the words for the person, in both languages.
says() { is "  and says so: $1" ".explanation | (.ja | test(\"$2\")) and (.en | test(\"$3\"))"; }

# on PORT SENTENCE JQ-CONDITION: one case about the attempt on that port.
on() { is "$2" "any(.attempts[]; .port == $1 and ($3))"; }

# check_with NAME PAPER-CHANGE ENDPOINT…: hanako's paper, changed by a jq filter, and a profile of these endpoints only, which the filter in
# $profile_change may change too.
# ENDPOINT: protocol server port security [user name form]
check_with() {
    local name=$1 change=$2
    shift 2
    mkdir -p "$lab_dir/profiles"
    printf '%s\n' "$@" | jq -Rn '{format: 1, id: "lab", names: {ja: "実験室", en: "Lab"}, domains: ["lab.example"], checked: "2026-11-24",
        status: {state: "active"}, only_these_ports: true, endpoints: [inputs | split(" ") | {protocol: .[0],
            host: (.[1] + ".lab.example"), port: (.[2] | tonumber), security: .[3], usernames: [.[4] // "${address}"],
            evidence: "unsourced"}]}' | jq "${profile_change:-.}" >"$lab_dir/profiles/lab.json"
    jq -n --arg password "$lab_password" "{format: 1, mail_address: \"hanako@lab.example\", mail_password: \$password} | $change" \
        >"$lab_dir/hanako.json"
    run_check "$name" "$lab_dir/hanako.json" --profiles "$lab_dir/profiles" --offline
}

# hold SERVER PORT LINE…: a connection of somebody else, which stays until let_go.
hold() {
    local server=$1 port=$2 line
    shift 2
    exec 9<>"/dev/tcp/$server.lab.example/$port"
    read -r -t 10 -u 9 line
    for line in "$@"; do
        printf '%s\r\n' "$line" >&9
        read -r -t 10 -u 9 line
    done
}
let_go() { exec 9>&-; }

old_encryption() {
    local before
    before=$(lab_logins old)
    attempt "TLS 1.0 only is found by a second handshake" tls-old-version 1 pop3 tls10 995 tls "${old_login[@]}"
    says "which version it is" 'TLS 1\\.0.*送っていません' 'TLS 1\\.0 only.*No password'
    attempt "TLS 1.1 only is found too" tls-old-version 1 pop3 tls11 995 tls "${old_login[@]}"
    says "which version it is" 'TLS 1\\.1.*送っていません' 'TLS 1\\.1 only.*No password'
    attempt "a certificate with a key of 1024 bits is weak" cert-weak 1 pop3 rsa1024 995 tls "${old_login[@]}"
    says "that it is weak" '弱い.*送っていません' 'weak.*No password'
    attempt "a certificate signed with SHA-1 is weak" cert-weak 1 pop3 sha1 995 tls "${old_login[@]}"
    attempt "a key exchange of 1024 bits is too weak" tls-handshake-failed 1 pop3 dh1024 995 tls "${old_login[@]}"
    says "that it is weak" '弱く.*送っていません' 'too weak.*No password'
    logins_are "old and weak encryption gets no login" old "$before"
}

encryption_where_it_is_not_expected() {
    local before
    before=$(lab_logins modern)
    attempt "STARTTLS taken away from 587 is no encryption" tls-not-offered 1 smtp stripped 587 starttls "${login[@]}"
    says "that nothing was sent" '暗号化がありません。パスワードは送っていません' 'no encryption\\. No password'
    logins_are "  and gets no login, though the server would take one" modern "$before"
    attempt "995 that greets in clear is no port for TLS" tls-handshake-failed 1 pop3 plain995 995 tls "${login[@]}"
    is "  and has no STARTTLS instead" '.instead | .security == "starttls" and .outcome == "tls-not-offered"'
    logins_are "  and gets no login" plain995 0
    check_with upgrade . 'pop3 modern 995 tls' 'smtp upgrade 465 tls'
    is "465 that speaks STARTTLS is found and works" \
        '.verdict == "works" and (.outgoing | .port == 465 and .security == "starttls" and .proven == "login")'
    is "  and says what was wrong with TLS from the first byte" \
        'any(.attempts[]; .port == 465 and .security == "tls" and (.explanation | (.ja + .en) | test("STARTTLS")))'
    secret "  no password before STARTTLS"
}

# The digest goes out instead of the password; but who hears it can try passwords at leisure, so it needs a yes without TLS as well.
digests_only() {
    local server mechanism
    for server in cram apop; do
        mechanism=$([ $server = cram ] && echo CRAM-MD5 || echo APOP)
        attempt "$mechanism and nothing else logs in with TLS" login-ok 0 pop3 $server 995 tls "${login[@]}"
        attempt "$mechanism without TLS waits for a yes" ready 0 pop3 $server 110 none "${login[@]}"
        is "  which would cover clear text" '.facts.consent == "cleartext"'
        logins_are "  until then there is one login, the one with TLS" $server 1
        attempt "with a yes $mechanism logs in without TLS" login-ok 0 pop3 $server 110 none "${login[@]}" \
            --allow-cleartext $server.lab.example:110
        expect "  by the digest" "$(grep -c "client in: AUTH.*$mechanism" "$lab_dir/$server/log")" '^2$'
    done
    attempt "IMAP with CRAM-MD5 only logs in after STARTTLS" login-ok 0 imap cram 143 starttls "${login[@]}"
}

sending_without_a_login() {
    local before
    before=$(lab_logins modern)
    check_with noauth . 'pop3 modern 995 tls' 'smtp noauth 587 starttls' 'smtp noauth 25 starttls'
    is "a sending server without logins (own network, POP before SMTP) leaves receiving proven" '.verdict == "incoming-only"'
    is "  is auth-not-offered" 'any(.attempts[]; .port == 587 and .outcome == "auth-not-offered")'
    is "  and says whose line it is for" 'any(.attempts[]; .port == 587 and
        (.explanation | (.ja | test("プロバイダの回線からだけ")) and (.en | test("own line only"))))'
    is "  and says where to go from here" 'any(.advice[]; .code == "advice-sending-server")'
    logins_are "  the password went to the receiving server alone" modern $((before + 1))
    secret "  no password in clear"
}

# 554 to whoever comes from elsewhere, or a closed port.
own_network_only() {
    local before
    before=$(lab_logins modern)
    profile_change='.endpoints[1:][].own_network_only = true' \
        check_with own . 'pop3 modern 995 tls' 'smtp own 587 starttls' 'smtp old 465 tls'
    is "a sending server for the provider's own network leaves receiving proven" '.verdict == "incoming-only"'
    on 587 "  turned away is server-refused, for that reason" '.outcome == "server-refused" and
        (.explanation | (.ja | test("プロバイダ.*回線")) and (.en | test("own (network|line)")))'
    on 465 "  closed is connect-refused, for that reason" '.outcome == "connect-refused" and
        (.explanation | (.ja | test("プロバイダ.*回線")) and (.en | test("own (network|line)")))'
    is "  and says where it would work" 'any(.advice[]; .code == "advice-own-network")'
    logins_are "  the password went to the receiving server alone" modern $((before + 1))
}

sending_as_somebody_else() {
    check_with okuri '.smtp_account = "okuri-taro"' 'pop3 modern 995 tls' 'smtp okuri 465 tls ${smtp_account}'
    is "an id of its own for sending is used for sending only" '.verdict == "works" and .logins_refused == 0 and
        .incoming.username == "hanako@lab.example" and .outgoing.username == "okuri-taro"'
    check_with sender . 'pop3 modern 995 tls' 'smtp sender 465 tls'
    is "a login that may not send from this address is known" '.outgoing.port == 465 and
        any(.attempts[]; .port == 465 and .outcome == "login-ok" and .facts.reason == "sender-refused")'
    is "  and says so" 'any(.attempts[]; .port == 465 and
        (.explanation | (.ja | test("このメールアドレスからの送信を断りました.*not owned")) and
            (.en | test("refuses mail from this address"))))'
    is "  and says what to do" 'any(.advice[]; .code == "advice-sender")'
    secret "  no password in clear"
}

too_busy() {
    attempt "450 to everybody is for later" try-later 1 smtp later 587 starttls "${login[@]}"
    says "in the server's words" '時間をおくと.*450 4\\.7\\.1' 'after a while.*450 4\\.7\\.1'
    check_with later . 'pop3 modern 995 tls' 'smtp later 465 tls'
    is "450 to the recipient does not make a login doubtful" '.verdict == "works" and .outgoing.port == 465'
    hold crowded 587
    attempt "421 too many connections is for later" try-later 1 smtp crowded 587 starttls "${login[@]}"
    says "in the server's words" '時間をおくと.*too many connections' 'after a while.*too many connections'
    let_go
    attempt "  and later it works" login-ok 0 smtp crowded 587 starttls "${login[@]}"
    hold limit 110 'USER hanako@lab.example' "PASS $lab_password"
    check_with limit . 'pop3 limit 995 tls' 'smtp modern 465 tls'
    let_go
    is "one session too many leaves the password right" 'any(.attempts[]; .port == 995 and .outcome == "mailbox-busy")'
    is "  with nothing refused" '.logins_refused == 0'
    is "  and says what to close" 'any(.advice[]; .code == "advice-busy" and (.ja | test("パスワードは合っています")))'
}

other_names() {
    check_with renamed . 'pop3 renamed 995 tls' 'smtp betsu 465 tls'
    is "a certificate of another name of this provider is still a mismatch" \
        'any(.attempts[]; .host == "renamed.lab.example" and .outcome == "cert-name-mismatch")'
    is "  but that name is offered" 'any(.advice[]; (.ja | test("betsu\\.lab\\.example を入れて")) and
        (.en | test("Enter betsu\\.lab\\.example")))'
    logins_are "  and the mismatch gets no login to receive" renamed 0
}

imap_only() {
    attempt "a host without POP3 has it closed" connect-refused 1 pop3 imaponly 995 tls "${login[@]}"
    check_with imaponly . 'imap imaponly 993 tls' 'smtp modern 465 tls'
    is "a provider with IMAP only works" '.verdict == "works" and .incoming.protocol == "imap" and .incoming.proven == "login"'
    check_with instead . 'pop3 imaponly 995 tls' 'imap imaponly 993 tls' 'smtp modern 465 tls'
    is "IMAP takes the place of POP3 that is closed" '.verdict == "works" and .incoming.protocol == "imap" and .logins_refused == 0'
    is "  and it is said what that means" 'any(.advice[]; .code == "advice-imap-instead" and (.ja | test("IMAP になります")) and
        (.en | test("received by IMAP")))'
    check_with both . 'pop3 modern 995 tls' 'imap modern 993 tls' 'smtp modern 465 tls'
    is "POP3 that works is used, IMAP is only reached" '.incoming.protocol == "pop3" and
        any(.attempts[]; .protocol == "imap" and .outcome == "ready")'
}

oauth_only() {
    attempt "Postfix in front of a Dovecot that takes no password is oauth-only" oauth-only 1 smtp oauth 465 tls "${login[@]}"
    says "which login it is" 'OAuth.*パスワードは使われません' 'OAuth.*password is not used'
    attempt "  Dovecot's POP3, which lists USER and does not take it, is so too" oauth-only 1 pop3 oauth 995 tls "${login[@]}"
    says "which login it is" 'OAuth.*パスワードは使われません' 'OAuth.*password is not used'
    attempt "  and its IMAP" oauth-only 1 imap oauth 993 tls "${login[@]}"
    check_with oauth . 'pop3 oauth 995 tls' 'smtp oauth 465 tls'
    is "  and so is the whole provider" '.verdict == "oauth-only" and .logins_refused == 0'
    on 995 "  receiving as well as sending" '.outcome == "oauth-only"'
    is "  which says where to go from here" 'any(.advice[]; .code | startswith("advice-oauth"))'
    logins_are "  and Dovecot counts no login" oauth 0
}

exim_before_and_after_tls() {
    if [ ! -x "$trap_exim" ]; then
        if [ -n "${CI:-}" ]; then failed "Exim 4 is there" "not in build/lab: tools/test unpacks it there"
        else echo "skipped the cases with Exim 4: not in build/lab (tools/test unpacks it there)"; fi
        return
    fi
    expect "Exim's 465 answers plain speech with a TLS alert" "$(plain_talk exim 465 'EHLO lab' | od -An -tx1)" '^ 15 03 0'
    expect "Exim refuses a login before STARTTLS" "$(plain_talk exim 587 'EHLO lab' "AUTH PLAIN $(sasl_plain taro)" QUIT)" '^503 '
    attempt "Exim: 587 with STARTTLS logs in" login-ok 0 smtp exim 587 starttls "${old_login[@]}"
    attempt "Exim: 465 logs in" login-ok 0 smtp exim 465 tls "${old_login[@]}"
    attempt "Exim: another name is refused" auth-rejected 1 smtp exim 465 tls "${login[@]}"
    says "in the server's words" '受け付けませんでした.*535 Incorrect' 'did not accept.*535 Incorrect'
    attempt "Exim: the renegotiation of before 2010 is refused" tls-handshake-failed 1 smtp renegotiation 465 tls "${old_login[@]}"
    says "that it is an old way" '古いやり方.*送っていません' 'old one.*No password'
    profile_change='.sources = [{url: "https://lab.example/tls", title: "the lab"}] |
        .tls_exceptions = [{host: "renegotiation.lab.example", allow: "legacy-renegotiation", source: 0}]' \
        check_with renegotiation '.smtp_account = "taro"' 'pop3 modern 995 tls' 'smtp renegotiation 465 tls ${smtp_account}'
    is "  where the profile allows it for that host, a login works" '.verdict == "works" and .outgoing.host == "renegotiation.lab.example"'
    attempt "Exim: no login before STARTTLS" ready 0 smtp exim 587 none "${old_login[@]}"
    expect "Exim's log counts one refusal" "$(grep -c '535 Incorrect authentication data' "$lab_dir/exim/logs/mainlog")" '^1$'
}

late_greeting() {
    attempt "a greeting that takes 6 s (postscreen) is waited for" ready 0 smtp screen 25 starttls
    is "  to its end" '.ms >= 6000 and .ms < 12000'
    says "that it is slow" '6秒' '6 s'
}

silent_ports() {
    local endpoints=('pop3 tls110 110 starttls')
    [ ! -x "$trap_exim" ] || endpoints+=('smtp exim 465 starttls taro')
    check_with silent . "${endpoints[@]}"
    is "110 and 465 that wait for TLS are named within seconds" '[.attempts[] | select(.security == "starttls")] |
        length > 0 and all(.outcome == "not-this-protocol" and .facts.reason == "tls" and .ms < 6000)'
    is "  with what to set" '[.attempts[] | select(.security == "starttls") | .explanation] |
        all((.ja | test("暗号化を「SSL/TLS」にします")) and (.en | test("set the encryption of this port to SSL/TLS")))'
    is "  and the login is proven in TLS there" '.incoming.port == 110 and .incoming.security == "tls" and .incoming.proven == "login"'
    logins_are "  by one login" tls110 1
    secret "  no password in clear"
}

# Four wrong passwords of somebody else at the same address: Dovecot answers the next login, right or wrong, after 15 s.
make_the_login_slow() {
    local word plain_talk_limit=40
    for word in a b c d; do plain_talk penalty 143 "1 LOGIN hanako@lab.example wrong-$word" '2 LOGOUT' >/dev/null; done
}

slow_login() {
    attempt "a right password that is answered after 15 s (Dovecot's penalty) is right" login-ok 0 pop3 penalty 995 tls "${login[@]}"
    is "  and was waited for" '.ms > 8000'
}
