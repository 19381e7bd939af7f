#include "ui/widgets/symbol.h"

#include <QPainter>

#include <algorithm>

namespace yomikae::ui {

Symbol::Symbol(QWidget* parent) : QWidget(parent), ink_(&Colours::accent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void Symbol::show(const QString& mark, Ink ink, bool bold) {
    mark_ = mark;
    ink_ = ink;
    bold_ = bold;
    updateGeometry();
    update();
}

QFont Symbol::letters() const {
    QFont made = font();
    made.setBold(bold_);
    return made;
}

/// As high as a line of the words beside it, whatever font the mark itself comes from.
QSize Symbol::sizeHint() const {
    const int line = fontMetrics().height();
    return {std::max(line, QFontMetrics(letters()).horizontalAdvance(mark_)), line + contentsMargins().top()};
}

void Symbol::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setFont(letters());
    painter.setPen(Appearance::current().*ink_);
    painter.drawText(QRect(0, contentsMargins().top(), width(), fontMetrics().height()), Qt::AlignCenter, mark_);
}

} // namespace yomikae::ui
