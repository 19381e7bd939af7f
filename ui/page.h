// What all six pages have in common: a heading that a screen reader finds, a body that scrolls when the letters are
// large, and texts that follow the language.
#pragma once

#include "ui/session.h"

#include <QWizardPage>

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace yomikae::ui {

enum PageId { StartPageId, CertificatePageId, TranslationPageId, CheckPageId, ResultPageId, SheetPageId, PageCount };

/// QWizard calls initializePage only on the way forward and cleanupPage on cancel for all visited pages; pages use
/// `enter` and `leave` instead, which come each time. Nothing is ever registered as a field.
class Page : public QWizardPage {
    Q_OBJECT

  public:
    explicit Page(Session& session, QWidget* parent = nullptr);

    /// The page is shown now, from whichever side.
    virtual void enter() {}
    virtual void leave() {}
    /// Texts in the language of the window; called once after construction and at each change.
    virtual void retranslate() = 0;
    /// What the main button does: 読み替える, 確かめる … "" = 次へ.
    virtual QString mainButton() const { return {}; }
    /// Where typing starts; null = the heading.
    virtual QWidget* firstFocus() { return nullptr; }
    /// The last page's main button (its name is `mainButton`); the other pages have Next.
    virtual void onMainButton() {}
    /// False where the page's own parts lead on (the doors of the first page).
    virtual bool hasNext() const { return true; }

    QLabel* heading() const { return heading_; }
    void setRailLine(QWidget* line); ///< the folded rail, above the heading
    void orderTabs();                ///< once the page stands in its window

    void initializePage() override {}
    void cleanupPage() override {}

  signals:
    void mainButtonChanged();
    void nextAsked();

  protected:
    Session& session() const { return session_; }
    QVBoxLayout* body() const { return body_; }
    void setHeading(const QString& text);
    /// Scrolls down or up to a part that has just appeared, once it has its place.
    void bringIntoView(QWidget* part);

  private:
    void followIntoView(QWidget* part, const QRect& before);

    Session& session_;
    QVBoxLayout* outer_;
    QLabel* heading_;
    QWidget* line_ = nullptr;
    QScrollArea* scroll_;
    QVBoxLayout* body_;
};

} // namespace yomikae::ui
