// What a conversation file cannot say: the owner's side of the contract.
#include "dialogue_script.h"
#include "released.h"
#include "support/catch.h"

using namespace yomikae;
using namespace yomikae::test;

namespace {

std::unique_ptr<Dialogue> readyPop3(Security security = Security::ImplicitTls) {
    DialogueOptions options;
    options.security = security;
    auto dialogue = makeDialogue(Protocol::Pop3, options);
    for (const char* line : {"+OK ready <1.2@mail.example.test>", "+OK", "USER", "SASL PLAIN"})
        dialogue->line(line);
    CHECK(dialogue->line(".").ready);
    return dialogue;
}

Step logIn(Dialogue& dialogue, const std::string& user, std::string password, std::vector<Mechanism> with = {},
           bool insideTls = true) {
    const ReleasedSecret released = SecretInput::released(std::move(password));
    return dialogue.login({user, released, std::move(with), insideTls});
}

} // namespace

TEST_CASE("a name or password that would break the line is never sent") {
    const std::string nul("a\0b", 3);
    for (const std::string& bad :
         {std::string(), std::string("taro\r\nDELE 1"), std::string("taro\n"), nul, std::string(1025, 'x')}) {
        auto byName = readyPop3();
        Step step = logIn(*byName, bad, "himitsu");
        REQUIRE(step.finding.has_value());
        CHECK(step.finding->outcome == Outcome::InputInvalid);
        CHECK(step.bytes.empty());
        CHECK(step.close);
        auto byPassword = readyPop3();
        step = logIn(*byPassword, "taro", bad);
        REQUIRE(step.finding.has_value());
        CHECK(step.finding->outcome == Outcome::InputInvalid);
        CHECK(step.bytes.empty());
    }
}

TEST_CASE("the longest name and password allowed are sent, without an initial response") {
    auto dialogue = readyPop3();
    CHECK(logIn(*dialogue, std::string(320, 'u'), std::string(1024, 'p')).bytes == "AUTH PLAIN\r\n");
}

TEST_CASE("where STARTTLS is missing the line that says why is told, or none") {
    struct Row {
        Protocol protocol;
        std::vector<const char*> lines;
        const char* told;
    };
    for (const Row& row : {Row{Protocol::Pop3, {"+OK ready", "+OK", "USER", "."}, ""},
                           Row{Protocol::Pop3, {"+OK ready", "+OK", "."}, ""},
                           Row{Protocol::Pop3, {"+OK ready", "-ERR Unknown command"}, "-ERR Unknown command"},
                           Row{Protocol::Imap, {"* OK [CAPABILITY IMAP4rev1] ready"}, ""},
                           Row{Protocol::Smtp, {"220 m ESMTP", "250-m", "250 AUTH PLAIN"}, ""},
                           Row{Protocol::Smtp, {"220 m ESMTP", "250-m", "250-XXXXXXXA", "250 SIZE"}, "XXXXXXXA"},
                           Row{Protocol::Smtp, {"220 ********", "250-m", "250 SIZE"}, "220 ********"}}) {
        CAPTURE(row.lines.back(), row.told);
        DialogueOptions options;
        options.security = Security::StartTls;
        auto dialogue = makeDialogue(row.protocol, options);
        Step last;
        for (const char* line : row.lines)
            last = dialogue->line(line);
        REQUIRE(last.finding);
        CHECK(last.finding->outcome == Outcome::TlsNotOffered);
        CHECK(last.finding->serverText == row.told);
        CHECK(last.finding->reason == (*row.told == 'X' || *row.told == '2' ? "masked" : ""));
    }
}

TEST_CASE("an initial response goes out only if the whole line fits into 255 bytes") {
    // "AUTH PLAIN " + base64 + CRLF: 180 bytes of message give 240 of base64 and a line of 253, one more gives 257
    for (const std::size_t size : {std::size_t{180}, std::size_t{181}}) {
        auto dialogue = readyPop3();
        const Step step = logIn(*dialogue, "taro", std::string(size - 6, 'p'));
        CHECK(step.secret == (size == 180));
        CHECK(step.bytes.size() == (size == 180 ? 253u : 12u));
    }
}

TEST_CASE("secrets are marked and struck out for the transcript") {
    auto dialogue = readyPop3();
    const Step user = logIn(*dialogue, "taro", "himitsu", {Mechanism::UserPass});
    CHECK(user.bytes == "USER taro\r\n");
    CHECK_FALSE(user.secret);
    CHECK_FALSE(dialogue->awaitsVerdict());
    const Step pass = dialogue->line("+OK");
    CHECK(pass.bytes == "PASS himitsu\r\n");
    CHECK(pass.shown == "PASS ****\r\n");
    CHECK(pass.secret);
    CHECK(dialogue->awaitsVerdict());
    CHECK(dialogue->stage() == Stage::Login);
    CHECK(dialogue->mechanism() == Mechanism::UserPass);
    dialogue->line("+OK");
    CHECK_FALSE(dialogue->awaitsVerdict());
}

TEST_CASE("a password that is not ASCII goes by SASL before USER, and by USER where there is nothing else") {
    auto dialogue = readyPop3();
    CHECK(logIn(*dialogue, "taro", "日本", {Mechanism::UserPass, Mechanism::Plain}).shown == "AUTH PLAIN ****\r\n");
    auto old = makeDialogue(Protocol::Pop3, {});
    old->line("+OK ready");
    CHECK(old->line("-ERR what?").ready);
    logIn(*old, "taro", "日本");
    CHECK(old->line("+OK").bytes == "PASS 日本\r\n");
}

TEST_CASE("nothing is due before a login, and what comes then is unasked") {
    auto dialogue = readyPop3();
    CHECK(dialogue->expectsNothing());
    const Step step = dialogue->line("+OK Logged in.");
    REQUIRE(step.finding.has_value());
    CHECK(step.finding->outcome == Outcome::ProtocolError);
    CHECK(step.finding->reason == "unasked");
    CHECK(step.close);
}

TEST_CASE("a login is taken once, and only where everything is known") {
    auto early = makeDialogue(Protocol::Pop3, {});
    CHECK(logIn(*early, "taro", "himitsu").bytes.empty());
    auto twice = readyPop3();
    logIn(*twice, "taro", "himitsu");
    const Step again = logIn(*twice, "taro", "himitsu");
    CHECK(again.bytes.empty());
    CHECK(again.close);
}

TEST_CASE("a login in clear must be said to be one") {
    auto inClear = readyPop3(Security::None);
    const Step step = logIn(*inClear, "taro", "himitsu");
    CHECK(step.bytes.empty());
    REQUIRE(step.finding.has_value());
    CHECK(step.finding->reason == "order");
    auto said = readyPop3(Security::None);
    CHECK(logIn(*said, "taro", "himitsu", {}, false).shown == "APOP taro ****\r\n");
}

TEST_CASE("with STARTTLS no login goes out before the handshake") {
    DialogueOptions options;
    options.security = Security::StartTls;
    auto dialogue = makeDialogue(Protocol::Smtp, options);
    dialogue->line("220 hello");
    dialogue->line("250-hello");
    dialogue->line("250-AUTH PLAIN");
    CHECK(dialogue->line("250 STARTTLS").bytes == "STARTTLS\r\n");
    CHECK(logIn(*dialogue, "taro", "himitsu").bytes.empty());
}

TEST_CASE("a handshake that nobody asked for is a mistake that sends nothing") {
    auto dialogue = readyPop3();
    const Step step = dialogue->tlsEstablished();
    CHECK(step.bytes.empty());
    CHECK(step.close);
}

TEST_CASE("what was learned in clear is forgotten inside TLS") {
    DialogueOptions options;
    options.security = Security::StartTls;
    auto dialogue = makeDialogue(Protocol::Pop3, options);
    for (const char* line : {"+OK ready <1.2@mail.example.test>", "+OK", "SASL PLAIN", "STLS", "."})
        dialogue->line(line);
    CHECK(dialogue->capabilities().apop);
    CHECK(dialogue->line("+OK").startTls);
    CHECK(dialogue->expectsNothing());
    CHECK(dialogue->tlsEstablished().bytes == "CAPA\r\n");
    CHECK(dialogue->capabilities() == Capabilities());
    dialogue->line("+OK");
    CHECK(dialogue->line(".").ready);
    CHECK_FALSE(dialogue->capabilities().apop);
}

TEST_CASE("quit is polite where a server listens, and silent where it must be") {
    auto ready = readyPop3();
    const Step step = ready->quit();
    CHECK(step.bytes == "QUIT\r\n");
    REQUIRE(step.finding.has_value());
    CHECK(step.finding->outcome == Outcome::Ready);
    CHECK(ready->line("+OK bye").close);
    auto silent = makeDialogue(Protocol::Pop3, {});
    CHECK(silent->quit().bytes.empty());
    auto middle = readyPop3();
    logIn(*middle, "taro", "himitsu");
    const Step cancelled = middle->quit();
    CHECK(cancelled.bytes == "QUIT\r\n");
    CHECK_FALSE(cancelled.finding.has_value());
    CHECK(middle->quit().bytes.empty());
}

TEST_CASE("a cancel in the middle of an exchange is not taken for an answer to the server's question") {
    auto dialogue = readyPop3();
    CHECK(logIn(*dialogue, "taro", std::string(300, 'p')).bytes == "AUTH PLAIN\r\n");
    const Step step = dialogue->quit();
    CHECK(step.bytes.empty());
    CHECK(step.close);
    CHECK_FALSE(step.finding.has_value());
}

TEST_CASE("the passwords that went out are counted, also where one login is asked for it twice") {
    auto dialogue = readyPop3();
    CHECK(dialogue->passwordsSent() == 0);
    logIn(*dialogue, "taro", "himitsu");
    CHECK(dialogue->passwordsSent() == 1);
    CHECK(dialogue->line("+ ").secret);
    CHECK(dialogue->passwordsSent() == 1);
    CHECK(dialogue->line("-ERR Unknown command.").bytes == "USER taro\r\n");
    CHECK(dialogue->line("+OK").secret);
    CHECK(dialogue->passwordsSent() == 2);
}

TEST_CASE("after a finding nothing changes it") {
    auto dialogue = readyPop3();
    logIn(*dialogue, "taro", "himitsu");
    const Step wrong = dialogue->line("-ERR [AUTH] Authentication failed.");
    REQUIRE(wrong.finding.has_value());
    CHECK(wrong.finding->serverText == "-ERR [AUTH] Authentication failed.");
    CHECK(wrong.bytes == "QUIT\r\n");
    const Step later = dialogue->line("+OK Logged in.");
    CHECK_FALSE(later.finding.has_value());
    CHECK(later.close);
    CHECK_FALSE(dialogue->closed().finding.has_value());
    CHECK_FALSE(dialogue->unasked("+OK").finding.has_value());
    CHECK_FALSE(dialogue->lineTooLong("+OK").finding.has_value());
}

TEST_CASE("the greeting is kept as it was sent") {
    auto dialogue = makeDialogue(Protocol::Pop3, {});
    CHECK(dialogue->greeting().empty());
    const std::string greeting("+OK \x82\xb1\0<b>", 10);
    dialogue->line(greeting);
    CHECK(dialogue->greeting() == greeting);
    dialogue->line("+OK");
    CHECK(dialogue->greeting() == greeting);
}

TEST_CASE("all answers of a connection have a limit together") {
    DialogueOptions options;
    options.security = Security::StartTls;
    auto dialogue = makeDialogue(Protocol::Smtp, options);
    const auto answer = [&](const std::string& code, const std::string& last) {
        for (int i = 0; i < 8; ++i)
            dialogue->line(code + '-' + std::string(8000, 'x'));
        return dialogue->line(code + ' ' + last);
    };
    answer("220", "hello");
    answer("250", "STARTTLS");
    CHECK(answer("220", "go").startTls);
    dialogue->tlsEstablished();
    CHECK(answer("250", "AUTH PLAIN").ready);
    CHECK(logIn(*dialogue, "taro", "himitsu").bytes == "AUTH PLAIN\r\n");
    const Step step = dialogue->line("334 " + std::string(8000, 'x'));
    REQUIRE(step.finding.has_value());
    CHECK(step.finding->outcome == Outcome::LimitExceeded);
    CHECK(step.finding->reason == "bytes");
}

TEST_CASE("where nothing that was planned is offered, the best that is offered is tried, but only inside TLS") {
    auto inTls = readyPop3();
    CHECK(logIn(*inTls, "taro", "himitsu", {Mechanism::CramMd5}).shown == "AUTH PLAIN ****\r\n");
    auto inClear = readyPop3(Security::None);
    const Step step = logIn(*inClear, "taro", "himitsu", {Mechanism::CramMd5}, false);
    REQUIRE(step.finding.has_value());
    CHECK(step.finding->outcome == Outcome::AuthMechanismUnsupported);
    CHECK(step.bytes == "QUIT\r\n");
}
