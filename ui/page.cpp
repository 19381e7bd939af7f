#include "ui/page.h"

#include "ui/widgets/field_row.h"
#include "ui/widgets/tab_order.h"
#include "ui/widgets/texts.h"

#include <QApplication>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

namespace yomikae::ui {

Page::Page(Session& session, QWidget* parent) : QWizardPage(parent), session_(session) {
    outer_ = new QVBoxLayout(this);
    outer_->setContentsMargins(12, 8, 4, 0);
    heading_ = new Heading(this);
    outer_->addWidget(heading_);
    scroll_ = new QScrollArea(this);
    scroll_->setWidgetResizable(true);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll_->setFocusPolicy(Qt::NoFocus);
    auto* content = new QWidget(scroll_);
    body_ = new QVBoxLayout(content);
    body_->setContentsMargins(0, 0, 8, 8);
    body_->setSpacing(12);
    scroll_->setWidget(content);
    content->setAutoFillBackground(false); // the page shows through
    scroll_->viewport()->setAutoFillBackground(false);
    // Qt's scroll area follows the focus only while it moves within; it also comes in from the heading and the buttons
    connect(qApp, &QApplication::focusChanged, this, [this, content](QWidget*, QWidget* now) {
        if (!now || !content->isAncestorOf(now))
            return;
        scroll_->ensureWidgetVisible(now, 0, 16);
        for (QWidget* part = now->parentWidget(); part != content; part = part->parentWidget())
            if (qobject_cast<FieldRow*>(part))
                return bringIntoView(part); // its label and what there is to say about it, which may only appear now
    });
    outer_->addWidget(scroll_, 1);
}

void Page::setHeading(const QString& text) {
    heading_->setText(text);
    setAccessibleName(text);
}

void Page::bringIntoView(QWidget* part) {
    QTimer::singleShot(0, part, [this, part] { followIntoView(part, {}); });
}

/// Wrapped words settle in more than one round of layout; so it is followed until it stays where it is.
void Page::followIntoView(QWidget* part, const QRect& before) {
    if (!part->isVisible())
        return;
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest); // what appeared with it has its place too
    const QRect place(part->mapTo(scroll_->widget(), QPoint()), part->size());
    if (place == before)
        return;
    QScrollBar* bar = scroll_->verticalScrollBar();
    const int page = scroll_->viewport()->height();
    if (place.top() < bar->value() || place.bottom() >= bar->value() + page)
        bar->setValue(place.height() > page ? place.top() : place.bottom() + 1 - page);
    if (QWidget* focus = QApplication::focusWidget(); focus && part->isAncestorOf(focus))
        scroll_->ensureWidgetVisible(focus, 0, 8);
    QTimer::singleShot(0, part, [this, part, place] { followIntoView(part, place); });
}

void Page::setRailLine(QWidget* line) {
    outer_->insertWidget(0, line);
    line_ = line;
}

void Page::orderTabs() {
    QWidget::setTabOrder(tabAsLaidOut(nullptr, line_->layout()), heading_); // the rail was made last, and is read first
    tabAsLaidOut(heading_, body_);
}

} // namespace yomikae::ui
