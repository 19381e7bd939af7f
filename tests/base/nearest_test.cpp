#include "base/nearest.h"

#include "support/catch.h"

using namespace yomikae;

TEST_CASE("a word with one or two slips is near, another word is not") {
    const std::vector<std::string> known{"mail_address", "mail_account", "id", "check"};
    CHECK(nearest("mail_adress", known) == "mail_address");
    CHECK(nearest("MAIL_ADDRESS", known) == "mail_address");
    CHECK(nearest("mial_account", known) == "mail_account");
    CHECK(nearest("chekc", known) == "check");
    CHECK(nearest("phone", known).empty());
    CHECK(nearest("xy", known).empty()); // two slips make any two letters of any two letters
    CHECK(nearest("", known).empty());
    CHECK(nearest(std::string(100'000, 'x'), known).empty());
    CHECK(nearest("check", {}).empty());
}
