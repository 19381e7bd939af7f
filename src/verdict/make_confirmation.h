// A proven run -> the anonymous confirmation that the person may save and hand on.
#pragma once

#include "probe/report.h"
#include "profile/confirmation.h"
#include "translation/translation.h"

#include <optional>
#include <string>

namespace yomikae {

/// The successful logins at hosts that the provider's profile names. Left out: servers of the paper, of a discovery and
/// those that the person typed; logins without TLS and through a certificate with a fault (they prove nothing about who
/// answered). Nothing where that leaves no endpoint.
std::optional<Confirmation> makeConfirmation(const Translation& translation, const RunReport& report, PartialDate today,
                                             const std::string& version);

} // namespace yomikae
