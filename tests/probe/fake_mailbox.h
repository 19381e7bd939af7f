// A mailbox behind the fake servers: what SMTP takes, POP3 and IMAP show.
#pragma once

#include "probe/fake_network.h"

#include <set>
#include <string>
#include <vector>

namespace yomikae::test {

struct FakeMailbox {
    std::vector<std::string> mails; ///< headers, lines end in CRLF; the newest last
    int hiddenFor = 0;              ///< connections to the incoming server that do not see a new mail yet
    bool loses = false;             ///< what is taken never arrives
    Reply answerToText{"250 2.0.0 Ok: queued\r\n"};
    std::string capability = "UIDPLUS";

    std::vector<std::string> taken; ///< mails as they came, dots undone
    std::set<std::size_t> deleted;  ///< by index, until the session says good-bye
    std::vector<std::string> removed;
    int shown = 0; ///< headers that were read

  private:
    friend struct FakeMailServers;
    std::string text;
    std::vector<std::string> pending;
    int appearsAt = 0;
};

void takesMail(FakeServer& smtp, FakeMailbox& mailbox, FakeServer& incoming);
void showsMailByPop(FakeServer& pop, FakeMailbox& mailbox);
void showsMailByImap(FakeServer& imap, FakeMailbox& mailbox);

/// A mail of somebody else.
std::string otherMail(int n);

} // namespace yomikae::test
