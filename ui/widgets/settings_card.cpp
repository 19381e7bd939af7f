#include "ui/widgets/settings_card.h"

#include "ui/session.h"
#include "ui/widgets/value_text.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QTimer>

#include <algorithm>

namespace yomikae::ui {

namespace {

constexpr int CopiedShown = 2500; ///< ms

} // namespace

SettingsCard::SettingsCard(QWidget* parent) : Card(parent) {
    title_ = new SubHeading(this);
    proof_ = new PlainText(this);
    column()->addWidget(title_);
    column()->addWidget(proof_);
    all_ = new QPushButton(this);
    all_->setAutoDefault(false);
    connect(all_, &QPushButton::clicked, this, [this] { copy(all_, allText()); });
    column()->addStretch(1);
    column()->addWidget(all_, 0, Qt::AlignLeft);
}

QString SettingsCard::allText() const {
    QStringList lines{shown(part_.heading)};
    for (const SheetRow& row : part_.rows)
        lines << shown(row.label) + QStringLiteral(": ") + shown(row.value);
    return lines.join(QLatin1Char('\n'));
}

void SettingsCard::show(const SheetPart& part) {
    if (part == part_ && rows_)
        return;
    part_ = part;
    delete rows_;
    copies_.clear();
    title_->setText(shown(part.heading));
    proof_->setText((part.proven ? QStringLiteral("✓ ") : QStringLiteral("? ")) + shown(part.proof));
    proof_->setInk(part.proven ? &Colours::good : &Colours::warn);
    rows_ = new QWidget(this);
    auto* rows = new QVBoxLayout(rows_);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(10);
    for (const SheetRow& each : part.rows)
        rows->addWidget(row(each));
    column()->insertWidget(2, rows_);
    setAccessibleName(title_->text() + QStringLiteral(": ") + shown(part.proof));
    setVisible(!part.rows.empty());
    retranslate();
}

/// As wide as its longest value in letters of the full size, with the button beside it.
QSize SettingsCard::sizeHint() const {
    const auto values = findChildren<ValueText*>();
    int widest = 0;
    for (const ValueText* value : values)
        widest = std::max(widest, value->sizeHint().width());
    const QMargins edge = column()->contentsMargins();
    const int button = copies_.empty() ? 0 : copies_.front()->sizeHint().width() + column()->spacing();
    return {widest + button + edge.left() + edge.right() + 2 * frameWidth(), Card::sizeHint().height()};
}

QWidget* SettingsCard::row(const SheetRow& row) {
    auto* made = new QWidget(rows_);
    auto* line = new QHBoxLayout(made);
    line->setContentsMargins(0, 0, 0, 0);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    auto* label = new PlainText(shown(row.label), made);
    label->setQuiet(true);
    auto* value = new ValueText(made);
    QFont bold = value->font();
    bold.setBold(true);
    value->setFont(bold);
    value->setText(row.value.empty() ? tr("(not known)") : shown(row.value));
    words->addWidget(label);
    words->addWidget(value);
    line->addLayout(words, 1);
    if (row.value.empty())
        return made;
    auto* button = new QPushButton(made);
    button->setAutoDefault(false);
    button->setProperty("label", shown(row.label));
    button->setAccessibleDescription(shown(row.value));
    connect(button, &QPushButton::clicked, this, [this, button, text = shown(row.value)] { copy(button, text); });
    line->addWidget(button, 0, Qt::AlignBottom);
    copies_.push_back(button);
    return made;
}

void SettingsCard::retranslate() {
    all_->setText(tr("Copy all of these"));
    all_->setAccessibleName(tr("Copy all: %1").arg(title_->text()));
    for (QPushButton* button : copies_) {
        button->setText(tr("Copy"));
        button->setAccessibleName(tr("Copy: %1").arg(button->property("label").toString()));
    }
}

/// The button itself says that it is done, so that nobody looks for it elsewhere.
void SettingsCard::copy(QPushButton* button, const QString& text) {
    QGuiApplication::clipboard()->setText(text);
    button->setText(tr("✓ Copied"));
    button->setAccessibleName(tr("✓ Copied"));
    QTimer::singleShot(CopiedShown, this, &SettingsCard::retranslate);
}

} // namespace yomikae::ui
