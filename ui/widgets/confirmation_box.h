// What a proven run says about a profile, without anything about the person: shown letter for letter before it is
// saved, for those who look after the list of providers.
#pragma once

#include "ui/session.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace yomikae::ui {

class Notice;

class ConfirmationBox : public QWidget {
    Q_OBJECT

  public:
    explicit ConfirmationBox(Session& session, QWidget* parent = nullptr);
    void retranslate();
    /// Hidden where nothing was proven that could be handed on.
    void reload();

    /// False, with a notice, where the file cannot be written.
    bool save(const QString& path);

    QPlainTextEdit* preview() const { return preview_; }
    QPushButton* saveButton() const { return save_; }
    Notice* outcome() const { return outcome_; }

  private:
    void askWhereToSave();

    Session& session_;
    QLabel* title_;
    QPlainTextEdit* preview_;
    QPushButton* save_;
    Notice* outcome_;
};

} // namespace yomikae::ui
