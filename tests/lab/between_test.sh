# What stands between (between.sh), met by the program: that it notices, what it says, and that no password goes there, though each of
# these machines would take it or pass it on. Sourced by lab_test.sh, after traps_test.sh.
# shellcheck shell=bash disable=SC2154,SC2016  # variables and functions of lab.sh, lab_test.sh, program_test.sh and traps_test.sh

between_test() {
    if ! between_may_turn_round; then
        echo "skipped what stands between: this kernel has no NAT (nft, type nat) within a network namespace"
        return
    fi
    port_25_is_open
    port_25_is_turned_round
    mail_scanner
    starttls_overwritten
    sign_in_page
}

port_25_is_open() {
    expect "port 25 is the provider's own where nobody turns it round" "$(plain_talk relay 25 QUIT)" '^220 mail\.lab\.example '
    check_with open . 'pop3 modern 995 tls' 'smtp relay 465 tls' 'smtp relay 25 starttls'
    is "25 that is open is not needed" '.verdict == "works" and .outgoing.port == 465'
    on 25 "  and known" '.outcome == "ready" and .facts.reason == "better-proven"'
}

port_25_is_turned_round() {
    turned_round 25 "with a certificate of its own name" cert-name-mismatch \
        '途中で別のサーバー\\(mail\\.carrier\\.example\\).*送っていません.*465番か587番' \
        'turned round to another server \\(mail\\.carrier\\.example\\).*No password was sent.*465 or 587'
    turned_round_in_words ja 'smtp relay.lab.example:465 .*ログインして確認済み' '途中で別のサーバー.*465番か587番を使う'
    turned_round_in_words en 'smtp relay.lab.example:465 .*proven by a login' 'turned round to another server.*465 or 587'
    nothing_to_agree_to
    straight_on
    turned_round 2501 "with a certificate that it made itself" cert-self-signed \
        '途中で別のサーバー\\(mail\\.carrier\\.example\\).*送っていません.*465番か587番' \
        'turned round to another server \\(mail\\.carrier\\.example\\).*No password was sent.*465 or 587'
    is "  though the name is another one, too" '.facts | .faults == ["cert-self-signed", "cert-name-mismatch"] and .names == ["mail.carrier.example"]'
    nothing_to_agree_to
    straight_on
    turned_round 2502 "without encryption" tls-not-offered \
        '途中で別のサーバー\\(mail\\.carrier\\.example\\).*送っていません.*465番か587番' \
        'turned round to another server \\(mail\\.carrier\\.example\\).*No password was sent.*465 or 587'
    expect "  a careless client would have been let in there" \
        "$(plain_talk relay 25 'EHLO lab' "AUTH PLAIN $(sasl_plain hanako@lab.example)" QUIT)" '^235 2\.7\.0'
    check_with turned-none . 'pop3 modern 995 tls' 'smtp relay 25 starttls'
    straight_on
    is "  where 25 is all that the contract has, clear text may be agreed to: a name in a greeting alone proves nothing" \
        '.verdict == "incoming-only" and any(.attempts[]; .port == 25 and .facts.consent == "cleartext")'
}

# Where 25 is all that there is, and is turned round.
nothing_to_agree_to() {
    check_with turned-alone . 'pop3 modern 995 tls' 'smtp relay 25 starttls'
    is "  where 25 is all that the contract has, nothing can be agreed to" \
        '.verdict == "incoming-only" and all(.attempts[]; .facts.consent == null)'
    is "  and the advice is another port" \
        'any(.advice[]; .code == "advice-turned-round") and all(.advice[]; .code | startswith("advice-consent") | not)'
    secret "  no password in clear"
}

# turned_round PORT SENTENCE OUTCOME JAPANESE ENGLISH: where the carrier's server on PORT answers instead of the provider's port 25.
turned_round() {
    local port=$1 outcome=$3 before
    turn_round relay 25 carrier "$port"
    before=$(lab_logins modern)
    expect "25 that is turned round to a server $2 greets with another name" "$(plain_talk relay 25 QUIT)" '^220 mail\.carrier\.example '
    check_with "turned-$port" . 'pop3 modern 995 tls' 'smtp relay 465 tls' 'smtp relay 587 starttls' 'smtp relay 25 starttls'
    is "  harms nothing: the pair with 465 is proven, with nothing to do" \
        '.verdict == "works" and .incoming.port == 995 and .advice == [] and (.outgoing | .port == 465 and .proven == "login")'
    on 587 "  587 is there as well" '.outcome == "ready"'
    on 25 "  25 is $outcome" ".outcome == \"$outcome\""
    on 25 "  and there is nothing to agree to" '.facts.consent == null'
    on 25 "  and says what it means" ".explanation | (.ja | test(\"$4\")) and (.en | test(\"$5\"; \"i\"))"
    secret "  no password in clear"
    attempt "  25 alone, with a password, is $outcome" "$outcome" 1 smtp relay 25 starttls "${login[@]}"
    logins_are "  none of this was a login at the other server" modern $((before + 2))
}

# turned_round_in_words LANGUAGE OUTGOING PORT-25: the same as a person reads it.
turned_round_in_words() {
    run "turned-$1" check "$lab_dir/hanako.json" --ca-file "$root" --profiles "$lab_dir/profiles" --offline --lang "$1"
    ends_with "  as text ($1) the answer is yes" 0
    expect "  with the proven pair" "$(cat "$out")" "$2"
    expect "  and the sentence about 25" "$(cat "$out")" "$3"
}

mail_scanner() {
    local before
    attempt "POP3 straight on logs in" login-ok 0 pop3 modern 995 tls "${login[@]}"
    before=$(lab_logins modern)
    turn_round modern 995 shield 995
    attempt "a virus scanner's certificate in the provider's place is nobody's" cert-unknown-ca 1 pop3 modern 995 tls "${login[@]}"
    says "whose it seems to be" 'ウイルス対策ソフト.*Avast.*送っていません' 'virus scanner.*Avast.*No password'
    check_with scanned . 'pop3 modern 995 tls' 'smtp relay 465 tls'
    is "  and what to do" 'any(.advice[]; .code == "advice-shield")'
    straight_on
    logins_are "  no login passed through it to the real server to receive" modern "$((before + $(logged_in_smtp)))"
}

# 1 where sending was proven all the same, over its own way; it asks the same Dovecot.
logged_in_smtp() { jq '[.attempts[] | select(.protocol == "smtp" and .outcome == "login-ok")] | length' "$out"; }

starttls_overwritten() {
    local before
    attempt "STARTTLS straight on logs in" login-ok 0 smtp strict 587 starttls "${login[@]}"
    before=$(lab_logins strict)
    turn_round strict 587 middlebox 587
    expect "a firewall on the way overwrites the word STARTTLS" "$(plain_talk strict 587 'EHLO lab' QUIT)" '^250-XXXXXXXX'
    attempt "STARTTLS that is overwritten is no encryption" tls-not-offered 1 smtp strict 587 starttls "${login[@]}"
    says "that something on the way did it" '途中にある機器.*送っていません' 'on the way.*No password'
    check_with overwritten . 'pop3 modern 995 tls' 'smtp strict 587 starttls'
    is "  and what to do" '.verdict == "incoming-only" and any(.advice[]; .code == "advice-overwritten")'
    secret "  no password in clear"
    straight_on
    logins_are "  and no login passed through" strict "$before"
}

sign_in_page() {
    local before
    before=$(lab_logins modern)
    turn_round modern 995 middlebox 8080
    turn_round modern 465 middlebox 8080
    turn_round strict 110 middlebox 8080
    turn_round strict 587 middlebox 8080
    check_with portal . 'pop3 modern 995 tls' 'smtp modern 465 tls' 'pop3 strict 110 starttls' 'smtp strict 587 starttls'
    straight_on
    ends_with "a sign-in page on every port is a network that leads nowhere yet" 1
    is "  and says so" '[.attempts[] | .explanation] | length == 4 and all((.ja | test("利用登録の画面")) and (.en | test("sign in on a page first")))'
    is "  also where the app would wait for a greeting first, within seconds" '[.attempts[] | select(.security == "starttls")] |
        length == 2 and all(.outcome == "not-this-protocol" and .facts.reason == "http" and .ms < 6000)'
    is "  and what to do" 'any(.advice[]; .code == "advice-portal")'
    secret "  no password in clear"
    logins_are "  and no login" modern "$before"
}
