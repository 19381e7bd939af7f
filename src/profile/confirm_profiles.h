// Confirmations applied to profile files: the evidence of exactly the proven endpoints is raised, and nothing else in
// the files changes, so that the difference is what a maintainer has to look at.
#pragma once

#include "base/message.h"
#include "base/partial_date.h"
#include "base/problem.h"
#include "profile/read_profile.h"

#include <string>
#include <vector>

namespace yomikae {

struct ConfirmationText {
    std::string file;
    std::string text;
};

struct ConfirmedProfiles {
    std::vector<ProfileText> changed; ///< whole new texts of the files that changed
    std::vector<Message> done;        ///< an endpoint each: raised, renewed, or proven as lately already
};

/// Problems: those of readConfirmation, and at each endpoint that fits nothing why, with what a maintainer can do
/// (confirm-…). No value where there is any: all confirmations are applied or none. What comes back is still good by
/// readCatalog.
Result<ConfirmedProfiles> confirmProfiles(const std::vector<ProfileText>& profiles,
                                          const std::vector<ConfirmationText>& confirmations, PartialDate today);

} // namespace yomikae
