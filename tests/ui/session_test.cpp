// The session without widgets: from what is typed to the sheet.
#include "support/catch.h"
#include "ui/window.h"

#include <QElapsedTimer>
#include <QSignalSpy>

#include <algorithm>

using namespace yomikae;
using namespace yomikae::ui;
using namespace yomikae::test;

namespace {

constexpr const char* PlalaPaper = "会員登録証\nメールアドレス taro@agate.plala.or.jp\nメールアカウント taro\n"
                                   "メールパスワード himitsu77\nPOPサーバ agate.mail.plala.or.jp\n"
                                   "SMTPサーバ agate.mail.plala.or.jp\n";

std::string now(const Translation& translation, Field field) {
    for (const FieldChange& change : translation.changes)
        if (change.field == field)
            return change.now;
    return {};
}

} // namespace

TEST_CASE("the provider is known as soon as the address is typed") {
    ReadySession session;
    session.type(PaperField::MailAddress, "taro@agate.plala.or");
    CHECK(session.provider() == nullptr);
    session.type(PaperField::MailAddress, "taro@agate.plala.or.jp");
    REQUIRE(session.provider() != nullptr);
    CHECK(session.provider()->id == "plala");
    CHECK(session.labelOf(PaperField::PopServer) == "POPサーバ");
}

TEST_CASE("a session answers before its knowledge was read") {
    application();
    Session session;
    session.loadKnowledge();
    session.type(PaperField::MailAddress, "taro@agate.plala.or.jp");
    CHECK(session.provider() == nullptr);
    CHECK(session.translation() == nullptr);
    CHECK(session.nearDomain().isEmpty());
    CHECK_FALSE(session.paste(PlalaPaper));
    CHECK(waitUntil([&] { return session.provider() != nullptr; }));
}

TEST_CASE("a slip in the domain is proposed, and corrected only at a click") {
    ReadySession session;
    session.type(PaperField::MailAddress, "taro@agate.plara.or.jp");
    CHECK(session.nearDomain() == "agate.plala.or.jp");
    CHECK(session.typed().text(PaperField::MailAddress) == "taro@agate.plara.or.jp");
    session.takeNearDomain();
    CHECK(session.typed().text(PaperField::MailAddress) == "taro@agate.plala.or.jp");
    CHECK(session.nearDomain().isEmpty());
}

TEST_CASE("full-width letters are folded when the field is left, and come back by undo") {
    ReadySession session;
    session.type(PaperField::MailAccount, "ｔａｒｏ");
    CHECK(session.leave(PaperField::MailAccount));
    CHECK(session.typed().text(PaperField::MailAccount) == "taro");
    CHECK_FALSE(session.leave(PaperField::MailAccount));
    session.undoFolding(PaperField::MailAccount);
    CHECK(session.typed().text(PaperField::MailAccount) == "ｔａｒｏ");
    CHECK_FALSE(session.leave(PaperField::MailAccount));
}

TEST_CASE("a pasted paper fills the fields, and its password is given but nowhere to be read") {
    ReadySession session;
    REQUIRE(session.paste(PlalaPaper));
    CHECK(session.typed().text(PaperField::MailAddress) == "taro@agate.plala.or.jp");
    CHECK(session.typed().text(PaperField::PopServer) == "agate.mail.plala.or.jp");
    CHECK(session.typed().origin(PaperField::PopServer) == Origin::Pasted);
    CHECK(session.passwordGiven());
    CHECK_FALSE(session.supportReport().contains("himitsu77"));
}

TEST_CASE("a text without settings is no paper") {
    ReadySession session;
    CHECK_FALSE(session.paste("こんにちは。"));
    CHECK(session.typed().empty());
}

TEST_CASE("the translation follows every input") {
    ReadySession session;
    CHECK(session.translation() == nullptr);
    REQUIRE_FALSE(session.translationProblems().empty());
    CHECK(session.translationProblems().front().code == "certificate-no-address");
    session.type(PaperField::MailAddress, "taro@agate.plala.or.jp");
    session.type(PaperField::MailAccount, "taro");
    REQUIRE(session.translation() != nullptr);
    CHECK(now(*session.translation(), Field::MailAccount) == "taro@agate.plala.or.jp");
    CHECK_FALSE(session.translation()->passwordGiven);
    session.setPassword("himitsu");
    CHECK(session.translation()->passwordGiven);
}

TEST_CASE("an id that is not for mail is noticed at its field") {
    ReadySession session;
    session.type(PaperField::MailAddress, "taro@agate.plala.or.jp");
    session.type(PaperField::MailAccount, "hanako");
    const auto doubts = session.doubtsAbout(PaperField::MailAccount);
    REQUIRE_FALSE(doubts.empty());
    CHECK(doubts.front().message.code == "translation-account-not-address");
    CHECK(session.doubtsAbout(PaperField::PopServer).empty());
}

TEST_CASE("providers to choose from come in kana order") {
    ReadySession session;
    const auto choices = session.providerChoices();
    REQUIRE(choices.size() >= 4);
    const auto at = [&](const std::string& id) {
        return std::find_if(choices.begin(), choices.end(), [&](const auto& c) { return c.id == id; }) -
               choices.begin();
    };
    CHECK(at("sakura") < at("so-net"));
    CHECK(at("so-net") < at("docomo"));
    CHECK(at("docomo") < at("plala"));
}

TEST_CASE("a provider that was chosen by hand counts, whatever the address says") {
    ReadySession session;
    session.type(PaperField::MailAddress, "taro@example.com");
    CHECK(session.provider() == nullptr);
    session.chooseProvider("sakura");
    REQUIRE(session.provider() != nullptr);
    REQUIRE(session.translation() != nullptr);
    CHECK(session.translation()->provider == "sakura");
}

TEST_CASE("corrected values come first and need no further yes") {
    ReadySession session;
    session.type(PaperField::MailAddress, "taro@agate.plala.or.jp");
    const Endpoint mine{Protocol::Pop3, "pop.plala.or.jp", 995, Security::ImplicitTls};
    session.correct(true, Correction{mine, "taro77"});
    REQUIRE_FALSE(session.plan().candidates.empty());
    const Candidate& first = session.plan().candidates.front();
    CHECK(first.endpoint == mine);
    CHECK(first.usernames == std::vector<std::string>{"taro77"});
    CHECK_FALSE(first.loginNeedsHostConsent);
    session.correct(true, std::nullopt);
    CHECK(session.plan().candidates.front().endpoint != mine);
}

TEST_CASE("practice goes through from the paper to a proven sheet") {
    ReadySession session;
    session.practise(PracticeScenario::Modern);
    REQUIRE(session.provider() != nullptr);
    CHECK(session.provider()->id == "renshu");
    QSignalSpy attempts(&session, &Session::attemptChanged);
    session.startCheck();
    CHECK(session.checking());
    CHECK(session.secondsLeft() > 0);
    CHECK(session.secondsLeft() <= 180);
    REQUIRE(waitUntil([&] { return session.checked(); }, 30'000));
    CHECK(attempts.count() > 0);
    CHECK(session.secondsLeft() == 0);
    REQUIRE(session.judgement() != nullptr);
    CHECK(session.judgement()->verdict == Verdict::Works);
    const auto sheet = session.sheet();
    REQUIRE(sheet);
    CHECK(sheet->works);
    CHECK_FALSE(sheet->password);
}

TEST_CASE("the password is on the sheet only where it was asked for") {
    ReadySession session;
    session.practise(PracticeScenario::Modern);
    session.setPasswordOnPaper(true);
    auto sheet = session.sheet();
    REQUIRE(sheet);
    REQUIRE(sheet->password);
    CHECK(sheet->password->bytes() == "renshu7436");
    session.setPasswordOnPaper(false);
    sheet = session.sheet();
    CHECK_FALSE(sheet->password);
}

TEST_CASE("the sheet may speak another language than the window") {
    ReadySession session;
    session.practise(PracticeScenario::Modern);
    CHECK(session.sheet()->language == Language::Japanese);
    session.setSheetLanguage(Language::English);
    CHECK(session.sheet()->language == Language::English);
    CHECK(session.language() == Language::Japanese);
}

TEST_CASE("a wrong password is said to be refused, and the report for the support desk does not hold it") {
    ReadySession session;
    session.practise(PracticeScenario::WrongPassword);
    const QString password = session.onPracticePaper(PaperField::MailPassword);
    session.check();
    CHECK(session.judgement()->verdict == Verdict::PasswordRefused);
    const QString report = session.supportReport();
    CHECK(report.contains("auth-rejected"));
    CHECK_FALSE(report.contains(password));
}

TEST_CASE("without a yes nothing is sent without encryption; with it the check runs again and works") {
    ReadySession session;
    session.practise(PracticeScenario::OldPaper);
    session.check();
    CHECK(session.judgement()->verdict != Verdict::Works);
    for (const Attempt& attempt : session.report()->attempts)
        CHECK(attempt.username.empty());
    auto open = session.openConsents();
    REQUIRE_FALSE(open.empty());
    while (!open.empty()) {
        CHECK(open.front().kind == ConsentKind::Cleartext);
        session.agree(open.front());
        REQUIRE(waitUntil([&] { return session.checked(); }, 30'000));
        open = session.openConsents();
    }
    CHECK(session.judgement()->verdict == Verdict::Works);
}

TEST_CASE("a no is an answer: it is not asked again, and nothing runs") {
    ReadySession session;
    session.practise(PracticeScenario::ExpiredCertificate);
    session.check();
    auto open = session.openConsents();
    REQUIRE_FALSE(open.empty());
    CHECK(open.front().kind == ConsentKind::Certificate);
    CHECK(open.front().sha256.size() == 64);
    const std::size_t before = open.size();
    session.decline(open.front());
    CHECK(session.openConsents().size() == before - 1);
    CHECK_FALSE(session.checking());
}

TEST_CASE("cancelling comes back within half a second and keeps what is known") {
    ReadySession session;
    session.practise(PracticeScenario::Op25b);
    session.startCheck();
    QElapsedTimer clock;
    clock.start();
    session.cancelCheck();
    REQUIRE(waitUntil([&] { return session.checked(); }));
    CHECK(clock.elapsed() < 500);
    CHECK(session.report()->cancelled);
    REQUIRE(session.judgement() != nullptr);
}

TEST_CASE("a result is stale once an input changed, and the sheet then claims nothing") {
    ReadySession session;
    session.practise(PracticeScenario::Modern);
    session.check();
    CHECK_FALSE(session.resultIsStale());
    REQUIRE(session.sheet()->works);
    session.type(PaperField::MailAccount, "someone");
    CHECK(session.resultIsStale());
    CHECK_FALSE(session.sheet()->works);
}

TEST_CASE("an input that changes while a check runs stops it") {
    ReadySession session;
    session.practise(PracticeScenario::Op25b);
    session.startCheck();
    session.type(PaperField::MailAccount, "someone");
    REQUIRE(waitUntil([&] { return session.checked(); }, 500));
    CHECK(session.resultIsStale());
}

TEST_CASE("erasing leaves nothing") {
    ReadySession session;
    session.practise(PracticeScenario::Modern);
    session.setStepDone("x", true);
    session.setPasswordOnPaper(true);
    session.check();
    QSignalSpy erased(&session, &Session::erased);
    session.eraseEverything();
    CHECK(erased.count() == 1);
    CHECK(session.typed().empty());
    CHECK_FALSE(session.passwordGiven());
    CHECK(session.report() == nullptr);
    CHECK(session.judgement() == nullptr);
    CHECK_FALSE(session.stepDone("x"));
    CHECK_FALSE(session.practising());
    CHECK_FALSE(session.passwordOnPaper());
    CHECK(session.translation() == nullptr);
}

TEST_CASE("erasing in the middle of a check is safe") {
    ReadySession session;
    session.practise(PracticeScenario::Op25b);
    session.startCheck();
    waitUntil([] { return false; }, 50);
    session.eraseEverything();
    CHECK_FALSE(session.checking());
    CHECK_FALSE(waitUntil([&] { return session.checked(); }, 200));
}

TEST_CASE("in practice only the practice provider is known") {
    ReadySession session;
    session.practise(PracticeScenario::Modern);
    session.type(PaperField::MailAddress, "taro@agate.plala.or.jp");
    CHECK(session.provider() == nullptr);
    session.setPurpose(Purpose::NewDevice);
    session.type(PaperField::MailAddress, "taro@agate.plala.or.jp");
    REQUIRE(session.provider() != nullptr);
    CHECK(session.provider()->id == "plala");
}

TEST_CASE("practice leaves nothing behind, and what was typed before it is there again") {
    ReadySession session;
    session.type(PaperField::MailAddress, "taro@odn.ne.jp");
    session.setPassword("himitsu77");
    session.setPreference(Preference::Imap);
    session.practise(PracticeScenario::Modern);
    CHECK(session.typed().text(PaperField::MailAddress) == "taro@renshu.example");
    CHECK(session.preference() == Preference::Pop3);
    session.setPurpose(Purpose::NewDevice);
    CHECK(session.typed().text(PaperField::MailAddress) == "taro@odn.ne.jp");
    CHECK(session.typed().text(PaperField::PopServer).empty());
    CHECK(session.passwordGiven());
    CHECK(session.preference() == Preference::Imap);
    ReadySession fresh;
    fresh.practise(PracticeScenario::Modern);
    REQUIRE(fresh.passwordGiven());
    fresh.setPurpose(Purpose::PrintSheet);
    CHECK_FALSE(fresh.passwordGiven()); // or the sample's would be tried at a real provider
    CHECK(fresh.typed().empty());
}

TEST_CASE("an address whose provider is known outweighs a provider that was chosen for another one") {
    ReadySession session;
    session.type(PaperField::MailAddress, "taro@example.com");
    session.chooseProvider("sakura");
    session.type(PaperField::MailAccount, "taro");
    CHECK(session.provider()->id == "sakura");
    session.type(PaperField::MailAddress, "taro@odn.ne.jp");
    REQUIRE(session.provider() != nullptr);
    CHECK(session.provider()->id == "odn");
}

TEST_CASE("a doubt about a pasted field is settled when that field is typed in") {
    ReadySession session;
    session.paste("taro@odn.ne.jp\nPOPサーバ mail.odn.ne.jp");
    const auto about = [&] { return session.doubtsAbout(PaperField::MailAddress).size(); };
    const auto before = about();
    REQUIRE(before > 0);
    session.type(PaperField::MailAddress, "hanako@odn.ne.jp");
    CHECK(about() == before - 1);
}

TEST_CASE("what is wrong with something typed is said without a file's place") {
    ReadySession session;
    session.type(PaperField::MailAddress, "taro");
    REQUIRE_FALSE(session.translation());
    REQUIRE_FALSE(session.translationProblems().empty());
    const Problem& problem = session.translationProblems().front();
    CHECK(session.textWithPlace(problem).startsWith("/mail_address"));
    CHECK_FALSE(session.text(problem).contains("/mail_address"));
}

TEST_CASE("answers belong to the translation and are gone when emptied") {
    ReadySession session;
    session.answer("server", " sv16201 ");
    CHECK(session.answerTo("server") == " sv16201 ");
    session.answer("server", "  ");
    CHECK(session.answerTo("server").isEmpty());
}

TEST_CASE("a profile folder that is not there is told") {
    SessionOptions options;
    options.profiles = "/no/such/folder";
    ReadySession session(options);
    REQUIRE_FALSE(session.knowledgeProblems().empty());
    CHECK(session.knowledgeProblems().front().code == "file-not-found");
}

TEST_CASE("sentences follow the language of the window") {
    ReadySession session;
    QSignalSpy changed(&session, &Session::languageChanged);
    CHECK(session.phrase("change-kept") == "そのまま");
    session.setLanguage(Language::English);
    session.setLanguage(Language::English);
    CHECK(session.phrase("change-kept") == "kept");
    CHECK(changed.count() == 1);
}
