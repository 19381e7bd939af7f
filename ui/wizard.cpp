#include "ui/wizard.h"

#include "ui/appearance.h"
#include "ui/pages/certificate_page.h"
#include "ui/pages/check_page.h"
#include "ui/pages/result_page.h"
#include "ui/pages/sheet_page.h"
#include "ui/pages/start_page.h"
#include "ui/pages/translation_page.h"
#include "ui/widgets/step_rail.h"

#include <QAbstractButton>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QResizeEvent>
#include <QShortcut>

namespace yomikae::ui {

namespace {

constexpr int RoomForRail = 900; ///< at 100 %; below, the rail is one line above the page

} // namespace

Wizard::Wizard(Session& session, Appearance& appearance, QWidget* parent)
    : QWizard(parent), session_(session), appearance_(appearance) {
    setWizardStyle(QWizard::ModernStyle);
    setOption(QWizard::NoBackButtonOnStartPage);
    setMinimumSize(760, 560);
    resize(960, 680);
    session_.setLanguage(appearance_.language());
    rail_ = new StepRail(StepRail::Shape::Column, appearance_, this);
    setSideWidget(rail_);
    addPages();
    connect(rail_, &StepRail::languageAsked, &session_, &Session::setLanguage);
    connect(&session_, &Session::languageChanged, this, [this] {
        appearance_.setLanguage(session_.language());
        retranslate();
    });
    connect(&appearance_, &Appearance::changed, this, &Wizard::foldRail);
    connect(this, &QWizard::currentIdChanged, this, &Wizard::showPage);
    for (QKeySequence::StandardKey key : {QKeySequence::ZoomIn, QKeySequence::ZoomOut})
        connect(new QShortcut(key, this), &QShortcut::activated, &appearance_,
                key == QKeySequence::ZoomIn ? &Appearance::larger : &Appearance::smaller);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_0), this), &QShortcut::activated, &appearance_,
            [this] { appearance_.setTextPercent(100); });
    connect(this, &QWizard::customButtonClicked, this, [this](int which) {
        if (which == QWizard::CustomButton2)
            eraseEverything();
        else
            pages_[SheetPageId]->onMainButton();
    });
    retranslate();
}

void Wizard::addPages() {
    pages_ = {new StartPage(session_), new CertificatePage(session_), new TranslationPage(session_),
              new CheckPage(session_), new ResultPage(session_),      new SheetPage(session_)};
    for (int id = 0; id < PageCount; ++id) {
        Page* page = pages_[static_cast<std::size_t>(id)];
        auto* line = new StepRail(StepRail::Shape::Line, appearance_);
        line->setCurrent(id);
        connect(line, &StepRail::languageAsked, &session_, &Session::setLanguage);
        lines_[static_cast<std::size_t>(id)] = line;
        page->setRailLine(line);
        connect(page, &Page::mainButtonChanged, this, &Wizard::nameMainButton);
        connect(page, &Page::nextAsked, this, &QWizard::next);
        setPage(id, page);
        page->orderTabs();
    }
    setStartId(StartPageId);
}

void Wizard::retranslate() {
    setWindowTitle(tr("Yomikae"));
    const QStringList steps{tr("Start"), tr("Certificate"), tr("Translation"), tr("Check"), tr("Result"), tr("Sheet")};
    rail_->setSteps(steps);
    rail_->retranslate();
    for (StepRail* line : lines_) {
        line->setSteps(steps);
        line->retranslate();
    }
    setButtonText(QWizard::BackButton, tr("Back"));
    setButtonText(QWizard::CancelButton, tr("Quit"));
    setButtonText(QWizard::FinishButton, tr("Close"));
    setButtonText(QWizard::CustomButton2, tr("Erase everything"));
    for (Page* page : pages_)
        page->retranslate();
    nameMainButton();
}

void Wizard::nameMainButton() {
    const auto* page = static_cast<const Page*>(currentPage());
    if (page == nullptr)
        return;
    const QString name = page->mainButton();
    setButtonText(QWizard::NextButton, name.isEmpty() ? tr("Next") : name);
    setButtonText(QWizard::CustomButton1, name);
}

/// The first page leads on by its doors; the last one has its own main button, and closing asks nothing.
void Wizard::layButtons() {
    const auto* page = static_cast<const Page*>(currentPage());
    QList<QWizard::WizardButton> buttons{QWizard::Stretch, QWizard::BackButton};
    if (currentId() >= ResultPageId)
        buttons.prepend(QWizard::CustomButton2);
    if (page->nextId() < 0)
        buttons << QWizard::CustomButton1 << QWizard::FinishButton;
    else if (page->hasNext())
        buttons << QWizard::NextButton << QWizard::CancelButton;
    else
        buttons << QWizard::CancelButton;
    setButtonLayout(buttons);
    button(QWizard::CustomButton1)->setProperty("main", true);
}

void Wizard::showPage(int id) {
    if (shownPage_ >= 0)
        pages_[static_cast<std::size_t>(shownPage_)]->leave();
    shownPage_ = id;
    if (id < 0)
        return;
    Page* page = pages_[static_cast<std::size_t>(id)];
    rail_->setCurrent(id);
    page->enter();
    layButtons();
    nameMainButton();
    foldRail();
    QWidget* first = page->firstFocus();
    (first ? first : page->heading())->setFocus(Qt::OtherFocusReason);
}

void Wizard::foldRail() {
    const bool narrow = width() * 100 < RoomForRail * appearance_.textPercent();
    rail_->setVisible(!narrow);
    for (StepRail* line : lines_)
        line->setVisible(narrow);
}

void Wizard::resizeEvent(QResizeEvent* event) {
    QWizard::resizeEvent(event);
    foldRail();
}

bool Wizard::wouldLoseSomething() const {
    return currentId() > StartPageId && !session_.typed().empty();
}

/// False where the person rather stays. No is the default, and what Esc means.
bool Wizard::agreesTo(const QString& question, const QString& yes) {
    if (!asksBeforeLeaving_)
        return true;
    QMessageBox box(QMessageBox::Question, tr("Yomikae"), question, QMessageBox::NoButton, this);
    auto* stay = box.addButton(tr("Go on here"), QMessageBox::RejectRole);
    auto* agree = box.addButton(yes, QMessageBox::AcceptRole);
    box.setDefaultButton(stay);
    box.setEscapeButton(stay);
    box.exec();
    return box.clickedButton() == agree;
}

void Wizard::eraseEverything() {
    if (!agreesTo(tr("Erase everything that was typed, the password too, and begin anew?"), tr("Erase")))
        return;
    session_.eraseEverything();
    restart();
}

void Wizard::reject() {
    if (session_.checking())
        session_.cancelCheck();
    if (!wouldLoseSomething() || agreesTo(tr("Quit now? What you typed is not kept."), tr("Quit")))
        QWizard::reject();
}

} // namespace yomikae::ui
