// Text from outside: character sets, folding of widths, control characters. UTF-8 everywhere inside.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace yomikae {

bool isUtf8(std::string_view bytes);

/// Bytes of unknown origin as UTF-8 without BOM: UTF-8 if valid, else ISO-2022-JP, Shift_JIS (CP932) or EUC-JP by
/// detection; what cannot be decoded becomes U+FFFD. Never fails.
std::string toUtf8(std::string_view bytes);

/// NFKC for what people type or papers print: full-width ASCII -> ASCII, half-width katakana -> full width (voiced
/// marks joined), ideographic space -> space, the kinds of minus and tilde that Japanese input methods write between
/// ASCII letters -> '-' and '~'.
std::string foldWidth(std::string_view utf8);

/// foldWidth and, for an address, host or account: all blanks cut at both ends. `changed` (may be null) says whether
/// anything but outer blanks changed.
std::string foldTyped(std::string_view utf8, bool* changed = nullptr);

/// Server text, file text: control characters, C1, bidi marks and zero-width characters are made visible as \xNN or
/// \u{NNNN}; cut behind `limit` characters with "…". Decodes by toUtf8 first. The result is one line of plain text.
std::string printable(std::string_view bytes, std::size_t limit);

std::string trimmed(std::string_view text); ///< ASCII blanks and U+3000 at both ends
std::string lowerAscii(std::string_view text);
bool equalsIgnoringCase(std::string_view a, std::string_view b); ///< ASCII letters only
std::size_t characters(std::string_view utf8);                   ///< code points

} // namespace yomikae
