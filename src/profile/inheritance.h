// Internal to this folder: a profile before the checks across files, and what it takes over from a template.
#pragma once

#include "base/json.h"
#include "profile/provider_profile.h"

#include <optional>
#include <string>
#include <vector>

namespace yomikae {

/// One file, read; the document stays so that later problems have their places too.
struct ParsedProfile {
    JsonDocument document;
    std::optional<ProviderProfile> profile;
    std::vector<Problem> problems;
};
ParsedProfile parseProfile(std::string text, std::string file, const std::vector<ProviderProfile>& templates,
                           bool isTemplate);

/// The template's parts for a profile that inherits from it. `own` has only its id, file, format and sources so far;
/// the template's sources go behind those, and the indices in the template's parts follow.
ProviderProfile inherited(const ProviderProfile& from, const ProviderProfile& own);

} // namespace yomikae
