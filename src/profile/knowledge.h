// How much is known about each provider, how well, how old it is, and what is missing: for those who keep the profiles.
#pragma once

#include "base/evidence.h"
#include "base/partial_date.h"
#include "profile/catalog.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace yomikae {

enum class Gap {
    NoIncoming,    ///< no server to receive from
    NoOutgoing,    ///< no server to send through
    NoImap,        ///< servers to receive from, none of them IMAP
    NoSource,      ///< no server has more than memory behind it
    NoOldSettings, ///< nothing says what its papers looked like
    EndNear,       ///< the service ends within a year
    EndPassed,     ///< its last day has passed, and the profile does not say that it ended
    CheckedLongAgo ///< nobody compared the file with its sources for a year
};
std::string_view name(Gap gap); ///< "no-incoming", …
inline constexpr std::size_t Gaps = 8;

struct ProviderKnowledge {
    const ProviderProfile* profile = nullptr;
    std::size_t endpoints = 0;        ///< those of variants too
    std::optional<Evidence> incoming; ///< of the best endpoint; nothing where there is none
    std::optional<Evidence> outgoing;
    std::string provenOn;       ///< the latest day of a proof, or ""
    std::optional<int> ageDays; ///< since `checked`; a month counts from its first day
    std::vector<Gap> gaps;      ///< in the order of Gap; none for a service that is gone
};

struct Knowledge {
    std::vector<ProviderKnowledge> providers; ///< in the order of ids
    std::array<std::size_t, 5> incoming{};    ///< how many providers have this as their best, by Evidence
    std::array<std::size_t, 5> outgoing{};
    std::array<std::size_t, Gaps> gaps{};
    std::size_t endpoints = 0;
    std::size_t proven = 0; ///< endpoints
    std::size_t sources = 0;
};

/// The pointers live as long as the catalog.
Knowledge knowledgeOf(const Catalog& catalog, PartialDate today);

} // namespace yomikae
