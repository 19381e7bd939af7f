#include "ui/widgets/value_text.h"

#include <QPainter>

#include <algorithm>

namespace yomikae::ui {

ValueText::ValueText(QWidget* parent) : PlainText(parent) {
    setWordWrap(false);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

void ValueText::paintEvent(QPaintEvent* event) {
    const QRect room = contentsRect();
    const int needed = fontMetrics().horizontalAdvance(text());
    if (needed <= room.width()) {
        PlainText::paintEvent(event);
        return;
    }
    QFont smaller = font();
    smaller.setPointSizeF(font().pointSizeF() * std::max(room.width() - 1, 1) / needed);
    // widths do not shrink in proportion: letters are fitted to whole pixels
    while (QFontMetrics(smaller).horizontalAdvance(text()) > room.width() && smaller.pointSizeF() > 2)
        smaller.setPointSizeF(smaller.pointSizeF() - 0.25);
    QPainter painter(this);
    painter.setFont(smaller);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter, text());
}

} // namespace yomikae::ui
