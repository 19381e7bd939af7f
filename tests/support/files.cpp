#include "support/files.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace yomikae::test {

namespace fs = std::filesystem;

std::string sourceFile(const std::string& relative) {
    std::ifstream in(fs::path(YOMIKAE_SOURCE_DIR) / relative, std::ios::binary);
    if (!in)
        throw std::runtime_error("no file " + relative);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::vector<std::string> sourceFiles(const std::string& folder, const std::string& ending) {
    std::vector<std::string> found;
    for (const auto& entry : fs::directory_iterator(fs::path(YOMIKAE_SOURCE_DIR) / folder)) {
        const std::string name = entry.path().filename().string();
        if (name.size() >= ending.size() && name.compare(name.size() - ending.size(), ending.size(), ending) == 0)
            found.push_back(folder + "/" + name);
    }
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace yomikae::test
