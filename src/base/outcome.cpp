#include "base/outcome.h"

#include "base/names.h"

#include <array>

namespace yomikae {

namespace {

constexpr Named<Stage> StageNames[] = {{Stage::Resolve, "resolve"},
                                       {Stage::Connect, "connect"},
                                       {Stage::Greeting, "greeting"},
                                       {Stage::Tls, "tls"},
                                       {Stage::Capabilities, "capabilities"},
                                       {Stage::Login, "login"},
                                       {Stage::Sender, "sender"},
                                       {Stage::Done, "done"}};

constexpr Named<Outcome> OutcomeNames[] = {{Outcome::LoginOk, "login-ok"},
                                           {Outcome::Ready, "ready"},
                                           {Outcome::AuthRejected, "auth-rejected"},
                                           {Outcome::AuthUnclear, "auth-unclear"},
                                           {Outcome::AuthNeedsAction, "auth-needs-action"},
                                           {Outcome::AuthNotOffered, "auth-not-offered"},
                                           {Outcome::AuthMechanismUnsupported, "auth-mechanism-unsupported"},
                                           {Outcome::OAuthOnly, "oauth-only"},
                                           {Outcome::PlaintextRefused, "plaintext-refused"},
                                           {Outcome::MailboxBusy, "mailbox-busy"},
                                           {Outcome::TryLater, "try-later"},
                                           {Outcome::AccountLocked, "account-locked"},
                                           {Outcome::ServerRefused, "server-refused"},
                                           {Outcome::TlsNotOffered, "tls-not-offered"},
                                           {Outcome::TlsDeclined, "tls-declined"},
                                           {Outcome::TlsInjection, "tls-injection"},
                                           {Outcome::TlsHandshakeFailed, "tls-handshake-failed"},
                                           {Outcome::TlsOldVersion, "tls-old-version"},
                                           {Outcome::CertExpired, "cert-expired"},
                                           {Outcome::CertNotYetValid, "cert-not-yet-valid"},
                                           {Outcome::CertSelfSigned, "cert-self-signed"},
                                           {Outcome::CertUnknownCa, "cert-unknown-ca"},
                                           {Outcome::CertChainIncomplete, "cert-chain-incomplete"},
                                           {Outcome::CertNameMismatch, "cert-name-mismatch"},
                                           {Outcome::CertWeak, "cert-weak"},
                                           {Outcome::CertOther, "cert-other"},
                                           {Outcome::NotThisProtocol, "not-this-protocol"},
                                           {Outcome::ProtocolError, "protocol-error"},
                                           {Outcome::LimitExceeded, "limit-exceeded"},
                                           {Outcome::ConnectRefused, "connect-refused"},
                                           {Outcome::ConnectTimeout, "connect-timeout"},
                                           {Outcome::ConnectUnreachable, "connect-unreachable"},
                                           {Outcome::ClosedEarly, "closed-early"},
                                           {Outcome::StageTimeout, "stage-timeout"},
                                           {Outcome::DnsNotFound, "dns-not-found"},
                                           {Outcome::DnsNoAddress, "dns-no-address"},
                                           {Outcome::DnsTemporary, "dns-temporary"},
                                           {Outcome::DnsTimeout, "dns-timeout"},
                                           {Outcome::Cancelled, "cancelled"},
                                           {Outcome::InputInvalid, "input-invalid"},
                                           {Outcome::Skipped, "skipped"}};

constexpr auto AllOutcomes = [] {
    std::array<Outcome, std::size(OutcomeNames)> all{};
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i] = OutcomeNames[i].value;
    return all;
}();

} // namespace

std::string_view name(Stage stage) {
    return nameIn(StageNames, stage);
}

std::string_view name(Outcome outcome) {
    return nameIn(OutcomeNames, outcome);
}

std::optional<Outcome> outcomeNamed(std::string_view word) {
    return valueIn(OutcomeNames, word);
}

std::span<const Outcome> allOutcomes() {
    return AllOutcomes;
}

} // namespace yomikae
