// The text of a paper, pasted in one piece: and what was made of it.
#pragma once

#include "ui/session.h"
#include "ui/widgets/fold.h"

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace yomikae::ui {

class PasteBox : public Fold {
    Q_OBJECT

  public:
    explicit PasteBox(Session& session, QWidget* parent = nullptr);
    void retranslate();
    /// What of the last text was not understood, or that all of it was.
    void showDoubts();
    void clear();
    /// A text that was pasted and not yet put into the fields. False where nothing of it was understood.
    bool takeWhatIsThere();

  private:
    bool take();

    Session& session_;
    QPlainTextEdit* text_;
    QPushButton* take_;
    QLabel* result_;
};

} // namespace yomikae::ui
