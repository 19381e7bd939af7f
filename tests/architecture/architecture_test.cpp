// Includes point one way. The linker keeps Qt out of the engine; this keeps the arrows of its folders.
#include "architecture/arrows.h"
#include "support/catch.h"

#include <set>

using yomikae::test::arrows;
using yomikae::test::complaints;
using yomikae::test::sources;

namespace {

std::vector<std::string> said(const std::string& path, const std::string& text) {
    return complaints({path, text});
}

} // namespace

TEST_CASE("every include and every word of the sources keeps to the table of arrows") {
    for (const auto& file : sources())
        for (const std::string& complaint : complaints(file))
            FAIL_CHECK(complaint);
    REQUIRE(sources().size() > 50);
}

TEST_CASE("the table has no circle: a folder is right of everything that it includes") {
    std::set<std::string_view> left;
    for (const auto& row : arrows()) {
        for (std::string_view folder : row.folders) {
            INFO(row.folder << " -> " << folder);
            CHECK(left.count(folder) == 1);
        }
        left.insert(row.folder);
    }
}

TEST_CASE("an include to the right is refused with file and line") {
    const auto found = said("src/base/invented.cpp", "#include <string>\n#include \"verdict/verdict.h\"\n");
    REQUIRE(found.size() == 1);
    CHECK(found[0] == "src/base/invented.cpp:2 includes verdict/verdict.h: no arrow leads from base to verdict");
}

TEST_CASE("an include to the left and one within the folder are fine") {
    CHECK(said("src/verdict/invented.cpp", "#include \"base/text.h\"\n#include \"verdict/verdict.h\"\n").empty());
}

TEST_CASE("an include of a file that is not there is refused") {
    CHECK(said("src/base/invented.cpp", "#include \"base/nowhere.h\"\n").size() == 1);
}

TEST_CASE("a source in a folder of its own invention is refused") {
    CHECK(said("src/helpers/invented.cpp", "").size() == 1);
    CHECK(said("src/invented.cpp", "").size() == 1);
}

TEST_CASE("Qt is for net, practice, paper, cli and ui only") {
    for (const char* path : {"src/base/x.cpp", "src/probe/x.cpp", "src/sheet/x.cpp"})
        CHECK(said(path, "#include <QString>\n").size() == 1);
    for (const char* path :
         {"src/net/x.cpp", "src/practice/x.cpp", "src/paper/x.cpp", "src/cli/x.cpp", "ui/pages/x.cpp"})
        CHECK(said(path, "#include <QString>\n#include <QtGlobal>\n").empty());
}

TEST_CASE("OpenSSL is for wire, tls and practice only") {
    for (const char* path : {"src/base/x.cpp", "src/probe/x.cpp", "src/net/x.cpp", "src/cli/x.cpp", "ui/x.cpp"})
        CHECK(said(path, "#include <openssl/ssl.h>\n").size() == 1);
    for (const char* path : {"src/wire/x.cpp", "src/tls/x.cpp", "src/practice/x.cpp"})
        CHECK(said(path, "#include <openssl/ssl.h>\n").empty());
}

TEST_CASE("the JSON library is for its one reader and for those that write JSON") {
    for (const char* path : {"src/base/x.cpp", "src/profile/x.cpp", "src/net/x.cpp", "ui/x.cpp"})
        CHECK(said(path, "#include <nlohmann/json.hpp>\n").size() == 1);
    for (const char* path : {"src/base/json.cpp", "src/sheet/x.cpp", "src/cli/x.cpp", "src/practice/x.cpp"})
        CHECK(said(path, "#include <nlohmann/json.hpp>\n").empty());
}

TEST_CASE("sockets are for net only") {
    CHECK(said("src/net/x.cpp", "#include <netdb.h>\n#include <sys/socket.h>\n").empty());
    for (const char* path : {"src/probe/x.cpp", "src/cli/x.cpp", "src/practice/x.cpp", "ui/x.cpp"})
        CHECK(said(path, "#include <sys/socket.h>\n").size() == 1);
}

TEST_CASE("the engine has no threads, files or clocks; the rest may") {
    CHECK(said("src/probe/x.cpp", "#include <thread>\n").size() == 1);
    CHECK(said("src/profile/x.cpp", "#include <fstream>\n").size() == 1);
    CHECK(said("src/tls/x.cpp", "#include <unistd.h>\n").size() == 1);
    CHECK(said("src/probe/x.cpp", "auto now = std::chrono::steady_clock::now();\n").size() == 1);
    CHECK(said("src/net/x.cpp", "#include <thread>\nauto now = std::chrono::steady_clock::now();\n").empty());
}

TEST_CASE("a comment or a quoted word may speak of what the engine may not do") {
    CHECK(said("src/probe/x.cpp", "/// never calls steady_clock::now\nauto a = \"std::thread\"; // getenv(\n").empty());
}
