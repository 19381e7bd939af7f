#include "ui/widgets/notice.h"

#include "ui/widgets/symbol.h"
#include "ui/widgets/texts.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStyle>

namespace yomikae::ui {

namespace {

const char* wordOf(Tone tone) {
    switch (tone) {
    case Tone::Good: return "good";
    case Tone::Warn: return "warn";
    case Tone::Bad: return "bad";
    case Tone::Info: break;
    }
    return "info";
}

} // namespace

Ink inkOf(Tone tone) {
    switch (tone) {
    case Tone::Good: return &Colours::good;
    case Tone::Warn: return &Colours::warn;
    case Tone::Bad: return &Colours::bad;
    case Tone::Info: break;
    }
    return &Colours::accent;
}

QString symbolOf(Tone tone) {
    switch (tone) {
    case Tone::Good: return QStringLiteral("✓");
    case Tone::Warn: return QStringLiteral("!");
    case Tone::Bad: return QStringLiteral("✕");
    case Tone::Info: break;
    }
    return QStringLiteral("i");
}

QPushButton* linkButton(QWidget* parent) {
    auto* made = new QPushButton(parent);
    made->setProperty("link", true);
    made->setAutoDefault(false);
    made->setCursor(Qt::PointingHandCursor);
    return made;
}

Notice::Notice(Tone tone, QWidget* parent) : QFrame(parent), tone_(tone) {
    setProperty("notice", true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(10, 6, 10, 6);
    symbol_ = new Symbol(this);
    row->addWidget(symbol_, 0, Qt::AlignTop);
    text_ = new PlainText(this);
    row->addWidget(text_, 1, Qt::AlignTop);
    action_ = linkButton(this);
    action_->hide();
    connect(action_, &QPushButton::clicked, this, &Notice::actionTriggered);
    row->addWidget(action_, 0, Qt::AlignTop);
    setTone(tone);
    hide();
}

void Notice::setTone(Tone tone) {
    tone_ = tone;
    symbol_->show(symbolOf(tone), inkOf(tone));
    setProperty("tone", QString::fromLatin1(wordOf(tone)));
    style()->unpolish(this);
    style()->polish(this);
}

void Notice::setText(const QString& text) {
    const bool news = text != text_->text();
    text_->setText(text);
    setAccessibleName(text);
    setVisible(!text.isEmpty());
    if (!news || text.isEmpty() || !isVisible())
        return;
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

QString Notice::text() const {
    return text_->text();
}

void Notice::setAction(const QString& text) {
    action_->setText(text);
    action_->setVisible(!text.isEmpty());
    lineUp();
}

/// The button is higher than a line; the first line of the words stands in its middle.
void Notice::lineUp() {
    const int spare = action_->isHidden() ? 0 : (action_->sizeHint().height() - fontMetrics().height()) / 2;
    symbol_->setContentsMargins(0, spare, 0, 0);
    text_->setContentsMargins(0, spare, 0, 0);
}

void Notice::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        lineUp();
}

} // namespace yomikae::ui
