#include "ui/widgets/texts.h"

#include <QApplication>
#include <QEvent>

namespace yomikae::ui {

PlainText::PlainText(QWidget* parent) : QLabel(parent) {
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setIndent(0);
    setOpenExternalLinks(false);
    setForegroundRole(QPalette::WindowText); // whatever lies behind
}

PlainText::PlainText(const QString& text, QWidget* parent) : PlainText(parent) {
    setText(text);
}

void PlainText::setInk(Ink ink) {
    if (ink == ink_)
        return;
    ink_ = ink;
    dress();
}

void PlainText::setLetters(qreal size, bool bold) {
    if (size == size_ && bold == bold_)
        return;
    size_ = size;
    bold_ = bold;
    dress();
}

void PlainText::setStruck(bool struck) {
    if (struck == struck_)
        return;
    struck_ = struck;
    dress();
}

/// By palette and font and not by the style sheet: its rules cost a tenth of the wizard's start.
void PlainText::dress() {
    QPalette palette; // an empty one: as the application has it
    if (ink_ != &Colours::ink)
        palette.setColor(QPalette::WindowText, Appearance::current().*ink_);
    setPalette(palette);
    QFont letters;
    if (size_ != 1)
        letters.setPointSizeF(QApplication::font().pointSizeF() * size_);
    if (bold_)
        letters.setBold(true);
    if (struck_)
        letters.setStrikeOut(true);
    setFont(letters);
}

/// The application's style sheet is set last when the appearance changes.
void PlainText::changeEvent(QEvent* event) {
    QLabel::changeEvent(event);
    if (event->type() == QEvent::StyleChange && (ink_ != &Colours::ink || size_ != 1 || bold_ || struck_))
        dress();
}

void PlainText::setSelectable(bool selectable) {
    setTextInteractionFlags(selectable ? Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard
                                       : Qt::NoTextInteraction);
}

Heading::Heading(QWidget* parent) : PlainText(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setInk(&Colours::accent);
    setLetters(1.5, true);
    setContentsMargins(0, 2, 0, 6);
}

SubHeading::SubHeading(QWidget* parent) : PlainText(parent) {
    setLetters(1.15, true);
}

SubHeading::SubHeading(const QString& text, QWidget* parent) : SubHeading(parent) {
    setText(text);
}

} // namespace yomikae::ui
