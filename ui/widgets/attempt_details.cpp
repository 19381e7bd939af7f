#include "ui/widgets/attempt_details.h"

#include "sheet/endpoint_choice.h"
#include "ui/models/attempt_text.h"
#include "ui/models/directions.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/value_text.h"

#include <QPlainTextEdit>
#include <QPushButton>

namespace yomikae::ui {

AttemptDetails::AttemptDetails(Session& session, QWidget* parent) : Card(parent), session_(session) {
    title_ = new ValueText(this);
    QFont bold = title_->font();
    bold.setBold(true);
    title_->setFont(bold);
    column()->addWidget(title_);
    close_ = linkButton(this);
    explanation_ = new PlainText(this);
    auto* facts = new PlainText(this);
    facts->setSelectable(true);
    facts_ = facts;
    conversationTitle_ = new PlainText(this);
    conversationTitle_->setQuiet(true);
    conversation_ = new QPlainTextEdit(this);
    conversation_->setReadOnly(true);
    conversation_->setTabChangesFocus(true);
    conversation_->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    conversation_->setMinimumHeight(160);
    for (QWidget* part : {static_cast<QWidget*>(explanation_), static_cast<QWidget*>(facts_),
                          static_cast<QWidget*>(conversationTitle_), static_cast<QWidget*>(conversation_)})
        column()->addWidget(part);
    column()->addWidget(close_, 0, Qt::AlignLeft);
    connect(close_, &QPushButton::clicked, this, [this] {
        hide();
        emit closed();
    });
    hide();
}

void AttemptDetails::retranslate() {
    conversationTitle_->setText(tr("The conversation (C: this computer, S: the server; secrets are struck out)"));
    conversation_->setAccessibleName(tr("The conversation with the server"));
    close_->setText(tr("Close the details"));
}

void AttemptDetails::show(const Endpoint& endpoint, const std::vector<std::size_t>& attempts) {
    title_->setText(
        QStringLiteral("%1 %2:%3")
            .arg(shown(protocolLabel(endpoint.protocol)), shown(endpoint.host), QString::number(endpoint.port)));
    QStringList explanations;
    QStringList facts;
    QStringList conversations;
    const RunReport* report = session_.report();
    const Judgement* judgement = session_.judgement();
    for (const std::size_t i : attempts) {
        if (!report || !judgement || i >= report->attempts.size() || isUnderWay(report->attempts[i]))
            continue;
        explanations << session_.text(judgement->explanations[i]);
        facts << attemptText(report->attempts[i], session_.language());
        conversations << conversationText(report->attempts[i]);
    }
    if (explanations.isEmpty())
        explanations << tr("Nothing is known about this door yet.");
    explanation_->setText(explanations.join(QLatin1Char('\n')));
    facts_->setText(facts.join(QStringLiteral("\n\n")).trimmed());
    facts_->setVisible(!facts_->text().isEmpty());
    const QString said = conversations.join(QStringLiteral("\n\n")).trimmed();
    conversation_->setPlainText(said);
    conversation_->setVisible(!said.isEmpty());
    conversationTitle_->setVisible(!said.isEmpty());
    setVisible(true);
}

} // namespace yomikae::ui
