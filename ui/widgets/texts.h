// Labels that show text and nothing but text: whatever a server or a file says, no markup in it comes to life.
#pragma once

#include "ui/appearance.h"

#include <QLabel>

namespace yomikae::ui {

/// Plain text, wrapped, selectable by mouse where `selectable`.
class PlainText : public QLabel {
    Q_OBJECT

  public:
    explicit PlainText(QWidget* parent = nullptr);
    explicit PlainText(const QString& text, QWidget* parent = nullptr);
    /// All follow the theme and the size that the person chooses.
    void setInk(Ink ink);
    void setLetters(qreal size, bool bold); ///< `size`: times that of the text
    void setStruck(bool struck);
    void setQuiet(bool quiet) { setInk(quiet ? &Colours::quiet : &Colours::ink); } ///< for what only explains
    void setSelectable(bool selectable);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void dress();

    Ink ink_ = &Colours::ink;
    qreal size_ = 1;
    bool bold_ = false;
    bool struck_ = false;
};

/// The page's heading: large, and able to take the focus so that a screen reader begins there.
class Heading : public PlainText {
    Q_OBJECT

  public:
    explicit Heading(QWidget* parent = nullptr);
};

/// A smaller heading inside a page.
class SubHeading : public PlainText {
    Q_OBJECT

  public:
    explicit SubHeading(QWidget* parent = nullptr);
    explicit SubHeading(const QString& text, QWidget* parent = nullptr);
};

} // namespace yomikae::ui
