// Reading one app's file: what is wrong is said word for word, tests/mailapp/bad/NAME.json and NAME.expected (Japanese,
// an empty line, English).
#include "mailapp/mail_app.h"
#include "words/words.h"

#include "support/catch.h"
#include "support/files.h"

using namespace yomikae;

namespace {

std::string said(const std::vector<Problem>& problems) {
    std::string text;
    for (const Language language : {Language::Japanese, Language::English}) {
        for (const Problem& problem : problems)
            text += say(problem, language) + "\n";
        if (language == Language::Japanese)
            text += "\n";
    }
    return text;
}

std::string fileWith(const std::string& more) {
    return R"({"format":1,"id":"fine","names":{"ja":"例","en":"Example"},"platforms":["windows"],"state":"active",)"
           R"("takes":{},"sources":[{"title":"Example","checked":"2026-11","official":true}])" +
           more + "}";
}

MailApp read(const std::string& more) {
    auto app = readMailApp(fileWith(more), "fine.json");
    INFO(said(app.problems));
    REQUIRE(app);
    return *app;
}

} // namespace

TEST_CASE("each bad file is refused with exactly these words") {
    const auto files = test::sourceFiles("tests/mailapp/bad", ".json");
    REQUIRE(files.size() == 7);
    for (const std::string& file : files) {
        INFO(file);
        const std::string name = file.substr(file.rfind('/') + 1);
        const auto app = readMailApp(test::sourceFile(file), name);
        CHECK_FALSE(app);
        CHECK(said(app.problems) == test::sourceFile(file.substr(0, file.rfind('.')) + ".expected"));
    }
}

TEST_CASE("what stands in a file is what is read") {
    const MailApp app = read(R"(,"aliases":["Ex"],"ja":{"labels":{"incoming_server":"サーバ"},"values":{"tls":"SSL"},)"
                             R"("imap":{"labels":{"incoming_server":null}},"old_account":"設定"},)"
                             R"("controls":{"incoming_security":"switch"},"weak":["incoming_server"],)"
                             R"("warnings":[{"when":{"protocol":["pop3"],"security":["none"],"login":["oauth2"],)"
                             R"("own_network_only":true},"level":"warn","text":{"ja":"あ","en":"a"},"source":0}],)"
                             R"("after_upgrade":[{"text":{"ja":"い","en":"i"},"version":"2","source":0}])");
    CHECK(app.id == "fine");
    CHECK(app.names == Text{"例", "Example"});
    CHECK(app.aliases == std::vector<std::string>{"Ex"});
    CHECK(app.platforms == std::vector<std::string>{"windows"});
    CHECK(app.state == AppState::Active);
    CHECK(app.ja.names.labels.at(AppField::IncomingServer) == "サーバ");
    CHECK(app.ja.names.values.at(AppValue::Tls) == "SSL");
    CHECK(app.ja.protocols.at(Protocol::Imap).labels.at(AppField::IncomingServer).empty());
    CHECK(app.ja.oldAccount == "設定");
    CHECK(app.ja.known());
    CHECK_FALSE(app.en.known());
    CHECK(app.controls.at(AppField::IncomingSecurity) == AppControl::Switch);
    CHECK(app.weak == std::vector<AppField>{AppField::IncomingServer});
    AppCondition when;
    when.protocols = {Protocol::Pop3};
    when.securities = {Security::None};
    when.logins = {AppLogin::OAuth2};
    when.ownNetworkOnly = true;
    CHECK(app.warnings == std::vector<AppWarning>{{when, AppLevel::Warn, {"あ", "a"}, 0}});
    CHECK(app.afterUpgrade == std::vector<AppUpgradeNote>{{{"い", "i"}, "2", 0}});
    CHECK(app.sources == std::vector<AppSource>{{"", "Example", "2026-11", true}});
}

TEST_CASE("what an app can take is yes, no or not known") {
    const AppTakes takes =
        readMailApp(
            R"({"format":1,"id":"fine","names":{"ja":"例","en":"Example"},"platforms":["windows"],"state":"unknown",)"
            R"("takes":{"protocols":{"pop3":false,"imap":true,"smtp":null},"logins":{"oauth2":false},"no_encryption":null,)"
            R"("own_smtp_login":true},"sources":[]})",
            "fine.json")
            ->takes;
    CHECK(takes.protocols == std::map<Protocol, bool>{{Protocol::Pop3, false}, {Protocol::Imap, true}});
    CHECK(takes.logins == std::map<AppLogin, bool>{{AppLogin::OAuth2, false}});
    CHECK(takes.startTls.empty());
    CHECK_FALSE(takes.noEncryption.has_value());
    CHECK(takes.ownSmtpLogin == true);
}

TEST_CASE("a sentence that would not fit on the page is refused") {
    const std::string longText(401, 'x');
    const auto app = readMailApp(
        fileWith(R"(,"after_upgrade":[{"text":{"ja":"あ","en":")" + longText + R"("},"source":0}])"), "fine.json");
    REQUIRE(app.problems.size() == 1);
    CHECK(app.problems[0].code == "json-string-too-long");
    CHECK(app.problems[0].place.pointer == "/after_upgrade/0/text");
}

TEST_CASE("a damaged file says where, and gives nothing") {
    const auto app = readMailApp(fileWith("").substr(0, 60), "fine.json");
    CHECK_FALSE(app);
    REQUIRE(app.problems.size() == 1);
    CHECK(app.problems[0].code == "json-ends-early");
}

TEST_CASE("the words of a login are a closed list") {
    CHECK(appLoginNamed("password") == AppLogin::Password);
    CHECK(appLoginNamed("cram-md5") == AppLogin::CramMd5);
    CHECK(appLoginNamed("apop") == AppLogin::Apop);
    CHECK(appLoginNamed("oauth2") == AppLogin::OAuth2);
    CHECK_FALSE(appLoginNamed("PLAIN").has_value());
}
