// Where a mail server listens, and THE table of protocol names, security words and usual ports.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace yomikae {

/// POP3 (RFC 1939), IMAP (RFC 9051), SMTP submission (RFC 6409).
enum class Protocol { Pop3, Imap, Smtp };

/// RFC 8314: TLS from the first byte; TLS after STLS/STARTTLS; none.
enum class Security { ImplicitTls, StartTls, None };

std::string_view name(Protocol protocol);                     ///< "pop3", "imap", "smtp"
std::string_view name(Security security);                     ///< "tls", "starttls", "none"
std::optional<Protocol> protocolNamed(std::string_view word); ///< exactly these words
std::optional<Security> securityNamed(std::string_view word); ///< exactly these words
constexpr bool isIncoming(Protocol protocol) {
    return protocol != Protocol::Smtp;
}

/// One place to connect to. `host` is a checked host name (base/host_name.h) or an IP literal that the person typed.
struct Endpoint {
    Protocol protocol = Protocol::Pop3;
    std::string host;
    std::uint16_t port = 0;
    Security security = Security::ImplicitTls;
    friend bool operator==(const Endpoint&, const Endpoint&) = default;
    friend auto operator<=>(const Endpoint&, const Endpoint&) = default;
};

/// "pop3 mail.example.test:995 tls", for tests and logs.
std::string toString(const Endpoint& endpoint);

/// A port that mail servers usually use. In the order of preference of RFC 8314.
struct UsualPort {
    Protocol protocol;
    std::uint16_t port;
    Security security;
};

/// 995/110, 993/143, 465/587/25, each with every security it is met with.
std::span<const UsualPort> usualPorts();

/// The security that a port number alone suggests (995 -> tls, 587 -> starttls, 110 -> none); nothing for other ports.
std::optional<Security> usualSecurity(Protocol protocol, std::uint16_t port);

} // namespace yomikae
