#include "ui/widgets/step_list.h"

#include "ui/widgets/notice.h"
#include "ui/widgets/texts.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QMouseEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace yomikae::ui {

namespace {

constexpr int Target = 32; ///< what a finger or an unsteady hand can hit

} // namespace

StepList::StepList(Session& session, QWidget* parent) : QWidget(parent), session_(session) {
    column_ = new QVBoxLayout(this);
    column_->setContentsMargins(0, 0, 0, 0);
}

void StepList::reload() {
    delete rows_;
    boxes_.clear();
    rows_ = new QWidget(this);
    auto* rows = new QVBoxLayout(rows_);
    rows->setContentsMargins(0, 0, 0, 0);
    if (const Translation* translation = session_.translation())
        for (const TranslatedStep& step : translation->steps)
            rows->addWidget(row(step));
    column_->addWidget(rows_);
}

/// A check box does not wrap its text, so the words stand beside it.
QWidget* StepList::row(const TranslatedStep& step) {
    auto* made = new QWidget(rows_);
    made->installEventFilter(this);
    auto* line = new QHBoxLayout(made);
    line->setContentsMargins(0, 2, 0, 2);
    auto* box = new QCheckBox(made);
    box->setMinimumSize(Target, Target); // no words of its own make it larger
    box->setAccessibleName(session_.text(step.text));
    box->setAccessibleDescription(session_.text(step.where));
    box->setChecked(session_.stepDone(step.id));
    connect(box, &QCheckBox::toggled, this, [this, id = step.id](bool done) { session_.setStepDone(id, done); });
    boxes_.push_back(box);
    line->addWidget(box, 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(new PlainText(session_.text(step.text), made));
    const auto quietly = [&](const QString& text) {
        auto* label = new PlainText(text, made);
        label->setQuiet(true);
        words->addWidget(label);
    };
    if (const QString where = session_.text(step.where); !where.isEmpty())
        quietly(tr("Where: %1").arg(where));
    if (const QString why = session_.text(step.why); !why.isEmpty())
        quietly(why);
    if (!step.url.empty()) {
        auto* link = linkButton(made);
        link->setText(shown(step.url));
        link->setAccessibleName(tr("Open the page %1").arg(shown(step.url)));
        connect(link, &QPushButton::clicked, this, [this, url = shown(step.url)] { emit linkAsked(url); });
        words->addWidget(link, 0, Qt::AlignLeft);
    }
    line->addLayout(words, 1);
    return made;
}

/// The words belong to the box.
bool StepList::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::MouseButtonRelease && static_cast<QMouseEvent*>(event)->button() == Qt::LeftButton)
        watched->findChild<QCheckBox*>()->click();
    return QWidget::eventFilter(watched, event);
}

} // namespace yomikae::ui
