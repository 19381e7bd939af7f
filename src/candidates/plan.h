// What to try, in order: every (protocol, host, port, security) worth a connection, and whether a login there needs a
// yes first.
#pragma once

#include "base/endpoint.h"
#include "translation/translation.h"

#include <string>
#include <vector>

namespace yomikae {

/// What the person has agreed to, each for exactly one endpoint, for this run only.
struct Consents {
    std::vector<std::pair<std::string, std::uint16_t>> cleartext; ///< HOST:PORT where the login may go without TLS
    std::vector<std::pair<std::pair<std::string, std::uint16_t>, std::string>>
        certificates;               ///< HOST:PORT = SHA-256 (hex, lower case) of exactly this leaf
    std::vector<std::string> hosts; ///< hosts that no profile names
    friend bool operator==(const Consents&, const Consents&) = default;
};

/// One thing to try.
struct Candidate {
    Endpoint endpoint;
    int rank = 0;                       ///< 0 = best; incoming and outgoing are ranked apart
    std::vector<std::string> usernames; ///< in the order of trial; empty = reach only
    std::vector<Mechanism> mechanisms;  ///< empty = what the server offers
    HostOrigin origin = HostOrigin::Profile;
    bool recommended = false;
    /// Never logged into: there only so that this port has an answer (25, clear text, old paper).
    bool explainOnly = false;
    /// explainOnly for as long as a login by the preferred protocol may still succeed; then it takes that one's place.
    bool reserve = false;
    bool loginNeedsHostConsent = false; ///< the person must agree to this host first
    bool legacyRenegotiation = false;
    bool ownNetworkOnly = false;
    std::string step;
    friend bool operator==(const Candidate&, const Candidate&) = default;
};

/// All candidates, incoming first, each part by rank: implicit TLS, then STARTTLS (RFC 8314), the profile's
/// recommendation first, POP3 before IMAP unless `preference` says otherwise, the other protocol in reserve unless the
/// person asked for this one, clear text last and explainOnly. No endpoint twice. An endpoint that waits for an answer
/// is left out. Empty where the provider has ended (no connection, no look-up then).
struct Plan {
    std::vector<Candidate> candidates;
    bool providerEnded = false; ///< ended, or never open to mail apps: no candidates
    bool oauthOnly = false;
    std::string sender{}; ///< mail address: after the login for sending, may it send? "" = not asked
    friend bool operator==(const Plan&, const Plan&) = default;
};
Plan planCandidates(const Translation& translation, Preference preference, const Consents& consents);

} // namespace yomikae
