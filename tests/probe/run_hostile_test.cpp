// Servers that misbehave, whole runs against them. Byte by byte they are in conversation_test.
#include "probe/fake_network.h"
#include "support/catch.h"

using namespace yomikae;
using namespace yomikae::test;

namespace {

/// One server, one candidate, and what it came to.
struct Case {
    FakeNetwork net;
    FakeServer& server;
    Plan plan;
    Case(FakeServer what, std::uint16_t port, Security security)
        : server(net.server("192.0.2.1", port, std::move(what))) {
        net.host("mail.example.test", "192.0.2.1");
        plan.candidates = {candidate(server.protocol, port, security, 0)};
    }
    RunReport report;
    Attempt run() {
        report = net.play(plan, settings());
        CHECK(net.leaks.empty());
        return report.attempts.at(0);
    }
};

Case pop110() {
    return Case(pop(false), 110, Security::StartTls);
}

} // namespace

TEST_CASE("P01: a server that never says anything is given 20 s") {
    Case world(pop(false), 110, Security::StartTls);
    world.server.greeting.clear();
    const Attempt attempt = world.run();
    CHECK(attempt.outcome == Outcome::StageTimeout);
    CHECK(attempt.stage == Stage::Greeting);
    CHECK(attempt.took < Milliseconds(20'100));
}

TEST_CASE("P05: a server that hangs up at once") {
    Case world(pop(false), 110, Security::StartTls);
    world.server.closesAtOnce = true;
    CHECK(world.run().outcome == Outcome::ClosedEarly);
    CHECK(world.report.elapsed < Milliseconds(100));
}

TEST_CASE("P07: -ERR at the greeting gets QUIT and nothing else") {
    Case world(pop(false), 110, Security::StartTls);
    world.server.greeting = "-ERR POP3 server not available\r\n";
    CHECK(world.run().outcome == Outcome::ServerRefused);
    CHECK(world.server.heard == std::vector<std::string>{"clear QUIT"});
}

TEST_CASE("P22: a list without an end is cut at 100 lines") {
    Case world(pop(false), 110, Security::StartTls);
    std::string list = "+OK\r\n";
    for (int i = 0; i < 500; ++i)
        list += "X-FEATURE 1234567890\r\n";
    world.server.instead["CAPA"] = {list};
    const Attempt attempt = world.run();
    CHECK(attempt.outcome == Outcome::LimitExceeded);
    CHECK(attempt.reason == "lines");
}

TEST_CASE("P33: an answer that is there before its question ends the session") {
    Case world(pop(), 995, Security::ImplicitTls);
    world.server.instead["CAPA"] = {"+OK\r\nUSER\r\n.\r\n"};
    world.server.instead["USER"] = {"+OK\r\n+OK Logged in.\r\n"};
    const Attempt attempt = world.run();
    CHECK(attempt.outcome == Outcome::ProtocolError);
    CHECK(attempt.reason == "unasked");
    CHECK(world.server.count("PASS") == 0);
}

TEST_CASE("P35: a server that never answers QUIT is left after 3 s; the outcome was known before") {
    Case world(pop(), 995, Security::ImplicitTls);
    world.server.instead["QUIT"] = {""};
    CHECK(world.run().outcome == Outcome::LoginOk);
    CHECK(world.report.elapsed < Milliseconds(300));
    CHECK(world.net.ended < Milliseconds(3500));
}

TEST_CASE("S02: STLS refused is no reason to log in without it") {
    Case world = pop110();
    world.server.instead["STLS"] = {"-ERR STARTTLS not supported.\r\n"};
    CHECK(world.run().outcome == Outcome::TlsDeclined);
    CHECK(world.server.logins == 0);
}

TEST_CASE("S10: answers made up behind the yes to STLS") {
    Case world = pop110();
    world.server.instead["STLS"] = {
        "+OK Begin\r\n+OK\r\nUSER\r\nSASL PLAIN LOGIN\r\n.\r\n+OK\r\n+OK Logged in.\r\n", {}, false, true};
    CHECK(world.run().outcome == Outcome::TlsInjection);
    CHECK(world.server.logins == 0);
}

TEST_CASE("S11: answers made up behind 220 to STARTTLS") {
    Case world(smtp(false), 587, Security::StartTls);
    world.server.instead["STARTTLS"] = {"220 Ready\r\n250-mail\r\n250 AUTH PLAIN LOGIN\r\n235 ok\r\n", {}, false, true};
    CHECK(world.run().outcome == Outcome::TlsInjection);
    CHECK(world.server.logins == 0);
}

TEST_CASE("S16: a yes to STLS and then silence is a time-out of the handshake") {
    Case world = pop110();
    world.server.instead["STLS"] = {"+OK Begin TLS\r\n", {}, false, false, true};
    const Attempt attempt = world.run();
    CHECK(attempt.outcome == Outcome::StageTimeout);
    CHECK(attempt.stage == Stage::Tls);
    CHECK(attempt.took < Milliseconds(16'000));
}

TEST_CASE("T01: a right server, with the facts of its certificate") {
    Case world(pop(), 995, Security::ImplicitTls);
    const Attempt attempt = world.run();
    CHECK(attempt.outcome == Outcome::LoginOk);
    CHECK(attempt.tls->faults.empty());
    CHECK(attempt.tls->leaf.sha256 == world.server.tls.identity.sha256());
}

TEST_CASE("N10: a tarpit of 8 s a line is a long wait, and no fault") {
    Case world(smtp(false), 587, Security::StartTls);
    world.server.greetingAfter = Milliseconds(8000);
    for (const char* word : {"EHLO", "STARTTLS", "AUTH"})
        world.server.once.push_back({word,
                                     {word[0] == 'S'   ? "220 go\r\n"
                                      : word[0] == 'A' ? "334 \r\n"
                                                       : "250-m\r\n250 STARTTLS\r\n",
                                      Milliseconds(8000), false, word[0] == 'S'}});
    const Attempt attempt = world.run();
    CHECK(attempt.stage >= Stage::Login);
}

TEST_CASE("N11: a server with one connection for us gets them one after another") {
    FakeNetwork net;
    net.host("mail.example.test", "192.0.2.1");
    net.server("192.0.2.1", 995, pop());
    FakeServer& pop110 = net.server("192.0.2.1", 110, pop(false));
    pop110.once.push_back({"CAPA", {"-ERR [IN-USE] Maximum number of connections\r\n", {}, true}});
    net.server("192.0.2.1", 465, smtp());
    Plan plan = popAndSmtp();
    plan.candidates.insert(plan.candidates.begin() + 1, candidate(Protocol::Pop3, 110, Security::StartTls, 1));
    const RunReport report = net.play(plan, settings());
    CHECK(attemptAt(report, 995).outcome == Outcome::LoginOk);
    CHECK(attemptAt(report, 465).outcome == Outcome::LoginOk);
    CHECK(pop110.mostOpen == 1);
}

TEST_CASE("a greeting of [IN-USE] beside our own other connections is tried once more, alone") {
    FakeNetwork net;
    net.host("mail.example.test", "192.0.2.1");
    net.server("192.0.2.1", 993, imap());
    FakeServer& pop995 = net.server("192.0.2.1", 995, pop());
    pop995.greeting = "-ERR [IN-USE] Maximum number of connections\r\n";
    Plan plan;
    plan.candidates = {candidate(Protocol::Pop3, 995, Security::ImplicitTls, 0),
                       candidate(Protocol::Imap, 993, Security::ImplicitTls, 1)};
    const RunReport report = net.play(plan, settings());
    CHECK(pop995.connections == 2);
    CHECK(attemptAt(report, 995).outcome == Outcome::MailboxBusy);
    CHECK(attemptAt(report, 993).outcome == Outcome::LoginOk);
}

TEST_CASE("a password that the server repeats is struck out everywhere") {
    Case world(pop(), 995, Security::ImplicitTls);
    world.server.instead["AUTH"] = {std::string("-ERR [AUTH] wrong: ") + Password +
                                    " AHRhcm9AZXhhbXBsZS50ZXN0AGhpbWl0c3UtUzNjcmV0\r\n"};
    const Attempt attempt = world.run(); // the fake network searches the report
    CHECK(attempt.serverText.find("****") != std::string::npos);
}
