#include "certificate/read_certificate.h"
#include "reading.h"
#include "support/catch.h"

using namespace yomikae;

namespace {

std::string utf16(std::u16string_view text, bool little) {
    std::string bytes = little ? "\xFF\xFE" : "\xFE\xFF";
    for (const char16_t unit : text) {
        const char low = static_cast<char>(unit & 0xFF);
        const char high = static_cast<char>(unit >> 8);
        bytes += little ? low : high;
        bytes += little ? high : low;
    }
    return bytes;
}

std::string addressIn(const std::string& bytes) {
    const auto reading = test::read(bytes);
    return reading ? reading->certificate.mailAddress : "nothing";
}

} // namespace

TEST_CASE("a brace in front makes it JSON, anything else text") {
    CHECK(addressIn(R"( {"mail_address": "taro@example.jp"})") == "taro@example.jp");
    CHECK(addressIn("\n\xEF\xBB\xBF") == "nothing");
    CHECK(addressIn("\xEF\xBB\xBF{\"mail_address\": \"taro@example.jp\"}") == "taro@example.jp");
    CHECK(addressIn("メールアドレス {taro@example.jp}") == "{taro@example.jp");
    CHECK(test::codes(test::read("{ メールアドレス").problems) == std::vector<std::string>{"json-syntax"});
}

TEST_CASE("problems name the file that was asked for") {
    CHECK(readCertificate("{", "taro.json", test::commonLabels()).problems.at(0).place.file == "taro.json");
    CHECK(readCertificate("", "-", test::commonLabels()).problems.at(0).place.file == "-");
}

TEST_CASE("UTF-16 with its mark is read in both byte orders") {
    for (const bool little : {true, false}) {
        CHECK(addressIn(utf16(u"メールアドレス：taro@example.jp\r\n😀", little)) == "taro@example.jp");
        CHECK(addressIn(utf16(u"{\"mail_address\": \"taro@example.jp\"}", little)) == "taro@example.jp");
    }
}

TEST_CASE("broken UTF-16 is read as far as it goes") {
    std::u16string text = u"メールアドレス:taro@example.jp\n";
    text += static_cast<char16_t>(0xD800);
    text += u"x";
    text += static_cast<char16_t>(0xDC00);
    CHECK(addressIn(utf16(text, true)) == "taro@example.jp");
    CHECK(test::read(utf16(text, true))->certificate.paperText.find("\uFFFDx\uFFFD") != std::string::npos);
    CHECK(addressIn(utf16(text, false) + "x") == "taro@example.jp");
}

TEST_CASE("text without labels' knowledge still gives its address") {
    const auto reading = readCertificate("メールアドレス:taro@example.jp", "p", Labels());
    REQUIRE(reading);
    CHECK(test::doubts(*reading) == std::vector<std::string>{"1 certificate-address-without-label mail_address"});
}
