#include "ui/widgets/help_box.h"

#include "ui/open_page.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/texts.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace yomikae::ui {

HelpBox::HelpBox(Session& session, QWidget* parent) : Fold(parent), session_(session) {
    text_ = new PlainText(this);
    content()->addWidget(text_);
    support_ = linkButton(this);
    content()->addWidget(support_, 0, Qt::AlignLeft);
    connect(support_, &QPushButton::clicked, this, [this] {
        if (const ProviderProfile* known = session_.provider())
            openPage(known->supportUrl);
    });
}

void HelpBox::showProvider() {
    const ProviderProfile* known = session_.provider();
    support_->setVisible(known && mayOpen(known->supportUrl));
}

void HelpBox::retranslate() {
    setTitle(tr("No paper, or no password?"));
    text_->setText(
        tr("The provider can send the paper again or give you a new password. Have ready: the name of the contract's "
           "holder, address, telephone number, and if you have it the customer number (it is on bills, too). If mail "
           "still works on another device, that device knows server and account name."));
    support_->setText(tr("Open the provider's help pages"));
}

} // namespace yomikae::ui
