#include "ui/widgets/question_card.h"

#include "ui/widgets/notice.h"
#include "ui/widgets/texts.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>

namespace yomikae::ui {

QuestionCard::QuestionCard(Session& session, QWidget* parent) : Card(parent), session_(session) {
    title_ = new SubHeading(this);
    text_ = new PlainText(this);
    where_ = new PlainText(this);
    where_->setQuiet(true);
    for (PlainText* label : {title_, text_, where_})
        column()->addWidget(label);
    typing_ = new QWidget(this);
    auto* row = new QHBoxLayout(typing_);
    row->setContentsMargins(0, 0, 0, 0);
    edit_ = new QLineEdit(typing_);
    edit_->setMaxLength(320);
    edit_->installEventFilter(this);
    answer_ = new QPushButton(typing_);
    answer_->setAutoDefault(true);
    row->addWidget(edit_, 1);
    row->addWidget(answer_);
    column()->addWidget(typing_);
    refused_ = new Notice(Tone::Warn, this);
    column()->addWidget(refused_);
    back_ = linkButton(this);
    column()->addWidget(back_, 0, Qt::AlignLeft);
    connect(answer_, &QPushButton::clicked, this, [this] { giveAnswer(edit_->text()); });
    connect(back_, &QPushButton::clicked, this, &QuestionCard::takeBackLast);
}

void QuestionCard::retranslate() {
    answer_->setText(tr("Answer"));
    back_->setText(tr("Change the last answer"));
    reload();
}

void QuestionCard::reload() {
    const Translation* translation = session_.translation();
    if (!translation)
        return; // an answer is just being taken back
    const bool open = !translation->questions.empty();
    setVisible(open || !answered_.empty());
    back_->setVisible(!answered_.empty());
    if (open)
        return ask(translation->questions.front(), translation->questions.size());
    key_.clear();
    title_->setText(tr("✓ The questions are answered"));
    text_->clear();
    for (QWidget* part : {static_cast<QWidget*>(text_), static_cast<QWidget*>(where_), typing_})
        part->hide();
    delete choiceRow_;
    choiceRow_ = nullptr;
    choices_.clear();
}

void QuestionCard::ask(const TranslatedQuestion& question, std::size_t open) {
    if (key_ != question.key) {
        edit_->setText({});
        refused_->setText({});
    }
    key_ = question.key;
    title_->setText(open == 1 ? tr("One question")
                              : tr("%n questions, one at a time", nullptr, static_cast<int>(open)));
    text_->setText(session_.text(question.text));
    text_->show();
    QString where = session_.text(question.where);
    if (!question.example.empty())
        where +=
            (where.isEmpty() ? QString() : QStringLiteral(" ")) + tr("(for example: %1)").arg(shown(question.example));
    where_->setText(where);
    where_->setVisible(!where.isEmpty());
    edit_->setAccessibleName(text_->text());
    edit_->setAccessibleDescription(where);
    typing_->setVisible(question.choices.empty());
    delete choiceRow_;
    choiceRow_ = nullptr;
    choices_.clear();
    if (question.choices.empty())
        return;
    choiceRow_ = new QWidget(this);
    auto* column = new QVBoxLayout(choiceRow_);
    column->setContentsMargins(0, 0, 0, 0);
    for (const auto& [value, words] : question.choices) {
        auto* button = new QPushButton(session_.text(words), choiceRow_);
        button->setAutoDefault(false);
        // later: the button must not be deleted while it tells that it was pressed
        connect(
            button, &QPushButton::clicked, this, [this, given = shown(value)] { giveAnswer(given); },
            Qt::QueuedConnection);
        column->addWidget(button, 0, Qt::AlignLeft);
        choices_.push_back(button);
    }
    this->column()->insertWidget(3, choiceRow_);
}

/// An answer that does not fit would leave no translation at all: it is taken back, and the reason is shown.
void QuestionCard::giveAnswer(const QString& value) {
    if (key_.empty() || value.trimmed().isEmpty())
        return;
    const std::string key = key_;
    session_.answer(key, value);
    if (!session_.translation()) {
        const auto problems = session_.translationProblems();
        session_.answer(key, {});
        refused_->setText(problems.empty() ? QString() : session_.text(problems.front()));
        return;
    }
    refused_->setText({});
    answered_.push_back(key);
    reload();
    if (edit_->isVisible())
        edit_->setFocus();
}

/// Enter gives the answer; the page's button would go on without it.
bool QuestionCard::eventFilter(QObject* watched, QEvent* event) {
    if (watched == edit_ && event->type() == QEvent::KeyPress && !edit_->text().trimmed().isEmpty()) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            giveAnswer(edit_->text());
            return true;
        }
    }
    return Card::eventFilter(watched, event);
}

bool QuestionCard::takeWhatIsThere() {
    if (typing_->isHidden() || edit_->text().trimmed().isEmpty())
        return true;
    giveAnswer(edit_->text());
    if (refused_->text().isEmpty())
        return true;
    edit_->setFocus();
    return false;
}

void QuestionCard::takeBackLast() {
    if (answered_.empty())
        return;
    const std::string key = answered_.back();
    const QString before = session_.answerTo(key);
    answered_.pop_back();
    session_.answer(key, {});
    reload();
    edit_->setText(before);
    edit_->selectAll();
    edit_->setFocus();
}

} // namespace yomikae::ui
