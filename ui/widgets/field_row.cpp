#include "ui/widgets/field_row.h"

#include "base/text.h"
#include "ui/widgets/texts.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace yomikae::ui {

FieldRow::FieldRow(QWidget* parent) : QWidget(parent) {
    column_ = new QVBoxLayout(this);
    column_->setContentsMargins(0, 0, 0, 0);
    column_->setSpacing(4);
    auto* head = new QHBoxLayout;
    label_ = new QLabel(this);
    label_->setTextFormat(Qt::PlainText);
    origin_ = new PlainText(this);
    origin_->setWordWrap(false);
    origin_->setQuiet(true);
    label_->setWordWrap(true); // in large letters both do not fit beside each other
    origin_->setAlignment(Qt::AlignRight | Qt::AlignBottom);
    head->addWidget(label_, 1);
    head->addWidget(origin_);
    column_->addLayout(head);
    edit_ = new QLineEdit(this);
    edit_->setMaxLength(1024);
    edit_->installEventFilter(this);
    label_->setBuddy(edit_);
    editLine_ = new QHBoxLayout;
    editLine_->setSpacing(12);
    editLine_->addWidget(edit_, 1);
    column_->addLayout(editLine_);
}

void FieldRow::setLabel(const QString& label, const QString& description) {
    label_->setText(label);
    edit_->setAccessibleName(label);
    edit_->setAccessibleDescription(description);
}

void FieldRow::setOrigin(const QString& words) {
    origin_->setText(words);
}

Notice* FieldRow::addNotice(Tone tone) {
    auto* notice = new Notice(tone, this);
    column_->addWidget(notice);
    return notice;
}

bool FieldRow::eventFilter(QObject* watched, QEvent* event) {
    if (watched == edit_ && event->type() == QEvent::FocusIn)
        emit entered();
    if (watched == edit_ && event->type() == QEvent::FocusOut)
        emit left();
    return QWidget::eventFilter(watched, event);
}

// --- the password ---------------------------------------------------------------------------------------------------

PasswordRow::PasswordRow(QWidget* parent) : FieldRow(parent) {
    edit_->setEchoMode(QLineEdit::Password);
    edit_->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText |
                               Qt::ImhNoAutoUppercase | Qt::ImhPreferLatin);
    show_ = new QCheckBox(this);
    editLine_->addWidget(show_);
    alike_ = new PlainText(this);
    alike_->setQuiet(true);
    alike_->hide();
    column_->addWidget(alike_);
    keyboard_ = addNotice(Tone::Warn);
    odd_ = addNotice(Tone::Warn);
    connect(show_, &QCheckBox::toggled, this,
            [this](bool shown) { edit_->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password); });
    connect(edit_, &QLineEdit::textChanged, this, &PasswordRow::look);
    connect(odd_, &Notice::actionTriggered, this, &PasswordRow::mend);
    connect(this, &FieldRow::entered, alike_, &QWidget::show);
    connect(this, &FieldRow::left, this, [this] {
        alike_->hide();
        capsLock_ = false;
        look();
    });
}

void PasswordRow::retranslate() {
    edit_->setPlaceholderText(unseen_ ? tr("the one from the pasted text") : tr("may be left empty"));
    show_->setText(tr("Show"));
    show_->setAccessibleName(tr("Show the password"));
    alike_->setText(tr("l (small L) and 1 (one), O (letter) and 0 (zero) look alike. Tick \"Show\" to compare.") +
                    QLatin1Char('\n') + tr("Without a password the servers can still be reached and looked at."));
    look();
}

void PasswordRow::look() {
    const QString text = edit_->text();
    show_->setVisible(!unseen_ || !text.isEmpty());
    const bool wide = std::any_of(text.begin(), text.end(), [](QChar c) { return c.unicode() > 0x7e; });
    const bool blanks = text != text.trimmed();
    odd_->setText(wide     ? tr("There are full-width or Japanese letters in it. Passwords rarely have them.")
                  : blanks ? tr("It begins or ends with a blank. Is that on the paper?")
                           : QString());
    odd_->setAction(wide ? tr("Make them half-width") : blanks ? tr("Take the blank away") : QString());
    keyboard_->setText(capsLock_ ? tr("Caps Lock seems to be on: letters come out as capitals.") : QString());
}

/// Only ever at the person's wish.
void PasswordRow::mend() {
    std::string mended = foldTyped(edit_->text().toStdString());
    edit_->setText(QString::fromStdString(mended));
    edit_->setModified(true);
    std::fill(mended.begin(), mended.end(), '\0');
}

void PasswordRow::forget() {
    edit_->setText(QString(edit_->text().size(), QLatin1Char(' ')));
    edit_->setText({});
    edit_->setModified(false);
    show_->setChecked(false);
}

void PasswordRow::setUnseen(bool unseen) {
    unseen_ = unseen;
    retranslate();
}

/// Qt does not tell the state of Caps Lock; a capital without Shift, or a small letter with it, gives it away.
bool PasswordRow::eventFilter(QObject* watched, QEvent* event) {
    if (watched == edit_ && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const QString text = key->text();
        if (text.size() == 1 && text[0].isLetter() && text[0].unicode() < 0x80) {
            capsLock_ = text[0].isUpper() != key->modifiers().testFlag(Qt::ShiftModifier);
            look();
        }
    }
    return FieldRow::eventFilter(watched, event);
}

} // namespace yomikae::ui
