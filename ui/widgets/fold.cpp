#include "ui/widgets/fold.h"

#include "ui/widgets/fold_button.h"

#include <QVBoxLayout>

namespace yomikae::ui {

Fold::Fold(QWidget* parent) : QWidget(parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    button_ = new FoldButton(this);
    column->addWidget(button_);
    inside_ = new QWidget(this);
    content_ = new QVBoxLayout(inside_);
    content_->setContentsMargins(8, 0, 0, 0);
    column->addWidget(inside_);
    connect(button_, &QToolButton::toggled, this, &Fold::showState);
    showState(false);
}

void Fold::setTitle(const QString& title) {
    button_->setText(title);
}

bool Fold::isOpen() const {
    return button_->isChecked();
}

void Fold::setOpen(bool open) {
    button_->setChecked(open);
}

void Fold::showState(bool open) {
    inside_->setVisible(open);
    emit toggled(open);
}

} // namespace yomikae::ui
