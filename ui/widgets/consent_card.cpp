#include "ui/widgets/consent_card.h"

#include "ui/models/attempt_text.h"
#include "ui/models/directions.h"
#include "ui/widgets/texts.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace yomikae::ui {

ConsentCard::ConsentCard(Session& session, QWidget* parent) : Card(parent), session_(session) {
    setProperty("notice", true);
    setProperty("tone", QStringLiteral("warn"));
    title_ = new SubHeading(this);
    what_ = new PlainText(this);
    risk_ = new PlainText(this);
    facts_ = new PlainText(this);
    facts_->setQuiet(true);
    for (PlainText* label : {title_, what_, risk_, facts_})
        column()->addWidget(label);
    auto* buttons = new QHBoxLayout;
    no_ = new QPushButton(this);
    no_->setProperty("main", true);
    no_->setAutoDefault(true);
    yes_ = new QPushButton(this);
    yes_->setAutoDefault(false);
    buttons->addWidget(no_);
    buttons->addWidget(yes_);
    buttons->addStretch(1);
    column()->addLayout(buttons);
    connect(no_, &QPushButton::clicked, this, [this] { settle(false); });
    connect(yes_, &QPushButton::clicked, this, [this] { settle(true); });
    hide();
}

QString ConsentCard::words() const {
    return QStringList{title_->text(), what_->text(), risk_->text(), facts_->text()}.join(QLatin1Char('\n'));
}

void ConsentCard::reload() {
    const RunReport* report = session_.report();
    std::vector<ConsentNeeded> questions;
    if (report && !session_.resultIsStale())
        questions = worthAsking(*report, session_.checking(), session_.openConsents());
    if (questions.empty()) {
        asked_.reset();
        hide();
    } else if (asked_ != questions.front()) {
        ask(questions.front());
    }
}

void ConsentCard::ask(const ConsentNeeded& consent) {
    asked_ = consent;
    showWords();
    show();
    emit appeared();
}

void ConsentCard::retranslate() {
    no_->setText(tr("Leave it"));
    yes_->setText(tr("Go on, this once"));
    showWords();
}

std::optional<std::size_t> ConsentCard::attemptOf(const ConsentNeeded& consent) const {
    if (const RunReport* report = session_.report())
        for (std::size_t i = 0; i < report->attempts.size(); ++i)
            if (report->attempts[i].consent == consent)
                return i;
    return std::nullopt;
}

/// Which server, and what is wrong with its certificate, as the matrix has it.
QString ConsentCard::faultOf(const ConsentNeeded& consent) const {
    const QString host = shown(consent.endpoint.host);
    const QString port = QString::number(consent.endpoint.port);
    const QString text = tr("The certificate of %1, port %2, cannot be checked.").arg(host, port);
    const auto attempt = attemptOf(consent);
    const Judgement* judgement = session_.judgement();
    return attempt && judgement ? text + QLatin1Char('\n') + session_.text(judgement->explanations[*attempt]) : text;
}

void ConsentCard::showWords() {
    if (!asked_)
        return;
    const QString host = shown(asked_->endpoint.host);
    const QString port = QString::number(asked_->endpoint.port);
    const auto attempt = attemptOf(*asked_);
    facts_->clear();
    switch (asked_->kind) {
    case ConsentKind::Cleartext:
        title_->setText(tr("Send the password without encryption?"));
        what_->setText(tr("%1, port %2, has no encryption (SSL/TLS).").arg(host, port));
        risk_->setText(tr("Anybody on the way, for example on the same Wi-Fi, could read the password and the mail."));
        break;
    case ConsentKind::Certificate:
        title_->setText(tr("Trust this server's certificate?"));
        what_->setText(faultOf(*asked_));
        risk_->setText(tr("It may be another server that only pretends to be this one. It would get the password."));
        if (attempt)
            facts_->setText(certificateText(session_.report()->attempts[*attempt], session_.language()));
        break;
    case ConsentKind::Host:
        title_->setText(tr("Does this server belong to your provider?"));
        what_->setText(
            tr("The password would go to %1, port %2, encrypted. No list of ours names this server.").arg(host, port));
        risk_->setText(tr("An old name may belong to a stranger today. Go on only if the paper or the provider's own "
                          "pages name this server."));
        break;
    }
    facts_->setVisible(!facts_->text().isEmpty());
    setAccessibleName(title_->text());
    setAccessibleDescription(what_->text() + QLatin1Char(' ') + risk_->text());
    no_->setAccessibleDescription(title_->text());
    yes_->setAccessibleDescription(title_->text());
}

void ConsentCard::settle(bool yes) {
    if (!asked_)
        return;
    const ConsentNeeded consent = *asked_;
    asked_.reset();
    hide();
    if (yes)
        session_.agree(consent);
    else
        session_.decline(consent);
    reload();
}

} // namespace yomikae::ui
