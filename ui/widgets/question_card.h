// One question at a time that only the person can answer.
#pragma once

#include "ui/session.h"
#include "ui/widgets/card.h"

class QButtonGroup;
class QLineEdit;
class QPushButton;

namespace yomikae::ui {

class Notice;
class PlainText;

class QuestionCard : public Card {
    Q_OBJECT

  public:
    explicit QuestionCard(Session& session, QWidget* parent = nullptr);

    /// The first open question of the translation; hidden where none is open and none was answered here.
    void reload();
    void retranslate();
    /// What was typed and not yet given as the answer. False where it does not fit; then it says so.
    bool takeWhatIsThere();
    QLineEdit* edit() const { return edit_; }
    QPushButton* answerButton() const { return answer_; }
    const std::vector<QPushButton*>& choices() const { return choices_; }

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void ask(const TranslatedQuestion& question, std::size_t open);
    void giveAnswer(const QString& value);
    void takeBackLast();

    Session& session_;
    PlainText* title_;
    PlainText* text_;
    PlainText* where_;
    QWidget* choiceRow_ = nullptr;
    std::vector<QPushButton*> choices_;
    QWidget* typing_;
    QLineEdit* edit_;
    QPushButton* answer_;
    Notice* refused_;
    QPushButton* back_;
    std::string key_;                   ///< of the question that is asked now
    std::vector<std::string> answered_; ///< here, in their order
};

} // namespace yomikae::ui
