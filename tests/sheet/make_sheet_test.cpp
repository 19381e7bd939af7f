// What stands on the page: the proven values, in the order of a mail app, and what changed.
#include "example.h"
#include "support/catch.h"

#include <algorithm>

using namespace yomikae;
using namespace yomikae::test;

namespace {

const SheetRow& rowOf(const SheetPart& part, const std::string& key) {
    const auto row =
        std::find_if(part.rows.begin(), part.rows.end(), [&](const SheetRow& one) { return one.key == key; });
    REQUIRE(row != part.rows.end());
    return *row;
}

std::vector<std::string> keysOf(const SheetPart& part) {
    std::vector<std::string> keys;
    for (const SheetRow& row : part.rows)
        keys.push_back(row.key);
    return keys;
}

bool holds(const std::vector<std::string>& texts, const std::string& part) {
    return std::any_of(texts.begin(), texts.end(),
                       [&](const std::string& text) { return text.find(part) != std::string::npos; });
}

} // namespace

TEST_CASE("the head says what, whose, and whether it works") {
    const Sheet sheet = sheetExample();
    CHECK(sheet.title == "メール設定シート");
    CHECK(sheet.subtitle == "れいネット  taro@post.example.test");
    CHECK(sheet.works);
    CHECK(sheet.verdict == "使えます。受信も送信も、ログインできることを確認しました。");
    CHECK(sheet.status.empty());
}

TEST_CASE("the settings stand in the order of a mail app's screen") {
    const Sheet sheet = sheetExample();
    CHECK(sheet.incoming.heading == "受信(POP3)");
    CHECK(keysOf(sheet.incoming) == std::vector<std::string>{"server", "port", "security", "username"});
    CHECK(rowOf(sheet.incoming, "server") ==
          SheetRow{"受信サーバー", "secure.example.test", "確認済み", "server", true});
    CHECK(rowOf(sheet.incoming, "port").value == "995");
    CHECK(rowOf(sheet.incoming, "security").value == "SSL/TLS");
    CHECK(rowOf(sheet.incoming, "username").value == "taro@post.example.test");
    CHECK(sheet.passwordLabel == "パスワード");
    CHECK(keysOf(sheet.outgoing) ==
          std::vector<std::string>{"server", "port", "security", "authentication", "username"});
    CHECK(rowOf(sheet.outgoing, "authentication").value == "あり(通常のパスワード認証)");
}

TEST_CASE("a proof names the local day and time") {
    CHECK(sheetExample().incoming.proof == "確認済み 2026年11月24日 14:03(ログインできました)");
    CHECK(sheetExample(Language::English).incoming.proof == "Proven 24 November 2026 14:03 (the login succeeded)");
}

TEST_CASE("the day is the day of the place, not of Greenwich") {
    const Translation translation = translationExample();
    SheetOptions options = optionsOf(Language::Japanese);
    options.made += std::chrono::hours(12);
    CHECK(makeSheet(translation, nullptr, nullptr, options).footer.find("2026年11月25日 02:03") != std::string::npos);
    options.utcOffsetMinutes = -5 * 60;
    CHECK(makeSheet(translation, nullptr, nullptr, options).footer.find("2026年11月24日 12:03") != std::string::npos);
}

TEST_CASE("a sheet that was not checked says so plainly and marks every value") {
    const Sheet sheet = makeSheet(translationExample(), nullptr, nullptr, optionsOf(Language::Japanese));
    CHECK(sheet.verdict == "サーバーではまだ確かめていない設定です。");
    CHECK_FALSE(sheet.works);
    CHECK(sheet.incoming.proof == "未確認");
    for (const SheetPart* part : {&sheet.incoming, &sheet.outgoing})
        for (const SheetRow& row : part->rows) {
            CHECK_FALSE(row.proven);
            CHECK(row.mark == "未確認");
        }
    CHECK(rowOf(sheet.incoming, "server").value == "secure.example.test");
    CHECK(sheet.notProven.size() == 2);
}

TEST_CASE("an open door proves the server but not the user name") {
    const Translation translation = translationExample();
    const Sheet sheet = sheetOf(translation, reportExample(translation, Outcome::AuthRejected, Outcome::Ready));
    CHECK(rowOf(sheet.incoming, "server").proven);
    CHECK_FALSE(rowOf(sheet.incoming, "username").proven);
    CHECK_FALSE(rowOf(sheet.outgoing, "authentication").proven);
    CHECK(sheet.incoming.proof.find("入口まで確認済み") == 0);
    CHECK(holds(sheet.notProven, "受信は"));
    CHECK(holds(sheet.notProven, "送信は"));
}

TEST_CASE("what the run proved stands on the sheet, not what was expected") {
    const Translation translation = translationExample();
    TranslatedEndpoint other = endpointOf(Protocol::Pop3, "secure.example.test", 110);
    other.security = Security::StartTls;
    other.usernames = {"taro"};
    const Sheet sheet = sheetOf(translation, reportOf({attemptOf(other, Outcome::LoginOk),
                                                       attemptOf(translation.outgoing.front(), Outcome::LoginOk)}));
    CHECK(rowOf(sheet.incoming, "port").value == "110");
    CHECK(rowOf(sheet.incoming, "security").value == "STARTTLS");
    CHECK(rowOf(sheet.incoming, "username").value == "taro");
    const auto labelled = [&](const std::string& label) {
        return std::any_of(sheet.changes.begin(), sheet.changes.end(),
                           [&](const SheetChange& change) { return change.label == label; });
    };
    CHECK_FALSE(labelled("受信のポート番号")); // 110 stood on the paper already
    CHECK_FALSE(labelled("受信のユーザー名"));
    CHECK(labelled("受信の暗号化"));
    CHECK(sheet.changes[1].label == "受信の暗号化");
    CHECK(sheet.changes[1].why == "実際に確かめたところ、いまはこの値でログインできました。");
}

TEST_CASE("a guess about a server is no reason any more once it was tried") {
    Translation translation = translationExample();
    translation.changes[3].evidence = Evidence::Unsourced;
    const auto why = [&](const Sheet& sheet) { return sheet.changes.at(1).why; };
    CHECK(why(sheetOf(translation, reportExample(translation), Language::English)) ==
          "It was tried: today the login works with this value.");
    CHECK(why(sheetOf(translation, reportExample(translation, Outcome::Ready), Language::English)) ==
          "It was tried: today the server answers with this value.");
    const std::string guess = "The old server was switched off. Today it is this one.";
    CHECK(why(makeSheet(translation, nullptr, nullptr, optionsOf(Language::English))) == guess);
    translation.changes[3].evidence = Evidence::Official;
    CHECK(why(sheetOf(translation, reportExample(translation), Language::English)) == guess);
}

TEST_CASE("changes say old, new and why, in the words of the person") {
    const Sheet sheet = sheetExample();
    REQUIRE(sheet.changes.size() == 9);
    CHECK(sheet.changes[0] == SheetChange{"受信のユーザー名", "taro", "taro@post.example.test",
                                          "いまはメールアドレス全体がユーザー名です。昔は @ の前だけでした。"});
    CHECK(sheet.changes[3].old == "なし");
    CHECK(sheet.changes[3].now == "SSL/TLS");
    CHECK(sheet.changes[6].old.empty());
    CHECK(sheet.changes[7].now == "あり(通常のパスワード認証)");
}

TEST_CASE("ways to log in for sending have the words of mail apps, unknown ones stay as they are") {
    const auto shownAs = [](const std::string& paper, const std::string& now) {
        Translation translation = translationExample();
        translation.changes = {changeOf(Field::OutgoingAuthentication, paper, now, Change::Changed, {})};
        const SheetChange change = makeSheet(translation, nullptr, nullptr, optionsOf(Language::English)).changes.at(0);
        return change.old + " / " + change.now;
    };
    CHECK(shownAs("pop-before-smtp", "smtp-auth") == "Receive first (POP before SMTP) / Yes (normal password)");
    CHECK(shownAs("none", "oauth2") == "None / OAuth2 (sign-in through the browser)");
    CHECK(shownAs("", "carrier-pigeon") == " / carrier-pigeon");
}

TEST_CASE("a field that no longer exists stays removed, whatever was proven") {
    Translation translation = translationExample();
    translation.changes[3] =
        changeOf(Field::PopServer, "mail.example.test", "", Change::Removed, {"IMAP だけになりました。", "IMAP only."});
    translation.incoming = {endpointOf(Protocol::Imap, "imap.example.test", 993)};
    const Sheet sheet = sheetOf(translation, reportExample(translation));
    CHECK(sheet.incoming.heading == "受信(IMAP)");
    CHECK(rowOf(sheet.incoming, "server").value == "imap.example.test");
    const auto removed = std::find_if(sheet.changes.begin(), sheet.changes.end(),
                                      [](const SheetChange& c) { return c.label == "受信サーバー"; });
    REQUIRE(removed != sheet.changes.end());
    CHECK(removed->old == "mail.example.test");
    CHECK(removed->now.empty());
}

TEST_CASE("steps are there until the login shows that they are done") {
    Translation translation = translationExample();
    translation.steps = {stepOf("1"), stepOf("2")};
    CHECK(makeSheet(translation, nullptr, nullptr, optionsOf(Language::English)).steps[0] ==
          "Setting number 1 (where: Web mail > Settings) https://webmail.example.test/1");
    CHECK(sheetOf(translation, reportExample(translation, Outcome::AuthRejected)).steps.size() == 2);
    CHECK(sheetOf(translation, reportExample(translation)).steps.empty());
}

TEST_CASE("other doors are good to know where all works, and part of the open questions where not") {
    const Translation translation = translationExample();
    RunReport report = reportExample(translation);
    report.attempts.push_back(attemptOf(endpointOf(Protocol::Imap, "imap.example.test", 993), Outcome::Ready, 2));
    report.attempts.push_back(attemptOf(endpointOf(Protocol::Imap, "imap.example.test", 993), Outcome::Ready, 2));
    Sheet sheet = sheetOf(translation, report);
    CHECK(sheet.notProven.empty());
    CHECK(std::count(sheet.notes.begin(), sheet.notes.end(),
                     "ほかに開いている入口:IMAP imap.example.test 993番 SSL/TLS(ログインは未確認)") == 1);
    report.attempts[1].outcome = Outcome::ConnectTimeout;
    sheet = sheetOf(translation, report);
    CHECK(holds(sheet.notProven, "imap.example.test"));
    CHECK_FALSE(holds(sheet.notes, "imap.example.test"));
}

TEST_CASE("advice and the provider's limits are the notes") {
    const Translation translation = translationExample();
    const Sheet sheet = sheetOf(translation, reportExample(translation, Outcome::AuthRejected, Outcome::Ready));
    CHECK(holds(sheet.notes, "一文字ずつ見比べて"));
    CHECK(holds(sheet.notes, "https://support.example.test/"));
    CHECK(holds(sheet.notes, "7日分"));
}

TEST_CASE("a service that closes says when, once") {
    Translation translation = translationExample();
    translation.status.emplace().state = ServiceState::Closing;
    translation.status->until = partialDate("2028-03-31");
    const Sheet sheet = sheetOf(translation, reportExample(translation));
    CHECK(sheet.status.find("2028年3月31日に終わる予定") != std::string::npos);
    CHECK_FALSE(holds(sheet.notes, "2028年3月31日"));
    translation.status->note = {"公式の発表による。", "As announced."};
    const Sheet noted = sheetOf(translation, reportExample(translation));
    CHECK(noted.status == sheet.status);
    CHECK(noted.notes.front() == "公式の発表による。");
}

TEST_CASE("a service that has ended has no settings, no box and no steps") {
    Translation translation = translationExample();
    translation.status.emplace().state = ServiceState::Ended;
    translation.status->until = partialDate("2026-02-25");
    translation.status->note = {"引き継ぎはありません。", "Nothing was handed over."};
    translation.steps = {stepOf("1")};
    const Sheet checked = sheetOf(translation, RunReport{});
    const Sheet unchecked = makeSheet(translation, nullptr, nullptr, optionsOf(Language::Japanese));
    CHECK(unchecked.verdict == "このメールのサービスは2026年2月25日に終わりました。");
    for (const Sheet* sheet : {&checked, &unchecked}) {
        CHECK(sheet->verdict.find("2026年2月25日") != std::string::npos);
        CHECK(sheet->status == "引き継ぎはありません。");
        CHECK_FALSE(holds(sheet->notes, "引き継ぎ"));
        CHECK(sheet->incoming.rows.empty());
        CHECK(sheet->outgoing.rows.empty());
        CHECK(sheet->passwordLabel.empty());
        CHECK(sheet->steps.empty());
        CHECK(sheet->changes.empty());
    }
}

TEST_CASE("mail that is opened through the browser has no box for a password") {
    Translation translation = translationExample();
    translation.signIn.emplace().oauthOnly = true;
    const Sheet sheet = makeSheet(translation, nullptr, nullptr, optionsOf(Language::English));
    CHECK(sheet.passwordLabel.empty());
    CHECK(rowOf(sheet.incoming, "authentication").value == "OAuth2 (sign-in through the browser)");
}

TEST_CASE("nothing is made up for a provider that nobody knows: lines to write on") {
    Translation translation;
    translation.mailAddress = "hanako@unknown.example";
    TranslatedEndpoint paper = endpointOf(Protocol::Pop3, "pop.unknown.example", 110);
    paper.origin = HostOrigin::Paper;
    translation.incoming = {paper};
    const Sheet sheet = makeSheet(translation, nullptr, nullptr, optionsOf(Language::Japanese));
    CHECK(sheet.subtitle == "hanako@unknown.example");
    for (const SheetPart* part : {&sheet.incoming, &sheet.outgoing})
        for (const SheetRow& row : part->rows) {
            CHECK(row.value.empty());
            CHECK(row.mark.empty());
        }
    CHECK(sheet.incoming.proof.find("書き込んで") != std::string::npos);
}

TEST_CASE("what the paper says stands on the sheet where nobody knows today's value") {
    Translation translation;
    translation.mailAddress = "hanako@unknown.example";
    translation.changes = {changeOf(Field::PopServer, "pop.unknown.example", "", Change::Unknown, {}),
                           changeOf(Field::IncomingSecurity, "none", "", Change::Unknown, {}),
                           changeOf(Field::SmtpServer, "", "", Change::Unknown, {})};
    const Sheet sheet = makeSheet(translation, nullptr, nullptr, optionsOf(Language::Japanese));
    CHECK(rowOf(sheet.incoming, "server").value.empty());
    CHECK(sheet.changes.empty());
    REQUIRE(sheet.notProven.size() == 4);
    CHECK(sheet.notProven[2] == "紙にある値:受信サーバー pop.unknown.example(いまも使えるかどうかは分かりません)");
    CHECK(sheet.notProven[3] == "紙にある値:受信の暗号化 なし(いまも使えるかどうかは分かりません)");
    TranslatedEndpoint tried = endpointOf(Protocol::Pop3, "pop.unknown.example", 995);
    translation.incoming = {tried};
    const Sheet proven = sheetOf(translation, reportOf({attemptOf(tried, Outcome::LoginOk)}), Language::English);
    CHECK_FALSE(holds(proven.notProven, "On the paper"));
}

TEST_CASE("a name that was not found at the time is said beside the value that is known") {
    const Translation translation = translationExample();
    const RunReport report = reportExample(translation, Outcome::DnsNotFound, Outcome::ConnectTimeout);
    const Sheet sheet = sheetOf(translation, report, Language::English);
    CHECK(rowOf(sheet.incoming, "server").value == "secure.example.test");
    CHECK(sheet.incoming.proof == "Not proven (the server's name was not found at the time)");
}

TEST_CASE("a run that would have needed a yes says on paper what was not tried, and asks for nothing") {
    const Translation translation = translationExample();
    RunReport report = reportExample(translation, Outcome::Skipped, Outcome::Skipped);
    for (const auto kind : {ConsentKind::Cleartext, ConsentKind::Certificate, ConsentKind::Host}) {
        for (Attempt& attempt : report.attempts) {
            attempt.reason = "consent";
            attempt.consent = ConsentNeeded{kind, attempt.candidate.endpoint, {}};
        }
        const Sheet ja = sheetOf(translation, report);
        const Sheet en = sheetOf(translation, report, Language::English);
        CHECK(ja.verdict ==
              "まだ確かめていません。そのままではパスワードを安全に送れないので、ログインの前で止めました。");
        CHECK(holds(ja.notes, "ログインはまだ試していません"));
        CHECK(holds(en.notes, "has not been tried yet"));
        for (const char* asks : {"許可", "決めて", "Agree", "agree", "decide"})
            CHECK((!holds(ja.notes, asks) && !holds(en.notes, asks)));
    }
}

TEST_CASE("where only the host waits for an answer, port and encryption are there") {
    Translation translation = translationExample();
    translation.incoming[0].host.clear();
    translation.incoming[0].needs = "server";
    translation.questions = {{"server", {"サーバー番号は?", "Which server?"}, {}, "", {}}};
    const Sheet sheet = makeSheet(translation, nullptr, nullptr, optionsOf(Language::Japanese));
    CHECK(rowOf(sheet.incoming, "server").value.empty());
    CHECK(rowOf(sheet.incoming, "port").value == "995");
    CHECK(sheet.steps == std::vector<std::string>{"サーバー番号は?"});
}

TEST_CASE("the password is on no sheet that nobody asked for it on") {
    CHECK_FALSE(sheetExample().password);
    CHECK(sheetExample().passwordGiven);
}
