#include "verdict/make_confirmation.h"

#include <algorithm>

namespace yomikae {

namespace {

/// Somebody with the key of a certificate that is good for this very name answered.
bool provesTheServer(const Attempt& attempt) {
    return attempt.outcome == Outcome::LoginOk && attempt.mechanism && isCertified(attempt);
}

/// What a profile calls this server: the endpoint itself, else another port of the same host.
const TranslatedEndpoint* namedServer(const Translation& translation, const Endpoint& endpoint) {
    const TranslatedEndpoint* best = nullptr;
    for (const TranslatedEndpoint& one : isIncoming(endpoint.protocol) ? translation.incoming : translation.outgoing) {
        if (one.named.profile.empty() || one.host != endpoint.host || one.protocol != endpoint.protocol)
            continue;
        if (one.port == endpoint.port && one.security == endpoint.security)
            return &one;
        best = best ? best : &one;
    }
    return best;
}

/// The profile's form of the user name, or "" where it was none of its forms.
std::string formOf(const TranslatedEndpoint& endpoint, const std::string& username) {
    const auto found = std::find(endpoint.usernames.begin(), endpoint.usernames.end(), username);
    const auto index = static_cast<std::size_t>(found - endpoint.usernames.begin());
    return index < endpoint.named.usernames.size() ? endpoint.named.usernames[index] : "";
}

} // namespace

std::optional<Confirmation> makeConfirmation(const Translation& translation, const RunReport& report, PartialDate today,
                                             const std::string& version) {
    Confirmation out;
    out.date = today;
    out.program = "yomikae " + version;
    for (const Attempt& attempt : report.attempts) {
        const Endpoint& endpoint = attempt.candidate.endpoint;
        const TranslatedEndpoint* server = provesTheServer(attempt) ? namedServer(translation, endpoint) : nullptr;
        const std::string form = server ? formOf(*server, attempt.username) : "";
        if (form.empty())
            continue;
        out.provider = server->named.profile;
        out.variant = server->named.variant;
        const ConfirmedEndpoint one{endpoint.protocol, server->named.host, endpoint.port,
                                    endpoint.security, *attempt.mechanism, form};
        if (std::find(out.endpoints.begin(), out.endpoints.end(), one) == out.endpoints.end())
            out.endpoints.push_back(one);
    }
    return out.endpoints.empty() ? std::nullopt : std::optional(std::move(out));
}

} // namespace yomikae
