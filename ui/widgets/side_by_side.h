// Two widgets beside each other, or under each other where the window is too narrow for both.
#pragma once

#include <QWidget>

class QBoxLayout;

namespace yomikae::ui {

class SideBySide : public QWidget {
    Q_OBJECT

  public:
    /// `shares`: of the width, where they stand beside each other.
    SideBySide(QWidget* first, QWidget* second, int firstShare = 1, int secondShare = 1, QWidget* parent = nullptr);
    bool isStacked() const;
    /// Room that the two need beside each other; without it, what they ask for.
    void setWidthWanted(int width);
    /// Under each other, the second comes first.
    void setSecondOnTop(bool onTop) { secondOnTop_ = onTop; }

  protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    void arrange();

    QWidget* first_;
    QWidget* second_;
    QBoxLayout* layout_;
    int wanted_ = 0;
    bool secondOnTop_ = false;
};

} // namespace yomikae::ui
