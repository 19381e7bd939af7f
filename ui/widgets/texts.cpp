#include "ui/widgets/texts.h"

#include <QStyle>

namespace yomikae::ui {

PlainText::PlainText(QWidget* parent) : QLabel(parent) {
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setIndent(0);
    setOpenExternalLinks(false);
}

PlainText::PlainText(const QString& text, QWidget* parent) : PlainText(parent) {
    setText(text);
}

void PlainText::setQuiet(bool quiet) {
    setProperty("quiet", quiet);
    style()->unpolish(this);
    style()->polish(this);
}

void PlainText::setSelectable(bool selectable) {
    setTextInteractionFlags(selectable ? Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard
                                       : Qt::NoTextInteraction);
}

Heading::Heading(QWidget* parent) : PlainText(parent) {
    setFocusPolicy(Qt::StrongFocus);
}

SubHeading::SubHeading(QWidget* parent) : PlainText(parent) {}

SubHeading::SubHeading(const QString& text, QWidget* parent) : PlainText(text, parent) {}

} // namespace yomikae::ui
