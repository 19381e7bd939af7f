// A host or user name with ${variables}: replaced in one pass, never inside a replacement.
#pragma once

#include "profile/host_pattern.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace yomikae {

/// The variables of a template in order, or nothing where it is malformed ("${", "${}", "$x").
std::optional<std::vector<std::string>> templateVariables(std::string_view text);

/// The text with every variable replaced; `missing` (may be null) gets the names that `variables` lacks; then nothing
/// is returned.
std::optional<std::string> expand(std::string_view text, const Variables& variables,
                                  std::vector<std::string>* missing = nullptr);

/// Variables that every profile may use: address, local, domain, subdomain, account, smtp_account. Others come from
/// questions and groups.
bool isCommonVariable(std::string_view name);

} // namespace yomikae
