// One half of page 4's band: receiving or sending, its state in large words.
#pragma once

#include "ui/models/directions.h"
#include "ui/widgets/card.h"

namespace yomikae::ui {

class PlainText;

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
    PlainText* title_;
    PlainText* state_;
    PlainText* where_;
};

} // namespace yomikae::ui
