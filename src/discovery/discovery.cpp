#include "discovery/discovery.h"

#include <algorithm>
#include <optional>
#include <tuple>

namespace yomikae {

namespace {

std::vector<TranslatedEndpoint> sorted(std::vector<TranslatedEndpoint> endpoints, Preference preference) {
    const Protocol first = preference == Preference::Imap ? Protocol::Imap : Protocol::Pop3;
    std::stable_sort(endpoints.begin(), endpoints.end(), [first](const auto& a, const auto& b) {
        return std::pair(a.protocol != first, a.security) < std::pair(b.protocol != first, b.security);
    });
    return endpoints;
}

void addEndpoints(Translation& translation, const Discovery& discovery, Preference preference) {
    for (const TranslatedEndpoint& endpoint : sorted(discovery.endpoints, preference)) {
        auto& list = isIncoming(endpoint.protocol) ? translation.incoming : translation.outgoing;
        const auto known = std::find_if(list.begin(), list.end(), [&](const TranslatedEndpoint& other) {
            return isSameServer(other, endpoint) && other.origin != HostOrigin::Paper;
        });
        const auto paper = std::find_if(list.begin(), list.end(), [](const TranslatedEndpoint& other) {
            return other.origin == HostOrigin::Paper;
        });
        if (known == list.end())
            list.insert(paper, endpoint);
    }
}

void distrustProvider(Translation& translation) {
    for (auto* list : {&translation.incoming, &translation.outgoing})
        for (TranslatedEndpoint& endpoint : *list) {
            if (endpoint.origin == HostOrigin::Profile || endpoint.origin == HostOrigin::ProfileForeign)
                endpoint.origin = HostOrigin::Discovered;
            endpoint.knownOldHost = false;
        }
}

/// Whose servers take the mail, as far as it tells the person something new.
void sayWhoseServers(Translation& translation, const ProviderProfile& hoster, const std::string& mxHost, bool taken) {
    if (translation.provider == hoster.id && !taken)
        return;
    const std::string& address = translation.mailAddress;
    translation.doubts.push_back({{taken ? "discovery-mx-known" : "discovery-mx-other",
                                   {{"domain", address.substr(address.rfind('@') + 1)},
                                    {"provider.ja", hoster.names.ja},
                                    {"provider.en", hoster.names.en},
                                    {"mx", mxHost}}},
                                  "mail_address",
                                  0});
}

/// The paper as that provider's; nothing where it cannot be (an answer that this provider does not accept).
std::optional<Translation> translatedAs(const ProviderProfile& hoster, const ReadCertificate& read,
                                        const Catalog& catalog, Preference preference) {
    Certificate certificate = read.certificate;
    certificate.provider = hoster.id;
    auto translation = translate(certificate, catalog, preference);
    if (!translation)
        return std::nullopt;
    translation->doubts.insert(translation->doubts.begin(), read.doubts.begin(), read.doubts.end());
    distrustProvider(*translation);
    return std::move(translation.value);
}

} // namespace

bool isWorthDiscovering(const Translation& translation) {
    const bool gone = translation.status && (translation.status->state == ServiceState::Ended ||
                                             translation.status->state == ServiceState::Impossible);
    return !gone && (translation.provider.empty() || !hasCurrentEndpoint(translation));
}

bool isSameServer(const TranslatedEndpoint& a, const TranslatedEndpoint& b) {
    return std::tie(a.protocol, a.host, a.port, a.security) == std::tie(b.protocol, b.host, b.port, b.security);
}

Translation withDiscovery(Translation translation, const ReadCertificate& read, const Catalog& catalog,
                          const Discovery& discovery, Preference preference) {
    if (const ProviderProfile* hoster = catalog.byId(discovery.mxProvider)) {
        auto again = translation.provider.empty() ? translatedAs(*hoster, read, catalog, preference) : std::nullopt;
        if (again)
            translation = std::move(*again);
        sayWhoseServers(translation, *hoster, discovery.mxHost, again.has_value());
    }
    addEndpoints(translation, discovery, preference);
    for (const Message& finding : discovery.findings)
        translation.doubts.push_back({finding, "mail_address", 0});
    return translation;
}

} // namespace yomikae
