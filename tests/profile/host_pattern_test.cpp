#include "profile/host_pattern.h"

#include "support/catch.h"

using namespace yomikae;

namespace {

std::optional<Variables> matched(const std::string& pattern, const std::string& text) {
    const auto parsed = HostPattern::parse(pattern);
    REQUIRE(parsed);
    return parsed->match(text);
}

} // namespace

TEST_CASE("a literal matches itself in any case and nothing else") {
    CHECK(matched("mail.example.jp", "MAIL.example.jp"));
    CHECK_FALSE(matched("mail.example.jp", "mail.example.jp.test"));
    CHECK_FALSE(matched("mail.example.jp", "xmail.example.jp"));
    CHECK_FALSE(matched("mail.example.jp", ""));
    CHECK(HostPattern::parse("mail.example.jp")->isLiteral());
}

TEST_CASE("a star is one label, never none and never two") {
    CHECK(matched("*.example.jp", "agate.example.jp"));
    CHECK_FALSE(matched("*.example.jp", "example.jp"));
    CHECK_FALSE(matched("*.example.jp", ".example.jp"));
    CHECK_FALSE(matched("*.example.jp", "a.b.example.jp"));
    CHECK_FALSE(matched("*.example.jp", "a@b.example.jp"));
}

TEST_CASE("groups keep what they took") {
    CHECK(matched("sv{n:digits}.xserver.example", "sv16201.xserver.example") == Variables{{"n", "16201"}});
    CHECK(matched("{sub:label}.mail.example.jp", "Agate-1.mail.example.jp") == Variables{{"sub", "Agate-1"}});
    CHECK_FALSE(matched("sv{n:digits}.xserver.example", "sv1a.xserver.example"));
    CHECK_FALSE(matched("sv{n:digits}.xserver.example", "sv.xserver.example"));
}

TEST_CASE("letters and digits may stand side by side: h2 is h and 2") {
    CHECK(matched("{letter:letters}{n:digits}.dion.example", "h2.dion.example") ==
          Variables{{"letter", "h"}, {"n", "2"}});
    CHECK_FALSE(matched("{letter:letters}{n:digits}.dion.example", "2h.dion.example"));
}

TEST_CASE("a group gives back what the literal behind it needs") {
    CHECK(matched("{name:label}-mail.example.jp", "a-mail-mail.example.jp") == Variables{{"name", "a-mail"}});
    CHECK(matched("a{n:digits}0.example.jp", "a1000.example.jp") == Variables{{"n", "100"}});
    CHECK(matched("*-*.example.jp", "a-b.example.jp"));
}

TEST_CASE("what is no pattern is refused when it is read") {
    for (const char* bad :
         {"", "{", "{n:digits", "n:digits}", "{n}", "{:digits}", "{N:digits}", "{n:regex}", "**", "*{n:label}",
          "{a:digits}{b:digits}", "{a:letters}{b:label}", "{n:digits}.{n:digits}", "{{n:digits}}"}) {
        INFO(bad);
        CHECK_FALSE(HostPattern::parse(bad));
    }
}

TEST_CASE("what would be a regular expression is only text") {
    CHECK_FALSE(matched("(a+)+$", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!"));
    CHECK(matched("(?R)", "(?r)"));
    CHECK(matched("a.b", "a.b"));
    CHECK_FALSE(matched("a.b", "axb"));
}

TEST_CASE("many groups against a thousand characters end, with yes and with no") {
    std::string pattern = "*";
    for (int i = 0; i < 60; ++i)
        pattern += "a*";
    const std::string text(1000, 'a');
    CHECK(matched(pattern, text));
    CHECK_FALSE(matched(pattern, text + "!"));
    CHECK_FALSE(matched("*", std::string(1025, 'a'))); // nothing that long is a name
}

TEST_CASE("the fixed end is whole labels behind the last group") {
    CHECK(HostPattern::parse("*.mail.example.jp")->fixedEnd() == "mail.example.jp");
    CHECK(HostPattern::parse("a{n:digits}x.mail.example.jp")->fixedEnd() == "mail.example.jp");
    CHECK(HostPattern::parse("Mail.example.jp")->fixedEnd() == "mail.example.jp");
    CHECK(HostPattern::parse("mail.*")->fixedEnd().empty());
    CHECK(HostPattern::parse("mail.{n:digits}jp")->fixedEnd().empty());
}

TEST_CASE("group names come in order, a star has none") {
    CHECK(HostPattern::parse("{b:label}.*.{a:digits}.example.jp")->groupNames() == std::vector<std::string>{"b", "a"});
}
