// Page 4, 確かめる: what each server answers.
#pragma once

#include "ui/page.h"

#include <QElapsedTimer>

class QLabel;
class QPushButton;

namespace yomikae::ui {

class AttemptDetails;
class Card;
class CheckModel;
class CheckTable;
class ConsentCard;
class HalfCard;
class Notice;
class PlainText;
class SideBySide;

class CheckPage : public Page {
    Q_OBJECT

  public:
    explicit CheckPage(Session& session, QWidget* parent = nullptr);
    void enter() override;
    void leave() override;
    void retranslate() override;
    QString mainButton() const override;
    bool isComplete() const override;
    /// The main button begins the check where none was made yet; only then does it lead on.
    bool validatePage() override;
    QWidget* firstFocus() override;

    HalfCard* half(bool incoming) const { return incoming ? receiving_ : sending_; }
    ConsentCard* consent() const { return consent_; }
    CheckTable* table() const { return table_; }
    AttemptDetails* details() const { return details_; }
    QPushButton* cancelButton() const { return cancel_; }
    QPushButton* againButton() const { return again_; }
    QPushButton* withoutButton() const { return without_; }
    QLabel* progress() const { return progress_; }
    QLabel* whom() const { return whom_; }
    Notice* summary() const { return summary_; }

  private:
    /// Before = nothing that still holds is known; Nothing = there is no door to try.
    enum class State { Before, Nothing, Running, Done };
    State state() const;
    void build();
    void listen();
    void reload();
    void showProgress();
    void showHalves();
    void showWhom();
    void showSummary();
    void showQuestion();
    void openRow(int row);
    void finished();
    bool bothProven() const;
    bool wasRefused() const;
    void checkAgain();

    CheckModel* model_;
    Notice* clock_;
    Card* before_;
    QLabel* whomTitle_;
    QLabel* whom_;
    QLabel* password_;
    QPushButton* without_;
    HalfCard* receiving_;
    HalfCard* sending_;
    SideBySide* band_;
    Notice* summary_;
    QLabel* progress_;
    QPushButton* cancel_;
    QPushButton* again_;
    ConsentCard* consent_;
    PlainText* tableTitle_;
    CheckTable* table_;
    AttemptDetails* details_;
    int openRow_ = -1;
    QElapsedTimer sinceStart_;
    bool unchecked_ = false; ///< the person goes on without a check
};

} // namespace yomikae::ui
