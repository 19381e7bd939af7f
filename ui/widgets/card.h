// A framed part of a page.
#pragma once

#include <QFrame>
#include <QVBoxLayout>

namespace yomikae::ui {

class Card : public QFrame {
  public:
    explicit Card(QWidget* parent = nullptr) : QFrame(parent), column_(new QVBoxLayout(this)) {
        setProperty("card", true);
        column_->setContentsMargins(14, 10, 14, 12);
        column_->setSpacing(8);
    }
    QVBoxLayout* column() const { return column_; }

  private:
    QVBoxLayout* column_;
};

} // namespace yomikae::ui
