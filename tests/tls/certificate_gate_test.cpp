// No password without an accepted peer.
#include "support/catch.h"
#include "tls/certificate_gate.h"
#include "tls/handshake.h"

using namespace yomikae;
using namespace yomikae::test;

namespace {

const Endpoint Pop{Protocol::Pop3, "mail.example.test", 995, Security::ImplicitTls};

TlsServerSettings serverWith(const Identity& identity) {
    TlsServerSettings server;
    server.identity = identity;
    return server;
}

} // namespace

TEST_CASE("a faultless peer is accepted and releases the password") {
    const TlsSession session = handshake(goodServer());
    const auto peer = CertificateGate::open(Pop, session, "");
    REQUIRE(peer);
    CHECK(peer->endpoint() == Pop);
    CHECK_FALSE(peer->byConsent());
    CHECK(peer->release(Secret("himitsu")).bytes() == "himitsu");
}

TEST_CASE("a fault closes the gate until the person agrees to exactly this leaf") {
    const Identity home = TestCa::selfSigned();
    const Identity other = TestCa::selfSigned();
    const TlsSession session = handshake(serverWith(home));
    CHECK(CertificateGate::mayAsk(session.facts()));
    CHECK_FALSE(CertificateGate::open(Pop, session, ""));
    CHECK_FALSE(CertificateGate::open(Pop, session, other.sha256()));
    CHECK_FALSE(CertificateGate::open(Pop, session, home.sha256().substr(0, 63)));
    const auto peer = CertificateGate::open(Pop, session, home.sha256());
    REQUIRE(peer);
    CHECK(peer->byConsent());
}

TEST_CASE("a yes to a certificate that turns out faultless is not needed") {
    const TlsSession session = handshake(goodServer());
    const auto peer = CertificateGate::open(Pop, session, std::string(64, '0'));
    REQUIRE(peer);
    CHECK_FALSE(peer->byConsent());
}

TEST_CASE("a session for one host opens nothing for another") {
    const TlsSession session = handshake(goodServer());
    Endpoint elsewhere = Pop;
    elsewhere.host = "smtp.example.test";
    CHECK_FALSE(CertificateGate::open(elsewhere, session, ""));
    elsewhere.host.clear();
    CHECK_FALSE(CertificateGate::open(elsewhere, session, session.facts().leaf.sha256));
}

TEST_CASE("a lax session is refused, however good it looks") {
    TlsSettings lax = settingsFor(testTrust());
    lax.explainOnly = true;
    const TlsSession session = handshake(goodServer(), lax);
    REQUIRE(session.facts().handshakeDone);
    REQUIRE(session.facts().faults.empty());
    CHECK(session.explainOnly());
    CHECK_FALSE(CertificateGate::open(Pop, session, ""));
    CHECK_FALSE(CertificateGate::open(Pop, session, session.facts().leaf.sha256));
}

TEST_CASE("a NUL in a name is never asked about and never accepted") {
    Recipe recipe;
    recipe.names = {"mail.example.test", std::string("mail.example.test\0.evil.test", 28)};
    const Identity hostile = testCa().issue(recipe);
    const TlsSession session = handshake(serverWith(hostile));
    CHECK_FALSE(CertificateGate::mayAsk(session.facts()));
    CHECK_FALSE(CertificateGate::open(Pop, session, hostile.sha256()));
}

TEST_CASE("an unfinished handshake opens nothing") {
    const TlsSession session(settingsFor(testTrust()));
    CHECK(session.state() == TlsSession::State::Handshaking);
    CHECK_FALSE(CertificateGate::open(Pop, session, ""));
    CHECK_FALSE(CertificateGate::mayAsk(session.facts()));
}

TEST_CASE("a session that ended opens nothing any more") {
    TlsSession session = handshake(goodServer());
    session.peerClosed();
    CHECK_FALSE(CertificateGate::open(Pop, session, ""));
}

TEST_CASE("a yes to cleartext holds for one host and one port") {
    const Endpoint plain{Protocol::Pop3, "mail.example.test", 110, Security::None};
    CHECK(CleartextConsent::find(plain, {{"smtp.example.test", 25}, {"mail.example.test", 110}}));
    CHECK_FALSE(CleartextConsent::find(plain, {}));
    CHECK_FALSE(CleartextConsent::find(plain, {{"mail.example.test", 25}}));
    CHECK_FALSE(CleartextConsent::find(plain, {{"example.test", 110}}));
    CHECK_FALSE(CleartextConsent::find(Endpoint{}, {{"", 0}}));
    CHECK(CleartextConsent::find(plain, {{"mail.example.test", 110}})->release(Secret("himitsu")).bytes() == "himitsu");
}

TEST_CASE("every fault has its outcome word") {
    TlsFacts facts;
    facts.handshakeDone = true;
    facts.version = "TLSv1.2";
    const auto outcome = [&](CertificateFault fault) {
        facts.faults = {fault};
        return outcomeOf(facts);
    };
    CHECK(outcome(CertificateFault::Expired) == Outcome::CertExpired);
    CHECK(outcome(CertificateFault::NotYetValid) == Outcome::CertNotYetValid);
    CHECK(outcome(CertificateFault::SelfSigned) == Outcome::CertSelfSigned);
    CHECK(outcome(CertificateFault::UnknownCa) == Outcome::CertUnknownCa);
    CHECK(outcome(CertificateFault::ChainIncomplete) == Outcome::CertChainIncomplete);
    CHECK(outcome(CertificateFault::NameMismatch) == Outcome::CertNameMismatch);
    CHECK(outcome(CertificateFault::Weak) == Outcome::CertWeak);
    CHECK(outcome(CertificateFault::Other) == Outcome::CertOther);
}

TEST_CASE("a handshake that failed is that, whatever its certificate was") {
    TlsFacts facts;
    facts.failure = "weak";
    facts.faults = {CertificateFault::Expired};
    CHECK(outcomeOf(facts) == Outcome::TlsHandshakeFailed);
    facts.failure = "old-version";
    CHECK(outcomeOf(facts) == Outcome::TlsOldVersion);
}
