#include "base/host_name.h"
#include "base/mail_address.h"
#include "support/catch.h"

#include <string>

using namespace yomikae;

TEST_CASE("a host name is kept in lower case A-labels without its last dot") {
    CHECK(hostName("Mail.Example.TEST") == "mail.example.test");
    CHECK(hostName("mail.example.test.") == "mail.example.test");
    CHECK(hostName(" ｍａｉｌ．ｅｘａｍｐｌｅ．ｔｅｓｔ ") == "mail.example.test");
    CHECK(hostName("メール.example.test") == "xn--4dkua4c.example.test");
    CHECK(hostName("smtp_a.example.test") == "smtp_a.example.test");
}

TEST_CASE("what is no host name is refused before it reaches DNS or TLS") {
    const std::string bad[] = {"",
                               " ",
                               ".",
                               "localhost",
                               ".example.test",
                               "mail..test",
                               std::string(64, 'a') + ".test",
                               "mail.example.test/../x",
                               "-v.test",
                               "user@mail.test",
                               "mail.test:25",
                               "*.example.test",
                               "$(id).test",
                               "${password}.test",
                               "192.0.2.1",
                               "2001:db8::1",
                               "mail.example.123",
                               "mail example.test",
                               std::string("mail\0.evil.test", 15),
                               "mail\r\n.test",
                               "あ@い.test"};
    for (const std::string& name : bad) {
        INFO(name);
        CHECK_FALSE(hostName(name));
    }
}

TEST_CASE("a Cyrillic look-alike is seen as its A-label") {
    CHECK(hostName("m\u0430il.example.test") == "xn--mil-6cd.example.test");
}

TEST_CASE("names of the greatest length are allowed, one letter more is not") {
    const std::string label(63, 'a');
    const std::string most = label + "." + label + "." + label + "." + std::string(61, 'b');
    REQUIRE(most.size() == 253);
    CHECK(hostName(most));
    CHECK_FALSE(hostName(most + "c"));
}

TEST_CASE("IP literals are recognised") {
    for (const char* good :
         {"192.0.2.1", "0.0.0.0", "255.255.255.255", "2001:db8::1", "::", "::1", "1::", "1:2:3:4:5:6:7:8"})
        CHECK(isIpLiteral(good));
    for (const char* bad : {"256.0.0.1", "1.2.3", "1.2.3.4.5", "01.2.3.4", "1:2:3:4:5:6:7", ":::", "1::2::3",
                            "fe80::1%lo", "12345::", "g::1", ":1", "1:"})
        CHECK_FALSE(isIpLiteral(bad));
}

TEST_CASE("a host is under its own domain and those above, not under look-alikes") {
    CHECK(isUnder("secure.plala.or.jp", "plala.or.jp"));
    CHECK(isUnder("plala.or.jp", "plala.or.jp"));
    CHECK_FALSE(isUnder("notplala.or.jp", "plala.or.jp"));
    CHECK_FALSE(isUnder("plala.or.jp.evil.test", "plala.or.jp"));
    CHECK_FALSE(isUnder("plala.or.jp", ""));
}

TEST_CASE("addresses keep their local part and lower their domain") {
    const auto address = mailAddress("Taro.Y@Agate.PLALA.or.jp");
    REQUIRE(address);
    CHECK(address->local == "Taro.Y");
    CHECK(address->domain == "agate.plala.or.jp");
    CHECK(address->full() == "Taro.Y@agate.plala.or.jp");
}

TEST_CASE("addresses that carriers once gave out are addresses") {
    CHECK(mailAddress("taro..yama@docomo.example"));
    CHECK(mailAddress("taro.@docomo.example"));
    CHECK(mailAddress("\"taro yama\"@example.test"));
    CHECK(mailAddress("ｔａｒｏ＠example.test"));
}

TEST_CASE("what is no address is refused") {
    for (const char* bad :
         {"", "taro", "@example.test", "taro@", "taro@localhost", "taro yama@example.test", "taro@exa mple.test",
          "a\"b@example.test", "太郎@example.test", "taro\r\nDELE 1@example.test"})
        CHECK_FALSE(mailAddress(bad));
    CHECK_FALSE(mailAddress(std::string(65, 'a') + "@example.test"));
}
