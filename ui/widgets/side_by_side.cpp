#include "ui/widgets/side_by_side.h"

#include <QBoxLayout>

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
    const int wanted = wanted_ > 0 ? wanted_ : 2 * std::max(first_->sizeHint().width(), second_->sizeHint().width());
    const auto stacked = secondOnTop_ ? QBoxLayout::BottomToTop : QBoxLayout::TopToBottom;
    layout_->setDirection(wanted > width() ? stacked : QBoxLayout::LeftToRight);
}

void SideBySide::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace yomikae::ui
