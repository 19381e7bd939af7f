// What a file is that is no text at all: the photo, the scan or the document that was handed over in place of the
// words.
#pragma once

#include "base/problem.h"

#include <optional>
#include <string>
#include <string_view>

namespace yomikae {

/// By its first bytes; the first 64 are enough for all that have a mark. Codes: paper-is-picture and paper-is-document
/// (with what it is in `found`: PNG, PDF), and paper-is-no-text for bytes with NULs inside (NULs at the end are only
/// padding). Nothing for text in any character set, UTF-16 with its mark too.
std::optional<Problem> notText(std::string_view bytes, const std::string& file);

} // namespace yomikae
