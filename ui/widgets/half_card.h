// One half of page 4's band: receiving or sending, its state in large words.
#pragma once

#include "ui/models/directions.h"
#include "ui/widgets/card.h"

class QLabel;

namespace yomikae::ui {

class HalfCard : public Card {
    Q_OBJECT

  public:
    explicit HalfCard(bool incoming, QWidget* parent = nullptr);

    void show(const Half& half);
    void retranslate();
    QString words() const; ///< as shown

  private:
    bool incoming_;
    Half half_;
    QLabel* title_;
    QLabel* state_;
    QLabel* where_;
};

} // namespace yomikae::ui
