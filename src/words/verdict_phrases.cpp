// Verdicts and advice.
#include "words/words.h"

#include <array>

namespace yomikae {

namespace {

constexpr std::array<Phrase, 0> Table{};

} // namespace

Phrases verdictPhrases() {
    return Table;
}

} // namespace yomikae
