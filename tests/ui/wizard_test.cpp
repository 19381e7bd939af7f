// The frame: keyboard, language, size, leaving.
#include "ui/wizard.h"

#include "support/catch.h"
#include "ui/page.h"
#include "ui/pages/certificate_page.h"
#include "ui/widgets/choice_card.h"
#include "ui/widgets/field_row.h"
#include "ui/widgets/fold_button.h"
#include "ui/widgets/step_rail.h"
#include "ui/widgets/symbol.h"
#include "ui/window.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>
#include <QTimer>

using namespace yomikae;
using namespace yomikae::ui;
using namespace yomikae::test;

namespace {

/// The classes of windows that are shown.
struct ShownWindows : QObject {
    QStringList names;
    bool eventFilter(QObject* object, QEvent* event) override {
        const auto* widget = qobject_cast<QWidget*>(object);
        if (event->type() == QEvent::Show && widget && widget->isWindow())
            names << widget->metaObject()->className();
        return false;
    }
};

struct Window {
    ReadySession session;
    Wizard wizard{session, appearance()};

    Window() {
        appearance().setTextPercent(100);
        session.setLanguage(Language::Japanese);
        wizard.setAsksBeforeLeaving(false);
        wizard.resize(960, 680);
        wizard.show();
        REQUIRE(QTest::qWaitForWindowExposed(&wizard));
        QApplication::setActiveWindow(&wizard);
        REQUIRE(waitUntil([&] { return QApplication::focusWidget() != nullptr; }, 1000));
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QWidget* focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : &wizard, key, modifiers);
    }
    void type(const QString& text) { QTest::keyClicks(QApplication::focusWidget(), text); }
    QString nameOf(QWizard::WizardButton button) const { return wizard.button(button)->text(); }
};

} // namespace

TEST_CASE("the keyboard alone leads from the first door to the translation") {
    Window window;
    CHECK(qobject_cast<ChoiceCard*>(QApplication::focusWidget()) != nullptr);
    window.press(Qt::Key_Down);
    window.press(Qt::Key_Return);
    REQUIRE(window.wizard.currentId() == CertificatePageId);
    CHECK(window.session.purpose() == Purpose::AppStopped);
    CHECK(qobject_cast<QLineEdit*>(QApplication::focusWidget()) != nullptr);
    window.type("taro@agate.plala.or.jp");
    window.press(Qt::Key_Return);
    CHECK(window.wizard.currentId() == TranslationPageId);
}

TEST_CASE("an arrow behind the last door stays among things that can be chosen") {
    Window window;
    for (int i = 0; i < 3; ++i)
        window.press(Qt::Key_Down);
    CHECK(qobject_cast<QAbstractButton*>(QApplication::focusWidget()) != nullptr);
    CHECK(window.wizard.currentId() == StartPageId);
}

TEST_CASE("without an address the main button says what is missing and stays") {
    Window window;
    window.press(Qt::Key_Return);
    window.press(Qt::Key_Return);
    CHECK(window.wizard.currentId() == CertificatePageId);
    bool said = false;
    for (const QLabel* label : window.wizard.currentPage()->findChildren<QLabel*>())
        said |= label->isVisible() && label->text().contains("メールアドレスがありません");
    CHECK(said);
}

TEST_CASE("back loses nothing") {
    Window window;
    window.press(Qt::Key_Return);
    window.type("taro@agate.plala.or.jp");
    window.press(Qt::Key_Return);
    REQUIRE(window.wizard.currentId() == TranslationPageId);
    window.wizard.back();
    window.wizard.back();
    REQUIRE(window.wizard.currentId() == StartPageId);
    window.press(Qt::Key_Return);
    auto* page = static_cast<CertificatePage*>(window.wizard.currentPage());
    CHECK(page->row(PaperField::MailAddress)->edit()->text() == "taro@agate.plala.or.jp");
}

TEST_CASE("the language changes at once, everywhere, and nothing typed is lost") {
    Window window;
    window.press(Qt::Key_Return);
    window.type("taro@agate.plala.or.jp");
    const QString japanese = window.wizard.pageAt(CertificatePageId)->heading()->text();
    const QString button = window.nameOf(QWizard::NextButton);
    window.session.setLanguage(Language::English);
    CHECK(window.wizard.pageAt(CertificatePageId)->heading()->text() == "Please copy what your paper says");
    CHECK(window.nameOf(QWizard::NextButton) == "Translate");
    CHECK(window.session.typed().text(PaperField::MailAddress) == "taro@agate.plala.or.jp");
    window.session.setLanguage(Language::Japanese);
    CHECK(window.wizard.pageAt(CertificatePageId)->heading()->text() == japanese);
    CHECK(window.nameOf(QWizard::NextButton) == button);
    CHECK(japanese != "Please copy what your paper says");
}

TEST_CASE("the first page leads on by its doors and has no button for it") {
    Window window;
    CHECK_FALSE(window.wizard.button(QWizard::NextButton)->isVisible());
    CHECK(window.wizard.button(QWizard::CancelButton)->isVisible());
    window.press(Qt::Key_Return);
    CHECK(window.wizard.button(QWizard::NextButton)->isVisible());
    CHECK(window.wizard.button(QWizard::BackButton)->isVisible());
}

TEST_CASE("Ctrl + and - change the size of the letters, Ctrl 0 sets it back") {
    Window window;
    window.press(Qt::Key_Plus, Qt::ControlModifier);
    CHECK(appearance().textPercent() == 125);
    window.press(Qt::Key_Minus, Qt::ControlModifier);
    CHECK(appearance().textPercent() == 100);
    appearance().setTextPercent(200);
    const auto* rail = window.wizard.findChild<StepRail*>();
    const auto enabled = [&](const QString& words) {
        for (const auto* button : rail->findChildren<QAbstractButton*>())
            if (button->text() == words)
                return button->isEnabled();
        return false;
    };
    CHECK_FALSE(enabled("A+")); // a button does what it says, or is grey
    CHECK(enabled("A−"));
    window.press(Qt::Key_0, Qt::ControlModifier);
    CHECK(appearance().textPercent() == 100);
    CHECK_FALSE(enabled("A−"));
}

TEST_CASE("the rail folds into one line where the window is narrow or the letters are large") {
    Window window;
    const auto lines = [&] {
        int shown = 0;
        for (const StepRail* rail : window.wizard.findChildren<StepRail*>())
            shown += rail->isVisible();
        return shown;
    };
    auto* side = window.wizard.sideWidget();
    CHECK(side->isVisible());
    window.wizard.resize(760, 560);
    QCoreApplication::processEvents();
    CHECK_FALSE(side->isVisible());
    CHECK(lines() == 1);
    window.wizard.resize(1200, 700);
    QCoreApplication::processEvents();
    CHECK(side->isVisible());
    appearance().setTextPercent(200);
    CHECK_FALSE(side->isVisible());
    appearance().setTextPercent(100);
}

TEST_CASE("the window stays as small as 760 by 560, also with letters twice as large") {
    Window window;
    appearance().setTextPercent(200);
    for (int id = 0; id < PageCount; ++id)
        window.wizard.pageAt(static_cast<PageId>(id))->enter();
    window.wizard.resize(760, 560);
    QCoreApplication::processEvents();
    CHECK(window.wizard.width() <= 760);
    CHECK(window.wizard.height() <= 560);
    appearance().setTextPercent(100);
}

TEST_CASE("Esc leaves at once where nothing was typed, and asks where something would be lost") {
    Window window;
    window.wizard.setAsksBeforeLeaving(true);
    window.press(Qt::Key_Return);
    window.type("taro@example.jp");
    QString asked;
    QTimer::singleShot(0, &window.wizard, [&] {
        auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        REQUIRE(box != nullptr);
        asked = box->text();
        QTest::keyClick(box, Qt::Key_Escape);
    });
    window.press(Qt::Key_Escape);
    CHECK_FALSE(asked.isEmpty());
    CHECK(window.wizard.isVisible());
    window.session.eraseEverything();
    window.press(Qt::Key_Escape);
    CHECK_FALSE(window.wizard.isVisible());
}

TEST_CASE("a check goes on while the question about leaving is asked, and after it where one stays") {
    Window window;
    window.session.practise(PracticeScenario::Op25b); // long enough: its port 25 is silent
    window.wizard.setAsksBeforeLeaving(true);
    window.wizard.next();
    window.session.startCheck();
    REQUIRE(window.session.checking());
    bool checking = false;
    QTimer::singleShot(0, &window.wizard, [&] {
        checking = window.session.checking();
        QTest::keyClick(QApplication::activeModalWidget(), Qt::Key_Escape);
    });
    window.press(Qt::Key_Escape);
    CHECK(checking);
    CHECK(window.session.checking());
    window.session.cancelCheck();
    window.wizard.setAsksBeforeLeaving(false);
}

TEST_CASE("on the last page Enter means its main button, not the end of the program") {
    Window window;
    window.session.practise(PracticeScenario::Modern);
    window.session.check();
    for (int steps = 0; window.wizard.currentId() < SheetPageId && steps < PageCount; ++steps)
        window.wizard.next();
    REQUIRE(window.wizard.currentId() == SheetPageId);
    const auto isDefault = [&](QWizard::WizardButton which) {
        return static_cast<QPushButton*>(window.wizard.button(which))->isDefault();
    };
    CHECK(isDefault(QWizard::CustomButton1));
    CHECK_FALSE(isDefault(QWizard::FinishButton));
    window.session.setLanguage(Language::English);
    CHECK(isDefault(QWizard::CustomButton1));
    CHECK_FALSE(isDefault(QWizard::FinishButton));
    window.wizard.back();
    CHECK(isDefault(QWizard::NextButton));
}

TEST_CASE("every control has a name for a screen reader") {
    Window window;
    const auto nameless = [&] {
        QStringList found;
        for (const QWidget* widget : window.wizard.findChildren<QWidget*>()) {
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
            const bool input =
                qobject_cast<const QLineEdit*>(widget) || qobject_cast<const QComboBox*>(widget) || button;
            if (input && widget->isVisible() && !named && !widget->objectName().startsWith("qt_"))
                found << QString::fromLatin1(widget->metaObject()->className()) + " " + widget->objectName();
        }
        return found.join(", ").toStdString();
    };
    CHECK(nameless() == "");
    window.press(Qt::Key_Return);
    CHECK(nameless() == "");
}

TEST_CASE("erasing begins anew, and nothing of the person before is left in any field") {
    Window window;
    window.session.practise(PracticeScenario::Modern);
    for (int id = StartPageId; id < ResultPageId; ++id)
        window.wizard.pageAt(static_cast<PageId>(id))->enter();
    window.session.check();
    for (int steps = 0; window.wizard.currentId() < ResultPageId && steps < PageCount; ++steps)
        window.wizard.next();
    REQUIRE(window.wizard.currentId() == ResultPageId);
    REQUIRE(window.wizard.button(QWizard::CustomButton2)->isVisible());
    window.session.setPreference(Preference::Imap);
    window.wizard.button(QWizard::CustomButton2)->click();
    CHECK(window.wizard.currentId() == StartPageId);
    CHECK(window.session.typed().empty());
    CHECK(window.session.preference() == Preference::Pop3);
    CHECK_FALSE(window.session.checkedAt().isValid());
    for (QLineEdit* edit : window.wizard.findChildren<QLineEdit*>()) {
        CHECK_FALSE(edit->text().contains("renshu"));
        edit->undo();
        CHECK_FALSE(edit->text().contains("renshu"));
    }
}

TEST_CASE("everything can be erased as soon as something can be typed") {
    Window window;
    window.press(Qt::Key_Return);
    window.type("taro@example.jp");
    REQUIRE(window.wizard.button(QWizard::CustomButton2)->isVisible());
    window.wizard.button(QWizard::CustomButton2)->click();
    CHECK(window.session.typed().empty());
}

TEST_CASE("the folded rail is read before the page's heading, and Tab comes so too") {
    Window window;
    window.press(Qt::Key_Return);
    appearance().setTextPercent(200);
    QCoreApplication::processEvents();
    Page* page = window.wizard.pageAt(CertificatePageId);
    page->heading()->setFocus();
    QTest::keyClick(page->heading(), Qt::Key_Backtab);
    auto* rail = page->findChild<StepRail*>();
    REQUIRE(rail->isVisible());
    CHECK(rail->isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    CHECK(page->heading()->hasFocus());
    appearance().setTextPercent(100);
}

TEST_CASE("once its first picture is there the window has its icon, reads the profiles and makes the other pages") {
    application();
    QApplication::setWindowIcon(QIcon());
    Session session;
    Wizard wizard(session, appearance());
    CHECK_FALSE(waitUntil([&] { return session.knowledgeReady(); }, 50));
    CHECK(wizard.pageIds().size() == 1);
    wizard.show();
    CHECK(waitUntil([&] { return session.knowledgeReady(); }));
    CHECK(waitUntil([&] { return wizard.pageIds().size() == PageCount; }));
    CHECK_FALSE(wizard.windowIcon().isNull());
}

TEST_CASE("no part of a page is shown as a window of its own while the pages are made") {
    ReadySession session;
    Wizard wizard(session, appearance());
    wizard.show();
    REQUIRE(QTest::qWaitForWindowExposed(&wizard));
    ShownWindows others;
    application().installEventFilter(&others);
    wizard.pageAt(SheetPageId);
    QCoreApplication::processEvents();
    application().removeEventFilter(&others);
    CHECK(others.names.join(' ') == "");
}

TEST_CASE("arrows that open something are as large as letters, and grow with them") {
    Window window;
    window.wizard.pageAt(SheetPageId); // all pages are there
    for (const int percent : {100, 200}) {
        appearance().setTextPercent(percent);
        const auto folds = window.wizard.findChildren<FoldButton*>();
        REQUIRE_FALSE(folds.isEmpty());
        for (const FoldButton* fold : folds) {
            CHECK(fold->iconSize().height() >= 14 * percent / 100);
            CHECK_FALSE(fold->icon().isNull());
        }
    }
    appearance().setTextPercent(100);
}

TEST_CASE("marks beside words are drawn: a screen reader hears the words alone") {
    Window window;
    window.press(Qt::Key_Return);
    const QStringList marks{"✓", "○", "▶", "i", "!", "✕", "?"};
    REQUIRE_FALSE(window.wizard.findChildren<Symbol*>().isEmpty());
    for (const Symbol* symbol : window.wizard.findChildren<Symbol*>())
        CHECK(QAccessible::queryAccessibleInterface(const_cast<Symbol*>(symbol))->text(QAccessible::Name).isEmpty());
    for (const QLabel* label : window.wizard.findChildren<QLabel*>())
        CHECK_FALSE(marks.contains(label->text()));
}
