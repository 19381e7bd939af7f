// Profile files -> ProviderProfiles. Strict: every problem with file, line, column, JSON pointer, what was found and
// what is allowed.
#pragma once

#include "base/json.h"
#include "base/problem.h"
#include "profile/catalog.h"
#include "profile/provider_profile.h"

#include <functional>
#include <string>
#include <vector>

namespace yomikae {

/// One file's text. `templates` are profiles that may be inherited from. No value where any problem is an error.
Result<ProviderProfile> readProfile(std::string text, std::string file,
                                    const std::vector<ProviderProfile>& templates = {});

/// A file as read from disk by the caller (the engine opens no files).
struct ProfileText {
    std::string file;
    std::string text;
    bool isTemplate = false; ///< lies in a folder called `templates`
};

/// All of them: broken ones are reported and skipped; checks across files (ids, domains, `uses`, `to`, inheritance)
/// too.
struct ReadCatalog {
    Catalog catalog;
    std::vector<Problem> problems;
};
/// `today` (e.g. 2026-11-24) is for checks on dates; a date of year 0 skips those.
ReadCatalog readCatalog(std::vector<ProfileText> files, PartialDate today = {});

} // namespace yomikae
