#include "architecture/arrows.h"

#include "support/files.h"

#include <algorithm>
#include <filesystem>
#include <sstream>

namespace yomikae::test {

namespace fs = std::filesystem;
using Names = std::vector<std::string_view>;

namespace {

/// The engine in the order of its line; `upTo(folder)` is everything left of it and itself.
const Names& line() {
    static const Names folders{"base", "certificate", "profile", "translation", "discovery", "candidates", "wire",
                               "tls",  "probe",       "verdict", "words",       "mailapp",   "sheet"};
    return folders;
}

Names upTo(std::string_view folder) {
    return {line().begin(), std::find(line().begin(), line().end(), folder) + 1};
}

Names operator+(Names left, const Names& right) {
    left.insert(left.end(), right.begin(), right.end());
    return left;
}

/// json.hpp costs seconds a file: one reader, and those that write JSON out.
bool mayUseJson(std::string_view path, std::string_view folder) {
    static const Names writers{"sheet", "mailapp", "cli", "practice"};
    return path == "src/base/json.cpp" || std::find(writers.begin(), writers.end(), folder) != writers.end();
}

/// The engine takes time, bytes and answers as arguments. Each word here would let it fetch them itself.
const Names& wordsNotForTheCore() {
    static const Names words{"clock::now",  "std::time(",   "time(nullptr)", "gettimeofday", "clock_gettime",
                             "std::thread", "std::jthread", "std::async",    "std::mutex",   "thread_local",
                             "sleep_for",   "ifstream",     "ofstream",      "fopen(",       "filesystem",
                             "getenv(",     "co_await",     "co_yield",      "std::regex",   "random_device"};
    return words;
}

const Names& standardHeadersNotForTheCore() {
    static const Names headers{"thread",     "mutex", "shared_mutex", "condition_variable", "future",    "stop_token",
                               "filesystem", "regex", "fstream",      "iostream",           "coroutine", "csignal",
                               "format",     "random"};
    return headers;
}

const Names& socketHeaders() {
    static const Names headers{"sys/socket.h", "netinet/", "arpa/", "netdb.h", "net/if.h", "winsock2.h", "ws2tcpip.h"};
    return headers;
}

bool contains(const Names& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool beginsWithAny(std::string_view text, const Names& beginnings) {
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](std::string_view b) { return text.substr(0, b.size()) == b; });
}

bool isStandard(std::string_view header) {
    return header.find_first_of("./") == std::string_view::npos && header.substr(0, 1) != "Q";
}

/// "src/base/text.h" -> "base"; anything under ui -> "ui".
std::string folderOf(std::string_view path) {
    if (path.substr(0, 3) == "ui/")
        return "ui";
    const std::string_view below = path.substr(std::min<std::size_t>(4, path.size()));
    const std::size_t slash = below.find('/');
    return slash == std::string_view::npos ? std::string() : std::string(below.substr(0, slash));
}

/// Where a quoted include leads: its path from the top, or "" where there is no such file.
std::string target(const std::string& included) {
    for (const std::string place : {"src/", "ui/", ""})
        if (fs::exists(fs::path(YOMIKAE_SOURCE_DIR) / (place + included)))
            return place + included;
    return {};
}

/// Without // comments and without what stands in quotes, so that a comment may speak of a clock.
std::string codeOf(const std::string& lineOfText) {
    std::string code;
    bool quoted = false;
    for (std::size_t i = 0; i < lineOfText.size(); ++i) {
        if (quoted && lineOfText[i] == '\\')
            ++i;
        else if (lineOfText[i] == '"')
            quoted = !quoted;
        else if (!quoted && lineOfText.compare(i, 2, "//") == 0)
            break;
        else if (!quoted)
            code += lineOfText[i];
    }
    return code;
}

class FileCheck {
  public:
    explicit FileCheck(const SourceText& file) : file_(file), folder_(folderOf(file.path)) {}

    std::vector<std::string> run() {
        for (const Arrows& row : arrows())
            if (row.folder == folder_)
                row_ = &row;
        if (row_ == nullptr) {
            complain("lies in no folder that the table knows");
            return complaints_;
        }
        std::istringstream lines(file_.text);
        for (std::string text; std::getline(lines, text);) {
            ++number_;
            checkLine(text);
        }
        return complaints_;
    }

  private:
    void checkLine(const std::string& text) {
        static const std::string directive = "#include ";
        if (text.compare(0, directive.size(), directive) != 0)
            return checkWords(codeOf(text));
        const std::size_t end = text.find_first_of("\">", directive.size() + 1);
        const std::string header = text.substr(directive.size() + 1, end - directive.size() - 1);
        if (text[directive.size()] == '"')
            checkOwn(header);
        else
            checkOutside(header);
    }

    void checkOwn(const std::string& header) {
        const std::string path = target(header);
        if (path.empty())
            return complain("includes " + header + ", which is not there");
        const std::string to = folderOf(path);
        if (to != folder_ && !contains(row_->folders, to))
            complain("includes " + header + ": no arrow leads from " + folder_ + " to " + to);
    }

    void checkOutside(const std::string& header) {
        const bool json = header.compare(0, 9, "nlohmann/") == 0;
        const bool allowed = isStandard(header) ? !row_->core || !contains(standardHeadersNotForTheCore(), header)
                             : json             ? mayUseJson(file_.path, folder_)
                                                : mayUseOther(header);
        if (!allowed)
            complain("includes <" + header + ">: not for " + folder_);
    }

    /// Libraries by the table; the system's own C headers only outside the engine, sockets only in net.
    bool mayUseOther(const std::string& header) const {
        if (beginsWithAny(header, row_->outside))
            return true;
        if (beginsWithAny(header, socketHeaders()))
            return folder_ == "net";
        return !row_->core && !beginsWithAny(header, {"openssl/", "unicode/", "idn2.h"});
    }

    void checkWords(const std::string& code) {
        if (!row_->core)
            return;
        for (std::string_view word : wordsNotForTheCore())
            if (code.find(word) != std::string::npos)
                complain("says " + std::string(word) + ": not for the engine");
    }

    void complain(const std::string& what) {
        complaints_.push_back(file_.path + (number_ > 0 ? ":" + std::to_string(number_) : "") + " " + what);
    }

    const SourceText& file_;
    std::string folder_;
    const Arrows* row_ = nullptr;
    int number_ = 0;
    std::vector<std::string> complaints_;
};

} // namespace

const std::vector<Arrows>& arrows() {
    static const Names engine = upTo("sheet");
    static const std::vector<Arrows> table{
        {"base", {}, {"unicode/", "idn2.h"}},
        {"certificate", {"base"}, {}},
        {"profile", {"base"}, {}},
        {"translation", {"base", "certificate", "profile"}, {}},
        {"discovery", {"base", "certificate", "profile", "translation"}, {"pugixml.hpp"}},
        {"candidates", {"base", "certificate", "profile", "translation"}, {}},
        {"wire", {"base"}, {"openssl/"}},
        {"tls", {"base"}, {"openssl/"}},
        {"probe", upTo("tls"), {}},
        {"verdict", upTo("probe"), {}},
        {"words", {"base"}, {}}, // codes come as words: it knows nobody's types
        {"mailapp", {"base"}, {"pugixml.hpp", "plist/", "qrencode.h"}}, // plain values in, so that the sheet may use it
        {"sheet", upTo("mailapp"), {}},
        {"net", engine, {"Q"}, false},
        {"practice", engine + Names{"net"}, {"Q", "openssl/"}, false},
        {"paper", engine, {"Q"}, false},
        {"cli", engine + Names{"net", "practice", "paper"}, {"Q"}, false},
        {"ui", engine + Names{"net", "practice", "paper"}, {"Q"}, false},
    };
    return table;
}

std::vector<SourceText> sources() {
    std::vector<SourceText> found;
    const fs::path top = YOMIKAE_SOURCE_DIR;
    for (const char* tree : {"src", "ui"}) {
        if (!fs::exists(top / tree))
            continue;
        for (const auto& entry : fs::recursive_directory_iterator(top / tree)) {
            const std::string ending = entry.path().extension().string();
            const std::string path = fs::relative(entry.path(), top).generic_string();
            if (ending == ".h" || ending == ".cpp")
                found.push_back({path, sourceFile(path)});
        }
    }
    std::sort(found.begin(), found.end(), [](const SourceText& a, const SourceText& b) { return a.path < b.path; });
    return found;
}

std::vector<std::string> complaints(const SourceText& file) {
    return FileCheck(file).run();
}

} // namespace yomikae::test
