// No paper, no password: whom to ask, and what to have ready.
#pragma once

#include "ui/session.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace yomikae::ui {

class HelpBox : public QWidget {
    Q_OBJECT

  public:
    explicit HelpBox(Session& session, QWidget* parent = nullptr);
    void retranslate();
    /// The provider whose help pages can be opened.
    void showProvider();
    void close();

  private:
    Session& session_;
    QPushButton* link_;
    QWidget* box_;
    QLabel* text_;
    QPushButton* support_;
};

} // namespace yomikae::ui
