// tests/papers: each paper-*.txt and what must be read from it, in the paper-*.json beside it.
#include "base/json.h"
#include "reading.h"
#include "support/catch.h"
#include "support/files.h"
#include "words/words.h"

using namespace yomikae;

namespace {

struct Expected {
    std::vector<std::string> fields;
    std::string password;
    std::vector<std::string> doubts;
};

std::vector<std::string> strings(JsonCursor list) {
    std::vector<std::string> all;
    for (JsonCursor& element : list.elements())
        all.push_back(element.string().value_or(""));
    return all;
}

Expected expectedOf(const std::string& file) {
    const auto document = parseJson(test::sourceFile(file), file, 64 * 1024);
    REQUIRE(document);
    std::vector<Problem> problems;
    JsonCursor root(*document, problems);
    Expected expected{strings(*root.required("fields")), *root.required("password")->string(),
                      strings(*root.required("doubts"))};
    root.finish();
    REQUIRE(problems.empty());
    return expected;
}

std::string allThatIsShown(const ReadCertificate& reading) {
    std::string text = reading.certificate.paperText;
    for (const Doubt& doubt : reading.doubts)
        text += say(doubt.message, Language::Japanese) + say(doubt.message, Language::English);
    return text;
}

} // namespace

TEST_CASE("every paper is read as written down beside it") {
    const auto papers = test::sourceFiles("tests/papers", ".txt");
    CHECK(papers.size() >= 25);
    for (const std::string& paper : papers) {
        INFO(paper);
        const auto reading = test::read(test::sourceFile(paper));
        REQUIRE(reading);
        const Expected expected =
            expectedOf(paper.substr(0, paper.size() - 4) +
                       (paper.find("plala-sample") != std::string::npos ? "-text" : "") + ".json");
        CHECK(test::fields(reading->certificate) == expected.fields);
        CHECK(test::doubts(*reading) == expected.doubts);
        CHECK(test::passwordIs(reading->certificate, expected.password));
        if (!expected.password.empty())
            CHECK(allThatIsShown(*reading).find(expected.password) == std::string::npos);
    }
}

TEST_CASE("every doubt of every paper has a sentence in both languages") {
    for (const std::string& paper : test::sourceFiles("tests/papers", ".txt")) {
        const auto reading = test::read(test::sourceFile(paper));
        REQUIRE(reading);
        for (const Doubt& doubt : reading->doubts)
            for (const Language language : {Language::Japanese, Language::English}) {
                const std::string sentence = say(doubt.message, language);
                INFO(sentence);
                CHECK(sentence != doubt.message.code);
                CHECK(sentence.find('{') == std::string::npos);
            }
    }
}

TEST_CASE("the sample paper in JSON says what its text says") {
    const auto json = test::read(test::sourceFile("tests/papers/plala-sample.json"));
    const auto text = test::read(test::sourceFile("tests/papers/plala-sample.txt"));
    REQUIRE(json);
    REQUIRE(text);
    CHECK(json->doubts.empty());
    CHECK(json->certificate.mailAddress == text->certificate.mailAddress);
    CHECK(json->certificate.mailAccount == text->certificate.mailAccount);
    CHECK(json->certificate.popServer == text->certificate.popServer);
    CHECK(json->certificate.smtpPort == text->certificate.smtpPort);
    CHECK(test::passwordIs(json->certificate, "himitsu-S3cret"));
    CHECK(test::passwordIs(text->certificate, "himitsu-S3cret"));
}
