// How far a batch is, as one line on a terminal. Pure.
#pragma once

#include "words/words.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace yomikae::cli {

struct BatchProgress {
    std::optional<std::uint64_t> all; ///< rows of the file
    std::uint64_t done = 0;           ///< in this run, with whatever answer
    std::uint64_t yes = 0;
    std::uint64_t no = 0;
    std::uint64_t faulty = 0;
    std::uint64_t later = 0;
    std::uint64_t skipped = 0; ///< done by earlier runs
    std::uint64_t waiting = 0; ///< read, and held back for politeness
    std::chrono::milliseconds elapsed{};
};

/// Rows done, faulty, a second, remaining.
std::string progressLine(const BatchProgress& progress, Language language);
/// The same at the end.
std::string endLine(const BatchProgress& progress, Language language);

} // namespace yomikae::cli
