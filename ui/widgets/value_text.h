// A value to be copied by eye: one line, smaller where the room is narrow, never broken in the middle.
#pragma once

#include "ui/widgets/texts.h"

namespace yomikae::ui {

class ValueText : public PlainText {
    Q_OBJECT

  public:
    explicit ValueText(QWidget* parent = nullptr);

  protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace yomikae::ui
