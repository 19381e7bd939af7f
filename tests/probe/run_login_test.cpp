// How often a password goes out, and to whom.
#include "probe/fake_network.h"
#include "support/catch.h"

using namespace yomikae;
using namespace yomikae::test;

namespace {

struct Provider {
    FakeNetwork net;
    FakeServer& pop995 = net.server("192.0.2.1", 995, pop());
    FakeServer& smtp465 = net.server("192.0.2.1", 465, smtp());
    Plan plan = popAndSmtp();
    Provider() { net.host("mail.example.test", "192.0.2.1"); }
    RunReport run(bool withPassword = true) { return net.play(plan, settings(withPassword)); }
};

} // namespace

TEST_CASE("A01: a wrong password is refused once, and sending is not tried with it") {
    Provider world;
    world.pop995.users.clear();
    const RunReport report = world.run();
    CHECK(attemptAt(report, 995).outcome == Outcome::AuthRejected);
    CHECK(world.pop995.logins == 1);
    CHECK(world.smtp465.logins == 0);
    CHECK(report.loginsRefused == 1);
    CHECK(attemptAt(report, 465).outcome == Outcome::Ready);
    CHECK(attemptAt(report, 465).reason == "password-refused");
    CHECK_FALSE(report.budgetSpent);
}

TEST_CASE("the other user name form of the profile is tried after a pause, as an attempt of its own") {
    Provider world;
    world.plan.candidates[0].usernames = {"taro", User};
    world.plan.candidates[1].usernames = {"taro", User};
    const RunReport report = world.run();
    REQUIRE(report.attempts.size() == 3);
    CHECK(report.attempts[0].outcome == Outcome::AuthRejected);
    CHECK(report.attempts[0].username == "taro");
    CHECK(report.attempts[1].outcome == Outcome::LoginOk);
    CHECK(report.attempts[1].username == User);
    CHECK(report.attempts[2].outcome == Outcome::LoginOk);
    CHECK(report.attempts[2].username == User); // the form that worked, not the first of its own
    CHECK(report.loginsRefused == 1);
    CHECK(*report.firstAnswer >= Milliseconds(5000));
    CHECK(*report.firstAnswer < Milliseconds(6000));
}

TEST_CASE("A12: never a third refused login, POP and SMTP and all user name forms together") {
    Provider world;
    world.pop995.users.clear();
    world.smtp465.users.clear();
    FakeServer& imap993 = world.net.server("192.0.2.1", 993, imap());
    imap993.users.clear();
    world.plan.candidates.insert(world.plan.candidates.begin() + 1,
                                 candidate(Protocol::Imap, 993, Security::ImplicitTls, 1));
    for (Candidate& each : world.plan.candidates)
        each.usernames = {"taro", User, "hanako"};
    const RunReport report = world.run();
    CHECK(world.pop995.logins + imap993.logins + world.smtp465.logins == 2);
    CHECK(report.loginsRefused == 2);
    CHECK(report.budgetSpent);
    CHECK(attemptAt(report, 993).reason == "budget");
    CHECK(attemptAt(report, 465).reason == "password-refused");
}

TEST_CASE("--max-refused 1: one refusal and no more, though the profile has another form") {
    Provider world;
    world.pop995.users.clear();
    world.plan.candidates[0].usernames = {"taro", User};
    RunSettings how = settings();
    how.refusedLogins = 1;
    const RunReport report = world.net.play(world.plan, std::move(how));
    CHECK(world.pop995.logins == 1);
    CHECK(report.budgetSpent);
}

TEST_CASE("the budget holds across receiving and sending: one refused there, one here, and the end") {
    Provider world;
    world.smtp465.users.clear();
    world.plan.candidates[0].usernames = {"taro", User};
    world.plan.candidates[1].usernames = {User, "hanako"};
    const RunReport report = world.run();
    CHECK(attemptAt(report, 465).outcome == Outcome::AuthRejected);
    CHECK(world.smtp465.logins == 1);
    CHECK(report.loginsRefused == 2);
    CHECK(report.budgetSpent);
}

TEST_CASE("A14: 535 to sending after receiving worked is said of sending alone") {
    Provider world;
    world.smtp465.users.clear();
    const RunReport report = world.run();
    CHECK(attemptAt(report, 995).outcome == Outcome::LoginOk);
    CHECK(attemptAt(report, 465).outcome == Outcome::AuthRejected);
    CHECK(attemptAt(report, 465).replyCode == 535);
    CHECK(world.smtp465.logins == 1);
}

TEST_CASE("A02: a line cut at the password is unclear, and nothing is tried again by itself") {
    Provider world;
    world.pop995.instead["AUTH"] = {"", {}, true};
    world.plan.candidates[0].usernames = {User, "taro"};
    const RunReport report = world.run();
    CHECK(attemptAt(report, 995).outcome == Outcome::AuthUnclear);
    CHECK(world.pop995.count("AUTH") == 1);
    CHECK(world.smtp465.logins == 0);
    CHECK(report.loginsRefused == 0);
    CHECK(attemptAt(report, 465).reason == "same-login");
}

TEST_CASE("N25: silence behind the password is a time-out of the login, and it is not tried again") {
    Provider world;
    world.pop995.instead["AUTH"] = {""};
    const RunReport report = world.run();
    CHECK(attemptAt(report, 995).outcome == Outcome::StageTimeout);
    CHECK(attemptAt(report, 995).stage == Stage::Login);
    CHECK(attemptAt(report, 995).reason == "verdict");
    CHECK(report.loginsRefused == 0);
    CHECK(world.smtp465.logins == 0);
}

TEST_CASE("A08: temporary is not wrong: one login, and sending may still be tried") {
    Provider world;
    world.pop995.instead["AUTH"] = {"-ERR [SYS/TEMP] Temporary authentication failure.\r\n"};
    const RunReport report = world.run();
    CHECK(attemptAt(report, 995).outcome == Outcome::TryLater);
    CHECK(world.pop995.count("AUTH") == 1);
    CHECK(attemptAt(report, 465).outcome == Outcome::LoginOk);
    CHECK(report.loginsRefused == 0);
}

TEST_CASE("A07: a mailbox in use means that the password was taken: sending uses that form") {
    Provider world;
    world.pop995.instead["AUTH"] = {"-ERR [IN-USE] Mailbox is locked.\r\n", Milliseconds(12'000)};
    world.plan.candidates[1].usernames = {"taro", User};
    const RunReport report = world.run();
    CHECK(attemptAt(report, 995).outcome == Outcome::MailboxBusy);
    CHECK(attemptAt(report, 465).username == User);
    CHECK(attemptAt(report, 465).outcome == Outcome::LoginOk);
}

TEST_CASE("a mailbox in use is not asked for again by the host's other port, though it may be free by then") {
    Provider world;
    world.pop995.instead["AUTH"] = {"-ERR [IN-USE] Mailbox is locked.\r\n", Milliseconds(10'000)};
    FakeServer& pop110 = world.net.server("192.0.2.1", 110, pop(false));
    world.plan.candidates.insert(world.plan.candidates.begin() + 1,
                                 candidate(Protocol::Pop3, 110, Security::StartTls, 1));
    const RunReport report = world.run();
    CHECK(attemptAt(report, 995).outcome == Outcome::MailboxBusy);
    CHECK(attemptAt(report, 110).outcome == Outcome::Ready);
    CHECK(attemptAt(report, 110).reason == "mailbox-busy");
    CHECK(pop110.logins == 0);
    CHECK(attemptAt(report, 465).outcome == Outcome::LoginOk);
    CHECK(report.elapsed < Milliseconds(11'000));
}

TEST_CASE("a lock-out stops every further login") {
    Provider world;
    world.pop995.instead["AUTH"] = {"-ERR [AUTH] Account locked for 30 minutes.\r\n"};
    FakeServer& imap993 = world.net.server("192.0.2.1", 993, imap());
    world.plan.candidates.insert(world.plan.candidates.begin() + 1,
                                 candidate(Protocol::Imap, 993, Security::ImplicitTls, 1));
    const RunReport report = world.run();
    CHECK(attemptAt(report, 995).outcome == Outcome::AccountLocked);
    CHECK(report.lockedOut);
    CHECK(imap993.logins == 0);
    CHECK(world.smtp465.logins == 0);
    CHECK(attemptAt(report, 465).reason == "locked");
}

TEST_CASE("an idle connection that the server ends is made again when its login is due") {
    Provider world;
    world.pop995.greetingAfter = Milliseconds(3000);
    world.smtp465.instead["EHLO"] = {"250-mail\r\n250 AUTH PLAIN\r\n", {}, true};
    world.smtp465.once = {};
    const RunReport report = world.run();
    CHECK(attemptAt(report, 995).outcome == Outcome::LoginOk);
    CHECK(world.smtp465.connections == 2);
}

TEST_CASE("a profile without a login for a server has it reached only") {
    Provider world;
    world.plan.candidates[1].usernames.clear();
    const RunReport report = world.run();
    CHECK(attemptAt(report, 465).outcome == Outcome::Ready);
    CHECK(world.smtp465.logins == 0);
}

TEST_CASE("what is there to explain is never logged into, and does not stand in the way") {
    Provider world;
    world.plan.candidates[0].explainOnly = true;
    const RunReport report = world.run();
    CHECK(world.pop995.logins == 0);
    CHECK(attemptAt(report, 995).outcome == Outcome::Ready);
    CHECK(attemptAt(report, 465).outcome == Outcome::LoginOk);
}

TEST_CASE("browser login only: the password stays at home") {
    Provider world;
    world.plan.oauthOnly = true;
    world.run();
    CHECK(world.pop995.logins + world.smtp465.logins == 0);
}

TEST_CASE("a password that no protocol can carry is not sent at all") {
    Provider world;
    RunSettings how = settings();
    how.password = Secret(std::string("two\r\nlines"));
    const RunReport report = world.net.play(world.plan, std::move(how));
    CHECK(attemptAt(report, 995).outcome == Outcome::InputInvalid);
    CHECK(world.pop995.logins + world.smtp465.logins == 0);
}

TEST_CASE("refusals of earlier runs count: one is left, then none") {
    for (const int before : {0, 1, 2, 5}) {
        CAPTURE(before);
        Provider world;
        world.pop995.users.clear();
        world.plan.candidates[0].usernames = {"taro", User, "hanako"};
        RunSettings how = settings();
        how.refusedBefore = before;
        how.loginAgainIn = Milliseconds(60'000);
        const RunReport report = world.net.play(world.plan, std::move(how));
        CHECK(world.pop995.logins == std::max(0, 2 - before));
        CHECK(report.loginsSpent == world.pop995.logins);
        CHECK(report.budgetSpent);
        CHECK(report.loginAgainIn == (before > 0 ? Milliseconds(60'000) : Milliseconds(1'800'000)));
    }
}

TEST_CASE("a right password is proven although one refusal of an earlier run counts") {
    Provider world;
    RunSettings how = settings();
    how.refusedBefore = 1;
    const RunReport report = world.net.play(world.plan, std::move(how));
    CHECK(report.firstAnswer);
    CHECK_FALSE(report.budgetSpent);
    CHECK_FALSE(report.loginAgainIn);
}

TEST_CASE("while another process has the account everything is reached and nobody is logged in") {
    Provider world;
    RunSettings how = settings();
    how.loginElsewhere = true;
    const RunReport report = world.net.play(world.plan, std::move(how));
    CHECK(world.pop995.logins + world.smtp465.logins == 0);
    CHECK(report.loginElsewhere);
    CHECK(attemptAt(report, 995).reason == "elsewhere");
    CHECK_FALSE(report.budgetSpent);
}

TEST_CASE("sending logs in as soon as receiving took the password, not only when the mailbox was looked at") {
    Provider world;
    world.pop995.instead["STAT"] = {"+OK 3 1200\r\n", Milliseconds(3000)};
    FakeServer& imap993 = world.net.server("192.0.2.1", 993, imap());
    world.plan.candidates.push_back(candidate(Protocol::Imap, 993, Security::ImplicitTls, 1));
    const RunReport report = world.run();
    CHECK(attemptAt(report, 465).outcome == Outcome::LoginOk);
    CHECK(attemptAt(report, 465).took < Milliseconds(300));
    CHECK(attemptAt(report, 995).outcome == Outcome::LoginOk);
    CHECK(attemptAt(report, 995).took > Milliseconds(3000));
    CHECK(imap993.logins == 0);
    CHECK(world.pop995.logins == 1);
    CHECK(world.smtp465.logins == 1);
}

TEST_CASE("a yes to the password that is followed by nonsense is no proof, and is not asked for again") {
    Provider world;
    world.pop995.instead["STAT"] = {"nonsense\r\n"};
    const RunReport report = world.run();
    CHECK(attemptAt(report, 995).outcome != Outcome::AuthRejected);
    CHECK(world.pop995.logins == 1);
    CHECK(report.loginsSpent == 0);
}

TEST_CASE("sending is asked for its challenge while receiving logs in, and the password waits for the proof") {
    Provider world;
    const RunReport report = world.run();
    CHECK(attemptAt(report, 465).outcome == Outcome::LoginOk);
    CHECK(world.smtp465.count("AUTH PLAIN") == 1);
    REQUIRE(report.firstAnswer);
    CHECK(*report.firstAnswer <= Milliseconds(180)); // look-up 20 ms, then 7 round trips of 20 ms and its own steps
}

TEST_CASE("a challenge that was asked for is declined where receiving refused the password") {
    Provider world;
    world.pop995.instead["AUTH"] = {"-ERR [AUTH] Authentication failed.\r\n", Milliseconds(2000)};
    const RunReport report = world.run();
    CHECK(attemptAt(report, 995).outcome == Outcome::AuthRejected);
    CHECK(attemptAt(report, 465).outcome == Outcome::Ready);
    CHECK(attemptAt(report, 465).stage == Stage::Capabilities);
    CHECK_FALSE(attemptAt(report, 465).mechanism);
    CHECK(world.smtp465.logins == 0);
    REQUIRE(world.smtp465.heard.size() >= 2);
    CHECK(world.smtp465.heard[world.smtp465.heard.size() - 2] == "tls *");
    CHECK(world.smtp465.heard.back() == "tls QUIT");
}
