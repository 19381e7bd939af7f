#include "ui/session.h"

#include "base/limits.h"
#include "net/discover.h"
#include "net/run_driver.h"
#include "practice/practice_server.h"
#include "translation/read_paper.h"

#include <QCollator>
#include <QDate>
#include <QLocale>

#include <algorithm>
#include <utility>

namespace yomikae::ui {

Session::Session(SessionOptions options, QObject* parent) : QObject(parent), options_(std::move(options)) {
    ticking_.setInterval(200);
    connect(&ticking_, &QTimer::timeout, this, &Session::progressed);
}

Session::~Session() {
    if (loading_.joinable())
        loading_.join();
}

// --- words ----------------------------------------------------------------------------------------------------------

void Session::setLanguage(Language language) {
    if (language == language_)
        return;
    language_ = language;
    emit languageChanged();
}

QString Session::text(const Message& message) const {
    return shown(say(message, language_));
}

QString Session::text(const Text& text) const {
    return shown(pick(text, language_));
}

QString Session::text(const Problem& problem) const {
    Problem typed = problem;
    typed.place = {};
    return textWithPlace(typed);
}

QString Session::textWithPlace(const Problem& problem) const {
    return shown(say(problem, language_));
}

QString Session::phrase(std::string_view code) const {
    return shown(say(code, language_));
}

// --- purpose and knowledge ------------------------------------------------------------------------------------------

void Session::setPurpose(Purpose purpose) {
    if (purpose_ == Purpose::Practice && purpose != Purpose::Practice)
        stopPractice();
    purpose_ = purpose;
}

/// The answer comes through the event loop.
void Session::loadKnowledge() {
    if (loading_.joinable())
        return;
    loading_ = std::thread([this, profiles = options_.profiles, caFile = options_.caFile] {
        auto knowledge = readKnowledge(profiles, caFile);
        QMetaObject::invokeMethod(
            this, [this, knowledge] { takeKnowledge(knowledge); }, Qt::QueuedConnection);
    });
}

void Session::takeKnowledge(std::shared_ptr<const Knowledge> knowledge) {
    knowledge_ = std::move(knowledge);
    inputsChanged();
    emit knowledgeChanged();
    emit certificateChanged();
}

const Knowledge* Session::inForce() const {
    return practiceKnowledge_ ? practiceKnowledge_.get() : knowledge_.get();
}

const std::vector<Problem>& Session::knowledgeProblems() const {
    static const std::vector<Problem> none;
    return inForce() ? inForce()->problems : none;
}

std::vector<ProviderChoice> Session::providerChoices() const {
    std::vector<ProviderChoice> choices;
    if (inForce())
        for (const ProviderProfile& profile : inForce()->catalog.profiles())
            choices.push_back({profile.id, profile.names, profile.kana});
    const QCollator kanaOrder(QLocale(QLocale::Japanese));
    std::sort(choices.begin(), choices.end(), [&](const ProviderChoice& a, const ProviderChoice& b) {
        return kanaOrder.compare(shown(a.kana), shown(b.kana)) < 0;
    });
    return choices;
}

bool Session::clockLooksWrong() const {
    if (!knowledge_)
        return false;
    const QDate today = QDate::currentDate();
    const PartialDate now{today.year(), today.month(), today.day()};
    const auto& profiles = knowledge_->catalog.profiles();
    return std::any_of(profiles.begin(), profiles.end(), [&](const ProviderProfile& profile) {
        const auto checked = partialDate(profile.checked);
        return checked && now < *checked;
    });
}

// --- practice and the end -------------------------------------------------------------------------------------------

bool Session::startPractice(PracticeScenario scenario) {
    stopPractice();
    auto practice = std::make_unique<PracticeProvider>();
    if (!practice->start(scenario))
        return false;
    practice_ = std::move(practice);
    practiceKnowledge_ = practiceKnowledge(practice_->profile(), practice_->caPem());
    if (auto read = readPaper(practice_->paperText(), {}, practiceKnowledge_->catalog, practiceKnowledge_->labels))
        practiceCertificate_ = std::move(read->certificate);
    purpose_ = Purpose::Practice;
    beforePractice_ = takeEntered();
    inputsChanged();
    emit knowledgeChanged();
    emit certificateChanged();
    return true;
}

void Session::stopPractice() {
    if (!practice_)
        return;
    dropRun();
    practiceKnowledge_.reset();
    practice_.reset();
    enterAgain(std::exchange(beforePractice_, {}));
    inputsChanged();
    emit knowledgeChanged();
    emit certificateChanged();
}

QString Session::practicePaper() const {
    return practice_ ? shown(practice_->paperText()) : QString();
}

QString Session::onPracticePaper(PaperField field) const {
    if (!practice_)
        return {};
    switch (field) {
    case PaperField::MailAddress: return shown(practiceCertificate_.mailAddress);
    case PaperField::MailAccount: return shown(practiceCertificate_.mailAccount);
    case PaperField::MailPassword: return shown(practice_->paperPassword());
    case PaperField::PopServer: return shown(practiceCertificate_.popServer);
    case PaperField::SmtpServer: return shown(practiceCertificate_.smtpServer);
    default: return {};
    }
}

/// And leaves nothing of it here. A password that stands in its edit is taken out there.
Session::Entered Session::takeEntered() {
    Entered entered{
        std::exchange(typed_, {}),       std::exchange(password_, {}),   std::exchange(passwordPasted_, false),
        std::exchange(pasteDoubts_, {}), std::exchange(answers_, {}),    std::exchange(stepsDone_, {}),
        std::exchange(preference_, {}),  std::exchange(corrections_, {})};
    discovery_ = {};
    consents_ = {};
    answeredConsents_.clear();
    passwordOnPaper_ = false;
    checkedAt_ = {};
    emit passwordForgotten();
    return entered;
}

void Session::enterAgain(Entered entered) {
    takeEntered();
    typed_ = std::move(entered.typed);
    password_ = std::move(entered.password);
    passwordPasted_ = !password_.empty(); // its edit is empty now
    pasteDoubts_ = std::move(entered.pasteDoubts);
    answers_ = std::move(entered.answers);
    stepsDone_ = std::move(entered.stepsDone);
    preference_ = entered.preference;
    corrections_ = std::move(entered.corrections);
}

void Session::eraseEverything() {
    beforePractice_ = {};
    stopPractice();
    dropRun();
    takeEntered();
    sheetLanguage_.reset();
    sheetApp_.clear();
    largePrint_ = false;
    purpose_ = Purpose::NewDevice;
    inputsChanged();
    emit erased();
    emit certificateChanged();
}

} // namespace yomikae::ui
