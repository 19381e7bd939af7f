// Files that tests read: cases as text, expected outputs beside them.
#pragma once

#include <string>
#include <vector>

namespace yomikae::test {

/// The bytes of a file under the source folder ("tests/papers/plala.txt"); fails the test where there is none.
std::string sourceFile(const std::string& relative);

/// Paths (relative to the source folder, sorted) of the files right under `folder` whose names end in `ending`.
std::vector<std::string> sourceFiles(const std::string& folder, const std::string& ending);

} // namespace yomikae::test
