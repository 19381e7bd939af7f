#include "ui/widgets/choice_card.h"

#include "ui/appearance.h"
#include "ui/widgets/texts.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace yomikae::ui {

ChoiceCard::ChoiceCard(Picture picture, QWidget* parent) : QAbstractButton(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 12, 16, 12);
    row->setSpacing(16);
    row->addWidget(new Drawing(picture, this), 0, Qt::AlignVCenter);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(4);
    heading_ = new SubHeading(this);
    sentence_ = new PlainText(this);
    sentence_->setQuiet(true);
    texts->addStretch(1);
    texts->addWidget(heading_);
    texts->addWidget(sentence_);
    texts->addStretch(1);
    row->addLayout(texts, 1);
    for (QWidget* label : {heading_, sentence_})
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChoiceCard::setTexts(const QString& heading, const QString& sentence) {
    setText(heading);
    setAccessibleName(heading);
    setAccessibleDescription(sentence);
    heading_->setText(heading);
    sentence_->setText(sentence);
    updateGeometry();
}

QSize ChoiceCard::sizeHint() const {
    return layout()->sizeHint();
}

int ChoiceCard::heightForWidth(int width) const {
    return layout()->heightForWidth(width);
}

void ChoiceCard::paintEvent(QPaintEvent*) {
    const Colours& c = Appearance::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal width = hasFocus() ? 3 : 1.5;
    painter.setPen(QPen(hasFocus() ? c.accent : c.edge, width));
    painter.setBrush(isDown() || underMouse() ? c.tint : c.paper);
    painter.drawRoundedRect(QRectF(rect()).adjusted(2, 2, -2, -2), 10, 10);
}

void ChoiceCard::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter: click(); return;
    case Qt::Key_Down: focusNextChild(); return;
    case Qt::Key_Up: focusPreviousChild(); return;
    default: QAbstractButton::keyPressEvent(event);
    }
}

} // namespace yomikae::ui
