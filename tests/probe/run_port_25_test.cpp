// Port 25: often turned round to the network's own server, which would take the password and smile.
#include "probe/fake_network.h"
#include "probe/turned_round.h"
#include "support/catch.h"

using namespace yomikae;
using namespace yomikae::test;

namespace {

Recipe named(const std::string& name) {
    Recipe recipe;
    recipe.names = {name};
    return recipe;
}

TlsServerSettings ofCarrier() {
    return with(testCa().issue(named("mail.carrier.test")));
}

/// 25 with STARTTLS, and what a test adds.
struct Provider {
    FakeNetwork net;
    FakeServer& smtp25 = net.server("192.0.2.1", 25, smtp(false));
    Plan plan;

    explicit Provider(Security security = Security::StartTls) {
        net.host("mail.example.test", "192.0.2.1");
        plan.candidates = {candidate(Protocol::Smtp, 25, security, 9)};
    }
    FakeServer& add(std::uint16_t port, Security security) {
        plan.candidates.insert(plan.candidates.begin(), candidate(Protocol::Smtp, port, security, 0));
        return net.server("192.0.2.1", port, smtp(security == Security::ImplicitTls));
    }
    RunReport run(bool withPassword = true) {
        RunReport report = net.play(plan, settings(withPassword));
        CHECK(smtp25.logins == 0);
        return report;
    }
};

Attempt greeting(std::uint16_t port, const std::string& line) {
    Attempt attempt;
    attempt.candidate = candidate(Protocol::Smtp, port, Security::StartTls, 0);
    attempt.transcript = {{TranscriptLine::From::Server, line, {}}};
    return attempt;
}

bool turnedRoundWith(const std::string& at25, const std::string& at587) {
    RunReport report;
    report.attempts = {greeting(25, at25), greeting(587, at587)};
    return turnedRound(report, report.attempts[0]);
}

} // namespace

TEST_CASE("25 with a certificate for another name is another server: nothing is asked") {
    Provider world;
    Outcome outcome = Outcome::CertNameMismatch;
    SECTION("from an authority") {
        world.smtp25.tls = ofCarrier();
    }
    SECTION("self-made") {
        world.smtp25.tls = with(TestCa::selfSigned(named("mail.carrier.test")));
        outcome = Outcome::CertSelfSigned;
    }
    SECTION("and clear text there is asked about no more than TLS") {
        world.smtp25.tls = ofCarrier();
        world.plan.candidates.push_back(candidate(Protocol::Smtp, 25, Security::None, 10));
    }
    const RunReport report = world.run();
    CHECK(attemptAt(report, 25).outcome == outcome);
    for (const Attempt& attempt : report.attempts) {
        CHECK_FALSE(attempt.consent);
        CHECK(turnedRound(report, attempt));
    }
}

TEST_CASE("25 that is the provider's own asks as every port does") {
    Provider world;
    SECTION("without TLS") {
        world.smtp25.offersTls = false;
        const RunReport report = world.run();
        CHECK(attemptAt(report, 25).outcome == Outcome::TlsNotOffered);
        REQUIRE(attemptAt(report, 25).consent);
        CHECK(attemptAt(report, 25).consent->kind == ConsentKind::Cleartext);
    }
    SECTION("with a certificate of its own making") {
        world.smtp25.tls = with(TestCa::selfSigned(named("mail.example.test")));
        const RunReport report = world.run();
        REQUIRE(attemptAt(report, 25).consent);
        CHECK(attemptAt(report, 25).consent->kind == ConsentKind::Certificate);
    }
    SECTION("with another port that takes no logins") {
        world.smtp25.offersTls = false;
        world.add(587, Security::StartTls).insideTls["EHLO"] = {"250 mail.example.test\r\n"};
        CHECK(attemptAt(world.run(), 25).consent);
    }
}

TEST_CASE("an old contract that knows only 25, without TLS, asks before the login and uses the yes") {
    Provider world(Security::None);
    world.plan.candidates[0].explainOnly = true; // as the plan has it before a yes
    world.smtp25.instead["EHLO"] = {"250-mail.example.test\r\n250 AUTH PLAIN LOGIN\r\n"};
    REQUIRE(attemptAt(world.run(), 25).consent);
    Consents yes;
    yes.cleartext = {{"mail.example.test", 25}};
    world.plan.candidates[0].explainOnly = false;
    CHECK(attemptAt(world.net.agree(world.plan, yes), 25).outcome == Outcome::LoginOk);
    CHECK(world.smtp25.logins == 1);
}

TEST_CASE("where another port of the host takes logins in TLS nobody is asked about 25") {
    for (const bool withPassword : {true, false}) {
        CAPTURE(withPassword);
        Provider world;
        world.smtp25.offersTls = false;
        world.add(465, Security::ImplicitTls).greetingAfter = Milliseconds(1000); // 25 is known first
        const RunReport report = world.run(withPassword);
        CHECK(attemptAt(report, 25).outcome == Outcome::TlsNotOffered);
        CHECK_FALSE(attemptAt(report, 25).consent);
        CHECK_FALSE(turnedRound(report, attemptAt(report, 25)));
    }
}

TEST_CASE("a greeting of another owner than that of the other port gives a turned-round 25 away") {
    Provider world;
    world.smtp25.offersTls = false;
    world.smtp25.greeting = "220 mail.carrier.test ESMTP\r\n";
    world.add(587, Security::StartTls).offersTls = false;
    const RunReport report = world.run();
    CHECK(attemptAt(report, 587).consent);
    CHECK_FALSE(attemptAt(report, 25).consent);
    CHECK(turnedRound(report, attemptAt(report, 25)));
    CHECK(greetedName(attemptAt(report, 25)) == "mail.carrier.test");
}

TEST_CASE("a yes given beforehand does not hand the password to a turned-round 25") {
    Provider world(Security::None);
    world.smtp25.greeting = "220 mail.carrier.test ESMTP\r\n";
    world.smtp25.instead["EHLO"] = {"250-mail.carrier.test\r\n250 AUTH PLAIN LOGIN\r\n"};
    RunSettings how = settings();
    how.consents.cleartext = {{"mail.example.test", 25}};
    FakeServer& smtp587 = world.add(587, Security::StartTls);
    smtp587.offersTls = false;
    SECTION("that greets first") {}
    SECTION("that greets long before the other port") {
        smtp587.greetingAfter = Milliseconds(6000);
    }
    const RunReport report = world.net.play(world.plan, std::move(how));
    CHECK(world.smtp25.logins == 0);
    CHECK(attemptAt(report, 25).outcome == Outcome::Ready);
    CHECK(attemptAt(report, 25).reason == "turned-round");
    CHECK(attemptAt(report, 25).username.empty());
}

TEST_CASE("nor does a yes to its certificate") {
    Provider before;
    before.smtp25.tls = with(TestCa::selfSigned(named("mail.carrier.test")));
    Provider world;
    world.smtp25.tls = before.smtp25.tls;
    RunSettings how = settings();
    how.consents.certificates = {{{"mail.example.test", 25}, attemptAt(before.run(), 25).tls->leaf.sha256}};
    const RunReport report = world.net.play(world.plan, std::move(how));
    CHECK(world.smtp25.logins == 0);
    CHECK(attemptAt(report, 25).reason == "turned-round");
}

TEST_CASE("a certificate that the other port shows as well is not the network's") {
    Provider world;
    world.smtp25.tls = ofCarrier();
    world.add(587, Security::StartTls).tls = world.smtp25.tls;
    const RunReport report = world.run();
    CHECK(attemptAt(report, 25).outcome == Outcome::CertNameMismatch);
    CHECK_FALSE(turnedRound(report, attemptAt(report, 25)));
    CHECK_FALSE(turnedRound(report, attemptAt(report, 587)));
}

TEST_CASE("nor is one that a port for receiving shows: shared hosting has one for all") {
    Provider world;
    world.smtp25.tls = ofCarrier();
    world.plan.candidates.push_back(candidate(Protocol::Pop3, 995, Security::ImplicitTls, 0));
    world.net.server("192.0.2.1", 995, pop()).tls = world.smtp25.tls;
    const RunReport report = world.run();
    CHECK_FALSE(turnedRound(report, attemptAt(report, 25)));
    REQUIRE(attemptAt(report, 25).consent);
    CHECK(attemptAt(report, 25).consent->kind == ConsentKind::Certificate);
}

TEST_CASE("a certificate without a fault outweighs any greeting") {
    FakeNetwork net;
    net.host("mail.example.test", "192.0.2.1");
    FakeServer& smtp25 = net.server("192.0.2.1", 25, smtp(false));
    smtp25.greeting = "220 relay.carrier.test ESMTP\r\n";
    net.server("192.0.2.1", 587, smtp(false)).offersTls = false;
    Plan plan;
    plan.candidates = {candidate(Protocol::Smtp, 587, Security::StartTls, 0),
                       candidate(Protocol::Smtp, 25, Security::StartTls, 9)};
    const RunReport report = net.play(plan, settings());
    CHECK_FALSE(turnedRound(report, attemptAt(report, 25)));
    CHECK(attemptAt(report, 25).outcome == Outcome::LoginOk);
    CHECK(smtp25.logins == 1);
}

TEST_CASE("whose server greets: only what is certain counts") {
    CHECK(turnedRoundWith("220 mail.carrier.example ESMTP", "220 mail.lab.example ESMTP"));
    CHECK(turnedRoundWith("220-MAIL.carrier.ne.jp ESMTP", "220 mail.example.ne.jp ESMTP"));
    CHECK_FALSE(turnedRoundWith("220 mx1.east.example.jp ESMTP", "220 smtp.west.example.jp ESMTP"));
    CHECK_FALSE(turnedRoundWith("220 mx1.example.ne.jp", "220 smtp.example.ne.jp"));
    CHECK_FALSE(turnedRoundWith("220 mail.example.jp", "220 mail.example.jp ESMTP"));
    CHECK_FALSE(turnedRoundWith("220 ESMTP", "220 mail.example.jp ESMTP"));
    CHECK_FALSE(turnedRoundWith("220 mail.carrier.example", "220 **************"));
    CHECK_FALSE(turnedRoundWith("220 localhost ESMTP", "220 mail.example.jp ESMTP"));
    CHECK_FALSE(turnedRoundWith("220 [192.0.2.1] ESMTP", "220 mail.example.jp ESMTP"));
    CHECK_FALSE(turnedRoundWith("554 mail.carrier.example no", "220 mail.example.jp ESMTP"));
    CHECK_FALSE(turnedRoundWith("", "220 mail.example.jp ESMTP"));
}
