// Headings and labels of the sheet.
#include "words/words.h"

#include <array>

namespace yomikae {

namespace {

constexpr std::array<Phrase, 0> Table{};

} // namespace

Phrases sheetPhrases() {
    return Table;
}

} // namespace yomikae
