// Internal to this folder: config-v1.1.xml as it is written, before its placeholders are filled in or translated.
#pragma once

#include "base/endpoint.h"
#include "base/mechanism.h"
#include "base/problem.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace yomikae {

/// Host and user name may hold %EMAILADDRESS% and the like. `line` is where the server begins.
struct ConfigServer {
    Protocol protocol = Protocol::Pop3;
    std::string host;
    std::uint16_t port = 0;
    Security security = Security::ImplicitTls;
    std::string username;
    std::vector<Mechanism> mechanisms; ///< at least one
    std::string element;               ///< "incomingServer" or "outgoingServer"
    int line = 0;
};

struct ConfigFile {
    std::string id; ///< of the provider element: often its main domain
    std::string displayName;
    std::vector<std::string> domains;
    std::vector<std::string> mxDomains; ///< of the servers that take mail for customers' own domains
    std::vector<std::string> pages;     ///< of documentation and enable elements
    std::vector<ConfigServer> servers;
    int line = 0; ///< of the provider element
};

/// Nothing for a text over limits::PublishedConfig, one with a DOCTYPE or an entity, no XML, another root. A server
/// that cannot be understood is left out with a warning. All texts are trimmed and of bounded length; nothing else
/// about them is sure.
Result<ConfigFile> readConfigFile(std::string_view bytes, const std::string& source);

/// A warning that this server is left out.
Problem leftOut(std::string code, const ConfigServer& server, const std::string& source, std::string_view found,
                std::string allowed = {});

/// The text with each %PLACEHOLDER% replaced by what `meaning` gives for it; nothing where it gives nothing.
std::optional<std::string> withPlaceholders(std::string_view text,
                                            const std::function<std::optional<std::string>(std::string_view)>& meaning);

} // namespace yomikae
