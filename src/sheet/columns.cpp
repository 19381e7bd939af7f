#include "sheet/columns.h"

#include <algorithm>
#include <array>

namespace yomikae {

namespace {

/// Unicode's East Asian Width, the ranges that are wide or full (UAX 11).
constexpr std::array<std::pair<char32_t, char32_t>, 10> WideRanges{{{0x1100, 0x115F},
                                                                    {0x2E80, 0x303E},
                                                                    {0x3041, 0xA4CF},
                                                                    {0xAC00, 0xD7A3},
                                                                    {0xF900, 0xFAFF},
                                                                    {0xFE30, 0xFE6F},
                                                                    {0xFF00, 0xFF60},
                                                                    {0xFFE0, 0xFFE6},
                                                                    {0x1F300, 0x1F64F},
                                                                    {0x20000, 0x3FFFD}}};

/// The bytes of the character at `at`; a stray byte counts as one.
std::string_view characterAt(std::string_view utf8, std::size_t at) {
    std::size_t end = at + 1;
    while (end < utf8.size() && (static_cast<unsigned char>(utf8[end]) & 0xC0U) == 0x80U)
        ++end;
    return utf8.substr(at, end - at);
}

char32_t codePoint(std::string_view character) {
    const auto first = static_cast<unsigned char>(character.front());
    if (first < 0x80)
        return first;
    char32_t value = first & (0xFFU >> (character.size() + 1));
    for (const char byte : character.substr(1))
        value = (value << 6U) | (static_cast<unsigned char>(byte) & 0x3FU);
    return value;
}

bool isWide(std::string_view character) {
    const char32_t point = codePoint(character);
    return std::any_of(WideRanges.begin(), WideRanges.end(),
                       [&](const auto& range) { return point >= range.first && point <= range.second; });
}

bool isClosing(std::string_view character) {
    constexpr std::array<std::string_view, 13> Closing{"、", "。", "」", "』", ")",  "）", "】",
                                                       "・", "!",  "?",  ":",  "ー", "”"};
    return std::find(Closing.begin(), Closing.end(), character) != Closing.end();
}

bool endsOpening(std::string_view piece) {
    constexpr std::array<std::string_view, 6> Opening{"「", "『", "(", "（", "【", "“"};
    return std::any_of(Opening.begin(), Opening.end(), [&](std::string_view mark) { return piece.ends_with(mark); });
}

} // namespace

/// stand alone.
std::vector<std::string> unbreakable(std::string_view utf8) {
    std::vector<std::string> found;
    bool narrowRun = false;
    for (std::size_t at = 0; at < utf8.size();) {
        const std::string_view character = characterAt(utf8, at);
        at += character.size();
        const bool narrow = !isWide(character) && character != " ";
        if (!found.empty() && found.back() != " " &&
            ((narrow && narrowRun) || isClosing(character) || endsOpening(found.back())))
            found.back() += character;
        else
            found.emplace_back(character);
        narrowRun = narrow;
    }
    return found;
}

std::size_t columns(std::string_view utf8) {
    std::size_t width = 0;
    for (std::size_t at = 0; at < utf8.size();) {
        const std::string_view character = characterAt(utf8, at);
        at += character.size();
        width += isWide(character) ? 2 : 1;
    }
    return width;
}

std::string padded(std::string text, std::size_t width) {
    const std::size_t used = columns(text);
    return used < width ? text.append(width - used, ' ') : text;
}

std::vector<std::string> wrapped(std::string_view utf8, std::size_t width) {
    std::vector<std::string> lines(1);
    for (const std::string& piece : unbreakable(utf8)) {
        std::string& line = lines.back();
        if (!line.empty() && columns(line) + columns(piece) > width) {
            line.erase(line.find_last_not_of(' ') + 1);
            lines.emplace_back(piece == " " ? "" : piece);
        } else if (!(line.empty() && piece == " "))
            line += piece;
    }
    return lines;
}

} // namespace yomikae
