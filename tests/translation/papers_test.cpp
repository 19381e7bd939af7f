// tests/papers/providers: papers as each provider printed them, from the bytes to today's settings. Beside <id>-N.txt,
// <id>-N.expected.json holds what must come out, line by line (tests/translation/provider_paper.h).
#include "base/json.h"
#include "translation/papers.h"
#include "translation/provider_paper.h"
#include "words/words.h"

#include <algorithm>

using namespace yomikae;
using namespace yomikae::test;

namespace {

constexpr std::size_t Fewest = 3;
const std::string Folder = "tests/papers/providers";

struct Expected {
    std::vector<std::string> certificate;
    std::string password;
    std::vector<std::string> keptOut; ///< passwords for something else
    std::vector<std::string> translation;
};

std::vector<std::string> strings(JsonCursor list) {
    std::vector<std::string> all;
    for (JsonCursor& element : list.elements())
        all.push_back(element.string().value_or(""));
    return all;
}

Expected expectedOf(const std::string& file) {
    const auto document = parseJson(sourceFile(file), file, 64 * 1024);
    REQUIRE(document);
    std::vector<Problem> problems;
    JsonCursor root(*document, problems);
    Expected expected{strings(*root.required("certificate")), *root.required("password")->string(),
                      strings(*root.required("kept_out")), strings(*root.required("translation"))};
    root.finish();
    REQUIRE(problems.empty());
    return expected;
}

/// What is too much, what is missing: "+ now pop_server: kept", "- now pop_server: changed pop.example.jp".
std::string difference(const std::vector<std::string>& actual, const std::vector<std::string>& expected) {
    std::string lines;
    const auto add = [&](const char* sign, const std::vector<std::string>& from,
                         const std::vector<std::string>& other) {
        for (const std::string& line : from)
            if (std::count(from.begin(), from.end(), line) != std::count(other.begin(), other.end(), line))
                lines += std::string(sign) + line + "\n";
    };
    add("- ", expected, actual);
    add("+ ", actual, expected);
    return lines.empty() && actual != expected ? "another order" : lines;
}

const Labels& commonLabels() {
    static const Labels labels = *readLabels(sourceFile("resources/labels.json"), "labels.json");
    return labels;
}

std::string allThatIsShown(const ReadCertificate& reading) {
    std::string text = reading.certificate.paperText;
    for (const Doubt& doubt : reading.doubts)
        text += say(doubt.message, Language::Japanese) + say(doubt.message, Language::English);
    return text;
}

} // namespace

TEST_CASE("every provider's papers become the settings of today that are written down beside them") {
    for (const std::string& paper : sourceFiles(Folder, ".txt")) {
        INFO(paper);
        const ReadCertificate reading = readWithOwnLabels(sourceFile(paper), shippedCatalog(), commonLabels());
        const Expected expected = expectedOf(paper.substr(0, paper.size() - 4) + ".expected.json");
        CHECK(difference(linesOf(reading), expected.certificate) == "");
        CHECK(passwordIs(reading.certificate, expected.password));
        const std::string shown = allThatIsShown(reading);
        CHECK(shown.find(expected.password) == std::string::npos);
        for (const std::string& secret : expected.keptOut)
            CHECK(shown.find(secret) == std::string::npos);
        const auto translation = translate(reading.certificate, shippedCatalog());
        REQUIRE(translation);
        CHECK(difference(linesOf(*translation), expected.translation) == "");
    }
}

TEST_CASE("every provider whose old settings are known has at least three papers") {
    const std::vector<std::string> papers = sourceFiles(Folder, ".txt");
    for (const ProviderProfile& profile : shippedCatalog().profiles()) {
        if (profile.oldSettings.empty())
            continue;
        INFO(profile.id);
        const auto isOwn = [&](const std::string& paper) {
            return paper.compare(0, paper.rfind('-'), Folder + "/" + profile.id) == 0;
        };
        CHECK(std::count_if(papers.begin(), papers.end(), isOwn) >= static_cast<std::ptrdiff_t>(Fewest));
    }
}

TEST_CASE("every paper is of the provider that its file is named after") {
    for (const std::string& file : sourceFiles(Folder, ".expected.json")) {
        INFO(file);
        const std::string id = file.substr(Folder.size() + 1, file.rfind('-') - Folder.size() - 1);
        const Expected expected = expectedOf(file);
        REQUIRE_FALSE(expected.translation.empty());
        const std::string& provider = expected.translation.front();
        CHECK(provider.substr(0, provider.find('/')) == "provider: " + id);
    }
}
