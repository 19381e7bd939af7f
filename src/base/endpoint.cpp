#include "base/endpoint.h"

#include "base/names.h"

namespace yomikae {

namespace {

constexpr Named<Protocol> ProtocolNames[] = {
    {Protocol::Pop3, "pop3"}, {Protocol::Imap, "imap"}, {Protocol::Smtp, "smtp"}};

constexpr Named<Security> SecurityNames[] = {
    {Security::ImplicitTls, "tls"}, {Security::StartTls, "starttls"}, {Security::None, "none"}};

constexpr UsualPort UsualPorts[] = {
    {Protocol::Pop3, 995, Security::ImplicitTls}, {Protocol::Pop3, 110, Security::StartTls},
    {Protocol::Pop3, 110, Security::None},        {Protocol::Imap, 993, Security::ImplicitTls},
    {Protocol::Imap, 143, Security::StartTls},    {Protocol::Imap, 143, Security::None},
    {Protocol::Smtp, 465, Security::ImplicitTls}, {Protocol::Smtp, 587, Security::StartTls},
    {Protocol::Smtp, 587, Security::None},        {Protocol::Smtp, 25, Security::StartTls},
    {Protocol::Smtp, 25, Security::None}};

} // namespace

std::string_view name(Protocol protocol) {
    return nameIn(ProtocolNames, protocol);
}

std::string_view name(Security security) {
    return nameIn(SecurityNames, security);
}

std::optional<Protocol> protocolNamed(std::string_view word) {
    return valueIn(ProtocolNames, word);
}

std::optional<Security> securityNamed(std::string_view word) {
    return valueIn(SecurityNames, word);
}

std::string toString(const Endpoint& endpoint) {
    return std::string(name(endpoint.protocol)) + " " + endpoint.host + ":" + std::to_string(endpoint.port) + " " +
           std::string(name(endpoint.security));
}

std::span<const UsualPort> usualPorts() {
    return UsualPorts;
}

std::optional<Security> usualSecurity(Protocol protocol, std::uint16_t port) {
    if (port == 110 || port == 143 || port == 25)
        return Security::None; // what an old paper means by these numbers
    for (const UsualPort& usual : UsualPorts)
        if (usual.protocol == protocol && usual.port == port)
            return usual.security;
    return std::nullopt;
}

} // namespace yomikae
