// The direction of every include, as one table; and what a source file says against it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace yomikae::test {

/// A folder of src (or `ui`): what its files may include, and which headers from outside.
struct Arrows {
    std::string_view folder;
    std::vector<std::string_view> folders; ///< besides its own
    std::vector<std::string_view> outside; ///< beginnings of header names besides the standard library's; "Q" = Qt
    bool core = true;                      ///< part of the engine: no clocks, threads, files or sockets either
};

/// The table, from left to right.
const std::vector<Arrows>& arrows();

/// A file as the checks see it: its path from the top ("src/base/text.cpp") and its text.
struct SourceText {
    std::string path;
    std::string text;
};

/// All sources under src and ui, by path.
std::vector<SourceText> sources();

/// One sentence for every include and every word in `file` that the table does not allow; empty where all is well.
std::vector<std::string> complaints(const SourceText& file);

} // namespace yomikae::test
