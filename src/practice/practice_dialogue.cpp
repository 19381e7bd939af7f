#include "practice/practice_dialogue.h"

#include "base/text.h"

#include <algorithm>

namespace yomikae {

std::pair<std::string, std::string> commandAndArgument(std::string_view line) {
    const std::size_t blank = std::min(line.find(' '), line.size());
    std::string word(line.substr(0, blank));
    std::transform(word.begin(), word.end(), word.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return {std::move(word), trimmed(line.substr(blank))};
}

} // namespace yomikae
