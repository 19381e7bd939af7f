// What needs a yes is said, not done; a yes covers exactly what it names.
#include "probe/fake_network.h"
#include "support/catch.h"

using namespace yomikae;
using namespace yomikae::test;

namespace {

/// One POP3 server at 995 with this certificate, and nothing else.
struct OneServer {
    FakeNetwork net;
    FakeServer& server;
    Plan plan;
    explicit OneServer(TlsServerSettings tls) : server(net.server("192.0.2.1", 995, pop())) {
        net.host("mail.example.test", "192.0.2.1");
        server.tls = std::move(tls);
        plan.candidates = {candidate(Protocol::Pop3, 995, Security::ImplicitTls, 0)};
    }
    Attempt run(RunSettings how = settings()) { return net.play(plan, std::move(how)).attempts.at(0); }
};

/// 110 and 587 without any TLS.
struct OldProvider {
    FakeNetwork net;
    FakeServer& pop110 = net.server("192.0.2.1", 110, pop(false));
    FakeServer& smtp587 = net.server("192.0.2.1", 587, smtp(false));
    Plan plan;
    explicit OldProvider(Security security) {
        net.host("mail.example.test", "192.0.2.1");
        pop110.offersTls = false;
        smtp587.offersTls = false;
        plan.candidates = {candidate(Protocol::Pop3, 110, security, 0), candidate(Protocol::Smtp, 587, security, 0)};
    }
};

} // namespace

TEST_CASE("T05: a self-signed certificate is named, asked about, and gets no password") {
    OneServer world(with(TestCa::selfSigned()));
    const Attempt attempt = world.run();
    CHECK(attempt.outcome == Outcome::CertSelfSigned);
    CHECK(attempt.stage == Stage::Tls);
    REQUIRE(attempt.consent);
    CHECK(attempt.consent->kind == ConsentKind::Certificate);
    CHECK(attempt.consent->sha256 == world.server.tls.identity.sha256());
    CHECK(world.server.heard.empty());
}

TEST_CASE("T07: a certificate for another host") {
    Recipe other;
    other.names = {"pop.other.test"};
    OneServer world(with(testCa().issue(other)));
    const Attempt attempt = world.run();
    CHECK(attempt.outcome == Outcome::CertNameMismatch);
    CHECK(attempt.tls->leaf.names == std::vector<std::string>{"pop.other.test"});
    CHECK(world.server.heard.empty());
}

TEST_CASE("T13: a name with NUL inside is never asked about") {
    Recipe evil;
    evil.names = {std::string("mail.example.test\0.evil.test", 28)};
    OneServer world(with(testCa().issue(evil)));
    const Attempt attempt = world.run();
    CHECK(attempt.outcome == Outcome::CertNameMismatch);
    CHECK_FALSE(attempt.consent);
}

TEST_CASE("T16: an authority in between that is not sent") {
    Recipe between;
    between.commonName = "Between";
    between.authority = true;
    const Identity middle = testCa().issue(between);
    OneServer world(with(TestCa::issuedBy(middle, {})));
    CHECK(world.run().outcome == Outcome::CertChainIncomplete);
    CHECK(world.server.heard.empty());
}

TEST_CASE("T22: TLS 1.0 only is refused before a word is said") {
    TlsServerSettings old = goodTls();
    old.minVersion = TLS1_VERSION;
    old.maxVersion = TLS1_VERSION;
    old.ciphers = "AES256-SHA:AES128-SHA:@SECLEVEL=0";
    OneServer world(old);
    CHECK(world.run().outcome == Outcome::TlsOldVersion);
    CHECK(world.server.heard.empty());
}

TEST_CASE("a certificate fault shows without a password too") {
    OneServer world(with(TestCa::selfSigned()));
    const Attempt attempt = world.run(settings(false));
    CHECK(attempt.outcome == Outcome::CertSelfSigned);
    CHECK(attempt.consent);
}

TEST_CASE("U08: a yes to a certificate is for exactly this certificate") {
    const Identity agreed = TestCa::selfSigned();
    RunSettings how = settings();
    how.consents.certificates = {{{"mail.example.test", 995}, agreed.sha256()}};
    SECTION("the same one is let in") {
        OneServer world(with(agreed));
        CHECK(world.run(std::move(how)).outcome == Outcome::LoginOk);
    }
    SECTION("T52: the next one asks again") {
        OneServer world(with(TestCa::selfSigned()));
        const Attempt attempt = world.run(std::move(how));
        CHECK(attempt.outcome == Outcome::CertSelfSigned);
        CHECK(attempt.consent->sha256 != agreed.sha256());
        CHECK(world.server.heard.empty());
    }
    SECTION("at another port it counts for nothing") {
        how.consents.certificates[0].first.second = 993;
        OneServer world(with(agreed));
        CHECK(world.run(std::move(how)).outcome == Outcome::CertSelfSigned);
    }
}

TEST_CASE("S01: STLS is not offered: no login, and the question that could be asked") {
    OldProvider world(Security::StartTls);
    const RunReport report = world.net.play(world.plan, settings());
    CHECK(attemptAt(report, 110).outcome == Outcome::TlsNotOffered);
    CHECK(attemptAt(report, 110).consent->kind == ConsentKind::Cleartext);
    CHECK(world.pop110.logins + world.smtp587.logins == 0);
    CHECK(world.net.leaks.empty());
}

TEST_CASE("P26: an old server without CAPA and without TLS") {
    OldProvider world(Security::StartTls);
    world.pop110.instead["CAPA"] = {"-ERR Unknown command\r\n"};
    const RunReport report = world.net.play(world.plan, settings());
    CHECK(attemptAt(report, 110).outcome == Outcome::TlsNotOffered);
    CHECK(world.pop110.count("USER") == 0);
}

TEST_CASE("U07: without a yes, clear text is reached and asked about, never logged into") {
    OldProvider world(Security::None);
    const RunReport report = world.net.play(world.plan, settings());
    CHECK(attemptAt(report, 110).outcome == Outcome::Ready);
    CHECK(attemptAt(report, 110).consent->kind == ConsentKind::Cleartext);
    CHECK(world.pop110.logins + world.smtp587.logins == 0);
    CHECK(world.net.leaks.empty());
}

TEST_CASE("U07: a yes to one host and port sends the password there and nowhere else") {
    OldProvider world(Security::None);
    RunSettings how = settings();
    how.consents.cleartext = {{"mail.example.test", 110}};
    const RunReport report = world.net.play(world.plan, std::move(how));
    CHECK(attemptAt(report, 110).outcome == Outcome::LoginOk);
    CHECK(attemptAt(report, 587).outcome == Outcome::Ready);
    CHECK(attemptAt(report, 587).consent->kind == ConsentKind::Cleartext);
    CHECK(world.smtp587.logins == 0);
    CHECK(world.net.leaks == std::set<std::string>{"192.0.2.1:110"});
}

TEST_CASE("a yes to clear text does not turn STARTTLS into clear text") {
    OldProvider world(Security::StartTls);
    RunSettings how = settings();
    how.consents.cleartext = {{"mail.example.test", 110}, {"mail.example.test", 587}};
    const RunReport report = world.net.play(world.plan, std::move(how));
    CHECK(attemptAt(report, 110).outcome == Outcome::TlsNotOffered);
    CHECK(world.net.leaks.empty());
}

TEST_CASE("nobody is asked for clear text where the server offers STARTTLS and that is tried") {
    for (const bool startTlsTried : {true, false}) {
        CAPTURE(startTlsTried);
        OldProvider world(Security::None);
        world.pop110.offersTls = true;
        Recipe other;
        other.names = {"pop.other.test"};
        world.pop110.tls.identity = testCa().issue(other);
        if (startTlsTried)
            world.plan.candidates.insert(world.plan.candidates.begin() + 1,
                                         candidate(Protocol::Pop3, 110, Security::StartTls, 1));
        const RunReport report = world.net.play(world.plan, settings());
        const Attempt& clear = report.attempts.at(0);
        CHECK(clear.outcome == Outcome::Ready);
        REQUIRE(clear.capabilities);
        CHECK(clear.capabilities->startTls);
        CHECK(clear.consent.has_value() == !startTlsTried);
        if (startTlsTried)
            CHECK(report.attempts.at(1).consent->kind == ConsentKind::Certificate);
        CHECK(world.net.leaks.empty());
    }
}

TEST_CASE("a host that only the paper names is reached, then asked about") {
    OneServer world(goodTls());
    world.plan.candidates[0].loginNeedsHostConsent = true;
    SECTION("without a yes") {
        const Attempt attempt = world.run();
        CHECK(attempt.outcome == Outcome::Ready);
        CHECK(attempt.consent->kind == ConsentKind::Host);
        CHECK(world.server.logins == 0);
    }
    SECTION("with a yes to another host") {
        RunSettings how = settings();
        how.consents.hosts = {"example.test"};
        CHECK(world.run(std::move(how)).outcome == Outcome::Ready);
        CHECK(world.server.logins == 0);
    }
    SECTION("with a yes to it") {
        RunSettings how = settings();
        how.consents.hosts = {"mail.example.test"};
        CHECK(world.run(std::move(how)).outcome == Outcome::LoginOk);
    }
}
