// Text in columns for a monospaced East Asian font: wide characters take two.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace yomikae {

std::size_t columns(std::string_view utf8);
std::string padded(std::string text, std::size_t width); ///< with blanks at the end

/// Pieces that must not be broken: a word, host name or URL, or a wide character with the closing marks behind it.
/// Blanks stand alone. Together they are the whole text.
std::vector<std::string> unbreakable(std::string_view utf8);

/// Lines of at most `width` columns. Breaks at blanks and around wide characters, never within a word, host name or URL
/// (such a line may be longer) and never before a closing mark such as 。 or 」.
std::vector<std::string> wrapped(std::string_view utf8, std::size_t width);

} // namespace yomikae
