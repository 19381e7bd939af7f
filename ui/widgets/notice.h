// A short message within a page: a symbol, a sentence, and at most two things that can be done about it.
#pragma once

#include "ui/appearance.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace yomikae::ui {

class Symbol;

enum class Tone { Info, Good, Warn, Bad };

/// The symbol of a tone: i, ✓, !, ✕. Never the colour alone.
QString symbolOf(Tone tone);
Ink inkOf(Tone tone);

class Notice : public QFrame {
    Q_OBJECT

  public:
    explicit Notice(Tone tone = Tone::Info, QWidget* parent = nullptr);

    /// Plain text. "" hides the notice. A change is told to screen readers.
    void setText(const QString& text);
    QString text() const;
    void setTone(Tone tone);
    Tone tone() const { return tone_; }
    /// A link-like button behind the sentence; "" hides it.
    void setAction(const QString& text);
    QPushButton* action() const { return action_; }

  signals:
    void actionTriggered();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void lineUp(); ///< words and symbol with the button beside them
    Tone tone_;
    Symbol* symbol_;
    QLabel* text_;
    QPushButton* action_;
};

/// A button that looks like a link and works like a button.
QPushButton* linkButton(QWidget* parent);

} // namespace yomikae::ui
