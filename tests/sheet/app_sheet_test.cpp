// The sheet in the words of the person's mail app: labels, values, what the app cannot take, and where to enter it.
#include "example.h"
#include "support/catch.h"
#include "support/files.h"

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace yomikae;
using namespace yomikae::test;

namespace {

MailApp appOf(const std::string& id) {
    const std::string file = "resources/mailapps/" + id + ".json";
    auto app = readMailApp(sourceFile(file), file);
    REQUIRE(app);
    return *app;
}

Sheet sheetFor(const std::string& id, const Translation& translation, const RunReport& report,
               Language language = Language::Japanese) {
    const MailApp app = appOf(id);
    const Judgement judgement = judge(translation, report);
    SheetOptions options = optionsOf(language);
    options.app = &app;
    return makeSheet(translation, &report, &judgement, options);
}

Sheet sheetFor(const std::string& id, const Translation& translation = translationExample(),
               Language language = Language::Japanese) {
    return sheetFor(id, translation, reportExample(translation), language);
}

Translation startTlsExample() {
    Translation translation = translationExample();
    translation.incoming.front().port = 110;
    translation.incoming.front().security = Security::StartTls;
    return translation;
}

std::vector<std::string> labelsOf(const SheetPart& part) {
    std::vector<std::string> labels;
    for (const SheetRow& row : part.rows)
        labels.push_back(row.label + "=" + row.value);
    return labels;
}

bool holds(const std::vector<std::string>& texts, const std::string& part) {
    return std::any_of(texts.begin(), texts.end(),
                       [&](const std::string& text) { return text.find(part) != std::string::npos; });
}

bool alerts(const Sheet& sheet, const std::string& part, bool blocks) {
    return std::any_of(sheet.alerts.begin(), sheet.alerts.end(), [&](const SheetAlert& alert) {
        return alert.blocks == blocks && alert.text.find(part) != std::string::npos;
    });
}

using Texts = std::vector<std::string>;

} // namespace

TEST_CASE("the rows carry the app's labels and values, with the same proof") {
    const Sheet sheet = sheetFor("thunderbird");
    CHECK(labelsOf(sheet.incoming) == Texts{"メールアドレス=taro@post.example.test", "サーバー名=secure.example.test",
                                            "ポート=995", "接続の保護=SSL/TLS", "認証方式=通常のパスワード認証",
                                            "ユーザー名=taro@post.example.test"});
    CHECK(labelsOf(sheet.outgoing) == Texts{"サーバー名=secure.example.test", "ポート番号=465", "接続の保護=SSL/TLS",
                                            "認証方式=通常のパスワード認証", "ユーザー名=taro@post.example.test"});
    CHECK_FALSE(sheet.incoming.rows[0].proven); // an address is not proven by a login
    for (std::size_t i = 1; i < sheet.incoming.rows.size(); ++i)
        CHECK(sheet.incoming.rows[i].proven);
    CHECK(sheet.passwordLabel == "パスワード");
    CHECK(sheet.works);
    CHECK(sheet.alerts.empty());
}

TEST_CASE("the English sheet has the app's English words") {
    const Sheet sheet = sheetFor("thunderbird", translationExample(), Language::English);
    CHECK(sheet.subtitle == "Rei Net  taro@post.example.test  for Mozilla Thunderbird");
    CHECK(labelsOf(sheet.outgoing) == Texts{"Server Name=secure.example.test", "Port=465",
                                            "Connection security=SSL/TLS", "Authentication method=Normal password",
                                            "User Name=taro@post.example.test"});
}

TEST_CASE("the subtitle names the app, and the sheet its id") {
    const Sheet sheet = sheetFor("outlook-classic");
    CHECK(sheet.subtitle == "れいネット  taro@post.example.test  Outlook(従来版) 用");
    CHECK(sheet.app == "outlook-classic");
    CHECK(sheetExample().app.empty());
    CHECK(sheetExample().ways.empty());
}

TEST_CASE("boxes are ticked") {
    const Sheet sheet = sheetFor("outlook-classic");
    CHECK(holds(labelsOf(sheet.incoming),
                "このサーバーでは暗号化された接続 (SSL/TLS) が必要=チェックを入れる (SSL/TLS)"));
    CHECK(holds(labelsOf(sheet.outgoing), "送信サーバー (SMTP) は認証が必要=チェックを入れる"));
}

TEST_CASE("the way to the screen stands on the sheet") {
    const Sheet sheet = sheetFor("ios-mail");
    REQUIRE(sheet.ways.size() == 2);
    CHECK(sheet.ways[0] == "新しく作るとき: 設定 › アプリ › メール › メールアカウント › アカウントを追加 › その他");
    CHECK(sheet.ways[1].starts_with("直すとき: "));
}

TEST_CASE("an app whose words are not known gets general ones, and that is said") {
    const Sheet sheet = sheetFor("spark");
    CHECK(holds(labelsOf(sheet.incoming), "受信サーバー=secure.example.test"));
    CHECK(holds(sheet.ways, "Spark の画面の言葉は調べきれていない"));
    CHECK(sheetFor("outlook-classic", translationExample(), Language::English).incoming.rows[1].label ==
          "Incoming server");
}

TEST_CASE("what cannot work with the app is said first, though the servers work") {
    const Sheet sheet = sheetFor("windows-mail");
    REQUIRE(sheet.alerts.size() == 2);
    CHECK(sheet.alerts[0].blocks);
    CHECK(sheet.alerts[0].text.find("2024年12月31日") != std::string::npos);
    CHECK_FALSE(sheet.alerts[1].blocks);
    CHECK_FALSE(sheet.works);
    CHECK(sheet.verdict ==
          "サーバーは使えます。ただし、Windows の「メール」 ではこの設定を使えません(すぐ下をご覧ください)。");
    CHECK(sheetFor("spark", translationExample(), Language::English).verdict ==
          "The servers work, but Spark Mail cannot be used with these settings (see right below).");
    CHECK(sheet.notProven.empty()); // of the servers all is
}

TEST_CASE("where not all is proven, that the app cannot take it is said besides") {
    const Translation translation = translationExample();
    const RunReport report = reportExample(translation, Outcome::LoginOk, Outcome::ConnectTimeout);
    CHECK(sheetFor("spark", translation, report).verdict == "受信だけ使えます。送信は、まだ確認できていません。また、Sp"
                                                            "ark ではこの設定を使えません(すぐ下をご覧ください)。");
    CHECK(sheetFor("thunderbird", translation, report).verdict == "受信だけ使えます。送信は、まだ確認できていません。");
}

TEST_CASE("POP with STARTTLS is blocked for Outlook, and a separate login for sending is warned of") {
    Translation translation = startTlsExample();
    translation.outgoing.front().usernames = {"taro-smtp"};
    const Sheet sheet = sheetFor("outlook-classic", translation);
    CHECK(alerts(sheet, "STARTTLS を選ぶ欄がありません", true));
    CHECK(alerts(sheet, "送信のユーザー名は受信と違います", false));
    CHECK(sheetFor("outlook-classic").alerts.empty());
}

TEST_CASE("the new Outlook cannot reach a server of the provider's own line, and has no other user name") {
    Translation translation = translationExample();
    translation.incoming.front().ownNetworkOnly = true;
    translation.incoming.front().usernames = {"taro"};
    const Sheet sheet = sheetFor("outlook-new", translation);
    CHECK(alerts(sheet, "プロバイダの回線からしか", true));
    CHECK(alerts(sheet, "受信のユーザー名がメールアドレスと違います", false));
    CHECK(sheet.alerts.front().blocks);
    CHECK(sheet.alerts.size() == 3); // the rest would push the settings off the page
}

TEST_CASE("a certificate that was agreed to is a warning for Thunderbird") {
    const Translation translation = translationExample();
    RunReport report = reportExample(translation);
    report.attempts[1].tls->faults = {CertificateFault::NameMismatch};
    CHECK(alerts(sheetFor("thunderbird", translation, report), "証明書に問題のあるサーバー", false));
    report.attempts[1].tls->faults = {CertificateFault::Weak};
    CHECK(sheetFor("thunderbird", translation, report).alerts.empty());
}

TEST_CASE("a server that knows only old TLS is blocked, but not one that works at another port") {
    const Translation translation = translationExample();
    CHECK(alerts(sheetFor("thunderbird", translation, reportExample(translation, Outcome::TlsOldVersion)), "古い暗号化",
                 true));
    RunReport report = reportExample(translation);
    report.attempts.push_back(report.attempts[0]);
    report.attempts.back().outcome = Outcome::TlsOldVersion;
    report.attempts.back().candidate.endpoint.port = 110;
    CHECK(sheetFor("thunderbird", translation, report).alerts.empty());
}

TEST_CASE("CRAM-MD5 has the app's name, and stops an app without it") {
    const Translation translation = translationExample();
    RunReport report = reportExample(translation);
    report.attempts[1].mechanism = Mechanism::CramMd5;
    const Sheet sheet = sheetFor("thunderbird", translation, report);
    CHECK(holds(labelsOf(sheet.outgoing), "認証方式=暗号化されたパスワード認証"));
    CHECK(holds(labelsOf(sheet.incoming), "認証方式=通常のパスワード認証"));
    CHECK(alerts(sheetFor("outlook-classic", translation, report), "CRAM-MD5 や APOP", true));
}

TEST_CASE("what is good to know about the app stands among the notes") {
    const Sheet sheet = sheetFor("ios-mail", startTlsExample());
    CHECK(sheet.alerts.empty());
    CHECK(holds(sheet.notes, "SSL は入と切だけです"));
    CHECK(holds(sheet.notes, "iOS 18 からは"));
}

TEST_CASE("for a service that has ended there is nothing to enter in any app") {
    Translation translation = translationExample();
    translation.status.emplace().state = ServiceState::Ended;
    const MailApp app = appOf("thunderbird");
    SheetOptions options = optionsOf(Language::Japanese);
    options.app = &app;
    const Sheet sheet = makeSheet(translation, nullptr, nullptr, options);
    CHECK(sheet.incoming.rows.empty());
    CHECK(sheet.ways.empty());
    CHECK(sheet.alerts.empty());
}

TEST_CASE("a server that nobody knows leaves boxes to write in, under the app's labels") {
    Translation translation = translationExample();
    translation.incoming.clear();
    translation.outgoing.clear();
    const MailApp app = appOf("thunderbird");
    SheetOptions options = optionsOf(Language::Japanese);
    options.app = &app;
    const Sheet sheet = makeSheet(translation, nullptr, nullptr, options);
    CHECK(labelsOf(sheet.incoming) ==
          Texts{"メールアドレス=taro@post.example.test", "サーバー名=", "ポート=", "接続の保護=", "ユーザー名="});
    CHECK(sheet.alerts.empty());
}

TEST_CASE("text, HTML and JSON hold the alerts, the ways and every row") {
    const Sheet sheet = sheetFor("outlook-classic", startTlsExample());
    const std::string text = sheetText(sheet);
    CHECK(text.find("X Outlook(従来版)には、POP の受信で STARTTLS") != std::string::npos);
    CHECK(text.find("> 新しく作るとき: ファイル › アカウントの追加") != std::string::npos);
    CHECK(text.find("  このサーバーでは暗号化された接続 (SSL/TLS) が必要\n") != std::string::npos);
    CHECK(text.find("  アカウント名                taro@post.example.test") != std::string::npos);
    const std::string html = sheetHtml(sheet);
    CHECK(html.find("<p class=\"alert blocks\">✕ Outlook(従来版)には") != std::string::npos);
    CHECK(html.find("<p class=\"way\">直すとき: ") != std::string::npos);
    const auto json = nlohmann::json::parse(sheetJson(sheet));
    CHECK(json["app"] == "outlook-classic");
    CHECK(json["alerts"][0]["blocks"] == true);
    CHECK(json["ways"].size() == 2);
    CHECK(json["incoming"]["rows"][0]["key"] == "mail_address");
    CHECK(nlohmann::json::parse(sheetJson(sheetExample()))["app"].is_null());
}

TEST_CASE("an app's words are escaped like everything else") {
    MailApp app = appOf("thunderbird");
    app.names.ja = "<b>";
    app.ja.names.labels[AppField::IncomingServer] = "<i>";
    app.ja.newAccount = "<u>";
    app.warnings = {{{}, AppLevel::Block, {"<s>", "<s>"}, 0}};
    SheetOptions options = optionsOf(Language::Japanese);
    options.app = &app;
    const std::string html = sheetHtml(makeSheet(translationExample(), nullptr, nullptr, options));
    for (const char* tag : {"<b>", "<i>", "<u>", "<s>"})
        CHECK(html.find(tag) == std::string::npos);
    CHECK(html.find("&lt;i&gt;") != std::string::npos);
}
