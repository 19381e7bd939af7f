#include "ui/style_sheet.h"

#include "ui/appearance.h"

#include <QList>
#include <QPair>

namespace yomikae::ui {

namespace {

/// Places in the sheet below are @name; sizes are in points of the chosen text size.
const char* const Sheet = R"css(
QWizard, QDialog, QWizardPage { background: @ground; }
QLineEdit, QPlainTextEdit, QComboBox, QSpinBox, QTextEdit {
  background: @paper; border: 1px solid @edge; border-radius: 4px; padding: 6px 8px;
  selection-background-color: @accent; selection-color: @onAccent; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus { border: 2px solid @accent; padding: 5px 7px; }
QComboBox QAbstractItemView { background: @paper; color: @ink; selection-background-color: @accent; selection-color: @onAccent; }
QPushButton { background: @paper; color: @ink; border: 1px solid @edge; border-radius: 6px; padding: 7px 16px; }
QPushButton:hover { background: @tint; }
QPushButton:focus { border: 2px solid @accent; padding: 6px 15px; outline: none; }
QPushButton:default, QPushButton[main="true"] { background: @accent; color: @onAccent; border: 1px solid @accent; }
QPushButton:default:focus, QPushButton[main="true"]:focus { border: 2px solid @ink; }
QPushButton:disabled { background: @ground; color: @quiet; border: 1px solid @line; }
QPushButton[link="true"], QToolButton[link="true"] { background: transparent; color: @accent; border: 2px solid transparent; text-decoration: underline; padding: 4px 4px; min-height: 20px; text-align: left; }
QPushButton[link="true"]:focus, QToolButton[link="true"]:focus { border: 2px solid @accent; }
QToolButton { background: @paper; color: @ink; border: 1px solid @edge; border-radius: 6px; padding: 6px 8px; }
QToolButton:hover { background: @tint; }
QToolButton:checked { background: @accent; color: @onAccent; }
QToolButton:focus { border: 2px solid @accent; padding: 5px 7px; }
QToolButton[fold="true"] { background: transparent; color: @ink; border: 2px solid transparent; border-radius: 4px; padding: 2px 4px; min-height: 24px; text-align: left; }
QToolButton[fold="true"]:checked { background: transparent; color: @ink; }
QToolButton[fold="true"]:focus { border: 2px solid @accent; padding: 2px 4px; }
QFrame[changeRow="true"] { border: none; border-top: 1px solid @line; }
QCheckBox, QRadioButton { color: @ink; spacing: 8px; padding: 5px 0; min-height: 22px; }
QCheckBox::indicator, QRadioButton::indicator { width: @boxpx; height: @boxpx; border: 2px solid @edge; background: @paper; }
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: @roundpx; }
QCheckBox::indicator:checked { border-color: @accent; background: @accent; image: url(:/icons/tick-@tickcolour.png); }
QRadioButton::indicator:checked { width: @dotpx; height: @dotpx; border: @ringpx solid @accent; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border-color: @accent; }
QCheckBox:focus, QRadioButton:focus { text-decoration: underline; }
QComboBox::drop-down { border: none; width: 28px; }
QComboBox::down-arrow { image: url(:/icons/down-@arrowcolour.png); width: @arrowpx; height: @arrowpx; }
QFrame[card="true"] { background: @paper; border: 1px solid @line; border-radius: 8px; }
QFrame[notice="true"] { background: @paper; border: 1px solid @line; border-left: 5px solid @accent; }
QFrame[notice="true"][tone="good"] { border-left-color: @good; }
QFrame[notice="true"][tone="warn"] { border-left-color: @warn; }
QFrame[notice="true"][tone="bad"] { border-left-color: @bad; }
QTableView, QListView, QTreeView { background: @paper; color: @ink; border: 1px solid @line; border-radius: 4px; gridline-color: @line;
  selection-background-color: @tint; selection-color: @ink; }
QTableView::item { padding: 2px 8px; border: none; border-bottom: 1px solid @line; }
QTableView::item:selected { background: @tint; color: @ink; }
QHeaderView::section { background: @ground; color: @ink; border: none; border-bottom: 1px solid @line; padding: 6px 8px; font-weight: bold; }
QScrollBar:vertical { background: transparent; width: 14px; margin: 0; }
QScrollBar::handle:vertical { background: @edge; border-radius: 5px; min-height: 32px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 14px; margin: 0; }
QScrollBar::handle:horizontal { background: @edge; border-radius: 5px; min-width: 32px; margin: 2px; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: transparent; width: 0; height: 0; }
QToolTip { background: @paper; color: @ink; border: 1px solid @edge; padding: 4px; }
QProgressBar { background: @tint; border: none; border-radius: 3px; max-height: 6px; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
)css";

} // namespace

QString styleSheet(const Colours& colours, qreal points) {
    // boxes and dots grow with the letters; all of it in whole pixels
    const int dot = qRound(points * 0.8);
    const int ring = qRound(points * 0.5);
    const int box = dot + 2 * ring - 4;
    const auto pixels = [](int count) { return QString::number(count) + QStringLiteral("px"); };
    const bool darkInk = colours.ink.lightness() < 128;
    const QList<QPair<QString, QString>> places{
        {QStringLiteral("@boxpx"), pixels(box)},
        {QStringLiteral("@roundpx"), pixels(box / 2 + 2)},
        {QStringLiteral("@dotpx"), pixels(dot)},
        {QStringLiteral("@ringpx"), pixels(ring)},
        {QStringLiteral("@arrowpx"), pixels(qRound(points * 1.1))},
        {QStringLiteral("@tickcolour"), darkInk ? QStringLiteral("white") : QStringLiteral("black")},
        {QStringLiteral("@arrowcolour"), darkInk ? QStringLiteral("black") : QStringLiteral("white")},
        {QStringLiteral("@onAccent"), colours.onAccent.name()},
        {QStringLiteral("@accent"), colours.accent.name()},
        {QStringLiteral("@ground"), colours.ground.name()},
        {QStringLiteral("@paper"), colours.paper.name()},
        {QStringLiteral("@quiet"), colours.quiet.name()},
        {QStringLiteral("@line"), colours.line.name()},
        {QStringLiteral("@edge"), colours.edge.name()},
        {QStringLiteral("@tint"), colours.tint.name()},
        {QStringLiteral("@good"), colours.good.name()},
        {QStringLiteral("@warn"), colours.warn.name()},
        {QStringLiteral("@bad"), colours.bad.name()},
        {QStringLiteral("@ink"), colours.ink.name()},
    };
    QString sheet = QString::fromLatin1(Sheet);
    for (const auto& [place, value] : places)
        sheet.replace(place, value);
    return sheet;
}

} // namespace yomikae::ui
