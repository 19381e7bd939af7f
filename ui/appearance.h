// How the window looks and speaks: palette, size of letters, language. Kept in QSettings; nothing of a person is.
#pragma once

#include "words/words.h"

#include <QColor>
#include <QObject>
#include <QTranslator>

class QApplication;

namespace yomikae::ui {

enum class Theme { System, Light, Dark };

/// The colours of one theme. Text on `ground` and `paper` has a contrast of at least 4.5:1, symbols 3:1 (a test says
/// so).
struct Colours {
    QColor ground; ///< behind everything
    QColor paper;  ///< cards, fields, tables
    QColor ink;    ///< text
    QColor quiet;  ///< text that only explains
    QColor line;   ///< borders of cards
    QColor edge;   ///< borders of controls
    QColor accent; ///< 藍: headings, the main button, focus
    QColor onAccent;
    QColor tint;    ///< a pale accent behind the selected row, the current step
    QColor changed; ///< 朱: the red pencil; always with → or a strike
    QColor good;    ///< always with ✓
    QColor bad;     ///< always with ✕
    QColor warn;    ///< always with !
};

/// Which of the theme's colours something has.
using Ink = QColor Colours::*;

class Appearance : public QObject {
    Q_OBJECT

  public:
    /// `remember`: settings are read and written; tests do not.
    explicit Appearance(QApplication& app, bool remember = true);
    ~Appearance() override;

    Theme theme() const { return theme_; }
    void setTheme(Theme theme);
    bool dark() const { return dark_; }
    const Colours& colours() const;
    static const Colours& light();
    static const Colours& darkColours();
    /// Of the application's one Appearance, for painting; light where there is none.
    static const Colours& current();

    static constexpr int SmallestText = 100; ///< percent
    static constexpr int LargestText = 200;
    int textPercent() const { return percent_; }
    void setTextPercent(int percent);
    void larger() { setTextPercent(percent_ + 25); }
    void smaller() { setTextPercent(percent_ - 25); }

    Language language() const { return language_; }
    void setLanguage(Language language);
    /// What was chosen before, else Japanese unless the system speaks English.
    static Language usualLanguage(bool remember);

  signals:
    void changed();

  private:
    void speak();
    void dress();
    void save() const;

    QApplication& app_;
    bool remember_;
    Theme theme_ = Theme::System;
    bool systemDark_ = false;
    bool dark_ = false;
    int percent_ = 100;
    qreal systemPoints_ = 12;
    Language language_ = Language::Japanese;
    QTranslator words_;
    QTranslator qtWords_;
};

} // namespace yomikae::ui
