// A server that refuses the password in words of its own gets it no oftener than one that says "wrong password".
#include "probe/fake_network.h"
#include "support/catch.h"

using namespace yomikae;
using namespace yomikae::test;

namespace {

using Answer = std::function<std::optional<Reply>(Session&, const std::string&)>;

bool carriesPassword(const std::string& command) {
    return command.compare(0, 11, "AUTH PLAIN ") == 0 || command.compare(0, 5, "PASS ") == 0 ||
           command.find("AUTHENTICATE PLAIN ") != std::string::npos || command.find(" LOGIN ") != std::string::npos;
}

/// Two doors each way, all of them the same server's.
struct Provider {
    FakeNetwork net;
    FakeServer& pop995 = net.server("192.0.2.1", 995, pop());
    FakeServer& pop110 = net.server("192.0.2.1", 110, pop(false));
    FakeServer& smtp465 = net.server("192.0.2.1", 465, smtp());
    FakeServer& smtp587 = net.server("192.0.2.1", 587, smtp(false));
    Plan plan;
    int passwords = 0; ///< that came to the servers

    Provider() {
        net.host("mail.example.test", "192.0.2.1");
        plan.candidates = {candidate(Protocol::Pop3, 995, Security::ImplicitTls, 0),
                           candidate(Protocol::Pop3, 110, Security::StartTls, 1),
                           candidate(Protocol::Smtp, 465, Security::ImplicitTls, 0),
                           candidate(Protocol::Smtp, 587, Security::StartTls, 1)};
        smtpSays("");
        popSays("");
    }
    /// To the password; "" = what a usual server says.
    void popSays(std::string words) {
        pop995.also = pop110.also = [this, words](Session&, const std::string& command) -> std::optional<Reply> {
            if (!carriesPassword(command))
                return std::nullopt;
            ++passwords;
            return words.empty() ? std::nullopt : std::optional(Reply{words + "\r\n"});
        };
    }
    void smtpSays(std::string words) {
        smtp465.also =
            smtp587.also = [this, words](Session& session, const std::string& command) -> std::optional<Reply> {
            if (session.user != "asked" || command == "*")
                return std::nullopt;
            ++passwords;
            if (words.empty())
                return std::nullopt;
            session.user.clear();
            return Reply{words + "\r\n"};
        };
    }
    RunReport run() { return net.play(plan, settings()); }
};

struct Row {
    const char* popSays;
    const char* smtpSays;
    int passwords;
    int spent;
    Outcome at995;
};

} // namespace

TEST_CASE("a no of any kind to the password is not followed by the same password at the next door") {
    const Row rows[] = {
        {"-ERR [AUTH] Application-specific password required", "534 5.7.9 Application-specific password required", 1, 1,
         Outcome::AuthNeedsAction},
        {"-ERR [SYS/PERM] Login not allowed", "550 5.7.1 Authentication failed", 1, 1, Outcome::ServerRefused},
        {"", "554 5.7.0 Login failed", 2, 1, Outcome::LoginOk},
        {"", "550 5.7.1 Access denied", 2, 1, Outcome::LoginOk},
        {"", "534 5.7.9 Application-specific password required", 2, 1, Outcome::LoginOk},
        {"", "538 5.7.11 Encryption required for requested authentication mechanism", 2, 1, Outcome::LoginOk},
        {"-ERR [AUTH] Account locked for 30 minutes.", "", 1, 2, Outcome::AccountLocked},
        {"-ERR [AUTH] Mailbox locked after too many failed login attempts", "", 1, 2, Outcome::AccountLocked},
        {"-ERR Unrecognized user name or password", "", 1, 1, Outcome::AuthRejected},
        {"-ERR Protocol error. 14", "", 1, 1, Outcome::ProtocolError},
        {"-ERR [AUTH] Unsupported authentication mechanism.", "", 2, 2, Outcome::AuthMechanismUnsupported},
    };
    for (const Row& row : rows) {
        CAPTURE(row.popSays, row.smtpSays);
        Provider world;
        world.popSays(row.popSays);
        world.smtpSays(row.smtpSays);
        const RunReport report = world.run();
        CHECK(world.passwords == row.passwords);
        CHECK(report.loginsSpent == row.spent);
        CHECK(attemptAt(report, 995).outcome == row.at995);
    }
}

TEST_CASE("550 and 554 that speak of a failed login are a refused login") {
    for (const char* words : {"554 5.7.0 Login failed", "550 5.7.1 Authentication failed"}) {
        CAPTURE(words);
        Provider world;
        world.smtpSays(words);
        const RunReport report = world.run();
        CHECK(attemptAt(report, 465).outcome == Outcome::AuthRejected);
        CHECK(report.loginsRefused == 1);
    }
}

TEST_CASE("BAD to a password is no reason to send it again, here or at the next door") {
    FakeNetwork net;
    net.host("mail.example.test", "192.0.2.1");
    int passwords = 0;
    for (const std::uint16_t port : {std::uint16_t{993}, std::uint16_t{143}})
        net.server("192.0.2.1", port, imap(port == 993)).also =
            [&](Session&, const std::string& command) -> std::optional<Reply> {
            if (!carriesPassword(command))
                return std::nullopt;
            ++passwords;
            return Reply{command.substr(0, command.find(' ')) + " BAD invalid user or password\r\n"};
        };
    Plan plan;
    plan.candidates = {candidate(Protocol::Imap, 993, Security::ImplicitTls, 0),
                       candidate(Protocol::Imap, 143, Security::StartTls, 1)};
    const RunReport report = net.play(plan, settings());
    CHECK(passwords == 1);
    CHECK(report.loginsRefused == 1);
    CHECK(attemptAt(report, 993).outcome == Outcome::AuthRejected);
}

TEST_CASE("a yes that was no answer to the password is taken back: two passwords at most") {
    for (const bool sendingKnowsToo : {false, true}) {
        CAPTURE(sendingKnowsToo);
        Provider world;
        world.popSays("+OK Logged in.");
        world.smtpSays(sendingKnowsToo ? "535 5.7.8 no" : "");
        world.pop995.instead["STAT"] = world.pop110.instead["STAT"] = {"-ERR [AUTH] Authentication failed.\r\n"};
        const RunReport report = world.run();
        CHECK(attemptAt(report, 995).outcome == Outcome::ProtocolError);
        CHECK(attemptAt(report, 995).reason == "desync");
        CHECK(attemptAt(report, 110).outcome == Outcome::Ready);
        CHECK(world.passwords == 2);
        CHECK(report.loginsSpent == (sendingKnowsToo ? 2 : 1));
    }
}
