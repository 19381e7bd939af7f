#include "ui/widgets/fold_button.h"

#include "ui/appearance.h"

#include <QEvent>
#include <QPainter>
#include <QPixmap>

#include <algorithm>

namespace yomikae::ui {

namespace {

constexpr int SmallestArrow = 14;

QIcon arrow(bool down, int side, qreal ratio) {
    QPixmap picture(QSize(side + side / 2, side) * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Appearance::current().accent);
    const qreal s = side;
    if (down)
        painter.drawPolygon(QPolygonF({{s * 0.06, s * 0.22}, {s * 0.94, s * 0.22}, {s * 0.5, s * 0.84}}));
    else
        painter.drawPolygon(QPolygonF({{s * 0.22, s * 0.06}, {s * 0.84, s * 0.5}, {s * 0.22, s * 0.94}}));
    return QIcon(picture);
}

} // namespace

FoldButton::FoldButton(QWidget* parent) : QToolButton(parent) {
    setProperty("fold", true);
    setCheckable(true);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setFocusPolicy(Qt::StrongFocus);
    connect(this, &QToolButton::toggled, this, &FoldButton::drawArrow);
    drawArrow();
}

void FoldButton::drawArrow() {
    const int side = std::max(SmallestArrow, fontMetrics().ascent());
    setIconSize({side + side / 2, side}); // the half is the gap before the words
    setIcon(arrow(isChecked(), side, devicePixelRatioF()));
}

void FoldButton::changeEvent(QEvent* event) {
    QToolButton::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        drawArrow();
}

} // namespace yomikae::ui
