// A port for clear text where the server waits for TLS: found out by a second connection, which carries no password.
#include "base/limits.h"
#include "probe/fake_network.h"
#include "support/catch.h"

using namespace yomikae;
using namespace yomikae::test;

namespace {

struct Silent {
    FakeNetwork net;
    FakeServer& server;
    Plan plan;

    explicit Silent(FakeServer what, std::uint16_t port = 110, Security security = Security::StartTls)
        : server(net.server("192.0.2.1", port, std::move(what))) {
        net.host("mail.example.test", "192.0.2.1");
        plan.candidates = {candidate(server.protocol, port, security, 0)};
    }
    RunReport run(std::optional<Instant> cancelAt = {}) {
        RunReport report = net.play(plan, settings(), cancelAt);
        CHECK(net.leaks.empty());
        CHECK(net.mostSockets <= 2);
        return report;
    }
};

FakeServer mute(Protocol protocol) {
    FakeServer server = protocol == Protocol::Pop3   ? pop(false)
                        : protocol == Protocol::Imap ? imap(false)
                                                     : smtp(false);
    server.greetingAfter = Milliseconds(90'000);
    server.also = [](Session&, const std::string&) { return Reply{}; };
    return server;
}

} // namespace

TEST_CASE("a port for clear text that waits for TLS is named within seconds, and used in TLS") {
    struct Row {
        FakeServer server;
        std::uint16_t port;
        Security security;
    };
    for (const Row& row : {Row{pop(), 110, Security::StartTls}, Row{imap(), 143, Security::StartTls},
                           Row{smtp(), 587, Security::StartTls}, Row{pop(), 110, Security::None}}) {
        CAPTURE(row.port, name(row.security));
        Silent world(row.server, row.port, row.security);
        world.plan.candidates[0].recommended = true;
        const RunReport report = world.run();
        REQUIRE(report.attempts.size() == 2);
        const Attempt& silent = report.attempts[0];
        CHECK(silent.outcome == Outcome::NotThisProtocol);
        CHECK(silent.reason == "tls");
        CHECK(silent.stage == Stage::Greeting);
        CHECK_FALSE(silent.consent);
        CHECK(silent.took > limits::SilenceUntilTlsLook);
        CHECK(silent.took < limits::SilenceUntilTlsLook + Milliseconds(500));
        REQUIRE(silent.laxTls);
        CHECK(silent.laxTls->handshakeDone);
        Candidate same = world.plan.candidates[0];
        same.endpoint.security = Security::ImplicitTls;
        CHECK(report.attempts[1].candidate == same);
        CHECK(report.attempts[1].outcome == Outcome::LoginOk);
        CHECK(world.server.connections == 3);
        CHECK(world.server.logins == 1);
        CHECK(world.server.count("clear ") == 0);
        CHECK(report.elapsed < Milliseconds(4000));
    }
}

TEST_CASE("a greeting that is late is waited for on the first connection, whatever the second one came to") {
    for (const int seconds : {4, 6, 8, 15}) {
        CAPTURE(seconds);
        Silent world(smtp(false), 587);
        world.server.greetingAfter = Milliseconds(1000 * seconds);
        const RunReport report = world.run();
        REQUIRE(report.attempts.size() == 1);
        CHECK(report.attempts[0].outcome == Outcome::LoginOk);
        CHECK(report.elapsed >= Milliseconds(1000 * seconds));
        CHECK(report.elapsed < Milliseconds(1000 * seconds + 500));
        CHECK(world.server.connections == 2);
        CHECK(world.server.logins == 1);
    }
}

TEST_CASE("a greeting that comes while the second connection is being made ends that one") {
    Silent world(pop(false));
    world.server.greetingAfter = limits::SilenceUntilTlsLook + Milliseconds(30);
    const RunReport report = world.run();
    CHECK(report.attempts.at(0).outcome == Outcome::LoginOk);
    CHECK(world.server.connections == 2);
    CHECK(world.server.mostOpen == 2);
    CHECK(report.elapsed < Milliseconds(3600));
}

TEST_CASE("a web page in the answer to TLS is a sign-in page's: named within seconds, for all that is tried there") {
    for (const char* page : {"HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n<html>sign in</html>",
                             "HTTP/1.1 302 Found\r\nLocation: http://signin.hotel.example/\r\n\r\n"}) {
        CAPTURE(page);
        Silent world(mute(Protocol::Smtp), 587);
        world.server.toAnyBytes = page;
        world.plan.candidates.push_back(candidate(Protocol::Smtp, 587, Security::None, 1));
        world.plan.candidates[1].explainOnly = true;
        const RunReport report = world.run();
        REQUIRE(report.attempts.size() == 2);
        for (const Attempt& attempt : report.attempts) {
            CHECK(attempt.outcome == Outcome::NotThisProtocol);
            CHECK(attempt.reason == "http");
            CHECK(attempt.stage == Stage::Greeting);
            CHECK(attempt.serverText.rfind("HTTP/1.1 ", 0) == 0);
            CHECK_FALSE(attempt.consent);
        }
        CHECK(report.attempts[1].candidate == world.plan.candidates[1]);
        CHECK(world.server.connections == 2);
        CHECK(world.server.heard.empty());
        CHECK(report.elapsed < Milliseconds(4000));
    }
}

TEST_CASE("the late greeting of a mail server on the second connection is waited for on the first") {
    Silent world(mute(Protocol::Pop3));
    world.server.toAnyBytes = "+OK ready\r\n";
    const RunReport report = world.run();
    REQUIRE(report.attempts.size() == 1);
    CHECK(report.attempts[0].outcome == Outcome::StageTimeout);
    CHECK(report.attempts[0].laxTls->plainBytes == "+OK ready\r\n");
    CHECK(report.elapsed >= limits::Greeting);
}

TEST_CASE("a port 25 is not looked at for TLS, meant or only explained") {
    for (const bool explainOnly : {true, false}) {
        CAPTURE(explainOnly);
        Silent world(smtp(false), 25);
        world.server.greetingAfter = Milliseconds(6000); // postscreen
        world.plan.candidates[0].explainOnly = explainOnly;
        const RunReport report = world.run();
        CHECK(report.attempts.at(0).outcome == (explainOnly ? Outcome::Ready : Outcome::LoginOk));
        CHECK(world.server.connections == 1);
    }
}

TEST_CASE("ports that are only there to explain do not use up the connections of those that are meant") {
    for (const bool reserve : {true, false}) {
        CAPTURE(reserve);
        FakeNetwork net;
        net.host("mail.example.test", "192.0.2.1");
        Plan plan;
        const auto add = [&](Protocol protocol, std::uint16_t port, Security security, int rank, bool explains) {
            Candidate next = candidate(protocol, port, security, rank);
            next.explainOnly = explains;
            next.reserve = reserve && protocol == Protocol::Imap;
            plan.candidates.push_back(next);
        };
        for (const std::uint16_t port : {std::uint16_t{995}, std::uint16_t{993}, std::uint16_t{465}})
            net.refuses("192.0.2.1", port);
        add(Protocol::Pop3, 995, Security::ImplicitTls, 0, false);
        add(Protocol::Imap, 993, Security::ImplicitTls, 2, true);
        add(Protocol::Imap, 143, Security::StartTls, 3, true);
        add(Protocol::Pop3, 110, Security::StartTls, 1, false);
        add(Protocol::Pop3, 1110, Security::StartTls, 4, true); // an old paper's
        add(Protocol::Smtp, 465, Security::ImplicitTls, 0, false);
        add(Protocol::Smtp, 587, Security::StartTls, 1, false);
        add(Protocol::Smtp, 25, Security::StartTls, 3, true);
        net.server("192.0.2.1", 110, pop());
        net.server("192.0.2.1", 1110, pop());
        net.server("192.0.2.1", 143, imap());
        net.server("192.0.2.1", 587, smtp());
        net.server("192.0.2.1", 25, smtp(false));
        const RunReport report = net.play(plan, settings());
        REQUIRE(report.firstAnswer);
        CHECK(*report.firstAnswer < Milliseconds(5000));
        CHECK(report.elapsed < Milliseconds(30'000));
        CHECK(net.leaks.empty());
    }
}

TEST_CASE("a reserve that waits for TLS is tried in TLS once it is opened, however many connections there were") {
    FakeNetwork net;
    net.host("mail.example.test", "192.0.2.1");
    Plan plan;
    for (std::uint16_t port = 1; port <= 7; ++port) { // old papers
        net.refuses("192.0.2.1", port);
        plan.candidates.push_back(candidate(Protocol::Pop3, port, Security::ImplicitTls, 9));
        plan.candidates.back().explainOnly = true;
    }
    FakeServer& pop995 = net.server("192.0.2.1", 995, pop());
    pop995.greeting = "-ERR POP3 is not served here\r\n";
    pop995.greetingAfter = Milliseconds(6000);
    plan.candidates.push_back(candidate(Protocol::Pop3, 995, Security::ImplicitTls, 0));
    FakeServer& imap143 = net.server("192.0.2.1", 143, imap());
    plan.candidates.push_back(candidate(Protocol::Imap, 143, Security::StartTls, 1));
    plan.candidates.back().explainOnly = plan.candidates.back().reserve = true;
    const RunReport report = net.play(plan, settings());
    CHECK(attemptAt(report, 143).reason == "tls");
    CHECK(attemptAt(report, 143, 1).outcome == Outcome::LoginOk);
    CHECK(imap143.logins == 1);
}

TEST_CASE("a server that greets in time gets no second connection") {
    Silent world(pop(false));
    world.server.greetingAfter = limits::SilenceUntilTlsLook - Milliseconds(100);
    CHECK(world.run().attempts.at(0).outcome == Outcome::LoginOk);
    CHECK(world.server.connections == 1);
}

TEST_CASE("a server that is silent in TLS too is waited for as before, and asked once only") {
    Silent world(mute(Protocol::Pop3));
    world.plan.candidates.push_back(candidate(Protocol::Pop3, 110, Security::None, 1));
    world.plan.candidates[1].explainOnly = true;
    const RunReport report = world.run();
    REQUIRE(report.attempts.size() == 2);
    for (const Attempt& attempt : report.attempts) {
        CHECK(attempt.outcome == Outcome::StageTimeout);
        CHECK(attempt.stage == Stage::Greeting);
    }
    REQUIRE(report.attempts[0].laxTls); // neither in clear nor in TLS
    CHECK_FALSE(report.attempts[0].laxTls->handshakeDone);
    CHECK(world.server.connections == 3);
    CHECK(world.server.mostOpen == 2);
    CHECK(report.elapsed < Milliseconds(41'000));
}

TEST_CASE("a second connection that is not taken changes nothing") {
    Silent world(pop());
    world.server.most = 1;
    const RunReport report = world.run();
    REQUIRE(report.attempts.size() == 1);
    CHECK(report.attempts[0].outcome == Outcome::StageTimeout);
    CHECK_FALSE(report.attempts[0].laxTls);
    CHECK(world.server.connections == 1);
    CHECK(world.net.dialled.size() == 2);
}

TEST_CASE("what is only there to explain is not logged into in TLS either") {
    Silent world(pop());
    world.plan.candidates[0].explainOnly = true;
    const RunReport report = world.run();
    REQUIRE(report.attempts.size() == 2);
    CHECK(report.attempts[1].outcome == Outcome::Ready);
    CHECK(world.server.logins == 0);
}

TEST_CASE("a bad certificate behind the silence gets no password") {
    Silent world(pop());
    Recipe other;
    other.names = {"other.example.test"};
    world.server.tls.identity = testCa().issue(other);
    const RunReport report = world.run();
    REQUIRE(report.attempts.size() == 2);
    CHECK(report.attempts[0].reason == "tls");
    CHECK(report.attempts[1].outcome == Outcome::CertNameMismatch);
    REQUIRE(report.attempts[1].consent);
    CHECK(report.attempts[1].consent->kind == ConsentKind::Certificate);
    CHECK(world.server.logins == 0);
}

TEST_CASE("TLS that is too old for a login is enough to know what the port waits for") {
    Silent world(pop());
    world.server.tls.minVersion = world.server.tls.maxVersion = TLS1_VERSION;
    world.server.tls.ciphers = "AES256-SHA:AES128-SHA:@SECLEVEL=0";
    const RunReport report = world.run();
    REQUIRE(report.attempts.size() == 2);
    CHECK(report.attempts[0].reason == "tls");
    CHECK(report.attempts[0].laxTls->version == "TLSv1");
    CHECK(report.attempts[1].outcome == Outcome::TlsOldVersion);
    CHECK(world.server.logins == 0);
}

TEST_CASE("a TLS alert is an answer in TLS") {
    Silent world(pop());
    world.server.tls.identity = {}; // no certificate: nothing in common with us
    const RunReport report = world.run();
    REQUIRE(report.attempts.size() == 2);
    CHECK(report.attempts[0].reason == "tls");
    CHECK(report.attempts[0].laxTls->alert >= 0);
    CHECK(report.attempts[1].outcome == Outcome::TlsHandshakeFailed);
}

TEST_CASE("other ways to speak on a port that waits for TLS are not tried") {
    Silent world(pop());
    world.plan.candidates.push_back(candidate(Protocol::Pop3, 110, Security::None, 1));
    world.plan.candidates[1].explainOnly = true;
    const RunReport report = world.run();
    REQUIRE(report.attempts.size() == 3);
    CHECK(attemptAt(report, 110, 1).outcome == Outcome::LoginOk);
    CHECK(attemptAt(report, 110, 2).outcome == Outcome::Skipped);
    CHECK(attemptAt(report, 110, 2).reason == "tls-here");
    CHECK(report.elapsed < Milliseconds(4000));
}

TEST_CASE("where TLS was tried on that port already there is no second connection") {
    Silent world(mute(Protocol::Smtp), 465);
    world.plan.candidates.push_back(candidate(Protocol::Smtp, 465, Security::ImplicitTls, 1));
    world.run();
    CHECK(world.server.connections == 2);
    CHECK(world.server.mostOpen == 1);
}

TEST_CASE("a server that wants one connection at a time gets no second one") {
    Silent world(pop());
    FakeServer& busy = world.net.server("192.0.2.1", 995, pop());
    busy.greeting = "-ERR [IN-USE] Maximum number of connections\r\n";
    world.plan.candidates.push_back(candidate(Protocol::Pop3, 995, Security::ImplicitTls, 1));
    const RunReport report = world.run();
    REQUIRE(report.attempts.size() == 2);
    CHECK(report.attempts[0].outcome == Outcome::StageTimeout);
    CHECK(world.server.connections == 1);
}

TEST_CASE("stopped during the second handshake nothing more is said") {
    Silent world(mute(Protocol::Pop3));
    const RunReport report = world.run(Instant(5000));
    CHECK(report.attempts.at(0).outcome == Outcome::Cancelled);
    CHECK(world.server.connections == 2);
    CHECK(world.net.ended == Instant(5000));
    CHECK(world.net.saidAfterCancel.empty());
}

TEST_CASE("a server that speaks in clear where TLS is due is named at once") {
    Silent world(smtp(false), 465, Security::ImplicitTls);
    const RunReport report = world.run();
    CHECK(report.attempts.at(0).outcome == Outcome::TlsHandshakeFailed);
    CHECK(report.attempts.at(0).reason == "not-tls");
    CHECK(report.attempts.at(0).took < Milliseconds(200));
    CHECK(world.server.mostOpen == 1);
}
