// Drafts of profiles from config-v1.1.xml: tests/discovery/drafts/NAME.xml beside the draft and what is said about it.
#include "discovery/draft_profile.h"

#include "base/limits.h"
#include "profile/read_profile.h"
#include "words/words.h"

#include "support/catch.h"
#include "support/files.h"

using namespace yomikae;

namespace {

constexpr PartialDate Today{2026, 11, 24};
const std::string Folder = "tests/discovery/drafts";

Result<DraftProfile> draftOf(const std::string& name, const std::string& id = {}) {
    return draftProfile(test::sourceFile(Folder + "/" + name + ".xml"), name + ".xml", id, Today);
}

std::string said(const std::vector<Problem>& problems) {
    std::string text;
    for (const Problem& problem : problems)
        text += say(problem, Language::English) + "\n";
    return text;
}

} // namespace

TEST_CASE("each config becomes the draft that stands beside it, with what is said about it") {
    const auto files = test::sourceFiles(Folder, ".xml");
    REQUIRE(files.size() >= 4);
    for (const std::string& file : files) {
        INFO(file);
        const std::string base = file.substr(0, file.size() - 4);
        const auto draft = draftProfile(test::sourceFile(file), file.substr(Folder.size() + 1), {}, Today);
        REQUIRE(draft);
        CHECK(draft->text == test::sourceFile(base + ".json"));
        CHECK(said(draft.problems) == test::sourceFile(base + ".said"));
    }
}

TEST_CASE("a draft of an honest config is a profile at once, and nothing in it is more than reported") {
    const auto draft = draftOf("several-domains");
    const auto read = readProfile(draft->text, draft->id + ".json");
    INFO(said(read.problems));
    REQUIRE(read);
    CHECK(read->domains == std::vector<std::string>{"example.jp", "mail.example.jp", "example-net.test"});
    for (const ProfileEndpoint& endpoint : read->endpoints) {
        CHECK(endpoint.evidence == (endpoint.security == Security::None ? Evidence::Dated : Evidence::Reported));
        CHECK_FALSE(endpoint.recommended);
    }
    CHECK(read->sources[0].title.find("FILL IN") != std::string::npos);
}

TEST_CASE("the id is the one that was asked for, else it comes from the provider's main domain") {
    CHECK(draftOf("several-domains")->id == "example");
    CHECK(draftOf("several-domains", "rei-net")->id == "rei-net");
    CHECK(draftOf("several-domains", "rei-net")->text.find("\"id\": \"rei-net\"") != std::string::npos);
    CHECK(draftProfile("<clientConfig><emailProvider id=\"日本\"/></clientConfig>", "x", {}, Today)->id == "draft");
}

TEST_CASE("what is left to a person is said, in both languages") {
    const auto draft = draftOf("other-hosts");
    std::string codes;
    for (const Message& message : draft->toFill) {
        codes += message.code + " ";
        for (const Language language : {Language::Japanese, Language::English})
            CHECK(say(message, language) != message.code);
    }
    CHECK(codes == "draft-source draft-names draft-hosts draft-rest ");
}

TEST_CASE("a hostile config gives no draft, or one whose texts are still texts") {
    CHECK_FALSE(draftProfile("<!DOCTYPE x><clientConfig/>", "x", {}, Today));
    CHECK_FALSE(draftProfile("<html/>", "x", {}, Today));
    CHECK_FALSE(draftProfile(std::string(limits::PublishedConfig + 1, ' '), "x", {}, Today));
    const auto draft = draftProfile(test::sourceFile("tests/discovery/configs/hosts.xml"), "x", {}, Today);
    REQUIRE(draft);
    for (const Problem& problem : draft.problems)
        CHECK(problem.code.substr(0, 5) != "json-"); // quotes, backslashes and control characters break nothing
    const auto odd =
        draftProfile("<clientConfig><emailProvider id=\"a\"><displayName>a\"b\\c\x01\n&lt;b&gt;</displayName>"
                     "</emailProvider></clientConfig>",
                     "x", {}, Today);
    REQUIRE(odd);
    CHECK(odd->text.find("a\\\"b\\\\c\\\\x01") != std::string::npos);
}
