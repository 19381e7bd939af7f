#include "base/json.h"
#include "base/limits.h"
#include "base/names.h"
#include "support/catch.h"

#include <string>

using namespace yomikae;

namespace {

constexpr std::size_t Limit = 256 * 1024;

std::vector<Problem> problemsOf(std::string text) {
    return parseJson(std::move(text), "a.json", Limit).problems;
}

std::string at(const Place& place) {
    return place.file + ":" + std::to_string(place.line) + ":" + std::to_string(place.column) + ":" + place.pointer;
}

enum class Colour { Red, Green };
constexpr Named<Colour> Colours[] = {{Colour::Red, "red"}, {Colour::Green, "green"}};

struct Opened {
    JsonDocument document;
    std::vector<Problem> problems;
};

Opened opened(std::string text) {
    auto parsed = parseJson(std::move(text), "a.json", Limit);
    REQUIRE(parsed);
    return {std::move(*parsed), {}};
}

} // namespace

TEST_CASE("a value is found again with its line and column, counted in characters") {
    auto file = opened("{\n  \"名前\": \"ぷらら\", \"port\": 70000,\n  \"list\": [1, {\"a/b\": true}]\n}");
    CHECK(at(placeOf(file.document, "/port")) == "a.json:2:24:/port");
    CHECK(at(placeOf(file.document, "/port", true)) == "a.json:2:16:/port");
    CHECK(at(placeOf(file.document, "/list/1/a~1b")) == "a.json:3:23:/list/1/a~1b");
    CHECK(at(placeOf(file.document, "")) == "a.json:1:1:");
}

TEST_CASE("a syntax error is told with the place where reading stopped") {
    const auto problems = problemsOf("{\n  \"a\": 1,\n  \"b\" 2\n}");
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].code == "json-syntax");
    CHECK(at(problems[0].place) == "a.json:3:7:");
    CHECK(problems[0].found == "2");
}

TEST_CASE("a file that ends too early says so") {
    CHECK(problemsOf("{\"a\": [1, 2").at(0).code == "json-ends-early");
}

TEST_CASE("an empty file is told apart from a wrong one") {
    CHECK(problemsOf("").at(0).code == "json-empty");
    CHECK(problemsOf(" \n ").at(0).code == "json-empty");
    CHECK(problemsOf("\xEF\xBB\xBF").at(0).code == "json-empty");
}

TEST_CASE("a byte order mark is read over") {
    CHECK(problemsOf("\xEF\xBB\xBF{\"a\": 1}").empty());
}

TEST_CASE("text that is not UTF-8 is refused where it begins") {
    const auto problems = problemsOf("{\n \"a\": \"\x83\x81\"}");
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].code == "json-not-utf8");
    CHECK(at(problems[0].place) == "a.json:2:8:");
}

TEST_CASE("not UTF-8 deep inside a long text is found too") {
    const auto problems = problemsOf("\"" + std::string(5000, 'x') + "\xFF\"");
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].place.column == 5002);
}

TEST_CASE("text behind the end, comments, NaN and single quotes are refused") {
    for (const char* text : {"{} x", "// c\n{}", "{\"a\": NaN}", "{'a': 1}", "{\"a\": 01}", "{\"a\": 1,}",
                             "{\"a\": 1e400}", "{\"a\": \"\\ud800\"}", "{\"a\": \"\t\"}"}) {
        INFO(text);
        CHECK(problemsOf(text).at(0).code == "json-syntax");
    }
}

TEST_CASE("depth is bounded while parsing") {
    const auto nested = [](int depth) {
        return std::string(static_cast<std::size_t>(depth), '[') + std::string(static_cast<std::size_t>(depth), ']');
    };
    CHECK(problemsOf(nested(limits::JsonDepth)).empty());
    CHECK(problemsOf(nested(limits::JsonDepth + 1)).at(0).code == "json-depth");
    CHECK(problemsOf(std::string(100'000, '[')).at(0).code == "json-depth");
    std::string objects;
    for (int i = 0; i < 20'000; ++i)
        objects += "{\"a\":";
    CHECK(problemsOf(objects).at(0).code == "json-depth");
}

TEST_CASE("a file over its size is refused before it is parsed") {
    const auto problems = parseJson(std::string(11, ' '), "a.json", 10).problems;
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].code == "file-too-large");
    CHECK(problems[0].found == "11");
}

TEST_CASE("a key that stands twice is told at its second place, in whatever object") {
    const auto problems = problemsOf("{\"host\": \"a\",\n \"x\": [{\"b\": 1, \"b\": 2}],\n \"host\": \"evil\"}");
    REQUIRE(problems.size() == 2);
    CHECK(at(problems[0].place) == "a.json:2:17:/x/0/b");
    CHECK(problems[1].code == "json-duplicate-key");
    CHECK(at(problems[1].place) == "a.json:3:2:/host");
}

TEST_CASE("the same key spelled with escapes stands twice as well") {
    CHECK(problemsOf("{\"host\": 1, \"h\\u006fst\": 2}").at(0).code == "json-duplicate-key");
}

TEST_CASE("a string over its length is told with its place") {
    const auto problems = problemsOf("[\"" + std::string(limits::JsonString + 1, 'x') + "\"]");
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].code == "json-string-too-long");
    CHECK(problems[0].place.pointer == "/0");
}

TEST_CASE("a walk collects every problem of an object at once") {
    auto file = opened("{\"port\": 70000, \"prot\": 1, \"colour\": \"blue\", \"flag\": 1}");
    JsonCursor root(file.document, file.problems);
    REQUIRE(root.object());
    CHECK_FALSE(root.required("port")->port());
    CHECK_FALSE(root.required("colour")->word(Colours));
    CHECK_FALSE(root.required("flag")->boolean());
    CHECK_FALSE(root.required("name"));
    root.finish();
    REQUIRE(file.problems.size() == 5);
    CHECK(file.problems[0] ==
          Problem{"json-out-of-range", {"a.json", 1, 10, "/port"}, "port", "70000", "1 - 65535", false});
    CHECK(file.problems[1] ==
          Problem{"json-not-allowed", {"a.json", 1, 38, "/colour"}, "colour", "blue", "red, green", false});
    CHECK(file.problems[2] ==
          Problem{"json-wrong-type", {"a.json", 1, 54, "/flag"}, "flag", "1", "true, false", false});
    CHECK(file.problems[3].code == "json-missing-key");
    CHECK(file.problems[4] ==
          Problem{
              "json-unknown-key-near", {"a.json", 1, 17, "/prot"}, "port", "prot", "port, colour, flag, name", false});
}

TEST_CASE("numbers that are no ports are never turned into ports") {
    for (const char* bad : {"65646", "-1", "110.9", "true", "\"995\"", "0", "1e2", "18446744073709551616", "null"}) {
        auto file = opened(std::string("{\"port\": ") + bad + "}");
        JsonCursor root(file.document, file.problems);
        INFO(bad);
        CHECK_FALSE(root.required("port")->port());
        CHECK(file.problems.size() == 1);
    }
    auto file = opened("{\"port\": 995}");
    CHECK(JsonCursor(file.document, file.problems).required("port")->port() == 995);
}

TEST_CASE("a text needs both languages") {
    auto file = opened("{\"a\": {\"ja\": \"はい\"}, \"b\": {\"ja\": \"はい\", \"en\": \"yes\"}}");
    JsonCursor root(file.document, file.problems);
    CHECK_FALSE(root.required("a")->bilingual());
    CHECK(root.required("b")->bilingual() == Text{"はい", "yes"});
    REQUIRE(file.problems.size() == 1);
    CHECK(file.problems[0].subject == "en");
}

TEST_CASE("texts with control characters, empty or too long ones are refused") {
    auto file = opened("[\"\", \" \", \"a\\nb\", \"\\u0000\", \"abcd\", \"abc\"]");
    JsonCursor root(file.document, file.problems);
    int taken = 0;
    for (JsonCursor element : root.elements())
        taken += element.text(3).has_value();
    CHECK(taken == 1);
    CHECK(file.problems.size() == 5);
}

TEST_CASE("a file without an end of problems is cut") {
    std::string text = "[";
    for (int i = 0; i < 1000; ++i)
        text += "1,";
    auto file = opened(text + "1]");
    JsonCursor root(file.document, file.problems);
    for (JsonCursor element : root.elements())
        element.string();
    CHECK(file.problems.size() == limits::Problems);
}
