// base64 (RFC 4648 4), strict: what SASL needs, without line breaks.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace yomikae {

std::string base64(std::string_view bytes);

/// The bytes, or nothing where `text` is not canonical base64 with padding. "" gives "".
std::optional<std::string> fromBase64(std::string_view text);

} // namespace yomikae
