#include "base/text.h"
#include "support/catch.h"

#include <string>

using namespace yomikae;
using namespace std::string_literals;

TEST_CASE("UTF-8 is judged strictly") {
    CHECK(isUtf8("plain"));
    CHECK(isUtf8("メール"));
    CHECK_FALSE(isUtf8("\xC0\xAF"));         // overlong '/'
    CHECK_FALSE(isUtf8("\xED\xA0\x80"));     // a surrogate
    CHECK_FALSE(isUtf8("\xF4\x90\x80\x80")); // behind U+10FFFF
    CHECK_FALSE(isUtf8("\xE3\x83"));         // cut off
}

TEST_CASE("the character sets of Japanese papers are told apart") {
    CHECK(toUtf8("\xEF\xBB\xBF"
                 "abc") == "abc");
    CHECK(toUtf8("\x83\x81\x81\x5B\x83\x8B\x83\x41\x83\x68\x83\x8C\x83\x58") == "メールアドレス"); // Shift_JIS
    CHECK(toUtf8("\xA5\xE1\xA1\xBC\xA5\xEB\xA5\xA2\xA5\xC9\xA5\xEC\xA5\xB9") == "メールアドレス"); // EUC-JP
    CHECK(toUtf8("\x1B$B%a!<%k\x1B(B") == "メール");                                               // ISO-2022-JP
    CHECK(toUtf8("メール") == "メール");
}

TEST_CASE("half-width katakana of Shift_JIS are not taken for kanji of EUC-JP") {
    CHECK(toUtf8("\xD2\xB0\xD9\xCA\xDF\xBD\xDC\xB0\xC4\xDE : himitsu\r\n\xD3\xDC\xDE : x") ==
          "ﾒｰﾙﾊﾟｽﾜｰﾄﾞ : himitsu\r\nﾓﾜﾞ : x");
}

TEST_CASE("bytes of no character set never fail and never pass as something else") {
    CHECK(isUtf8(toUtf8("+OK \xFF\xFE\xC0\xAF \xED\xA0\x80")));
    CHECK(toUtf8("abc\xFF") == "abc\xEF\xBF\xBD");
}

TEST_CASE("full width becomes half width, half-width katakana full width") {
    CHECK(foldWidth("ｔａｒｏ＠ａｇａｔｅ．ｐｌａｌａ．ｏｒ．ｊｐ") == "taro@agate.plala.or.jp");
    CHECK(foldWidth("ﾒｰﾙｱﾄﾞﾚｽ") == "メールアドレス");
    CHECK(foldWidth("１１０番") == "110番");
}

TEST_CASE("the long vowel mark is a hyphen only between Latin letters") {
    CHECK(foldWidth("taroーmail") == "taro-mail");
    CHECK(foldWidth("サーバー") == "サーバー");
    CHECK(foldWidth("taro−mail") == "taro-mail");
}

TEST_CASE("folding what a person typed says whether it changed more than blanks at the ends") {
    bool changed = true;
    CHECK(foldTyped("  taro　", &changed) == "taro");
    CHECK_FALSE(changed);
    CHECK(foldTyped("ｔaro", &changed) == "taro");
    CHECK(changed);
}

TEST_CASE("what a server says is shown whole, on one line, with nothing hidden") {
    CHECK(printable("+OK ready \0 <b>"s, 99) == "+OK ready \\x00 <b>");
    CHECK(printable("a\x1B[31mb\r\n", 99) == "a\\x1B[31mb\\x0D\\x0A");
    CHECK(printable("a\u202Eb\u200Bc", 99) == "a\\u{202E}b\\u{200B}c");
    CHECK(printable("あいうえお", 3) == "あいう…");
    CHECK(printable("abc", 3) == "abc");
}

TEST_CASE("blanks are cut at both ends, ideographic ones too") {
    CHECK(trimmed("　 \t taro \r\n　") == "taro");
    CHECK(trimmed("　　").empty());
    CHECK(trimmed("").empty());
}
