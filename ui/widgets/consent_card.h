// A yes or no that only the person can give, asked inside the page. No is the default.
#pragma once

#include "ui/session.h"
#include "ui/widgets/card.h"

#include <optional>

class QPushButton;

namespace yomikae::ui {

class PlainText;

class ConsentCard : public Card {
    Q_OBJECT

  public:
    explicit ConsentCard(Session& session, QWidget* parent = nullptr);

    /// The first question worth asking; hidden where there is none.
    void reload();
    void retranslate();
    QPushButton* noButton() const { return no_; }
    QPushButton* yesButton() const { return yes_; }
    QString words() const; ///< all that is said, as shown

  signals:
    void appeared(); ///< a question stands there that did not before

  private:
    void ask(const ConsentNeeded& consent);
    void showWords();
    void settle(bool yes);
    std::optional<std::size_t> attemptOf(const ConsentNeeded& consent) const; ///< index into the report
    QString faultOf(const ConsentNeeded& consent) const;

    Session& session_;
    std::optional<ConsentNeeded> asked_;
    PlainText* title_;
    PlainText* what_;
    PlainText* risk_;
    PlainText* facts_;
    QPushButton* no_;
    QPushButton* yes_;
};

} // namespace yomikae::ui
