// No paper, no password: whom to ask, and what to have ready.
#pragma once

#include "ui/session.h"
#include "ui/widgets/fold.h"

class QLabel;
class QPushButton;

namespace yomikae::ui {

class HelpBox : public Fold {
    Q_OBJECT

  public:
    explicit HelpBox(Session& session, QWidget* parent = nullptr);
    void retranslate();
    /// The provider whose help pages can be opened.
    void showProvider();

  private:
    Session& session_;
    QLabel* text_;
    QPushButton* support_;
};

} // namespace yomikae::ui
