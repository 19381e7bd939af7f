// What a person may save after a proven run, and how strictly it is read again.
#include "profile/confirmation.h"

#include "base/limits.h"
#include "words/words.h"

#include "support/catch.h"
#include "support/files.h"

using namespace yomikae;

namespace {

Confirmation plala() {
    Confirmation out;
    out.provider = "plala";
    out.date = {2026, 11, 24};
    out.program = "yomikae 0.1.0";
    out.endpoints = {
        {Protocol::Pop3, "secure.plala.or.jp", 995, Security::ImplicitTls, Mechanism::Plain, "${address}"},
        {Protocol::Smtp, "secure.plala.or.jp", 465, Security::ImplicitTls, Mechanism::Login, "${address}"}};
    return out;
}

std::string said(const std::vector<Problem>& problems, Language language) {
    std::string text;
    for (const Problem& problem : problems)
        text += say(problem, language) + "\n";
    return text;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

} // namespace

TEST_CASE("a confirmation is a short object that a person can read") {
    CHECK(confirmationJson(plala()) == R"({
  "format": 1,
  "program": "yomikae 0.1.0",
  "date": "2026-11-24",
  "provider": "plala",
  "proven": [
    { "protocol": "pop3", "host": "secure.plala.or.jp", "port": 995, "security": "tls",
      "mechanism": "PLAIN", "username": "${address}" },
    { "protocol": "smtp", "host": "secure.plala.or.jp", "port": 465, "security": "tls",
      "mechanism": "LOGIN", "username": "${address}" }
  ]
}
)");
}

TEST_CASE("what was written is read again, with a variant and without") {
    Confirmation one = plala();
    for (const char* variant : {"", "s-course"}) {
        one.variant = variant;
        const auto read = readConfirmation(confirmationJson(one), "c.json");
        for (const Problem& problem : read.problems)
            FAIL_CHECK(say(problem, Language::English));
        REQUIRE(read);
        CHECK(*read == one);
    }
}

TEST_CASE("everything that is wrong with a confirmation is said at once, with its place") {
    const auto read = readConfirmation(test::sourceFile("tests/profiles/confirmations/wrong.json"), "wrong.json");
    CHECK_FALSE(read);
    CHECK(said(read.problems, Language::Japanese) + "\n" + said(read.problems, Language::English) ==
          test::sourceFile("tests/profiles/confirmations/wrong.expected"));
}

TEST_CASE("an empty list proves nothing, and a newer format is left alone") {
    const auto empty = readConfirmation(R"({"format":1,"program":"yomikae 1","date":"2026-11-24","provider":"plala",)"
                                        R"("proven":[]})",
                                        "c.json");
    REQUIRE(empty.problems.size() == 1);
    CHECK(empty.problems[0].code == "profile-empty-list");
    const auto newer = readConfirmation(R"({"format":2,"news":true})", "c.json");
    REQUIRE(newer.problems.size() == 1);
    CHECK(newer.problems[0].code == "profile-newer-format");
}

TEST_CASE("terminal escapes, blanks and right-to-left marks are no host, user name, program or id") {
    for (const char* bad : {"\\u001b[31m", "a b", "a\\u202eb", "日本", ""}) {
        for (const char* good : {"secure.plala.or.jp", "${address}", "plala"}) {
            const std::string text = replaced(confirmationJson(plala()), good, bad);
            const auto read = readConfirmation(text, "c.json");
            INFO(text);
            REQUIRE(read.problems.size() == 1);
            CHECK(read.problems[0].code == "confirmation-text");
        }
    }
}

TEST_CASE("a confirmation is small") {
    const auto read = readConfirmation(std::string(limits::ConfirmationFile + 1, ' '), "c.json");
    REQUIRE(read.problems.size() == 1);
    CHECK(read.problems[0].code == "file-too-large");
}
