// "This profile is wrong": the values of one direction, to be put right on the spot.
#pragma once

#include "ui/session.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace yomikae::ui {

class Notice;

class CorrectionForm : public QWidget {
    Q_OBJECT

  public:
    CorrectionForm(Session& session, bool incoming, QWidget* parent = nullptr);

    /// The person's values where there are some, else those of the translation. What is being typed stays.
    void reload();
    /// What was typed and not yet taken. False where it cannot be; then it says so.
    bool takeWhatIsThere();
    void retranslate();
    QLineEdit* host() const { return host_; }
    QSpinBox* port() const { return port_; }
    QComboBox* security() const { return security_; }
    QLineEdit* username() const { return username_; }
    QPushButton* takeButton() const { return take_; }
    QPushButton* backButton() const { return back_; }
    const Notice* refusal() const { return refused_; }

  private:
    bool take();
    void load();
    Correction typed() const;
    void giveBack();
    void suggestPort();
    Correction shownNow() const;

    Session& session_;
    bool incoming_;
    std::optional<Correction> loaded_; ///< what the fields held before anything was typed
    QLabel* title_;
    QFormLayout* form_;
    QComboBox* protocol_;
    QLineEdit* host_;
    QSpinBox* port_;
    QComboBox* security_;
    QLineEdit* username_;
    Notice* refused_;
    QPushButton* take_;
    QPushButton* back_;
};

} // namespace yomikae::ui
