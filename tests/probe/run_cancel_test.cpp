// U04: back at once in every stage, and behind it not one more byte but QUIT. And the end of a run by its own clock.
#include "probe/fake_network.h"
#include "support/catch.h"

using namespace yomikae;
using namespace yomikae::test;

namespace {

struct Stopped {
    const char* when; ///< what is going on
    Instant at;
    Outcome outcome;
    Stage stage;
};

/// 995: look-up 0-20, connected 40, TLS done 60, greeting at 2070, CAPA until 2090, then a password without an answer.
constexpr Stopped Stages[] = {
    {"the name is looked up", Instant(10), Outcome::Cancelled, Stage::Resolve},
    {"the connection is made", Instant(30), Outcome::Cancelled, Stage::Connect},
    {"the handshake is under way", Instant(50), Outcome::Cancelled, Stage::Tls},
    {"the greeting is waited for", Instant(70), Outcome::Cancelled, Stage::Greeting},
    {"the capabilities are asked for", Instant(2085), Outcome::Cancelled, Stage::Capabilities},
    {"the verdict is waited for", Instant(4000), Outcome::Cancelled, Stage::Login},
};

} // namespace

TEST_CASE("U04: cancel comes back within the same call in every stage") {
    for (const Stopped& stage : Stages) {
        INFO(stage.when);
        FakeNetwork net;
        net.host("mail.example.test", "192.0.2.1");
        FakeServer& slow = net.server("192.0.2.1", 995, pop());
        slow.greetingAfter = Milliseconds(2000);
        slow.instead["AUTH"] = {"+OK Logged in.\r\n", Milliseconds(16'000)};
        Plan plan;
        plan.candidates = {candidate(Protocol::Pop3, 995, Security::ImplicitTls, 0)};
        const RunReport report = net.play(plan, settings(), stage.at);
        CHECK(report.cancelled);
        CHECK(report.attempts[0].outcome == stage.outcome);
        CHECK(name(report.attempts[0].stage) == name(stage.stage));
        CHECK(net.ended == stage.at);
        CHECK(report.elapsed == stage.at);
        CHECK(net.saidAfterCancel.size() <= 1);
    }
}

TEST_CASE("U04: in clear the last word is QUIT") {
    FakeNetwork net;
    net.host("mail.example.test", "192.0.2.1");
    net.server("192.0.2.1", 110, pop(false)).instead["CAPA"] = {""};
    Plan plan;
    plan.candidates = {candidate(Protocol::Pop3, 110, Security::StartTls, 0)};
    net.play(plan, settings(), Instant(1000));
    CHECK(net.saidAfterCancel == std::vector<std::string>{"QUIT\r\n"});
}

TEST_CASE("U04: a challenge that stands is not declined, the connection is closed") {
    FakeNetwork net;
    net.host("mail.example.test", "192.0.2.1");
    net.server("192.0.2.1", 995, pop()).instead["AUTH"] = {"+OK\r\n", Milliseconds(10'000)};
    FakeServer& smtp465 = net.server("192.0.2.1", 465, smtp());
    const RunReport report = net.play(popAndSmtp(), settings(), Instant(1000));
    CHECK(attemptAt(report, 465).outcome == Outcome::Ready);
    CHECK_FALSE(attemptAt(report, 465).mechanism);
    CHECK(smtp465.count("AUTH PLAIN") == 1);
    for (const TranscriptLine& line : attemptAt(report, 465).transcript)
        CHECK(line.text != "*");
    CHECK(smtp465.heard.back() == "tls AUTH PLAIN");
}

TEST_CASE("U04: what was known before the cancel stays known") {
    FakeNetwork net;
    net.host("mail.example.test", "192.0.2.1");
    net.server("192.0.2.1", 995, pop());
    net.server("192.0.2.1", 465, smtp()).greetingAfter = Milliseconds(10'000);
    const RunReport report = net.play(popAndSmtp(), settings(), Instant(1000));
    CHECK(attemptAt(report, 995).outcome == Outcome::LoginOk);
    CHECK(attemptAt(report, 465).outcome == Outcome::Cancelled);
}

TEST_CASE("an open door that waited for its login when the run was stopped is still an open door") {
    FakeNetwork net;
    net.host("mail.example.test", "192.0.2.1");
    net.server("192.0.2.1", 995, pop()).greetingAfter = Milliseconds(10'000);
    net.server("192.0.2.1", 465, smtp());
    const RunReport report = net.play(popAndSmtp(), settings(), Instant(1000));
    CHECK(attemptAt(report, 465).outcome == Outcome::Ready);
    CHECK(attemptAt(report, 465).reason == "cancelled");
}

TEST_CASE("a run ends by its own clock, whatever the servers do") {
    FakeNetwork net;
    net.host("mail.example.test", "192.0.2.1");
    net.server("192.0.2.1", 995, pop()).greetingAfter = Milliseconds(15'000);
    net.server("192.0.2.1", 465, smtp());
    RunSettings how = settings();
    how.deadline = Milliseconds(5000);
    const RunReport report = net.play(popAndSmtp(), std::move(how));
    CHECK(report.elapsed == Milliseconds(5000));
    CHECK(attemptAt(report, 995).outcome == Outcome::StageTimeout);
    CHECK(attemptAt(report, 995).reason == "deadline");
    CHECK_FALSE(report.cancelled);
}

TEST_CASE("16 sockets in all, one to a host and port, 12 a minute to a host") {
    FakeNetwork net;
    Plan plan;
    for (int host = 0; host < 6; ++host) {
        const std::string name = "h" + std::to_string(host) + ".example.test";
        net.host(name, "192.0.2." + std::to_string(host + 1));
        for (std::uint16_t port = 1000; port < 1004; ++port)
            plan.candidates.push_back(candidate(Protocol::Pop3, port, Security::StartTls, port - 1000, name));
    }
    const RunReport report = net.play(plan, settings());
    CHECK(net.mostSockets == 16);
    CHECK(net.dialled.size() == 24);
    for (const Attempt& attempt : report.attempts)
        CHECK(attempt.outcome == Outcome::ConnectTimeout);
}

TEST_CASE("one host with 14 ports: the last two wait until a minute is over") {
    FakeNetwork net;
    net.host("mail.example.test", "192.0.2.1");
    Plan plan;
    for (std::uint16_t port = 1000; port < 1014; ++port) {
        net.refuses("192.0.2.1", port);
        plan.candidates.push_back(candidate(Protocol::Pop3, port, Security::StartTls, port));
    }
    const RunReport report = net.play(plan, settings());
    CHECK(report.attempts[11].outcome == Outcome::ConnectRefused);
    CHECK(report.attempts[13].outcome == Outcome::ConnectRefused);
    CHECK(report.elapsed >= Milliseconds(60'000));
    CHECK(report.elapsed < Milliseconds(61'000));
}

TEST_CASE("two ways to speak on one port go one after the other") {
    FakeNetwork net;
    net.host("mail.example.test", "192.0.2.1");
    FakeServer& pop110 = net.server("192.0.2.1", 110, pop(false));
    Plan plan;
    plan.candidates = {candidate(Protocol::Pop3, 110, Security::StartTls, 0),
                       candidate(Protocol::Pop3, 110, Security::None, 1)};
    plan.candidates[1].explainOnly = true;
    const RunReport report = net.play(plan, settings());
    CHECK(pop110.mostOpen == 1);
    CHECK(report.attempts[0].outcome == Outcome::LoginOk);
    CHECK(report.attempts[1].outcome == Outcome::Ready);
}
