// Servers that answer by chance. Whatever they say: the run ends, the password stays inside TLS, the budget holds.
#include "probe/fake_network.h"
#include "support/catch.h"

#include <random>

using namespace yomikae;
using namespace yomikae::test;

namespace {

constexpr const char* Words[] = {
    "+OK\r\n",
    "-ERR no\r\n",
    "-ERR [AUTH] failed\r\n",
    "-ERR [IN-USE] busy\r\n",
    "-ERR [SYS/TEMP] later\r\n",
    "+OK\r\nUSER\r\nSASL PLAIN LOGIN\r\nSTLS\r\n.\r\n",
    "+OK\r\nSASL\r\n.\r\n",
    "+ \r\n",
    "+ VXNlcm5hbWU6\r\n",
    "220 hello\r\n",
    "250-m\r\n250-STARTTLS\r\n250 AUTH PLAIN LOGIN CRAM-MD5\r\n",
    "235 ok\r\n",
    "334 \r\n",
    "334 PDEyMy40NUBhLnRlc3Q+\r\n",
    "421 too many\r\n",
    "454 later\r\n",
    "535 5.7.8 no\r\n",
    "",
    "x",
    "\r\n",
    "+OK one\r\n+OK two\r\n",
};

Reply byChance(std::mt19937& chance) {
    const auto upTo = [&](unsigned most) { return static_cast<unsigned>(chance() % most); };
    Reply reply;
    reply.text = Words[upTo(std::size(Words))];
    reply.after = Milliseconds(upTo(4) == 0 ? upTo(30'000) : upTo(50));
    reply.close = upTo(8) == 0;
    reply.startTls = upTo(3) == 0 && !reply.close;
    reply.thenSilent = upTo(20) == 0;
    return reply;
}

FakeServer moody(FakeServer server, std::mt19937& chance) {
    for (const char* word : {"CAPA", "STLS", "AUTH", "USER", "PASS", "STAT", "EHLO", "STARTTLS", "QUIT"})
        for (int times = 0; times < 3; ++times)
            if (chance() % 3 == 0) {
                Reply reply = byChance(chance);
                const bool begins = std::string(word) == "STLS" || std::string(word) == "STARTTLS";
                reply.startTls = reply.startTls && begins;
                server.once.push_back({word, reply});
            }
    if (chance() % 4 == 0)
        server.users.clear();
    if (chance() % 5 == 0)
        server.greeting = Words[chance() % std::size(Words)];
    return server;
}

} // namespace

TEST_CASE("whatever servers say by chance, a run ends in time and gives nothing away") {
    for (unsigned seed = 0; seed < 150; ++seed) {
        INFO("seed " << seed);
        std::mt19937 chance(seed);
        FakeNetwork net;
        net.host("mail.example.test", "192.0.2.1");
        std::vector<FakeServer*> servers = {&net.server("192.0.2.1", 995, moody(pop(), chance)),
                                            &net.server("192.0.2.1", 110, moody(pop(false), chance)),
                                            &net.server("192.0.2.1", 465, moody(smtp(), chance)),
                                            &net.server("192.0.2.1", 587, moody(smtp(false), chance))};
        Plan plan;
        plan.candidates = {candidate(Protocol::Pop3, 995, Security::ImplicitTls, 0),
                           candidate(Protocol::Pop3, 110, Security::StartTls, 1),
                           candidate(Protocol::Smtp, 465, Security::ImplicitTls, 0),
                           candidate(Protocol::Smtp, 587, Security::StartTls, 1)};
        for (Candidate& each : plan.candidates)
            each.usernames = {User, "taro"};
        const std::optional<Instant> stop =
            chance() % 3 == 0 ? std::optional(Instant(chance() % 20'000)) : std::nullopt;
        const RunReport report = net.play(plan, settings(), stop);
        CHECK(net.leaks.empty());
        CHECK(report.loginsRefused <= 2);
        CHECK(report.elapsed <= Milliseconds(180'000));
        CHECK(net.saidAfterCancel.size() <= 4);
        for (const FakeServer* server : servers)
            CHECK(server->mostOpen <= 1);
        for (const Attempt& attempt : report.attempts)
            CHECK((attempt.outcome != Outcome::Skipped || !attempt.reason.empty()));
    }
}
