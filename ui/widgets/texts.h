// Labels that show text and nothing but text: whatever a server or a file says, no markup in it comes to life.
#pragma once

#include <QLabel>

namespace yomikae::ui {

/// Plain text, wrapped, selectable by mouse where `selectable`.
class PlainText : public QLabel {
    Q_OBJECT

  public:
    explicit PlainText(QWidget* parent = nullptr);
    explicit PlainText(const QString& text, QWidget* parent = nullptr);
    void setQuiet(bool quiet); ///< for what only explains
    void setSelectable(bool selectable);
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
