// The one A4 page: blocks from top to bottom, either measured or painted by the same code, so that both always agree.
#pragma once

#include "paper/paper_font.h"
#include "sheet/sheet.h"

#include <QColor>
#include <QFont>
#include <QRectF>
#include <QString>

class QPainter;

namespace yomikae {

/// The page in tenths of a point: font sizes are whole pixels in Qt, so this gives them a tenth of a point.
inline constexpr qreal PageWidth = 5953;
inline constexpr qreal PageHeight = 8419;

QString text8(const std::string& text); ///< UTF-8 for Qt

/// How much room the explanations may take.
struct Density {
    enum class Why { Whole, Reason, ReasonInOneSentence, None }; ///< Reason: what stands behind the first sentence
    qreal points = 11;                                           ///< letter size of explanations
    Why why = Why::Whole;                                        ///< reasons of the changes
    std::size_t open = 8;                                        ///< lines about what was not proven
    std::size_t notes = 8;
    qreal row = 222;          ///< height of a setting
    qreal gap = 100;          ///< between blocks
    bool shortStatus = false; ///< only the first sentence
    qreal large = 1;          ///< of the settings' letters: large print has more
};

class Page {
  public:
    enum class Mode { Measure, Paint };
    Page(QPainter& painter, const Sheet& sheet, const Density& density, Mode mode);
    qreal lay(); ///< all of the page; its height

  private:
    void head();
    void verdict();
    void status();
    void alerts();
    void ways();
    void settings(const SheetPart& part);
    void settingsRow(const QString& label, const QString& value, const SheetRow* row);
    qreal labelLines(const QString& whole, qreal least);
    void mark(const SheetRow& row);
    void box(const QRectF& area); ///< to write in
    void band(const SheetPart& part);
    void careForPassword();
    void changes();
    void change(const SheetChange& change, bool sayWhy);
    QString reasonToSay(const QString& why) const;
    void struck(const QString& text, const QFont& font, qreal x, qreal y);
    void list(const char* code, const std::vector<std::string>& texts, std::size_t most, bool boxes);
    void footer();

    QString word(const char* code) const;
    QFont font(qreal points, bool bold = false) const;
    QFont valueFontOf(qreal points) const; ///< 0 and O, 1 and l apart
    qreal centred(const QFont& font, qreal height) const;
    qreal width(const QString& text, const QFont& font) const;
    /// Paints one line with its top at `y`.
    void text(const QString& text, const QFont& font, const QColor& colour, qreal x, qreal y);
    /// The same font, smaller where `text` would not fit into `room`: a value is never wrapped.
    QFont fitted(const QString& text, QFont font, qreal room) const;
    std::vector<QString> lines(const QString& whole, const QFont& lineFont, qreal room) const;
    std::vector<QString> evenLines(const QString& whole, const QFont& lineFont, qreal room) const;
    /// Paints wrapped text at the current height and moves down.
    void paragraph(const QString& text, const QFont& font, const QColor& colour, qreal x, qreal room);
    void heading(const QString& text);
    void tick(qreal x, qreal y, qreal size, const QColor& colour);
    bool painting() const { return mode_ == Mode::Paint; }

    QPainter& painter_;
    const Sheet& sheet_;
    const Density& density_;
    Mode mode_;
    PaperFamilies families_;
    qreal y_ = 0;
};

} // namespace yomikae
