// The frame: six pages, the rail at the side, the buttons.
#pragma once

#include "ui/page.h"

#include <QWizard>

#include <QStringList>

#include <array>

namespace yomikae::ui {

class Appearance;
class StepRail;

class Wizard : public QWizard {
    Q_OBJECT

  public:
    Wizard(Session& session, Appearance& appearance, QWidget* parent = nullptr);

    Page* pageAt(PageId id);
    /// As QWizard's, with the pages that are still to be made.
    void next();
    /// Esc and the cancel button: asks first where something would be lost.
    void reject() override;
    /// Wanted for tests: no question is asked.
    void setAsksBeforeLeaving(bool asks) { asksBeforeLeaving_ = asks; }

  protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    void makePage(PageId id);
    void makeNextPage();
    void makePages();
    void showPage(int id);
    static QStringList stepNames();
    void retranslate();
    void nameMainButton();
    void layButtons();
    void foldRail();
    bool wouldLoseSomething() const;
    bool agreesTo(const QString& question, const QString& yes);
    void eraseEverything();

    Session& session_;
    Appearance& appearance_;
    std::array<Page*, PageCount> pages_{}; ///< only the first is there when the window opens
    std::array<StepRail*, PageCount> lines_{};
    StepRail* rail_ = nullptr;
    int shownPage_ = -1;
    bool painted_ = false;
    bool asksBeforeLeaving_ = true;
};

} // namespace yomikae::ui
