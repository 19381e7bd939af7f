// The part of the session about the run and what becomes of it: check, consents, sheet.
#include "ui/session.h"

#include "base/limits.h"
#include "base/mail_address.h"
#include "net/discover.h"
#include "net/run_driver.h"
#include "practice/practice_server.h"
#include "ui/support_report.h"
#include "verdict/make_confirmation.h"

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
    dropRun();
    running_ = true;
    sinceStart_.start();
    ticking_.start();
    emit checkStarted();
    if (willAskDomain())
        discover();
    else
        startRun();
}

void Session::startRun() {
    plan_ = planCandidates(*translation(), preference_, consents_);
    checkedTranslation_ = *translation();
    driver_ = std::make_unique<RunDriver>(plan_, runSettings(),
                                          std::make_unique<LoginMemory>(stateFolder(), translation_->mailAddress));
    connect(driver_.get(), &RunDriver::changed, this, &Session::onAttemptChanged);
    // queued: a page that starts the next run must not do so inside this driver's own signal
    connect(driver_.get(), &RunDriver::finished, this, &Session::onFinished, Qt::QueuedConnection);
    sinceStart_.start();
    emit checkStarted();
    driver_->start();
}

void Session::cancelCheck() {
    checkAgain_ = false;
    if (discovering()) {
        discovery_.cancelled = true;
        discovery_.driver->cancel();
    } else if (checking()) {
        driver_->cancel();
    }
}

void Session::onAttemptChanged(int attempt) {
    judgement_.reset();
    emit attemptChanged(attempt);
    if (driver_ && driver_->report().attempts[static_cast<std::size_t>(attempt)].consent)
        emit consentsChanged();
}

void Session::onFinished() {
    if (!running_ || !driver_ || !driver_->isFinished())
        return; // of a run that was dropped
    report_ = driver_->report();
    judgement_.reset();
    checkedAt_ = QDateTime::currentDateTime();
    endCheck();
}

void Session::endCheck() {
    running_ = false;
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
    discovery_.driver.reset();
    driver_.reset();
    report_.reset();
    judgement_.reset();
    checkedTranslation_.reset();
    stale_ = false;
}

const RunReport* Session::report() const {
    if (checking())
        return driver_ ? &driver_->report() : nullptr;
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
    const auto most = discovering() ? options_.deadline + limits::Discovery : options_.deadline;
    const auto left = most - std::chrono::milliseconds(sinceStart_.elapsed());
    return std::max(0, static_cast<int>(std::chrono::ceil<std::chrono::seconds>(left).count()));
}

// --- a provider that nobody here knows: what its domain publishes
// ------------------------------------------------------

bool Session::willAskDomain() {
    if (!translation())
        return false;
    const auto address = mailAddress(translation_->mailAddress);
    return !options_.offline && !practising() && address && address->domain != discovery_.domain &&
           isWorthDiscovering(*translation_);
}

void Session::discover() {
    DiscoverySettings settings;
    settings.address = *mailAddress(translation_->mailAddress);
    settings.caPem = knowledge_->caPem;
    for (const auto& [place, address] : options_.resolve)
        if (place.second == 443)
            settings.routes.push_back({place.first, address, options_.httpsPort});
    settings.nameServer = options_.nameServer;
    discovery_.cancelled = false;
    discovery_.driver = std::make_unique<DiscoveryDriver>(settings, knowledge_->catalog);
    connect(discovery_.driver.get(), &DiscoveryDriver::finished, this, &Session::onDiscovered, Qt::QueuedConnection);
    discovery_.driver->start();
}

/// What was found becomes part of the translation. Nothing of it is logged into before a yes to that host.
void Session::onDiscovered() {
    if (!discovering() || !discovery_.driver->isFinished())
        return;
    if (!discovery_.cancelled) {
        discovery_.found = discovery_.driver->discovery();
        discovery_.domain = mailAddress(translation_->mailAddress)->domain;
    }
    discovery_.driver.reset();
    if (discovery_.cancelled || stale_)
        return endCheck();
    translationDue_ = true;
    emit translationChanged();
    startRun();
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
    goOnAfterYes();
}

/// What was found out stays: only what the yes covers is tried. After a change on an earlier page all of it is checked.
void Session::goOnAfterYes() {
    if (!driver_ || stale_ || discovering() || driver_->report().cancelled)
        return startCheck();
    plan_ = planCandidates(*checkedTranslation_, preference_, consents_);
    report_.reset();
    judgement_.reset();
    running_ = true;
    sinceStart_.start();
    ticking_.start();
    driver_->agree(plan_, consents_, std::make_unique<LoginMemory>(stateFolder(), checkedTranslation_->mailAddress));
    emit checkStarted();
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
    const bool proven = report() && !stale_;
    const QDateTime made = proven && checkedAt_.isValid() ? checkedAt_ : QDateTime::currentDateTime();
    options.made = WallTime(std::chrono::seconds(made.toSecsSinceEpoch()));
    options.utcOffsetMinutes = made.offsetFromUtc() / 60;
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

QString Session::confirmation() const {
    if (!report_ || !checkedTranslation_ || stale_ || practising())
        return {};
    const QDate today = checkedAt_.date();
    const auto made =
        makeConfirmation(*checkedTranslation_, *report_, {today.year(), today.month(), today.day()}, YOMIKAE_VERSION);
    return made ? shown(confirmationJson(*made)) : QString();
}

QString Session::supportReport() {
    if (!translation())
        return {};
    return ui::supportReport(*translation_, report(), judgement(), password_, language_);
}

} // namespace yomikae::ui
