// Internal to this folder: the keys under which a domain is looked up. They depend on the domain alone, so the number
// of look-ups cannot grow with the catalog.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace yomikae {

/// "a.b.example.jp" -> itself, "b.example.jp", "example.jp": every end of at least two labels, longest first.
std::vector<std::string_view> domainEnds(std::string_view domain);

/// Ends that belong to no single provider: "jp", "ne.jp", "or.jp" … What lies under them proves nothing.
bool isSharedEnd(std::string_view end);

/// A name and each form of it that lacks one character. Two names that are one slip apart (a character missing, added,
/// replaced, or two neighbours swapped) have one of these in common.
std::vector<std::string> slipKeys(std::string_view name);

/// Exactly one slip apart; sharing a key of slipKeys is not enough.
bool isOneSlip(std::string_view a, std::string_view b);

} // namespace yomikae
