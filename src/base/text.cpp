#include "base/text.h"

#include <unicode/normalizer2.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unicode/utf16.h>

#include <array>
#include <cstdint>
#include <cstdio>
#include <optional>

namespace yomikae {

namespace {

constexpr char32_t Replacement = 0xFFFD;

/// The code point at `at` (moved behind it), or nothing where the bytes are no UTF-8 (RFC 3629: no overlong forms, no
/// surrogates).
std::optional<char32_t> decode(std::string_view bytes, std::size_t& at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    const unsigned char first = byte(at);
    if (first < 0x80) {
        ++at;
        return first;
    }
    const int length = first >= 0xF0 && first <= 0xF4 ? 4
                       : first >= 0xE0                ? (first < 0xF0 ? 3 : 0)
                       : first >= 0xC2                ? 2
                                                      : 0;
    if (length == 0 || at + static_cast<std::size_t>(length) > bytes.size())
        return std::nullopt;
    char32_t value = first & (0x7Fu >> length);
    for (int i = 1; i < length; ++i) {
        const unsigned char next = byte(at + static_cast<std::size_t>(i));
        if ((next & 0xC0u) != 0x80)
            return std::nullopt;
        value = value << 6 | (next & 0x3Fu);
    }
    constexpr std::array<char32_t, 5> Least{0, 0, 0x80, 0x800, 0x10000};
    if (value < Least[static_cast<std::size_t>(length)] || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
        return std::nullopt;
    at += static_cast<std::size_t>(length);
    return value;
}

void append(std::string& out, char32_t c) {
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += static_cast<char>(0xC0 | c >> 6);
        out += static_cast<char>(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        out += static_cast<char>(0xE0 | c >> 12);
        out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
        out += static_cast<char>(0x80 | (c & 0x3F));
    } else {
        out += static_cast<char>(0xF0 | c >> 18);
        out += static_cast<char>(0x80 | (c >> 12 & 0x3F));
        out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
        out += static_cast<char>(0x80 | (c & 0x3F));
    }
}

struct Converted {
    std::string utf8;
    std::size_t faults = 0;   ///< characters that the encoding could not explain
    std::size_t japanese = 0; ///< kana and kanji
    std::size_t halfKana = 0; ///< half-width katakana: what the wrong one of Shift_JIS and EUC-JP gives
};

Converted convert(std::string_view bytes, const char* encoding) {
    UErrorCode status = U_ZERO_ERROR;
    UConverter* converter = ucnv_open(encoding, &status);
    icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter, status);
    ucnv_close(converter);
    Converted result;
    if (U_FAILURE(status)) {
        result.faults = bytes.size() + 1;
        return result;
    }
    for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        const UChar32 c = text.char32At(i);
        result.faults += c == 0xFFFD || c == 0x1A || (c >= 0x80 && c < 0xA0) || (c >= 0xE000 && c < 0xF900);
        result.japanese += (c >= 0x3041 && c <= 0x30FF) || (c >= 0x4E00 && c <= 0x9FFF);
        result.halfKana += c >= 0xFF61 && c <= 0xFF9F;
    }
    text.toUTF8String(result.utf8);
    return result;
}

std::string withReplacements(std::string_view bytes) {
    std::string out;
    for (std::size_t at = 0; at < bytes.size();) {
        if (const auto c = decode(bytes, at)) {
            append(out, *c);
        } else {
            append(out, Replacement);
            ++at;
        }
    }
    return out;
}

bool isAsciiLetterOrDigit(char32_t c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// What Japanese input methods write for '-' and '~' between letters.
char32_t foldedMark(char32_t c) {
    switch (c) {
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
    case 0x30FC: return '-';
    case 0x301C:
    case 0x02DC:
    case 0x223C: return '~';
    default: return c;
    }
}

std::u32string codePoints(std::string_view utf8) {
    std::u32string out;
    for (std::size_t at = 0; at < utf8.size();) {
        const auto c = decode(utf8, at);
        if (!c)
            ++at;
        out += c.value_or(Replacement);
    }
    return out;
}

std::string compatibilityForm(std::string_view utf8) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
    if (U_FAILURE(status))
        return std::string(utf8);
    const auto text =
        icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
    std::string out;
    nfkc->normalize(text, status).toUTF8String(out);
    return U_FAILURE(status) ? std::string(utf8) : out;
}

/// Characters that nobody sees, or that change the order of what is seen.
bool mustBeShown(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
           (c >= 0xE0000 && c <= 0xE007F) || (c >= 0xFFF9 && c <= 0xFFFB);
}

std::string spelledOut(char32_t c) {
    char out[16];
    std::snprintf(out, sizeof out, c < 0x100 ? "\\x%02X" : "\\u{%04X}", static_cast<unsigned>(c));
    return out;
}

} // namespace

bool isUtf8(std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size();)
        if (!decode(bytes, at))
            return false;
    return true;
}

std::string toUtf8(std::string_view bytes) {
    if (bytes.substr(0, 3) == "\xEF\xBB\xBF")
        bytes.remove_prefix(3);
    if (bytes.find("\x1B$") != std::string_view::npos || bytes.find("\x1B(J") != std::string_view::npos) {
        Converted jis = convert(bytes, "ISO-2022-JP");
        if (jis.faults == 0)
            return jis.utf8;
    }
    if (isUtf8(bytes))
        return std::string(bytes);
    Converted sjis = convert(bytes, "ibm-943_P15A-2003"); // CP932 as Windows and old papers use it
    Converted euc = convert(bytes, "EUC-JP");
    const auto badness = [](const Converted& c) { return 4 * c.faults + c.halfKana; };
    const bool oneIsWhole = (euc.faults == 0) != (sjis.faults == 0); // old printers' sheets are all half-width katakana
    const bool useEuc =
        oneIsWhole ? euc.faults == 0
                   : badness(euc) < badness(sjis) || (badness(euc) == badness(sjis) && euc.japanese > sjis.japanese);
    Converted& better = useEuc ? euc : sjis;
    return better.faults * 4 <= bytes.size() && better.japanese + better.halfKana != 0 ? better.utf8
                                                                                       : withReplacements(bytes);
}

std::string foldWidth(std::string_view utf8) {
    const std::u32string in = codePoints(compatibilityForm(utf8));
    std::string out;
    for (std::size_t i = 0; i < in.size(); ++i) {
        const char32_t mark = foldedMark(in[i]);
        // ー is a letter of Japanese words and a hyphen only between ASCII letters or digits
        const bool between =
            i > 0 && i + 1 < in.size() && isAsciiLetterOrDigit(in[i - 1]) && isAsciiLetterOrDigit(in[i + 1]);
        append(out, mark != in[i] && between ? mark : in[i]);
    }
    return out;
}

std::string foldTyped(std::string_view utf8, bool* changed) {
    const std::string before = trimmed(utf8);
    std::string after = trimmed(foldWidth(before));
    if (changed != nullptr)
        *changed = before != after;
    return after;
}

std::string printable(std::string_view bytes, std::size_t limit) {
    const std::string text = toUtf8(bytes);
    std::string out;
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) {
        if (count == limit) {
            out += "…";
            break;
        }
        const auto c = decode(text, at);
        if (!c)
            ++at;
        if (c && mustBeShown(*c))
            out += spelledOut(*c);
        else
            append(out, c.value_or(Replacement));
    }
    return out;
}

std::string trimmed(std::string_view text) {
    constexpr std::string_view Ideographic = "\xE3\x80\x80";
    const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\v'; };
    for (bool again = true; again;) {
        again = true;
        if (!text.empty() && blank(text.front()))
            text.remove_prefix(1);
        else if (text.substr(0, 3) == Ideographic)
            text.remove_prefix(3);
        else if (!text.empty() && blank(text.back()))
            text.remove_suffix(1);
        else if (text.size() >= 3 && text.substr(text.size() - 3) == Ideographic)
            text.remove_suffix(3);
        else
            again = false;
    }
    return std::string(text);
}

std::string lowerAscii(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return out;
}

bool equalsIgnoringCase(std::string_view a, std::string_view b) {
    return a.size() == b.size() && lowerAscii(a) == lowerAscii(b);
}

std::size_t characters(std::string_view utf8) {
    std::size_t count = 0;
    for (const char c : utf8)
        count += (static_cast<unsigned char>(c) & 0xC0u) != 0x80;
    return count;
}

} // namespace yomikae
