// tests/discovery/configs: each file beside what is read from it.
#include "discovery/published_config.h"

#include "base/limits.h"
#include "support/catch.h"
#include "support/files.h"
#include "words/words.h"

#include <chrono>
#include <sstream>

using namespace yomikae;
using yomikae::test::sourceFile;
using yomikae::test::sourceFiles;

namespace {

const MailAddress Taro{"taro", "example.jp"};
const std::string Folder = "tests/discovery/configs";

std::string shown(const TranslatedEndpoint& e) {
    std::string text = toString(Endpoint{e.protocol, e.host, e.port, e.security}) + " as";
    for (const std::string& username : e.usernames)
        text += " " + username;
    text += " by";
    for (const Mechanism mechanism : e.mechanisms)
        text += " " + std::string(name(mechanism));
    return text + "\n";
}

std::string shown(const Result<std::vector<TranslatedEndpoint>>& read) {
    std::ostringstream out;
    if (read)
        for (const TranslatedEndpoint& endpoint : *read)
            out << shown(endpoint);
    for (const Problem& problem : read.problems) {
        out << (problem.warning ? "left out" : "refused");
        if (problem.place.line > 0)
            out << " in line " << problem.place.line;
        out << ": " << problem.code << " \"" << problem.found << "\" (" << problem.allowed << ")\n";
    }
    return out.str();
}

std::string server(const std::string& host) {
    return "<incomingServer type=\"pop3\"><hostname>" + host +
           "</hostname><port>995</port><socketType>SSL</socketType><username>%EMAILADDRESS%</username>"
           "<authentication>password-cleartext</authentication></incomingServer>";
}

std::string config(const std::string& inside) {
    return "<clientConfig version=\"1.1\"><emailProvider>" + inside + "</emailProvider></clientConfig>";
}

std::string firstCode(const Result<std::vector<TranslatedEndpoint>>& read) {
    return read.problems.empty() ? "" : read.problems.front().code;
}

} // namespace

TEST_CASE("each published config is read as its expectation says") {
    const auto files = sourceFiles(Folder, ".xml");
    REQUIRE(files.size() >= 15);
    for (const std::string& file : files) {
        CAPTURE(file);
        const auto read = readPublishedConfig(sourceFile(file), Taro, "https://autoconfig.example.jp/");
        CHECK(shown(read) == sourceFile(file.substr(0, file.size() - 4) + ".expected"));
    }
}

TEST_CASE("what a config names is a proposal with its source") {
    const auto read = readPublishedConfig(config(server("pop.example.jp")), Taro, "https://autoconfig.example.jp/x");
    REQUIRE(read);
    REQUIRE(read->size() == 1);
    CHECK(read->front().origin == HostOrigin::Discovered);
    CHECK(read->front().evidence == Evidence::Reported);
    CHECK(read->front().source == "https://autoconfig.example.jp/x");
    CHECK_FALSE(read->front().recommended);
}

TEST_CASE("a config of exactly the limit is read, one byte more is not") {
    std::string text = config(server("pop.example.jp"));
    text += std::string(limits::PublishedConfig - text.size(), ' ');
    CHECK(readPublishedConfig(text, Taro, "x"));
    CHECK(firstCode(readPublishedConfig(text + " ", Taro, "x")) == "discovery-config-too-large");
    CHECK(firstCode(readPublishedConfig(std::string(1024 * 1024, 'x'), Taro, "x")) == "discovery-config-too-large");
}

TEST_CASE("hostile texts end at once: deep nesting, NUL bytes, UTF-16, attributes without end") {
    std::string deep = "<clientConfig>";
    while (deep.size() + 3 < limits::PublishedConfig)
        deep += "<a>";
    std::string wide = "<clientConfig";
    while (wide.size() + 12 < limits::PublishedConfig)
        wide += " a=\"1\"";
    const auto start = std::chrono::steady_clock::now();
    for (const std::string& text : {deep, wide + "/>", std::string(60000, '\0'), std::string("\xff\xfe<\0c\0", 6),
                                    std::string("<!--"), "<?" + deep, "<clientConfig><![CDATA[" + deep})
        CHECK_FALSE(readPublishedConfig(text, Taro, "x"));
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(1));
}

TEST_CASE("a cut config never gives more than the whole one") {
    const std::string whole = sourceFile(Folder + "/whole.xml");
    for (std::size_t length = 0; length < whole.size() - 2; ++length)
        REQUIRE_FALSE(readPublishedConfig(whole.substr(0, length), Taro, "x"));
}

TEST_CASE("only a text with the root of a config looks like one") {
    CHECK(looksLikePublishedConfig(sourceFile(Folder + "/whole.xml")));
    CHECK_FALSE(looksLikePublishedConfig("<!DOCTYPE html><html><body>404</body></html>"));
    CHECK_FALSE(looksLikePublishedConfig(""));
}

TEST_CASE("every problem of a config has its sentence in both languages") {
    for (const std::string& file : sourceFiles(Folder, ".xml"))
        for (const Problem& problem : readPublishedConfig(sourceFile(file), Taro, "x").problems) {
            CAPTURE(problem.code);
            CHECK(say(problem, Language::Japanese).find(problem.code) == std::string::npos);
            CHECK(say(problem, Language::English).find('{') == std::string::npos);
        }
}
