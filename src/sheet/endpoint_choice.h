// Which server stands on the sheet: the proven one, else the best that is known.
#pragma once

#include "probe/report.h"
#include "translation/translation.h"
#include "verdict/verdict.h"
#include "words/words.h"

#include <optional>
#include <string>
#include <vector>

namespace yomikae {

struct EndpointChoice {
    enum class Proof { None, Reached, Login } proof = Proof::None;
    Endpoint endpoint; ///< host "" and port 0 where nobody knows it
    std::string username;
    std::optional<Mechanism> mechanism;
};

EndpointChoice chooseEndpoint(const Translation& translation, const RunReport* report, const Judgement* judgement,
                              bool incoming);

/// Attempts beside the chosen ones that a login or TLS showed to be usable, by rank, at most `most`.
std::vector<const Attempt*> otherDoors(const RunReport& report, const Judgement& judgement, std::size_t most);

/// The best-ranked attempt of each direction that waits for a yes; receiving first.
std::vector<const Attempt*> consentsNeeded(const RunReport& report);

std::string protocolLabel(Protocol protocol);                    ///< POP3, IMAP, SMTP
std::string securityLabel(Security security, Language language); ///< SSL/TLS, STARTTLS, なし

} // namespace yomikae
