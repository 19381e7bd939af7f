#include "profile/name_template.h"

#include "support/catch.h"

using namespace yomikae;

TEST_CASE("variables are replaced in one pass, never inside a replacement") {
    const Variables variables{{"local", "${domain}"}, {"domain", "example.jp"}};
    CHECK(expand("${local}@${domain}", variables) == "${domain}@example.jp");
    CHECK(expand("plain", variables) == "plain");
    CHECK(expand("", variables) == "");
}

TEST_CASE("a variable without a value gives nothing and says which") {
    std::vector<std::string> missing;
    CHECK_FALSE(expand("${server}.${local}.${number}", {{"local", "taro"}}, &missing));
    CHECK(missing == std::vector<std::string>{"server", "number"});
    CHECK_FALSE(expand("${server}", {}));
}

TEST_CASE("the variables of a template come in order") {
    CHECK(templateVariables("${local}.${domain}") == std::vector<std::string>{"local", "domain"});
    CHECK(templateVariables("mail.example.jp") == std::vector<std::string>{});
}

TEST_CASE("what is no template is refused") {
    for (const char* bad : {"$", "${", "${}", "$x", "${a", "${A}", "${a b}", "$(id)", "${a}${", "$${a}", "${${a}}"}) {
        INFO(bad);
        CHECK_FALSE(templateVariables(bad));
        CHECK_FALSE(expand(bad, {{"a", "1"}}));
    }
}

TEST_CASE("a password is no variable") {
    CHECK_FALSE(isCommonVariable("password"));
    for (const char* common : {"address", "local", "domain", "subdomain", "account", "smtp_account"})
        CHECK(isCommonVariable(common));
}
