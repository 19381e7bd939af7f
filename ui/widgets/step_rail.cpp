#include "ui/widgets/step_rail.h"

#include "ui/widgets/symbol.h"
#include "ui/widgets/texts.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace yomikae::ui {

namespace {

QToolButton* button(QWidget* parent) {
    auto* made = new QToolButton(parent);
    made->setFocusPolicy(Qt::TabFocus);
    return made;
}

} // namespace

StepRail::StepRail(Shape shape, Appearance& appearance, QWidget* parent)
    : QWidget(parent), shape_(shape), appearance_(appearance) {
    QBoxLayout* layout = nullptr;
    if (shape_ == Shape::Column)
        layout = new QVBoxLayout(this);
    else
        layout = new QHBoxLayout(this);
    layout->setContentsMargins(shape_ == Shape::Column ? QMargins(12, 16, 12, 12) : QMargins());
    layout->setSpacing(6);
    addSteps();
    layout->addStretch(1);
    addFoot();
}

void StepRail::addSteps() {
    const int steps = shape_ == Shape::Column ? 6 : 1;
    auto* outer = static_cast<QBoxLayout*>(layout());
    for (int i = 0; i < steps; ++i) {
        auto* row = new QHBoxLayout;
        row->setSpacing(6);
        if (shape_ == Shape::Column) {
            marks_.push_back(new Symbol(this));
            row->addWidget(marks_.back(), 0, Qt::AlignTop);
        }
        labels_.push_back(new PlainText(this));
        row->addWidget(labels_.back(), 1);
        outer->addLayout(row);
    }
}

void StepRail::addFoot() {
    textSize_ = new PlainText(this);
    textSize_->setQuiet(true);
    smaller_ = button(this);
    larger_ = button(this);
    theme_ = button(this);
    language_ = button(this);
    connect(smaller_, &QToolButton::clicked, &appearance_, &Appearance::smaller);
    connect(larger_, &QToolButton::clicked, &appearance_, &Appearance::larger);
    const auto showBounds = [this] {
        smaller_->setEnabled(appearance_.textPercent() > Appearance::SmallestText);
        larger_->setEnabled(appearance_.textPercent() < Appearance::LargestText);
    };
    connect(&appearance_, &Appearance::changed, this, showBounds);
    showBounds();
    connect(theme_, &QToolButton::clicked, this,
            [this] { appearance_.setTheme(appearance_.dark() ? Theme::Light : Theme::Dark); });
    connect(language_, &QToolButton::clicked, this, [this] {
        emit languageAsked(appearance_.language() == Language::Japanese ? Language::English : Language::Japanese);
    });
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(smaller_);
    row->addWidget(larger_);
    row->addWidget(theme_);
    if (shape_ == Shape::Line) {
        row->addWidget(language_);
        textSize_->hide();
        static_cast<QBoxLayout*>(layout())->addLayout(row);
        return;
    }
    row->addStretch(1);
    auto* column = static_cast<QBoxLayout*>(layout());
    column->addWidget(textSize_);
    column->addLayout(row);
    column->addWidget(language_);
}

void StepRail::setSteps(const QStringList& steps) {
    steps_ = steps;
    showSteps();
}

/// QWizard lays what stands beside its pages on a part of its own that is as white as they are.
bool StepRail::event(QEvent* event) {
    if (event->type() == QEvent::Show && shape_ == Shape::Column && parentWidget())
        parentWidget()->setAutoFillBackground(false);
    return QWidget::event(event);
}

/// Wide enough for the longest step, and the same on every page.
QSize StepRail::minimumSizeHint() const {
    const QSize least = QWidget::minimumSizeHint();
    return shape_ == Shape::Column ? least.expandedTo({fontMetrics().height() * 9, 0}) : least;
}

void StepRail::setCurrent(int step) {
    current_ = step;
    showSteps();
}

void StepRail::showSteps() {
    if (steps_.isEmpty())
        return;
    if (shape_ == Shape::Line)
        labels_.front()->setText(
            QStringLiteral("%1 / %2  %3")
                .arg(QString::number(current_ + 1), QString::number(steps_.size()), steps_.value(current_)));
    else
        for (int i = 0; i < static_cast<int>(labels_.size()); ++i)
            showStep(i);
}

void StepRail::showStep(int step) {
    PlainText* label = labels_[static_cast<std::size_t>(step)];
    const QString words = steps_.value(step);
    marks_[static_cast<std::size_t>(step)]->show(step < current_    ? QStringLiteral("✓")
                                                 : step == current_ ? QStringLiteral("▶")
                                                                    : QStringLiteral("○"),
                                                 step == current_ ? &Colours::ink : &Colours::quiet, step == current_);
    label->setText(words);
    label->setAccessibleName(step < current_    ? tr("%1: done").arg(words)
                             : step == current_ ? tr("%1: you are here").arg(words)
                                                : tr("%1: to come").arg(words));
    label->setQuiet(step != current_);
    label->setLetters(1, step == current_);
}

void StepRail::retranslate() {
    textSize_->setText(tr("Text size and colours"));
    smaller_->setText(QStringLiteral("A−"));
    smaller_->setAccessibleName(tr("Smaller letters"));
    smaller_->setToolTip(tr("Smaller letters (Ctrl −)"));
    larger_->setText(QStringLiteral("A+"));
    larger_->setAccessibleName(tr("Larger letters"));
    larger_->setToolTip(tr("Larger letters (Ctrl +)"));
    theme_->setText(QStringLiteral("◐"));
    theme_->setAccessibleName(tr("Light or dark colours"));
    theme_->setToolTip(theme_->accessibleName());
    const bool japanese = appearance_.language() == Language::Japanese;
    language_->setText(japanese ? QStringLiteral("English") : QStringLiteral("日本語"));
    language_->setAccessibleName(japanese ? QStringLiteral("Show in English") : QStringLiteral("日本語で表示"));
    showSteps();
}

} // namespace yomikae::ui
