#include "certificate/labels.h"
#include "reading.h"
#include "support/catch.h"
#include "support/files.h"
#include "words/words.h"

using namespace yomikae;

namespace {

/// The field of a line that is one label, "" where it is none as a whole.
std::string fieldOf(std::string_view line, const Labels& labels = test::commonLabels()) {
    const auto match = labels.longestAt(line, 0);
    const bool whole = match && (match->end == line.size() || line.substr(match->end) == ")");
    return whole ? std::string(name(match->field)) : "";
}

} // namespace

TEST_CASE("the common labels are read without a problem") {
    const auto labels = readLabels(test::sourceFile("resources/labels.json"), "labels.json");
    CHECK(labels.problems.empty());
    CHECK_FALSE(labels->empty());
}

TEST_CASE("labels of real papers stand for their fields") {
    const std::pair<const char*, const char*> known[] = {
        {"メールアドレス", "mail_address"},
        {"E-mail", "mail_address"},
        {"Eメールアドレス", "mail_address"},
        {"電子メールアドレス", "mail_address"},
        {"メールアカウント", "mail_account"},
        {"メールユーザー名", "mail_account"},
        {"アカウント名", "mail_account"},
        {"メールID", "mail_account"},
        {"ユーザー名", "mail_account"},
        {"POPアカウント", "mail_account"},
        {"メールパスワード", "mail_password"},
        {"パスワード", "mail_password"},
        {"POPサーバ", "pop_server"},
        {"POPサーバー", "pop_server"},
        {"POP3サーバー", "pop_server"},
        {"受信メールサーバー(POP)", "pop_server"},
        {"受信メール(POP3)", "pop_server"},
        {"メールサーバー(POP)", "pop_server"},
        {"SMTPサーバー", "smtp_server"},
        {"送信メールサーバー", "smtp_server"},
        {"IMAPサーバー", "imap_server"},
        {"POPポート番号", "pop_port"},
        {"受信ポート", "pop_port"},
        {"SMTP ポート", "smtp_port"},
        {"送信ポート", "smtp_port"},
        {"発行日", "issued"},
        {"登録日", "issued"},
        {"作成日", "issued"},
        {"お申込日", "issued"},
        {"ご契約日", "issued"},
        {"プロバイダ名", "provider"},
        {"SMTP認証ID", "smtp_account"},
        {"暗号化の種類", "security"},
        {"保護された接続", "security"},
        {"メールサーバー名", "server"},
        {"ユーザID", "other"},
        {"接続用ID", "other"},
        {"接続ユーザー名", "other"},
        {"認証ID", "other"},
        {"本パスワード", "other"},
        {"接続パスワード", "other"},
        {"お客様番号", "other"},
        {"会員番号", "other"},
        {"PPPoE", "other"},
    };
    for (const auto& [label, field] : known) {
        INFO(label);
        CHECK(fieldOf(label) == field);
    }
}

TEST_CASE("letter case, blanks, brackets, hyphens and the long vowel mark make no difference") {
    for (const char* label : {"pop server", "POP SERVER", "PopServer", "POP  server", "POP\tserver", "pop-server"})
        CHECK(fieldOf(label) == "pop_server");
    for (const char* label : {"P O P サ ー バ ー", "POP サーバ", "POPサ一バ一", "POPサ―バ"}) {
        INFO(label);
        CHECK(fieldOf(label) == "pop_server");
    }
}

TEST_CASE("a kanji one outside of katakana stays a letter") {
    CHECK(fieldOf("ユーザ一") != "");
    CHECK(fieldOf("一ユーザ") == "");
}

TEST_CASE("the longest label wins, and it ends behind its long vowel mark") {
    const std::string line = "メールパスワード: x";
    const auto match = test::commonLabels().longestAt("POPサーバー: x", 0);
    REQUIRE(match);
    CHECK(match->field == PaperField::PopServer);
    CHECK(std::string("POPサーバー: x").substr(match->end) == ": x");
    CHECK(test::commonLabels().longestAt(line, 0)->end == line.size() - 3);
}

TEST_CASE("a finished label ends at the gap between two columns") {
    // "メールアドレスパスワード" is a label too
    const auto match = test::commonLabels().longestAt("メールアドレス  パスワード", 0);
    REQUIRE(match);
    CHECK(match->field == PaperField::MailAddress);
    CHECK(fieldOf("メールアドレスパスワード") == "mail_password");
}

TEST_CASE("what is no label gives nothing") {
    for (const char* line : {"", " ", "taro", "サーバの電源", "((((", "ーーーー", "\xEF\xBC\x9A"})
        CHECK_FALSE(test::commonLabels().longestAt(line, 0));
    CHECK_FALSE(Labels().longestAt("POPサーバ", 0));
}

TEST_CASE("a provider's own label wins over a common one") {
    CHECK(fieldOf("ユーザーID") == "other");
    const Labels own = test::commonLabels().with(
        {{"mail_account", {"ユーザーID"}}, {"other", {"アカウント名"}}, {"nonsense", {"POPサーバ"}}});
    CHECK(fieldOf("ユーザーID", own) == "mail_account");
    CHECK(own.longestAt("ユーザーID", 0)->rank == LabelRank::Own);
    CHECK(fieldOf("アカウント名", own) == "other");
    CHECK(fieldOf("POPサーバ", own) == "pop_server");
    CHECK(fieldOf("ユーザーID") == "other"); // the common ones stay as they are
}

TEST_CASE("a label says how much it is worth") {
    CHECK(test::commonLabels().longestAt("パスワード", 0)->rank == LabelRank::General);
    CHECK(test::commonLabels().longestAt("メールパスワード", 0)->rank == LabelRank::Common);
}

TEST_CASE("a file of labels with slips tells all of them") {
    const auto labels =
        readLabels(R"({"format": 2, "labels": {"pop_sever": ["x"], "smtp_server": "y", "other": [1]}})", "l.json");
    CHECK_FALSE(labels);
    CHECK(test::codes(labels.problems) == std::vector<std::string>{"json-out-of-range", "json-wrong-type",
                                                                   "json-wrong-type", "json-unknown-key-near",
                                                                   "json-missing-key"});
}

TEST_CASE("a file of labels that is no JSON is refused") {
    CHECK(test::codes(readLabels("labels", "l.json").problems) == std::vector<std::string>{"json-syntax"});
    CHECK(test::codes(readLabels("[]", "l.json").problems) == std::vector<std::string>{"json-wrong-type"});
}
