#include "ui/pages/translation_page.h"

#include "ui/models/change_texts.h"
#include "ui/open_page.h"
#include "ui/widgets/correction_form.h"
#include "ui/widgets/fold.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/question_card.h"
#include "ui/widgets/step_list.h"
#include "ui/widgets/tab_order.h"
#include "ui/widgets/texts.h"

#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

namespace yomikae::ui {

TranslationPage::TranslationPage(Session& session, QWidget* parent) : Page(session, parent) {
    whose_ = new PlainText(this);
    status_ = new Notice(Tone::Warn, this);
    doubts_ = new Notice(Tone::Warn, this);
    question_ = new QuestionCard(session, this);
    table_ = new ChangeTable(this);
    openHint_ = new PlainText(this);
    openHint_->setQuiet(true);
    for (QWidget* part :
         {static_cast<QWidget*>(whose_), static_cast<QWidget*>(status_), static_cast<QWidget*>(doubts_),
          static_cast<QWidget*>(question_), static_cast<QWidget*>(table_), static_cast<QWidget*>(openHint_)})
        body()->addWidget(part);
    buildStepsAndHints();
    buildCorrections();
    body()->addStretch(1);
    connect(status_, &Notice::actionTriggered, this, [this] {
        statusOpen_ = true;
        reload();
    });
    const auto open = [](const QString& url) { openPage(url.toStdString()); };
    connect(table_, &ChangeTable::linkAsked, this, open);
    connect(steps_, &StepList::linkAsked, this, open);
    connect(&session, &Session::translationChanged, this, [this] {
        if (isVisible())
            reload();
        emit completeChanged();
    });
}

void TranslationPage::buildStepsAndHints() {
    stepsTitle_ = new SubHeading(this);
    steps_ = new StepList(session(), this);
    receiving_ = new QWidget(this);
    auto* ways = new QVBoxLayout(receiving_);
    ways->setContentsMargins(0, 0, 0, 0);
    receivingTitle_ = new SubHeading(receiving_);
    pop_ = new QRadioButton(receiving_);
    imap_ = new QRadioButton(receiving_);
    popMeans_ = new PlainText(receiving_); // a radio button does not wrap its words
    imapMeans_ = new PlainText(receiving_);
    for (QWidget* part :
         {static_cast<QWidget*>(receivingTitle_), static_cast<QWidget*>(pop_), static_cast<QWidget*>(popMeans_),
          static_cast<QWidget*>(imap_), static_cast<QWidget*>(imapMeans_)})
        ways->addWidget(part);
    for (PlainText* means : {popMeans_, imapMeans_}) {
        means->setQuiet(true);
        means->setContentsMargins(32, 0, 0, 0);
    }
    oldMail_ = new Notice(Tone::Info, this);
    for (QWidget* part : {static_cast<QWidget*>(stepsTitle_), static_cast<QWidget*>(steps_), receiving_,
                          static_cast<QWidget*>(oldMail_)})
        body()->addWidget(part);
    connect(pop_, &QRadioButton::clicked, this, [this] { session().setPreference(Preference::OnlyPop3); });
    connect(imap_, &QRadioButton::clicked, this, [this] { session().setPreference(Preference::Imap); });
}

void TranslationPage::buildCorrections() {
    wrong_ = new Fold(this);
    wrongText_ = new PlainText(wrong_);
    incoming_ = new CorrectionForm(session(), true, wrong_);
    outgoing_ = new CorrectionForm(session(), false, wrong_);
    wrong_->content()->addWidget(wrongText_);
    wrong_->content()->addWidget(incoming_);
    wrong_->content()->addWidget(outgoing_);
    body()->addWidget(wrong_);
}

void TranslationPage::enter() {
    statusOpen_ = false;
    wrong_->setOpen(session().correction(true) || session().correction(false));
    reload();
}

void TranslationPage::retranslate() {
    setHeading(tr("The paper's settings, translated into today's"));
    table_->setHeadings(tr("Item"), tr("Paper"), tr("Now"));
    openHint_->setText(tr("Choose a row to read why."));
    stepsTitle_->setText(tr("To do first"));
    receivingTitle_->setText(tr("How to receive"));
    pop_->setText(QStringLiteral("POP3"));
    popMeans_->setText(tr("Mail is fetched to this computer."));
    imap_->setText(QStringLiteral("IMAP"));
    imapMeans_->setText(tr("Mail stays on the server, for several devices."));
    pop_->setAccessibleDescription(popMeans_->text());
    imap_->setAccessibleDescription(imapMeans_->text());
    wrong_->setTitle(tr("Something here is wrong"));
    wrongText_->setText(tr("Put the values right here, as the provider's own pages give them. The next page tries them "
                           "first. The password goes to these servers too, only with encryption."));
    question_->retranslate();
    incoming_->retranslate();
    outgoing_->retranslate();
    reload();
}

QString TranslationPage::mainButton() const {
    return tr("Check");
}

bool TranslationPage::isComplete() const {
    return session().translation() != nullptr;
}

/// Nothing that was typed here is left behind because a smaller button was not pressed.
bool TranslationPage::validatePage() {
    if (!question_->takeWhatIsThere())
        return false;
    const bool taken = incoming_->takeWhatIsThere() && outgoing_->takeWhatIsThere();
    if (!taken)
        wrong_->setOpen(true);
    return taken;
}

void TranslationPage::reload() {
    const Translation* translation = session().translation();
    showWhose(translation);
    showDoubts(translation);
    question_->reload();
    table_->show(changeTexts(session()));
    steps_->reload();
    const bool steps = translation && !translation->steps.empty();
    stepsTitle_->setVisible(steps);
    steps_->setVisible(steps);
    for (QWidget* part :
         {static_cast<QWidget*>(table_), static_cast<QWidget*>(openHint_), static_cast<QWidget*>(wrong_)})
        part->setVisible(translation != nullptr);
    incoming_->reload();
    outgoing_->reload();
    tabAsLaidOut(heading(), body());
    status_->setText({});
    status_->setAction({});
    receiving_->hide();
    oldMail_->setText({});
    if (!translation)
        return;
    showStatus(*translation);
    showReceiving(*translation);
}

void TranslationPage::showWhose(const Translation* translation) {
    if (!translation) {
        whose_->clear();
        return;
    }
    if (translation->provider.empty()) {
        whose_->setText(tr("%1: this provider is not known here. What the paper says is compared with what the servers "
                           "answer.")
                            .arg(shown(translation->mailAddress)));
        return;
    }
    QString text = session().text(translation->providerNames) + QStringLiteral("  ") + shown(translation->mailAddress);
    if (!translation->checked.empty())
        text += tr(" (knowledge of %1)").arg(shown(dateWords(translation->checked, session().language())));
    whose_->setText(text);
}

/// What happens to the service comes before everything else. Where the profile has no words for it, ours.
void TranslationPage::showStatus(const Translation& translation) {
    if (!translation.status || translation.status->state == ServiceState::Active)
        return;
    const ServiceStatus& status = *translation.status;
    const QString name = session().text(translation.providerNames);
    const QString until = status.until ? shown(dateWords(toString(*status.until), session().language())) : QString();
    QString text = session().text(status.note);
    const bool over = status.state == ServiceState::Ended || status.state == ServiceState::Impossible;
    status_->setTone(over ? Tone::Bad : Tone::Warn);
    if (over && text.isEmpty())
        text = session().phrase(status.state == ServiceState::Ended ? "sheet-status-ended" : "sheet-status-impossible");
    if (status.state == ServiceState::Closing) {
        const QString closing = until.isEmpty() ? tr("The end of %1's mail has been announced.").arg(name)
                                                : tr("%1's mail is to end on %2.").arg(name, until);
        // what to do first; the profile's own words, which may be many, at a click
        const QString more = text.isEmpty() ? QString() : QLatin1Char('\n') + text;
        text = closing + QLatin1Char('\n') +
               tr("Until then it works. Keep copies of important mail, and get a new address in time.");
        if (statusOpen_)
            text += more;
        else if (!more.isEmpty())
            status_->setAction(tr("More about it"));
    }
    status_->setText(text);
}

void TranslationPage::showDoubts(const Translation* translation) {
    QStringList texts;
    if (translation)
        for (const Doubt& doubt : translation->doubts)
            texts << session().text(doubt.message);
    else
        for (const Problem& problem : session().translationProblems())
            texts << session().text(problem);
    texts.removeDuplicates();
    doubts_->setText(texts.join(QLatin1Char('\n')));
}

/// Asked only where the provider has both; what becomes of mail on the old computer is said before anything is changed.
void TranslationPage::showReceiving(const Translation& translation) {
    const auto offers = [&](Protocol protocol) {
        return std::any_of(translation.incoming.begin(), translation.incoming.end(),
                           [&](const TranslatedEndpoint& one) {
                               return one.protocol == protocol && one.origin != HostOrigin::Paper && !one.host.empty();
                           });
    };
    receiving_->setVisible(offers(Protocol::Pop3) && offers(Protocol::Imap));
    const bool pop = session().preference() != Preference::Imap;
    pop_->setChecked(pop);
    imap_->setChecked(!pop);
    const bool moving = session().purpose() == Purpose::NewDevice || session().purpose() == Purpose::Practice;
    const bool over = translation.status && (translation.status->state == ServiceState::Ended ||
                                             translation.status->state == ServiceState::Impossible);
    if (moving && !over && pop && offers(Protocol::Pop3))
        oldMail_->setText(
            tr("Mail on the old computer stays there; it does not move by itself. Keep that computer until "
               "you have what you need. In the new mail app, turn on \"leave a copy on the server\", so that "
               "no mail is lost while both are in use."));
}

} // namespace yomikae::ui
