#include "ui/widgets/sheet_preview.h"

#include "ui/appearance.h"

#include <QPainter>
#include <QResizeEvent>

#include <algorithm>

namespace yomikae::ui {

namespace {

constexpr qreal A4 = 297.0 / 210.0; ///< height to width
constexpr int Narrowest = 260;

} // namespace

SheetPreview::SheetPreview(QWidget* parent) : QWidget(parent) {
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setMinimumWidth(Narrowest);
}

int SheetPreview::heightForWidth(int width) const {
    return static_cast<int>(width * A4);
}

QSize SheetPreview::sizeHint() const {
    return {420, heightForWidth(420)};
}

void SheetPreview::show(const std::optional<Sheet>& sheet, const PaperOptions& options) {
    options_ = options;
    sheet_ = sheet;
    Sheet words = sheet_.value_or(Sheet{}); // for those who do not see the picture; without a password
    words.password.reset();
    setAccessibleDescription(sheet_ ? QString::fromStdString(sheetText(words)) : QString());
    render();
    update();
}

QRect SheetPreview::paper() const {
    const int wide = std::min(width(), static_cast<int>(height() / A4));
    return {(width() - wide) / 2, 0, wide, static_cast<int>(wide * A4)};
}

/// Painted once for a size, not at every repaint.
void SheetPreview::render() {
    page_ = QPixmap();
    if (!sheet_ || paper().isEmpty())
        return;
    const qreal ratio = devicePixelRatioF();
    const QSize size = paper().size() * ratio;
    page_ = QPixmap(size);
    page_.fill(Qt::white);
    QPainter painter(&page_);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform);
    paintSheet(painter, QRectF(QPointF(), QSizeF(size)), *sheet_, options_);
    painter.end();
    page_.setDevicePixelRatio(ratio);
}

void SheetPreview::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QRect area = paper();
    if (!page_.isNull())
        painter.drawPixmap(area.topLeft(), page_);
    painter.setPen(Appearance::current().edge);
    painter.drawRect(area.adjusted(0, 0, -1, -1));
}

void SheetPreview::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (event->size() != event->oldSize())
        render();
}

} // namespace yomikae::ui
