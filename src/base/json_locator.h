// Finding a value's place again in a JSON text that has been parsed already: only where there is something to complain
// about.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace yomikae {

/// A key as one step of a JSON pointer (RFC 6901 3).
std::string pointerToken(std::string_view key);

/// The byte offset of the value at `pointer` (with `key`: of its key; with `last`: of the last of several equal keys)
/// in `text`, which must be valid JSON. The deepest place reached where the pointer leads nowhere.
std::size_t jsonOffset(std::string_view text, std::string_view pointer, bool key, bool last);

} // namespace yomikae
