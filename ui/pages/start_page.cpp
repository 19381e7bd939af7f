#include "ui/pages/start_page.h"

#include "practice/practice_server.h"
#include "ui/widgets/choice_card.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/texts.h"

#include <QDate>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace yomikae::ui {

StartPage::StartPage(Session& session, QWidget* parent) : Page(session, parent) {
    clock_ = new Notice(Tone::Warn, this);
    body()->addWidget(clock_);
    knowledge_ = new Notice(Tone::Warn, this);
    body()->addWidget(knowledge_);
    addCards();
    addPractice();
    privacy_ = new PlainText(this);
    privacy_->setQuiet(true);
    body()->addWidget(privacy_);
    body()->addStretch(1);
    connect(&session, &Session::knowledgeChanged, this, &StartPage::showTroubles);
}

void StartPage::addCards() {
    for (const auto& [purpose, picture] :
         {std::pair(Purpose::NewDevice, Picture::NewDevice), std::pair(Purpose::AppStopped, Picture::AppStopped),
          std::pair(Purpose::PrintSheet, Picture::PrintSheet)}) {
        auto* card = new ChoiceCard(picture, this);
        connect(card, &ChoiceCard::clicked, this, [this, purpose = purpose] { choose(purpose); });
        cards_.push_back(card);
        body()->addWidget(card);
    }
}

void StartPage::addPractice() {
    practice_ = linkButton(this);
    body()->addWidget(practice_, 0, Qt::AlignLeft);
    scenarios_ = new QWidget(this);
    auto* column = new QVBoxLayout(scenarios_);
    column->setContentsMargins(16, 0, 0, 0);
    practiceHelp_ = new PlainText(scenarios_);
    column->addWidget(practiceHelp_);
    for (PracticeScenario scenario : allPracticeScenarios()) {
        auto* button = new QPushButton(scenarios_);
        button->setAutoDefault(true);
        connect(button, &QPushButton::clicked, this, [this, scenario] { practise(scenario); });
        scenarioButtons_.emplace_back(scenario, button);
        column->addWidget(button, 0, Qt::AlignLeft);
    }
    scenarios_->hide();
    body()->addWidget(scenarios_);
    practiceFailed_ = new Notice(Tone::Bad, this);
    body()->addWidget(practiceFailed_);
    connect(practice_, &QPushButton::clicked, this, [this] {
        scenarios_->setVisible(!scenarios_->isVisible());
        if (scenarios_->isVisible())
            scenarioButtons_.front().second->setFocus();
    });
}

void StartPage::choose(Purpose purpose) {
    session().setPurpose(purpose);
    emit nextAsked();
}

void StartPage::practise(PracticeScenario scenario) {
    if (session().startPractice(scenario))
        emit nextAsked();
    else
        practiceFailed_->setText(tr("Practice could not be started: this computer gave no free port."));
}

/// What would spoil everything is told before anything is asked.
void StartPage::showTroubles() {
    const QString today = QLocale().toString(QDate::currentDate(), QLocale::LongFormat);
    clock_->setText(session().clockLooksWrong()
                        ? tr("The date of this computer (%1) seems to be wrong. Please set it first: with a wrong date "
                             "no server can be checked.")
                              .arg(today)
                        : QString());
    const auto& problems = session().knowledgeProblems();
    knowledge_->setText(problems.empty() ? QString() : session().textWithPlace(problems.front()));
}

QWidget* StartPage::firstFocus() {
    return cards_.front();
}

void StartPage::retranslate() {
    setHeading(tr("What would you like to do today?"));
    cards_[0]->setTexts(tr("Set up mail on a new PC or phone"),
                        tr("Turns the settings on your paper into those that work today."));
    cards_[1]->setTexts(tr("A mail app stopped working, or was upgraded"),
                        tr("Finds out what changed and tells you how to mend it."));
    cards_[2]->setTexts(tr("Print the right settings on paper"), tr("Makes one sheet for you to keep."));
    practice_->setText(tr("Practise first (Renshu Net)"));
    practiceHelp_->setText(tr("Nothing real is contacted. Which situation would you like to practise?"));
    const auto name = [this](PracticeScenario scenario) {
        switch (scenario) {
        case PracticeScenario::WrongPassword: return tr("The password on the paper is an old one");
        case PracticeScenario::Op25b: return tr("Port 25 is closed");
        case PracticeScenario::OldPaper: return tr("An old server without encryption");
        case PracticeScenario::ExpiredCertificate: return tr("The server's certificate has run out");
        case PracticeScenario::Modern: break;
        }
        return tr("Everything goes well");
    };
    for (const auto& [scenario, button] : scenarioButtons_)
        button->setText(name(scenario));
    privacy_->setText(tr("What you type stays on this computer. The password is only ever sent to the provider's own "
                         "servers, encrypted, when you check; it is saved nowhere."));
    showTroubles();
}

} // namespace yomikae::ui
