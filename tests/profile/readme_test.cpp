// providers/README.md is the reference: its example works and no key is missing from it.
#include "profile/read_profile.h"
#include "words/words.h"

#include "support/catch.h"
#include "support/files.h"

using namespace yomikae;

namespace {

/// The last ```json block.
std::string exampleIn(const std::string& readme) {
    const std::size_t start = readme.rfind("```json\n");
    REQUIRE(start != std::string::npos);
    const std::size_t from = start + 8;
    return readme.substr(from, readme.find("```", from) - from);
}

} // namespace

TEST_CASE("the example of the format reference is a profile") {
    const auto result = readProfile(exampleIn(test::sourceFile("providers/README.md")), "example.json");
    for (const Problem& problem : result.problems)
        FAIL_CHECK(say(problem, Language::English));
    REQUIRE(result);
    CHECK(result->endpoints.size() == 2);
}

TEST_CASE("the format reference names every key of the format") {
    const std::string readme = test::sourceFile("providers/README.md");
    const auto everywhere =
        readProfile(R"({"zzzzzzzzzz":1,"endpoints":[{"zzzzzzzzzz":1,"when":{"zzzzzzzzzz":1}}],)"
                    R"("variants":[{"zzzzzzzzzz":1}],"questions":[{"zzzzzzzzzz":1}],"steps":[{"zzzzzzzzzz":1}],)"
                    R"("old_settings":[{"zzzzzzzzzz":1}],"old_hosts":[{"zzzzzzzzzz":1}],"sources":[{"zzzzzzzzzz":1}],)"
                    R"("status":{"zzzzzzzzzz":1},"sign_in":{"zzzzzzzzzz":1},"failures":[{"zzzzzzzzzz":1}],)"
                    R"("labels":{"zzzzzzzzzz":1},"names":{"zzzzzzzzzz":1},"tls_exceptions":[{"zzzzzzzzzz":1}]})",
                    "-");
    int lists = 0;
    for (const Problem& problem : everywhere.problems) {
        if (problem.code != "json-unknown-key")
            continue;
        ++lists;
        std::string rest = problem.allowed;
        while (!rest.empty()) {
            const std::string key = rest.substr(0, rest.find(", "));
            INFO(problem.place.pointer << " " << key);
            CHECK(readme.find("`" + key + "`") != std::string::npos);
            rest = rest.find(", ") == std::string::npos ? "" : rest.substr(rest.find(", ") + 2);
        }
    }
    CHECK(lists == 15);
}
