// Every file under tests/dialogues is one conversation, played letter for letter.
#include "dialogue_script.h"
#include "support/catch.h"
#include "support/files.h"

using namespace yomikae;
using namespace yomikae::test;

namespace {

void playAll(const std::string& protocol, std::size_t atLeast) {
    const auto files = sourceFiles("tests/dialogues/" + protocol, ".txt");
    CHECK(files.size() >= atLeast);
    for (const std::string& file : files) {
        CAPTURE(file);
        CHECK(play(readScript(file)) == "");
    }
}

} // namespace

TEST_CASE("POP3 conversations go as written") {
    playAll("pop3", 40);
}

TEST_CASE("SMTP conversations go as written") {
    playAll("smtp", 40);
}

TEST_CASE("IMAP conversations go as written") {
    playAll("imap", 15);
}

TEST_CASE("each conversation ends with what was found") {
    for (const char* protocol : {"pop3", "smtp", "imap"})
        for (const std::string& file : sourceFiles(std::string("tests/dialogues/") + protocol, ".txt")) {
            CAPTURE(file);
            const Script script = readScript(file);
            REQUIRE(!script.lines.empty());
            CHECK(script.lines.back().word == "=>");
        }
}
