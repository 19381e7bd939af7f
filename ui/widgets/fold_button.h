// A button that opens and closes what stands under it, with an arrow as large as its letters.
#pragma once

#include <QToolButton>

namespace yomikae::ui {

class FoldButton : public QToolButton {
    Q_OBJECT

  public:
    explicit FoldButton(QWidget* parent = nullptr);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void drawArrow(); ///< anew for another font, theme or state
};

} // namespace yomikae::ui
