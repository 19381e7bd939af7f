// Results as JSON for `--json` (the keys are the contract of the command line). A password is never here.
#pragma once

#include "certificate/certificate.h"
#include "probe/report.h"
#include "profile/provider_profile.h"
#include "translation/translation.h"
#include "verdict/verdict.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace yomikae::cli {

nlohmann::ordered_json toJson(const Translation& translation);
nlohmann::ordered_json toJson(const Attempt& attempt, const Message& explanation);
/// All of a check: the translation, then verdict, proven endpoints, attempts, times. `madeAt` is ISO 8601 in UTC.
nlohmann::ordered_json toJson(const Translation& translation, const RunReport& report, const Judgement& judgement,
                              const std::string& madeAt);
nlohmann::ordered_json doubtsToJson(const std::vector<Doubt>& doubts);
/// One row of `providers`, or all of a profile for `providers show`.
nlohmann::ordered_json toJson(const ProviderProfile& profile, bool whole);

/// Two-space indented UTF-8 with a line end; bytes that are not UTF-8 are replaced, never an exception.
std::string jsonText(const nlohmann::ordered_json& json);
/// The same on one line, for JSON Lines.
std::string jsonLine(const nlohmann::ordered_json& json);

} // namespace yomikae::cli
