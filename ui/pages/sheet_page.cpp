#include "ui/pages/sheet_page.h"

#include "net/data_files.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/sheet_preview.h"
#include "ui/widgets/side_by_side.h"
#include "ui/widgets/texts.h"

#include <QCheckBox>
#include <QCollator>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QSaveFile>
#include <QSignalBlocker>
#include <QStandardPaths>
#include <QVBoxLayout>
#include <QWizard>

#include <algorithm>

namespace yomikae::ui {

namespace {

constexpr int ChoicesWide = 36; ///< letters

} // namespace

SheetPage::SheetPage(Session& session, QWidget* parent) : Page(session, parent) {
    unproven_ = new Notice(Tone::Warn, this);
    body()->addWidget(unproven_);
    preview_ = new SheetPreview(this);
    pair_ = new SideBySide(preview_, buildChoices(), 3, 2, this);
    pair_->setSecondOnTop(true);
    body()->addWidget(pair_, 1);
    connect(save_, &QPushButton::clicked, this, &SheetPage::askWhereToSave);
    connect(app_, &QComboBox::activated, this, [this] {
        this->session().setSheetApp(app_->currentData().toString().toStdString());
        reload();
    });
    connect(language_, &QComboBox::activated, this, [this] {
        this->session().setSheetLanguage(static_cast<Language>(language_->currentData().toInt()));
        reload();
    });
    connect(largePrint_, &QCheckBox::toggled, this, [this](bool wanted) {
        this->session().setLargePrint(wanted);
        reload();
    });
    connect(phone_, &Notice::actionTriggered, largePrint_, &QCheckBox::click);
    connect(password_, &QCheckBox::toggled, this, [this](bool wanted) {
        this->session().setPasswordOnPaper(wanted);
        reload();
    });
    connect(&session, &Session::erased, this, &SheetPage::reload);
    connect(&session, &Session::knowledgeChanged, this, &SheetPage::fillApps);
}

QWidget* SheetPage::buildChoices() {
    auto* choices = new QWidget(this);
    auto* column = new QVBoxLayout(choices);
    column->setContentsMargins(0, 0, 0, 0);
    appTitle_ = new PlainText(choices);
    app_ = new QComboBox(choices);
    app_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    app_->setMinimumContentsLength(8);
    appTitle_->setBuddy(app_);
    appWarning_ = new Notice(Tone::Warn, choices);
    phone_ = new Notice(Tone::Info, choices);
    languageTitle_ = new PlainText(choices);
    language_ = new QComboBox(choices);
    language_->addItem(QStringLiteral("日本語"), static_cast<int>(Language::Japanese));
    language_->addItem(QStringLiteral("English"), static_cast<int>(Language::English));
    languageTitle_->setBuddy(language_);
    largePrint_ = new QCheckBox(choices);
    passwordTitle_ = new PlainText(choices);
    password_ = new QCheckBox(choices);
    passwordHint_ = new PlainText(choices);
    passwordHint_->setQuiet(true);
    save_ = new QPushButton(choices);
    save_->setAutoDefault(false);
    outcome_ = new Notice(Tone::Good, choices);
    afterwards_ = new PlainText(choices);
    afterwards_->setQuiet(true);
    for (QWidget* part :
         {static_cast<QWidget*>(appTitle_), static_cast<QWidget*>(app_), static_cast<QWidget*>(appWarning_),
          static_cast<QWidget*>(phone_), static_cast<QWidget*>(languageTitle_), static_cast<QWidget*>(language_),
          static_cast<QWidget*>(largePrint_), static_cast<QWidget*>(passwordTitle_), static_cast<QWidget*>(password_),
          static_cast<QWidget*>(passwordHint_), static_cast<QWidget*>(save_), static_cast<QWidget*>(outcome_),
          static_cast<QWidget*>(afterwards_)})
        column->addWidget(part);
    column->addStretch(1);
    return choices;
}

void SheetPage::enter() {
    outcome_->setText({});
    reload();
}

void SheetPage::retranslate() {
    setHeading(tr("Your settings sheet"));
    appTitle_->setText(tr("Words of the mail app"));
    app_->setAccessibleName(appTitle_->text());
    languageTitle_->setText(tr("Language of the sheet"));
    language_->setAccessibleName(languageTitle_->text());
    largePrint_->setText(tr("Large print"));
    passwordTitle_->setText(tr("Password"));
    password_->setText(tr("Print it on the sheet"));
    password_->setAccessibleName(tr("Print the password on the sheet"));
    save_->setText(tr("Save as PDF"));
    afterwards_->setText(tr("Nothing stays on this computer but what you print or save."));
    preview_->setAccessibleName(tr("How the sheet will look"));
    fillApps();
    reload();
}

QWidget* SheetPage::firstFocus() {
    return wizard() ? wizard()->button(QWizard::CustomButton1) : nullptr;
}

QString SheetPage::mainButton() const {
    return tr("Print");
}

/// Apps that are still looked after first; by name.
void SheetPage::fillApps() {
    const QSignalBlocker quiet(app_);
    app_->clear();
    app_->addItem(tr("Any app"), QString());
    std::vector<const MailApp*> apps;
    for (const MailApp& app : session().mailApps())
        apps.push_back(&app);
    const QCollator byName;
    std::sort(apps.begin(), apps.end(), [&](const MailApp* a, const MailApp* b) {
        const bool aEnded = a->state == AppState::Ended;
        const bool bEnded = b->state == AppState::Ended;
        return aEnded != bEnded ? bEnded : byName.compare(session().text(a->names), session().text(b->names)) < 0;
    });
    for (const MailApp* app : apps) {
        const QString name = session().text(app->names);
        app_->addItem(app->state == AppState::Ended ? tr("%1 (no longer looked after)").arg(name) : name,
                      shown(app->id));
    }
    app_->setCurrentIndex(std::max(0, app_->findData(shown(session().sheetApp()))));
}

void SheetPage::reload() {
    pair_->setWidthWanted(preview_->minimumWidth() + fontMetrics().averageCharWidth() * ChoicesWide);
    const auto sheet = session().sheet();
    {
        const QSignalBlocker quiet(password_);
        password_->setChecked(session().passwordOnPaper() && session().passwordGiven());
    }
    const QSignalBlocker quiet(language_);
    language_->setCurrentIndex(language_->findData(static_cast<int>(session().sheetLanguage())));
    const bool box = sheet && !sheet->passwordLabel.empty();
    passwordTitle_->setVisible(box);
    password_->setVisible(box);
    passwordHint_->setVisible(box);
    password_->setEnabled(session().passwordGiven());
    passwordHint_->setText(
        !session().passwordGiven() ? tr("No password was entered. The sheet has an empty box to write it in.")
        : password_->isChecked()   ? tr("The password stands on the sheet. Keep it where nobody else sees it.")
                                   : tr("The sheet has an empty box to write it in. That is safer."));
    preview_->show(sheet, paperOptions());
    showPhone();
    save_->setEnabled(sheet.has_value());
    unproven_->setText(sheet && !sheet->works && (session().report() == nullptr || session().resultIsStale())
                           ? tr("These values have not been checked with the servers. The sheet says so.")
                           : QString());
    if (sheet)
        showWarnings(*sheet);
}

PaperOptions SheetPage::paperOptions() const {
    return {session().largePrint()};
}

/// What is typed on a small screen is read from a sheet that lies beside it.
void SheetPage::showPhone() {
    {
        const QSignalBlocker quiet(largePrint_);
        largePrint_->setChecked(session().largePrint());
    }
    const MailApp* app = findMailApp(session().mailApps(), session().sheetApp());
    const auto isOf = [&](const char* platform) {
        return app && std::find(app->platforms.begin(), app->platforms.end(), platform) != app->platforms.end();
    };
    const bool phone = isOf("ios") || isOf("android");
    phone_->setText(phone ? tr("On a phone: put the sheet beside it and type the values in its order. The words are "
                               "those on the phone's screen.")
                          : QString());
    phone_->setAction(phone && !session().largePrint() ? tr("In large print") : QString());
}

/// What this app cannot take is said here too, before anything is printed.
void SheetPage::showWarnings(const Sheet& sheet) {
    QStringList texts;
    bool blocks = false;
    for (const SheetAlert& alert : sheet.alerts) {
        texts << shown(alert.text);
        blocks = blocks || alert.blocks;
    }
    appWarning_->setTone(blocks ? Tone::Bad : Tone::Warn);
    appWarning_->setText(texts.join(QLatin1Char('\n')));
}

void SheetPage::onMainButton() {
    if (!session().sheet())
        return;
    QPrinter printer(QPrinter::HighResolution);
    printer.setPageSize(QPageSize(QPageSize::A4));
    printer.setFullPage(true);
    printer.setDocName(tr("Mail settings"));
    QPrintDialog dialog(&printer, this);
    dialog.setWindowTitle(tr("Print the sheet"));
    if (dialog.exec() == QDialog::Accepted)
        printOn(printer);
}

bool SheetPage::printOn(QPrinter& printer) {
    const auto sheet = session().sheet();
    QPainter painter;
    const bool begun = sheet && painter.begin(&printer);
    if (begun)
        paintSheet(painter, QRectF(printer.pageLayout().paintRectPixels(printer.resolution())), *sheet, paperOptions());
    const bool printed = begun && painter.end();
    tell(printed, printed ? tr("The sheet was sent to the printer.")
                          : tr("The printer did not take the sheet. Look whether it is on and has paper."));
    return printed;
}

void SheetPage::askWhereToSave() {
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString folder = QDir(documents).exists() ? documents : QDir::homePath();
    QFileDialog dialog(this, tr("Save the sheet"), folder, tr("PDF (*.pdf)"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(QStringLiteral("pdf")); // so that it asks before it replaces a file of that whole name
    dialog.selectFile(tr("mail-settings.pdf"));
    if (dialog.exec() == QDialog::Accepted)
        savePdf(dialog.selectedFiles().constFirst());
}

/// Whole or not at all; with a password on it, for nobody else to read.
bool SheetPage::savePdf(const QString& path) {
    const auto sheet = session().sheet();
    QSaveFile file(path);
    bool written = sheet && file.open(QIODevice::WriteOnly);
    if (written && sheet->password)
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    written = written && writePdf(*sheet, file, paperOptions()) && replaceWhole(file);
    tell(written,
         written ? tr("Saved as %1").arg(path) : tr("%1 could not be written: %2").arg(path, file.errorString()));
    return written;
}

/// Where one has just looked, or the page goes there: in large letters the choices are longer than the window.
void SheetPage::tell(bool good, const QString& outcome) {
    outcome_->setTone(good ? Tone::Good : Tone::Bad);
    outcome_->setText(outcome);
    bringIntoView(outcome_);
}

} // namespace yomikae::ui
