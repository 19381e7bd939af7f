// The engine: codes and arguments become sentences, in one pass, and nothing is ever silent.
#include "support/catch.h"
#include "words/words.h"

using namespace yomikae;

namespace {

Problem problemAt(Place place) {
    return {"json-duplicate-key", std::move(place), "", "pop_port", "", false};
}

} // namespace

TEST_CASE("an unknown code gives the code itself, so that nothing is silent") {
    CHECK(say(Message{"no-such-code", {{"a", "b"}}}, Language::English) == "no-such-code");
    CHECK(say("no-such-code", Language::Japanese) == "no-such-code");
    const Text both = say(Message{"no-such-code", {}});
    CHECK(both == Text{"no-such-code", "no-such-code"});
}

TEST_CASE("both languages come from the same arguments") {
    const Text both = say(Message{"json-duplicate-key", {{"found", "pop_port"}}});
    CHECK(both.ja == "「pop_port」が2回書かれています。どちらか1つを消してください。");
    CHECK(both.en == "\"pop_port\" is written twice. Delete one of the two.");
}

TEST_CASE("what an argument brings is never scanned again") {
    const Message message{"json-unknown-key-near",
                          {{"found", "{allowed}{subject}"}, {"subject", "{found}"}, {"allowed", "%1 {x}"}}};
    CHECK(say(message, Language::English) ==
          "There is no key \"{allowed}{subject}\". Did you mean \"{found}\"? Allowed: %1 {x}.");
}

TEST_CASE("a place without an argument stays visible") {
    CHECK(say(Message{"json-duplicate-key", {}}, Language::English) ==
          "\"{found}\" is written twice. Delete one of the two.");
}

TEST_CASE("an empty argument fills its place with nothing") {
    CHECK(say(Message{"json-duplicate-key", {{"found", ""}}}, Language::English) ==
          "\"\" is written twice. Delete one of the two.");
}

TEST_CASE("an argument in two languages is taken in the language of the sentence") {
    const Message message{"json-duplicate-key", {{"found.ja", "受信"}, {"found.en", "receiving"}}};
    CHECK(say(message, Language::Japanese) == "「受信」が2回書かれています。どちらか1つを消してください。");
    CHECK(say(message, Language::English) == "\"receiving\" is written twice. Delete one of the two.");
}

TEST_CASE("an argument that one language lacks is taken from the other") {
    const Message message{"json-duplicate-key", {{"found.ja", "受信"}, {"found.en", ""}}};
    CHECK(say(message, Language::English) == "\"受信\" is written twice. Delete one of the two.");
}

TEST_CASE("dates are written as people write them") {
    CHECK(dateWords("2028-03-31", Language::Japanese) == "2028年3月31日");
    CHECK(dateWords("2028-03-31", Language::English) == "31 March 2028");
    CHECK(dateWords("2009-08", Language::Japanese) == "2009年8月");
    CHECK(dateWords("2009-08", Language::English) == "August 2009");
    CHECK(dateWords("2019", Language::Japanese) == "2019年");
    CHECK(dateWords("2019", Language::English) == "2019");
    CHECK(dateWords("soon", Language::English) == "soon");
    CHECK(dateWords("", Language::Japanese) == "");
}

TEST_CASE("a profile's text falls back to the language that is there") {
    CHECK(pick({"日本語", "English"}, Language::Japanese) == "日本語");
    CHECK(pick({"日本語", "English"}, Language::English) == "English");
    CHECK(pick({"", "English"}, Language::Japanese) == "English");
    CHECK(pick({"日本語", ""}, Language::English) == "日本語");
    CHECK(pick({}, Language::English) == "");
}

TEST_CASE("languages are known by exactly their two words") {
    CHECK(languageNamed("ja") == Language::Japanese);
    CHECK(languageNamed("en") == Language::English);
    CHECK_FALSE(languageNamed("JA"));
    CHECK_FALSE(languageNamed("ja_JP"));
    CHECK_FALSE(languageNamed(""));
}

TEST_CASE("a problem says file, line, column and pointer before its sentence") {
    const std::string sentence = "\"pop_port\" is written twice. Delete one of the two.";
    CHECK(say(problemAt({"plala.json", 3, 7, "/pop_port"}), Language::English) ==
          "plala.json:3:7: /pop_port: " + sentence);
}

TEST_CASE("parts of a place that are unknown are left out") {
    const std::string sentence = "\"pop_port\" is written twice. Delete one of the two.";
    CHECK(say(problemAt({"plala.json", 3, 0, ""}), Language::English) == "plala.json:3: " + sentence);
    CHECK(say(problemAt({"plala.json", 0, 5, ""}), Language::English) == "plala.json: " + sentence);
    CHECK(say(problemAt({"", 3, 7, ""}), Language::English) == "3:7: " + sentence);
    CHECK(say(problemAt({"", 0, 0, "/pop_port"}), Language::English) == "/pop_port: " + sentence);
    CHECK(say(problemAt({}), Language::English) == sentence);
}

TEST_CASE("control characters and bidi marks of a file never reach the sentence") {
    Problem problem = problemAt({"a\x1b[31m.json", 1, 1, ""});
    problem.found = "x\ny\x1b[0m\xe2\x80\xae";
    const std::string said = say(problem, Language::English);
    CHECK(said.find('\n') == std::string::npos);
    CHECK(said.find('\x1b') == std::string::npos);
    CHECK(said.find("\xe2\x80\xae") == std::string::npos);
    CHECK(said.find("\\x1B") != std::string::npos);
}

TEST_CASE("a very long found text is cut, the sentence behind it stays") {
    Problem problem = problemAt({});
    problem.found.assign(100'000, 'x');
    const std::string said = say(problem, Language::English);
    CHECK(said.size() < 600);
    CHECK(said.ends_with("is written twice. Delete one of the two."));
}
