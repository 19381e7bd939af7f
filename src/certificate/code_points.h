// Stepping through a folded line character by character.
#pragma once

#include <string_view>

namespace yomikae {

/// The character at byte `at` of valid UTF-8; never empty where `at` lies inside.
inline std::string_view codePointAt(std::string_view text, std::size_t at) {
    std::size_t length = 1;
    while (at + length < text.size() && (static_cast<unsigned char>(text[at + length]) & 0xC0u) == 0x80)
        ++length;
    return text.substr(at, length);
}

inline bool isBlank(std::string_view c) {
    return c == " " || c == "\t";
}

/// A tab or two blanks: what stands between two columns.
inline bool isWideGap(std::string_view text, std::size_t at) {
    return text[at] == '\t' ||
           (text[at] == ' ' && at + 1 < text.size() && (text[at + 1] == ' ' || text[at + 1] == '\t'));
}

inline bool isKatakana(std::string_view c) {
    return c.size() == 3 && c >= "ァ" && c <= "ヺ";
}

inline bool isAsciiWord(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

inline bool isAsciiDigit(char c) {
    return c >= '0' && c <= '9';
}

inline bool startsWith(std::string_view text, std::string_view start) {
    return text.substr(0, start.size()) == start;
}

} // namespace yomikae
