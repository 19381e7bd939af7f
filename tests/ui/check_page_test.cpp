// Page 4: what each server answers.
#include "ui/pages/check_page.h"

#include "support/catch.h"
#include "ui/models/check_model.h"
#include "ui/page_window.h"
#include "ui/pages/certificate_page.h"
#include "ui/pages/result_page.h"
#include "ui/widgets/attempt_details.h"
#include "ui/widgets/check_table.h"
#include "ui/widgets/consent_card.h"
#include "ui/widgets/field_row.h"
#include "ui/widgets/half_card.h"
#include "ui/widgets/notice.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace yomikae;
using namespace yomikae::ui;
using namespace yomikae::test;

namespace {

struct Shown {
    PageWindow window;
    CheckPage& page = window.page<CheckPage>(CheckPageId);

    explicit Shown(PracticeScenario scenario) { window.practise(scenario, CheckPageId); }
    QAbstractButton& main() { return *window.wizard.button(QWizard::NextButton); }
    void run() {
        main().click();
        REQUIRE(waitUntil([&] { return window.session.checked(); }, 30'000));
    }
    QStringList doors() const {
        QStringList rows;
        for (int row = 0; row < page.table()->model()->rowCount(); ++row)
            rows << page.table()->model()->index(row, CheckModel::DoorColumn).data().toString();
        return rows;
    }
};

/// A server that says one thing and then nothing more.
class SayingServer : public QTcpServer {
  public:
    explicit SayingServer(QByteArray greeting) {
        connect(this, &QTcpServer::newConnection, this, [this, greeting] {
            while (QTcpSocket* socket = nextPendingConnection())
                if (!greeting.isEmpty())
                    socket->write(greeting);
        });
        REQUIRE(listen(QHostAddress::LocalHost));
    }
};

bool loggedIn(const RunReport& report) {
    for (const Attempt& attempt : report.attempts)
        if (!attempt.username.empty() || attempt.outcome == Outcome::LoginOk)
            return true;
    return false;
}

} // namespace

TEST_CASE("before the first connection the page says to whom, and where the password goes") {
    Shown shown(PracticeScenario::Modern);
    CHECK(shown.page.whom()->text().contains("pop.renshu.example"));
    CHECK(shown.page.whom()->text().contains("smtp.renshu.example"));
    CHECK(shown.window.words().contains("暗号化して送ります"));
    CHECK_FALSE(shown.window.session.checking());
    CHECK(shown.window.session.report() == nullptr);
    CHECK(shown.main().text() == "つないで確かめる");
}

TEST_CASE("a server that the person entered is not called the provider's") {
    Shown shown(PracticeScenario::Modern);
    Endpoint mine{Protocol::Pop3, "mine.renshu.example", 995, Security::ImplicitTls};
    shown.window.session.correct(true, Correction{mine, ""});
    shown.page.enter();
    const QString words = shown.page.whom()->text();
    const auto own = words.indexOf("ご自分で入れたサーバー(パスワードも送ります)");
    REQUIRE(own >= 0);
    CHECK(words.indexOf("mine.renshu.example") > own);
    CHECK(words.indexOf("pop.renshu.example") < own);
    CHECK(shown.window.words().contains("ご自分で入れたサーバーにだけ"));
    CHECK_FALSE(shown.window.words().contains("プロバイダ自身のサーバーにだけ"));
}

TEST_CASE("the sheet can be had without a check, and says so") {
    Shown shown(PracticeScenario::Modern);
    REQUIRE(shown.page.withoutButton()->isVisible());
    shown.page.withoutButton()->click();
    CHECK(shown.window.wizard.currentId() == SheetPageId);
    CHECK_FALSE(shown.window.session.checking());
    CHECK(shown.window.words().contains("シートにもそう書きます"));
    shown.window.goTo(CheckPageId);
    shown.run();
    CHECK_FALSE(shown.page.withoutButton()->isVisible());
}

TEST_CASE("the main button begins the check and stays; then it leads to the result") {
    Shown shown(PracticeScenario::Modern);
    shown.run();
    CHECK(shown.window.wizard.currentId() == CheckPageId);
    CHECK(shown.page.half(true)->words() == "✓ 確認できました");
    CHECK(shown.page.half(false)->words() == "✓ 確認できました");
    CHECK(shown.page.summary()->text().contains("使えます"));
    CHECK(shown.page.summary()->tone() == Tone::Good);
    CHECK(shown.main().text() == "結果を見る");
    shown.main().click();
    CHECK(shown.window.wizard.currentId() == ResultPageId);
}

TEST_CASE("rows keep their places from the plan to the end of the run") {
    Shown shown(PracticeScenario::Modern);
    const QStringList before = shown.doors();
    REQUIRE(before.size() == 4);
    shown.run();
    CHECK(shown.doors() == before);
    const QModelIndex first = shown.page.table()->model()->index(0, CheckModel::StageColumn);
    CHECK(first.data(CheckModel::StepsRole).toString() == "✓✓✓✓✓✓");
    const QString spoken = first.data(Qt::AccessibleTextRole).toString();
    CHECK(spoken.contains("pop.renshu.example"));
    CHECK(spoken.contains("ログインできました"));
    CHECK_FALSE(spoken.contains('\n'));
}

TEST_CASE("a step that failed is marked where it failed, and steps to come stay open") {
    Shown shown(PracticeScenario::ExpiredCertificate);
    shown.run();
    const QModelIndex first = shown.page.table()->model()->index(0, CheckModel::StageColumn);
    CHECK(first.data(CheckModel::StepsRole).toString() == "✓✓·✕··");
}

TEST_CASE("a row opens to the conversation, with the password struck out") {
    Shown shown(PracticeScenario::Modern);
    shown.run();
    shown.page.table()->setFocus();
    shown.page.table()->setCurrentIndex(shown.page.table()->model()->index(0, 0));
    QTest::keyClick(shown.page.table(), Qt::Key_Return);
    CHECK(shown.page.details()->isVisible());
    CHECK(shown.window.wizard.currentId() == CheckPageId);
    const QString said = shown.page.details()->conversation()->toPlainText();
    CHECK(said.contains("S: +OK"));
    CHECK(said.contains("****"));
    CHECK_FALSE(said.contains(shown.window.password()));
    CHECK(shown.window.words().contains("Renshu Net practice CA"));
}

TEST_CASE("consent is asked in the page: what, to whom, what could go wrong; no is the default") {
    Shown shown(PracticeScenario::OldPaper);
    shown.run();
    ConsentCard& card = *shown.page.consent();
    REQUIRE(card.isVisible());
    CHECK(card.words().contains("暗号化なしで"));
    CHECK(card.words().contains("pop.renshu.example"));
    CHECK(card.words().contains("同じ Wi-Fi の人"));
    REQUIRE(waitUntil([&] { return card.noButton()->hasFocus(); }, 1000));
    CHECK(card.noButton()->text() == "やめておく");
    CHECK(card.yesButton()->text() == "今回だけ続ける");
    CHECK_FALSE(loggedIn(*shown.window.session.report()));
}

TEST_CASE("both answers to a consent are wholly in view, whatever the size of the letters and of the window") {
    for (Language language : {Language::Japanese, Language::English})
        for (int percent : {100, 150, 200}) {
            Shown shown(PracticeScenario::OldPaper);
            shown.window.session.setLanguage(language);
            shown.window.wizard.resize(760, 560);
            appearance().setTextPercent(percent);
            shown.run();
            ConsentCard& card = *shown.page.consent();
            REQUIRE(waitUntil([&] { return card.noButton()->hasFocus(); }, 1000));
            QTest::qWait(20);
            INFO("language " << static_cast<int>(language) << " " << percent << " %");
            for (QPushButton* button : {card.noButton(), card.yesButton()})
                CHECK(button->visibleRegion().boundingRect() == button->rect());
        }
    appearance().setTextPercent(100);
}

TEST_CASE("while a consent is asked no other button offers itself") {
    Shown shown(PracticeScenario::OldPaper);
    const auto& next = static_cast<QPushButton&>(shown.main());
    CHECK(next.isDefault());
    shown.run();
    ConsentCard& card = *shown.page.consent();
    REQUIRE(waitUntil([&] { return card.noButton()->hasFocus(); }, 1000));
    CHECK_FALSE(next.isDefault());
    CHECK_FALSE(shown.page.againButton()->isVisible());
    card.noButton()->click();
    REQUIRE(waitUntil([&] { return card.noButton()->hasFocus(); }, 1000));
    CHECK_FALSE(next.isDefault()); // the other direction has a question of its own
    card.noButton()->click();
    CHECK(next.isDefault());
    CHECK(shown.page.againButton()->isVisible());
}

TEST_CASE("the main button of other pages is not changed by a consent that is left open") {
    Shown shown(PracticeScenario::OldPaper);
    shown.run();
    shown.main().click();
    REQUIRE(shown.window.wizard.currentId() == ResultPageId);
    CHECK(static_cast<QPushButton&>(shown.main()).isDefault());
}

TEST_CASE("Enter at a consent is a no, and nothing was sent") {
    Shown shown(PracticeScenario::OldPaper);
    shown.run();
    ConsentCard& card = *shown.page.consent();
    REQUIRE(waitUntil([&] { return card.noButton()->hasFocus(); }, 1000));
    const QString first = card.words();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    CHECK(card.isVisible()); // the other direction has a question of its own
    CHECK(card.words() != first);
    REQUIRE(waitUntil([&] { return card.noButton()->hasFocus(); }, 1000));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    CHECK_FALSE(card.isVisible());
    CHECK(shown.window.wizard.currentId() == CheckPageId);
    CHECK_FALSE(shown.window.session.checking());
    CHECK_FALSE(loggedIn(*shown.window.session.report()));
}

TEST_CASE("a yes holds for its one door: the run goes on there and asks for the other") {
    Shown shown(PracticeScenario::OldPaper);
    shown.run();
    shown.page.consent()->yesButton()->click();
    REQUIRE(waitUntil([&] { return shown.window.session.checked(); }, 30'000));
    CHECK(shown.page.half(true)->words() == "✓ 確認できました");
    CHECK(shown.page.half(false)->words() != "✓ 確認できました");
    REQUIRE(shown.page.consent()->isVisible());
    CHECK(shown.page.consent()->words().contains("smtp.renshu.example"));
}

TEST_CASE("a bad certificate is asked about with its fault, names, dates and fingerprint") {
    Shown shown(PracticeScenario::ExpiredCertificate);
    shown.run();
    const QString words = shown.page.consent()->words();
    CHECK(words.contains("期限"));
    CHECK(words.contains("pop.renshu.example"));
    CHECK(words.contains("Renshu Net practice CA"));
    CHECK(words.contains("SHA-256"));
    CHECK(shown.page.summary()->text().contains("日付と時刻")); // rather the clock than every server
}

TEST_CASE("what a server says is shown letter for letter") {
    SayingServer server("-ERR <b>closed</b> %1 %2 <img src=\"file:///etc/passwd\">\r\n");
    OneProfile profile(server.serverPort(), server.serverPort());
    PageWindow window(profile.options());
    window.session.type(PaperField::MailAddress, "taro@mail.test");
    window.goTo(CheckPageId);
    window.session.check();
    auto& page = window.page<CheckPage>(CheckPageId);
    emit page.table()->rowOpened(0);
    const QString said = "<b>closed</b> %1 %2 <img src=\"file:///etc/passwd\">";
    CHECK(page.details()->explanation()->text().contains(said));
    CHECK(page.details()->conversation()->toPlainText().contains(said));
    CHECK(page.table()->model()->index(0, CheckModel::ResultColumn).data().toString().contains(said));
    for (const QLabel* label : page.findChildren<QLabel*>())
        CHECK(label->textFormat() == Qt::PlainText);
}

TEST_CASE("a run tells how long it may last, and Stop is back within half a second") {
    SayingServer silent({});
    OneProfile profile(silent.serverPort(), silent.serverPort());
    PageWindow window(profile.options());
    window.session.type(PaperField::MailAddress, "taro@mail.test");
    window.goTo(CheckPageId);
    auto& page = window.page<CheckPage>(CheckPageId);
    window.wizard.button(QWizard::NextButton)->click();
    REQUIRE(waitUntil([&] { return page.progress()->text().contains("長くても"); }, 2000));
    CHECK(page.progress()->text().contains("ふつうは10秒ほど")); // a number alone would read as a time to wait
    CHECK_FALSE(window.wizard.button(QWizard::NextButton)->isEnabled());
    QTest::qWait(300);
    REQUIRE(page.cancelButton()->isVisible());
    QElapsedTimer clock;
    clock.start();
    page.cancelButton()->click();
    REQUIRE(waitUntil([&] { return !window.session.checking(); }, 500));
    CHECK(clock.elapsed() < 500);
    CHECK(page.againButton()->isVisible());
    CHECK(page.summary()->text().contains("中止しました"));
    CHECK(window.wizard.button(QWizard::NextButton)->isEnabled());
}

TEST_CASE("a service that has ended is not contacted, and the page says why") {
    PageWindow window;
    window.session.type(PaperField::MailAddress, "taro@mail.goo.ne.jp");
    window.goTo(CheckPageId);
    CHECK(window.words().contains("どこにもつなぎません"));
    CHECK_FALSE(window.page<CheckPage>(CheckPageId).table()->isVisible());
    window.wizard.next();
    CHECK(window.wizard.currentId() == ResultPageId);
    CHECK(window.session.report() == nullptr);
}

TEST_CASE("a changed value makes the old result void, and the page begins anew") {
    Shown shown(PracticeScenario::Modern);
    shown.run();
    shown.window.goTo(CertificatePageId);
    shown.window.session.setPassword("another");
    shown.window.goTo(CheckPageId);
    CHECK(shown.main().text() == "つないで確かめる");
    CHECK_FALSE(shown.page.half(true)->isVisible());
}

TEST_CASE("the button to check once more is a button, not a bar across the page") {
    Shown shown(PracticeScenario::Modern);
    shown.run();
    REQUIRE(shown.page.againButton()->isVisible());
    CHECK(shown.page.againButton()->width() < shown.page.width() / 2);
    CHECK(shown.page.againButton()->height() >= 32);
}

TEST_CASE("at the end every row is as high as its sentence, and none is cut") {
    Shown shown(PracticeScenario::Modern);
    CheckTable& table = *shown.page.table();
    const int before = table.rowHeight(0);
    shown.main().click();
    CHECK(table.rowHeight(1) == before);
    REQUIRE(waitUntil([&] { return shown.window.session.checked(); }, 30'000));
    QCoreApplication::processEvents();
    for (int row = 0; row < table.model()->rowCount(); ++row) {
        const QModelIndex result = table.model()->index(row, CheckModel::ResultColumn);
        const int wide = table.columnWidth(CheckModel::ResultColumn) - 24;
        const int high =
            table.fontMetrics().boundingRect(0, 0, wide, 9999, Qt::TextWordWrap, result.data().toString()).height();
        CHECK(table.rowHeight(row) >= high + 8);
    }
    CHECK(table.rowHeight(1) > before); // "Ready, but another door is better" has three lines there
}

TEST_CASE("only the page scrolls, never the table within it, and the page follows the arrow keys") {
    Shown shown(PracticeScenario::Modern);
    shown.window.wizard.resize(760, 560);
    appearance().setTextPercent(150);
    shown.run();
    CheckTable& table = *shown.page.table();
    const int last = table.model()->rowCount() - 1;
    CHECK(table.verticalScrollBar()->maximum() == 0);
    table.setFocus();
    for (const int row : {last, 0, last}) {
        while (table.currentIndex().row() != row)
            QTest::keyClick(&table, table.currentIndex().row() < row ? Qt::Key_Down : Qt::Key_Up);
        QCoreApplication::processEvents();
        const QRect place = table.visualRect(table.currentIndex());
        CHECK(table.viewport()->visibleRegion().boundingRect().contains(place.center()));
    }
    appearance().setTextPercent(100);
}

TEST_CASE("when the verdict is known the page shows it, however far down one has read") {
    Shown shown(PracticeScenario::Modern);
    shown.window.wizard.resize(760, 560);
    appearance().setTextPercent(150);
    shown.main().click();
    auto* area = shown.page.findChild<QScrollArea*>();
    QCoreApplication::processEvents();
    area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum());
    REQUIRE(waitUntil([&] { return shown.window.session.checked(); }, 30'000));
    QCoreApplication::processEvents();
    REQUIRE(waitUntil([&] { return shown.page.half(true)->visibleRegion().boundingRect().height() > 20; }, 1000));
    appearance().setTextPercent(100);
}

TEST_CASE("after a refused password the page leads to it, and does not log in with it once more") {
    Shown shown(PracticeScenario::WrongPassword);
    QLineEdit& edit = *shown.window.page<CertificatePage>(CertificatePageId).passwordRow()->edit();
    shown.window.goTo(CertificatePageId);
    edit.setFocus();
    QTest::keyClicks(&edit, "an-old-one");
    shown.window.goTo(CheckPageId);
    shown.run();
    CHECK(shown.page.againButton()->text() == "パスワードを直す");
    shown.page.againButton()->click();
    CHECK_FALSE(shown.window.session.checking());
    CHECK(shown.window.wizard.currentId() == CertificatePageId);
    CHECK(edit.hasFocus());
    CHECK(edit.selectedText() == edit.text());
    CHECK(edit.hasSelectedText());
    CHECK(edit.visibleRegion().boundingRect().height() == edit.height());
}

TEST_CASE("a café's log-in page in between is told first, with what to do about it") {
    SayingServer cafe("HTTP/1.1 302 Found\r\nLocation: http://login.cafe.test/\r\n\r\n");
    OneProfile profile(cafe.serverPort(), cafe.serverPort());
    PageWindow window(profile.options());
    window.session.type(PaperField::MailAddress, "taro@mail.test");
    window.session.answer("number", "12");
    window.goTo(CheckPageId);
    window.session.check();
    auto& page = window.page<CheckPage>(CheckPageId);
    CHECK(page.summary()->text().contains("利用登録"));
    CHECK(page.summary()->tone() == Tone::Bad);
    window.goTo(ResultPageId);
    CHECK(window.page<ResultPage>(ResultPageId).firstAdvice()->text().contains("利用登録"));
}
