// The straight way: reach, log in, explain.
#include "probe/fake_network.h"
#include "support/catch.h"

using namespace yomikae;
using namespace yomikae::test;

namespace {

/// The common ground of most tests: one host, 995 and 465, all well.
struct Provider {
    FakeNetwork net;
    FakeServer& pop995 = net.server("192.0.2.1", 995, pop());
    FakeServer& smtp465 = net.server("192.0.2.1", 465, smtp());
    Provider() { net.host("mail.example.test", "192.0.2.1"); }
};

} // namespace

TEST_CASE("a right password is proven for receiving and for sending, each by one login") {
    Provider world;
    const RunReport report = world.net.play(popAndSmtp(), settings());
    CHECK(attemptAt(report, 995).outcome == Outcome::LoginOk);
    CHECK(attemptAt(report, 465).outcome == Outcome::LoginOk);
    CHECK(attemptAt(report, 465).username == User);
    CHECK(attemptAt(report, 995).mechanism == Mechanism::Plain);
    CHECK(attemptAt(report, 995).tls->version == "TLSv1.3");
    CHECK(world.pop995.logins == 1);
    CHECK(world.smtp465.logins == 1);
    CHECK(report.loginsRefused == 0);
    CHECK(world.net.leaks.empty());
    REQUIRE(report.firstAnswer);
    CHECK(*report.firstAnswer <= Milliseconds(220)); // look-up 20 ms and some 8 round trips of 20 ms
}

TEST_CASE("the login goes out on the connection that was made to look") {
    Provider world;
    world.net.play(popAndSmtp(), settings());
    CHECK(world.pop995.connections == 1);
    CHECK(world.smtp465.connections == 1);
}

TEST_CASE("without a password every port is reached and nobody is logged in") {
    Provider world;
    const RunReport report = world.net.play(popAndSmtp(), settings(false));
    CHECK(attemptAt(report, 995).outcome == Outcome::Ready);
    CHECK(attemptAt(report, 465).outcome == Outcome::Ready);
    CHECK(world.pop995.count("AUTH") == 0);
    CHECK_FALSE(report.passwordGiven);
    CHECK(report.firstAnswer);
    CHECK(attemptAt(report, 995).username.empty());
}

TEST_CASE("EHLO names this end of the connection, never the machine") {
    Provider world;
    world.net.play(popAndSmtp(), settings());
    CHECK(world.smtp465.count("EHLO [192.0.2.20]") == 1);
}

TEST_CASE("a plan without candidates is finished before it began, without one look-up") {
    FakeNetwork net;
    Plan ended;
    ended.providerEnded = true;
    const RunReport report = net.play(ended, settings());
    CHECK(report.attempts.empty());
    CHECK(net.looked.empty());
}

TEST_CASE("one candidate alone is a probe: its answer is the first answer") {
    Provider world;
    Plan plan = popAndSmtp();
    plan.candidates.erase(plan.candidates.begin());
    const RunReport report = world.net.play(plan, settings());
    CHECK(attemptAt(report, 465).outcome == Outcome::LoginOk);
    CHECK(report.firstAnswer);
}

TEST_CASE("110 is dropped by a filter and 995 is good: the proof does not wait for 110") {
    Provider world;
    Plan plan = popAndSmtp();
    plan.candidates.insert(plan.candidates.begin() + 1, candidate(Protocol::Pop3, 110, Security::StartTls, 1));
    const RunReport report = world.net.play(plan, settings());
    CHECK(attemptAt(report, 995).outcome == Outcome::LoginOk);
    CHECK(attemptAt(report, 110).outcome == Outcome::ConnectTimeout);
    CHECK(attemptAt(report, 110).took == Milliseconds(2000));
    CHECK(*report.firstAnswer < Milliseconds(300));
    CHECK(report.elapsed < Milliseconds(2100));
}

TEST_CASE("what only explains sets out a moment after what may log in") {
    Provider world;
    Plan plan = popAndSmtp();
    plan.candidates.push_back(candidate(Protocol::Imap, 993, Security::ImplicitTls, 1));
    plan.candidates[2].explainOnly = true;
    using Dialled = std::vector<std::string>;
    SECTION("so that its handshake takes no processor from theirs") {
        world.net.play(plan, settings());
        CHECK(world.net.dialled == Dialled{"192.0.2.1:995 at 20", "192.0.2.1:465 at 20", "192.0.2.1:993 at 50"});
    }
    SECTION("or as soon as none of those is left") {
        FakeNetwork closed;
        closed.host("mail.example.test", "192.0.2.1");
        closed.refuses("192.0.2.1", 995);
        closed.refuses("192.0.2.1", 465);
        closed.play(plan, settings());
        CHECK(closed.dialled == Dialled{"192.0.2.1:995 at 20", "192.0.2.1:465 at 20", "192.0.2.1:993 at 40"});
    }
    SECTION("and at once where there is no password") {
        world.net.play(plan, settings(false));
        CHECK(world.net.dialled == Dialled{"192.0.2.1:995 at 20", "192.0.2.1:465 at 20", "192.0.2.1:993 at 20"});
    }
}

TEST_CASE("the better-ranked candidate is a black hole: the next one logs in at once") {
    FakeNetwork net;
    net.host("mail.example.test", "192.0.2.1");
    FakeServer& pop110 = net.server("192.0.2.1", 110, pop(false));
    net.server("192.0.2.1", 465, smtp());
    Plan plan = popAndSmtp();
    plan.candidates.insert(plan.candidates.begin() + 1, candidate(Protocol::Pop3, 110, Security::StartTls, 1));
    const RunReport report = net.play(plan, settings());
    CHECK(attemptAt(report, 110).outcome == Outcome::LoginOk);
    CHECK(pop110.count("clear AUTH") == 0);
    CHECK(*report.firstAnswer < Milliseconds(400));
    CHECK(attemptAt(report, 995).outcome == Outcome::ConnectTimeout);
    CHECK(net.leaks.empty());
}

TEST_CASE("a better-ranked pair that turns up later replaces the first one") {
    Provider world;
    world.pop995.greetingAfter = Milliseconds(6000);
    world.net.server("192.0.2.1", 110, pop(false));
    Plan plan = popAndSmtp();
    plan.candidates.insert(plan.candidates.begin() + 1, candidate(Protocol::Pop3, 110, Security::StartTls, 1));
    const RunReport report = world.net.play(plan, settings());
    CHECK(attemptAt(report, 110).outcome == Outcome::LoginOk);
    CHECK(attemptAt(report, 995).outcome == Outcome::LoginOk);
    CHECK(*report.firstAnswer < Milliseconds(1000));
}

TEST_CASE("a worse-ranked server that is ready first waits a moment for the better one") {
    Provider world;
    world.pop995.greetingAfter = Milliseconds(30);
    FakeServer& imap993 = world.net.server("192.0.2.1", 993, imap());
    Plan plan = popAndSmtp();
    plan.candidates.insert(plan.candidates.begin() + 1, candidate(Protocol::Imap, 993, Security::ImplicitTls, 1));
    const RunReport report = world.net.play(plan, settings());
    CHECK(attemptAt(report, 995).outcome == Outcome::LoginOk);
    CHECK(attemptAt(report, 993).outcome == Outcome::Ready);
    CHECK(attemptAt(report, 993).reason == "better-proven");
    CHECK(imap993.logins == 0);
}

TEST_CASE("N20: a closed port says so at once and the others go on") {
    Provider world;
    world.net.refuses("192.0.2.1", 110);
    Plan plan = popAndSmtp();
    plan.candidates.push_back(candidate(Protocol::Pop3, 110, Security::StartTls, 1));
    const RunReport report = world.net.play(plan, settings());
    CHECK(attemptAt(report, 110).outcome == Outcome::ConnectRefused);
    CHECK(attemptAt(report, 110).took == Milliseconds(20));
    CHECK(attemptAt(report, 995).outcome == Outcome::LoginOk);
}

TEST_CASE("N01: where nothing answers at all a connection is given 8 s") {
    FakeNetwork net;
    net.host("mail.example.test", "192.0.2.1");
    const RunReport report = net.play(popAndSmtp(), settings());
    CHECK(attemptAt(report, 995).outcome == Outcome::ConnectTimeout);
    CHECK(attemptAt(report, 995).took == Milliseconds(8000));
    CHECK_FALSE(report.networkDown);
}

TEST_CASE("a port that is to be tried in several ways and takes no connection is dialled once") {
    Plan plan;
    plan.candidates = {candidate(Protocol::Pop3, 110, Security::StartTls, 0),
                       candidate(Protocol::Pop3, 110, Security::None, 1)};
    plan.candidates[1].explainOnly = true;
    FakeNetwork net;
    net.host("mail.example.test", "192.0.2.1");
    SECTION("silent") {
        const RunReport report = net.play(plan, settings());
        CHECK(report.attempts[0].outcome == Outcome::ConnectTimeout);
        CHECK(report.attempts[1].outcome == Outcome::ConnectTimeout);
        CHECK(report.attempts[1].took == Milliseconds(8000));
        CHECK(report.attempts[1].candidate == plan.candidates[1]);
        CHECK(report.elapsed < Milliseconds(8100));
    }
    SECTION("closed") {
        net.refuses("192.0.2.1", 110);
        const RunReport report = net.play(plan, settings());
        CHECK(report.attempts[1].outcome == Outcome::ConnectRefused);
        CHECK(report.attempts[1].address == "192.0.2.1");
    }
    CHECK(net.dialled.size() == 1);
}

TEST_CASE("N21: an unreachable network is told apart from silence") {
    FakeNetwork net;
    net.host("mail.example.test", "192.0.2.1");
    net.unreachable("192.0.2.1");
    const RunReport report = net.play(popAndSmtp(), settings());
    CHECK(attemptAt(report, 995).outcome == Outcome::ConnectUnreachable);
    CHECK(report.elapsed < Milliseconds(100));
}

TEST_CASE("STARTTLS is not tried where TLS begins with the first byte") {
    Provider world;
    Plan plan = popAndSmtp();
    plan.candidates.push_back(candidate(Protocol::Smtp, 465, Security::StartTls, 1));
    SECTION("and the login succeeded there") {}
    SECTION("even where that is ranked first: TLS shows its face sooner") {
        plan.candidates[1].rank = 1;
        plan.candidates[2].rank = 0;
    }
    const RunReport report = world.net.play(plan, settings());
    CHECK(report.attempts[1].outcome == Outcome::LoginOk);
    CHECK(report.attempts[2].outcome == Outcome::Skipped);
    CHECK(report.attempts[2].reason == "tls-here");
    CHECK(world.smtp465.connections == 1);
    CHECK(report.elapsed < Milliseconds(400));
}

TEST_CASE("a certificate that is refused still shows that TLS begins with the first byte") {
    Provider world;
    Recipe other;
    other.names = {"other.example.test"};
    world.smtp465.tls.identity = testCa().issue(other);
    Plan plan = popAndSmtp();
    plan.candidates.push_back(candidate(Protocol::Smtp, 465, Security::StartTls, 1));
    const RunReport report = world.net.play(plan, settings());
    CHECK(report.attempts[1].outcome == Outcome::CertNameMismatch);
    CHECK(report.attempts[2].reason == "tls-here");
}

TEST_CASE("a TLS port that is only to be explained does not go before STARTTLS that may be logged into") {
    Provider world;
    Plan plan = popAndSmtp();
    plan.candidates[1] = candidate(Protocol::Smtp, 587, Security::StartTls, 0);
    plan.candidates.push_back(candidate(Protocol::Smtp, 587, Security::ImplicitTls, 1));
    plan.candidates[2].explainOnly = true;
    FakeServer& smtp587 = world.net.server("192.0.2.1", 587, smtp(false));
    const RunReport report = world.net.play(plan, settings());
    CHECK(report.attempts[1].outcome == Outcome::LoginOk);
    CHECK(report.attempts[2].outcome == Outcome::TlsHandshakeFailed);
    CHECK(smtp587.heard.front() == "clear EHLO [192.0.2.20]");
}

TEST_CASE("a server that greets in clear on its TLS port is asked for STARTTLS there, as an attempt of its own") {
    FakeNetwork net;
    net.host("mail.example.test", "192.0.2.1");
    FakeServer& odd = net.server("192.0.2.1", 465, smtp(false));
    Plan plan;
    plan.candidates = {candidate(Protocol::Smtp, 465, Security::ImplicitTls, 0)};
    const RunReport report = net.play(plan, settings());
    REQUIRE(report.attempts.size() == 2);
    CHECK(report.attempts[0].outcome == Outcome::TlsHandshakeFailed);
    CHECK(report.attempts[0].reason == "not-tls");
    CHECK(report.attempts[1].outcome == Outcome::LoginOk);
    CHECK(report.attempts[1].candidate.endpoint.security == Security::StartTls);
    CHECK(odd.count("tls AUTH PLAIN") == 1);
    CHECK(net.leaks.empty());
}
