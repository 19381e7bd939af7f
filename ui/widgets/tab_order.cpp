#include "ui/widgets/tab_order.h"

#include <QLayout>
#include <QWidget>

namespace yomikae::ui {

namespace {

/// The last one that takes Tab so far.
QWidget* chain(QWidget* last, const QLayout* layout) {
    for (int i = 0; layout && i < layout->count(); ++i) {
        QLayoutItem* item = layout->itemAt(i);
        QWidget* widget = item->widget();
        if (widget && (widget->focusPolicy() & Qt::TabFocus)) {
            if (last)
                QWidget::setTabOrder(last, widget);
            last = widget;
        }
        last = chain(last, widget ? widget->layout() : item->layout());
    }
    return last;
}

} // namespace

QWidget* tabAsLaidOut(QWidget* before, QLayout* layout) {
    return chain(before, layout);
}

} // namespace yomikae::ui
