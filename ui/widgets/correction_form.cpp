#include "ui/widgets/correction_form.h"

#include "base/host_name.h"
#include "base/text.h"
#include "sheet/endpoint_choice.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/texts.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace yomikae::ui {

namespace {

constexpr int LongestHost = 253;
constexpr int LongestUser = 320;
constexpr Security Securities[] = {Security::ImplicitTls, Security::StartTls, Security::None};

std::uint16_t portFor(Protocol protocol, Security security) {
    for (const UsualPort& usual : usualPorts())
        if (usual.protocol == protocol && usual.security == security)
            return usual.port;
    return 0;
}

/// What a mail protocol cannot carry, or what would end the line.
bool hasControl(const std::string& text) {
    return text.find_first_of(std::string_view("\r\n\0", 3)) != std::string::npos;
}

} // namespace

CorrectionForm::CorrectionForm(Session& session, bool incoming, QWidget* parent)
    : QWidget(parent), session_(session), incoming_(incoming) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    title_ = new SubHeading(this);
    column->addWidget(title_);
    form_ = new QFormLayout;
    column->addLayout(form_); // first, or the rows' labels have no parent and would be shown as windows of their own
    form_->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form_->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    protocol_ = new QComboBox(this);
    for (Protocol protocol : {Protocol::Pop3, Protocol::Imap})
        protocol_->addItem(shown(protocolLabel(protocol)), static_cast<int>(protocol));
    host_ = new QLineEdit(this);
    host_->setMaxLength(LongestHost);
    host_->setInputMethodHints(Qt::ImhUrlCharactersOnly | Qt::ImhNoAutoUppercase | Qt::ImhNoPredictiveText);
    port_ = new QSpinBox(this);
    port_->setRange(1, 65535);
    port_->setGroupSeparatorShown(false);
    port_->setButtonSymbols(QAbstractSpinBox::NoButtons);
    security_ = new QComboBox(this);
    for (Security security : Securities)
        security_->addItem(QString(), static_cast<int>(security));
    username_ = new QLineEdit(this);
    username_->setMaxLength(LongestUser);
    username_->setInputMethodHints(Qt::ImhNoAutoUppercase | Qt::ImhNoPredictiveText | Qt::ImhPreferLatin);
    for (QWidget* field : {static_cast<QWidget*>(protocol_), static_cast<QWidget*>(host_), static_cast<QWidget*>(port_),
                           static_cast<QWidget*>(security_), static_cast<QWidget*>(username_)})
        form_->addRow(QStringLiteral("-"), field);
    form_->setRowVisible(protocol_, incoming_);
    refused_ = new Notice(Tone::Warn, this);
    column->addWidget(refused_);
    auto* buttons = new QHBoxLayout;
    take_ = new QPushButton(this);
    take_->setAutoDefault(false);
    back_ = linkButton(this);
    buttons->addWidget(take_);
    buttons->addWidget(back_);
    buttons->addStretch(1);
    column->addLayout(buttons);
    connect(take_, &QPushButton::clicked, this, &CorrectionForm::take);
    connect(back_, &QPushButton::clicked, this, &CorrectionForm::giveBack);
    connect(&session_, &Session::erased, this, &CorrectionForm::load);
    for (QComboBox* box : {protocol_, security_})
        connect(box, &QComboBox::activated, this, &CorrectionForm::suggestPort);
}

void CorrectionForm::retranslate() {
    title_->setText(incoming_ ? tr("Receiving") : tr("Sending"));
    for (int i = 0; i < security_->count(); ++i)
        security_->setItemText(
            i, shown(securityLabel(static_cast<Security>(security_->itemData(i).toInt()), session_.language())));
    const std::pair<QWidget*, QString> labels[] = {{protocol_, tr("Kind")},
                                                   {host_, tr("Server")},
                                                   {port_, tr("Port")},
                                                   {security_, tr("Encryption")},
                                                   {username_, tr("User name")}};
    for (const auto& [field, label] : labels) {
        auto* words = qobject_cast<QLabel*>(form_->labelForField(field));
        words->setTextFormat(Qt::PlainText);
        words->setText(label);
        field->setAccessibleName(title_->text() + QStringLiteral(": ") + label);
    }
    take_->setText(tr("Check with these values"));
    back_->setText(tr("Back to the provider's values"));
    reload();
}

/// Where nothing is known yet the form begins with the best kind of door.
Correction CorrectionForm::shownNow() const {
    if (const auto own = session_.correction(incoming_))
        return *own;
    Correction first;
    first.endpoint.protocol = incoming_ ? Protocol::Pop3 : Protocol::Smtp;
    first.endpoint.port = portFor(first.endpoint.protocol, first.endpoint.security);
    if (const Translation* translation = session_.translation()) {
        const auto& known = incoming_ ? translation->incoming : translation->outgoing;
        if (!known.empty()) {
            first.endpoint = {known.front().protocol, known.front().host, known.front().port, known.front().security};
            first.username = known.front().usernames.empty() ? "" : known.front().usernames.front();
        }
    }
    return first;
}

void CorrectionForm::reload() {
    back_->setVisible(session_.correction(incoming_).has_value());
    if (!loaded_ || typed() == *loaded_)
        load();
}

void CorrectionForm::load() {
    const Correction now = shownNow();
    protocol_->setCurrentIndex(protocol_->findData(static_cast<int>(now.endpoint.protocol)));
    host_->setText(shown(now.endpoint.host));
    port_->setValue(now.endpoint.port);
    security_->setCurrentIndex(security_->findData(static_cast<int>(now.endpoint.security)));
    username_->setText(shown(now.username));
    refused_->setText({});
    loaded_ = typed();
}

Correction CorrectionForm::typed() const {
    Correction now;
    now.endpoint.protocol = incoming_ ? static_cast<Protocol>(protocol_->currentData().toInt()) : Protocol::Smtp;
    now.endpoint.host = host_->text().toStdString();
    now.endpoint.port = static_cast<std::uint16_t>(port_->value());
    now.endpoint.security = static_cast<Security>(security_->currentData().toInt());
    now.username = username_->text().toStdString();
    return now;
}

void CorrectionForm::suggestPort() {
    const auto protocol = incoming_ ? static_cast<Protocol>(protocol_->currentData().toInt()) : Protocol::Smtp;
    if (const auto port = portFor(protocol, static_cast<Security>(security_->currentData().toInt())))
        port_->setValue(port);
}

bool CorrectionForm::take() {
    Correction correction = typed();
    const std::string name = foldTyped(correction.endpoint.host);
    const auto host = isIpLiteral(name) ? std::optional(name) : hostName(name);
    correction.username = foldTyped(correction.username);
    if (!host || hasControl(correction.username)) {
        refused_->setText(!host ? tr("This is not the name of a server. It looks like mail.example.jp.")
                                : tr("The user name holds something that mail cannot carry."));
        (host ? username_ : host_)->setFocus();
        return false;
    }
    correction.endpoint.host = *host;
    loaded_.reset();
    session_.correct(incoming_, correction);
    reload();
    return true;
}

bool CorrectionForm::takeWhatIsThere() {
    return !loaded_ || typed() == *loaded_ || take();
}

void CorrectionForm::giveBack() {
    loaded_.reset();
    session_.correct(incoming_, std::nullopt);
    reload();
}

} // namespace yomikae::ui
