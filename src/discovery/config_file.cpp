#include "discovery/config_file.h"

#include "base/limits.h"
#include "base/names.h"
#include "base/text.h"

#include <pugixml.hpp>

#include <algorithm>
#include <charconv>

namespace yomikae {

namespace {

constexpr std::size_t ShownValue = 100;
constexpr std::size_t LongestText = 1000; ///< a name or an address of a page; more is no such thing

constexpr Named<Security> SocketTypes[] = {
    {Security::ImplicitTls, "SSL"}, {Security::StartTls, "STARTTLS"}, {Security::None, "plain"}};

bool holdsWord(std::string_view text, std::string_view word) {
    return std::search(text.begin(), text.end(), word.begin(), word.end(), [](char a, char b) {
               return lowerAscii(std::string_view(&a, 1)) == lowerAscii(std::string_view(&b, 1));
           }) != text.end();
}

std::optional<std::uint16_t> portNamed(std::string_view text) {
    std::uint16_t port = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    if (error != std::errc{} || end != text.data() + text.size() || port == 0)
        return std::nullopt;
    return port;
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

/// Trimmed, and "" where it is longer than any honest one.
std::string textOf(const pugi::xml_node& node) {
    const std::string text = trimmed(node.child_value());
    return text.size() <= LongestText ? text : "";
}

class ConfigReading {
  public:
    ConfigReading(const pugi::xml_document& document, std::string_view text, const std::string& source)
        : document_(document), text_(text), source_(source) {}

    Result<ConfigFile> run() {
        const pugi::xml_node root = document_.document_element();
        if (std::string_view(root.name()) != "clientConfig")
            return {std::nullopt, {problem("discovery-config-wrong-root", root, root.name(), "clientConfig")}};
        const pugi::xml_node provider = root.child("emailProvider");
        out_.line = lineOf(provider);
        out_.id = trimmed(provider.attribute("id").value());
        out_.displayName = textOf(provider.child("displayName"));
        for (const pugi::xml_node child : provider.children()) {
            const std::string_view name = child.name();
            if (name == "incomingServer" || name == "outgoingServer")
                addServer(child, name == "incomingServer");
            else if (name == "domain")
                (std::string_view(child.attribute("purpose").value()) == "mx" ? out_.mxDomains : out_.domains)
                    .push_back(textOf(child));
            else if (name == "documentation" || name == "enable")
                addPage(child, name == "documentation" ? "url" : "visiturl");
        }
        return {std::move(out_), std::move(problems_)};
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

    void addPage(const pugi::xml_node& node, const char* attribute) {
        const std::string page = trimmed(node.attribute(attribute).value());
        if (!page.empty() && page.size() <= LongestText)
            out_.pages.push_back(page);
    }

    void addServer(const pugi::xml_node& server, bool incoming) {
        if (out_.servers.size() >= limits::PublishedServers) {
            leaveOut("discovery-config-too-many", server, {}, std::to_string(limits::PublishedServers));
            return;
        }
        ConfigServer out;
        out.element = server.name();
        out.line = lineOf(server);
        out.host = trimmed(server.child_value("hostname"));
        out.username = trimmed(server.child_value("username"));
        if (setProtocol(server, incoming, out) && setPort(server, out) && setSecurity(server, out) &&
            setMechanisms(server, out))
            out_.servers.push_back(std::move(out));
    }

    bool setProtocol(const pugi::xml_node& server, bool incoming, ConfigServer& out) {
        const std::string_view type = server.attribute("type").value();
        const auto protocol = protocolNamed(type);
        if (!protocol || isIncoming(*protocol) != incoming)
            return leaveOut("discovery-config-type", server, type, incoming ? "pop3, imap" : "smtp");
        out.protocol = *protocol;
        return true;
    }

    bool setPort(const pugi::xml_node& server, ConfigServer& out) {
        const std::string written = trimmed(server.child_value("port"));
        const auto port = portNamed(written);
        out.port = port.value_or(0);
        return port || leaveOut("discovery-config-port", server, written, "1 - 65535");
    }

    /// The first word that is known counts, as in the readers that this format was made for.
    bool setSecurity(const pugi::xml_node& server, ConfigServer& out) {
        for (const pugi::xml_node type : server.children("socketType"))
            if (const auto security = valueIn(SocketTypes, trimmed(type.child_value()))) {
                out.security = *security;
                return true;
            }
        return leaveOut("discovery-config-security", server, server.child_value("socketType"), "SSL, STARTTLS, plain");
    }

    bool setMechanisms(const pugi::xml_node& server, ConfigServer& out) {
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
    const std::string& source_;
    ConfigFile out_;
    std::vector<Problem> problems_;
};

Result<ConfigFile> refused(std::string code, const std::string& source, std::string found = {},
                           std::string allowed = {}) {
    return {std::nullopt, {{std::move(code), {source, 0, 0, {}}, {}, std::move(found), std::move(allowed), false}}};
}

} // namespace

Result<ConfigFile> readConfigFile(std::string_view bytes, const std::string& source) {
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
    return ConfigReading(document, text, source).run();
}

Problem leftOut(std::string code, const ConfigServer& server, const std::string& source, std::string_view found,
                std::string allowed) {
    return {std::move(code),    {source, server.line, 0, {}},
            server.element,     printable(found, ShownValue),
            std::move(allowed), true};
}

std::optional<std::string>
withPlaceholders(std::string_view text, const std::function<std::optional<std::string>(std::string_view)>& meaning) {
    std::string out;
    for (std::string_view rest = text; !rest.empty();) {
        const std::size_t percent = std::min(rest.find('%'), rest.size());
        out += rest.substr(0, percent);
        rest.remove_prefix(percent);
        if (rest.empty())
            break;
        const std::size_t end = rest.find('%', 1);
        const auto value = end == std::string_view::npos ? std::nullopt : meaning(rest.substr(1, end - 1));
        if (!value)
            return std::nullopt;
        out += *value;
        rest.remove_prefix(end + 1);
    }
    return out;
}

} // namespace yomikae
