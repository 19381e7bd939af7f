// A message to oneself over a proven pair: sent once, found again, removed on request. Whole runs against fake servers.
#include "probe/fake_mailbox.h"
#include "probe/send_test.h"
#include "support/catch.h"

#include <algorithm>
#include <set>

using namespace yomikae;
using namespace yomikae::test;
using namespace std::chrono_literals;

namespace {

constexpr const char* Token = "0123456789abcdef0123456789abcdef";

SendTestSettings how(bool remove = false) {
    SendTestSettings made;
    made.message = {User, Token, std::chrono::sys_days{std::chrono::year{2026} / 11 / 24}, "確認", "本文"};
    made.password = Secret(std::string(Password));
    made.remove = remove;
    return made;
}

/// A provider where both directions work, and the person's mailbox there.
struct World {
    FakeNetwork net;
    bool byImap = false;
    FakeServer& incoming;
    FakeServer& smtp465 = net.server("192.0.2.1", 465, smtp());
    FakeMailbox mailbox;
    Plan plan;
    RunReport proof;
    std::optional<SendTest> test;
    Instant clock{};
    std::vector<Instant> legs; ///< when each began
    int loginsOfProof = 0;

    explicit World(bool imapToo = false)
        : byImap(imapToo),
          incoming(imapToo ? net.server("192.0.2.1", 993, test::imap()) : net.server("192.0.2.1", 995, pop())) {
        net.host("mail.example.test", "192.0.2.1");
        mailbox.mails = {otherMail(1), otherMail(2)};
        takesMail(smtp465, mailbox, incoming);
        if (byImap)
            showsMailByImap(incoming, mailbox);
        else
            showsMailByPop(incoming, mailbox);
        plan.candidates = {
            candidate(byImap ? Protocol::Imap : Protocol::Pop3, byImap ? 993 : 995, Security::ImplicitTls, 0),
            candidate(Protocol::Smtp, 465, Security::ImplicitTls, 0)};
        plan.sender = User;
        prove();
    }

    void prove() {
        proof = net.play(plan, settings());
        clock = proof.elapsed;
        loginsOfProof = incoming.logins + smtp465.logins;
    }

    void leg(std::optional<Instant> cancelAt = {}) {
        clock = std::max(clock, *test->nextAt());
        legs.push_back(clock);
        const SendTest::Leg next = test->begin(clock);
        CHECK_FALSE(test->nextAt());
        RunSettings runSettings = settings();
        runSettings.errand = next.errand;
        runSettings.refusedLogins = next.refusedLogins;
        runSettings.deadline = next.deadline;
        net.startAnew();
        const RunReport report = net.play(next.plan, std::move(runSettings), cancelAt);
        if (cancelAt)
            test->cancel();
        clock += net.ended;
        test->ended(report, clock);
    }

    const SendTestResult& run(const SendTestSettings& given = how()) {
        test.emplace(given, proof, 0, 1);
        while (test->nextAt())
            leg();
        CHECK(test->finished());
        CHECK(net.leaks.empty());
        CHECK(mailbox.taken.size() <= 1);
        CHECK(test->result().messageId == std::string("<yomikae.") + Token + "@example.test>");
        return test->result();
    }
};

std::string word(const SendTestResult& result) {
    return std::string(name(result.outcome)) + (result.reason.empty() ? "" : ": " + result.reason);
}

bool isOurs(const std::string& mail) {
    return mail.find(Token) != std::string::npos;
}

} // namespace

TEST_CASE("a message to oneself is sent once and found by POP3 and by IMAP") {
    for (const bool byImap : {false, true}) {
        CAPTURE(byImap);
        World world(byImap);
        const SendTestResult& result = world.run();
        CHECK(word(result) == "found");
        CHECK(result.sent == true);
        CHECK(result.replyCode == 250);
        CHECK(result.responseCode == "2.0.0");
        CHECK(result.looks == 1);
        CHECK(*result.after >= 2s);
        CHECK(*result.after < 3s);
        CHECK_FALSE(result.removed);
        CHECK(world.mailbox.taken.size() == 1);
        CHECK(world.mailbox.mails.size() == 3);
        CHECK(world.mailbox.removed.empty());
        CHECK(world.incoming.logins + world.smtp465.logins == world.loginsOfProof + 2);
    }
}

TEST_CASE("the message goes from the address to itself, whole, and without the password") {
    World world;
    world.run();
    CHECK(world.smtp465.count("MAIL FROM:<taro@example.test>") == 2); // the question about the sender, and this
    CHECK(world.smtp465.count("RCPT TO:<taro@example.test>") == 2);
    CHECK(world.mailbox.taken.at(0) == composed(how().message));
    CHECK(world.mailbox.taken.at(0).find(Password) == std::string::npos);
}

TEST_CASE("the proven name, mechanism, host and port are used, and no others") {
    World world;
    world.test.emplace(how(), world.proof, 0, 1);
    for (const std::size_t attempt : {1u, 0u}) {
        const SendTest::Leg leg = world.test->begin(*world.test->nextAt());
        REQUIRE(leg.plan.candidates.size() == 1);
        const Candidate& candidate = leg.plan.candidates[0];
        const Attempt& proven = world.proof.attempts[attempt];
        CHECK(candidate.endpoint == proven.candidate.endpoint);
        CHECK(candidate.usernames == std::vector<std::string>{proven.username});
        CHECK(candidate.mechanisms == std::vector<Mechanism>{*proven.mechanism});
        CHECK(leg.plan.sender.empty());
        RunSettings runSettings = settings();
        runSettings.errand = leg.errand;
        world.net.startAnew();
        world.test->ended(world.net.play(leg.plan, runSettings), world.net.ended);
    }
}

TEST_CASE("removal takes exactly this message, by POP3 and by IMAP") {
    for (const bool byImap : {false, true}) {
        CAPTURE(byImap);
        World world(byImap);
        const SendTestResult& result = world.run(how(true));
        CHECK(word(result) == "found");
        CHECK(result.removed);
        REQUIRE(world.mailbox.removed.size() == 1);
        CHECK(isOurs(world.mailbox.removed[0]));
        CHECK(world.mailbox.mails == std::vector<std::string>{otherMail(1), otherMail(2)});
    }
}

TEST_CASE("removal asked for afterwards takes one more connection") {
    World world;
    world.run();
    REQUIRE(world.test->removeNow(world.clock));
    CHECK(world.test->phase() == SendTest::Phase::Remove);
    world.leg();
    CHECK(world.test->finished());
    CHECK(word(world.test->result()) == "found");
    CHECK(world.test->result().removed);
    CHECK(world.mailbox.removed.size() == 1);
    CHECK_FALSE(world.test->removeNow(world.clock)); // it is gone
    CHECK(world.mailbox.taken.size() == 1);
}

TEST_CASE("a removal that fails is told, and the message stays found") {
    struct Row {
        const char* command;
        Reply reply;
        const char* word;
    };
    for (const Row& row : {Row{"DELE", {"-ERR no\r\n"}, "found: not-removed"},
                           Row{"QUIT", {"-ERR not removed\r\n"}, "found: not-removed"},
                           Row{"QUIT", {"", {}, true}, "found: not-confirmed"}}) {
        World world;
        world.incoming.instead[row.command] = row.reply;
        const SendTestResult& result = world.run(how(true));
        CHECK(word(result) == row.word);
        CHECK(result.found);
        CHECK_FALSE(result.removed);
    }
    World marked(true);
    marked.mailbox.capability = "IDLE";
    CHECK(word(marked.run(how(true))) == "found: no-uidplus");
    CHECK(marked.test->result().marked);
    CHECK(marked.mailbox.removed.empty());
}

TEST_CASE("found among others that arrived behind it, ten headers at most") {
    World world;
    world.mailbox.hiddenFor = 2;
    world.test.emplace(how(), world.proof, 0, 1);
    world.leg();
    for (int n = 10; n < 40; ++n)
        world.mailbox.mails.push_back(otherMail(n));
    world.leg();
    CHECK(world.mailbox.shown == 10);
    world.leg(); // not arrived yet
    world.leg();
    CHECK(word(world.test->result()) == "found");
    CHECK(world.mailbox.shown == 21); // it is the newest now
}

TEST_CASE("a late message is looked for again, more and more seldom") {
    World world;
    world.mailbox.hiddenFor = 4;
    const SendTestResult& result = world.run();
    CHECK(word(result) == "found");
    CHECK(result.looks == 5);
    CHECK(*result.after > 59s);
    CHECK(*result.after < 61s);
    REQUIRE(world.legs.size() == 6);
    const Milliseconds gaps[] = {2s, 4s, 8s, 15s, 30s};
    for (std::size_t i = 0; i < 5; ++i) {
        const Milliseconds gap = world.legs[i + 1] - world.legs[i];
        CHECK(gap >= gaps[i]);
        CHECK(gap < gaps[i] + 1s);
    }
}

TEST_CASE("a message that never arrives is looked for two minutes, and sent only once") {
    World world;
    world.mailbox.loses = true;
    const SendTestResult& result = world.run();
    CHECK(word(result) == "sent-not-found");
    CHECK(result.sent == true);
    CHECK_FALSE(result.found);
    CHECK(result.looks == 7);
    CHECK(world.clock - world.legs.at(0) <= 121s);
    CHECK(world.mailbox.taken.size() == 1);
}

TEST_CASE("what the server says to the message is told: no for good, no for now, no answer") {
    struct Row {
        const char* sentence;
        const char* command; ///< "" = the text itself
        Reply reply;
        const char* word;
        int code;
        Delivery::At at;
    };
    using At = Delivery::At;
    for (const Row& row : {Row{"sender", "MAIL", {"553 5.7.1 not yours\r\n"}, "refused", 553, At::Sender},
                           Row{"recipient", "RCPT", {"550 5.1.1 unknown\r\n"}, "refused", 550, At::Recipient},
                           Row{"greylisted", "RCPT", {"451 4.7.1 later\r\n"}, "deferred", 451, At::Recipient},
                           Row{"DATA", "DATA", {"554 5.5.1 no\r\n"}, "refused", 554, At::Data},
                           Row{"full", "", {"552 5.2.2 over quota\r\n"}, "refused", 552, At::Text},
                           Row{"full for now", "", {"452 4.2.2 full\r\n"}, "deferred", 452, At::Text},
                           Row{"cut early", "RCPT", {"", {}, true}, "not-sent: cut", 0, At::Recipient},
                           Row{"silent early", "MAIL", {"", {}, false, false, true}, "not-sent: cut", 0, At::Sender}}) {
        CAPTURE(row.sentence);
        World world;
        if (*row.command)
            world.smtp465.instead[row.command] = row.reply;
        else
            world.mailbox.answerToText = row.reply;
        const SendTestResult& result = world.run();
        CHECK(word(result) == row.word);
        CHECK(result.sent == false);
        CHECK(result.replyCode == row.code);
        CHECK(result.at == row.at);
        CHECK(result.looks == 0);
        CHECK(world.legs.size() == 1); // not looked for, and not sent again
    }
}

TEST_CASE("no answer behind the message: it is looked for, and only then known") {
    for (const bool arrives : {true, false}) {
        CAPTURE(arrives);
        World world;
        world.mailbox.answerToText = {"", {}, true};
        world.test.emplace(how(), world.proof, 0, 1);
        world.leg();
        CHECK_FALSE(world.test->result().sent.has_value());
        if (arrives)
            world.mailbox.mails.push_back(world.mailbox.taken.at(0));
        while (world.test->nextAt())
            world.leg();
        CHECK(word(world.test->result()) == (arrives ? "found" : "unclear"));
        CHECK(world.test->result().sent.has_value() == arrives);
        CHECK(world.mailbox.taken.size() == 1);
    }
}

TEST_CASE("a filter that thinks for half a minute is waited for") {
    World world;
    world.mailbox.answerToText.after = 40s;
    CHECK(word(world.run()) == "found");
}

TEST_CASE("without both directions proven nothing is sent, and the reason is said") {
    struct Row {
        const char* word;
        std::function<void(World&)> change;
    };
    for (const Row& row :
         {Row{"not-done: not-proven", [](World& w) { w.proof.attempts[0].outcome = Outcome::AuthRejected; }},
          Row{"not-done: not-proven", [](World& w) { w.proof.attempts[1].outcome = Outcome::Ready; }},
          Row{"not-done: not-proven", [](World& w) { w.proof.attempts[1].username.clear(); }},
          Row{"not-done: mailbox", [](World& w) { w.proof.attempts[0].reason = "mailbox"; }},
          Row{"not-done: sender-refused", [](World& w) { w.proof.attempts[1].reason = "sender-refused"; }},
          Row{"not-done: budget", [](World& w) { w.proof.loginsSpent = 2; }}}) {
        World world;
        row.change(world);
        CHECK(word(world.run()) == row.word);
        CHECK(world.legs.empty());
    }
    World odd;
    SendTestSettings address = how();
    address.message.address = "\"ta ro\"@example.test";
    odd.test.emplace(address, odd.proof, 0, 1);
    CHECK(word(odd.test->result()) == "not-done: address");
    CHECK_FALSE(odd.test->nextAt());
}

TEST_CASE("a refused login stops everything at once, and counts") {
    World sending;
    sending.smtp465.users.clear();
    CHECK(word(sending.run()) == "not-sent: auth-rejected");
    CHECK(sending.test->result().loginsRefused == 1);
    CHECK(sending.test->result().loginsSpent == 1);
    CHECK(sending.legs.size() == 1);

    World receiving;
    receiving.test.emplace(how(), receiving.proof, 0, 1);
    receiving.leg();
    receiving.incoming.users.clear();
    const int before = receiving.incoming.logins;
    while (receiving.test->nextAt())
        receiving.leg();
    CHECK(word(receiving.test->result()) == "sent-not-looked: auth-rejected");
    CHECK(receiving.incoming.logins == before + 1);
    CHECK(receiving.test->result().loginsSpent == 1);
}

TEST_CASE("a server that is busy or wants a pause is asked again later, without haste") {
    for (const char* answer : {"-ERR [IN-USE] locked\r\n", "-ERR [LOGIN-DELAY] too soon\r\n"}) {
        CAPTURE(answer);
        World world;
        world.incoming.once = {{"AUTH", {answer}}};
        const SendTestResult& result = world.run();
        CHECK(word(result) == "found");
        CHECK(result.looks == 2);
        CHECK(world.legs.at(2) - world.legs.at(1) >= 28s);
        CHECK(result.loginsSpent == 0);
    }
}

TEST_CASE("the login delay that a server names is kept") {
    World world;
    world.proof.attempts[0].capabilities->lines.push_back("LOGIN-DELAY 60");
    CHECK(word(world.run()) == "found");
    const Attempt& login = world.proof.attempts[0];
    CHECK(world.legs.at(1) >= login.began + login.took + 60s);

    World never;
    never.proof.attempts[0].capabilities->lines.push_back("LOGIN-DELAY 900 USER");
    CHECK(word(never.run()) == "sent-not-looked: login-delay");
    CHECK(never.legs.size() == 1);
}

TEST_CASE("a server that shows no headers is not asked again") {
    World world;
    world.incoming.instead["TOP"] = {"-ERR unknown command\r\n"};
    CHECK(word(world.run()) == "sent-not-looked: top");
    CHECK(world.test->result().looks == 1);
}

TEST_CASE("a server that is gone for a while is tried again") {
    World world;
    world.test.emplace(how(), world.proof, 0, 1);
    world.leg();
    world.incoming.closesAtOnce = true;
    world.incoming.implicitTls = false;
    world.leg();
    world.incoming.closesAtOnce = false;
    world.incoming.implicitTls = true;
    world.leg();
    CHECK(word(world.test->result()) == "found");
    CHECK(world.test->result().looks == 2);
}

TEST_CASE("no more than twelve connections a minute to one host, the proof among them") {
    World world;
    for (int i = 0; i < 9; ++i) {
        Attempt more = world.proof.attempts[0];
        more.outcome = Outcome::ConnectRefused;
        world.proof.attempts.push_back(more);
    }
    world.mailbox.hiddenFor = 2;
    CHECK(word(world.run()) == "found");
    // 11 of the proof, the message, and the first look waits until the oldest is a minute old
    CHECK(world.legs.at(1) >= world.proof.attempts[0].began + 60s);
}

TEST_CASE("stopped at any time: at once, with what is known about the message") {
    struct Row {
        const char* sentence;
        std::function<void(World&)> until;
        std::optional<bool> sent;
    };
    const auto during = [](const char* command) {
        return [command](World& w) {
            if (*command)
                w.smtp465.instead[command] = {"", {}, false, false, true};
            else
                w.mailbox.answerToText = {"", {}, false, false, true};
            w.leg(Instant(1000));
            CHECK(w.net.ended == Instant(1000));
        };
    };
    for (const Row& row :
         {Row{"before anything", [](World& w) { w.test->cancel(); }, false}, Row{"at MAIL", during("MAIL"), false},
          Row{"at DATA", during("DATA"), false}, Row{"behind the text", during(""), std::nullopt},
          Row{"while it waits",
              [](World& w) {
                  w.leg();
                  w.test->cancel();
              },
              true},
          Row{"while it looks",
              [](World& w) {
                  w.leg();
                  w.incoming.instead["TOP"] = {"", {}, false, false, true};
                  w.leg(Instant(1000));
                  CHECK(w.net.ended == Instant(1000));
              },
              true}}) {
        CAPTURE(row.sentence);
        World world;
        world.test.emplace(how(), world.proof, 0, 1);
        row.until(world);
        world.test->cancel();
        CHECK(world.test->finished());
        CHECK(world.test->result().outcome == SendTestOutcome::Cancelled);
        CHECK(world.test->result().sent == row.sent);
        CHECK_FALSE(world.test->nextAt());
    }
}

TEST_CASE("what a server says is shown without the password and without control characters") {
    World world;
    world.mailbox.answerToText = {std::string("550 5.7.1 no ") + Password + " \x1b[31m\r\n"};
    const SendTestResult& result = world.run();
    CHECK(result.serverText.find(Password) == std::string::npos);
    CHECK(result.serverText.find('\x1b') == std::string::npos);
}

TEST_CASE("every outcome has a word of its own") {
    std::set<std::string_view> words;
    for (int i = 0; i <= static_cast<int>(SendTestOutcome::Cancelled); ++i)
        words.insert(name(static_cast<SendTestOutcome>(i)));
    CHECK(words.size() == 9);
    CHECK(words.count("") == 0);
}
