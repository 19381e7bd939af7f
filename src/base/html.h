// Text as it may stand in an HTML document.
#pragma once

#include <string>
#include <string_view>

namespace yomikae {

/// `text` (UTF-8) with & < > " ' as references: shown letter for letter, in an element or in a quoted attribute.
std::string htmlEscaped(std::string_view text);

} // namespace yomikae
