// Every complaint about a profile, word for word: tests/profiles/bad/NAME.json and what is said about it in
// NAME.expected (Japanese, an empty line, English). Files that no editor would save are made here.
#include "base/limits.h"
#include "base/text.h"
#include "profile/read_profile.h"
#include "words/words.h"

#include "support/catch.h"
#include "support/files.h"

#include <algorithm>

using namespace yomikae;

namespace {

std::string lastPart(const std::string& path) {
    return path.substr(path.rfind('/') + 1);
}

std::string said(const std::vector<Problem>& problems) {
    std::string text;
    for (const Language language : {Language::Japanese, Language::English}) {
        for (const Problem& problem : problems)
            text += say(problem, language) + "\n";
        if (language == Language::Japanese)
            text += "\n";
    }
    return text;
}

std::vector<std::string> codes(const Result<ProviderProfile>& result) {
    std::vector<std::string> found;
    for (const Problem& problem : result.problems)
        found.push_back(problem.code);
    return found;
}

using Codes = std::vector<std::string>;

/// A profile without faults, to be spoilt; `more` comes before the closing brace.
std::string fine(const std::string& more = "") {
    return R"({"format":1,"id":"fine","names":{"ja":"例","en":"Example"},"domains":["fine.example"],"checked":"2026-11",)"
           R"("status":{"state":"active"})" +
           more + "}";
}

std::string repeated(const std::string& text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i)
        all += text;
    return all;
}

} // namespace

TEST_CASE("each bad profile is refused with exactly these words") {
    const auto files = test::sourceFiles("tests/profiles/bad", ".json");
    REQUIRE(files.size() >= 37);
    for (const std::string& file : files) {
        INFO(file);
        const auto result = readProfile(test::sourceFile(file), lastPart(file));
        CHECK_FALSE(result);
        CHECK(said(result.problems) == test::sourceFile(file.substr(0, file.size() - 5) + ".expected"));
    }
}

TEST_CASE("what is wrong between files is said with its place, and the other files are used") {
    std::vector<ProfileText> files;
    for (const char* folder : {"tests/profiles/bad/together", "tests/profiles/bad/together/more"})
        for (const std::string& file : test::sourceFiles(folder, ".json"))
            files.push_back({file.substr(file.find("together")), test::sourceFile(file), false});
    const ReadCatalog read = readCatalog(std::move(files), {2026, 11, 24});
    CHECK(said(read.problems) == test::sourceFile("tests/profiles/bad/together/together.expected"));
    REQUIRE(read.catalog.byDomain("plala.example"));
    CHECK(read.catalog.byDomain("plala.example")->id == "a-first");
    CHECK_FALSE(read.catalog.byId("e-broken"));
    CHECK_FALSE(read.catalog.byDomain("evil.example"));
}

TEST_CASE("profiles that hand over to each other in a circle are all named, one that leads into it is not") {
    std::vector<ProfileText> files;
    for (const std::string& file : test::sourceFiles("tests/profiles/bad/circle", ".json"))
        files.push_back({file.substr(file.find("circle")), test::sourceFile(file), false});
    const ReadCatalog read = readCatalog(std::move(files), {2026, 11, 24});
    CHECK(said(read.problems) == test::sourceFile("tests/profiles/bad/circle/circle.expected"));
}

TEST_CASE("the profile that the others are made from has no fault") {
    const auto result = readProfile(fine(), "fine.json");
    CHECK(codes(result) == Codes{});
    CHECK(result);
}

TEST_CASE("J02: a picture is no profile") {
    CHECK(codes(readProfile(std::string("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16), "fine.json")) == Codes{"json-not-utf8"});
}

TEST_CASE("J05: a byte order mark is read over") {
    CHECK(readProfile("\xEF\xBB\xBF" + fine(), "fine.json"));
}

TEST_CASE("J06 to J09: other character sets are refused, and the message itself is UTF-8") {
    const std::string utf16("\xFF\xFE{\0\"\0a\0\"\0", 10);
    const std::string sjis = fine(",\"kana\":\"\x82\xD5\x82\xE7\x82\xE7\"");
    const std::string overlong = fine(",\"kana\":\"\xC0\xAF\"");
    const std::string surrogate = fine(",\"kana\":\"\xED\xA0\x80\"");
    for (const std::string& text : {utf16, sjis, overlong, surrogate}) {
        const auto result = readProfile(text, "fine.json");
        CHECK(codes(result) == Codes{"json-not-utf8"});
        for (const Problem& problem : result.problems) {
            CHECK(isUtf8(say(problem, Language::Japanese)));
            CHECK(problem.place.line == 1);
        }
    }
}

TEST_CASE("J10, J11: a hundred thousand levels are refused at the thirty-third") {
    CHECK(codes(readProfile(repeated("[", 100'000), "fine.json")) == Codes{"json-depth"});
    CHECK(codes(readProfile(repeated("{\"a\":", 50'000), "fine.json")) == Codes{"json-depth"});
}

TEST_CASE("J12, J13: what is too large is not parsed") {
    CHECK(codes(readProfile(fine(",\"kana\":\"" + std::string(32 << 20, 'x') + "\""), "fine.json")) ==
          Codes{"file-too-large"});
    CHECK(codes(readProfile(fine(repeated(",\"k\":1", 400'000)), "fine.json")) == Codes{"file-too-large"});
}

TEST_CASE("a string of more than 4 KiB is refused") {
    const auto result =
        readProfile(fine(",\"limits\":[{\"en\":\"x\",\"ja\":\"" + std::string(4097, 'x') + "\"}]"), "fine.json");
    CHECK(codes(result).front() == "json-string-too-long");
    CHECK_FALSE(result);
}

TEST_CASE("J32: a thousand endpoints are one problem, sixty-four are none") {
    const auto endpoints = [](int count) {
        std::string all;
        for (int i = 1; i <= count; ++i)
            all += (i > 1 ? "," : "") +
                   std::string(
                       R"({"protocol":"pop3","host":"m.fine.example","security":"tls","usernames":["${address}"],)") +
                   R"("evidence":"unsourced","port":)" + std::to_string(i) + "}";
        return fine(",\"endpoints\":[" + all + "]");
    };
    CHECK(codes(readProfile(endpoints(1000), "fine.json")) == Codes{"profile-too-many"});
    CHECK(codes(readProfile(endpoints(65), "fine.json")) == Codes{"profile-too-many"});
    CHECK(readProfile(endpoints(64), "fine.json"));
}

TEST_CASE("more than 4096 domains are refused") {
    const auto domains = [](int count) {
        std::string all;
        for (int i = 0; i < count; ++i)
            all += (i > 0 ? ",\"d" : "\"d") + std::to_string(i) + ".fine.example\"";
        std::string text = fine();
        return text.replace(text.find("\"fine.example\""), 14, all);
    };
    CHECK(codes(readProfile(domains(4097), "fine.json")) == Codes{"profile-too-many"});
    CHECK(readProfile(domains(4096), "fine.json"));
}

TEST_CASE("a file full of faults says the first two hundred and stops") {
    const auto result = readProfile(fine(",\"limits\":[" + repeated("1,", 5000) + "1]"), "fine.json");
    CHECK(result.problems.size() == limits::Problems);
}

TEST_CASE("full width and Japanese host names become A-labels, a trailing dot is cut") {
    const auto hostOf = [](const std::string& host) {
        const auto result =
            readProfile(fine(R"(,"hosts":{"patterns":["xn--r8jz45g.test"],"note":{"ja":"例","en":"x"}},"endpoints":[)"
                             R"({"protocol":"pop3","port":995,"security":"tls","usernames":["${address}"],)"
                             R"("evidence":"unsourced","host":")" +
                             host + "\"}]"),
                        "fine.json");
        return result ? result->endpoints[0].host : codes(result).front();
    };
    CHECK(hostOf("Ｍａｉｌ.fine.example") == "mail.fine.example");
    CHECK(hostOf("例え.test") == "xn--r8jz45g.test");
    CHECK(hostOf("mail.fine.example.") == "mail.fine.example");
    CHECK(hostOf("MAIL.${subdomain}.fine.example") == "mail.${subdomain}.fine.example");
}

TEST_CASE("J27: markup is kept as plain text") {
    const auto result = readProfile(fine(R"(,"limits":[{"ja":"<img src=x> %1","en":"&amp; <b>"}])"), "fine.json");
    REQUIRE(result);
    CHECK(result->limits[0].ja == "<img src=x> %1");
}

TEST_CASE("a profile that was checked more than two years ago is used, with a warning") {
    std::string text = fine();
    text.replace(text.find("2026-11"), 7, "2024-10");
    const ReadCatalog read = readCatalog({{"fine.json", text, false}}, {2026, 11, 24});
    REQUIRE(read.problems.size() == 1);
    CHECK((read.problems[0].code == "profile-checked-old" && read.problems[0].warning));
    CHECK(read.catalog.byId("fine"));
    CHECK(readCatalog({{"fine.json", text, false}}).problems.empty()); // without a date nothing is said about dates
    text.replace(text.find("2024-10"), 7, "2024-11");
    CHECK(readCatalog({{"fine.json", text, false}}, {2026, 11, 24}).problems.empty());
}

TEST_CASE("a template may be inherited from, is no provider itself, and its faults are said") {
    const std::string child = R"({"format":1,"id":"child","inherits":"fine","names":{"ja":"子","en":"Child"},)"
                              R"("domains":["child.example"],"checked":"2026-11"})";
    const ReadCatalog read = readCatalog({{"child.json", child, false}, {"templates/fine.json", fine(), true}});
    CHECK(read.problems.empty());
    CHECK(read.catalog.byId("child"));
    CHECK_FALSE(read.catalog.byId("fine"));
    const ReadCatalog broken = readCatalog({{"child.json", child, false}, {"templates/fine.json", "{", true}});
    REQUIRE(broken.problems.size() == 2); // the template's own, and that nothing can be inherited
    CHECK(broken.problems[0].place.file == "templates/fine.json");
    CHECK_FALSE(broken.catalog.byId("child"));
}
