// Internal to this folder: which of a provider's old papers this one is.
#pragma once

#include "translation/recognise.h"

namespace yomikae {

/// The old settings that agree with the paper in most values and contradict it in none; null where nothing agrees.
const OldSettings* oldEra(const Recognised& recognised, const PaperFacts& paper);

/// Whether some old paper of this provider names this host for this address.
bool isOnOldPapers(const ProviderProfile& profile, const Variables& variables, const std::string& host);

} // namespace yomikae
