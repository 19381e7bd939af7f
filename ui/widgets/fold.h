// Details that can be opened: a button with an arrow, and what it hides.
#pragma once

#include <QWidget>

class QToolButton;
class QVBoxLayout;

namespace yomikae::ui {

class Fold : public QWidget {
    Q_OBJECT

  public:
    explicit Fold(QWidget* parent = nullptr);

    void setTitle(const QString& title);
    QVBoxLayout* content() const { return content_; }
    bool isOpen() const;
    void setOpen(bool open);
    QToolButton* button() const { return button_; }

  signals:
    void toggled(bool open);

  private:
    void showState(bool open);

    QToolButton* button_;
    QWidget* inside_;
    QVBoxLayout* content_;
};

} // namespace yomikae::ui
