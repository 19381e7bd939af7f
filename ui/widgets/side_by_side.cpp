#include "ui/widgets/side_by_side.h"

#include <QBoxLayout>
#include <QEvent>

#include <algorithm>

namespace yomikae::ui {

SideBySide::SideBySide(QWidget* first, QWidget* second, int firstShare, int secondShare, QWidget* parent)
    : QWidget(parent), first_(first), second_(second), layout_(new QBoxLayout(QBoxLayout::LeftToRight, this)) {
    layout_->setContentsMargins(0, 0, 0, 0);
    layout_->setSpacing(12);
    layout_->addWidget(first_, firstShare);
    layout_->addWidget(second_, secondShare);
}

bool SideBySide::isStacked() const {
    return layout_->direction() != QBoxLayout::LeftToRight;
}

void SideBySide::setWidthWanted(int width) {
    wanted_ = width;
    arrange();
}

void SideBySide::arrange() {
    const int widest = std::max(first_->sizeHint().width(), second_->sizeHint().width());
    const int wanted = wanted_ > 0 ? wanted_ : 2 * widest + layout_->spacing();
    const auto stacked = secondOnTop_ ? QBoxLayout::BottomToTop : QBoxLayout::TopToBottom;
    layout_->setDirection(wanted > width() ? stacked : QBoxLayout::LeftToRight);
}

/// What stands in the two may have changed, or the size of its letters.
bool SideBySide::event(QEvent* event) {
    if (event->type() == QEvent::LayoutRequest)
        arrange();
    return QWidget::event(event);
}

void SideBySide::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace yomikae::ui
