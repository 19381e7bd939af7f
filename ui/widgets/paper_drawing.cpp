#include "ui/widgets/paper_drawing.h"

#include "ui/appearance.h"

#include <QFontDatabase>
#include <QPainter>

namespace yomikae::ui {

namespace {

constexpr qreal Margin = 14;

QFont smaller(QFont font, qreal by) {
    font.setPointSizeF(font.pointSizeF() * by);
    return font;
}

} // namespace

PaperDrawing::PaperDrawing(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void PaperDrawing::setTitle(const QString& title) {
    title_ = title;
    update();
}

void PaperDrawing::setLines(const QList<PaperLine>& lines) {
    lines_ = lines;
    updateGeometry();
    update();
}

void PaperDrawing::setCurrent(int line) {
    current_ = line;
    update();
}

QSize PaperDrawing::sizeHint() const {
    const int line = fontMetrics().height();
    return {line * 15, static_cast<int>(Margin * 2 + line * 2.4 + line * 2.8 * static_cast<qreal>(lines_.size()))};
}

QSize PaperDrawing::minimumSizeHint() const {
    return {fontMetrics().height() * 10, sizeHint().height()};
}

/// Always paper in daylight, also in a dark window.
void PaperDrawing::paintEvent(QPaintEvent*) {
    const Colours& c = Appearance::light();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF sheet = QRectF(rect()).adjusted(2, 2, -4, -4);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, 40));
    painter.drawRect(sheet.translated(2, 2));
    painter.setPen(QPen(c.line, 1));
    painter.setBrush(QColor(0xfffdf6));
    painter.drawRect(sheet);
    const qreal line = fontMetrics().height();
    painter.setPen(c.ink);
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.drawText(QRectF(sheet.left(), sheet.top() + Margin, sheet.width(), line * 1.4), Qt::AlignCenter, title_);
    qreal y = sheet.top() + Margin + line * 2.0;
    for (int i = 0; i < lines_.size(); ++i, y += line * 2.8)
        paintLine(painter, QRectF(sheet.left() + 8, y, sheet.width() - 16, line * 2.7), lines_[i], i == current_);
}

void PaperDrawing::paintLine(QPainter& painter, const QRectF& area, const PaperLine& line, bool current) const {
    const Colours& c = Appearance::light();
    if (current) {
        painter.setPen(QPen(c.accent, 2));
        painter.setBrush(c.tint);
        painter.drawRoundedRect(area, 4, 4);
    }
    const QRectF inner = area.adjusted(8, 5, -8, -5);
    painter.setFont(smaller(font(), 0.8));
    painter.setPen(current ? c.accent : c.quiet);
    const QString mark = current ? QStringLiteral("▶ ") : QString();
    painter.drawText(
        inner, Qt::AlignTop | Qt::AlignLeft,
        painter.fontMetrics().elidedText(mark + line.label, Qt::ElideRight, static_cast<int>(inner.width())));
    painter.setFont(font());
    painter.setPen(c.ink);
    if (line.value.isEmpty()) {
        painter.setPen(QPen(c.line, 2));
        painter.drawLine(inner.bottomLeft() - QPointF(0, 6), inner.bottomLeft() + QPointF(inner.width() * 0.7, -6));
        return;
    }
    painter.drawText(inner, Qt::AlignBottom | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(line.value, Qt::ElideMiddle, static_cast<int>(inner.width())));
}

} // namespace yomikae::ui
