#include "discovery/published_config.h"

#include "base/host_name.h"
#include "base/limits.h"
#include "discovery/config_file.h"

#include <algorithm>

namespace yomikae {

namespace {

bool isUserName(std::string_view text) {
    return !text.empty() && text.size() <= limits::UserName && std::none_of(text.begin(), text.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
    });
}

/// The value for this address; nothing where it has a placeholder that we do not know.
std::optional<std::string> spelledOut(std::string_view text, const MailAddress& address) {
    return withPlaceholders(text, [&](std::string_view placeholder) -> std::optional<std::string> {
        if (placeholder == "EMAILADDRESS")
            return address.full();
        if (placeholder == "EMAILLOCALPART")
            return address.local;
        if (placeholder == "EMAILDOMAIN")
            return address.domain;
        return std::nullopt;
    });
}

TranslatedEndpoint endpointOf(const ConfigServer& server, const std::string& source) {
    TranslatedEndpoint out;
    out.protocol = server.protocol;
    out.port = server.port;
    out.security = server.security;
    out.mechanisms = server.mechanisms;
    out.origin = HostOrigin::Discovered;
    out.evidence = Evidence::Reported;
    out.source = source;
    return out;
}

} // namespace

bool looksLikePublishedConfig(std::string_view bytes) {
    return bytes.find("<clientConfig") != std::string_view::npos;
}

Result<std::vector<TranslatedEndpoint>> readPublishedConfig(std::string_view bytes, const MailAddress& address,
                                                            const std::string& source) {
    Result<std::vector<TranslatedEndpoint>> result;
    const auto file = readConfigFile(bytes, source);
    result.problems = file.problems;
    if (!file)
        return result;
    std::vector<TranslatedEndpoint> endpoints;
    for (const ConfigServer& server : file->servers) {
        const auto spelled = spelledOut(server.host, address);
        const auto host = spelled ? hostName(*spelled) : std::nullopt;
        const auto username = spelledOut(server.username, address);
        if (!host) {
            result.problems.push_back(leftOut("discovery-config-host", server, source, server.host));
        } else if (!username || !isUserName(*username)) {
            result.problems.push_back(leftOut("discovery-config-username", server, source, server.username,
                                              "%EMAILADDRESS%, %EMAILLOCALPART%, %EMAILDOMAIN%"));
        } else {
            endpoints.push_back(endpointOf(server, source));
            endpoints.back().host = *host;
            endpoints.back().usernames = {*username};
        }
    }
    std::stable_sort(result.problems.begin(), result.problems.end(),
                     [](const Problem& a, const Problem& b) { return a.place.line < b.place.line; });
    if (endpoints.empty())
        result.problems.push_back(
            {"discovery-config-no-server", {source, file->line, 0, {}}, "emailProvider", {}, {}, false});
    else
        result.value = std::move(endpoints);
    return result;
}

} // namespace yomikae
