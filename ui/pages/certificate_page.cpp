#include "ui/pages/certificate_page.h"

#include "ui/widgets/field_row.h"
#include "ui/widgets/help_box.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/paper_drawing.h"
#include "ui/widgets/paste_box.h"
#include "ui/widgets/provider_line.h"
#include "ui/widgets/texts.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace yomikae::ui {

namespace {

/// The lines of the drawing, in the paper's order.
constexpr PaperField OnPaper[] = {PaperField::MailAddress, PaperField::MailAccount, PaperField::MailPassword,
                                  PaperField::PopServer, PaperField::SmtpServer};

} // namespace

CertificatePage::CertificatePage(Session& session, QWidget* parent) : Page(session, parent) {
    missing_ = new Notice(Tone::Warn, this);
    body()->addWidget(missing_);
    practice_ = new Notice(Tone::Info, this);
    body()->addWidget(practice_);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(20);
    auto* form = new QVBoxLayout;
    form->setSpacing(10);
    columns->addLayout(form, 3);
    addForm(form);
    paperSide_ = new QWidget(this);
    auto* side = new QVBoxLayout(paperSide_);
    side->setContentsMargins(0, 0, 0, 0);
    paper_ = new PaperDrawing(paperSide_);
    side->addWidget(paper_);
    paperHint_ = new PlainText(paperSide_);
    paperHint_->setQuiet(true);
    side->addWidget(paperHint_);
    side->addStretch(1);
    columns->addWidget(paperSide_, 2);
    body()->addLayout(columns, 1);
    connect(practice_, &Notice::actionTriggered, this, [this] {
        this->session().paste(this->session().practicePaper());
        paste_->showDoubts();
    });
    connect(&session, &Session::certificateChanged, this, &CertificatePage::reload);
    connect(&session, &Session::knowledgeChanged, this, &CertificatePage::retranslate);
    connect(&session, &Session::passwordForgotten, password_, &PasswordRow::forget);
    connect(&session, &Session::erased, this, &CertificatePage::clearEdits);
}

// --- building -------------------------------------------------------------------------------------------------------

void CertificatePage::addForm(QVBoxLayout* column) {
    addField(column, PaperField::MailAddress);
    FieldRow* address = fields_[PaperField::MailAddress].row;
    provider_ = new ProviderLine(session(), address);
    address->column()->addWidget(provider_);
    addField(column, PaperField::MailAccount);
    password_ = new PasswordRow(this);
    column->addWidget(password_);
    connect(password_, &FieldRow::entered, this, [this] { mark(PaperField::MailPassword); });
    addField(column, PaperField::PopServer);
    addField(column, PaperField::SmtpServer);
    more_ = linkButton(this);
    column->addWidget(more_, 0, Qt::AlignLeft);
    moreFields_ = new QWidget(this);
    auto* below = new QVBoxLayout(moreFields_);
    below->setContentsMargins(16, 0, 0, 0);
    for (PaperField field : {PaperField::PopPort, PaperField::SmtpPort, PaperField::SmtpAccount, PaperField::Issued})
        addField(below, field);
    moreFields_->hide();
    column->addWidget(moreFields_);
    connect(more_, &QPushButton::clicked, this, [this] { moreFields_->setVisible(!moreFields_->isVisible()); });
    paste_ = new PasteBox(session(), this);
    help_ = new HelpBox(session(), this);
    column->addWidget(paste_);
    column->addWidget(help_);
    column->addStretch(1);
}

void CertificatePage::addField(QVBoxLayout* column, PaperField field) {
    auto* row = new FieldRow(this);
    const bool latin = field != PaperField::Issued;
    row->edit()->setInputMethodHints(latin ? Qt::ImhPreferLatin | Qt::ImhNoAutoUppercase | Qt::ImhNoPredictiveText
                                           : Qt::ImhDate);
    Field& entry = fields_[field];
    entry = {row, row->addNotice(Tone::Info), row->addNotice(Tone::Warn)};
    column->addWidget(row);
    connect(row, &FieldRow::entered, this, [this, field] { mark(field); });
    connect(row, &FieldRow::left, this, [this, field] { session().leave(field); });
    connect(row->edit(), &QLineEdit::textEdited, this, [this, field](const QString& text) {
        missing_->setText({});
        session().type(field, text);
    });
    connect(entry.folded, &Notice::actionTriggered, this, [this, field] { session().undoFolding(field); });
}

// --- coming and going -----------------------------------------------------------------------------------------------

void CertificatePage::enter() {
    reload();
}

void CertificatePage::reload() {
    showFields();
    provider_->reload();
    help_->showProvider();
    showDoubts();
    showPaper();
}

void CertificatePage::leave() {
    takePassword();
}

void CertificatePage::takePassword() {
    QLineEdit* edit = password_->edit();
    const bool changed = edit->isModified() && !(edit->text().isEmpty() && session().passwordPasted());
    edit->setModified(false);
    if (changed)
        session().setPassword(edit->text());
}

/// The button is never dead: it says what is missing.
bool CertificatePage::validatePage() {
    takePassword();
    if (!paste_->takeWhatIsThere())
        return false;
    if (session().translation())
        return true;
    const auto& problems = session().translationProblems();
    missing_->setText(problems.empty() ? tr("The list of providers is still being read. One moment, please.")
                                       : session().text(problems.front()));
    fields_[PaperField::MailAddress].row->edit()->setFocus();
    return false;
}

void CertificatePage::clearEdits() {
    paste_->clear();
    help_->setOpen(false);
    moreFields_->hide();
    provider_->closeChooser();
    missing_->setText({});
    for (auto& [field, entry] : fields_)
        entry.row->edit()->setText({}); // leaves nothing to undo, as clear() would
}

// --- showing --------------------------------------------------------------------------------------------------------

void CertificatePage::showFields() {
    const TypedCertificate& typed = session().typed();
    for (auto& [field, entry] : fields_) {
        const QString text = shown(typed.text(field));
        if (entry.row->edit()->text() != text)
            entry.row->edit()->setText(text);
        entry.row->setOrigin(typed.origin(field) == Origin::Pasted ? tr("pasted") : QString());
        const bool folded = !typed.beforeFolding(field).empty();
        entry.folded->setText(folded ? tr("Full-width letters were made half-width.") : QString());
        entry.folded->setAction(folded ? tr("Undo") : QString());
        entry.row->setLabel(label(field));
    }
    password_->setLabel(label(PaperField::MailPassword));
    const bool unseen = session().passwordPasted() && password_->edit()->text().isEmpty();
    password_->setOrigin(unseen ? tr("✓ taken over") : QString());
    password_->setUnseen(unseen);
    practice_->setText(session().practising() ? tr("This is practice: only servers inside this program are contacted.")
                                              : QString());
    practice_->setAction(session().practising() ? tr("Fill in from the sample paper") : QString());
}

void CertificatePage::showDoubts() {
    const auto misread = session().typed().misread();
    for (auto& [field, entry] : fields_) {
        auto doubts = session().doubtsAbout(field);
        if (!doubts.empty() && doubts.front().message.code == "translation-domain-slip")
            doubts.clear(); // the proposal below the address says it, with a click
        if (std::find(misread.begin(), misread.end(), field) != misread.end())
            entry.doubt->setText(field == PaperField::Issued ? tr("This was not understood as a date.")
                                                             : tr("This is no port number (1 to 65535)."));
        else
            entry.doubt->setText(doubts.empty() ? QString() : session().text(doubts.front().message));
    }
}

/// In practice the drawing is the sample paper itself; otherwise it mirrors what was typed, to be compared.
void CertificatePage::showPaper() {
    const ProviderProfile* known = session().provider();
    const bool named = known && !known->documents.empty();
    paper_->setTitle(named ? shown(known->documents.front()) : QStringLiteral("会員登録証"));
    QList<PaperLine> lines;
    for (PaperField field : OnPaper) {
        QString value =
            session().practising() ? session().onPracticePaper(field) : shown(session().typed().text(field));
        if (field == PaperField::MailPassword && !session().practising())
            value = session().passwordGiven() || !password_->edit()->text().isEmpty() ? QStringLiteral("••••••")
                                                                                      : QString();
        lines.append({paperLabel(field), value});
    }
    paper_->setLines(lines);
}

void CertificatePage::mark(PaperField field) {
    const auto* found = std::find(std::begin(OnPaper), std::end(OnPaper), field);
    paper_->setCurrent(found == std::end(OnPaper) ? -1 : static_cast<int>(found - std::begin(OnPaper)));
    paperHint_->setText(found == std::end(OnPaper) ? QString()
                                                   : tr("Look at the part of your paper that is marked with ▶ here."));
}

/// The drawing only where there is room for it: the form comes first.
void CertificatePage::fitPaper() {
    paperSide_->setVisible(width() > fontMetrics().height() * 32);
}

void CertificatePage::resizeEvent(QResizeEvent* event) {
    Page::resizeEvent(event);
    fitPaper();
}

void CertificatePage::changeEvent(QEvent* event) {
    Page::changeEvent(event);
    if (event->type() == QEvent::FontChange && paperSide_)
        fitPaper();
}

// --- words ----------------------------------------------------------------------------------------------------------

/// As the paper has it, in Japanese whatever the window speaks.
QString CertificatePage::paperLabel(PaperField field) const {
    const QString own = session().labelOf(field);
    if (!own.isEmpty())
        return own;
    switch (field) {
    case PaperField::MailAddress: return QStringLiteral("メールアドレス");
    case PaperField::MailAccount: return QStringLiteral("メールアカウント");
    case PaperField::MailPassword: return QStringLiteral("メールパスワード");
    case PaperField::PopServer: return QStringLiteral("POPサーバー");
    case PaperField::SmtpServer: return QStringLiteral("SMTPサーバー");
    case PaperField::PopPort: return QStringLiteral("POPのポート番号");
    case PaperField::SmtpPort: return QStringLiteral("SMTPのポート番号");
    case PaperField::SmtpAccount: return QStringLiteral("送信用のアカウント");
    case PaperField::Issued: return QStringLiteral("発行日");
    default: return {};
    }
}

QString CertificatePage::label(PaperField field) const {
    const QString printed = paperLabel(field);
    if (session().language() == Language::Japanese)
        return printed;
    const QString words = session().phrase("field-" + std::string(name(field)));
    return tr("%1 (%2)").arg(words.left(1).toUpper() + words.mid(1), printed);
}

void CertificatePage::retranslate() {
    setHeading(tr("Please copy what your paper says"));
    password_->retranslate();
    more_->setText(tr("Port numbers or a date are there too"));
    provider_->retranslate();
    paste_->retranslate();
    help_->retranslate();
    reload();
}

QString CertificatePage::mainButton() const {
    return tr("Translate");
}

QWidget* CertificatePage::firstFocus() {
    return fields_[PaperField::MailAddress].row->edit();
}

FieldRow* CertificatePage::row(PaperField field) const {
    const auto found = fields_.find(field);
    return found == fields_.end() ? nullptr : found->second.row;
}

} // namespace yomikae::ui
