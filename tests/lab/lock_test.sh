# A mailbox that somebody else has open: Dovecot's session lock and an old mail store's file lock. Sourced by lab_test.sh, after traps_test.sh.
# shellcheck shell=bash disable=SC2154,SC2016  # variables and functions of lab.sh, lab_test.sh, program_test.sh and traps_test.sh

# hold_session SERVER: another mail app's POP3 session of hanako, over TLS and logged in, until let_session_go.
hold_session() {
    local said="$lab_dir/session"
    rm -f "$said" "$said.in"
    mkfifo "$said.in"
    openssl s_client -quiet -verify_quiet -verify_return_error -CAfile "$lab_dir/ca/root.pem" -connect "$1.lab.example:995" \
        <"$said.in" >"$said" 2>"$said.err" &
    holder=$!
    exec 8>"$said.in"
    printf '%s\r\n' 'USER hanako@lab.example' "PASS $lab_password" >&8
    lab_wait_for "grep -q 'OK Logged in' $said"
}
let_session_go() { printf 'QUIT\r\n' >&8; }
session_gone() { wait "$holder"; exec 8>&-; }

pop3_sessions() { grep -c 'pop3-login: Info: Login: user=' "$lab_dir/$1/log" || true; }

session_lock() {
    hold_session locked
    session_lock_holds
    session_lock_and_another_port
    let_session_go
    session_gone
    session_lock_is_let_go
}

# Dovecot lets the password in, waits 10 s for the lock, and says so then. A second and a third person read the same as text, all at once.
session_lock_holds() {
    local japanese english
    check_as_another locked-ja ja &
    japanese=$!
    check_as_another locked-en en &
    english=$!
    check_with locked . 'pop3 locked 995 tls' 'smtp modern 465 tls'
    on 995 "a mailbox that another POP3 session has open is mailbox-busy" '.outcome == "mailbox-busy" and .stage == "login"'
    on 995 "  in Dovecot's words" '.facts.response_code == "IN-USE" and (.server_text | test("locked by another POP3 session"))'
    on 995 "  which were waited for, as long as Dovecot waits for the lock" '.ms >= 8500 and .ms < 30000'
    on 995 "  it says that the password is right and who has the mailbox" '.explanation |
        (.ja | test("パスワードは受け付けられました.*ほかのメールアプリが受信中")) and (.en | test("password was taken.*another mail app"))'
    is "  it says what to do" '[.advice[].code] == ["advice-busy"]'
    is "  it is no refused login, and the next may come at once" '.logins_refused == 0 and .login_again_in_s == null'
    is "  sending is proven with the name that was taken" '.verdict == "outgoing-only" and .incoming.proven == "reached" and
        (.outgoing | .proven == "login" and .username == "hanako@lab.example")'
    ends_with "  receiving is not" 1
    secret "  no password in clear"
    session_lock_in_words $japanese locked-ja '受信 .*locked\.lab\.example:995 .*ログインは未確認' \
        'パスワードは受け付けられました.*ほかのメールアプリが受信中' 'メールアプリを閉じて.*パスワードは合っています'
    session_lock_in_words $english locked-en 'incoming .*locked\.lab\.example:995 .*login not proven' \
        'password was taken.*another mail app is using it' 'Close the mail apps.*The password is right'
    expect "  each logged in there once, beside the session that was there first" "$(lab_logins locked) $(lab_refusals locked)" '^4 0$'
}

# check_as_another NAME LANGUAGE: one more person with the same paper, at the same time.
check_as_another() (
    export HOME="$lab_dir/home-$1"
    export XDG_CONFIG_HOME="$HOME/config" XDG_DATA_HOME="$HOME/data" XDG_STATE_HOME="$HOME/state" XDG_RUNTIME_DIR="$HOME/runtime"
    lab_wait_for "[ \$(pop3_sessions locked) -ge 2 ]" # its paper and profile are there by then
    run "$1" check "$lab_dir/hanako.json" --ca-file "$root" --profiles "$lab_dir/profiles" --offline --lang "$2"
    exit "$status"
)

# session_lock_in_words PROCESS NAME INCOMING EXPLANATION ADVICE
session_lock_in_words() {
    local text status=0
    wait "$1" || status=$?
    text=$(cat "$lab_dir/$2.json")
    expect "  as text ($2) the answer is no" "$status" '^1$'
    expect "  with what is known of receiving" "$text" "$3"
    expect "  with the explanation" "$text" "$4"
    expect "  with what to do" "$text" "$5"
    expect "  and without the password" "$(grep -cF "$lab_password" "$lab_dir/$2.json" "$lab_dir/$2.err" | grep -v ':0$')" '^$'
}

# The other port leads to the same mailbox: it is neither waited for a second time, nor logged into once the lock may be free.
session_lock_and_another_port() {
    local before
    before=$(pop3_sessions locked)
    check_with locked-110 . 'pop3 locked 995 tls' 'pop3 locked 110 starttls' 'smtp modern 465 tls'
    on 995 "a mailbox in use is mailbox-busy" '.outcome == "mailbox-busy"'
    on 110 "  and is not asked for again by the other port" '.outcome == "ready" and .facts.reason == "mailbox-busy"'
    on 110 "  which says why" '.explanation | (.ja | test("ほかのメールアプリに使われている")) and (.en | test("in use by another mail app"))'
    is "  the settings are not those of the other port" '.incoming | .port == 995 and .proven == "reached"'
    expect "  the password went out once" "$(($(pop3_sessions locked) - before))" '^1$'
    is "  it says what to do" '[.advice[].code] == ["advice-busy"]'
}

# The first session ends 3 s after ours has come to the lock.
session_lock_is_let_go() {
    local before
    before=$(pop3_sessions locked)
    hold_session locked
    (
        lab_wait_for "[ \$(pop3_sessions locked) = $((before + 2)) ]"
        sleep 3
        let_session_go
    ) &
    check_with let-go . 'pop3 locked 995 tls' 'smtp modern 465 tls'
    session_gone
    is "a session lock that is let go in time leaves a login that is only slow" \
        '.verdict == "works" and .logins_refused == 0 and .advice == [] and (.incoming | .port == 995 and .proven == "login")'
    on 995 "  and was waited for" '.outcome == "login-ok" and .ms >= 3000 and .ms < 9000'
    ends_with "  with everything proven" 0
    expect "  by one login" "$(($(pop3_sessions locked) - before))" '^2$'
    secret "  no password in clear"
}

# An old mail store keeps all mail in one file. Who delivers into it holds it locked; Dovecot has said yes to the password by then.
mailbox_file_locked() {
    local inbox="$lab_dir/mail/taro/inbox"
    install -o nobody -g nogroup -m 600 /dev/null "$inbox"
    echo "$$:$(hostname)" >"$inbox.lock"
    check_with mbox . 'pop3 mbox 995 tls' 'smtp modern 465 tls'
    rm -f "$inbox.lock" "$inbox"
    is "a mailbox file that is locked behind the login does not make the login doubtful" '.verdict == "works" and .logins_refused == 0'
    on 995 "  in Dovecot's words" '.outcome == "login-ok" and .facts.reason == "mailbox" and .ms >= 3000 and
        (.server_text | test("SYS/TEMP.*Timeout while waiting for lock"))'
    on 995 "  it says that the mailbox could not be read" '.explanation |
        (.ja | test("ログインできました.*いまは読めませんでした")) and (.en | test("login succeeded.*could not be read"))'
    is "  sending did not wait for it" '(.attempts[] | select(.port == 995) | .ms) as $waited |
        any(.attempts[]; .port == 465 and .outcome == "login-ok" and .ms < $waited - 1000)'
}
