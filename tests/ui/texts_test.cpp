#include "ui/widgets/texts.h"

#include "support/catch.h"
#include "ui/window.h"

#include <QApplication>

#include <cmath>

using namespace yomikae;
using namespace yomikae::ui;
using namespace yomikae::test;

namespace {

/// What the letters are painted with: on a white page, as in the wizard.
QColor inkOf(QWidget& label) {
    return label.palette().color(label.foregroundRole());
}

/// The page of a wizard: labels on it would have the ink of what lies behind.
struct WhitePage : QWidget {
    WhitePage() { setBackgroundRole(QPalette::Base); }
};

bool isSized(const QWidget& label, qreal size) {
    return std::abs(label.font().pointSizeF() - QApplication::font().pointSizeF() * size) < 0.1;
}

} // namespace

TEST_CASE("a label has the colours of the theme, also after another was chosen") {
    Appearance& look = appearance();
    look.setTheme(Theme::Light);
    WhitePage page;
    PlainText ink(QStringLiteral("x"), &page), quiet(QStringLiteral("x"), &page), good(QStringLiteral("x"), &page);
    Heading heading(&page);
    quiet.setQuiet(true);
    good.setInk(&Colours::good);
    for (const Theme theme : {Theme::Light, Theme::Dark, Theme::Light}) {
        look.setTheme(theme);
        const Colours& colours = look.colours();
        CHECK(inkOf(ink) == colours.ink);
        CHECK(inkOf(quiet) == colours.quiet);
        CHECK(inkOf(good) == colours.good);
        CHECK(inkOf(heading) == colours.accent);
    }
}

TEST_CASE("what was quiet and is so no longer follows the theme as everything else") {
    Appearance& look = appearance();
    look.setTheme(Theme::Light);
    PlainText label(QStringLiteral("x"));
    label.setQuiet(true);
    label.setQuiet(false);
    look.setTheme(Theme::Dark);
    CHECK(inkOf(label) == Appearance::darkColours().ink);
    look.setTheme(Theme::Light);
}

TEST_CASE("headings grow with the letters") {
    Appearance& look = appearance();
    const Heading heading;
    const SubHeading sub(QStringLiteral("x"));
    PlainText bold(QStringLiteral("x"));
    bold.setLetters(1, true);
    for (const int percent : {100, 150, 200, 100}) {
        look.setTextPercent(percent);
        CHECK(isSized(heading, 1.5));
        CHECK(isSized(sub, 1.15));
        CHECK(isSized(bold, 1));
        CHECK(heading.font().bold());
        CHECK(bold.font().bold());
    }
}

TEST_CASE("a value that is struck out stays so in larger letters, and can be set free again") {
    Appearance& look = appearance();
    PlainText label(QStringLiteral("110"));
    label.setStruck(true);
    look.setTextPercent(150);
    CHECK(label.font().strikeOut());
    CHECK(isSized(label, 1));
    label.setStruck(false);
    CHECK_FALSE(label.font().strikeOut());
    look.setTextPercent(100);
}

TEST_CASE("the letters on the paper have the colour that was asked for") {
    appearance().setTheme(Theme::Light);
    WhitePage page;
    PlainText label(QStringLiteral("■■"), &page);
    label.setInk(&Colours::good);
    label.resize(label.sizeHint());
    const QImage picture = label.grab().toImage();
    bool found = false;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            found = found || picture.pixelColor(x, y) == Appearance::light().good;
    CHECK(found);
}
