// A draft of a provider profile from Thunderbird's config-v1.1.xml: what a person then compares with sources and
// completes.
#pragma once

#include "base/message.h"
#include "base/partial_date.h"
#include "base/problem.h"

#include <string>
#include <string_view>
#include <vector>

namespace yomikae {

struct DraftProfile {
    std::string id;
    std::string text;            ///< JSON, as providers/README.md describes it
    std::vector<Message> toFill; ///< what a person has to fill in or look at, in order
};

/// `file` is the source's name for problems; `id` the profile's, "" = made from the provider's main domain. Evidence is
/// `reported`, without encryption `dated`. Servers and domains that cannot be used are left out with warnings. Where
/// the draft does not pass readProfile, the problems say so (their file is ID.json) and the text comes all the same:
/// only a person can mend it. Nothing comes where readConfigFile gives nothing.
Result<DraftProfile> draftProfile(std::string_view xml, const std::string& file, const std::string& id,
                                  PartialDate today);

} // namespace yomikae
