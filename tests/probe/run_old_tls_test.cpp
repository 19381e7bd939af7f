// Servers whose TLS is too old: found out by a second handshake, which never carries a login.
#include "probe/fake_network.h"
#include "support/catch.h"

using namespace yomikae;
using namespace yomikae::test;

namespace {

TlsServerSettings only(int version, const char* ciphers) {
    TlsServerSettings tls = goodTls();
    tls.minVersion = version;
    tls.maxVersion = version;
    tls.ciphers = ciphers;
    return tls;
}

struct OldServer {
    FakeNetwork net;
    FakeServer& old;
    Plan plan = popAndSmtp();

    OldServer(const TlsServerSettings& tls, bool implicitTls)
        : old(net.server("192.0.2.1", implicitTls ? 995 : 110, pop(implicitTls))) {
        net.host("mail.example.test", "192.0.2.1");
        old.tls = tls;
        if (!implicitTls)
            plan.candidates[0] = candidate(Protocol::Pop3, 110, Security::StartTls, 0);
        net.server("192.0.2.1", 465, smtp());
    }
    Attempt run() {
        const RunReport report = net.play(plan, settings());
        CHECK(old.count("AUTH") + old.count("PASS") == 0);
        CHECK(net.leaks.empty());
        CHECK(report.elapsed < Milliseconds(1000));
        return report.attempts[0];
    }
};

constexpr const char* OldCiphers = "AES256-SHA:AES128-SHA:@SECLEVEL=0";

} // namespace

TEST_CASE("the version of an old server is found by a second handshake") {
    struct Row {
        int version;
        bool implicitTls;
        const char* seen;
    };
    for (const Row& row :
         {Row{TLS1_VERSION, true, "TLSv1"}, Row{TLS1_1_VERSION, true, "TLSv1.1"}, Row{TLS1_VERSION, false, "TLSv1"}}) {
        CAPTURE(row.seen, row.implicitTls);
        OldServer world(only(row.version, OldCiphers), row.implicitTls);
        const Attempt attempt = world.run();
        CHECK(attempt.outcome == Outcome::TlsOldVersion);
        CHECK(attempt.stage == Stage::Tls);
        REQUIRE(attempt.laxTls);
        CHECK(attempt.laxTls->version == row.seen);
        CHECK_FALSE(attempt.tls->handshakeDone);
        CHECK_FALSE(attempt.consent);
        CHECK(world.old.connections == 2);
    }
}

TEST_CASE("a server with weak keys only is taken by the second handshake, never by a login") {
    TlsServerSettings tls = only(TLS1_2_VERSION, "DHE-RSA-AES256-SHA:@SECLEVEL=0");
    tls.weakDh = true;
    OldServer world(tls, true);
    const Attempt attempt = world.run();
    CHECK(attempt.outcome == Outcome::TlsHandshakeFailed);
    CHECK(attempt.reason == "weak");
    REQUIRE(attempt.laxTls);
    CHECK(attempt.laxTls->version == "TLSv1.2");
}

TEST_CASE("where the certificate is the fault there is no second handshake") {
    TlsServerSettings tls = goodTls();
    Recipe other;
    other.names = {"other.example.test"};
    tls.identity = testCa().issue(other);
    OldServer world(tls, true);
    CHECK_FALSE(world.run().laxTls);
    CHECK(world.old.connections == 1);
}

TEST_CASE("what only explains waits until the logins are done") {
    OldServer world(only(TLS1_VERSION, OldCiphers), true);
    world.plan.candidates.insert(world.plan.candidates.begin() + 1,
                                 candidate(Protocol::Pop3, 110, Security::StartTls, 1));
    FakeServer& good = world.net.server("192.0.2.1", 110, pop(false));
    good.greetingAfter = Milliseconds(300);
    world.run();
    CHECK(good.logins == 1);
    const auto dialled = [&](std::size_t n) { return world.net.dialled.at(n); };
    REQUIRE(world.net.dialled.size() == 4);
    CHECK(dialled(3).substr(0, 13) == "192.0.2.1:995");
    CHECK(std::stoi(dialled(3).substr(17)) > 400);
}

TEST_CASE("a server that is gone when it is looked at again keeps its first answer") {
    OldServer world(only(TLS1_VERSION, OldCiphers), false);
    world.old.once = {{"STLS", {"+OK Begin TLS\r\n", {}, false, true}}};
    world.old.instead["STLS"] = {"-ERR not now\r\n"};
    const Attempt attempt = world.run();
    CHECK(attempt.outcome == Outcome::TlsOldVersion);
    CHECK_FALSE(attempt.laxTls);
}

TEST_CASE("stopped before the second handshake the first answer stands") {
    OldServer world(only(TLS1_VERSION, OldCiphers), true);
    const RunReport report = world.net.play(world.plan, settings(), Instant(110));
    CHECK(report.attempts[0].outcome == Outcome::TlsOldVersion);
    CHECK(report.cancelled);
}
