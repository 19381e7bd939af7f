#include "support/catch.h"
#include "tls/handshake.h"

#include <chrono>

using namespace yomikae;
using namespace yomikae::test;

namespace {

std::vector<std::string> codes(const std::vector<Problem>& problems) {
    std::vector<std::string> found;
    for (const Problem& problem : problems)
        found.push_back(problem.code);
    return found;
}

bool trusts(const TrustStore& store) {
    return handshake(goodServer(), settingsFor(store)).facts().faults.empty();
}

} // namespace

TEST_CASE("a store trusts what was added and nothing else") {
    TrustStore store;
    CHECK_FALSE(trusts(store));
    CHECK(store.addPem(testCa().pem(), "ca.pem").empty());
    CHECK(trusts(store));
}

TEST_CASE("a PEM file may hold several authorities, a key and words between them") {
    const TestCa other("Another CA");
    TrustStore store;
    CHECK(store.addPem("My authorities\n" + other.pem() + "\nand\n" + testCa().pem() + "end\n", "ca.pem").empty());
    CHECK(trusts(store));
}

TEST_CASE("a DER certificate is taken, other bytes are not") {
    TrustStore store;
    CHECK_FALSE(store.addDer(""));
    CHECK_FALSE(store.addDer("not a certificate"));
    CHECK(store.addDer(testCa().root().der()));
    CHECK(trusts(store));
}

TEST_CASE("a file without a certificate is named") {
    TrustStore store;
    for (const char* text : {"", "hello\n", "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n"}) {
        const auto problems = store.addPem(text, "/tmp/x.pem");
        INFO(text);
        REQUIRE(codes(problems) == std::vector<std::string>{"ca-file-no-certificate"});
        CHECK(problems.front().place.file == "/tmp/x.pem");
        CHECK(problems.front().subject == "/tmp/x.pem");
    }
}

TEST_CASE("a broken certificate is a problem, and the good one beside it still counts") {
    TrustStore store;
    const std::string broken = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
    CHECK(codes(store.addPem(broken + testCa().pem(), "ca.pem")) == std::vector<std::string>{"ca-file-unreadable"});
    CHECK(trusts(store));
}

TEST_CASE("a PEM text that is cut off is unreadable") {
    TrustStore store;
    const std::string pem = testCa().pem();
    CHECK(codes(store.addPem(pem.substr(0, pem.size() / 2), "ca.pem")) ==
          std::vector<std::string>{"ca-file-unreadable"});
}

TEST_CASE("the same authority twice is no problem") {
    TrustStore store;
    CHECK(store.addPem(testCa().pem() + testCa().pem(), "ca.pem").empty());
    CHECK(trusts(store));
}

TEST_CASE("a store may move while its contexts are in use") {
    TrustStore store;
    store.addPem(testCa().pem(), "ca.pem");
    CHECK(trusts(store));
    const TrustStore moved = std::move(store);
    CHECK(trusts(moved));
}

TEST_CASE("a session without a store trusts nobody") {
    TlsSettings settings = settingsFor(testTrust());
    settings.trust = nullptr;
    CHECK(handshake(goodServer(), settings).facts().faults ==
          std::vector<CertificateFault>{CertificateFault::ChainIncomplete});
}

TEST_CASE("the system's authorities do not vouch for a test CA, and sessions do not load them again") {
    TrustStore store;
    store.addSystemDefaults();
    CHECK_FALSE(trusts(store));
    const auto began = std::chrono::steady_clock::now();
    for (int i = 0; i < 200; ++i)
        TlsSession session(settingsFor(store));
    CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds(2)); // 200 loads would take ten
}
