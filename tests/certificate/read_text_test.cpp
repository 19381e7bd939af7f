#include "certificate/read_text.h"
#include "reading.h"
#include "support/catch.h"
#include "words/words.h"

using namespace yomikae;

namespace {

/// The sentences about a paper.
std::vector<std::string> said(const std::string& paper, Language language) {
    const auto reading = test::read(paper);
    REQUIRE(reading);
    std::vector<std::string> sentences;
    for (const Doubt& doubt : reading->doubts)
        sentences.push_back(std::to_string(doubt.line) + " " + say(doubt.message, language));
    return sentences;
}

std::vector<std::string> fieldsOf(const std::string& paper) {
    const auto reading = test::read(paper);
    REQUIRE(reading);
    return test::fields(reading->certificate);
}

const std::string Address = "メールアドレス:taro@example.jp\n";

} // namespace

TEST_CASE("a paper without anything readable is a problem with advice") {
    for (const char* paper :
         {"", "\n\n", "本日は晴天なり", "------\n======", "\xFF\xFE\x00", "<html><body></body></html>"}) {
        INFO(paper);
        const auto reading = test::read(paper);
        CHECK_FALSE(reading);
        REQUIRE(reading.problems.size() == 1);
        CHECK(say(reading.problems[0], Language::Japanese) ==
              "paper.txt: "
              "メールの設定として読めるところがありませんでした。「メールアドレス」「POPサーバ」などが書かれたところを"
              "、そのまま写してください。");
        CHECK(say(reading.problems[0], Language::English) ==
              "paper.txt: Nothing here could be read as mail settings. Copy the part of the paper that says "
              "メールアドレス, POPサーバ and so on.");
    }
}

TEST_CASE("a paper without an address is read, with a doubt") {
    CHECK(said("POPサーバ: pop.example.jp", Language::Japanese) ==
          std::vector<std::string>{
              "0 メールアドレスが見つかりませんでした。「メールアドレス」の欄を確かめて、書き足してください。"});
    CHECK(
        said("POPサーバ: pop.example.jp", Language::English) ==
        std::vector<std::string>{"0 No mail address was found. Look for \"メールアドレス\" on the paper and add it."});
}

TEST_CASE("each thing that is not understood is said in a sentence, in Japanese") {
    CHECK(said(Address + "ユーザID:taro1234\nPOPサーバ:未定\nPOPポート番号:0\n発行日:先月\nメールアカウント:太郎\n"
                         "メールパスワード:ご自分で決めたもの\nSMTPサーバ:\n",
               Language::Japanese) ==
          std::vector<std::string>{
              "2 「ユーザID」はメールのログインに使うものではないようなので、使いませんでした。",
              "3 「POPサーバ」の「未定」をサーバー名として読めませんでした。紙と見比べてください。",
              "4 「POPポート番号」の「0」をポート番号(1〜65535)として読めませんでした。",
              "5 「発行日」の「先月」を日付として読めませんでした。",
              "6 「メールアカウント」の「太郎」をユーザー名として読めませんでした。",
              "7 「メールパスワード」にパスワードらしい文字が見つかりませんでした。手元の控えから入力してください。",
              "8 「SMTPサーバ」の値が見つかりませんでした。紙に書いてあれば、書き足してください。"});
}

TEST_CASE("each thing that is not understood is said in a sentence, in English") {
    CHECK(said("メールアドレス:taro\nhanako@example.jp or "
               "taro@example.jp\nPOPサーバ:pop.example.jp\nPOPサーバ:pop2.example.jp\n"
               "メールパスワード:himitsu-1\nSMTPサーバ:未定",
               Language::English) ==
          std::vector<std::string>{
              "0 No mail address was found. Look for \"メールアドレス\" on the paper and add it.",
              "1 \"taro\" under \"メールアドレス\" could not be read as a mail address. Compare it with the paper.",
              "2 There are several mail addresses and none could be chosen: hanako@example.jp, taro@example.jp. Type "
              "in the one that is yours.",
              "4 The paper gives both \"pop.example.jp\" and \"pop2.example.jp\" for the same thing. The first, "
              "\"pop.example.jp\", is used.",
              "5 The password holds characters that look alike (such as el, one and capital i, or oh and zero). "
              "Compare it with the paper letter by letter.",
              "6 \"未定\" under \"SMTPサーバ\" could not be read as a server name. Compare it with the paper."});
}

TEST_CASE("passwords are nowhere but in the secret") {
    const auto reading =
        test::read(Address + "本パスワード:honPass-77\nメールパスワード:himitsu-S3cret\nパスワード:betsu-55\n"
                             "控え: himitsu-S3cret@betsu-55.honPass-77\n");
    REQUIRE(reading);
    CHECK(test::passwordIs(reading->certificate, "himitsu-S3cret"));
    std::string shown = reading->certificate.paperText;
    for (const Doubt& doubt : reading->doubts)
        shown += say(doubt.message, Language::English);
    for (const char* secret : {"honPass", "himitsu", "S3cret", "betsu"}) {
        INFO(secret);
        CHECK(shown.find(secret) == std::string::npos);
    }
    CHECK(reading->certificate.paperText.find("メールパスワード:****\n") != std::string::npos);
}

TEST_CASE("a doubt about look-alike characters names none of them") {
    const auto doubtful = test::read(Address + "メールパスワード:abcl\n");
    REQUIRE(doubtful->doubts.size() == 1);
    CHECK(doubtful->doubts[0] == Doubt{{"certificate-password-look-alikes", {}}, "mail_password", 2});
    CHECK(test::read(Address + "メールパスワード:abcd2\n")->doubts.empty());
}

TEST_CASE("a second password under an equal label is said without showing either") {
    const auto reading = test::read(Address + "メールパスワード:kotori-77\nメールパスワード:sakura-22\n");
    CHECK(test::passwordIs(reading->certificate, "kotori-77"));
    REQUIRE(reading->doubts.size() == 1);
    CHECK(reading->doubts[0] == Doubt{{"certificate-two-passwords", {}}, "mail_password", 3});
    CHECK(reading->certificate.paperText.find("sakura") == std::string::npos);
}

TEST_CASE("an id that is not for mail is never the account") {
    for (const char* label : {"ユーザID", "接続用ID", "接続ユーザー名", "認証ID", "お客様番号", "会員番号", "PPPoE"}) {
        INFO(label);
        const auto reading = test::read(Address + label + ":taro1234\n");
        CHECK(reading->certificate.mailAccount.empty());
        REQUIRE(reading->doubts.size() == 1);
        CHECK(reading->doubts[0] == Doubt{{"certificate-id-not-for-mail", {{"label", label}}}, "", 2});
    }
}

TEST_CASE("a provider's own labels decide what an id is") {
    const Labels own = test::commonLabels().with({{"mail_account", {"ユーザID"}}, {"other", {"アカウント名"}}});
    const auto reading = test::read(Address + "ユーザID:taro1234\nアカウント名:hanako\nユーザー名:jiro", own);
    CHECK(reading->certificate.mailAccount == "taro1234");
    CHECK(test::doubts(*reading) ==
          std::vector<std::string>{"3 certificate-id-not-for-mail", "4 certificate-not-used mail_account"});
}

TEST_CASE("values that agree are no doubt") {
    CHECK(test::read(Address + Address)->doubts.empty());
}

TEST_CASE("a sentence about a label is not its value") {
    CHECK(fieldsOf(Address + "パスワードの変更は電話で。\nPOPサーバの停止について\nメールアカウントを追加できます\n") ==
          std::vector<std::string>{"mail_address: taro@example.jp"});
}

TEST_CASE("a value may wait for its label across blank lines and words") {
    CHECK(fieldsOf("メールアドレス\n\n（半角）\n  taro@example.jp") ==
          std::vector<std::string>{"mail_address: taro@example.jp"});
}

TEST_CASE("as many columns as labels above them belong together, another number does not") {
    CHECK(fieldsOf("メールアドレス  POPサーバ\ntaro@example.jp  pop.example.jp\n") ==
          std::vector<std::string>{"mail_address: taro@example.jp", "pop_server: pop.example.jp"});
    const auto uneven = test::read("メールアドレス  メールアカウント  POPサーバ\ntaro@example.jp  taro\n");
    CHECK(test::doubts(*uneven) == std::vector<std::string>{"1 certificate-no-value mail_address",
                                                            "1 certificate-no-value mail_account",
                                                            "1 certificate-no-value pop_server",
                                                            "2 certificate-address-without-label mail_address"});
}

TEST_CASE("a line is joined with the next only where it was broken") {
    CHECK(fieldsOf("メールアドレス:taro@\nexample.jp") == std::vector<std::string>{"mail_address: taro@example.jp"});
    CHECK(fieldsOf("メールアドレス:taro\n@example.jp") == std::vector<std::string>{"mail_address: taro@example.jp"});
    CHECK(fieldsOf("POPサーバ:pop.example.jp\ntaro") == std::vector<std::string>{"pop_server: pop.example.jp"});
    CHECK(fieldsOf("POPサーバ:pop.example.jp.\nPlease keep this paper.") ==
          std::vector<std::string>{"pop_server: pop.example.jp"});
}

TEST_CASE("a port belongs to the server above it") {
    CHECK(fieldsOf("POPサーバ:pop.example.jp\nポート:995\nSMTPサーバ:smtp.example.jp\nポート:587\nIMAPサーバ:imap."
                   "example.jp\nポート:993") ==
          std::vector<std::string>{"pop_server: pop.example.jp", "pop_port: 995", "smtp_server: smtp.example.jp",
                                   "smtp_port: 587", "imap_server: imap.example.jp", "imap_port: 993"});
}

TEST_CASE("a receiving server called imap is an IMAP server") {
    CHECK(fieldsOf("受信メールサーバー:imap.example.jp:993") ==
          std::vector<std::string>{"imap_server: imap.example.jp", "imap_port: 993"});
}

TEST_CASE("a line with an address that was not used is said") {
    const auto reading = test::read(Address + "お問い合わせは support@example.jp へ\n");
    REQUIRE(reading->doubts.size() == 1);
    CHECK(reading->doubts[0] ==
          Doubt{{"certificate-at-unused", {{"value", "お問い合わせは support@example.jp へ"}}}, "", 2});
}

TEST_CASE("the text of the paper is kept folded, for words that decide between variants") {
    CHECK(test::read("ぷらら　ﾒｰﾙｱﾄﾞﾚｽ：ｔａｒｏ＠example.jp\r\nＢフレッツ")->certificate.paperText ==
          "ぷらら  メールアドレス:taro@example.jp\nBフレッツ\n");
}
