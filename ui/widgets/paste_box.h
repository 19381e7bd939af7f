// The text of a paper, pasted in one piece: a link that opens a box, and what was made of it.
#pragma once

#include "ui/session.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace yomikae::ui {

class PasteBox : public QWidget {
    Q_OBJECT

  public:
    explicit PasteBox(Session& session, QWidget* parent = nullptr);
    void retranslate();
    /// What of the last text was not understood, or that all of it was.
    void showDoubts();
    void clear();

  private:
    void take();

    Session& session_;
    QPushButton* link_;
    QWidget* box_;
    QPlainTextEdit* text_;
    QPushButton* take_;
    QLabel* result_;
};

} // namespace yomikae::ui
