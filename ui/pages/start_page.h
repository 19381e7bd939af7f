// Page 1, はじめる: three doors, and practice.
#pragma once

#include "ui/page.h"

#include <vector>

class QLabel;
class QPushButton;

namespace yomikae::ui {

class ChoiceCard;
class Notice;
class PlainText;

class StartPage : public Page {
    Q_OBJECT

  public:
    explicit StartPage(Session& session, QWidget* parent = nullptr);
    void retranslate() override;
    QWidget* firstFocus() override;
    bool hasNext() const override { return false; }

  private:
    void choose(Purpose purpose);
    void practise(PracticeScenario scenario);
    void addCards();
    void addPractice();
    void showTroubles();

    Notice* clock_;
    Notice* knowledge_;
    std::vector<ChoiceCard*> cards_; ///< in the order of Purpose
    QPushButton* practice_;
    QWidget* scenarios_;
    QLabel* practiceHelp_;
    std::vector<std::pair<PracticeScenario, QPushButton*>> scenarioButtons_;
    Notice* practiceFailed_;
    PlainText* privacy_;
};

} // namespace yomikae::ui
