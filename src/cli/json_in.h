// The output of `check --json`, taken back as it is: for a sheet that is made later or elsewhere.
#pragma once

#include "base/problem.h"
#include "cli/checked.h"

#include <string>
#include <string_view>

namespace yomikae::cli {

/// True for JSON that looks like a check's output rather than a certificate.
bool looksLikeCheck(std::string_view json);

/// Checked like any input, since it may have been edited by hand: every problem with its place.
Result<Checked> readCheck(std::string json, std::string file);

} // namespace yomikae::cli
