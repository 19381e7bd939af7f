#include "ui/command_line.h"

#include "support/catch.h"
#include "ui/window.h"

using namespace yomikae;
using namespace yomikae::ui;

namespace {

CommandLine read(const QStringList& arguments) {
    test::application();
    return readCommandLine(QStringList{"yomikae"} + arguments);
}

} // namespace

TEST_CASE("without arguments the window opens in the language that is usual") {
    const CommandLine line = read({});
    CHECK_FALSE(line.exit);
    CHECK_FALSE(line.language);
    CHECK_FALSE(line.options.offline);
}

TEST_CASE("options of the window are those of the command line") {
    const CommandLine line = read({"--lang", "en", "--ca-file", "ca.pem", "--resolve", "pop.example.jp:995:127.0.0.1",
                                   "--resolve", "pop.example.jp:110:::1", "--profiles", "p", "--offline"});
    REQUIRE_FALSE(line.exit);
    CHECK(line.language == Language::English);
    CHECK(line.options.caFile == "ca.pem");
    CHECK(line.options.profiles == "p");
    CHECK(line.options.offline);
    REQUIRE(line.options.resolve.size() == 2);
    CHECK(line.options.resolve[0].first == std::pair(std::string("pop.example.jp"), std::uint16_t(995)));
    CHECK(line.options.resolve[1].second == "::1");
}

TEST_CASE("what is wrong ends with 2 and is said") {
    for (const QStringList& arguments : {QStringList{"--lang", "fr"},
                                         {"--resolve", "x"},
                                         {"--resolve", "a.jp:0:127.0.0.1"},
                                         {"--resolve", "a.jp:70000:127.0.0.1"},
                                         {"--resolve", "a.jp:25:b.jp"},
                                         {"--nonsense"},
                                         {"paper.txt"}}) {
        const CommandLine line = read(arguments);
        CHECK(line.exit == 2);
        CHECK(line.message.size() > 5);
    }
}

TEST_CASE("help and version open no window") {
    CHECK(read({"--help"}).exit == 0);
    CHECK(read({"--help"}).message.contains("--ca-file"));
    CHECK(read({"--version"}).message == "yomikae " YOMIKAE_VERSION "\n");
}
