// The session as a value: handshakes that work, handshakes that do not and why (T22 to T43), ends.
#include "support/catch.h"
#include "tls/certificate_gate.h"
#include "tls/handshake.h"

using namespace yomikae;
using namespace yomikae::test;

namespace {

using State = TlsSession::State;

TlsServerSettings oldServer(int version, const char* ciphers) {
    TlsServerSettings server = goodServer();
    server.minVersion = version;
    server.maxVersion = version;
    server.ciphers = ciphers;
    return server;
}

TlsSettings lax() {
    TlsSettings settings = settingsFor(testTrust());
    settings.explainOnly = true;
    return settings;
}

TlsSession started() {
    TlsSession session(settingsFor(testTrust()));
    REQUIRE_FALSE(session.takeCiphertext().empty());
    return session;
}

TlsFacts afterBytes(std::string_view bytes) {
    TlsSession session = started();
    session.receive(bytes);
    CHECK(session.state() == State::Failed);
    CHECK(outcomeOf(session.facts()) != Outcome::LoginOk);
    return session.facts();
}

std::string alertRecord(char level, char number) {
    return std::string("\x15\x03\x03\x00\x02", 5) + level + number;
}

// A TLS 1.2 ServerHello without the renegotiation_info of RFC 5746.
std::string legacyServerHello() {
    const std::string body = std::string("\x03\x03", 2) + std::string(32, 'r') + std::string("\x00\xc0\x2f\x00", 4);
    const char size = static_cast<char>(body.size());
    return std::string("\x16\x03\x03\x00", 4) + static_cast<char>(body.size() + 4) + std::string("\x02\x00\x00", 3) +
           size + body;
}

} // namespace

TEST_CASE("plaintext goes through in both directions") {
    TlsSession client(settingsFor(testTrust()));
    TlsServer server(goodServer());
    talk(client, server);
    REQUIRE(client.state() == State::Established);
    server.write("+OK ready\r\n");
    talk(client, server);
    CHECK(client.takePlaintext() == "+OK ready\r\n");
    CHECK(client.takePlaintext().empty());
    client.write("CAPA\r\n");
    talk(client, server);
    CHECK(server.takePlaintext() == "CAPA\r\n");
}

TEST_CASE("a large text crosses in several records") {
    TlsSession client(settingsFor(testTrust()));
    TlsServer server(goodServer());
    talk(client, server);
    const std::string large(100'000, 'x');
    client.write(large);
    talk(client, server);
    CHECK(server.takePlaintext() == large);
    server.write(large);
    talk(client, server);
    CHECK(client.takePlaintext() == large);
}

TEST_CASE("bytes may come one at a time") {
    TlsSession client(settingsFor(testTrust()));
    TlsServer server(goodServer());
    server.receive(client.takeCiphertext());
    for (const char byte : server.takeCiphertext())
        client.receive(std::string_view(&byte, 1));
    CHECK(client.state() == State::Established);
}

TEST_CASE("nothing can be written before the handshake is done") {
    TlsSession client = started();
    client.write("PASS himitsu\r\n");
    CHECK(client.takeCiphertext().empty());
}

TEST_CASE("the server's first words may come with the end of the handshake") {
    TlsServerSettings settings = goodServer();
    settings.maxVersion = TLS1_2_VERSION;
    TlsSession client(settingsFor(testTrust()));
    TlsServer server(settings);
    server.receive(client.takeCiphertext());
    client.receive(server.takeCiphertext());
    server.receive(client.takeCiphertext());
    REQUIRE(server.established());
    server.write("220 mail.example.test ESMTP\r\n");
    client.receive(server.takeCiphertext());
    CHECK(client.takePlaintext() == "220 mail.example.test ESMTP\r\n");
}

TEST_CASE("the name is sent as SNI, an address is not") {
    TlsServer named(goodServer());
    TlsSession byName(settingsFor(testTrust()));
    talk(byName, named);
    CHECK(named.serverName() == "mail.example.test");

    for (const char* address : {"127.0.0.1", "::1"}) {
        TlsServer addressed(goodServer());
        TlsSession byAddress(settingsFor(testTrust(), address));
        talk(byAddress, addressed);
        CHECK(addressed.serverName().empty());
    }
}

TEST_CASE("a server that chooses by SNI shows the right certificate") {
    Recipe other;
    other.names = {"pop.other.test"};
    TlsServerSettings server;
    server.identity = testCa().issue(other);
    server.bySni["mail.example.test"] = goodServer().identity;
    CHECK(handshake(server).facts().faults.empty());
}

TEST_CASE("TLS 1.2 with RSA key exchange is still good, and so is TLS 1.3 alone") {
    const TlsSession rsa = handshake(oldServer(TLS1_2_VERSION, "AES256-SHA:@SECLEVEL=0"));
    CHECK(rsa.facts().version == "TLSv1.2");
    CHECK(rsa.facts().cipher == "AES256-SHA");
    CHECK(rsa.facts().faults.empty());
    const TlsSession modern = handshake(oldServer(TLS1_3_VERSION, "DEFAULT"));
    CHECK(modern.facts().version == "TLSv1.3");
    CHECK(modern.state() == State::Established);
}

TEST_CASE("TLS 1.0 and 1.1 are an old version, with every key exchange") {
    for (const int version : {TLS1_VERSION, TLS1_1_VERSION}) {
        for (const char* ciphers : {"AES256-SHA:AES128-SHA:@SECLEVEL=0", "ECDHE-RSA-AES256-SHA:@SECLEVEL=0"}) {
            const TlsSession session = handshake(oldServer(version, ciphers));
            INFO(version << ' ' << ciphers);
            CHECK(session.state() == State::Failed);
            CHECK(session.facts().failure == "old-version");
            CHECK(outcomeOf(session.facts()) == Outcome::TlsOldVersion);
        }
    }
}

TEST_CASE("a lax handshake finds out that a server speaks TLS 1.0") {
    const TlsSession session = handshake(oldServer(TLS1_VERSION, "ECDHE-RSA-AES256-SHA:@SECLEVEL=0"), lax());
    CHECK(session.facts().handshakeDone);
    CHECK(session.facts().version == "TLSv1");
    CHECK(outcomeOf(session.facts()) == Outcome::TlsOldVersion);
    CHECK_FALSE(CertificateGate::mayAsk(session.facts()));
}

TEST_CASE("a 1024-bit Diffie-Hellman group is weak") {
    TlsServerSettings server = oldServer(TLS1_2_VERSION, "DHE-RSA-AES256-SHA256:@SECLEVEL=0");
    server.weakDh = true;
    const TlsSession session = handshake(server);
    CHECK(session.facts().failure == "weak");
    CHECK(session.facts().detail == "dh key too small");
    CHECK(outcomeOf(session.facts()) == Outcome::TlsHandshakeFailed);
    CHECK(handshake(server, lax()).facts().handshakeDone);
}

TEST_CASE("anonymous ciphers fail, in a lax handshake too") {
    TlsServerSettings server;
    server.maxVersion = TLS1_2_VERSION;
    server.ciphers = "aNULL:@SECLEVEL=0";
    for (const TlsSettings& settings : {settingsFor(testTrust()), lax()}) {
        const TlsSession session = handshake(server, settings);
        CHECK(session.state() == State::Failed);
        CHECK(outcomeOf(session.facts()) == Outcome::TlsHandshakeFailed);
    }
}

TEST_CASE("a server without secure renegotiation is refused unless its host has the exception") {
    TlsSession strict = started();
    strict.receive(legacyServerHello());
    CHECK(strict.state() == State::Failed);
    CHECK(strict.facts().failure == "legacy-renegotiation");

    TlsSettings settings = settingsFor(testTrust());
    settings.legacyRenegotiation = true;
    TlsSession excepted(settings);
    excepted.receive(legacyServerHello());
    CHECK(excepted.state() == State::Handshaking);
}

TEST_CASE("a server that asks for a renegotiation gets none") {
    TlsSession client(settingsFor(testTrust()));
    TlsServer server(oldServer(TLS1_2_VERSION, "DEFAULT"));
    talk(client, server);
    REQUIRE(client.state() == State::Established);
    server.renegotiate();
    client.receive(server.takeCiphertext());
    const std::string answer = client.takeCiphertext();
    REQUIRE_FALSE(answer.empty());
    CHECK(answer[0] == '\x15'); // an alert, no ClientHello
}

TEST_CASE("a flood of key updates is answered in proportion, and words behind it still arrive") {
    TlsSession client(settingsFor(testTrust()));
    TlsServer server(goodServer());
    talk(client, server);
    std::string flood;
    for (int i = 0; i < 1000; ++i) {
        server.updateKey();
        flood += server.takeCiphertext();
    }
    client.receive(flood);
    CHECK(client.takeCiphertext().size() <= flood.size());
    server.write("+OK\r\n");
    client.receive(server.takeCiphertext());
    CHECK(client.takePlaintext() == "+OK\r\n");
}

TEST_CASE("a handshake with one damaged byte fails, or was not changed by it") {
    const TlsFacts whole = handshake(goodServer()).facts();
    for (std::size_t at = 0; at < 2000; at += 13) {
        TlsSession client(settingsFor(testTrust()));
        TlsServer server(goodServer());
        server.receive(client.takeCiphertext());
        std::string flight = server.takeCiphertext();
        if (at >= flight.size())
            break;
        flight[at] = static_cast<char>(flight[at] ^ 0x20);
        client.receive(flight);
        INFO("byte " << at);
        if (client.state() == State::Established)
            CHECK(client.facts() == whole);
        else
            CHECK(client.takePlaintext().empty());
    }
}

TEST_CASE("a plain greeting on a TLS port is not TLS, and its words are kept") {
    for (const std::string greeting : {"+OK POP3 ready\r\n", "220 mail.example.test ESMTP\r\n",
                                       "HTTP/1.1 400 Bad Request\r\n\r\n<html></html>", "* OK IMAP4rev1\r\n"}) {
        const TlsFacts facts = afterBytes(greeting);
        CHECK(facts.failure == "not-tls");
        CHECK(facts.plainBytes == greeting);
        CHECK(outcomeOf(facts) == Outcome::TlsHandshakeFailed);
    }
}

TEST_CASE("a plain greeting may drip, and only its beginning is kept") {
    TlsSession session = started();
    session.receive("2");
    CHECK(session.state() == State::Handshaking);
    session.receive("20 mail");
    CHECK(session.state() == State::Failed);
    session.receive(" ready\r\n");
    CHECK(session.facts().plainBytes == "220 mail ready\r\n");
    session.receive(std::string(1000, 'x'));
    CHECK(session.facts().plainBytes.size() == 200);
    CHECK(session.takeCiphertext().empty());
}

TEST_CASE("a plain greeting that is cut short is still plain") {
    TlsSession session = started();
    session.receive("+OK");
    session.peerClosed();
    CHECK(session.facts().failure == "not-tls");
    CHECK(session.facts().plainBytes == "+OK");
}

TEST_CASE("fatal alerts keep their number") {
    for (const char number : std::string("\x28\x46\x50\x56\x70")) {
        const TlsFacts facts = afterBytes(alertRecord(2, number));
        INFO(int(number));
        CHECK(facts.alert == number);
        CHECK(facts.failure == (number == 70 ? "old-version" : "alert"));
        CHECK_FALSE(facts.detail.empty());
    }
}

TEST_CASE("endless warnings end the handshake") {
    TlsSession session = started();
    int sent = 0;
    while (session.state() == State::Handshaking && sent < 100) {
        session.receive(alertRecord(1, 112));
        ++sent;
    }
    CHECK(session.state() == State::Failed);
    CHECK(sent <= 10);
    CHECK(session.facts().detail == "too many warn alerts");
}

TEST_CASE("broken records fail the handshake") {
    CHECK(afterBytes(std::string("\x16\x03\x03\xff\xff", 5) + std::string(100, 'x')).failure == "other");
    CHECK(afterBytes(std::string("\x16\x03\x03\x00\x04", 5) + "junk").failure == "other");
}

TEST_CASE("a close and a reset during the handshake are told apart") {
    TlsSession closed = started();
    closed.peerClosed();
    CHECK(closed.state() == State::Failed);
    CHECK(closed.facts().failure == "closed");
    TlsSession reset = started();
    reset.peerClosed(true);
    CHECK(reset.facts().failure == "reset");
    CHECK(outcomeOf(reset.facts()) == Outcome::TlsHandshakeFailed);
    CHECK(afterBytes(alertRecord(1, 0)).failure == "closed"); // close_notify in place of a ServerHello
}

TEST_CASE("an end after the handshake closes the session, with and without close_notify") {
    TlsSession cut = handshake(goodServer());
    cut.peerClosed();
    CHECK(cut.state() == State::Closed);
    CHECK(cut.facts().failure.empty());

    TlsSession client(settingsFor(testTrust()));
    TlsServer server(goodServer());
    talk(client, server);
    server.write("+OK bye\r\n");
    server.shutdown();
    talk(client, server);
    CHECK(client.takePlaintext() == "+OK bye\r\n");
    CHECK(client.state() == State::Closed);
}

TEST_CASE("words that came before a cut can still be taken") {
    TlsSession client(settingsFor(testTrust()));
    TlsServer server(goodServer());
    talk(client, server);
    server.write("+OK\r\nUSER\r\nSA");
    client.receive(server.takeCiphertext());
    client.peerClosed();
    CHECK(client.state() == State::Closed);
    CHECK(client.takePlaintext() == "+OK\r\nUSER\r\nSA");
}

TEST_CASE("shutdown says close_notify once and nothing more") {
    TlsSession client = handshake(goodServer());
    client.takeCiphertext();
    client.shutdown();
    CHECK(client.state() == State::Closed);
    CHECK_FALSE(client.takeCiphertext().empty());
    client.shutdown();
    client.write("QUIT\r\n");
    CHECK(client.takeCiphertext().empty());
}

TEST_CASE("a garbled record after the handshake fails the session") {
    TlsSession client = handshake(goodServer());
    client.receive(std::string("\x17\x03\x03\x00\x20", 5) + std::string(32, 'x'));
    CHECK(client.state() == State::Failed);
    CHECK(client.facts().failure == "other");
    CHECK(client.takePlaintext().empty());
}

TEST_CASE("a server that wants a client certificate is recognised") {
    for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) { // before and after the handshake's end
        TlsServerSettings server = oldServer(version, "DEFAULT");
        server.wantsClientCertificate = true;
        const TlsSession session = handshake(server);
        INFO(version);
        CHECK(session.state() == State::Failed);
        CHECK(session.facts().failure == "client-certificate");
        CHECK(outcomeOf(session.facts()) == Outcome::TlsHandshakeFailed);
        CHECK_FALSE(
            CertificateGate::open({Protocol::Pop3, "mail.example.test", 995, Security::ImplicitTls}, session, ""));
    }
}

TEST_CASE("a handshake that fails behind the certificate still tells about it") {
    TlsServerSettings server = oldServer(TLS1_2_VERSION, "DHE-RSA-AES256-SHA256:@SECLEVEL=0");
    server.weakDh = true;
    server.identity = TestCa::selfSigned();
    const TlsSession session = handshake(server);
    CHECK(session.state() == State::Failed);
    CHECK(session.facts().leaf.sha256 == server.identity.sha256());
    CHECK(session.facts().faults == std::vector<CertificateFault>{CertificateFault::SelfSigned});
}

TEST_CASE("a session may move in the middle of a handshake") {
    TlsServer server(goodServer());
    TlsSession first(settingsFor(testTrust()));
    server.receive(first.takeCiphertext());
    TlsSession second = std::move(first);
    second.receive(server.takeCiphertext());
    CHECK(second.state() == State::Established);
    CHECK(second.facts().leaf.subject == "CN=mail.example.test");
}
