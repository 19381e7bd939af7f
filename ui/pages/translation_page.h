// Page 3, 読み替え: what was, what is, and why.
#pragma once

#include "ui/page.h"

class QButtonGroup;
class QLabel;
class QRadioButton;

namespace yomikae::ui {

class ChangeTable;
class CorrectionForm;
class Fold;
class Notice;
class PlainText;
class QuestionCard;
class StepList;

class TranslationPage : public Page {
    Q_OBJECT

  public:
    explicit TranslationPage(Session& session, QWidget* parent = nullptr);
    void enter() override;
    void retranslate() override;
    QString mainButton() const override;
    bool isComplete() const override;
    bool validatePage() override;

    ChangeTable* table() const { return table_; }
    QuestionCard* question() const { return question_; }
    StepList* steps() const { return steps_; }
    Notice* status() const { return status_; }
    Notice* doubts() const { return doubts_; }
    Fold* wrongProfile() const { return wrong_; }
    CorrectionForm* correction(bool incoming) const { return incoming ? incoming_ : outgoing_; }

  private:
    void buildStepsAndHints();
    void buildCorrections();
    void reload();
    void showStatus(const Translation& translation);
    void showWhose(const Translation* translation);
    void showDoubts(const Translation* translation);
    void showReceiving(const Translation& translation);

    QLabel* whose_;
    Notice* status_;
    bool statusOpen_ = false; ///< the profile's own words are shown too
    Notice* doubts_;
    QuestionCard* question_;
    ChangeTable* table_;
    PlainText* openHint_;
    QLabel* stepsTitle_;
    StepList* steps_;
    QWidget* receiving_;
    QLabel* receivingTitle_;
    QRadioButton* pop_;
    PlainText* popMeans_;
    QRadioButton* imap_;
    PlainText* imapMeans_;
    Notice* oldMail_;
    Fold* wrong_;
    QLabel* wrongText_;
    CorrectionForm* incoming_;
    CorrectionForm* outgoing_;
};

} // namespace yomikae::ui
