// Text, HTML and JSON: every value exact, everything escaped, the password only where it was asked for.
#include "example.h"
#include "sheet/columns.h"
#include "support/catch.h"
#include "support/files.h"

#include <nlohmann/json.hpp>

using namespace yomikae;
using namespace yomikae::test;

namespace {

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

Sheet hostileSheet() {
    Sheet sheet = sheetExample();
    for (std::string* text : {&sheet.title, &sheet.subtitle, &sheet.verdict, &sheet.status, &sheet.incoming.heading,
                              &sheet.incoming.proof, &sheet.incoming.rows[0].value, &sheet.incoming.rows[0].label,
                              &sheet.changes[0].old, &sheet.changes[0].now, &sheet.changes[0].why, &sheet.footer})
        *text = "<script src=\"http://evil.test/\">'&";
    sheet.notes = sheet.steps = sheet.notProven = {"<img src=x>"};
    return sheet;
}

Sheet withPassword() {
    Sheet sheet = sheetExample();
    sheet.password = PaperConsent::asked().release(Secret(std::string("Zq<7&'\"x9")));
    return sheet;
}

} // namespace

TEST_CASE("the text sheet is as approved, in both languages") {
    CHECK(sheetText(sheetExample(Language::Japanese)) == sourceFile("tests/sheet/works-ja.txt"));
    CHECK(sheetText(sheetExample(Language::English)) == sourceFile("tests/sheet/works-en.txt"));
}

TEST_CASE("columns count wide characters twice") {
    CHECK(columns("") == 0);
    CHECK(columns("abc") == 3);
    CHECK(columns("受信サーバー") == 12);
    CHECK(columns("受信(POP3)") == 10);
    CHECK(columns("𠮷") == 2);
    CHECK(columns("é") == 1);
    CHECK(padded("受信", 6) == "受信  ");
    CHECK(padded("受信サーバー", 6) == "受信サーバー");
}

TEST_CASE("values of one part begin in the same column") {
    const std::string text = sheetText(sheetExample());
    for (const char* line : {"  受信サーバー  secure.example.test", "  ポート番号    995", "  暗号化        SSL/TLS",
                             "  認証          あり", "  ユーザー名    taro@post.example.test", "  パスワード    ["})
        CHECK(holds(text, line));
}

TEST_CASE("wrapping breaks between characters, never in a word or before a closing mark") {
    CHECK(wrapped("あいうえお。", 10) == std::vector<std::string>{"あいうえ", "お。"});
    CHECK(wrapped("あいう secure.example.test です", 12) ==
          std::vector<std::string>{"あいう", "secure.example.test", "です"});
    CHECK(wrapped("one two three", 7) == std::vector<std::string>{"one two", "three"});
    CHECK(wrapped("「あ」い", 6) == std::vector<std::string>{"「あ」", "い"});
    CHECK(wrapped("", 10) == std::vector<std::string>{""});
}

TEST_CASE("the pieces are the whole text, whatever bytes come") {
    for (const char* text : {"あ い。(う) x", "\xff\xfe broken \xe3\x81", "   ", "https://a.test/あ"}) {
        std::string joined;
        for (const std::string& piece : unbreakable(text))
            joined += piece;
        CHECK(joined == text);
    }
}

TEST_CASE("HTML is one whole document that asks for nothing") {
    const std::string html = sheetHtml(sheetExample());
    CHECK(html.starts_with("<!DOCTYPE html>\n<html lang=\"ja\">"));
    CHECK(html.find("<meta charset=\"utf-8\">") < 100);
    CHECK(holds(html, "default-src 'none'"));
    for (const char* remote : {"http://", "src=", "url(", "@import", "<link", "<script", "href="})
        CHECK_FALSE(holds(html, remote));
    CHECK(html.ends_with("</html>\n"));
    CHECK(sheetHtml(sheetExample(Language::English)).starts_with("<!DOCTYPE html>\n<html lang=\"en\">"));
}

TEST_CASE("HTML strikes the old value and puts the new one beside it") {
    const std::string html = sheetHtml(sheetExample());
    CHECK(holds(html, "<del>mail.example.test</del>"));
    CHECK(holds(html, "<ins>secure.example.test</ins>"));
    CHECK(holds(html, "記載なし"));
    CHECK(holds(html, "<td class=\"value\">995</td>"));
    CHECK(holds(html, "<td class=\"box\"></td>"));
}

TEST_CASE("every text in HTML is escaped") {
    const std::string html = sheetHtml(hostileSheet());
    CHECK_FALSE(holds(html, "<script"));
    CHECK_FALSE(holds(html, "<img"));
    CHECK(holds(html, "&lt;script src=&quot;http://evil.test/&quot;&gt;&#39;&amp;"));
}

TEST_CASE("a part without rows leaves no empty frame") {
    Sheet sheet = sheetExample();
    sheet.incoming.rows.clear();
    sheet.outgoing.rows.clear();
    CHECK_FALSE(holds(sheetHtml(sheet), "class=\"settings\""));
    CHECK_FALSE(holds(sheetText(sheet), "受信(POP3)"));
}

TEST_CASE("JSON holds every value under its key") {
    const auto json = nlohmann::json::parse(sheetJson(sheetExample()));
    CHECK(json["format"] == 1);
    CHECK(json["language"] == "ja");
    CHECK(json["works"] == true);
    CHECK(json["incoming"]["proven"] == true);
    CHECK(json["incoming"]["rows"][0]["key"] == "server");
    CHECK(json["incoming"]["rows"][0]["value"] == "secure.example.test");
    CHECK(json["outgoing"]["rows"][1]["value"] == "465");
    CHECK(json["changes"][0]["old"] == "taro");
    CHECK(json["changes"][6]["old"].is_null());
    CHECK(json["notes"].is_array());
    CHECK(json["steps"].is_array());
}

TEST_CASE("the password is never in JSON, only whether it was given") {
    const std::string text = sheetJson(withPassword());
    CHECK_FALSE(holds(text, "Zq"));
    const auto json = nlohmann::json::parse(text);
    CHECK(json["password"].is_null());
    CHECK(json["given"] == true);
}

TEST_CASE("the password stands in text and HTML only when the sheet has it, with a word of care") {
    CHECK_FALSE(holds(sheetText(sheetExample()), "Zq"));
    CHECK(holds(sheetText(withPassword()), "パスワード    Zq<7&'\"x9\n"));
    CHECK(holds(sheetText(withPassword()), "人に見られない所に"));
    CHECK_FALSE(holds(sheetText(sheetExample()), "人に見られない所に"));
    CHECK(holds(sheetHtml(withPassword()), "<td class=\"value\">Zq&lt;7&amp;&#39;&quot;x9</td>"));
}

TEST_CASE("bytes that are no UTF-8 never stop the JSON") {
    Sheet sheet = sheetExample();
    sheet.notes = {"\xff\xfe"};
    CHECK_FALSE(nlohmann::json::parse(sheetJson(sheet)).is_discarded());
}
