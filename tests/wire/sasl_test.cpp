#include "base/base64.h"
#include "base/limits.h"
#include "released.h"
#include "support/catch.h"
#include "wire/sasl.h"

using namespace yomikae;
using Kind = SaslAnswer::Kind;

TEST_CASE("PLAIN is NUL name NUL password, at once or when asked") {
    SaslExchange plain(Mechanism::Plain, "taro", SecretInput::released("himitsu-S3cret"));
    CHECK(plain.initialResponse() == "AHRhcm8AaGltaXRzdS1TM2NyZXQ=");
    const SaslAnswer answer = plain.answer("");
    CHECK(answer.line == "AHRhcm8AaGltaXRzdS1TM2NyZXQ=");
    CHECK(answer.secret);
    CHECK(plain.answer("").kind == Kind::TooMany);
}

TEST_CASE("LOGIN gives the name, then the password, whatever the prompts say") {
    SaslExchange login(Mechanism::Login, "taro", SecretInput::released("himitsu-S3cret"));
    CHECK_FALSE(login.initialResponse().has_value());
    const SaslAnswer user = login.answer("UGFzc3dvcmQ6");
    CHECK(user.line == "dGFybw==");
    CHECK_FALSE(user.secret);
    const SaslAnswer pass = login.answer("not base64 at all!");
    CHECK(pass.line == "aGltaXRzdS1TM2NyZXQ=");
    CHECK(pass.secret);
    CHECK(login.answer("").kind == Kind::TooMany);
}

TEST_CASE("CRAM-MD5 answers as RFC 2195 2 shows") {
    SaslExchange cram(Mechanism::CramMd5, "tim", SecretInput::released("tanstaaftanstaaf"));
    const SaslAnswer answer = cram.answer(base64("<1896.697170952@postoffice.reston.mci.net>"));
    CHECK(fromBase64(answer.line) == "tim b913a602c7eda7a495b4e6e7334d3890");
    CHECK(answer.secret);
}

TEST_CASE("CRAM-MD5 cancels what is no challenge") {
    for (const char* challenge : {"", "Rubbish!!", "QQ", "QUI", "===="}) {
        SaslExchange cram(Mechanism::CramMd5, "tim", SecretInput::released("tanstaaf"));
        CAPTURE(challenge);
        const SaslAnswer answer = cram.answer(challenge);
        CHECK(answer.kind == Kind::Cancel);
        CHECK(answer.line.empty());
    }
}

TEST_CASE("a challenge over the limit is not looked at") {
    SaslExchange cram(Mechanism::CramMd5, "tim", SecretInput::released("tanstaaf"));
    CHECK(cram.answer(std::string(limits::Challenge + 4, 'A')).kind == Kind::TooLong);
    CHECK(cram.answer(std::string(limits::Challenge, 'A')).kind == Kind::Send);
}

TEST_CASE("a password may hold any character of UTF-8") {
    const std::string password = "日本\"語\\";
    SaslExchange plain(Mechanism::Plain, "taro", SecretInput::released(std::string(password)));
    CHECK(fromBase64(*plain.initialResponse()) == std::string("\0taro\0", 6) + password);
}

TEST_CASE("the APOP digest is that of RFC 1939 7") {
    const auto stamp = apopStamp("+OK POP3 server ready <1896.697170952@dbc.mtview.ca.us>");
    REQUIRE(stamp == "<1896.697170952@dbc.mtview.ca.us>");
    CHECK(apopDigest(*stamp, SecretInput::released("tanstaaf")) == "c4c9334bac560ecc979e58001b3e22fb");
}

TEST_CASE("only a msg-id in ASCII with one @ is a time stamp") {
    CHECK(apopStamp("+OK <a@b>") == "<a@b>");
    CHECK(apopStamp("+OK <x <a@b> y") == "<a@b>");
    CHECK(apopStamp("+OK <no-at> <a@b>") == "<a@b>");
    for (const char* greeting :
         {"+OK", "+OK <", "+OK >", "+OK <>", "+OK <1896.697>", "+OK <a b@c>", "+OK <a@b@c>", "+OK <@>", "+OK <x@>",
          "+OK <@y>", "+OK <a@b", "+OK a@b>", "+OK <a\xff@b>", "+OK <a\x01@b>", "+OK <a\x7f@b>"}) {
        CAPTURE(greeting);
        CHECK_FALSE(apopStamp(greeting).has_value());
    }
}

TEST_CASE("a greeting full of brackets is searched once") {
    std::string greeting = "+OK ";
    for (int i = 0; i < 200'000; ++i)
        greeting += "<a@";
    CHECK_FALSE(apopStamp(greeting).has_value()); // quadratic search would take minutes
}
