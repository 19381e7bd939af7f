#include "tls/certificate_gate.h"

#include <algorithm>

namespace yomikae {

namespace {

bool isModern(const std::string& version) {
    return version == "TLSv1.2" || version == "TLSv1.3";
}

Outcome outcomeOfFault(CertificateFault fault) {
    switch (fault) {
    case CertificateFault::Expired: return Outcome::CertExpired;
    case CertificateFault::NotYetValid: return Outcome::CertNotYetValid;
    case CertificateFault::SelfSigned: return Outcome::CertSelfSigned;
    case CertificateFault::UnknownCa: return Outcome::CertUnknownCa;
    case CertificateFault::ChainIncomplete: return Outcome::CertChainIncomplete;
    case CertificateFault::NameMismatch: return Outcome::CertNameMismatch;
    case CertificateFault::Weak: return Outcome::CertWeak;
    case CertificateFault::Other: break;
    }
    return Outcome::CertOther;
}

} // namespace

std::optional<CleartextConsent>
CleartextConsent::find(const Endpoint& endpoint, const std::vector<std::pair<std::string, std::uint16_t>>& agreed) {
    const bool found = std::any_of(agreed.begin(), agreed.end(), [&](const auto& pair) {
        return pair.first == endpoint.host && pair.second == endpoint.port;
    });
    return found && !endpoint.host.empty() ? std::optional(CleartextConsent()) : std::nullopt;
}

bool CertificateGate::mayAsk(const TlsFacts& facts) {
    // Without a certificate (anonymous ciphers) there is nothing that a yes could be tied to.
    return facts.handshakeDone && isModern(facts.version) && !facts.leaf.sha256.empty() && !facts.nulInName;
}

std::optional<AcceptedPeer> CertificateGate::open(const Endpoint& endpoint, const TlsSession& session,
                                                  std::string_view agreedSha256) {
    const TlsFacts& facts = session.facts();
    if (session.explainOnly() || session.state() != TlsSession::State::Established || !mayAsk(facts))
        return std::nullopt;
    if (endpoint.host.empty() || facts.asked != endpoint.host)
        return std::nullopt;
    if (facts.faults.empty())
        return AcceptedPeer(endpoint, false);
    if (agreedSha256 == facts.leaf.sha256)
        return AcceptedPeer(endpoint, true);
    return std::nullopt;
}

Outcome outcomeOf(const TlsFacts& facts) {
    if (facts.failure == "old-version" || (facts.handshakeDone && !isModern(facts.version)))
        return Outcome::TlsOldVersion;
    if (!facts.handshakeDone || facts.faults.empty())
        return Outcome::TlsHandshakeFailed;
    return outcomeOfFault(facts.faults.front());
}

} // namespace yomikae
