// Page 5, 結果: the verdict, the values, and what is left to do.
#pragma once

#include "ui/page.h"
#include "ui/widgets/texts.h"

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace yomikae::ui {

class AttemptDetails;
class CheckModel;
class CheckTable;
class ConfirmationBox;
class Fold;
class Notice;
class SettingsCard;
class SideBySide;

class ResultPage : public Page {
    Q_OBJECT

  public:
    explicit ResultPage(Session& session, QWidget* parent = nullptr);
    void enter() override;
    void retranslate() override;
    QString mainButton() const override;
    QWidget* firstFocus() override;

    SettingsCard* card(bool incoming) const { return incoming ? receiving_ : sending_; }
    QLabel* verdict() const { return verdict_; }
    Notice* firstAdvice() const { return firstAdvice_; }
    QLabel* left() const { return left_; }
    QPushButton* againButton() const { return again_; }
    QPushButton* copyReportButton() const { return copyReport_; }
    ConfirmationBox* confirmation() const { return confirmation_; }
    Fold* more() const { return more_; }

  private:
    void buildMore();
    void reload();
    void showVerdict();
    void showAdvice();
    void showLeft(const Sheet& sheet);
    void showMore();
    void checkAgain();
    PageId placeToChange() const;

    CheckModel* model_;
    PlainText* verdict_;
    Notice* firstAdvice_;
    SettingsCard* receiving_;
    SettingsCard* sending_;
    PlainText* password_;
    QLabel* leftTitle_;
    QLabel* left_;
    QPushButton* again_;
    QPushButton* support_;
    Fold* more_;
    QLabel* tableTitle_;
    CheckTable* table_;
    AttemptDetails* details_;
    QLabel* reportTitle_;
    QPlainTextEdit* report_;
    QPushButton* copyReport_;
    ConfirmationBox* confirmation_;
};

} // namespace yomikae::ui
