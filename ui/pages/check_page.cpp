#include "ui/pages/check_page.h"

#include "ui/models/check_model.h"
#include "ui/models/directions.h"
#include "ui/pages/verdict_tone.h"
#include "ui/pages/way_back.h"
#include "ui/widgets/attempt_details.h"
#include "ui/widgets/card.h"
#include "ui/widgets/check_table.h"
#include "ui/widgets/consent_card.h"
#include "ui/widgets/half_card.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/side_by_side.h"
#include "ui/widgets/texts.h"
#include "verdict/surroundings.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>
#include <QWizard>

namespace yomikae::ui {

namespace {

constexpr qint64 UsualTime = 10'000; ///< ms

enum class Whose { Provider, Person, Nobody }; ///< Nobody's get no password

Whose whose(const Candidate& candidate) {
    if (candidate.loginNeedsHostConsent)
        return Whose::Nobody;
    return candidate.origin == HostOrigin::Person ? Whose::Person : Whose::Provider;
}

/// Each host once, in the plan's order.
QStringList hostsOf(const Plan& plan, Whose of) {
    QStringList hosts;
    for (const Candidate& candidate : plan.candidates) {
        const QString host = QStringLiteral("・") + shown(candidate.endpoint.host);
        if (whose(candidate) == of && !hosts.contains(host))
            hosts << host;
    }
    return hosts;
}

} // namespace

CheckPage::CheckPage(Session& session, QWidget* parent) : Page(session, parent) {
    model_ = new CheckModel(session, this);
    build();
    listen();
}

void CheckPage::build() {
    clock_ = new Notice(Tone::Warn, this);
    before_ = new Card(this);
    without_ = linkButton(before_);
    whomTitle_ = new SubHeading(before_);
    whom_ = new PlainText(before_);
    password_ = new PlainText(before_);
    for (QLabel* label : {whomTitle_, whom_, password_})
        before_->column()->addWidget(label);
    before_->column()->addWidget(without_, 0, Qt::AlignLeft);
    receiving_ = new HalfCard(true, this);
    sending_ = new HalfCard(false, this);
    band_ = new SideBySide(receiving_, sending_, 1, 1, this);
    summary_ = new Notice(Tone::Info, this);
    auto* line = new QHBoxLayout;
    progress_ = new PlainText(this);
    cancel_ = new QPushButton(this);
    again_ = new QPushButton(this);
    cancel_->setAutoDefault(false);
    again_->setAutoDefault(false);
    line->addWidget(progress_, 1);
    line->addWidget(cancel_);
    line->addWidget(again_);
    line->addStretch(0);
    consent_ = new ConsentCard(session(), this);
    tableTitle_ = new PlainText(this);
    tableTitle_->setQuiet(true);
    table_ = new CheckTable(*model_, this);
    details_ = new AttemptDetails(session(), this);
    for (QWidget* part : {static_cast<QWidget*>(clock_), static_cast<QWidget*>(before_), static_cast<QWidget*>(band_),
                          static_cast<QWidget*>(summary_)})
        body()->addWidget(part);
    body()->addLayout(line);
    for (QWidget* part : {static_cast<QWidget*>(consent_), static_cast<QWidget*>(tableTitle_),
                          static_cast<QWidget*>(table_), static_cast<QWidget*>(details_)})
        body()->addWidget(part);
    body()->addStretch(1);
}

void CheckPage::listen() {
    Session& known = session();
    connect(cancel_, &QPushButton::clicked, &known, &Session::cancelCheck);
    connect(again_, &QPushButton::clicked, this, &CheckPage::checkAgain);
    connect(without_, &QPushButton::clicked, this, [this] {
        unchecked_ = true;
        emit nextAsked();
        unchecked_ = false;
        emit nextAsked(); // the result, too, has nothing to say yet
    });
    connect(table_, &CheckTable::rowOpened, this, &CheckPage::openRow);
    connect(details_, &AttemptDetails::closed, this, [this] {
        openRow_ = -1;
        table_->setFocus();
    });
    // not at once: the person may be about to press another key
    connect(consent_, &ConsentCard::appeared, this, [this] {
        QTimer::singleShot(0, consent_->noButton(), [this] {
            if (!consent_->isVisible())
                return;
            consent_->noButton()->setFocus(Qt::OtherFocusReason);
            bringIntoView(consent_);
        });
    });
    connect(&known, &Session::checkStarted, this, [this] {
        sinceStart_.start();
        reload();
    });
    connect(&known, &Session::attemptChanged, this, [this] {
        showHalves();
        showQuestion();
        emit completeChanged();
    });
    connect(&known, &Session::progressed, this, &CheckPage::showProgress);
    connect(&known, &Session::consentsChanged, this, &CheckPage::showQuestion);
    connect(&known, &Session::checkFinished, this, &CheckPage::finished);
    connect(&known, &Session::translationChanged, this, [this] { emit completeChanged(); });
}

CheckPage::State CheckPage::state() const {
    if (session().checking())
        return State::Running;
    if (session().checked() && !session().resultIsStale())
        return State::Done;
    return session().plan().candidates.empty() && !session().willAskDomain() ? State::Nothing : State::Before;
}

void CheckPage::enter() {
    if (!session().checking())
        model_->reload();
    reload();
}

void CheckPage::leave() {
    if (wizard())
        wizard()->setOption(QWizard::NoDefaultButton, false);
}

void CheckPage::retranslate() {
    setHeading(tr("Checking with the servers"));
    cancel_->setText(tr("Stop"));
    without_->setText(tr("Make the sheet without checking"));
    tableTitle_->setText(tr("Every door. Choose a row to see the conversation. The six marks: name, connection, "
                            "greeting, encryption, abilities, login."));
    table_->setAccessibleName(tr("Every door and what it answered"));
    receiving_->retranslate();
    sending_->retranslate();
    consent_->retranslate();
    details_->retranslate();
    model_->retranslate();
    reload();
}

QString CheckPage::mainButton() const {
    return state() == State::Before ? tr("Start checking") : tr("See the result");
}

/// While a check runs, one may go on as soon as both halves are proven; the rest only explains.
bool CheckPage::isComplete() const {
    return session().translation() != nullptr && (state() != State::Running || bothProven());
}

bool CheckPage::validatePage() {
    if (state() != State::Before || unchecked_)
        return true;
    session().startCheck();
    return false;
}

QWidget* CheckPage::firstFocus() {
    return state() == State::Before && wizard() ? wizard()->button(QWizard::NextButton) : nullptr;
}

void CheckPage::reload() {
    const State now = state();
    clock_->setText(session().clockLooksWrong()
                        ? tr("This computer's date looks wrong. Please set date and time first, or no certificate can "
                             "be checked.")
                        : QString());
    before_->setVisible(now == State::Before || now == State::Nothing);
    without_->setVisible(now == State::Before);
    band_->setVisible(now == State::Running || now == State::Done);
    cancel_->setVisible(now == State::Running);
    tableTitle_->setVisible(now != State::Nothing);
    table_->setVisible(now != State::Nothing);
    if (now == State::Before || now == State::Nothing) {
        details_->hide();
        openRow_ = -1;
    }
    showWhom();
    showHalves();
    showProgress();
    showSummary();
    showQuestion();
    if (openRow_ >= 0)
        openRow(openRow_);
    if (now == State::Running && (!consent_->isVisible()))
        cancel_->setFocus(Qt::OtherFocusReason);
    emit completeChanged();
    emit mainButtonChanged();
}

/// Said before the first connection: to whom, and where the password goes.
void CheckPage::showWhom() {
    const Plan& plan = session().plan();
    password_->setVisible(!plan.candidates.empty());
    if (state() == State::Nothing) {
        whomTitle_->setText(tr("Nothing is contacted"));
        whom_->setText(plan.providerEnded
                           ? tr("This mail cannot be reached by a mail app any more. Its servers' names may belong to "
                                "somebody else today, so nothing is sent there.")
                           : tr("No server is known that could be tried. Go back to answer the question, or to enter a "
                                "server under \"Something here is wrong\"."));
        return;
    }
    QStringList lines;
    if (session().willAskDomain())
        lines << tr("First %1 is asked what it publishes about its mail (without your name).").arg(session().domain());
    const QStringList provider = hostsOf(plan, Whose::Provider);
    const QStringList own = hostsOf(plan, Whose::Person);
    const QStringList others = hostsOf(plan, Whose::Nobody);
    if (session().practising())
        lines << tr("This is practice: everything happens inside this computer.");
    if (!provider.isEmpty())
        lines << tr("Servers of the provider:") << provider;
    if (!own.isEmpty())
        lines << (session().passwordGiven() ? tr("Servers that you entered (the password is sent there too):")
                                            : tr("Servers that you entered:"))
              << own;
    if (!others.isEmpty())
        lines << tr("Only to see whether they answer, without a password:") << others;
    whomTitle_->setText(tr("This computer will connect to these servers"));
    whom_->setText(lines.join(QLatin1Char('\n')));
    if (!session().passwordGiven())
        password_->setText(
            tr("No password was entered, so none is sent. How far the servers answer can still be seen."));
    else if (plan.oauthOnly)
        password_->setText(tr("This mail is opened by a sign-in page; the password is not sent."));
    else if (own.isEmpty())
        password_->setText(tr("The password goes only to the provider's own servers, and only encrypted."));
    else if (provider.isEmpty())
        password_->setText(tr("The password goes only to the servers that you entered, and only encrypted."));
    else
        password_->setText(tr("The password goes only to the provider's own servers and to those that you entered, and "
                              "only encrypted."));
}

bool CheckPage::bothProven() const {
    if (!session().report())
        return false;
    const Plan& plan = session().plan();
    const auto good = [&](bool incoming) {
        const HalfState half = halfOf(plan, session().report(), session().checking(), incoming).state;
        return half == HalfState::Proven || half == HalfState::Open || half == HalfState::NotPlanned;
    };
    return good(true) && good(false);
}

void CheckPage::showHalves() {
    const bool holds = !session().resultIsStale();
    const RunReport* report = holds || session().checking() ? session().report() : nullptr;
    receiving_->show(halfOf(session().plan(), report, session().checking(), true));
    sending_->show(halfOf(session().plan(), report, session().checking(), false));
}

void CheckPage::showProgress() {
    progress_->setVisible(session().checking());
    if (!session().checking()) {
        progress_->clear();
        return;
    }
    const QString left = QString::number(session().secondsLeft());
    if (session().discovering()) {
        progress_->setText(tr("Asking what %1 publishes about its mail: %2 s at most.").arg(session().domain(), left));
        return;
    }
    const bool slow = sinceStart_.isValid() && sinceStart_.elapsed() > UsualTime;
    progress_->setText(
        bothProven() ? tr("Receiving and sending are settled. The other doors are looked at; you need not wait.")
        : slow       ? tr("Some servers take their time to answer: %1 s more at most.").arg(left)
                     : tr("Checking. This usually takes some ten seconds, %1 s at most.").arg(left));
}

void CheckPage::showSummary() {
    const Judgement* judgement = state() == State::Done ? session().judgement() : nullptr;
    QString text;
    if (judgement) {
        summary_->setTone(toneOf(*judgement, *session().report()));
        text = session().text(judgement->summary);
        // no network, a wrong clock, a café's page in between: what to do about it stands before every row
        const bool hopeful = summary_->tone() != Tone::Bad && judgement->verdict != Verdict::OAuthOnly &&
                             !clockMayRunAhead(*session().report()); // and before a yes to a certificate
        if (!hopeful && !judgement->advice.empty())
            text += QLatin1Char('\n') + session().text(judgement->advice.front());
    }
    summary_->setText(text);
}

/// While the question stands there, its two answers are the page's buttons: nothing else is filled, nothing else is
/// Enter.
void CheckPage::showQuestion() {
    consent_->reload();
    const bool asks = !consent_->isHidden();
    again_->setVisible(state() == State::Done && !asks);
    again_->setText(wasRefused() ? tr("Correct the password") : tr("Check once more"));
    if (wizard() && wizard()->currentPage() == this)
        wizard()->setOption(QWizard::NoDefaultButton, asks);
}

bool CheckPage::wasRefused() const {
    const Judgement* judgement = state() == State::Done ? session().judgement() : nullptr;
    return judgement && judgement->verdict == Verdict::PasswordRefused;
}

/// The same password once more would only be one more refused login that the server counts.
void CheckPage::checkAgain() {
    if (wasRefused() && wizard())
        goBackToPassword(*wizard());
    else
        session().startCheck();
}

void CheckPage::openRow(int row) {
    if (row < 0 || row >= model_->rowCount())
        return;
    openRow_ = row;
    details_->show(model_->endpointAt(row), model_->attemptsAt(row));
    bringIntoView(details_);
}

void CheckPage::finished() {
    const bool had = cancel_->hasFocus();
    reload();
    bringIntoView(consent_->isVisible() ? static_cast<QWidget*>(consent_) : band_);
    if (had && !consent_->isVisible() && wizard())
        wizard()->button(QWizard::NextButton)->setFocus(Qt::OtherFocusReason);
}

} // namespace yomikae::ui
