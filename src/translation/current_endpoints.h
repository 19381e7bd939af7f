// Internal to this folder: a profile's endpoints spelled out for one address, and the servers that only the paper
// names.
#pragma once

#include "translation/recognise.h"
#include "translation/translation.h"

#include <string>
#include <vector>

namespace yomikae {

struct CurrentEndpoints {
    std::vector<TranslatedEndpoint> incoming; ///< best first
    std::vector<TranslatedEndpoint> outgoing;
    std::vector<std::string> asked; ///< open questions that a host or a user name waits for
};

/// Nothing where the service has ended: its names may belong to somebody else today.
CurrentEndpoints currentEndpoints(const Recognised& recognised, const PaperFacts& paper, Preference preference);

/// "https://…", or the title of a source without an address; "" for none.
std::string sourceText(const ProviderProfile& profile, const std::optional<std::size_t>& source);

} // namespace yomikae
