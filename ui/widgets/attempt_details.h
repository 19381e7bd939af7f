// What one row of the matrix opens: facts, the certificate, and the conversation with its secrets struck out.
#pragma once

#include "ui/session.h"
#include "ui/widgets/card.h"

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace yomikae::ui {

class PlainText;

class AttemptDetails : public Card {
    Q_OBJECT

  public:
    explicit AttemptDetails(Session& session, QWidget* parent = nullptr);

    /// `attempts`: indices into the session's report, in their order.
    void show(const Endpoint& endpoint, const std::vector<std::size_t>& attempts);
    void retranslate();
    QPlainTextEdit* conversation() const { return conversation_; }
    QLabel* explanation() const { return explanation_; }

  signals:
    void closed();

  private:
    Session& session_;
    QLabel* title_;
    QLabel* explanation_;
    QLabel* facts_;
    PlainText* conversationTitle_;
    QPlainTextEdit* conversation_;
    QPushButton* close_;
};

} // namespace yomikae::ui
