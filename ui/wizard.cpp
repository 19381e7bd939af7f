#include "ui/wizard.h"

#include "ui/appearance.h"
#include "ui/pages/certificate_page.h"
#include "ui/pages/check_page.h"
#include "ui/pages/result_page.h"
#include "ui/pages/sheet_page.h"
#include "ui/pages/start_page.h"
#include "ui/pages/translation_page.h"
#include "ui/widgets/drawing.h"
#include "ui/widgets/step_rail.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QResizeEvent>
#include <QShortcut>
#include <QTimer>

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
    makePage(StartPageId);
    setStartId(StartPageId);
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

// --- pages: the first at once, the others after the window was painted, or when they are asked for

void Wizard::makePage(PageId id) {
    if (pages_[id] != nullptr)
        return;
    switch (id) {
    case StartPageId: pages_[id] = new StartPage(session_); break;
    case CertificatePageId: pages_[id] = new CertificatePage(session_); break;
    case TranslationPageId: pages_[id] = new TranslationPage(session_); break;
    case CheckPageId: pages_[id] = new CheckPage(session_); break;
    case ResultPageId: pages_[id] = new ResultPage(session_); break;
    case SheetPageId: pages_[id] = new SheetPage(session_); break;
    case PageCount: return;
    }
    Page* page = pages_[id];
    auto* line = new StepRail(StepRail::Shape::Line, appearance_);
    line->setCurrent(id);
    line->setSteps(stepNames());
    line->retranslate();
    line->hide();
    connect(line, &StepRail::languageAsked, &session_, &Session::setLanguage);
    lines_[id] = line;
    page->setRailLine(line);
    connect(page, &Page::mainButtonChanged, this, &Wizard::nameMainButton);
    connect(page, &Page::nextAsked, this, &Wizard::next);
    setPage(id, page);
    page->orderTabs();
    page->retranslate();
}

/// One at each turn of the event loop, so that the window answers in between.
void Wizard::makeNextPage() {
    for (int id = 0; id < PageCount; ++id)
        if (pages_[static_cast<std::size_t>(id)] == nullptr) {
            makePage(static_cast<PageId>(id));
            foldRail();
            QTimer::singleShot(0, this, &Wizard::makeNextPage);
            return;
        }
}

void Wizard::makePages() {
    for (int id = 0; id < PageCount; ++id)
        makePage(static_cast<PageId>(id));
    foldRail();
}

Page* Wizard::pageAt(PageId id) {
    makePages();
    return pages_[id];
}

void Wizard::next() {
    makePages();
    QWizard::next();
}

/// What is not seen at once waits for the first picture, which the page is part of.
void Wizard::paintEvent(QPaintEvent* event) {
    QWizard::paintEvent(event);
    if (painted_)
        return;
    painted_ = true;
    QTimer::singleShot(0, this, [this] {
        QApplication::setWindowIcon(appIcon());
        makeNextPage();
    });
    QTimer::singleShot(0, &session_, &Session::loadKnowledge);
}

QStringList Wizard::stepNames() {
    return {tr("Start"), tr("Certificate"), tr("Translation"), tr("Check"), tr("Result"), tr("Sheet")};
}

void Wizard::retranslate() {
    setWindowTitle(tr("Yomikae"));
    rail_->setSteps(stepNames());
    rail_->retranslate();
    setButtonText(QWizard::BackButton, tr("Back"));
    setButtonText(QWizard::CancelButton, tr("Quit"));
    setButtonText(QWizard::FinishButton, tr("Close"));
    setButtonText(QWizard::CustomButton2, tr("Erase everything"));
    for (std::size_t id = 0; id < PageCount; ++id)
        if (pages_[id]) {
            lines_[id]->setSteps(stepNames());
            lines_[id]->retranslate();
            pages_[id]->retranslate();
        }
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
    if (currentId() >= CertificatePageId)
        buttons.prepend(QWizard::CustomButton2);
    if (currentId() == SheetPageId)
        buttons << QWizard::CustomButton1 << QWizard::FinishButton;
    else if (page->hasNext())
        buttons << QWizard::NextButton << QWizard::CancelButton;
    else
        buttons << QWizard::CancelButton;
    setButtonLayout(buttons);
    button(QWizard::CustomButton1)->setProperty("main", true);
    // QWizard would give Enter to the button that closes
    setOption(QWizard::NoDefaultButton, currentId() == SheetPageId);
    if (currentId() == SheetPageId)
        static_cast<QPushButton*>(button(QWizard::CustomButton1))->setDefault(true);
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
        if (line)
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
    if (wouldLoseSomething() && !agreesTo(tr("Quit now? What you typed is not kept."), tr("Quit")))
        return;
    if (session_.checking())
        session_.cancelCheck();
    QWizard::reject();
}

} // namespace yomikae::ui
