// What one attempt came to, one word each, and the stage that it had reached. The words are a contract of the command
// line.
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace yomikae {

/// How far a conversation with a server got.
enum class Stage { Resolve, Connect, Greeting, Tls, Capabilities, Login, Sender, Done };

/// A closed list. Never parsed from a sentence; `facts` hold the details.
enum class Outcome {
    LoginOk,
    Ready,
    AuthRejected,
    AuthUnclear,
    AuthNeedsAction,
    AuthNotOffered,
    AuthMechanismUnsupported,
    OAuthOnly,
    PlaintextRefused,
    MailboxBusy,
    TryLater,
    AccountLocked,
    ServerRefused,
    TlsNotOffered,
    TlsDeclined,
    TlsInjection,
    TlsHandshakeFailed,
    TlsOldVersion,
    CertExpired,
    CertNotYetValid,
    CertSelfSigned,
    CertUnknownCa,
    CertChainIncomplete,
    CertNameMismatch,
    CertWeak,
    CertOther,
    NotThisProtocol,
    ProtocolError,
    LimitExceeded,
    ConnectRefused,
    ConnectTimeout,
    ConnectUnreachable,
    ClosedEarly,
    StageTimeout,
    DnsNotFound,
    DnsNoAddress,
    DnsTemporary,
    DnsTimeout,
    Cancelled,
    InputInvalid,
    Skipped
};

std::string_view name(Stage stage);     ///< "resolve", "connect", …
std::string_view name(Outcome outcome); ///< "login-ok", "auth-rejected", …
std::optional<Outcome> outcomeNamed(std::string_view word);
std::span<const Outcome> allOutcomes();

} // namespace yomikae
