// Doubts about a paper.
#include "words/words.h"

#include <array>

namespace yomikae {

namespace {

constexpr std::array<Phrase, 0> Table{};

} // namespace

Phrases certificatePhrases() {
    return Table;
}

} // namespace yomikae
