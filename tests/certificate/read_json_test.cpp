#include "base/limits.h"
#include "certificate/read_json.h"
#include "reading.h"
#include "support/catch.h"
#include "support/files.h"
#include "words/words.h"

using namespace yomikae;

namespace {

Result<ReadCertificate> readJson(const std::string& json) {
    return readCertificateJson(json, "taro.json");
}

std::vector<std::string> said(const std::vector<Problem>& problems, Language language) {
    std::vector<std::string> sentences;
    for (const Problem& problem : problems)
        sentences.push_back(say(problem, language));
    return sentences;
}

} // namespace

TEST_CASE("every key of the contract is read") {
    const auto read =
        readJson(R"({"format": 1, "provider": "plala", "issued": "2004-05", "mail_address": "taro@agate.plala.or.jp",
        "mail_account": "taro", "mail_password": "himitsu-S3cret", "pop_server": "pop.example.jp", "pop_port": 110,
        "smtp_server": "smtp.example.jp", "smtp_port": 25, "smtp_account": "taro-send", "incoming_security": "tls",
        "outgoing_security": "none", "imap_server": "imap.example.jp", "imap_port": 143, "answers": {"a": "1", "b": "x y"}})");
    REQUIRE(read);
    CHECK(read->doubts.empty());
    CHECK(test::fields(read->certificate) ==
          std::vector<std::string>{"provider: plala", "issued: 2004-05", "mail_address: taro@agate.plala.or.jp",
                                   "mail_account: taro", "pop_server: pop.example.jp", "pop_port: 110",
                                   "smtp_server: smtp.example.jp", "smtp_port: 25", "smtp_account: taro-send",
                                   "incoming_security: tls", "outgoing_security: none", "imap_server: imap.example.jp",
                                   "imap_port: 143", "answers: a=1, b=x y"});
    CHECK(test::passwordIs(read->certificate, "himitsu-S3cret"));
    CHECK(read->certificate.paperText.empty());
}

TEST_CASE("a certificate that says nothing lacks only its address, which is a doubt") {
    const auto read = readJson("{}");
    REQUIRE(read);
    CHECK(test::fields(read->certificate).empty());
    CHECK(test::doubts(*read) == std::vector<std::string>{"0 certificate-address-missing mail_address"});
}

TEST_CASE("full-width characters are folded and each is said") {
    const auto read =
        readJson(R"({"mail_address": "ｔａｒｏ＠ａｇａｔｅ．ｐｌａｌａ．ｏｒ．ｊｐ", "mail_account": "ｔａｒｏ",
        "mail_password": "Ｈｉｍｉｔｓｕ２", "pop_server": "ａｇａｔｅ.mail.plala.or.jp", "smtp_server": " smtp.example.jp "})");
    REQUIRE(read);
    CHECK(test::fields(read->certificate) ==
          std::vector<std::string>{"mail_address: taro@agate.plala.or.jp", "mail_account: taro",
                                   "pop_server: agate.mail.plala.or.jp", "smtp_server: smtp.example.jp"});
    CHECK(test::passwordIs(read->certificate, "Himitsu2"));
    CHECK(test::doubts(*read) ==
          std::vector<std::string>{"0 certificate-folded mail_address", "0 certificate-folded mail_account",
                                   "0 certificate-password-folded mail_password", "0 certificate-folded pop_server"});
}

TEST_CASE("a password keeps its blanks, and one in Japanese is doubted and kept") {
    CHECK(test::passwordIs(readJson(R"({"mail_password": " himitsu  S3cret "})")->certificate, " himitsu  S3cret "));
    const auto japanese = readJson(R"({"mail_address": "taro@example.jp", "mail_password": "ひみつ２"})");
    CHECK(test::passwordIs(japanese->certificate, "ひみつ２"));
    CHECK(test::doubts(*japanese) == std::vector<std::string>{"0 certificate-password-not-ascii mail_password"});
}

TEST_CASE("all problems are told at once, in Japanese") {
    const auto read = readJson(
        "{\n  \"pop_port\": 70000,\n  \"mail_addres\": \"taro@example.jp\",\n  \"mail_address\": \"taro@agate\",\n"
        "  \"smtp_server\": \"smtp example jp\",\n  \"issued\": \"H16.5\",\n  \"incoming_security\": \"ssl\",\n"
        "  \"mail_password\": \"himitsu\\nS3cret\",\n  \"telephone\": 1\n}");
    CHECK_FALSE(read);
    const std::string allowed =
        "format, provider, issued, mail_address, mail_account, mail_password, pop_server, pop_port, smtp_server, "
        "smtp_port, smtp_account, incoming_security, outgoing_security, imap_server, imap_port, answers";
    CHECK(
        said(read.problems, Language::Japanese) ==
        std::vector<std::string>{
            "taro.json:6:13: /issued: 「H16.5」は日付として読めません。次のように書いてください: 2004, 2004-05, "
            "2004-05-31。",
            "taro.json:4:19: /mail_address: 「taro@agate」はメールアドレスとして使えません。taro@agate.plala.or.jp "
            "のように書いてください。",
            "taro.json:8:20: /mail_password: パスワードに改行などの送れない文字が入っています。入力し直してください。",
            "taro.json:2:15: /pop_port: 70000 は使えません。1 - 65535 の整数を書いてください。",
            "taro.json:5:18: /smtp_server: 「smtp example jp」はサーバー名として使えません。agate.mail.plala.or.jp "
            "のように書いてください。",
            "taro.json:7:24: /incoming_security: 「ssl」は使えません。使えるのは tls, starttls, none です。",
            "taro.json:3:3: /mail_addres: 「mail_addres」という項目はありません。「mail_address」のことですか? "
            "使えるのは " +
                allowed + " です。",
            "taro.json:9:3: /telephone: 「telephone」という項目はありません。使えるのは " + allowed + " です。"});
}

TEST_CASE("all problems are told at once, in English") {
    const auto read =
        readJson("{\n  \"mail_address\": \"taro\",\n  \"imap_server\": \"*.example.jp\",\n  \"issued\": \"May\",\n"
                 "  \"mail_password\": \"a\\u0000b\",\n  \"outgoing_security\": \"SSL\"\n}");
    CHECK_FALSE(read);
    CHECK(said(read.problems, Language::English) ==
          std::vector<std::string>{
              "taro.json:4:13: /issued: \"May\" is not a date. Write it as one of these: 2004, 2004-05, 2004-05-31.",
              "taro.json:2:19: /mail_address: \"taro\" is not a mail address. Write it like taro@agate.plala.or.jp.",
              "taro.json:5:20: /mail_password: The password holds a line break or another character that cannot be "
              "sent. Type it in again.",
              "taro.json:6:24: /outgoing_security: \"SSL\" cannot be used here. Allowed: tls, starttls, none.",
              "taro.json:3:18: /imap_server: \"*.example.jp\" is not a server name. Write it like "
              "agate.mail.plala.or.jp."});
}

TEST_CASE("no problem of a password shows it") {
    for (const char* json : {R"({"mail_password": 77345})", R"({"mail_password": ["himitsu77345"]})",
                             R"({"mail_password": "himitsu77345\r\n"})",
                             R"({"mail_password": "himitsu77345", "mail_password": "himitsu77345"})"}) {
        INFO(json);
        const auto read = readJson(json);
        REQUIRE(read.problems.size() >= 1);
        CHECK_FALSE(read);
        for (const Problem& problem : read.problems)
            CHECK(say(problem, Language::English).find("77345") == std::string::npos);
    }
}

TEST_CASE("a password of any length up to the limit is taken") {
    const std::string longest(limits::Password, 'x');
    CHECK(test::passwordIs(readJson("{\"mail_password\": \"" + longest + "\"}")->certificate, longest));
    const auto longer = readJson("{\"mail_password\": \"x" + longest + "\"}");
    CHECK_FALSE(longer);
    CHECK(said(longer.problems, Language::English) ==
          std::vector<std::string>{
              "taro.json:1:19: /mail_password: The password is too long. At most 1024 bytes can be used."});
}

TEST_CASE("an empty password is none") {
    CHECK(readJson(R"({"mail_password": ""})")->certificate.mailPassword.empty());
}

TEST_CASE("an address and a server are kept in one spelling, an address of a server as it is") {
    const auto read = readJson(
        R"({"mail_address": "Taro@Agate.Plala.OR.JP", "pop_server": "POP.Example.JP.", "smtp_server": "192.0.2.25"})");
    CHECK(test::fields(read->certificate) == std::vector<std::string>{"mail_address: Taro@agate.plala.or.jp",
                                                                      "pop_server: pop.example.jp",
                                                                      "smtp_server: 192.0.2.25"});
}

TEST_CASE("values of a wrong kind are refused") {
    for (const char* json :
         {R"({"format": 2})", R"({"pop_port": "110"})", R"({"pop_port": 0})", R"({"pop_port": 110.5})",
          R"({"answers": []})", R"({"answers": {"a": 1}})", R"({"mail_address": null})", R"({"provider": ""})",
          R"({"mail_account": "ta\nro"})", R"({"issued": 2004})", R"([])", R"({"incoming_security": true})",
          R"({"pop_server": "pop.example.jp", "pop_server": "pop.example.jp"})"}) {
        INFO(json);
        const auto read = readJson(json);
        CHECK_FALSE(read);
        CHECK(read.problems.size() == 1);
    }
}

TEST_CASE("fields of a certificate never hold its password") {
    const auto read = readJson(test::sourceFile("tests/papers/plala-sample.json"));
    REQUIRE(read);
    for (const std::string& line : test::fields(read->certificate)) {
        CHECK(line.find("himitsu") == std::string::npos);
        CHECK(line.find("password") == std::string::npos);
    }
}

TEST_CASE("what `read --json` prints is a certificate, whatever its doubts were") {
    const auto read =
        readJson(R"({"certificate": {"mail_address": "taro@agate.plala.or.jp", "mail_password": "himitsu"},
        "doubts": [{"code": "certificate-folded", "ja": "はい", "en": "yes", "line": 4}]})");
    REQUIRE(read);
    CHECK(test::fields(read->certificate) == std::vector<std::string>{"mail_address: taro@agate.plala.or.jp"});
    CHECK(test::passwordIs(read->certificate, "himitsu"));
    CHECK(said(readJson("{\"certificate\": {\n  \"pop_port\": 0}}").problems, Language::English) ==
          std::vector<std::string>{
              "taro.json:2:15: /certificate/pop_port: 0 cannot be used here. Write a whole number, 1 - 65535."});
    CHECK(said(readJson(R"({"certificate": {}, "mail_adress": "a"})").problems, Language::English).size() == 1);
    CHECK(test::codes(readJson(R"({"certificate": "taro"})").problems) == std::vector<std::string>{"json-wrong-type"});
}

TEST_CASE("a masked password counts as none and is said") {
    const auto read = readJson(R"({"mail_address": "taro@agate.plala.or.jp", "mail_password": "********"})");
    REQUIRE(read);
    CHECK(test::passwordIs(read->certificate, ""));
    CHECK(test::doubts(*read) == std::vector<std::string>{"0 certificate-password-masked mail_password"});
}
