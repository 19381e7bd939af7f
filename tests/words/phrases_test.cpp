// Every table: complete, sorted, both languages, the same places.
#include "base/outcome.h"
#include "support/catch.h"
#include "words/words.h"

#include <algorithm>
#include <set>
#include <string>

using namespace yomikae;

namespace {

std::set<std::string> placesOf(std::string_view text) {
    std::set<std::string> places;
    for (std::size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1))
        places.emplace(text.substr(open, text.find('}', open) - open + 1));
    return places;
}

bool hasPhrase(const std::string& code) {
    return say(code, Language::Japanese) != code && say(code, Language::English) != code;
}

} // namespace

TEST_CASE("every code stands in exactly one table, and each table is sorted") {
    std::set<std::string_view> seen;
    for (const Phrases& table : allPhrases()) {
        CHECK(std::is_sorted(table.begin(), table.end(),
                             [](const Phrase& a, const Phrase& b) { return a.code < b.code; }));
        for (const Phrase& phrase : table) {
            CAPTURE(std::string(phrase.code));
            CHECK(seen.insert(phrase.code).second);
        }
    }
    CHECK(seen.size() > 100);
}

TEST_CASE("every phrase says something in both languages, with the same places") {
    for (const Phrases& table : allPhrases())
        for (const Phrase& phrase : table) {
            CAPTURE(std::string(phrase.code));
            CHECK_FALSE(phrase.ja.empty());
            CHECK_FALSE(phrase.en.empty());
            CHECK(placesOf(phrase.ja) == placesOf(phrase.en));
        }
}

TEST_CASE("codes are lower case words joined by hyphens") {
    for (const Phrases& table : allPhrases())
        for (const Phrase& phrase : table) {
            CAPTURE(std::string(phrase.code));
            CHECK(phrase.code.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_") == std::string_view::npos);
        }
}

TEST_CASE("every code can be found by its table's order") {
    for (const Phrases& table : allPhrases())
        for (const Phrase& phrase : table) {
            CAPTURE(std::string(phrase.code));
            CHECK(say(phrase.code, Language::Japanese) == phrase.ja);
            CHECK(say(phrase.code, Language::English) == phrase.en);
        }
}

TEST_CASE("no phrase blames the person") {
    for (const Phrases& table : allPhrases())
        for (const Phrase& phrase : table) {
            CAPTURE(std::string(phrase.code));
            for (const std::string_view word :
                 {"パスワードが違います", "間違えました", "失敗しました", "wrong password", "your fault", "you failed"})
                CHECK(
                    (phrase.ja.find(word) == std::string_view::npos && phrase.en.find(word) == std::string_view::npos));
        }
}

TEST_CASE("no outcome is without its explanation") {
    for (const Outcome outcome : allOutcomes()) {
        const std::string code = "outcome-" + std::string(name(outcome));
        CAPTURE(code);
        CHECK(hasPhrase(code));
    }
}

TEST_CASE("no verdict is without its sentence") {
    for (const char* verdict :
         {"works", "incoming-only", "outgoing-only", "reachable", "password-refused", "locked", "needs-consent",
          "needs-action", "oauth-only", "provider-ended", "network-down", "nothing-works"}) {
        const std::string code = "verdict-" + std::string(verdict);
        CAPTURE(code);
        CHECK(hasPhrase(code));
    }
}
