// What a domain publishes about its mail, as a proposal: shown, reached without credentials, and logged into only after
// the person agreed to the host.
#pragma once

#include "certificate/certificate.h"
#include "profile/catalog.h"
#include "translation/translation.h"

#include <string>
#include <vector>

namespace yomikae {

struct Discovery {
    std::vector<TranslatedEndpoint> endpoints; ///< origin Discovered; a published file's first, then those of DNS
    std::string mxProvider;                    ///< the id of the known provider that takes the domain's mail, or ""
    std::string mxHost;                        ///< the server that takes it, or ""
    std::vector<Message> findings;             ///< what was found, and what was found and not used, with the reason
    friend bool operator==(const Discovery&, const Discovery&) = default;
};

/// True where asking could help: the provider is unknown, or none of its servers is known today. Never for a service
/// that has ended or takes no mail apps: its domain may belong to somebody else by now.
bool isWorthDiscovering(const Translation& translation);

/// The translation with what was found: endpoints before those of the paper, in the order of `preference` and RFC 8314
/// (what is known already stays as it is); findings as doubts about the address.
///
/// Where only an MX record says whose customer the person is, the paper is translated again as that provider's. DNS can
/// be forged, so its hosts are discovered ones then and ask the person; a host that the person answered with stays
/// theirs.
Translation withDiscovery(Translation translation, const ReadCertificate& read, const Catalog& catalog,
                          const Discovery& discovery, Preference preference);

/// The same protocol, host, port and security.
bool isSameServer(const TranslatedEndpoint& a, const TranslatedEndpoint& b);

} // namespace yomikae
