// Pages 3 to 6 at the smallest window and the largest letters.
#include "support/catch.h"
#include "ui/page_window.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>

using namespace yomikae;
using namespace yomikae::ui;
using namespace yomikae::test;

namespace {

/// How far the page's body sticks out to the right.
int overhang(const QWidget& page) {
    for (const auto* area : page.findChildren<QScrollArea*>())
        return area->horizontalScrollBar()->maximum();
    return -1;
}

} // namespace

TEST_CASE(
    "nothing of pages 3 to 6 sticks out of the smallest window, in either language, with letters twice as large") {
    PageWindow window;
    window.practise(PracticeScenario::OldPaper, ResultPageId);
    window.wizard.resize(760, 560);
    for (Language language : {Language::Japanese, Language::English})
        for (int percent : {100, 200}) {
            window.session.setLanguage(language);
            appearance().setTextPercent(percent);
            for (PageId id : {TranslationPageId, CheckPageId, ResultPageId, SheetPageId}) {
                window.goTo(id);
                QCoreApplication::processEvents();
                INFO("page " << id << " language " << static_cast<int>(language) << " " << percent << " %");
                CHECK(overhang(*window.wizard.currentPage()) == 0);
            }
        }
    appearance().setTextPercent(100);
}

TEST_CASE("every control of pages 3 to 6 has a name for a screen reader") {
    PageWindow window;
    window.practise(PracticeScenario::OldPaper, ResultPageId);
    for (PageId id : {TranslationPageId, CheckPageId, ResultPageId, SheetPageId}) {
        window.goTo(id);
        for (const QWidget* widget : window.wizard.currentPage()->findChildren<QWidget*>()) {
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            const bool control = button || qobject_cast<const QComboBox*>(widget) ||
                                 qobject_cast<const QLineEdit*>(widget) || qobject_cast<const QSpinBox*>(widget) ||
                                 qobject_cast<const QAbstractItemView*>(widget);
            if (!control || !widget->isVisible() || widget->focusPolicy() == Qt::NoFocus)
                continue;
            INFO("page " << id << ": " << widget->metaObject()->className());
            const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
            CHECK((named || qobject_cast<const QSpinBox*>(widget->parentWidget()) != nullptr));
        }
    }
}
