// A date as papers and profiles know it: a year, often a month, sometimes a day.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace yomikae {

/// month and day are 0 where unknown. Ordered; an unknown month sorts before January.
struct PartialDate {
    int year = 0;
    int month = 0;
    int day = 0;
    friend bool operator==(const PartialDate&, const PartialDate&) = default;
    friend auto operator<=>(const PartialDate&, const PartialDate&) = default;
};

/// "2004", "2004-05", "2004-05-31"; nothing else, nothing that is no date (1900 to 2199).
std::optional<PartialDate> partialDate(std::string_view iso);
std::string toString(const PartialDate& date); ///< the same form

} // namespace yomikae
