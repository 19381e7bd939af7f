// The gate between a handshake and a password: faults -> AcceptedPeer, the only type that releases a Secret over TLS.
#pragma once

#include "base/endpoint.h"
#include "base/outcome.h"
#include "base/secret.h"
#include "tls/tls_session.h"

#include <optional>
#include <string>
#include <vector>

namespace yomikae {

/// A peer whose certificate was accepted for one endpoint: no fault, or faults that the person agreed to for exactly
/// this leaf (SHA-256).
class AcceptedPeer {
  public:
    const Endpoint& endpoint() const { return endpoint_; }
    bool byConsent() const { return byConsent_; }
    ReleasedSecret release(const Secret& secret) const { return ReleasedSecret(secret); }

  private:
    friend class CertificateGate;
    AcceptedPeer(Endpoint endpoint, bool byConsent) : endpoint_(std::move(endpoint)), byConsent_(byConsent) {}
    Endpoint endpoint_;
    bool byConsent_;
};

/// The person's yes to a login without TLS at exactly one host and port, for this run.
class CleartextConsent {
  public:
    /// Nothing unless `agreed` (HOST:PORT pairs) holds exactly this endpoint's host and port.
    static std::optional<CleartextConsent> find(const Endpoint& endpoint,
                                                const std::vector<std::pair<std::string, std::uint16_t>>& agreed);
    ReleasedSecret release(const Secret& secret) const { return ReleasedSecret(secret); }

  private:
    CleartextConsent() = default;
};

/// Judges a finished handshake for `endpoint`. `agreedSha256` = the leaf (lower-case hex) that the person said yes to
/// for this host and port, or "". A NUL in a name, anonymous ciphers, an unfinished or lax handshake and TLS below 1.2
/// are never accepted, whatever was agreed.
class CertificateGate {
  public:
    static std::optional<AcceptedPeer> open(const Endpoint& endpoint, const TlsSession& session,
                                            std::string_view agreedSha256);
    /// Whether a yes to this certificate may be asked for at all.
    static bool mayAsk(const TlsFacts& facts);
};

/// The outcome word for a handshake that did not lead to an accepted peer: the weightiest fault, or
/// tls-handshake-failed, tls-old-version.
Outcome outcomeOf(const TlsFacts& facts);

} // namespace yomikae
