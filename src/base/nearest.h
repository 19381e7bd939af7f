// What a misspelt word was probably meant to be. For proposals only, never for a silent correction.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace yomikae {

/// The one of `allowed` (lower case) that at most two slips (a letter wrong, missing, too many, or two swapped) make of
/// `word`; "" where there is none.
std::string nearest(std::string_view word, const std::vector<std::string>& allowed);

} // namespace yomikae
