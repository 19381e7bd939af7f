// Why a value is what it is today.
#include "words/words.h"

#include <array>

namespace yomikae {

namespace {

constexpr std::array<Phrase, 0> Table{};

} // namespace

Phrases translationPhrases() {
    return Table;
}

} // namespace yomikae
