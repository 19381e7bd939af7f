// After the login for sending: would mail from this address be taken? Nothing is sent.
#include "probe/fake_network.h"
#include "support/catch.h"

#include <algorithm>

using namespace yomikae;
using namespace yomikae::test;

namespace {

struct Sender {
    FakeNetwork net;
    FakeServer& pop995 = net.server("192.0.2.1", 995, pop());
    FakeServer& smtp465 = net.server("192.0.2.1", 465, smtp());
    RunReport report;

    Sender() { net.host("mail.example.test", "192.0.2.1"); }
    const Attempt& run(std::optional<Instant> cancelAt = {}, const std::string& address = User) {
        Plan plan = popAndSmtp();
        plan.sender = address;
        report = net.play(plan, settings(), cancelAt);
        CHECK(net.leaks.empty());
        CHECK(smtp465.count("DATA") == 0);
        CHECK(report.loginsSpent == 0);
        return attemptAt(report, 465);
    }
    bool heard(const std::string& line) const {
        return std::find(smtp465.heard.begin(), smtp465.heard.end(), "tls " + line) != smtp465.heard.end();
    }
};

} // namespace

TEST_CASE("the sender's address is asked about, to itself, and taken back") {
    Sender world;
    const Attempt& attempt = world.run();
    CHECK(attempt.outcome == Outcome::LoginOk);
    CHECK(attempt.stage == Stage::Done);
    CHECK(attempt.reason.empty());
    CHECK(world.heard("MAIL FROM:<taro@example.test>"));
    CHECK(world.heard("RCPT TO:<taro@example.test>"));
    CHECK(world.heard("RSET"));
    CHECK(world.heard("QUIT"));
}

TEST_CASE("a refused sender is told, and the login stays proven") {
    for (const char* command : {"MAIL", "RCPT"}) {
        CAPTURE(command);
        Sender world;
        world.smtp465.instead[command] = {"553 5.7.1 Sender address rejected: not owned by user\r\n"};
        const Attempt& attempt = world.run();
        CHECK(attempt.outcome == Outcome::LoginOk);
        CHECK(attempt.stage == Stage::Sender);
        CHECK(attempt.reason == "sender-refused");
        CHECK(attempt.replyCode == 553);
        CHECK(world.report.firstAnswer);
    }
}

TEST_CASE("what is said to the recipient is told apart: the sender, or the person's own mailbox") {
    struct Row {
        const char* says;
        const char* reason;
    };
    for (const Row& row :
         {Row{"552 5.2.2 Mailbox full", "recipient-refused"}, Row{"552 Quota exceeded", "recipient-refused"},
          Row{"550 5.2.1 Mailbox disabled", "recipient-refused"},
          Row{"550 5.1.1 No such user here", "recipient-refused"},
          Row{"551 5.1.6 Mailbox has moved", "recipient-refused"},
          Row{"550 5.1.8 Sender address rejected", "sender-refused"},
          Row{"550 5.7.1 Relaying denied", "sender-refused"}, Row{"553 Sender address rejected", "sender-refused"},
          Row{"550 No", "sender-unknown"}}) {
        CAPTURE(row.says);
        Sender world;
        world.smtp465.instead["RCPT"] = {std::string(row.says) + "\r\n"};
        const Attempt& attempt = world.run();
        CHECK(attempt.outcome == Outcome::LoginOk);
        CHECK(attempt.reason == row.reason);
    }
}

TEST_CASE("whatever goes wrong behind the login does not undo it") {
    struct Row {
        const char* sentence;
        Reply reply;
    };
    for (const Row& row :
         {Row{"greylisted", {"450 4.2.0 later\r\n"}}, Row{"sent away", {"421 4.3.0 bye\r\n", {}, true}},
          Row{"cut", {"", {}, true}}, Row{"silent", {"", {}, false, false, true}}}) {
        CAPTURE(row.sentence);
        Sender world;
        world.smtp465.instead["MAIL"] = row.reply;
        const Attempt& attempt = world.run();
        CHECK(attempt.outcome == Outcome::LoginOk);
        CHECK(attempt.reason == "sender-unknown");
        CHECK(world.smtp465.logins == 1);
    }
}

TEST_CASE("the proof does not wait for the question about the sender") {
    Sender world;
    world.smtp465.instead["MAIL"] = {"250 ok\r\n", Milliseconds(4000)};
    const Attempt& attempt = world.run();
    CHECK(attempt.outcome == Outcome::LoginOk);
    CHECK(*world.report.firstAnswer < Milliseconds(300));
    CHECK(world.report.elapsed > Milliseconds(4000));
}

TEST_CASE("stopped while the sender is asked about, the login is proven all the same") {
    Sender world;
    world.smtp465.instead["MAIL"] = {"", {}, false, false, true};
    const Attempt& attempt = world.run(Instant(1000));
    CHECK(attempt.outcome == Outcome::LoginOk);
    CHECK(world.net.saidAfterCancel.size() <= 1);
}

TEST_CASE("an address that would break the command is not asked about") {
    for (const char* address :
         {"", "a b@example.test", "a>@example.test", "\xe5\xa4\xaa@example.test", "a\r\nDATA@x"}) {
        Sender world;
        CHECK(world.run({}, address).outcome == Outcome::LoginOk);
        CHECK(world.smtp465.count("MAIL") == 0);
    }
}
