// The part of the session about the run and what becomes of it: check, consents, sheet.
#include "ui/session.h"

#include "net/run_driver.h"
#include "practice/practice_server.h"
#include "ui/support_report.h"

#include <algorithm>
#include <utility>

namespace yomikae::ui {

namespace {

WallTime wallNow() {
    return WallTime(std::chrono::seconds(QDateTime::currentSecsSinceEpoch()));
}

} // namespace

const Plan& Session::plan() {
    if (checking())
        return plan_;
    plan_ = translation() ? planCandidates(*translation_, preference_, consents_) : Plan{};
    return plan_;
}

RunSettings Session::runSettings() const {
    RunSettings settings;
    settings.password = password_;
    settings.consents = consents_;
    settings.deadline = options_.deadline;
    settings.trust = &inForce()->trust;
    settings.wallClock = wallNow();
    settings.resolve = practice_ ? practice_->resolve() : options_.resolve;
    return settings;
}

void Session::startCheck() {
    if (checking()) {
        checkAgain_ = true;
        return;
    }
    if (!translation())
        return;
    plan();
    checkedTranslation_ = *translation_;
    report_.reset();
    judgement_.reset();
    stale_ = false;
    driver_ = std::make_unique<RunDriver>(plan_, runSettings());
    connect(driver_.get(), &RunDriver::changed, this, &Session::onAttemptChanged);
    // queued: a page that starts the next run must not do so inside this driver's own signal
    connect(driver_.get(), &RunDriver::finished, this, &Session::onFinished, Qt::QueuedConnection);
    running_ = true;
    sinceStart_.start();
    ticking_.start();
    emit checkStarted();
    driver_->start();
}

void Session::cancelCheck() {
    checkAgain_ = false;
    if (checking())
        driver_->cancel();
}

void Session::onAttemptChanged(int attempt) {
    judgement_.reset();
    emit attemptChanged(attempt);
    if (driver_ && driver_->report().attempts[static_cast<std::size_t>(attempt)].consent)
        emit consentsChanged();
}

void Session::onFinished() {
    if (!running_ || !driver_->isFinished())
        return; // of a run that was dropped
    running_ = false;
    report_ = driver_->report();
    judgement_.reset();
    checkedAt_ = QDateTime::currentDateTime();
    ticking_.stop();
    emit consentsChanged();
    emit checkFinished();
    if (std::exchange(checkAgain_, false))
        startCheck();
}

void Session::dropRun() {
    checkAgain_ = false;
    running_ = false;
    ticking_.stop();
    driver_.reset();
    report_.reset();
    judgement_.reset();
    checkedTranslation_.reset();
    stale_ = false;
}

const RunReport* Session::report() const {
    if (checking())
        return &driver_->report();
    return report_ ? &*report_ : nullptr;
}

const Judgement* Session::judgement() {
    if (!report() || !checkedTranslation_)
        return nullptr;
    if (!judgement_)
        judgement_ = judge(*checkedTranslation_, *report());
    return &*judgement_;
}

int Session::secondsLeft() const {
    if (!checking())
        return 0;
    const auto left = options_.deadline - std::chrono::milliseconds(sinceStart_.elapsed());
    return std::max(0, static_cast<int>(std::chrono::ceil<std::chrono::seconds>(left).count()));
}

// --- consent --------------------------------------------------------------------------------------------------------

std::vector<ConsentNeeded> Session::openConsents() const {
    std::vector<ConsentNeeded> open;
    if (report() == nullptr)
        return open;
    for (const Attempt& attempt : report()->attempts) {
        const auto known = [&](const std::vector<ConsentNeeded>& list) {
            return std::find(list.begin(), list.end(), *attempt.consent) != list.end();
        };
        if (attempt.consent && !known(answeredConsents_) && !known(open))
            open.push_back(*attempt.consent);
    }
    return open;
}

void Session::agree(const ConsentNeeded& consent) {
    answeredConsents_.push_back(consent);
    const auto place = std::pair(consent.endpoint.host, consent.endpoint.port);
    switch (consent.kind) {
    case ConsentKind::Cleartext: consents_.cleartext.push_back(place); break;
    case ConsentKind::Certificate: consents_.certificates.emplace_back(place, consent.sha256); break;
    case ConsentKind::Host: consents_.hosts.push_back(consent.endpoint.host); break;
    }
    emit consentsChanged();
    startCheck();
}

void Session::decline(const ConsentNeeded& consent) {
    answeredConsents_.push_back(consent);
    emit consentsChanged();
}

// --- sheet ----------------------------------------------------------------------------------------------------------

const std::vector<MailApp>& Session::mailApps() const {
    static const std::vector<MailApp> none;
    return knowledge_ ? knowledge_->mailApps : none;
}

Sheet Session::makeSheetIn(Language language, const MailApp* app) {
    SheetOptions options;
    options.language = language;
    options.app = app;
    const QDateTime made = checkedAt_.isValid() ? checkedAt_ : QDateTime::currentDateTime();
    options.made = WallTime(std::chrono::seconds(made.toSecsSinceEpoch()));
    options.utcOffsetMinutes = made.offsetFromUtc() / 60;
    const bool proven = report() && !stale_;
    return makeSheet(*translation_, proven ? report() : nullptr, proven ? judgement() : nullptr, options);
}

std::optional<Sheet> Session::values() {
    return translation() ? std::optional(makeSheetIn(language_, nullptr)) : std::nullopt;
}

std::optional<Sheet> Session::sheet() {
    if (!translation())
        return std::nullopt;
    Sheet made = makeSheetIn(sheetLanguage(), sheetApp_.empty() ? nullptr : findMailApp(mailApps(), sheetApp_));
    if (passwordOnPaper_ && passwordGiven())
        made.password = PaperConsent::asked().release(password_);
    return made;
}

QString Session::supportReport() {
    if (!translation())
        return {};
    return ui::supportReport(*translation_, report(), judgement(), password_, language_);
}

} // namespace yomikae::ui
