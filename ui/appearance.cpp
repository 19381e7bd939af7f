#include "ui/appearance.h"

#include "ui/style_sheet.h"

#include <QApplication>
#include <QFont>
#include <QLibraryInfo>
#include <QLocale>
#include <QPalette>
#include <QSettings>
#include <QStyleFactory>

#include <algorithm>

namespace yomikae::ui {

namespace {

const Appearance* theOne = nullptr;

QString wordOf(Language language) {
    return language == Language::English ? QStringLiteral("en") : QStringLiteral("ja");
}

QPalette paletteOf(const Colours& c) {
    QPalette palette;
    palette.setColor(QPalette::Window, c.ground);
    palette.setColor(QPalette::WindowText, c.ink);
    palette.setColor(QPalette::Base, c.paper);
    palette.setColor(QPalette::AlternateBase, c.ground);
    palette.setColor(QPalette::Text, c.ink);
    palette.setColor(QPalette::PlaceholderText, c.quiet);
    palette.setColor(QPalette::Button, c.paper);
    palette.setColor(QPalette::ButtonText, c.ink);
    palette.setColor(QPalette::BrightText, c.onAccent);
    palette.setColor(QPalette::ToolTipBase, c.paper);
    palette.setColor(QPalette::ToolTipText, c.ink);
    palette.setColor(QPalette::Highlight, c.accent);
    palette.setColor(QPalette::HighlightedText, c.onAccent);
    palette.setColor(QPalette::Link, c.accent);
    palette.setColor(QPalette::LinkVisited, c.accent);
    palette.setColor(QPalette::Mid, c.line);
    palette.setColor(QPalette::Dark, c.edge);
    for (QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, c.quiet);
    return palette;
}

} // namespace

const Colours& Appearance::light() {
    static const Colours colours{QColor(0xf6f4ee), QColor(0xffffff), QColor(0x1c1b19), QColor(0x57544d),
                                 QColor(0xd8d4c8), QColor(0x86827a), QColor(0x26337f), QColor(0xffffff),
                                 QColor(0xe6e8f5), QColor(0xb5301c), QColor(0x19692c), QColor(0xa8201a),
                                 QColor(0x7a4b00)};
    return colours;
}

const Colours& Appearance::darkColours() {
    static const Colours colours{QColor(0x17181c), QColor(0x212329), QColor(0xf0eee9), QColor(0xb9b6ae),
                                 QColor(0x3d4049), QColor(0x82858f), QColor(0xaab6ff), QColor(0x14172b),
                                 QColor(0x2c3150), QColor(0xff8f7a), QColor(0x7fd694), QColor(0xff9a93),
                                 QColor(0xf0bd62)};
    return colours;
}

const Colours& Appearance::colours() const {
    return dark_ ? darkColours() : light();
}

const Colours& Appearance::current() {
    return theOne ? theOne->colours() : light();
}

Appearance::Appearance(QApplication& app, bool remember) : app_(app), remember_(remember) {
    theOne = this;
    systemDark_ = app.palette().color(QPalette::Window).lightness() < 128;
    systemPoints_ = std::max(12.0, app.font().pointSizeF());
    language_ = usualLanguage(remember);
    if (remember_) {
        const QSettings settings;
        theme_ = static_cast<Theme>(std::clamp(settings.value(QStringLiteral("theme")).toInt(), 0, 2));
        percent_ = std::clamp(settings.value(QStringLiteral("textPercent"), 100).toInt(), SmallestText, LargestText);
    }
    app_.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    speak();
    dress();
}

Appearance::~Appearance() {
    theOne = nullptr;
}

Language Appearance::usualLanguage(bool remember) {
    const QString kept = remember ? QSettings().value(QStringLiteral("language")).toString() : QString();
    if (const auto named = languageNamed(kept.toStdString()))
        return *named;
    return QLocale::system().language() == QLocale::English ? Language::English : Language::Japanese;
}

void Appearance::setTheme(Theme theme) {
    theme_ = theme;
    save();
    dress();
}

void Appearance::setTextPercent(int percent) {
    percent = std::clamp(percent, SmallestText, LargestText);
    if (percent == percent_)
        return;
    percent_ = percent;
    save();
    dress();
}

void Appearance::setLanguage(Language language) {
    if (language == language_)
        return;
    language_ = language;
    save();
    speak();
}

void Appearance::speak() {
    app_.removeTranslator(&words_);
    app_.removeTranslator(&qtWords_);
    const QString word = wordOf(language_);
    QLocale::setDefault(language_ == Language::English ? QLocale(QLocale::English) : QLocale(QLocale::Japanese));
    if (qtWords_.load(QStringLiteral("qtbase_") + word, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        app_.installTranslator(&qtWords_);
    if (words_.load(QStringLiteral(":/i18n/yomikae_") + word))
        app_.installTranslator(&words_);
}

void Appearance::dress() {
    dark_ = theme_ == Theme::Dark || (theme_ == Theme::System && systemDark_);
    QFont font = app_.font();
    font.setPointSizeF(systemPoints_ * percent_ / 100);
    app_.setFont(font);
    app_.setPalette(paletteOf(colours()));
    app_.setStyleSheet(styleSheet(colours(), font.pointSizeF()));
    emit changed();
}

void Appearance::save() const {
    if (!remember_)
        return;
    QSettings settings;
    settings.setValue(QStringLiteral("theme"), static_cast<int>(theme_));
    settings.setValue(QStringLiteral("textPercent"), percent_);
    settings.setValue(QStringLiteral("language"), wordOf(language_));
}

} // namespace yomikae::ui
