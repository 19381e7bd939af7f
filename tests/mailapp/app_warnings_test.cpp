// Combinations that cannot work, or may not: what is said for each, first things first.
#include "mailapp/app_words.h"
#include "mailapp/apps.h"

#include <algorithm>

using namespace yomikae;
using test::mailApp;

namespace {

/// POP3 with TLS and SMTP with TLS, a password, one user name that is the address.
AppSituation usual(Protocol incoming = Protocol::Pop3) {
    AppSituation now;
    now.incoming = {incoming, Security::ImplicitTls, AppLogin::Password};
    now.outgoing = {Protocol::Smtp, Security::ImplicitTls, AppLogin::Password};
    return now;
}

AppSituation startTls(AppSituation now) {
    now.incoming.security = Security::StartTls;
    return now;
}

AppSituation login(AppSituation now, AppLogin login) {
    now.incoming.login = now.outgoing.login = login;
    return now;
}

AppSituation and_(AppSituation now, bool AppSituation::*fact) {
    now.*fact = true;
    return now;
}

struct Row {
    const char* app;
    AppSituation now;
    AppLevel level;
    const char* said;  ///< words of the sentence
    bool notOtherwise; ///< in the usual situation of the same protocol it is not said
};

} // namespace

TEST_CASE("each combination that does not go together is said at its level") {
    using S = AppSituation;
    const AppSituation pop = usual();
    const AppSituation imap = usual(Protocol::Imap);
    const AppSituation popStartTls = startTls(pop);
    AppSituation sendStartTls = pop;
    sendStartTls.outgoing.security = Security::StartTls;
    AppSituation clear = imap;
    clear.incoming.security = Security::None;
    const Row rows[] = {
        {"windows-mail", pop, AppLevel::Block, "2024年12月31日に終わり", false},
        {"windows-mail", imap, AppLevel::Block, "2024年12月31日に終わり", false},
        {"gmail-web", pop, AppLevel::Block, "2026年のうちに終わります", false},
        {"gmail-web", imap, AppLevel::Block, "IMAP では受信できません", false},
        {"spark", pop, AppLevel::Block, "Spark は POP が使えません", false},
        {"spark", clear, AppLevel::Block, "暗号化なしのサーバーにつながりません", true},
        {"gmail-android", pop, AppLevel::Warn, "IMAP だけになると案内", false},
        {"outlook-new", pop, AppLevel::Warn, "POP で受信できないプロバイダ", false},
        {"outlook-new", and_(imap, &S::incomingUserNotAddress), AppLevel::Warn, "入れる欄が見当たりません", true},
        {"outlook-new", and_(pop, &S::ownNetworkOnly), AppLevel::Block, "プロバイダの回線からしか", true},
        {"outlook-new", imap, AppLevel::Warn, "Microsoft のサーバー(国外のこともあります)", false},
        {"outlook-mobile", pop, AppLevel::Warn, "POP が使えるかどうか", false},
        {"outlook-classic", popStartTls, AppLevel::Block, "STARTTLS を選ぶ欄がありません", true},
        {"outlook-classic", login(pop, AppLogin::OAuth2), AppLevel::Block, "OAuth2 でログインできません", true},
        {"outlook-classic", login(imap, AppLogin::OAuth2), AppLevel::Block, "OAuth2 でログインできません", true},
        {"outlook-classic", login(pop, AppLogin::CramMd5), AppLevel::Block, "CRAM-MD5 や APOP", true},
        {"outlook-classic", login(pop, AppLogin::Apop), AppLevel::Block, "CRAM-MD5 や APOP", true},
        {"outlook-classic", and_(pop, &S::smtpUserDiffers), AppLevel::Warn, "「送信サーバー」タブ", true},
        {"android-vendor-mail", login(pop, AppLogin::CramMd5), AppLevel::Block, "CRAM-MD5 や APOP", true},
        {"android-vendor-mail", pop, AppLevel::Warn, "証明書をすべて承認", false},
        {"windows-live-mail", popStartTls, AppLevel::Warn, "STARTTLS を選ぶ欄が見当たりません", true},
        {"windows-live-mail", sendStartTls, AppLevel::Warn, "STARTTLS を選ぶ欄が見当たりません", true},
        {"outlook-express", popStartTls, AppLevel::Warn, "STARTTLS を選ぶ欄が見当たりません", true},
        {"outlook-express", pop, AppLevel::Warn, "TLS 1.2 が使えません", false},
        {"edmax", popStartTls, AppLevel::Warn, "STARTTLS の選択肢が見当たりません", true},
        {"edmax", pop, AppLevel::Warn, "TLS 1.2 を求めるサーバー", false},
        {"shuriken", pop, AppLevel::Warn, "TLS 1.2 を求めるサーバー", false},
        {"hidemaru-mail", popStartTls, AppLevel::Warn, "「STARTTLSを使用」にもチェック", true},
        {"ios-mail", popStartTls, AppLevel::Info, "ポート番号も必ず", true},
        {"ios-mail", pop, AppLevel::Info, "「その他」からアカウントを作る", false},
        {"macos-mail", popStartTls, AppLevel::Info, "ポート番号も必ず", true},
        {"macos-mail", pop, AppLevel::Warn, "「接続設定を自動的に管理」", false},
        {"thunderbird", and_(pop, &S::oldTlsOnly), AppLevel::Block, "古い暗号化(TLS 1.0/1.1)", true},
        {"thunderbird", and_(pop, &S::certificateFaulty), AppLevel::Warn, "例外を登録できない", true},
        {"thunderbird", login(pop, AppLogin::CramMd5), AppLevel::Info, "「暗号化されたパスワード認証」", true},
        {"thunderbird-android", and_(pop, &S::oldTlsOnly), AppLevel::Block, "古い暗号化(TLS 1.0/1.1)", true},
        {"thunderbird-android", login(pop, AppLogin::OAuth2), AppLevel::Block, "POP3 で OAuth2 を選べません", true},
        {"sylpheed", login(imap, AppLogin::OAuth2), AppLevel::Block, "OAuth2 でログインできません", true},
        {"yahoo-mail-app", imap, AppLevel::Warn, "Yahoo! のアドレスのため", false},
        {"becky", pop, AppLevel::Warn, "「ESMTPを使用」", false},
    };
    for (const Row& row : rows) {
        INFO(row.app << ": " << row.said);
        const auto isSaid = [&](const AppWarning& warning) {
            return warning.level == row.level && warning.text.ja.find(row.said) != std::string::npos;
        };
        const auto found = warningsFor(mailApp(row.app), row.now);
        CHECK(std::count_if(found.begin(), found.end(), isSaid) == 1);
        const auto otherwise = warningsFor(mailApp(row.app), usual(row.now.incoming.protocol));
        CHECK(std::any_of(otherwise.begin(), otherwise.end(), isSaid) == !row.notOtherwise);
    }
}

TEST_CASE("protocol and security must meet in one direction") {
    AppSituation now = usual();
    now.outgoing.security = Security::StartTls; // POP3 with TLS stays fine
    for (const AppWarning& warning : warningsFor(mailApp("outlook-classic"), now))
        CHECK(warning.level == AppLevel::Info);
}

TEST_CASE("POP3 with OAuth2 is blocked for Thunderbird on Android, IMAP is not") {
    CHECK(warningsFor(mailApp("thunderbird-android"), login(usual(Protocol::Imap), AppLogin::OAuth2)).empty());
}

TEST_CASE("what is not known is never held against an app") {
    AppSituation now;
    now.incoming.protocol = Protocol::Imap;
    CHECK(warningsFor(mailApp("outlook-express"), now).empty());
    CHECK(warningsFor(mailApp("sylpheed"), now).empty());
}

TEST_CASE("what cannot work comes first, then what may fail, then what is good to know") {
    MailApp app;
    app.warnings = {{{}, AppLevel::Info, {"1", "1"}, 0},
                    {{}, AppLevel::Warn, {"2", "2"}, 0},
                    {{}, AppLevel::Block, {"3", "3"}, 0},
                    {{}, AppLevel::Warn, {"4", "4"}, 0}};
    std::string order;
    for (const AppWarning& warning : warningsFor(app, usual()))
        order += warning.text.en;
    CHECK(order == "3241");
}

TEST_CASE("an app without a known limit says nothing") {
    CHECK(warningsFor(mailApp("em-client"), startTls(usual())).empty());
    CHECK(warningsFor(mailApp("claws-mail"), startTls(usual())).empty());
}
