// A POP3 server for one account: RFC 1939, RFC 2449 (CAPA), RFC 2595 (STLS), RFC 5034 (AUTH), RFC 3206 ([AUTH]).
#pragma once

#include "practice/practice_dialogue.h"
#include "practice/practice_sasl.h"

#include <set>

namespace yomikae {

class PracticePop3 : public PracticeDialogue {
  public:
    using PracticeDialogue::PracticeDialogue;

    std::string greeting() const override;
    PracticeReply answer(std::string_view line) override;
    void tlsStarted() override;

  private:
    struct Command;
    PracticeReply capa(const std::string& argument);
    PracticeReply stls(const std::string& argument);
    PracticeReply user(const std::string& argument);
    PracticeReply pass(const std::string& argument);
    PracticeReply auth(const std::string& argument);
    PracticeReply stat(const std::string& argument);
    PracticeReply list(const std::string& argument);
    PracticeReply uidl(const std::string& argument);
    PracticeReply retr(const std::string& argument);
    PracticeReply top(const std::string& argument);
    PracticeReply dele(const std::string& argument);
    PracticeReply rset(const std::string& argument);
    PracticeReply noop(const std::string& argument);
    PracticeReply quit(const std::string& argument);

    PracticeReply afterSasl();
    PracticeReply logIn(std::string_view username, std::string_view password);
    const PracticeMailbox::Message* message(const std::string& number) const;
    template <class Show> PracticeReply listing(const std::string& argument, Show show) const;

    bool loggedIn_ = false;
    std::string username_; ///< of USER
    PracticeSasl sasl_;
    std::vector<PracticeMailbox::Message> seen_; ///< the mailbox as it was at the login (RFC 1939 4)
    std::set<int> deleted_;                      ///< uids, until QUIT
};

} // namespace yomikae
