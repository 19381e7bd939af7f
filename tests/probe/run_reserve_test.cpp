// IMAP in reserve: logged into where no login by POP3 can succeed any more, and only there.
#include "base/limits.h"
#include "probe/fake_network.h"
#include "support/catch.h"

using namespace yomikae;
using namespace yomikae::test;

namespace {

/// POP3 on 995 and 110, sending on 465, IMAP on 993 in reserve. POP3 is closed until a test says otherwise.
struct Provider {
    FakeNetwork net;
    FakeServer& imap993 = net.server("192.0.2.1", 993, imap());
    FakeServer& smtp465 = net.server("192.0.2.1", 465, smtp());
    Plan plan = popAndSmtp();

    Provider() {
        net.host("mail.example.test", "192.0.2.1");
        for (const std::uint16_t port : {std::uint16_t{995}, std::uint16_t{110}})
            net.refuses("192.0.2.1", port);
        Candidate reserve = candidate(Protocol::Imap, 993, Security::ImplicitTls, 2);
        reserve.reserve = reserve.explainOnly = true;
        plan.candidates.insert(plan.candidates.begin() + 1,
                               {candidate(Protocol::Pop3, 110, Security::StartTls, 1), reserve});
    }
    FakeServer& pop995() {
        net.takes("192.0.2.1", 995);
        return net.server("192.0.2.1", 995, pop());
    }
    RunReport run(RunSettings how = settings()) {
        RunReport report = net.play(plan, std::move(how));
        CHECK(net.leaks.empty());
        return report;
    }
};

} // namespace

TEST_CASE("where POP3 is closed the login goes to IMAP, then to sending") {
    Provider world;
    const RunReport report = world.run();
    CHECK(attemptAt(report, 993).outcome == Outcome::LoginOk);
    CHECK(attemptAt(report, 993).candidate.reserve);
    CHECK_FALSE(attemptAt(report, 993).candidate.explainOnly);
    CHECK(attemptAt(report, 465).outcome == Outcome::LoginOk);
    CHECK(world.imap993.logins == 1);
    CHECK(world.smtp465.logins == 1);
    CHECK(*report.firstAnswer < Milliseconds(600));
}

TEST_CASE("where POP3 lets us in IMAP is only reached, and costs no time") {
    Provider with;
    with.pop995();
    const RunReport report = with.run();
    CHECK(attemptAt(report, 995).outcome == Outcome::LoginOk);
    CHECK(attemptAt(report, 993).outcome == Outcome::Ready);
    CHECK(attemptAt(report, 993).candidate.explainOnly);
    CHECK(with.imap993.logins == 0);
    Provider without;
    without.pop995();
    without.plan.candidates.erase(without.plan.candidates.begin() + 2);
    CHECK(report.firstAnswer == without.run().firstAnswer);
}

TEST_CASE("POP3 that is slow is waited for") {
    Provider world;
    world.pop995().greetingAfter = Milliseconds(8000);
    const RunReport report = world.run();
    CHECK(attemptAt(report, 995).outcome == Outcome::LoginOk);
    CHECK(world.imap993.logins == 0);
}

TEST_CASE("POP3 that is not served, or cannot be used safely, gives way to IMAP") {
    Provider world;
    FakeServer& pop995 = world.pop995();
    SECTION("a certificate for another name") {
        Recipe other;
        other.names = {"other.example.test"};
        pop995.tls.identity = testCa().issue(other);
    }
    SECTION("a greeting that says no") {
        pop995.greeting = "-ERR POP3 is not served here\r\n";
    }
    SECTION("closed without a word") {
        pop995.closesAtOnce = true;
    }
    const RunReport report = world.run();
    CHECK(attemptAt(report, 993).outcome == Outcome::LoginOk);
    CHECK_FALSE(attemptAt(report, 993).candidate.explainOnly);
    CHECK(world.imap993.logins == 1);
    CHECK(pop995.logins == 0);
    CHECK(report.loginsSpent == 0);
}

TEST_CASE("the reserve is the same one whether it opens before IMAP is ready or after it") {
    for (const int imapAfter : {0, 300}) {
        for (const int popAfter : {100, 1000}) {
            CAPTURE(imapAfter, popAfter);
            Provider world;
            FakeServer& pop995 = world.pop995();
            pop995.greeting = "-ERR POP3 is not served here\r\n";
            pop995.greetingAfter = Milliseconds(popAfter);
            world.imap993.greetingAfter = Milliseconds(imapAfter);
            const RunReport report = world.run();
            CHECK(attemptAt(report, 993).outcome == Outcome::LoginOk);
            CHECK_FALSE(attemptAt(report, 993).candidate.explainOnly);
        }
    }
}

TEST_CASE("what the reserve has to ask is asked whether it opens before or after IMAP is known") {
    for (const int imapAfter : {0, 3000}) {
        for (const bool certificate : {true, false}) {
            CAPTURE(imapAfter, certificate);
            Provider world;
            FakeServer& pop995 = world.pop995();
            pop995.greeting = "-ERR POP3 is not served here\r\n";
            pop995.greetingAfter = Milliseconds(1000);
            FakeServer& imap143 = world.net.server("192.0.2.1", 143, imap(false));
            imap143.greetingAfter = Milliseconds(imapAfter);
            world.plan.candidates[2].endpoint = {Protocol::Imap, "mail.example.test", 143, Security::StartTls};
            Recipe other;
            other.names = {"other.example.test"};
            imap143.tls.identity = testCa().issue(other);
            imap143.offersTls = certificate;
            const RunReport report = world.run();
            const Attempt& attempt = attemptAt(report, 143);
            REQUIRE(attempt.consent);
            CHECK(attempt.consent->kind == (certificate ? ConsentKind::Certificate : ConsentKind::Cleartext));
            CHECK(imap143.logins == 0);
        }
    }
}

TEST_CASE("a reserve that is not opened asks nothing") {
    Provider world;
    world.pop995();
    Recipe other;
    other.names = {"other.example.test"};
    world.imap993.tls.identity = testCa().issue(other);
    const RunReport report = world.run();
    CHECK(attemptAt(report, 993).outcome == Outcome::CertNameMismatch);
    CHECK_FALSE(attemptAt(report, 993).consent);
}

TEST_CASE("what POP3 said about the login is not asked again by IMAP") {
    struct Row {
        std::string answer;
        Outcome outcome;
        int spent;
    };
    for (const Row& row : {Row{"-ERR [AUTH] failed\r\n", Outcome::AuthRejected, 1},
                           Row{"-ERR [IN-USE] busy\r\n", Outcome::MailboxBusy, 0},
                           Row{"-ERR [SYS/TEMP] later\r\n", Outcome::TryLater, 0},
                           Row{"ERR wrong password\r\n", Outcome::ProtocolError, 1},
                           Row{std::string(limits::AnswerLine + 1, 'x'), Outcome::LimitExceeded, 1}}) {
        CAPTURE(row.answer.substr(0, 30));
        Provider world;
        FakeServer& pop995 = world.pop995();
        pop995.also = [&row](Session& session, const std::string& command) -> std::optional<Reply> {
            if (session.user == "asked" || command.rfind("AUTH PLAIN ", 0) == 0)
                return Reply{row.answer};
            return std::nullopt;
        };
        const RunReport report = world.run();
        CHECK(attemptAt(report, 995).outcome == row.outcome);
        CHECK(report.loginsSpent == row.spent);
        CHECK(attemptAt(report, 993).outcome == Outcome::Ready);
        CHECK(world.imap993.logins == 0);
    }
}

TEST_CASE("a server that rests is no reason for another protocol") {
    Provider world;
    world.pop995().greeting = "-ERR [SYS/TEMP] come back later\r\n";
    const RunReport report = world.run();
    CHECK(attemptAt(report, 995).outcome == Outcome::TryLater);
    CHECK(world.imap993.logins == 0);
}

TEST_CASE("the login budget is one for all protocols") {
    Provider world;
    world.imap993.users.clear();
    const RunReport report = world.run();
    CHECK(attemptAt(report, 993).outcome == Outcome::AuthRejected);
    CHECK(report.loginsRefused == 1);
    CHECK(world.imap993.logins == 1);
    CHECK(world.smtp465.logins == 0);
    CHECK(attemptAt(report, 465).reason == "password-refused");
}

TEST_CASE("without a password nothing is opened") {
    Provider world;
    const RunReport report = world.run(settings(false));
    CHECK(attemptAt(report, 993).outcome == Outcome::Ready);
    CHECK(attemptAt(report, 993).candidate.explainOnly);
}

TEST_CASE("where another process has the account nothing is opened while POP3 is under way") {
    Provider world;
    world.pop995().greetingAfter = Milliseconds(1000);
    RunSettings how = settings();
    how.loginElsewhere = true;
    const RunReport report = world.run(std::move(how));
    CHECK(attemptAt(report, 995).outcome == Outcome::Ready);
    CHECK(attemptAt(report, 993).candidate.explainOnly);
    CHECK(report.loginElsewhere);
}

TEST_CASE("what only explains, and is no reserve, stays so") {
    Provider world;
    world.plan.candidates[2].reserve = false;
    const RunReport report = world.run();
    CHECK(attemptAt(report, 993).outcome == Outcome::Ready);
    CHECK(world.imap993.logins == 0);
    CHECK(attemptAt(report, 465).outcome == Outcome::LoginOk);
}

TEST_CASE("IMAP whose host asks for a yes asks for it once its turn has come") {
    Provider world;
    world.plan.candidates[2].loginNeedsHostConsent = true;
    const RunReport report = world.run();
    CHECK(attemptAt(report, 993).outcome == Outcome::Ready);
    REQUIRE(attemptAt(report, 993).consent);
    CHECK(attemptAt(report, 993).consent->kind == ConsentKind::Host);
    CHECK(world.imap993.logins == 0);
}

TEST_CASE("a yes to something else does not close the reserve again") {
    Provider world;
    world.run();
    Consents consents;
    consents.hosts = {"other.example.test"};
    const RunReport report = world.net.agree(world.plan, consents);
    CHECK(attemptAt(report, 993).outcome == Outcome::LoginOk);
    CHECK_FALSE(attemptAt(report, 993).candidate.explainOnly);
    CHECK(world.imap993.logins == 1);
}
