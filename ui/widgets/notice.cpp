#include "ui/widgets/notice.h"

#include "ui/widgets/texts.h"

#include <QAccessible>
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
    symbol_ = new QLabel(this);
    symbol_->setObjectName(QStringLiteral("symbol"));
    symbol_->setTextFormat(Qt::PlainText);
    row->addWidget(symbol_, 0, Qt::AlignTop);
    text_ = new PlainText(this);
    row->addWidget(text_, 1);
    action_ = linkButton(this);
    action_->hide();
    connect(action_, &QPushButton::clicked, this, &Notice::actionTriggered);
    row->addWidget(action_, 0, Qt::AlignTop);
    setTone(tone);
    hide();
}

void Notice::setTone(Tone tone) {
    tone_ = tone;
    symbol_->setText(symbolOf(tone));
    setProperty("tone", QString::fromLatin1(wordOf(tone)));
    symbol_->setProperty("tone", property("tone"));
    style()->unpolish(this);
    style()->polish(this);
    style()->unpolish(symbol_);
    style()->polish(symbol_);
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
}

} // namespace yomikae::ui
