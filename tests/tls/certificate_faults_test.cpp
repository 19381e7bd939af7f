// Certificates, good and bad (T01 to T20): what a handshake with each of them shows.
#include "support/catch.h"
#include "tls/certificate_gate.h"
#include "tls/handshake.h"

using namespace yomikae;
using namespace yomikae::test;

namespace {

using Faults = std::vector<CertificateFault>;

Recipe named(const std::string& name) {
    Recipe recipe;
    recipe.commonName = "mail.example.test";
    recipe.names = {name};
    return recipe;
}

Recipe expired() {
    Recipe recipe;
    recipe.notBefore = "20200101000000Z";
    recipe.notAfter = "20260531235959Z";
    return recipe;
}

TlsFacts factsOf(const Identity& identity, const std::string& asked = "mail.example.test",
                 const std::vector<Identity>& sentAlong = {}) {
    TlsServerSettings server;
    server.identity = identity;
    server.sentAlong = sentAlong;
    return handshake(server, settingsFor(testTrust(), asked)).facts();
}

TlsFacts factsOf(const Recipe& recipe, const std::string& asked = "mail.example.test") {
    return factsOf(testCa().issue(recipe), asked);
}

Identity intermediate(const char* keyUsage = "keyCertSign") {
    Recipe recipe;
    recipe.commonName = "Yomikae Test Intermediate";
    recipe.names.clear();
    recipe.authority = true;
    recipe.keyUsage = keyUsage;
    return testCa().issue(recipe);
}

} // namespace

TEST_CASE("a good certificate has no fault") {
    Recipe recipe;
    recipe.names = {"mail.example.test", "localhost"};
    recipe.addresses = {"127.0.0.1", "::1"};
    const Identity identity = testCa().issue(recipe);
    const TlsFacts facts = factsOf(identity);
    CHECK(facts.handshakeDone);
    CHECK(facts.version == "TLSv1.3");
    CHECK_FALSE(facts.cipher.empty());
    CHECK(facts.faults.empty());
    CHECK(facts.faultDetails.empty());
    CHECK(facts.failure.empty());
    CHECK(facts.chainLength == 1);
    CHECK(facts.leaf.subject == "CN=mail.example.test");
    CHECK(facts.leaf.issuer == "CN=Yomikae Test CA");
    CHECK(facts.leaf.names ==
          std::vector<std::string>{"mail.example.test", "localhost", "127.0.0.1", "0:0:0:0:0:0:0:1"});
    CHECK(facts.leaf.sha256 == identity.sha256());
}

TEST_CASE("the dates of a certificate are read to the second") {
    using namespace std::chrono;
    const TlsFacts facts = factsOf(expired());
    CHECK(facts.leaf.notBefore == sys_days{year{2020} / 1 / 1});
    CHECK(facts.leaf.notAfter == sys_days{year{2026} / 5 / 31} + hours(23) + minutes(59) + seconds(59));
}

TEST_CASE("dates are checked against the time that was handed in") {
    const Recipe past = expired();
    Recipe future;
    future.notBefore = "20270101000000Z";
    CHECK(factsOf(past).faults == Faults{CertificateFault::Expired});
    CHECK(outcomeOf(factsOf(past)) == Outcome::CertExpired);
    CHECK(factsOf(future).faults == Faults{CertificateFault::NotYetValid});
    CHECK(outcomeOf(factsOf(future)) == Outcome::CertNotYetValid);

    TlsServerSettings server;
    server.identity = testCa().issue(past);
    TlsSettings earlier = settingsFor(testTrust());
    earlier.now = Now - std::chrono::hours(48);
    CHECK(handshake(server, earlier).facts().faults.empty());
}

TEST_CASE("a self-signed certificate is told apart from an unknown authority") {
    const TlsFacts alone = factsOf(TestCa::selfSigned());
    CHECK(alone.faults == Faults{CertificateFault::SelfSigned});
    CHECK(outcomeOf(alone) == Outcome::CertSelfSigned);

    const TestCa stranger("A Stranger's CA");
    const TlsFacts withRoot = factsOf(stranger.issue(), "mail.example.test", {stranger.root()});
    CHECK(withRoot.faults == Faults{CertificateFault::UnknownCa});
    CHECK(withRoot.chainLength == 2);
    CHECK(outcomeOf(withRoot) == Outcome::CertUnknownCa);
}

TEST_CASE("an issuer that was sent but is not trusted is an unknown authority, not a missing link") {
    const TestCa stranger("A Stranger's CA");
    Recipe recipe;
    recipe.commonName = "A Stranger's Intermediate";
    recipe.names.clear();
    recipe.authority = true;
    const Identity between = stranger.issue(recipe);
    CHECK(factsOf(TestCa::issuedBy(between, {}), "mail.example.test", {between}).faults ==
          Faults{CertificateFault::UnknownCa});
}

TEST_CASE("a server that does not send its intermediate has an incomplete chain") {
    const Identity between = intermediate();
    const Identity leaf = TestCa::issuedBy(between, {});
    const TlsFacts alone = factsOf(leaf);
    CHECK(alone.faults == Faults{CertificateFault::ChainIncomplete});
    CHECK(outcomeOf(alone) == Outcome::CertChainIncomplete);

    const TlsFacts complete = factsOf(leaf, "mail.example.test", {between});
    CHECK(complete.faults.empty());
    CHECK(complete.chainLength == 2);
}

TEST_CASE("sending the root in place of the intermediate leaves the chain incomplete") {
    const Identity between = intermediate();
    CHECK(factsOf(TestCa::issuedBy(between, {}), "mail.example.test", {testCa().root()}).faults ==
          Faults{CertificateFault::ChainIncomplete});
}

TEST_CASE("an ordinary certificate cannot issue another one") {
    for (const char* keyUsage : {"", "digitalSignature"}) {
        Recipe recipe;
        recipe.commonName = "pop.other.test";
        recipe.keyUsage = keyUsage;
        Recipe own = named("pop.other.test");
        own.commonName = "pop.other.test";
        own.keyUsage = keyUsage;
        const Identity ordinary = testCa().issue(own);
        const TlsFacts facts = factsOf(TestCa::issuedBy(ordinary, {}), "mail.example.test", {ordinary});
        INFO(keyUsage);
        CHECK(facts.faults == Faults{CertificateFault::Other});
        CHECK_FALSE(facts.faultDetails.empty());
        CHECK(outcomeOf(facts) == Outcome::CertOther);
    }
}

TEST_CASE("SHA-1 signatures and 1024-bit keys are weak") {
    Recipe sha1;
    sha1.digest = "SHA1";
    CHECK(factsOf(sha1).faults == Faults{CertificateFault::Weak});
    Recipe small;
    small.rsaBits = 1024;
    CHECK(factsOf(small).faults == Faults{CertificateFault::Weak});
    CHECK(outcomeOf(factsOf(small)) == Outcome::CertWeak);
}

TEST_CASE("names are checked by RFC 9525") {
    struct Row {
        const char* inCertificate;
        const char* asked;
        bool good;
    };
    const Row rows[] = {
        {"mail.example.test", "mail.example.test", true},
        {"MAIL.Example.TEST", "mail.example.test", true},
        {"pop.other.test", "mail.example.test", false},
        {"*.example.test", "mail.example.test", true},
        {"*.example.test", "a.mail.example.test", false},
        {"*.example.test", "example.test", false},
        {"mai*.example.test", "mail.example.test", false},
        {"*mail.example.test", "popmail.example.test", false},
        {"mail.*.example.test", "mail.a.example.test", false},
        {"*.test", "example.test", false},
        {"mail.example.test.", "mail.example.test", false},
        {"xn--eckwd4c7c.example.test", "xn--eckwd4c7c.example.test", true},
        {"127.0.0.1", "127.0.0.1", false}, // an address as a DNS name
        {"*.0.0.1", "127.0.0.1", false},
    };
    for (const Row& row : rows) {
        INFO(row.inCertificate << " for " << row.asked);
        CHECK(factsOf(named(row.inCertificate), row.asked).faults ==
              (row.good ? Faults{} : Faults{CertificateFault::NameMismatch}));
    }
}

TEST_CASE("a name that was not checked beforehand matches nothing") {
    for (const char* asked : {"", ".example.test", "mail.example.test.", "*.example.test", "mail example.test"}) {
        INFO(asked);
        CHECK(factsOf(Recipe{}, asked).faults == Faults{CertificateFault::NameMismatch});
    }
}

TEST_CASE("the common name is not a name to check") {
    Recipe recipe;
    recipe.names.clear();
    const TlsFacts facts = factsOf(recipe);
    CHECK(facts.leaf.subject == "CN=mail.example.test");
    CHECK(facts.leaf.names.empty());
    CHECK(outcomeOf(facts) == Outcome::CertNameMismatch);
}

TEST_CASE("an address is checked against the addresses of the certificate") {
    Recipe recipe;
    recipe.addresses = {"127.0.0.1", "2001:db8::25"};
    CHECK(factsOf(recipe, "127.0.0.1").faults.empty());
    CHECK(factsOf(recipe, "2001:db8::25").faults.empty());
    CHECK(factsOf(recipe, "127.0.0.2").faults == Faults{CertificateFault::NameMismatch});
}

TEST_CASE("a NUL in a name is found, shown and never a match") {
    const std::string hostile("mail.example.test\0.evil.test", 28);
    const TlsFacts facts = factsOf(named(hostile));
    CHECK(facts.nulInName);
    CHECK(facts.leaf.names == std::vector<std::string>{"mail.example.test\\x00.evil.test"});
    CHECK(outcomeOf(facts) == Outcome::CertNameMismatch);

    Recipe beside;
    beside.names = {"mail.example.test", hostile};
    CHECK(factsOf(beside).faults == Faults{CertificateFault::NameMismatch});
}

TEST_CASE("all faults of one handshake are there, the weightiest first") {
    const TestCa stranger("A Stranger's CA");
    Recipe recipe = expired();
    recipe.names = {"pop.other.test"};
    const TlsFacts facts = factsOf(stranger.issue(recipe), "mail.example.test", {stranger.root()});
    CHECK(facts.faults ==
          Faults{CertificateFault::UnknownCa, CertificateFault::NameMismatch, CertificateFault::Expired});
    CHECK(facts.faultDetails.size() == 2);
    CHECK(outcomeOf(facts) == Outcome::CertUnknownCa);
}

TEST_CASE("a foreign name weighs more than a late date, a self-signed certificate more than both") {
    Recipe recipe = expired();
    recipe.names = {"pop.other.test"};
    CHECK(outcomeOf(factsOf(recipe)) == Outcome::CertNameMismatch);
    CHECK(outcomeOf(factsOf(TestCa::selfSigned(recipe))) == Outcome::CertSelfSigned);
}

TEST_CASE("an expired certificate without its intermediate is an expired one") {
    const TlsFacts facts = factsOf(TestCa::issuedBy(intermediate(), expired()));
    CHECK(facts.faults == Faults{CertificateFault::Expired, CertificateFault::ChainIncomplete});
    CHECK(outcomeOf(facts) == Outcome::CertExpired);
}

TEST_CASE("an expired authority makes the chain expired") {
    Recipe recipe;
    recipe.commonName = "Yomikae Test Intermediate";
    recipe.names.clear();
    recipe.authority = true;
    recipe.notAfter = "20260101000000Z";
    const Identity between = testCa().issue(recipe);
    CHECK(factsOf(TestCa::issuedBy(between, {}), "mail.example.test", {between}).faults ==
          Faults{CertificateFault::Expired});
}

TEST_CASE("a very long list of names is cut in the facts, not in the check") {
    Recipe recipe;
    recipe.names.clear();
    for (int i = 0; i < 150; ++i)
        recipe.names.push_back("host" + std::to_string(i) + ".example.test");
    recipe.names.push_back("mail.example.test");
    const TlsFacts facts = factsOf(recipe);
    CHECK(facts.leaf.names.size() == 100);
    CHECK(facts.faults.empty());
}
