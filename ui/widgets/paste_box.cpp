#include "ui/widgets/paste_box.h"

#include "ui/widgets/notice.h"
#include "ui/widgets/texts.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace yomikae::ui {

PasteBox::PasteBox(Session& session, QWidget* parent) : QWidget(parent), session_(session) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    link_ = linkButton(this);
    column->addWidget(link_, 0, Qt::AlignLeft);
    box_ = new QWidget(this);
    auto* inside = new QVBoxLayout(box_);
    inside->setContentsMargins(16, 0, 0, 0);
    text_ = new QPlainTextEdit(box_);
    text_->setTabChangesFocus(true);
    text_->setMinimumHeight(150);
    inside->addWidget(text_);
    take_ = new QPushButton(box_);
    take_->setAutoDefault(true);
    inside->addWidget(take_, 0, Qt::AlignLeft);
    result_ = new PlainText(box_);
    inside->addWidget(result_);
    box_->hide();
    column->addWidget(box_);
    connect(link_, &QPushButton::clicked, this, [this] {
        box_->setVisible(!box_->isVisible());
        if (box_->isVisible())
            text_->setFocus();
    });
    connect(take_, &QPushButton::clicked, this, &PasteBox::take);
}

void PasteBox::take() {
    const bool understood = session_.paste(text_->toPlainText());
    text_->clear(); // a password may be in it
    if (understood)
        showDoubts();
    else
        result_->setText(tr("Nothing in this text looked like the settings of a paper."));
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
    box_->hide();
}

void PasteBox::retranslate() {
    link_->setText(tr("Paste the text of a paper"));
    text_->setAccessibleName(tr("Text of the paper"));
    text_->setPlaceholderText(tr("Paste it here, all of it. Nothing is sent anywhere."));
    take_->setText(tr("Put it into the fields"));
}

} // namespace yomikae::ui
