#include "ui/widgets/half_card.h"

#include "sheet/endpoint_choice.h"
#include "ui/widgets/texts.h"

#include <QAccessible>

namespace yomikae::ui {

namespace {

Ink inkOf(HalfState state) {
    switch (state) {
    case HalfState::Proven:
    case HalfState::Open: return &Colours::good;
    case HalfState::Asks: return &Colours::warn;
    case HalfState::Unproven: return &Colours::bad;
    default: return &Colours::ink;
    }
}

} // namespace

HalfCard::HalfCard(bool incoming, QWidget* parent) : Card(parent), incoming_(incoming) {
    title_ = new PlainText(this);
    title_->setQuiet(true);
    state_ = new SubHeading(this);
    where_ = new PlainText(this);
    where_->setQuiet(true);
    for (QLabel* label : {title_, state_, where_})
        column()->addWidget(label);
    column()->addStretch(1); // the other half may be higher
}

QString HalfCard::words() const {
    return state_->text();
}

void HalfCard::show(const Half& half) {
    if (half == half_ && !state_->text().isEmpty())
        return;
    half_ = half;
    retranslate();
    state_->setInk(inkOf(half.state));
    QAccessibleEvent event(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&event);
}

void HalfCard::retranslate() {
    title_->setText(incoming_ ? tr("Receiving") : tr("Sending"));
    switch (half_.state) {
    case HalfState::NotPlanned: state_->setText(tr("– no server is known")); break;
    case HalfState::Waiting: state_->setText(tr("○ waiting")); break;
    case HalfState::Connecting: state_->setText(tr("… connecting")); break;
    case HalfState::LoggingIn: state_->setText(tr("… logging in")); break;
    case HalfState::AskingSender: state_->setText(tr("… checking the sender")); break;
    case HalfState::Asks: state_->setText(tr("? your answer is needed")); break;
    case HalfState::Open: state_->setText(tr("✓ open (no password tried)")); break;
    case HalfState::Proven: state_->setText(tr("✓ proven")); break;
    case HalfState::Unproven: state_->setText(tr("✕ not proven")); break;
    }
    const Endpoint& at = half_.endpoint;
    where_->setText(
        at.host.empty()
            ? QString()
            : tr("%1, port %2, %3").arg(shown(at.host), QString::number(at.port), shown(protocolLabel(at.protocol))));
    where_->setVisible(!at.host.empty());
    setAccessibleName(title_->text() + QStringLiteral(": ") + state_->text());
}

} // namespace yomikae::ui
