// What is pressed: large enough, readable, and called what it is.
#include "support/catch.h"
#include "ui/contrast.h"
#include "ui/page_window.h"
#include "ui/widgets/field_row.h"
#include "ui/widgets/fold.h"
#include "ui/widgets/step_list.h"

#include <QAccessible>
#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace yomikae;
using namespace yomikae::ui;
using namespace yomikae::test;

TEST_CASE("what stands in an empty field can be read in both themes") {
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
        appearance().setTheme(theme);
        QLineEdit edit;
        edit.setPlaceholderText(QStringLiteral("■■■■"));
        edit.setAttribute(Qt::WA_DontShowOnScreen);
        edit.show();
        const QImage picture = edit.grab().toImage();
        const QColor paper = appearance().colours().paper;
        const QRect inside = edit.rect().adjusted(5, 5, -5, -5);
        double best = 0;
        for (int y = inside.top(); y <= inside.bottom(); ++y)
            for (int x = inside.left(); x <= inside.right(); ++x)
                best = std::max(best, contrast(picture.pixelColor(x, y), paper));
        CHECK(best >= 4.5);
        CHECK(edit.palette().color(QPalette::Text) == appearance().colours().ink);
    }
    appearance().setTheme(Theme::Light);
}

TEST_CASE("every control of every page is high enough to be hit") {
    PageWindow window;
    window.practise(PracticeScenario::OldPaper, ResultPageId);
    for (const PageId id : {CertificatePageId, TranslationPageId, CheckPageId, ResultPageId, SheetPageId}) {
        window.goTo(id);
        QCoreApplication::processEvents();
        for (const QAbstractButton* button : window.wizard.currentPage()->findChildren<QAbstractButton*>()) {
            if (!button->isVisible())
                continue;
            INFO("page " << id << ": " << button->text().toStdString() << button->accessibleName().toStdString());
            CHECK(button->height() >= 32);
        }
    }
}

TEST_CASE("the words of a step tick its box, and so does the box") {
    OneProfile profile;
    PageWindow window(profile.options());
    window.session.type(PaperField::MailAddress, "taro@mail.test");
    window.goTo(TranslationPageId);
    auto* list = window.wizard.currentPage()->findChild<StepList*>();
    QCheckBox* box = list->boxes().at(0);
    CHECK(box->height() >= 32);
    CHECK(box->width() >= 32);
    QTest::mouseClick(box->parentWidget()->findChild<QLabel*>(), Qt::LeftButton);
    CHECK(window.session.stepDone("switch"));
    box->click();
    CHECK_FALSE(window.session.stepDone("switch"));
    QTest::mouseClick(box, Qt::LeftButton, {}, box->rect().center());
    CHECK(window.session.stepDone("switch"));
}

TEST_CASE("a fold is a button that says whether it is open, not a check box") {
    application();
    Fold fold;
    fold.setTitle(QStringLiteral("More"));
    QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(fold.button());
    REQUIRE(spoken != nullptr);
    CHECK(spoken->role() == QAccessible::Button);
    CHECK(spoken->text(QAccessible::Name) == "More");
    CHECK_FALSE(spoken->state().checkable);
    CHECK(spoken->state().expandable);
    CHECK(spoken->state().collapsed);
    spoken->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    CHECK(fold.isOpen());
    CHECK(spoken->state().expanded);
    CHECK_FALSE(spoken->state().collapsed);
}
