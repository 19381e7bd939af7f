#include "ui/pages/result_page.h"

#include "ui/models/check_model.h"
#include "ui/models/directions.h"
#include "ui/open_page.h"
#include "ui/pages/verdict_tone.h"
#include "ui/pages/way_back.h"
#include "ui/widgets/attempt_details.h"
#include "ui/widgets/check_table.h"
#include "ui/widgets/confirmation_box.h"
#include "ui/widgets/fold.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/settings_card.h"
#include "ui/widgets/side_by_side.h"
#include "ui/widgets/tab_order.h"
#include "ui/widgets/texts.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>
#include <QWizard>

namespace yomikae::ui {

namespace {

constexpr int CopiedShown = 2500; ///< ms

/// In a line of text an "i" would be read as a letter.
QString markOf(Tone tone) {
    return (tone == Tone::Info ? QStringLiteral("!") : symbolOf(tone)) + QLatin1Char(' ');
}

} // namespace

ResultPage::ResultPage(Session& session, QWidget* parent) : Page(session, parent) {
    model_ = new CheckModel(session, this);
    verdict_ = new SubHeading(this);
    verdict_->setLetters(1.35, true);
    verdict_->setFocusPolicy(Qt::StrongFocus); // a screen reader begins with it
    firstAdvice_ = new Notice(Tone::Info, this);
    receiving_ = new SettingsCard(this);
    sending_ = new SettingsCard(this);
    password_ = new PlainText(this);
    password_->setQuiet(true);
    leftTitle_ = new SubHeading(this);
    left_ = new PlainText(this);
    auto* buttons = new QHBoxLayout;
    again_ = new QPushButton(this);
    again_->setAutoDefault(false);
    support_ = linkButton(this);
    buttons->addWidget(again_);
    buttons->addWidget(support_);
    buttons->addStretch(1);
    for (QWidget* part :
         {static_cast<QWidget*>(verdict_), static_cast<QWidget*>(firstAdvice_),
          static_cast<QWidget*>(new SideBySide(receiving_, sending_, 1, 1, this)), static_cast<QWidget*>(password_),
          static_cast<QWidget*>(leftTitle_), static_cast<QWidget*>(left_)})
        body()->addWidget(part);
    body()->addLayout(buttons);
    buildMore();
    body()->addStretch(1);
    connect(again_, &QPushButton::clicked, this, &ResultPage::checkAgain);
    connect(support_, &QPushButton::clicked, this, [this] {
        if (const Translation* translation = this->session().translation())
            openPage(translation->supportUrl);
    });
    connect(&session, &Session::checkFinished, this, [this] {
        if (isVisible())
            reload();
    });
}

void ResultPage::buildMore() {
    more_ = new Fold(this);
    tableTitle_ = new PlainText(more_);
    table_ = new CheckTable(*model_, more_);
    details_ = new AttemptDetails(session(), more_);
    reportTitle_ = new PlainText(more_);
    report_ = new QPlainTextEdit(more_);
    report_->setReadOnly(true);
    report_->setTabChangesFocus(true);
    report_->setMinimumHeight(160);
    copyReport_ = new QPushButton(more_);
    copyReport_->setAutoDefault(false);
    for (QWidget* part :
         {static_cast<QWidget*>(tableTitle_), static_cast<QWidget*>(table_), static_cast<QWidget*>(details_),
          static_cast<QWidget*>(reportTitle_), static_cast<QWidget*>(report_)})
        more_->content()->addWidget(part);
    more_->content()->addWidget(copyReport_, 0, Qt::AlignLeft);
    confirmation_ = new ConfirmationBox(session(), more_);
    more_->content()->addWidget(confirmation_);
    body()->addWidget(more_);
    connect(table_, &CheckTable::rowOpened, this,
            [this](int row) { details_->show(model_->endpointAt(row), model_->attemptsAt(row)); });
    connect(copyReport_, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(session().supportReport());
        copyReport_->setText(tr("✓ Copied"));
        QTimer::singleShot(CopiedShown, this, [this] { copyReport_->setText(tr("Copy the record")); });
    });
}

void ResultPage::enter() {
    details_->hide();
    reload();
}

void ResultPage::retranslate() {
    setHeading(tr("The result"));
    leftTitle_->setText(tr("What is left to do"));
    support_->setText(tr("The provider's help pages"));
    more_->setTitle(tr("More"));
    tableTitle_->setText(tr("Every door"));
    table_->setAccessibleName(tr("Every door and what it answered"));
    reportTitle_->setText(tr("A record for the provider's support desk. There is no password in it."));
    report_->setAccessibleName(reportTitle_->text());
    copyReport_->setText(tr("Copy the record"));
    confirmation_->retranslate();
    receiving_->retranslate();
    sending_->retranslate();
    details_->retranslate();
    model_->retranslate();
    reload();
}

QWidget* ResultPage::firstFocus() {
    return verdict_;
}

QString ResultPage::mainButton() const {
    return tr("Make the sheet");
}

void ResultPage::reload() {
    const auto sheet = session().values();
    showVerdict();
    for (QWidget* part : {static_cast<QWidget*>(receiving_), static_cast<QWidget*>(sending_),
                          static_cast<QWidget*>(password_), static_cast<QWidget*>(more_)})
        part->setVisible(sheet.has_value());
    firstAdvice_->setText({});
    left_->clear();
    leftTitle_->hide();
    left_->hide();
    support_->setVisible(session().translation() && mayOpen(session().translation()->supportUrl));
    if (!sheet)
        return;
    receiving_->show(sheet->incoming);
    sending_->show(sheet->outgoing);
    tabAsLaidOut(heading(), body());
    receiving_->setVisible(!sheet->incoming.rows.empty());
    sending_->setVisible(!sheet->outgoing.rows.empty());
    password_->setText(
        sheet->passwordLabel.empty()
            ? QString()
            : tr("The password is the one on your paper, or the one you set later. It is not shown here."));
    password_->setVisible(!password_->text().isEmpty());
    showAdvice();
    showLeft(*sheet);
    showMore();
}

void ResultPage::showVerdict() {
    const Judgement* judgement = session().resultIsStale() ? nullptr : session().judgement();
    const Tone tone = judgement ? toneOf(*judgement, *session().report()) : Tone::Warn;
    verdict_->setText(judgement ? markOf(tone) + session().text(judgement->summary)
                                : tr("! These values have not been checked with the servers yet."));
    verdict_->setInk(tone == Tone::Info ? &Colours::ink : inkOf(tone));
    again_->setText(placeToChange() == CertificatePageId ? tr("Correct the password") : tr("Check once more"));
}

/// Where it does not work, the most likely thing to do comes before the values.
void ResultPage::showAdvice() {
    const Judgement* judgement = session().resultIsStale() ? nullptr : session().judgement();
    if (judgement && !allIsWell(*judgement, *session().report()) && !judgement->advice.empty())
        firstAdvice_->setText(session().text(judgement->advice.front()));
}

/// Steps that were not ticked off, then what stays unproven, then what is good to know.
void ResultPage::showLeft(const Sheet& sheet) {
    QStringList lines;
    const auto add = [&](const QString& text) {
        const QString line = QStringLiteral("・") + text;
        if (!text.isEmpty() && text != firstAdvice_->text() && !lines.contains(line))
            lines << line;
    };
    const Translation* translation = session().translation();
    const Judgement* judgement = session().resultIsStale() ? nullptr : session().judgement();
    if (!judgement || judgement->verdict != Verdict::Works)
        for (const TranslatedStep& step : translation->steps)
            if (!session().stepDone(step.id))
                add(session().text(step.text));
    if (judgement)
        for (const Message& advice : judgement->advice)
            if (advice.code.rfind("advice-step", 0) != 0) // said above, where it was not ticked off
                add(session().text(advice));
    for (const std::string& open : sheet.notProven)
        add(shown(open));
    left_->setText(lines.join(QLatin1Char('\n')));
    leftTitle_->setVisible(!lines.isEmpty());
    left_->setVisible(!lines.isEmpty());
}

void ResultPage::showMore() {
    if (!session().checking())
        model_->reload();
    const bool checked = session().report() != nullptr && model_->rowCount() > 0;
    tableTitle_->setVisible(checked);
    table_->setVisible(checked);
    report_->setPlainText(session().supportReport());
    confirmation_->reload();
}

/// Where something can be changed: a refused login is about what was typed.
PageId ResultPage::placeToChange() const {
    const Judgement* judgement = session().judgement();
    if (!judgement || session().resultIsStale())
        return CheckPageId;
    switch (judgement->verdict) {
    case Verdict::PasswordRefused: return CertificatePageId;
    case Verdict::NeedsAction:
    case Verdict::ProviderEnded: return TranslationPageId;
    default: return CheckPageId;
    }
}

void ResultPage::checkAgain() {
    if (!wizard())
        return;
    const PageId place = placeToChange();
    if (place == CertificatePageId)
        return goBackToPassword(*wizard());
    if (place == CheckPageId)
        session().startCheck();
    goBackTo(*wizard(), place);
}

} // namespace yomikae::ui
