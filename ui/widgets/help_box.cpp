#include "ui/widgets/help_box.h"

#include "ui/open_page.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/texts.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace yomikae::ui {

HelpBox::HelpBox(Session& session, QWidget* parent) : QWidget(parent), session_(session) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    link_ = linkButton(this);
    column->addWidget(link_, 0, Qt::AlignLeft);
    box_ = new QWidget(this);
    auto* inside = new QVBoxLayout(box_);
    inside->setContentsMargins(16, 0, 0, 0);
    text_ = new PlainText(box_);
    inside->addWidget(text_);
    support_ = linkButton(box_);
    inside->addWidget(support_, 0, Qt::AlignLeft);
    box_->hide();
    column->addWidget(box_);
    connect(link_, &QPushButton::clicked, this, [this] { box_->setVisible(!box_->isVisible()); });
    connect(support_, &QPushButton::clicked, this, [this] {
        if (const ProviderProfile* known = session_.provider())
            openPage(known->supportUrl);
    });
}

void HelpBox::showProvider() {
    const ProviderProfile* known = session_.provider();
    support_->setVisible(known && mayOpen(known->supportUrl));
}

void HelpBox::close() {
    box_->hide();
}

void HelpBox::retranslate() {
    link_->setText(tr("No paper, or no password?"));
    text_->setText(
        tr("The provider can send the paper again or give you a new password. Have ready: the name of the contract's "
           "holder, address, telephone number, and if you have it the customer number (it is on bills, too). If mail "
           "still works on another device, that device knows server and account name."));
    support_->setText(tr("Open the provider's help pages"));
}

} // namespace yomikae::ui
