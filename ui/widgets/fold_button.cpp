#include "ui/widgets/fold_button.h"

#include "ui/appearance.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QEvent>
#include <QPainter>
#include <QPixmap>

#include <algorithm>

namespace yomikae::ui {

namespace {

constexpr int SmallestArrow = 14;

QIcon arrow(bool down, int side, qreal ratio) {
    QPixmap picture(QSize(side + side / 2, side) * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Appearance::current().accent);
    const qreal s = side;
    if (down)
        painter.drawPolygon(QPolygonF({{s * 0.06, s * 0.22}, {s * 0.94, s * 0.22}, {s * 0.5, s * 0.84}}));
    else
        painter.drawPolygon(QPolygonF({{s * 0.22, s * 0.06}, {s * 0.84, s * 0.5}, {s * 0.22, s * 0.94}}));
    return QIcon(picture);
}

/// Qt would call it a check box. It is a button that says whether it is open.
class SpokenFold : public QAccessibleWidget {
  public:
    explicit SpokenFold(FoldButton* button) : QAccessibleWidget(button, QAccessible::Button), button_(button) {}

    QString text(QAccessible::Text which) const override {
        const QString own = QAccessibleWidget::text(which);
        return which == QAccessible::Name && own.isEmpty() ? button_->text() : own;
    }

    QAccessible::State state() const override {
        QAccessible::State now = QAccessibleWidget::state();
        now.expandable = true;
        now.expanded = button_->isChecked();
        now.collapsed = !button_->isChecked();
        return now;
    }

    QStringList actionNames() const override { return QAccessibleWidget::actionNames() << pressAction(); }

    void doAction(const QString& action) override {
        if (action == pressAction())
            button_->click();
        else
            QAccessibleWidget::doAction(action);
    }

  private:
    FoldButton* button_;
};

QAccessibleInterface* speaking(const QString&, QObject* object) {
    auto* button = qobject_cast<FoldButton*>(object);
    return button ? new SpokenFold(button) : nullptr;
}

} // namespace

FoldButton::FoldButton(QWidget* parent) : QToolButton(parent) {
    static const bool spoken = (QAccessible::installFactory(speaking), true);
    Q_UNUSED(spoken)
    setProperty("fold", true);
    setCheckable(true);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setFocusPolicy(Qt::StrongFocus);
    connect(this, &QToolButton::toggled, this, [this] {
        drawArrow();
        QAccessible::State changed;
        changed.expanded = true;
        QAccessibleStateChangeEvent event(this, changed);
        QAccessible::updateAccessibility(&event);
    });
    drawArrow();
}

void FoldButton::drawArrow() {
    const int side = std::max(SmallestArrow, fontMetrics().ascent());
    setIconSize({side + side / 2, side}); // the half is the gap before the words
    setIcon(arrow(isChecked(), side, devicePixelRatioF()));
}

void FoldButton::changeEvent(QEvent* event) {
    QToolButton::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        drawArrow();
}

} // namespace yomikae::ui
