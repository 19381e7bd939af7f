// IMAP in reserve: logged into where no login by POP3 can succeed any more, and only there.
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
    CHECK(world.imap993.logins == 1);
    CHECK(pop995.logins == 0);
    CHECK(report.loginsSpent == 0);
}

TEST_CASE("what POP3 said about the login is not asked again by IMAP") {
    struct Row {
        const char* answer;
        Outcome outcome;
    };
    for (const Row& row :
         {Row{"-ERR [AUTH] failed\r\n", Outcome::AuthRejected}, Row{"-ERR [IN-USE] busy\r\n", Outcome::MailboxBusy},
          Row{"-ERR [SYS/TEMP] later\r\n", Outcome::TryLater}}) {
        CAPTURE(row.answer);
        Provider world;
        FakeServer& pop995 = world.pop995();
        pop995.also = [&row](Session& session, const std::string& command) -> std::optional<Reply> {
            if (session.user == "asked" || command.rfind("AUTH PLAIN ", 0) == 0)
                return Reply{row.answer};
            return std::nullopt;
        };
        const RunReport report = world.run();
        CHECK(attemptAt(report, 995).outcome == row.outcome);
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
