// An SMTP submission server for one account: RFC 5321, RFC 3207 (STARTTLS), RFC 4954 (AUTH). It carries mail to its own
// account only.
#pragma once

#include "practice/practice_dialogue.h"
#include "practice/practice_sasl.h"

namespace yomikae {

class PracticeSmtp : public PracticeDialogue {
  public:
    using PracticeDialogue::PracticeDialogue;

    std::string greeting() const override;
    PracticeReply answer(std::string_view line) override;
    void tlsStarted() override;

  private:
    struct Command;
    PracticeReply ehlo(const std::string& argument);
    PracticeReply helo(const std::string& argument);
    PracticeReply startTls(const std::string& argument);
    PracticeReply auth(const std::string& argument);
    PracticeReply mail(const std::string& argument);
    PracticeReply rcpt(const std::string& argument);
    PracticeReply data(const std::string& argument);
    PracticeReply rset(const std::string& argument);
    PracticeReply noop(const std::string& argument);
    PracticeReply quit(const std::string& argument);

    PracticeReply afterSasl();
    PracticeReply logIn(const std::string& username, const std::string& password);
    PracticeReply takeMessageLine(std::string_view line);

    enum class Envelope { Empty, From, To, Text };
    bool greeted_ = false;
    bool loggedIn_ = false;
    Envelope envelope_ = Envelope::Empty;
    std::string text_; ///< of the message that comes in
    PracticeSasl sasl_;
};

} // namespace yomikae
