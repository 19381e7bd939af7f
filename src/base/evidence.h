// How far a value of a profile can be trusted.
#pragma once

#include <optional>
#include <string_view>

namespace yomikae {

/// From the strongest: a login succeeded with it; the provider says it; others report it; it was true once; remembered
/// or guessed.
enum class Evidence { Proven, Official, Reported, Dated, Unsourced };

std::string_view name(Evidence evidence); ///< "proven", "official", "reported", "dated", "unsourced"
std::optional<Evidence> evidenceNamed(std::string_view word);

} // namespace yomikae
