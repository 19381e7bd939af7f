#include "ui/widgets/drawing.h"

#include "ui/appearance.h"

#include <QPainter>
#include <QPainterPath>

namespace yomikae::ui {

namespace {

/// Everything is drawn on a square of 64 units.
class Pen {
  public:
    Pen(QPainter& painter, const QRectF& area) : painter_(painter) {
        painter_.save();
        painter_.setRenderHint(QPainter::Antialiasing);
        const qreal side = std::min(area.width(), area.height());
        painter_.translate(area.center().x() - side / 2, area.center().y() - side / 2);
        painter_.scale(side / 64, side / 64);
    }
    ~Pen() { painter_.restore(); }
    Pen(const Pen&) = delete;
    Pen& operator=(const Pen&) = delete;

    void line(const QColor& colour, qreal width = 3) {
        painter_.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    }
    void fill(const QColor& colour) { painter_.setBrush(colour); }

    void envelope(const QRectF& r) {
        painter_.drawRoundedRect(r, 3, 3);
        QPainterPath flap(r.topLeft() + QPointF(1, 1));
        flap.lineTo(r.center() + QPointF(0, 2));
        flap.lineTo(r.topRight() + QPointF(-1, 1));
        painter_.save();
        painter_.setBrush(Qt::NoBrush);
        painter_.drawPath(flap);
        painter_.restore();
    }

    void sheet(const QRectF& r) {
        QPainterPath path(r.topLeft());
        path.lineTo(r.right() - 10, r.top());
        path.lineTo(r.right(), r.top() + 10);
        path.lineTo(r.bottomRight());
        path.lineTo(r.bottomLeft());
        path.closeSubpath();
        painter_.drawPath(path);
    }

    QPainter& painter() { return painter_; }

  private:
    QPainter& painter_;
};

void paintNewDevice(Pen& pen, const Colours& c) {
    pen.line(c.accent);
    pen.fill(c.paper);
    pen.painter().drawRoundedRect(QRectF(6, 10, 40, 30), 3, 3);
    pen.painter().drawLine(QPointF(26, 40), QPointF(26, 49));
    pen.painter().drawLine(QPointF(15, 50), QPointF(37, 50));
    pen.envelope(QRectF(30, 27, 29, 20));
}

void paintAppStopped(Pen& pen, const Colours& c) {
    pen.line(c.accent);
    pen.fill(c.paper);
    pen.envelope(QRectF(5, 16, 44, 31));
    pen.line(c.warn, 2.5);
    pen.fill(c.paper);
    pen.painter().drawEllipse(QPointF(49, 45), 12, 12);
    pen.line(c.warn, 3.5);
    pen.painter().drawLine(QPointF(49, 38.5), QPointF(49, 46));
    pen.painter().drawPoint(QPointF(49, 51));
}

/// A sheet with one line struck out in red and written anew.
void paintCorrectedSheet(Pen& pen, const Colours& c, bool ticked) {
    pen.line(c.accent);
    pen.fill(c.paper);
    pen.sheet(QRectF(12, 5, 40, 54));
    pen.line(c.quiet, 2.5);
    for (qreal y : {19.0, 43.0, 51.0})
        pen.painter().drawLine(QPointF(19, y), QPointF(y < 20 ? 38 : 45, y));
    pen.line(c.changed, 3);
    pen.painter().drawLine(QPointF(19, 27), QPointF(41, 27));
    pen.painter().drawLine(QPointF(24, 35), QPointF(45, 35));
    if (!ticked)
        return;
    pen.line(c.good, 4);
    pen.painter().drawPolyline(QPolygonF({{40, 53}, {46, 59}, {58, 45}}));
}

} // namespace

void paintPicture(QPainter& painter, Picture picture, const QRectF& area) {
    Pen pen(painter, area);
    const Colours& c = picture == Picture::AppIcon ? Appearance::light() : Appearance::current();
    switch (picture) {
    case Picture::NewDevice: return paintNewDevice(pen, c);
    case Picture::AppStopped: return paintAppStopped(pen, c);
    case Picture::PrintSheet: return paintCorrectedSheet(pen, c, true);
    case Picture::AppIcon: return paintCorrectedSheet(pen, c, false);
    }
}

QIcon appIcon() {
    QIcon icon;
    for (int side : {16, 24, 32, 48, 64, 128, 256}) {
        QPixmap pixmap(side, side);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paintPicture(painter, Picture::AppIcon, pixmap.rect());
        icon.addPixmap(pixmap);
    }
    return icon;
}

Drawing::Drawing(Picture picture, QWidget* parent) : QWidget(parent), picture_(picture) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize Drawing::sizeHint() const {
    const int side = fontMetrics().height() * 3;
    return {side, side};
}

void Drawing::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintPicture(painter, picture_, rect());
}

} // namespace yomikae::ui
