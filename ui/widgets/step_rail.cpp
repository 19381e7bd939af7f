#include "ui/widgets/step_rail.h"

#include "ui/widgets/texts.h"

#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace yomikae::ui {

namespace {

QToolButton* button(QWidget* parent) {
    auto* made = new QToolButton(parent);
    made->setFocusPolicy(Qt::TabFocus);
    made->setMinimumSize(32, 32);
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
    const int labels = shape_ == Shape::Column ? 6 : 1;
    for (int i = 0; i < labels; ++i) {
        labels_.push_back(new PlainText(this));
        layout->addWidget(labels_.back());
    }
    layout->addStretch(1);
    addFoot();
}

void StepRail::addFoot() {
    textSize_ = new PlainText(this);
    textSize_->setProperty("quiet", true);
    smaller_ = button(this);
    larger_ = button(this);
    theme_ = button(this);
    language_ = button(this);
    connect(smaller_, &QToolButton::clicked, &appearance_, &Appearance::smaller);
    connect(larger_, &QToolButton::clicked, &appearance_, &Appearance::larger);
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

void StepRail::setCurrent(int step) {
    current_ = step;
    showSteps();
}

void StepRail::showSteps() {
    if (steps_.isEmpty())
        return;
    if (shape_ == Shape::Line) {
        labels_.front()->setText(
            QStringLiteral("%1 / %2  %3")
                .arg(QString::number(current_ + 1), QString::number(steps_.size()), steps_.value(current_)));
        return;
    }
    for (int i = 0; i < static_cast<int>(labels_.size()); ++i) {
        QLabel* label = labels_[static_cast<std::size_t>(i)];
        const QString mark = i < current_    ? QStringLiteral("✓")
                             : i == current_ ? QStringLiteral("▶")
                                             : QStringLiteral("○");
        label->setText(mark + QLatin1Char(' ') + steps_.value(i));
        label->setAccessibleName(i < current_    ? tr("%1: done").arg(steps_.value(i))
                                 : i == current_ ? tr("%1: you are here").arg(steps_.value(i))
                                                 : tr("%1: to come").arg(steps_.value(i)));
        QFont font = label->font();
        font.setBold(i == current_);
        label->setFont(font);
        static_cast<PlainText*>(label)->setQuiet(i != current_);
    }
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
