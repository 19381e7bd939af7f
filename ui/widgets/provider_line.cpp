#include "ui/widgets/provider_line.h"

#include "ui/widgets/notice.h"

#include <QComboBox>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace yomikae::ui {

ProviderLine::ProviderLine(Session& session, QWidget* parent) : QWidget(parent), session_(session) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    whose_ = new Notice(Tone::Good, this);
    near_ = new Notice(Tone::Warn, this);
    ascii_ = new Notice(Tone::Warn, this);
    chooser_ = new QComboBox(this);
    chooser_->hide();
    for (QWidget* part : {static_cast<QWidget*>(whose_), static_cast<QWidget*>(near_), static_cast<QWidget*>(ascii_),
                          static_cast<QWidget*>(chooser_)})
        column->addWidget(part);
    connect(near_, &Notice::actionTriggered, this, [this] { session_.takeNearDomain(); });
    connect(whose_, &Notice::actionTriggered, this, [this] {
        chooser_->show();
        chooser_->setFocus();
    });
    connect(chooser_, &QComboBox::activated, this,
            [this](int index) { session_.chooseProvider(chooser_->itemData(index).toString().toStdString()); });
}

void ProviderLine::reload() {
    const QString near = session_.nearDomain();
    near_->setText(near.isEmpty() ? QString() : tr("Do you mean %1?").arg(near));
    near_->setAction(near.isEmpty() ? QString() : tr("Yes, correct it"));
    // one letter of another alphabet looks like ours and leads to somebody else
    const QString ascii = session_.domainInAscii();
    ascii_->setText(ascii.isEmpty() ? QString()
                                    : tr("There are letters other than a to z in %1. Its name on the network is %2. Is "
                                         "that what the paper says?")
                                          .arg(session_.domain(), ascii));
    showWhose();
}

void ProviderLine::showWhose() {
    if (const ProviderProfile* known = session_.provider()) {
        const QString document = known->documents.empty() ? QString() : shown(known->documents.front());
        whose_->setTone(Tone::Good);
        whose_->setText(document.isEmpty() ? session_.text(known->names)
                                           : tr("%1 (%2)").arg(session_.text(known->names), document));
        whose_->setAction({});
        return;
    }
    const bool complete =
        session_.nearDomain().isEmpty() && session_.domain().contains(QLatin1Char('.')) && session_.knowledgeReady();
    whose_->setTone(Tone::Info);
    whose_->setText(complete ? tr("The provider of this address is not in the list. We find out as we go.")
                             : QString());
    whose_->setAction(complete ? tr("Choose it by name") : QString());
}

void ProviderLine::closeChooser() {
    chooser_->hide();
}

void ProviderLine::retranslate() {
    chooser_->setAccessibleName(tr("Provider"));
    const QSignalBlocker quiet(chooser_);
    chooser_->clear();
    chooser_->addItem(tr("(not in this list)"), QString());
    for (const ProviderChoice& choice : session_.providerChoices())
        chooser_->addItem(session_.text(choice.names), shown(choice.id));
    chooser_->setCurrentIndex(std::max(0, chooser_->findData(shown(session_.typed().provider))));
    reload();
}

} // namespace yomikae::ui
