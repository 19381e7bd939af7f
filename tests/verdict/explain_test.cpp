// One explanation an attempt: the special cases that make a cryptic fact calm and exact.
#include "attempts.h"
#include "support/catch.h"
#include "verdict/surroundings.h"
#include "words/words.h"

using namespace yomikae;
using namespace yomikae::test;

namespace {

struct Row {
    const char* sentence;
    std::vector<Attempt> attempts; ///< the first is explained, the others stand beside it
    const char* code;
    const char* contains = ""; ///< in the Japanese sentence
};

Attempt handshake(std::uint16_t port, const std::string& failure, int alert = -1, const std::string& plain = "") {
    Try attempt = Try(Protocol::Pop3, port).ends(Outcome::TlsHandshakeFailed);
    TlsFacts& tls = attempt.tls();
    tls.handshakeDone = false;
    tls.failure = failure;
    tls.alert = alert;
    tls.plainBytes = plain;
    return attempt;
}

template <class Change> Attempt certificate(Outcome outcome, Change change, std::uint16_t port = 995) {
    Try attempt = Try(port == 25 ? Protocol::Smtp : Protocol::Pop3, port).ends(outcome);
    change(attempt.tls());
    return attempt;
}

Try smtpAt(std::uint16_t port, Outcome outcome) {
    return Try(Protocol::Smtp, port).ends(outcome);
}
Try pop110(Outcome outcome) {
    return Try(Protocol::Pop3, 110).ends(outcome);
}

void check(const std::vector<Row>& rows) {
    for (const Row& row : rows) {
        CAPTURE(row.sentence);
        const Message message = judge(provider(), run(row.attempts)).explanations.front();
        CHECK(message.code == row.code);
        for (const Language language : {Language::Japanese, Language::English}) {
            const std::string said = say(message, language);
            CAPTURE(said);
            CHECK(said != message.code);
            CHECK(said.find('{') == std::string::npos);
        }
        CHECK(say(message, Language::Japanese).find(row.contains) != std::string::npos);
    }
}

} // namespace

TEST_CASE("a login that was held back at a turned-round port 25 says so") {
    check({{"whatever was agreed to",
            {smtpAt(25, Outcome::Ready).clear().because("turned-round")},
            "outcome-ready-turned-round",
            "途中で別のサーバーに回されている"}});
}

TEST_CASE("port 25 is explained calmly") {
    Try ownMade = smtpAt(25, Outcome::CertSelfSigned);
    ownMade.tls().faults = {CertificateFault::SelfSigned};
    check({{"silent while 587 of the same host answers: OP25B",
            {smtpAt(25, Outcome::ConnectTimeout), smtpAt(587, Outcome::LoginOk)},
            "outcome-connect-timeout-op25b",
            "使わないので、このままで大丈夫です"},
           {"silent while only 465 was reached",
            {smtpAt(25, Outcome::ConnectTimeout), smtpAt(465, Outcome::Ready)},
            "outcome-connect-timeout-op25b",
            "OP25B"},
           {"silent alone: still OP25B as a hint",
            {smtpAt(25, Outcome::ConnectTimeout), smtpAt(465, Outcome::ConnectTimeout)},
            "outcome-connect-timeout-25",
            "OP25B"},
           {"refused", {smtpAt(25, Outcome::ConnectRefused)}, "outcome-connect-refused-25", "大丈夫"},
           {"caught by the line's own server",
            {certificate(
                Outcome::CertNameMismatch,
                [](TlsFacts& tls) {
                    tls.leaf.names = {"relay.isp.test"};
                    tls.faults = {CertificateFault::NameMismatch};
                },
                25)},
            "outcome-cert-name-mismatch-25",
            "relay.isp.test"},
           {"caught by the line's own server, which made its certificate itself",
            {certificate(
                Outcome::CertSelfSigned,
                [](TlsFacts& tls) {
                    tls.leaf.names = {"relay.isp.test"};
                    tls.faults = {CertificateFault::SelfSigned, CertificateFault::NameMismatch};
                },
                25)},
            "outcome-cert-self-signed-25",
            "relay.isp.test"},
           {"caught by one of an unknown issuer",
            {certificate(
                Outcome::CertUnknownCa,
                [](TlsFacts& tls) {
                    tls.leaf.names = {"relay.isp.test"};
                    tls.faults = {CertificateFault::UnknownCa, CertificateFault::NameMismatch};
                },
                25)},
            "outcome-cert-unknown-ca-25",
            "relay.isp.test"},
           {"the server's own certificate, of its own making",
            {certificate(
                Outcome::CertSelfSigned, [](TlsFacts& tls) { tls.faults = {CertificateFault::SelfSigned}; }, 25)},
            "outcome-cert-self-signed"},
           {"a certificate of its own making for the asked name, and a greeting of another owner",
            {ownMade.greets("220 relay.isp.test ESMTP"),
             smtpAt(587, Outcome::TlsNotOffered).greets("220 mail.example.com ESMTP")},
            "outcome-cert-self-signed"},
           {"caught by one without encryption, which its greeting gives away",
            {smtpAt(25, Outcome::TlsNotOffered).greets("220 relay.isp.test ESMTP"),
             smtpAt(587, Outcome::LoginOk).greets("220 mail.example.test ESMTP")},
            "outcome-tls-not-offered-25",
            "relay.isp.test"},
           {"without encryption, and the same server",
            {smtpAt(25, Outcome::TlsNotOffered).greets("220 mail.example.test ESMTP"),
             smtpAt(587, Outcome::LoginOk).greets("220 mail.example.test ESMTP")},
            "outcome-tls-not-offered-others-encrypt"},
           {"silent once it connects",
            {smtpAt(25, Outcome::StageTimeout).explainOnly()},
            "outcome-stage-timeout-25",
            "大丈夫"},
           {"silent once it connects, and meant for sending",
            {smtpAt(25, Outcome::StageTimeout)},
            "outcome-stage-timeout"},
           {"answered with a refusal",
            {smtpAt(25, Outcome::ServerRefused).says("554 no")},
            "outcome-server-refused-25",
            "25番"}});
}

TEST_CASE("a closed port beside an open one is not used, alone it is a fault") {
    check({{"refused alone", {pop110(Outcome::ConnectRefused)}, "outcome-connect-refused", "110番"},
           {"refused beside an open one",
            {pop110(Outcome::ConnectRefused), pop(Outcome::LoginOk)},
            "outcome-connect-refused-others-answer"},
           {"silent alone", {pop(Outcome::ConnectTimeout)}, "outcome-connect-timeout", "2秒"},
           {"silent beside an open one",
            {pop110(Outcome::ConnectTimeout), pop(Outcome::Ready)},
            "outcome-connect-timeout-others-answer"},
           {"silent beside an open port of another host",
            {pop110(Outcome::ConnectTimeout), Try(Protocol::Pop3, 995, "other.example.test").ends(Outcome::Ready)},
            "outcome-connect-timeout"},
           {"only inside the provider's line",
            {pop(Outcome::ConnectTimeout).ownNetwork()},
            "outcome-connect-timeout-own-network",
            "回線"},
           {"refused outside the provider's line",
            {pop(Outcome::ConnectRefused).ownNetwork()},
            "outcome-connect-refused-own-network",
            "回線"}});
}

TEST_CASE("missing encryption says why, where the facts say why") {
    check({{"an old port without encryption",
            {pop110(Outcome::TlsNotOffered)},
            "outcome-tls-not-offered",
            "パスワードは送っていません"},
           {"the same beside an encrypted port",
            {pop110(Outcome::TlsNotOffered), pop(Outcome::LoginOk)},
            "outcome-tls-not-offered-others-encrypt",
            "大丈夫"},
           {"an encrypted sending port says nothing about receiving",
            {pop110(Outcome::TlsNotOffered), smtp(Outcome::LoginOk)},
            "outcome-tls-not-offered"},
           {"the word was overwritten on the way",
            {smtpAt(587, Outcome::TlsNotOffered).because("masked")},
            "outcome-tls-not-offered-overwritten",
            "途中にある機器"},
           {"a virus scanner answered",
            {pop110(Outcome::TlsNotOffered).greets("+OK Avast! POP3 proxy ready")},
            "outcome-tls-not-offered-shield",
            "ウイルス対策ソフト"},
           {"a reset is no scanner",
            {pop110(Outcome::TlsNotOffered).greets("+OK reset and preset")},
            "outcome-tls-not-offered"}});
}

TEST_CASE("something else behind the port is named") {
    const Attempt web = pop110(Outcome::NotThisProtocol).because("http");
    Attempt silent = pop110(Outcome::StageTimeout);
    silent.laxTls.emplace().failure = "other";
    Attempt inClear = pop110(Outcome::StageTimeout);
    inClear.laxTls.emplace().plainBytes = "hello\r\n";
    check({{"a web server on one port", {web, pop(Outcome::LoginOk)}, "outcome-not-this-protocol-http", "ウェブ"},
           {"a web server alone is no portal yet", {web}, "outcome-not-this-protocol-http"},
           {"a web page from every port",
            {web, handshake(995, "not-tls", -1, "HTTP/1.1 400 Bad Request")},
            "outcome-not-this-protocol-portal",
            "利用登録"},
           {"the same seen from the TLS port",
            {handshake(995, "not-tls", -1, "HTTP/1.1 400 Bad Request"), web},
            "outcome-tls-handshake-failed-portal"},
           {"SMTP on the POP port",
            {pop110(Outcome::NotThisProtocol).because("smtp")},
            "outcome-not-this-protocol-smtp",
            "SMTP"},
           {"SSH", {pop110(Outcome::NotThisProtocol).because("ssh")}, "outcome-not-this-protocol", "POP3"},
           {"TLS on a plain port",
            {pop110(Outcome::NotThisProtocol).because("tls")},
            "outcome-not-this-protocol-tls",
            "110番は、つないだ直後から暗号化(SSL/TLS)"},
           {"a silent plain port may speak TLS",
            {pop110(Outcome::StageTimeout)},
            "outcome-stage-timeout-perhaps-tls",
            "SSL/TLS"},
           {"a plain port that was silent to TLS too", {silent}, "outcome-stage-timeout-silent", "話しかけても"},
           {"a plain port that answered TLS, though not in TLS", {inClear}, "outcome-stage-timeout"},
           {"a silent TLS port is only silent",
            {pop(Outcome::StageTimeout).at(Stage::Greeting)},
            "outcome-stage-timeout"},
           {"the whole run's time was up",
            {pop(Outcome::StageTimeout).because("deadline")},
            "outcome-stage-timeout-deadline"},
           {"silence after the password",
            {pop(Outcome::StageTimeout).at(Stage::Login)},
            "outcome-stage-timeout-login",
            "まだ分かりません"}});
}

TEST_CASE("handshakes that fail say how") {
    check(
        {{"plain mail where TLS was due",
          {handshake(995, "not-tls", -1, "+OK ready")},
          "outcome-tls-handshake-failed-not-tls",
          "STARTTLS"},
         {"an unknown name", {handshake(995, "alert", 112)}, "outcome-tls-handshake-failed-name", "mail.example.test"},
         {"another alert", {handshake(995, "alert", 40)}, "outcome-tls-handshake-failed"},
         {"a cut", {handshake(995, "reset")}, "outcome-tls-handshake-failed-cut"},
         {"weak", {handshake(995, "weak")}, "outcome-tls-handshake-failed-weak"},
         {"a client certificate",
          {handshake(995, "client-certificate")},
          "outcome-tls-handshake-failed-client-certificate"},
         {"old TLS", {pop(Outcome::TlsOldVersion)}, "outcome-tls-old-version", "古い"}});
}

TEST_CASE("certificates are explained with their own facts") {
    const auto same = [](TlsFacts&) {};
    check({{"expired", {certificate(Outcome::CertExpired, same)}, "outcome-cert-expired", "2027年3月4日"},
           {"not yet valid: look at the clock",
            {certificate(Outcome::CertNotYetValid, same)},
            "outcome-cert-not-yet-valid",
            "時計"},
           {"of another name",
            {certificate(Outcome::CertNameMismatch,
                         [](TlsFacts& tls) {
                             tls.leaf.names = {"a.test", "b.test"};
                         })},
            "outcome-cert-name-mismatch",
            "a.test, b.test"},
           {"of very many names",
            {certificate(Outcome::CertNameMismatch,
                         [](TlsFacts& tls) {
                             tls.leaf.names = {"1", "2", "3", "4", "5"};
                         })},
            "outcome-cert-name-mismatch",
            "1, 2, 3, 4, …"},
           {"without names",
            {certificate(Outcome::CertNameMismatch, [](TlsFacts& tls) { tls.leaf.names.clear(); })},
            "outcome-cert-name-mismatch-no-names",
            "CN=mail.example.test"},
           {"with a hidden character",
            {certificate(Outcome::CertNameMismatch, [](TlsFacts& tls) { tls.nulInName = true; })},
            "outcome-cert-name-mismatch-nul"},
           {"of an unknown issuer",
            {certificate(Outcome::CertUnknownCa, same)},
            "outcome-cert-unknown-ca",
            "CN=Example CA"},
           {"made by a scanner",
            {certificate(Outcome::CertUnknownCa,
                         [](TlsFacts& tls) { tls.leaf.issuer = "CN=Avast Web/Mail Shield Root"; })},
            "outcome-cert-unknown-ca-shield",
            "ウイルス対策ソフト"}});
}

TEST_CASE("login answers are exact and never blame") {
    check(
        {{"refused without a word",
          {pop(Outcome::AuthRejected)},
          "outcome-auth-rejected",
          "受け付けませんでした(理由の説明なし)"},
         {"refused with a text",
          {pop(Outcome::AuthRejected).says("-ERR [AUTH] no")},
          "outcome-auth-rejected-said",
          "「-ERR [AUTH] no」"},
         {"refused at the user name",
          {pop(Outcome::AuthRejected).because("user")},
          "outcome-auth-rejected-user",
          "taro"},
         {"busy by its code means taken",
          {pop(Outcome::MailboxBusy).code("IN-USE").says("-ERR [IN-USE]")},
          "outcome-mailbox-busy-in-use",
          "パスワードは受け付けられました"},
         {"busy by words alone means no more than that",
          {pop(Outcome::MailboxBusy).says("-ERR unable to lock maildrop")},
          "outcome-mailbox-busy-said",
          "メールボックスを開けませんでした"},
         {"a login that was not understood says nothing about the password",
          {pop(Outcome::ProtocolError).because("syntax").says("-ERR Protocol error. 14")},
          "outcome-protocol-error-syntax",
          "わかりません"},
         {"too early to log in again",
          {pop(Outcome::TryLater).code("LOGIN-DELAY").says("-ERR [LOGIN-DELAY] 900")},
          "outcome-try-later-login-delay",
          "900"},
         {"a broken password store",
          {pop(Outcome::TryLater).says("-ERR [SYS/TEMP] x")},
          "outcome-try-later-login",
          "まだ分かりません"},
         {"too many connections",
          {pop(Outcome::TryLater).at(Stage::Greeting).says("421 x")},
          "outcome-try-later-said",
          "421 x"},
         {"no login for sending", {smtp(Outcome::AuthNotOffered)}, "outcome-auth-not-offered-smtp", "送信"},
         {"no login for receiving", {pop(Outcome::AuthNotOffered)}, "outcome-auth-not-offered"},
         {"logged in", {pop(Outcome::LoginOk)}, "outcome-login-ok"},
         {"logged in without encryption", {pop110(Outcome::LoginOk).clear()}, "outcome-login-ok-cleartext", "読まれる"},
         {"logged in without encryption, which is there",
          {pop110(Outcome::LoginOk).clear().offersStartTls()},
          "outcome-login-ok-cleartext-starttls",
          "STARTTLS にすれば"},
         {"reached without encryption", {pop110(Outcome::Ready).clear()}, "outcome-ready-cleartext", "暗号化がない"},
         {"reached without encryption, which is there",
          {pop110(Outcome::Ready).clear().offersStartTls()},
          "outcome-ready-cleartext-starttls",
          "STARTTLS)に対応"},
         {"a yes is missing",
          {pop110(Outcome::PlaintextRefused).clear().because("consent")},
          "outcome-plaintext-refused-consent",
          "暗号化がありません"},
         {"a yes is missing where encryption is there",
          {pop110(Outcome::PlaintextRefused).clear().because("consent").offersStartTls()},
          "outcome-plaintext-refused-consent-starttls",
          "STARTTLS)に対応"},
         {"logged in where the greeting took its time",
          {pop(Outcome::LoginOk).spokenToAfter(6049ms)},
          "outcome-login-ok-late",
          "6秒"},
         {"a slow line is no late greeting", {pop(Outcome::LoginOk).spokenToAfter(4999ms)}, "outcome-login-ok"},
         {"reached", {pop(Outcome::Ready)}, "outcome-ready"},
         {"reached where the greeting took its time",
          {pop(Outcome::Ready).greets("220-wait").spokenToAfter(8200ms)},
          "outcome-ready-late",
          "8秒"},
         {"reached, while another port of the mailbox said that it is in use",
          {pop110(Outcome::Ready).because("mailbox-busy"), pop(Outcome::MailboxBusy)},
          "outcome-ready-mailbox-busy",
          "少ししてから"},
         {"reached, host to be agreed to",
          {pop(Outcome::Ready).asks(ConsentKind::Host)},
          "outcome-ready-consent-host",
          "mail.example.test"}});
}

TEST_CASE("the provider's own meaning of a text comes first, with the text itself") {
    Translation translation = provider();
    translation.failures = {
        {Protocol::Smtp, "from ABROAD", "from-abroad", {"海外からは使えません。", "Not from abroad."}, {}}};
    const RunReport report =
        run({smtp(Outcome::AuthRejected).says("535 Login from abroad {port}"),
             pop(Outcome::AuthRejected).says("from abroad"), smtp(Outcome::LoginOk).says("235 not from abroad")});
    const Judgement judgement = judge(translation, report);
    CHECK(say(judgement.explanations[0], Language::Japanese) ==
          "海外からは使えません。 サーバーの返事:「535 Login from abroad {port}」");
    CHECK(say(judgement.explanations[0], Language::English) ==
          "Not from abroad. The server said: “535 Login from abroad {port}”");
    CHECK(judgement.explanations[1].code == "outcome-auth-rejected-said");
    CHECK(judgement.explanations[2].code == "outcome-login-ok");
}

TEST_CASE("a failure text that is empty explains nothing") {
    Translation translation = provider();
    translation.failures = {{std::nullopt, "", "other", {"ひどい", "bad"}, {}}};
    CHECK(judge(translation, run({pop(Outcome::AuthRejected).says("no")})).explanations[0].code ==
          "outcome-auth-rejected-said");
}

TEST_CASE("what a lax second handshake showed is said in words") {
    const auto seen = [](Outcome outcome, const std::string& version) {
        Attempt attempt = handshake(995, "alert", 40);
        attempt.outcome = outcome;
        attempt.laxTls = goodTls("mail.example.test");
        attempt.laxTls->version = version;
        return attempt;
    };
    check({{"TLS 1.0 only", {seen(Outcome::TlsOldVersion, "TLSv1")}, "outcome-tls-old-version-seen", "TLS 1.0 "},
           {"TLS 1.1 only", {seen(Outcome::TlsOldVersion, "TLSv1.1")}, "outcome-tls-old-version-seen", "TLS 1.1 "},
           {"a new version with weak ciphers",
            {seen(Outcome::TlsHandshakeFailed, "TLSv1.2")},
            "outcome-tls-handshake-failed-weak",
            "弱く"}});
    Attempt refusedAgain = seen(Outcome::TlsHandshakeFailed, "");
    refusedAgain.laxTls->handshakeDone = false;
    check({{"refused both times", {refusedAgain}, "outcome-tls-handshake-failed"}});
}

TEST_CASE("a login that may not send from this address is still a login, and says so") {
    check({{"refused",
            {smtp(Outcome::LoginOk).because("sender-refused").says("553 5.7.1 not yours")},
            "outcome-login-ok-sender-refused",
            "not yours"},
           {"the mailbox is full",
            {smtp(Outcome::LoginOk).because("recipient-refused").says("552 5.2.2 full up")},
            "outcome-login-ok-recipient-refused",
            "full up"},
           {"no clear answer", {smtp(Outcome::LoginOk).because("sender-unknown")}, "outcome-login-ok"}});
}

TEST_CASE("what was skipped says why; an unknown reason still has a sentence") {
    check(
        {{"the time was up", {pop(Outcome::Skipped).because("deadline")}, "outcome-skipped-deadline", "時間"},
         {"the person stopped it", {pop(Outcome::Skipped).because("cancelled")}, "outcome-skipped-cancelled", "中止"},
         {"TLS begins at once there", {pop(Outcome::Skipped).because("tls-here")}, "outcome-skipped-tls-here", "995番"},
         {"a reason of tomorrow", {pop(Outcome::Skipped).because("tomorrow")}, "outcome-skipped"}});
}

TEST_CASE("every outcome can be explained, without a place left open") {
    for (const Outcome outcome : allOutcomes()) {
        CAPTURE(std::string(name(outcome)));
        check({{"by itself", {pop(outcome)}, judge(provider(), run({pop(outcome)})).explanations[0].code.c_str()}});
    }
}

TEST_CASE("a server that connected but never greeted did not answer") {
    CHECK_FALSE(answered(pop110(Outcome::StageTimeout)));
    CHECK(answered(pop110(Outcome::StageTimeout).at(Stage::Capabilities)));
    CHECK(answered(pop(Outcome::CertExpired)));
    CHECK_FALSE(answered(pop(Outcome::ConnectRefused)));
    CHECK_FALSE(answered(pop(Outcome::DnsNotFound)));
    CHECK_FALSE(answered(pop(Outcome::Skipped)));
}
