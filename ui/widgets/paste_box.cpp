#include "ui/widgets/paste_box.h"

#include "ui/widgets/notice.h"
#include "ui/widgets/texts.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace yomikae::ui {

PasteBox::PasteBox(Session& session, QWidget* parent) : Fold(parent), session_(session) {
    text_ = new QPlainTextEdit(this);
    text_->setTabChangesFocus(true);
    text_->setMinimumHeight(150);
    content()->addWidget(text_);
    take_ = new QPushButton(this);
    take_->setAutoDefault(true);
    content()->addWidget(take_, 0, Qt::AlignLeft);
    result_ = new PlainText(this);
    content()->addWidget(result_);
    connect(this, &Fold::toggled, text_, [this](bool open) {
        if (open)
            text_->setFocus();
    });
    connect(take_, &QPushButton::clicked, this, &PasteBox::take);
}

bool PasteBox::take() {
    const bool understood = session_.paste(text_->toPlainText());
    if (understood)
        showDoubts();
    else
        result_->setText(tr("Nothing in this text looked like the settings of a paper."));
    if (understood)
        text_->clear(); // a password may be in it
    return understood;
}

bool PasteBox::takeWhatIsThere() {
    if (text_->toPlainText().trimmed().isEmpty() || take())
        return true;
    setOpen(true);
    text_->selectAll();
    text_->setFocus();
    return false;
}

void PasteBox::showDoubts() {
    QStringList lines;
    for (const Doubt& doubt : session_.pasteDoubts())
        lines << tr("Line %1: %2").arg(QString::number(doubt.line), session_.text(doubt.message));
    result_->setText(lines.isEmpty()
                         ? tr("✓ All of it was understood.")
                         : tr("Please look at this again:") + QLatin1Char('\n') + lines.join(QLatin1Char('\n')));
}

void PasteBox::clear() {
    text_->clear();
    result_->clear();
    setOpen(false);
}

void PasteBox::retranslate() {
    setTitle(tr("Paste the text of a paper"));
    text_->setAccessibleName(tr("Text of the paper"));
    text_->setPlaceholderText(tr("Paste it here, all of it. Nothing is sent anywhere."));
    take_->setText(tr("Put it into the fields"));
}

} // namespace yomikae::ui
