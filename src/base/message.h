// A sentence to be: a code with arguments. Only `words` turns it into Japanese or English; no sentence is ever parsed
// back.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace yomikae {

/// A text that a profile brings in both languages. Either may be empty; `words` falls back to the other.
struct Text {
    std::string ja;
    std::string en;
    friend bool operator==(const Text&, const Text&) = default;
};

/// `code` names a phrase of `src/words`; `arguments` fill its `{name}` places. Arguments are plain text, never markup.
struct Message {
    std::string code;
    std::vector<std::pair<std::string, std::string>> arguments;
    friend bool operator==(const Message&, const Message&) = default;
};

} // namespace yomikae
