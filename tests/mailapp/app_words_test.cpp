// Which words stand on a sheet for an app, and when a neutral one has to do.
#include "mailapp/app_words.h"
#include "mailapp/apps.h"

using namespace yomikae;
using test::mailApp;
using test::mailApps;

namespace {

NeutralWords neutral() {
    NeutralWords words;
    words.words.password = "N-password";
    words.words.incoming = {"N-server", "N-port", "N-security", "", "N-user", "N-encrypted", ""};
    words.words.outgoing = {"N-smtp", "N-port", "N-security", "N-auth", "N-user", "N-encrypted", "N-login"};
    words.tick = "tick";
    words.noTick = "no tick";
    words.on = "on";
    words.off = "off";
    return words;
}

AppSituation settings(Protocol incoming, Security security, AppLogin login = AppLogin::Password) {
    return {{incoming, security, login}, {Protocol::Smtp, security, login}, false, false, false, false, false};
}

AppWords japanese(const std::string& app, const AppSituation& now = settings(Protocol::Pop3, Security::ImplicitTls)) {
    return appWords(mailApp(app), mailApp(app).ja, now, neutral());
}

AppWords english(const std::string& app, const AppSituation& now = settings(Protocol::Pop3, Security::ImplicitTls)) {
    return appWords(mailApp(app), mailApp(app).en, now, neutral());
}

} // namespace

TEST_CASE("Thunderbird's own words stand for every field and value") {
    const AppWords words = japanese("thunderbird");
    CHECK(words.mailAddress == "メールアドレス");
    CHECK(words.password == "パスワード");
    CHECK(words.incoming ==
          SideWords{"サーバー名", "ポート", "接続の保護", "認証方式", "ユーザー名", "SSL/TLS", "通常のパスワード認証"});
    CHECK(words.outgoing == SideWords{"サーバー名", "ポート番号", "接続の保護", "認証方式", "ユーザー名", "SSL/TLS",
                                      "通常のパスワード認証"});
    CHECK(english("thunderbird").incoming == SideWords{"Server Name", "Port", "Connection security",
                                                       "Authentication method", "User Name", "SSL/TLS",
                                                       "Normal password"});
}

TEST_CASE("without encryption Thunderbird calls the same password another thing") {
    const auto clear = settings(Protocol::Pop3, Security::None);
    CHECK(japanese("thunderbird", clear).incoming.loginValue == "平文のパスワード認証 (安全でない)");
    CHECK(japanese("thunderbird", clear).incoming.securityValue == "なし");
    CHECK(japanese("kmail", clear).incoming.loginValue == "クリアテキスト");
}

TEST_CASE("APOP, CRAM-MD5 and OAuth2 have the app's names") {
    const auto words = [](AppLogin login) {
        return japanese("claws-mail", settings(Protocol::Pop3, Security::ImplicitTls, login)).incoming.loginValue;
    };
    CHECK(words(AppLogin::Apop) == "APOP");
    CHECK(words(AppLogin::CramMd5) == "CRAM-MD5");
    CHECK(words(AppLogin::OAuth2) == "OAUTH2");
    CHECK(
        japanese("thunderbird", settings(Protocol::Pop3, Security::StartTls, AppLogin::CramMd5)).outgoing.loginValue ==
        "暗号化されたパスワード認証");
}

TEST_CASE("a box is ticked, with the encryption in brackets") {
    const AppWords words = japanese("outlook-classic");
    CHECK(words.incoming.security == "このサーバーでは暗号化された接続 (SSL/TLS) が必要");
    CHECK(words.incoming.securityValue == "tick (SSL/TLS)");
    CHECK(words.outgoing.securityValue == "SSL/TLS");
    CHECK(words.outgoing.authentication == "送信サーバー (SMTP) は認証が必要");
    CHECK(words.outgoing.loginValue == "tick");
    CHECK(japanese("outlook-classic", settings(Protocol::Pop3, Security::None)).incoming.securityValue == "no tick");
}

TEST_CASE("a switch is on or off, and a neutral word tells TLS from STARTTLS") {
    CHECK(japanese("ios-mail").incoming.securityValue == "on (N-encrypted)");
    CHECK(japanese("ios-mail", settings(Protocol::Imap, Security::None)).incoming.securityValue == "off");
    CHECK(japanese("hidemaru-mail", settings(Protocol::Pop3, Security::StartTls)).incoming.securityValue ==
          "tick (STARTTLSを使用)");
}

TEST_CASE("a box whose label is not known in a language is not ticked in that language") {
    CHECK(english("outlook-classic").incoming.security == "N-security");
    CHECK(english("outlook-classic").incoming.securityValue == "N-encrypted");
    CHECK(english("outlook-classic").outgoing.loginValue == "N-login");
}

TEST_CASE("a doubtful word that is the neutral one stands there once") {
    NeutralWords words = neutral();
    words.words.incoming.username = "ユーザー名";
    const MailApp& app = mailApp("ios-mail");
    CHECK(appWords(app, app.ja, settings(Protocol::Pop3, Security::ImplicitTls), words).incoming.username ==
          "ユーザー名");
}

TEST_CASE("OAuth2 is never a mere tick") {
    CHECK(japanese("outlook-classic", settings(Protocol::Imap, Security::ImplicitTls, AppLogin::OAuth2))
              .outgoing.loginValue == "N-login");
}

TEST_CASE("a doubtful word stands in brackets behind the neutral one") {
    const AppWords words = japanese("ios-mail");
    CHECK(words.incoming.port == "N-port (サーバーポート)");
    CHECK(words.incoming.security == "N-security (SSLを使用)");
    CHECK(words.incoming.server == "ホスト名");
    CHECK(words.incoming.loginValue == "パスワード");
    CHECK(japanese("gmail-android").incoming.server == "N-server (サーバー)");
    CHECK(japanese("gmail-android").incoming.authentication == "認証"); // weak, and there is no neutral word
}

TEST_CASE("a protocol has its own words where the app has them") {
    const auto imap = settings(Protocol::Imap, Security::ImplicitTls);
    CHECK(japanese("outlook-classic").incoming.port == "N-port (受信サーバー (POP3))");
    CHECK(japanese("outlook-classic", imap).incoming.port == "N-port (受信サーバー (IMAP))");
    CHECK(japanese("sylpheed").incoming.securityValue == "POP3の接続にSSLを使用");
    CHECK(japanese("sylpheed", imap).incoming.securityValue == "IMAP4の接続にSSLを使用");
    CHECK(japanese("sylpheed").outgoing.securityValue == "SMTPの接続にSSLを使用");
    CHECK(japanese("kmail", imap).incoming.server == "IMAP Server");
    CHECK(japanese("hidemaru-mail", imap).incoming.security == "IMAP over SSL");
    CHECK(japanese("claws-mail", settings(Protocol::Pop3, Security::None)).outgoing.securityValue ==
          "Don't use TLS (but, if necessary, use STARTTLS)");
}

TEST_CASE("a word for POP3 is never used for IMAP where that one is not known") {
    const auto imap = settings(Protocol::Imap, Security::ImplicitTls);
    CHECK(japanese("edmax").incoming.server == "POP3サーバー名");
    CHECK(japanese("edmax", imap).incoming.server == "N-server");
    CHECK(japanese("edmax", imap).incoming.username == "N-user");
    CHECK(japanese("edmax", imap).password == "N-password");
    CHECK(japanese("edmax").incoming.securityValue == "POP3S");
    CHECK(japanese("edmax").outgoing.securityValue == "N-encrypted");
    CHECK(english("sylpheed").outgoing.securityValue == "N-encrypted");
    for (const MailApp& app : mailApps())
        for (const AppVocabulary* vocabulary : {&app.ja, &app.en}) {
            const AppWords words = appWords(app, *vocabulary, imap, neutral());
            for (const std::string* word : {&words.incoming.server, &words.incoming.port, &words.incoming.username}) {
                INFO(app.id << ": " << *word);
                CHECK(word->find("POP3") == std::string::npos);
            }
        }
}

TEST_CASE("an app whose words nobody knows gets the neutral ones") {
    for (const char* app : {"em-client", "spark", "shuriken", "yahoo-mail-app", "outlook-mobile"}) {
        INFO(app);
        const AppWords words = japanese(app);
        CHECK_FALSE(mailApp(app).ja.known());
        CHECK(words == neutral().words);
    }
    CHECK(english("em-client").incoming.security == "Security policy");
}

TEST_CASE("a setting that is not known has no word either") {
    AppSituation now;
    const AppWords words = japanese("thunderbird", now);
    CHECK(words.incoming.securityValue.empty());
    CHECK(words.incoming.loginValue.empty());
    CHECK(words.incoming.security == "接続の保護");
}

TEST_CASE("the browser's Gmail calls STARTTLS TLS") {
    CHECK(japanese("gmail-web", settings(Protocol::Pop3, Security::StartTls)).outgoing.securityValue ==
          "TLSを使用したセキュリティで保護された接続");
    CHECK(japanese("gmail-web").outgoing.securityValue == "SSLを使用したセキュリティで保護された接続");
    CHECK(japanese("gmail-web").outgoing.security == "N-security");
}

TEST_CASE("every app gives a label to every field that a sheet has") {
    for (const MailApp& app : mailApps())
        for (const AppVocabulary* vocabulary : {&app.ja, &app.en})
            for (const Protocol protocol : {Protocol::Pop3, Protocol::Imap}) {
                const AppWords words = appWords(app, *vocabulary, settings(protocol, Security::StartTls), neutral());
                INFO(app.id);
                CHECK_FALSE(words.password.empty());
                for (const SideWords* side : {&words.incoming, &words.outgoing})
                    for (const std::string* word :
                         {&side->server, &side->port, &side->security, &side->username, &side->securityValue})
                        CHECK_FALSE(word->empty());
            }
}
