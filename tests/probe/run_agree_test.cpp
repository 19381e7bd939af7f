// A yes that comes during a run or after it: what it covers is tried, and nothing else once more.
#include "probe/fake_network.h"
#include "support/catch.h"

#include <algorithm>

using namespace yomikae;
using namespace yomikae::test;

namespace {

/// Receiving is proven; sending stands on a host that nobody named.
struct StrangeSending {
    FakeNetwork net;
    FakeServer& pop995 = net.server("192.0.2.1", 995, pop());
    FakeServer& smtp465 = net.server("192.0.2.1", 465, smtp());
    Plan plan = popAndSmtp();
    Consents yes;
    StrangeSending() {
        net.host("mail.example.test", "192.0.2.1");
        plan.candidates[1].loginNeedsHostConsent = true;
        yes.hosts = {"mail.example.test"};
    }
    Plan planAfterYes() const {
        Plan after = plan;
        after.candidates[1].loginNeedsHostConsent = false;
        return after;
    }
};

/// Receiving over a certificate that signed itself.
struct SelfSigned {
    FakeNetwork net;
    FakeServer& pop995 = net.server("192.0.2.1", 995, pop());
    FakeServer& smtp465 = net.server("192.0.2.1", 465, smtp());
    Plan plan = popAndSmtp();
    SelfSigned() {
        net.host("mail.example.test", "192.0.2.1");
        pop995.tls.identity = TestCa::selfSigned();
    }
};

} // namespace

TEST_CASE("a yes to a host after the run logs in there, and not again where it is proven") {
    StrangeSending world;
    RunReport report = world.net.play(world.plan, settings());
    CHECK(attemptAt(report, 995).outcome == Outcome::LoginOk);
    CHECK(attemptAt(report, 465).consent->kind == ConsentKind::Host);
    CHECK(world.smtp465.logins == 0);
    report = world.net.agree(world.planAfterYes(), world.yes);
    CHECK(attemptAt(report, 465).outcome == Outcome::LoginOk);
    CHECK_FALSE(attemptAt(report, 465).consent);
    CHECK(world.pop995.connections == 1);
    CHECK(world.pop995.logins == 1);
    CHECK(world.smtp465.logins == 1);
}

TEST_CASE("a yes during the run is taken at once, while the rest goes on") {
    StrangeSending world;
    world.net.server("192.0.2.1", 25, smtp(false)).greeting = ""; // somebody keeps the run waiting
    world.plan.candidates.push_back(candidate(Protocol::Smtp, 25, Security::StartTls, 2));
    world.net.agreeAt(Instant(5'000), world.planAfterYes(), world.yes);
    const RunReport report = world.net.play(world.plan, settings());
    CHECK(attemptAt(report, 465).outcome == Outcome::LoginOk);
    CHECK(report.firstAnswer < Instant(5'500));
    CHECK(world.net.ended > Instant(20'000));
    CHECK(world.pop995.logins == 1);
}

TEST_CASE("a yes to a certificate pins it, and the password goes to that leaf") {
    SelfSigned world;
    const RunReport before = world.net.play(world.plan, settings());
    REQUIRE(attemptAt(before, 995).consent);
    Consents yes;
    yes.certificates = {{{"mail.example.test", 995}, attemptAt(before, 995).consent->sha256}};
    SECTION("the same leaf") {
        const RunReport report = world.net.agree(world.plan, yes);
        CHECK(attemptAt(report, 995).outcome == Outcome::LoginOk);
        CHECK(attemptAt(report, 465).outcome == Outcome::LoginOk);
    }
    SECTION("another one meanwhile") {
        world.pop995.tls.identity = TestCa::selfSigned();
        const RunReport report = world.net.agree(world.plan, yes);
        CHECK(attemptAt(report, 995).outcome == Outcome::CertSelfSigned);
        CHECK(attemptAt(report, 995).consent->sha256 == world.pop995.tls.identity.sha256());
        CHECK(world.pop995.logins == 0);
    }
}

TEST_CASE("a yes to clear text adds that door, and its password goes nowhere else") {
    FakeNetwork net;
    FakeServer& pop110 = net.server("192.0.2.1", 110, pop(false));
    FakeServer& smtp465 = net.server("192.0.2.1", 465, smtp());
    pop110.offersTls = false;
    net.host("mail.example.test", "192.0.2.1");
    Plan plan;
    plan.candidates = {candidate(Protocol::Pop3, 110, Security::StartTls, 0),
                       candidate(Protocol::Smtp, 465, Security::ImplicitTls, 0)};
    const RunReport before = net.play(plan, settings());
    CHECK(before.attempts[0].outcome == Outcome::TlsNotOffered);
    const auto sendingBefore = smtp465.logins;
    Plan after = plan;
    after.candidates.insert(after.candidates.begin() + 1, candidate(Protocol::Pop3, 110, Security::None, 1));
    Consents yes;
    yes.cleartext = {{"mail.example.test", 110}};
    const RunReport report = net.agree(after, yes);
    REQUIRE(report.attempts.size() == 3);
    CHECK(report.attempts[1].candidate.endpoint.security == Security::None);
    CHECK(report.attempts[1].outcome == Outcome::LoginOk);
    CHECK(net.leaks == std::set<std::string>{"192.0.2.1:110"});
    CHECK(smtp465.logins == std::max(1, sendingBefore));
}

TEST_CASE("a refused password is not sent to the same server again because of a yes to another") {
    StrangeSending world;
    world.pop995.users.clear();
    world.net.play(world.plan, settings());
    const RunReport report = world.net.agree(world.planAfterYes(), world.yes);
    CHECK(world.pop995.logins == 1);
    CHECK(world.pop995.logins + world.smtp465.logins <= 2);
    CHECK(report.loginsRefused <= 2);
}

TEST_CASE("after a cancel a yes changes nothing") {
    StrangeSending world;
    world.net.play(world.plan, settings(), Instant(50));
    const RunReport report = world.net.agree(world.planAfterYes(), world.yes);
    CHECK(report.cancelled);
    CHECK(world.smtp465.logins == 0);
}

TEST_CASE("a deadline as long as the first one begins with the yes") {
    StrangeSending world;
    RunSettings how = settings();
    how.deadline = Milliseconds(10'000);
    world.net.play(world.plan, std::move(how));
    world.smtp465.instead["AUTH"] = {""};
    const RunReport report = world.net.agree(world.planAfterYes(), world.yes, Milliseconds(60'000));
    CHECK(attemptAt(report, 465).outcome == Outcome::StageTimeout);
    CHECK(world.net.ended > Instant(60'000));
    CHECK(world.net.ended < Instant(72'000));
}

TEST_CASE("a yes to a port that the deadline found under way is tried, in TLS first, and the run ends there") {
    const bool offersTls = GENERATE(true, false);
    CAPTURE(offersTls);
    FakeNetwork net;
    FakeServer& pop110 = net.server("192.0.2.1", 110, pop(false));
    net.host("mail.example.test", "192.0.2.1");
    Plan plan;
    plan.candidates = {candidate(Protocol::Pop3, 110, Security::StartTls, 0)};
    Plan after = plan;
    after.candidates.push_back(candidate(Protocol::Pop3, 110, Security::None, 1));
    Consents yes;
    yes.cleartext = {{"mail.example.test", 110}};
    SECTION("it talked: the greeting was late") {
        pop110.greetingAfter = Milliseconds(15'000);
    }
    SECTION("it dialled: the way there was cut") {
        pop110.most = 0;
    }
    SECTION("in clear, and only to explain") {
        pop110.greetingAfter = Milliseconds(15'000);
        plan.candidates.push_back(after.candidates[1]);
        plan.candidates[1].explainOnly = true;
    }
    RunSettings how = settings();
    how.deadline = Milliseconds(5'000);
    const RunReport before = net.play(plan, std::move(how));
    CHECK(before.attempts[0].reason == "deadline");
    pop110.greetingAfter = {};
    pop110.most = 10;
    pop110.offersTls = offersTls;
    const auto dialledBefore = net.dialled.size();
    const Instant said = net.ended + Milliseconds(30'000);
    const RunReport report = net.agree(after, yes);
    CHECK(net.dialled.size() == dialledBefore + 2);
    CHECK(report.attempts.at(0).outcome == (offersTls ? Outcome::LoginOk : Outcome::TlsNotOffered));
    CHECK(report.attempts.at(1).outcome == (offersTls ? Outcome::Ready : Outcome::LoginOk));
    CHECK(net.leaks.empty() == offersTls);
    CHECK(net.ended < said + Milliseconds(1'000));
}

TEST_CASE("a look at old TLS that the deadline cut short does not keep a later yes waiting") {
    StrangeSending world;
    world.plan.candidates.push_back(candidate(Protocol::Pop3, 993, Security::ImplicitTls, 3));
    FakeServer& old = world.net.server("192.0.2.1", 993, pop());
    old.tls.minVersion = TLS1_1_VERSION;
    old.tls.maxVersion = TLS1_1_VERSION;
    old.tls.ciphers = "AES256-SHA:AES128-SHA:@SECLEVEL=0";
    world.net.server("192.0.2.1", 25, smtp(false)).greeting = ""; // what only explains waits for it
    world.plan.candidates.push_back(candidate(Protocol::Smtp, 25, Security::StartTls, 4));
    RunSettings how = settings();
    how.deadline = Milliseconds(5'000);
    const RunReport before = world.net.play(world.plan, std::move(how));
    CHECK_FALSE(attemptAt(before, 993).laxTls);
    const Instant said = world.net.ended + Milliseconds(30'000);
    const RunReport report = world.net.agree(world.planAfterYes(), world.yes);
    CHECK(attemptAt(report, 465).outcome == Outcome::LoginOk);
    CHECK(world.net.ended < said + Milliseconds(1'000));
}
