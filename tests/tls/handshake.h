// A client and a server in one room.
#pragma once

#include "support/tls_server.h"
#include "tls/tls_session.h"

#include <string>

namespace yomikae::test {

/// 2026-06-01, within the dates of every good test certificate.
inline constexpr WallTime Now{std::chrono::sys_days{std::chrono::year{2026} / 6 / 1}};

/// Carries bytes to and fro until nobody has more to say.
void talk(TlsSession& client, TlsServer& server);

/// For mail.example.test, trusting `trust`, at Now.
TlsSettings settingsFor(const TrustStore& trust, const std::string& name = "mail.example.test");

/// Trusts the shared test CA and nobody else.
const TrustStore& testTrust();

/// A server with a good certificate.
TlsServerSettings goodServer();

/// A whole handshake; the session that comes out of it.
TlsSession handshake(const TlsServerSettings& server, const TlsSettings& settings);
TlsSession handshake(const TlsServerSettings& server);

} // namespace yomikae::test
