#include "ui/widgets/confirmation_box.h"

#include "net/data_files.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/texts.h"

#include <QDir>
#include <QFileDialog>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSaveFile>
#include <QVBoxLayout>

namespace yomikae::ui {

namespace {

constexpr int LinesShown = 9;

} // namespace

ConfirmationBox::ConfirmationBox(Session& session, QWidget* parent) : QWidget(parent), session_(session) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    title_ = new PlainText(this);
    preview_ = new QPlainTextEdit(this);
    preview_->setReadOnly(true);
    preview_->setTabChangesFocus(true);
    save_ = new QPushButton(this);
    save_->setAutoDefault(false);
    outcome_ = new Notice(Tone::Good, this);
    column->addWidget(title_);
    column->addWidget(preview_);
    column->addWidget(save_, 0, Qt::AlignLeft);
    column->addWidget(outcome_);
    connect(save_, &QPushButton::clicked, this, &ConfirmationBox::askWhereToSave);
}

void ConfirmationBox::retranslate() {
    title_->setText(tr("What worked can be handed on to those who look after the list of providers, without your "
                       "name: the file holds this text and nothing else. It is not sent anywhere."));
    preview_->setAccessibleName(tr("What will be saved"));
    save_->setText(tr("Save the proven settings without names"));
}

void ConfirmationBox::reload() {
    const QString text = session_.confirmation();
    setVisible(!text.isEmpty());
    preview_->setPlainText(text);
    preview_->setFixedHeight(preview_->fontMetrics().lineSpacing() * LinesShown + 20);
    outcome_->setText({});
}

void ConfirmationBox::askWhereToSave() {
    const QString path = QFileDialog::getSaveFileName(this, save_->text(),
                                                      QDir::homePath() + QStringLiteral("/yomikae-confirmation.json"),
                                                      QStringLiteral("JSON (*.json)"));
    if (!path.isEmpty())
        save(path);
}

bool ConfirmationBox::save(const QString& path) {
    const QByteArray text = preview_->toPlainText().toUtf8();
    QSaveFile file(path);
    const bool written = !text.isEmpty() && file.open(QIODevice::WriteOnly) && file.write(text) == text.size() &&
                         replaceWhole(file);
    outcome_->setTone(written ? Tone::Good : Tone::Bad);
    outcome_->setText(written ? tr("Saved as %1").arg(path)
                              : tr("%1 could not be written: %2").arg(path, file.errorString()));
    return written;
}

} // namespace yomikae::ui
