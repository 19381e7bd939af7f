#include "discovery/published_config.h"

#include "base/host_name.h"
#include "base/limits.h"
#include "base/names.h"
#include "base/text.h"

#include <pugixml.hpp>

#include <algorithm>
#include <charconv>

namespace yomikae {

namespace {

using Endpoints = std::vector<TranslatedEndpoint>;

constexpr std::size_t ShownValue = 100;

constexpr Named<Security> SocketTypes[] = {
    {Security::ImplicitTls, "SSL"}, {Security::StartTls, "STARTTLS"}, {Security::None, "plain"}};

bool holdsWord(std::string_view text, std::string_view word) {
    return std::search(text.begin(), text.end(), word.begin(), word.end(), [](char a, char b) {
               return lowerAscii(std::string_view(&a, 1)) == lowerAscii(std::string_view(&b, 1));
           }) != text.end();
}

/// The value for this address; nothing where it has a placeholder that we do not know.
std::optional<std::string> spelledOut(std::string text, const MailAddress& address) {
    const std::pair<std::string_view, std::string> placeholders[] = {
        {"%EMAILADDRESS%", address.full()}, {"%EMAILLOCALPART%", address.local}, {"%EMAILDOMAIN%", address.domain}};
    std::string out;
    for (std::string_view rest = text; !rest.empty();) {
        const std::size_t percent = std::min(rest.find('%'), rest.size());
        out += rest.substr(0, percent);
        rest.remove_prefix(percent);
        if (rest.empty())
            break;
        const auto known = std::find_if(std::begin(placeholders), std::end(placeholders),
                                        [&](const auto& row) { return rest.starts_with(row.first); });
        if (known == std::end(placeholders))
            return std::nullopt;
        out += known->second;
        rest.remove_prefix(known->first.size());
    }
    return out;
}

std::optional<std::uint16_t> portNamed(std::string_view text) {
    std::uint16_t port = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    if (error != std::errc{} || end != text.data() + text.size() || port == 0)
        return std::nullopt;
    return port;
}

bool isUserName(std::string_view text) {
    return !text.empty() && text.size() <= limits::UserName && std::none_of(text.begin(), text.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
    });
}

/// What a word for authentication allows; empty for one that no password goes with.
std::vector<Mechanism> mechanismsOf(std::string_view word, Protocol protocol) {
    if (word == "password-cleartext" || word == "plain") {
        if (protocol == Protocol::Pop3)
            return {Mechanism::UserPass, Mechanism::Plain, Mechanism::Login};
        if (protocol == Protocol::Imap)
            return {Mechanism::Plain, Mechanism::Login, Mechanism::ImapLogin};
        return {Mechanism::Plain, Mechanism::Login};
    }
    if (word == "password-encrypted" || word == "secure")
        return {Mechanism::CramMd5};
    if (word == "OAuth2")
        return {Mechanism::XOAuth2, Mechanism::OAuthBearer};
    return {};
}

class ConfigReading {
  public:
    ConfigReading(const pugi::xml_document& document, std::string_view text, const MailAddress& address,
                  const std::string& source)
        : document_(document), text_(text), address_(address), source_(source) {}

    Result<Endpoints> run() {
        const pugi::xml_node root = document_.document_element();
        if (std::string_view(root.name()) != "clientConfig")
            return {std::nullopt, {problem("discovery-config-wrong-root", root, root.name(), "clientConfig")}};
        const pugi::xml_node provider = root.child("emailProvider");
        for (const pugi::xml_node server : provider.children()) {
            const std::string_view name = server.name();
            if (name == "incomingServer" || name == "outgoingServer")
                addServer(server, name == "incomingServer");
        }
        if (endpoints_.empty())
            problems_.push_back(problem("discovery-config-no-server", provider, {}, {}));
        Result<Endpoints> result{std::nullopt, std::move(problems_)};
        if (!endpoints_.empty())
            result.value = std::move(endpoints_);
        return result;
    }

  private:
    int lineOf(const pugi::xml_node& node) const {
        const auto offset = node.offset_debug();
        if (offset < 0 || static_cast<std::size_t>(offset) > text_.size())
            return 0;
        return 1 + static_cast<int>(std::count(text_.begin(), text_.begin() + offset, '\n'));
    }

    Problem problem(std::string code, const pugi::xml_node& at, std::string_view found, std::string allowed) const {
        return {std::move(code),    {source_, lineOf(at), 0, {}},
                at.name(),          printable(found, ShownValue),
                std::move(allowed), false};
    }

    /// False, after it was said why this server is left out.
    bool leaveOut(std::string code, const pugi::xml_node& at, std::string_view found, std::string allowed = {}) {
        problems_.push_back(problem(std::move(code), at, found, std::move(allowed)));
        problems_.back().warning = true;
        return false;
    }

    void addServer(const pugi::xml_node& server, bool incoming) {
        TranslatedEndpoint out;
        out.origin = HostOrigin::Discovered;
        out.evidence = Evidence::Reported;
        out.source = source_;
        if (endpoints_.size() >= limits::PublishedServers) {
            leaveOut("discovery-config-too-many", server, {}, std::to_string(limits::PublishedServers));
            return;
        }
        if (setProtocol(server, incoming, out) && setHost(server, out) && setPort(server, out) &&
            setSecurity(server, out) && setUsername(server, out) && setMechanisms(server, out))
            endpoints_.push_back(std::move(out));
    }

    bool setProtocol(const pugi::xml_node& server, bool incoming, TranslatedEndpoint& out) {
        const std::string_view type = server.attribute("type").value();
        const auto protocol = protocolNamed(type);
        if (!protocol || isIncoming(*protocol) != incoming)
            return leaveOut("discovery-config-type", server, type, incoming ? "pop3, imap" : "smtp");
        out.protocol = *protocol;
        return true;
    }

    bool setHost(const pugi::xml_node& server, TranslatedEndpoint& out) {
        const std::string written = trimmed(server.child_value("hostname"));
        const auto spelled = spelledOut(written, address_);
        const auto host = spelled ? hostName(*spelled) : std::nullopt;
        if (!host)
            return leaveOut("discovery-config-host", server, written);
        out.host = *host;
        return true;
    }

    bool setPort(const pugi::xml_node& server, TranslatedEndpoint& out) {
        const std::string written = trimmed(server.child_value("port"));
        const auto port = portNamed(written);
        out.port = port.value_or(0);
        return port || leaveOut("discovery-config-port", server, written, "1 - 65535");
    }

    /// The first word that is known counts, as in the readers that this format was made for.
    bool setSecurity(const pugi::xml_node& server, TranslatedEndpoint& out) {
        for (const pugi::xml_node type : server.children("socketType"))
            if (const auto security = valueIn(SocketTypes, trimmed(type.child_value()))) {
                out.security = *security;
                return true;
            }
        return leaveOut("discovery-config-security", server, server.child_value("socketType"), "SSL, STARTTLS, plain");
    }

    bool setUsername(const pugi::xml_node& server, TranslatedEndpoint& out) {
        const std::string written = trimmed(server.child_value("username"));
        const auto username = spelledOut(written, address_);
        if (!username || !isUserName(*username))
            return leaveOut("discovery-config-username", server, written,
                            "%EMAILADDRESS%, %EMAILLOCALPART%, %EMAILDOMAIN%");
        out.usernames = {*username};
        return true;
    }

    bool setMechanisms(const pugi::xml_node& server, TranslatedEndpoint& out) {
        for (const pugi::xml_node word : server.children("authentication"))
            for (const Mechanism mechanism : mechanismsOf(trimmed(word.child_value()), out.protocol))
                if (std::find(out.mechanisms.begin(), out.mechanisms.end(), mechanism) == out.mechanisms.end())
                    out.mechanisms.push_back(mechanism);
        return !out.mechanisms.empty() ||
               leaveOut("discovery-config-authentication", server, server.child_value("authentication"),
                        "password-cleartext, password-encrypted, OAuth2");
    }

    const pugi::xml_document& document_;
    std::string_view text_;
    const MailAddress& address_;
    const std::string& source_;
    Endpoints endpoints_;
    std::vector<Problem> problems_;
};

Result<Endpoints> refused(std::string code, const std::string& source, std::string found = {},
                          std::string allowed = {}) {
    return {std::nullopt, {{std::move(code), {source, 0, 0, {}}, {}, std::move(found), std::move(allowed), false}}};
}

} // namespace

bool looksLikePublishedConfig(std::string_view bytes) {
    return bytes.find("<clientConfig") != std::string_view::npos;
}

Result<std::vector<TranslatedEndpoint>> readPublishedConfig(std::string_view bytes, const MailAddress& address,
                                                            const std::string& source) {
    if (bytes.size() > limits::PublishedConfig)
        return refused("discovery-config-too-large", source, {}, std::to_string(limits::PublishedConfig));
    const std::string text = toUtf8(bytes); // whatever the first line says: some say UTF-8 and are not
    // an honest file has neither, and what is refused here cannot grow in the parser
    for (const std::string_view word : {"<!DOCTYPE", "<!ENTITY"})
        if (holdsWord(text, word))
            return refused("discovery-config-doctype", source);
    pugi::xml_document document;
    const auto parsed =
        document.load_buffer(text.data(), text.size(), pugi::parse_default, pugi::xml_encoding::encoding_utf8);
    if (!parsed)
        return refused("discovery-config-not-xml", source, parsed.description());
    return ConfigReading(document, text, address, source).run();
}

} // namespace yomikae
