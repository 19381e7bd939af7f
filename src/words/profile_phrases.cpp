// Problems of profile files.
#include "words/words.h"

#include <array>

namespace yomikae {

namespace {

constexpr std::array<Phrase, 0> Table{};

} // namespace

Phrases profilePhrases() {
    return Table;
}

} // namespace yomikae
