# check --send-test against real servers: Postfix takes the message, Dovecot shows it. Sourced by lab_test.sh, after program_test.sh.
# shellcheck shell=bash disable=SC2154,SC2016  # variables and functions of lab.sh, lab_test.sh and program_test.sh

send_test_cases() {
    maildir="$lab_dir/mail/taro/Maildir"
    others_in_the_mailbox
    message_to_oneself
    message_removed_by_pop3
    message_removed_by_imap
    message_not_taken
    message_late
    no_message_without_login
    find "$maildir" -type f -path '*/new/*' -delete
    find "$maildir" -type f -path '*/cur/*' -delete
}

# Everything in the mailbox, in any folder of it, by name (Dovecot moves mail it has seen, and adds flags behind a colon).
mail_files() { find "$maildir" -type f \( -path '*/new/*' -o -path '*/cur/*' \) -printf '%f\n' | sed 's/:.*//' | sort; }
# In the mails alone: Dovecot's caches hold header fields too.
test_mails() { find "$maildir" -type f \( -path '*/new/*' -o -path '*/cur/*' \) -exec grep -lE '^X-Yomikae-Test: [0-9a-f]{32}' {} + | wc -l; }

# Three mails of somebody else, one of which speaks of a test message.
others_in_the_mailbox() {
    local n
    for n in 1 2 3; do
        printf 'From: <hanako@lab.example>\nTo: <taro@agate.plala.or.jp>\nMessage-ID: <other%s@lab.example>\nSubject: %s\n\nX-Yomikae-Test: %s\n' \
            "$n" "$n" "$n" >"$lab_dir/other.eml"
        install -o nobody -g nogroup -m 600 -D "$lab_dir/other.eml" "$maildir/new/$((1700000000 + n)).M$n.lab"
    done
    chown -R nobody:nogroup "$maildir"
    before_mails=$(mail_files)
}

others_untouched() { expect "  the others in the mailbox are untouched" "$(comm -23 <(echo "$before_mails") <(mail_files) | wc -l)" '^0$'; }

message_to_oneself() {
    local logins
    logins=$(lab_logins modern)
    run_check send "$lab_dir/paper.json" --send-test
    ends_with "a message to oneself is sent by Postfix and found by POP3 in Dovecot's mailbox" 0
    is "  it says found, and after how many seconds" '.send_test | .outcome == "found" and .sent and .found and .seconds > 0 and .seconds < 60'
    is "  Postfix's answer for the message is told" '.send_test.smtp | .code == 250 and (.text | test("queued as"))'
    is "  nothing is removed without a wish" '.send_test.removed == false'
    expect "  exactly one message was sent" "$(test_mails)" '^1$'
    expect "  with one login for the message and one for each look, besides the proof's two" "$(($(lab_logins modern) - logins))" "^$((3 + $(jq '.send_test.looks' "$out")))\$"
    local mail
    mail=$(cat "$(grep -rlE '^X-Yomikae-Test: ' "$maildir/new" "$maildir/cur" | xargs grep -lE '^Auto-Submitted: auto-generated')")
    expect "  from the address to itself" "$(grep -cE '^(From|To): <taro@agate\.plala\.or\.jp>' <<<"$mail")" '^2$'
    expect "  the Message-ID does not name this machine" "$(grep -i '^Message-ID' <<<"$mail")" '<yomikae\.[0-9a-f]{32}@agate\.plala\.or\.jp>'
    expect "  and no password is in it" "$(grep -c "$lab_password" <<<"$mail")" '^0$'
    others_untouched
    secret "no password outside TLS while a message is sent and found"
    before_mails=$(mail_files) # what is kept is one of the others from now on
}

message_removed_by_pop3() {
    run_check send-remove "$lab_dir/paper.json" --send-test --remove-test-message
    ends_with "a message to oneself is removed by POP3 where that is wished" 0
    is "  it says removed" '.send_test | .found and .removed'
    expect "  and only the one of before is left" "$(test_mails)" '^1$'
    others_untouched
}

message_removed_by_imap() {
    run_check send-imap "$lab_dir/paper.json" --send-test --remove-test-message --prefer imap
    ends_with "a message to oneself is found and removed by IMAP" 0
    is "  the incoming pair is IMAP" '.incoming.protocol == "imap"'
    is "  it says removed" '.send_test | .found and .removed'
    expect "  and only the one of before is left" "$(test_mails)" '^1$'
    others_untouched
    secret "no password outside TLS while a message is sent and found by IMAP"
}

# postfix_header_checks ACTION: what Postfix does with test messages from now on; "" = takes them.
postfix_header_checks() {
    echo "/^X-Yomikae-Test:/ ${1:-DUNNO}" >"$lab_dir/postfix/etc/header_checks"
    postconf -c "$lab_dir/postfix/etc" -e "header_checks = regexp:$lab_dir/postfix/etc/header_checks"
    postfix -c "$lab_dir/postfix/etc" reload >/dev/null 2>&1
    sleep 1 # nothing says when all of its processes have read it
}

message_not_taken() {
    postfix_header_checks 'REJECT No tests here'
    run_check send-refused "$lab_dir/paper.json" --send-test
    postfix_header_checks ''
    ends_with "a message that Postfix refuses ends with no" 1
    is "  the login itself works" '.verdict == "works"'
    is "  the refusal is told in its words" '.send_test | .outcome == "refused" and .sent == false and .smtp.code == 550 and
        (.explanation.en | test("No tests here"))'
    is "  it is not looked for" '.send_test.looks == 0'
}

message_late() {
    postfix_header_checks HOLD
    (
        lab_wait_for "postqueue -c $lab_dir/postfix/etc -j | grep -q hold"
        sleep 4
        postsuper -c "$lab_dir/postfix/etc" -H ALL
        postqueue -c "$lab_dir/postfix/etc" -f
    ) >/dev/null 2>&1 &
    run_check send-late "$lab_dir/paper.json" --send-test --remove-test-message
    wait $!
    postfix_header_checks ''
    ends_with "a message that Postfix keeps for some seconds is found when it comes" 0
    is "  by looking again" '.send_test | .found and .removed and .looks >= 2 and .seconds > 4'
    others_untouched
}

no_message_without_login() {
    local mails
    mails=$(test_mails)
    run_check send-no-login "$lab_dir/paper.json" --send-test --no-login
    ends_with "without a login no message is sent" 1
    is "  and the reason is said" '.send_test | .outcome == "not-done" and .reason == "no-login"'
    expect "  nothing came" "$(test_mails)" "^$mails\$"
}
