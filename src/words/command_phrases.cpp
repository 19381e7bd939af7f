// The command line's own messages.
#include "words/words.h"

#include <array>

namespace yomikae {

namespace {

constexpr std::array<Phrase, 0> Table{};

} // namespace

Phrases commandPhrases() {
    return Table;
}

} // namespace yomikae
