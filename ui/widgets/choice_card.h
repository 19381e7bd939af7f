// A large card to choose by: a drawing, a heading, one sentence. Enter and Space choose it, arrows go to its
// neighbours.
#pragma once

#include "ui/widgets/drawing.h"

#include <QAbstractButton>

namespace yomikae::ui {

class PlainText;

class ChoiceCard : public QAbstractButton {
    Q_OBJECT

  public:
    explicit ChoiceCard(Picture picture, QWidget* parent = nullptr);
    void setTexts(const QString& heading, const QString& sentence);
    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

  protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    PlainText* heading_;
    PlainText* sentence_;
};

} // namespace yomikae::ui
