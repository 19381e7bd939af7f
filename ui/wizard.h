// The frame: six pages, the rail at the side, the buttons.
#pragma once

#include "ui/page.h"

#include <QWizard>

#include <array>

namespace yomikae::ui {

class Appearance;
class StepRail;

class Wizard : public QWizard {
    Q_OBJECT

  public:
    Wizard(Session& session, Appearance& appearance, QWidget* parent = nullptr);

    Page* pageAt(PageId id) const { return pages_[id]; }
    /// Esc and the cancel button: asks first where something would be lost.
    void reject() override;
    /// Wanted for tests: no question is asked.
    void setAsksBeforeLeaving(bool asks) { asksBeforeLeaving_ = asks; }

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    void addPages();
    void showPage(int id);
    void retranslate();
    void nameMainButton();
    void layButtons();
    void foldRail();
    bool wouldLoseSomething() const;
    bool agreesTo(const QString& question, const QString& yes);
    void eraseEverything();

    Session& session_;
    Appearance& appearance_;
    std::array<Page*, PageCount> pages_{};
    std::array<StepRail*, PageCount> lines_{};
    StepRail* rail_ = nullptr;
    int shownPage_ = -1;
    bool asksBeforeLeaving_ = true;
};

} // namespace yomikae::ui
