#include "ui/appearance.h"

#include "support/catch.h"
#include "ui/contrast.h"
#include "ui/window.h"

#include <QPushButton>

using namespace yomikae;
using namespace yomikae::ui;
using namespace yomikae::test;

TEST_CASE("text stands out 4.5:1 and borders of controls 3:1, in light and in dark") {
    for (const Colours& c : {Appearance::light(), Appearance::darkColours()}) {
        for (const QColor& ground : {c.ground, c.paper, c.tint})
            for (const QColor& text : {c.ink, c.quiet, c.accent, c.changed, c.good, c.bad, c.warn}) {
                INFO(text.name().toStdString() << " on " << ground.name().toStdString());
                CHECK(contrast(text, ground) >= 4.5);
            }
        CHECK(contrast(c.onAccent, c.accent) >= 4.5);
        CHECK(contrast(c.edge, c.paper) >= 3.0);
        CHECK(contrast(c.edge, c.ground) >= 3.0);
    }
}

TEST_CASE("letters grow to twice their size and no further") {
    Appearance& look = appearance();
    look.setTextPercent(100);
    const qreal points = QApplication::font().pointSizeF();
    CHECK(points >= 12);
    look.larger();
    CHECK(look.textPercent() == 125);
    look.setTextPercent(1000);
    CHECK(look.textPercent() == 200);
    CHECK(std::abs(QApplication::font().pointSizeF() - points * 2) < 0.01);
    look.setTextPercent(1);
    CHECK(look.textPercent() == 100);
}

TEST_CASE("a theme that was chosen does not ask the system") {
    Appearance& look = appearance();
    look.setTheme(Theme::Dark);
    CHECK(look.dark());
    CHECK(QApplication::palette().color(QPalette::Window) == Appearance::darkColours().ground);
    look.setTheme(Theme::Light);
    CHECK_FALSE(look.dark());
    CHECK(QApplication::palette().color(QPalette::Window) == Appearance::light().ground);
}

TEST_CASE("buttons are large enough to hit") {
    appearance().setTextPercent(100);
    QPushButton button("OK");
    button.ensurePolished();
    CHECK(button.sizeHint().height() >= 32);
}
