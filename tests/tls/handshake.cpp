#include "tls/handshake.h"

namespace yomikae::test {

void talk(TlsSession& client, TlsServer& server) {
    for (int round = 0; round < 20; ++round) {
        const std::string toServer = client.takeCiphertext();
        if (!toServer.empty())
            server.receive(toServer);
        const std::string toClient = server.takeCiphertext();
        client.receive(toClient);
        if (toServer.empty() && toClient.empty())
            return;
    }
}

TlsSettings settingsFor(const TrustStore& trust, const std::string& name) {
    TlsSettings settings;
    settings.serverName = name;
    settings.trust = &trust;
    settings.now = Now;
    return settings;
}

const TrustStore& testTrust() {
    static const TrustStore trust = [] {
        TrustStore made;
        made.addPem(testCa().pem(), "test CA");
        return made;
    }();
    return trust;
}

TlsServerSettings goodServer() {
    static const Identity identity = testCa().issue();
    TlsServerSettings settings;
    settings.identity = identity;
    return settings;
}

TlsSession handshake(const TlsServerSettings& server, const TlsSettings& settings) {
    TlsSession client(settings);
    TlsServer peer(server);
    talk(client, peer);
    return client;
}

TlsSession handshake(const TlsServerSettings& server) {
    return handshake(server, settingsFor(testTrust()));
}

} // namespace yomikae::test
