// The files that come with Yomikae: each is good, says nothing twice, and keeps its word.
#include "mailapp/app_words.h"
#include "mailapp/apps.h"
#include "words/words.h"

#include "base/text.h"

#include <algorithm>
#include <set>

using namespace yomikae;
using test::mailApp;
using test::mailApps;

namespace {

AppSituation with(Protocol incoming, Security security, AppLogin login) {
    AppSituation now;
    now.incoming = {incoming, security, login};
    now.outgoing = {Protocol::Smtp, Security::ImplicitTls, AppLogin::Password};
    return now;
}

bool isBlocked(const MailApp& app, const AppSituation& now) {
    const auto found = warningsFor(app, now);
    return !found.empty() && found.front().level == AppLevel::Block;
}

bool isSaid(const MailApp& app, const AppSituation& now) {
    const auto found = warningsFor(app, now);
    return !found.empty() && found.front().level != AppLevel::Info;
}

} // namespace

TEST_CASE("every file of resources/mailapps is good") {
    const auto files = test::sourceFiles("resources/mailapps", ".json");
    CHECK(files.size() == 24);
    for (const std::string& file : files)
        for (const Problem& problem : readMailApp(test::sourceFile(file), file).problems)
            FAIL_CHECK(say(problem, Language::English));
    CHECK(mailApps().size() == files.size());
}

TEST_CASE("no app's sheet calls a port anything but a port") {
    // "受信サーバー (POP3)" is Outlook's word for it: below the server's row the number looks like a second server
    NeutralWords neutral;
    neutral.words.incoming.port = neutral.words.outgoing.port = "ポート番号/port";
    for (const MailApp& app : mailApps())
        for (const AppVocabulary* vocabulary : {&app.ja, &app.en})
            for (const Protocol incoming : {Protocol::Pop3, Protocol::Imap}) {
                const AppWords words =
                    appWords(app, *vocabulary, with(incoming, Security::ImplicitTls, AppLogin::Password), neutral);
                for (const std::string& port : {words.incoming.port, words.outgoing.port}) {
                    INFO(app.id << ": " << port);
                    CHECK((port.find("ポート") != std::string::npos ||
                           lowerAscii(port).find("port") != std::string::npos));
                }
            }
}

TEST_CASE("no word names two apps") {
    std::set<std::string> seen;
    for (const MailApp& app : mailApps()) {
        std::set<std::string> own{app.id, lowerAscii(foldTyped(app.names.ja)), lowerAscii(foldTyped(app.names.en))};
        for (const std::string& alias : app.aliases) {
            INFO(app.id << ": " << alias);
            CHECK(own.insert(lowerAscii(foldTyped(alias))).second);
        }
        for (const std::string& word : own) {
            INFO(app.id << ": " << word);
            CHECK(seen.insert(word).second);
        }
    }
}

TEST_CASE("an app is found by id, name or alias, whatever the case and width") {
    CHECK(mailApp("thunderbird").id == "thunderbird");
    CHECK(mailApp("Mozilla Thunderbird").id == "thunderbird");
    CHECK(mailApp(" ＴＨＵＮＤＥＲＢＩＲＤ ").id == "thunderbird");
    CHECK(mailApp("サンダーバード").id == "thunderbird");
    CHECK(mailApp("iphone").id == "ios-mail");
    CHECK(mailApp("ｉＰａｄ").id == "ios-mail");
    CHECK(mailApp("Mac").id == "macos-mail");
    CHECK(mailApp("k-9 mail").id == "thunderbird-android");
    CHECK(mailApp("新しい outlook").id == "outlook-new");
    CHECK(mailApp("BECKY!").id == "becky");
    CHECK(mailApp("鶴亀メール").id == "hidemaru-mail");
}

TEST_CASE("a word that could mean several apps, or none, finds none") {
    for (const char* word : {"outlook", "gmail", "mail", "メール", "", "  ", "pine"}) {
        INFO(word);
        CHECK(findMailApp(mailApps(), word) == nullptr);
    }
}

TEST_CASE("a protocol that an app does not take is always blocked or warned of") {
    for (const MailApp& app : mailApps())
        for (const Protocol protocol : {Protocol::Pop3, Protocol::Imap}) {
            const auto found = app.takes.protocols.find(protocol);
            if (found == app.takes.protocols.end() || found->second)
                continue;
            INFO(app.id << " " << name(protocol));
            CHECK(isBlocked(app, with(protocol, Security::ImplicitTls, AppLogin::Password)));
        }
}

TEST_CASE("STARTTLS that an app does not take is always blocked") {
    for (const MailApp& app : mailApps())
        for (const auto& [protocol, taken] : app.takes.startTls)
            if (!taken && protocol != Protocol::Smtp) {
                INFO(app.id << " " << name(protocol));
                CHECK(isBlocked(app, with(protocol, Security::StartTls, AppLogin::Password)));
            }
}

TEST_CASE("a way to log in that an app does not have is always blocked") {
    for (const MailApp& app : mailApps())
        for (const auto& [login, taken] : app.takes.logins)
            if (!taken) {
                INFO(app.id << " " << static_cast<int>(login));
                CHECK(isBlocked(app, with(Protocol::Pop3, Security::ImplicitTls, login)));
            }
}

TEST_CASE("an app that refuses connections without encryption says so") {
    for (const MailApp& app : mailApps())
        if (app.takes.noEncryption == false) {
            INFO(app.id);
            CHECK(isBlocked(app, with(Protocol::Imap, Security::None, AppLogin::Password)));
        }
    CHECK(mailApp("spark").takes.noEncryption == false);
}

TEST_CASE("an app that has ended never gets a sheet without a word about it") {
    for (const MailApp& app : mailApps())
        if (app.state == AppState::Ended) {
            INFO(app.id);
            CHECK(isSaid(app, with(Protocol::Pop3, Security::ImplicitTls, AppLogin::Password)));
        }
}

TEST_CASE("only a field that the app names can be weak, a box or a switch") {
    for (const MailApp& app : mailApps()) {
        const auto isNamed = [&](AppField field) {
            return app.ja.names.labels.count(field) + app.en.names.labels.count(field) > 0;
        };
        for (const AppField field : app.weak) {
            INFO(app.id << " " << static_cast<int>(field));
            CHECK(isNamed(field));
        }
        for (const auto& [field, control] : app.controls) {
            INFO(app.id << " " << static_cast<int>(field));
            // the browser's Gmail has a heading of its own only for the box that it has no other word for
            CHECK(isNamed(field));
        }
    }
}

TEST_CASE("what is said is whole sentences in both languages, and blames nobody") {
    for (const MailApp& app : mailApps()) {
        std::vector<Text> texts;
        for (const AppWarning& warning : app.warnings)
            texts.push_back(warning.text);
        for (const AppUpgradeNote& note : app.afterUpgrade)
            texts.push_back(note.text);
        for (const Text& text : texts) {
            INFO(app.id << ": " << text.ja << " " << text.en);
            CHECK(text.ja.ends_with("。"));
            CHECK(text.en.ends_with("."));
            CHECK(characters(text.ja) <= 110);
            CHECK(characters(text.en) <= 180);
            CHECK(text.ja.find("あなた") == std::string::npos);
        }
    }
}

TEST_CASE("every file names its sources") {
    for (const MailApp& app : mailApps()) {
        INFO(app.id);
        CHECK_FALSE(app.sources.empty());
        CHECK(std::none_of(app.sources.begin(), app.sources.end(),
                           [](const AppSource& source) { return source.title.empty() || source.checked.empty(); }));
    }
}
