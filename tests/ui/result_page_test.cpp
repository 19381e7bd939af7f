// Page 5: the verdict, the values to copy, what is left to do.
#include "ui/pages/result_page.h"

#include "support/catch.h"
#include "ui/page_window.h"
#include "ui/pages/certificate_page.h"
#include "ui/widgets/confirmation_box.h"
#include "ui/widgets/field_row.h"
#include "ui/widgets/fold.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/settings_card.h"
#include "ui/widgets/value_text.h"

#include <QClipboard>
#include <QFile>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace yomikae;
using namespace yomikae::ui;
using namespace yomikae::test;

namespace {

struct Shown {
    PageWindow window;
    ResultPage& page = window.page<ResultPage>(ResultPageId);

    explicit Shown(PracticeScenario scenario) { window.practise(scenario, ResultPageId); }
    static QString clipboard() { return QGuiApplication::clipboard()->text(); }
};

} // namespace

TEST_CASE("the verdict comes first, with its symbol") {
    Shown shown(PracticeScenario::Modern);
    CHECK(shown.page.verdict()->text().startsWith("✓ 使えます"));
    CHECK(shown.page.verdict()->hasFocus()); // what a screen reader reads first
    CHECK_FALSE(shown.page.firstAdvice()->isVisible());
    shown.window.session.setLanguage(Language::English);
    CHECK(shown.page.verdict()->text().startsWith("✓ It works"));
}

TEST_CASE("each value is copied by one press, and the button says so") {
    Shown shown(PracticeScenario::Modern);
    QPushButton* server = shown.page.card(true)->copyButtons().front();
    CHECK(server->accessibleName() == "コピー:受信サーバー");
    QTest::keyClick(server, Qt::Key_Space);
    CHECK(Shown::clipboard() == "pop.renshu.example");
    CHECK(server->text() == "✓ コピーしました");
}

TEST_CASE("the values to copy are as large as all letters, however large those are") {
    Shown shown(PracticeScenario::Modern);
    shown.window.wizard.resize(760, 560);
    for (int percent : {100, 150, 200}) {
        appearance().setTextPercent(percent);
        QTest::qWait(20);
        for (bool incoming : {true, false})
            for (const ValueText* value : shown.page.card(incoming)->findChildren<ValueText*>()) {
                INFO(percent << " % " << value->text().toStdString());
                CHECK(value->width() >= value->fontMetrics().horizontalAdvance(value->text()));
            }
    }
    appearance().setTextPercent(100);
}

TEST_CASE("nothing that is copied holds the password, even where it is to be printed") {
    Shown shown(PracticeScenario::Modern);
    shown.window.session.setPasswordOnPaper(true);
    shown.page.enter();
    const QString password = shown.window.password();
    REQUIRE_FALSE(password.isEmpty());
    for (bool incoming : {true, false}) {
        SettingsCard* card = shown.page.card(incoming);
        for (QPushButton* button : card->copyButtons()) {
            button->click();
            CHECK_FALSE(Shown::clipboard().isEmpty());
            CHECK_FALSE(Shown::clipboard().contains(password));
        }
        card->copyAllButton()->click();
        CHECK(Shown::clipboard().contains("taro@renshu.example"));
        CHECK_FALSE(Shown::clipboard().contains(password));
    }
    shown.page.copyReportButton()->click();
    CHECK(Shown::clipboard().contains("+OK"));
    CHECK_FALSE(Shown::clipboard().contains(password));
    CHECK_FALSE(Shown::clipboard().contains(password.toUtf8().toBase64()));
}

TEST_CASE("what the record holds can be read before it is copied") {
    Shown shown(PracticeScenario::Modern);
    shown.page.more()->setOpen(true);
    const auto edits = shown.page.more()->findChildren<QPlainTextEdit*>();
    bool found = false;
    for (const QPlainTextEdit* edit : edits)
        found = found || edit->toPlainText() == shown.window.session.supportReport();
    CHECK(found);
}

TEST_CASE("a refused login: the likely cause first, and the way back leads to the paper") {
    Shown shown(PracticeScenario::WrongPassword);
    CHECK(shown.page.verdict()->text().startsWith("✕"));
    CHECK(shown.page.firstAdvice()->text().contains("一文字ずつ見比べて"));
    CHECK_FALSE(shown.page.left()->text().contains(shown.page.firstAdvice()->text()));
    CHECK(shown.page.againButton()->text() == "パスワードを直す");
    shown.page.againButton()->click();
    CHECK(shown.window.wizard.currentId() == CertificatePageId);
    CHECK(shown.window.page<CertificatePage>(CertificatePageId).passwordRow()->edit()->hasFocus());
}

TEST_CASE("after anything else, once more means the check itself") {
    Shown shown(PracticeScenario::Modern);
    shown.page.againButton()->click();
    CHECK(shown.window.wizard.currentId() == CheckPageId);
    CHECK(shown.window.session.checking());
    REQUIRE(waitUntil([&] { return shown.window.session.checked(); }, 30'000));
}

TEST_CASE("without a check the values are called unproven") {
    PageWindow window;
    window.session.type(PaperField::MailAddress, "taro@mail.goo.ne.jp");
    window.goTo(ResultPageId);
    CHECK(window.words().contains("まだサーバーで確かめていません"));
    CHECK_FALSE(window.page<ResultPage>(ResultPageId).card(true)->isVisible());
}

TEST_CASE("a step that was ticked off is not left to do") {
    OneProfile profile;
    PageWindow window(profile.options());
    window.session.type(PaperField::MailAddress, "taro@mail.test");
    window.goTo(TranslationPageId);
    auto& page = window.page<ResultPage>(ResultPageId);
    page.enter();
    CHECK(page.left()->text().contains("<u>スイッチ</u>"));
    window.session.setStepDone("switch", true);
    page.enter();
    CHECK_FALSE(page.left()->text().contains("<u>スイッチ</u>"));
}

namespace {

/// A whole proven run with a provider that is no practice.
struct ProvenRun {
    OrdinaryProvider provider;
    PageWindow window{provider.options()};
    ResultPage& page = window.page<ResultPage>(ResultPageId);
    QTemporaryDir folder;

    ProvenRun() {
        provider.fillIn(window.session);
        window.goTo(CheckPageId);
        window.session.check();
        window.goTo(ResultPageId);
        page.more()->setOpen(true);
    }
    QString file() const { return folder.filePath("c.json"); }
};

} // namespace

TEST_CASE("what was proven can be saved without names, exactly as it is shown") {
    ProvenRun run;
    ConfirmationBox& box = *run.page.confirmation();
    REQUIRE(box.isVisible());
    const QString shown = box.preview()->toPlainText();
    CHECK(shown.contains("\"provider\": \"renshu\""));
    CHECK(shown.contains("pop.renshu.example"));
    CHECK_FALSE(shown.contains("taro"));
    CHECK_FALSE(shown.contains('@'));
    CHECK_FALSE(shown.contains(QString::fromStdString(run.provider.password())));
    CHECK(box.saveButton()->text() == "確認できた設定を、名前なしで保存する");
    REQUIRE(box.save(run.file()));
    CHECK(box.outcome()->text().contains("c.json"));
    QFile file(run.file());
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(QString::fromUtf8(file.readAll()) == shown);
}

TEST_CASE("a confirmation that cannot be written is told") {
    ProvenRun run;
    CHECK_FALSE(run.page.confirmation()->save(run.folder.filePath("no/such/c.json")));
    CHECK(run.page.confirmation()->outcome()->tone() == Tone::Bad);
}

TEST_CASE("there is nothing to hand on where nothing was proven, where something changed since, or in practice") {
    {
        Shown practice(PracticeScenario::Modern);
        practice.page.more()->setOpen(true);
        CHECK_FALSE(practice.page.confirmation()->isVisible());
    }
    ProvenRun run;
    run.window.session.setPassword("another");
    run.page.enter();
    CHECK_FALSE(run.page.confirmation()->isVisible());
}
