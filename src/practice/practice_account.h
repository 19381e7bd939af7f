// Whose practice mailbox it is, and what lies in it. Nothing here is secret: the password stands on the practice paper.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace yomikae {

struct PracticeAccount {
    std::string fullName = "れんしゅう太郎";
    std::string address = "taro@renshu.example";
    std::string username = "taro@renshu.example"; ///< that the servers take
    std::string password = "renshu7436";          ///< that the servers take; no letter in it looks like another
};

/// The messages of the one account, held in memory and bounded: a test mail to oneself can be sent and fetched.
class PracticeMailbox {
  public:
    static constexpr std::size_t MostMessages = 20;
    static constexpr std::size_t MostBytes = 64 * 1024; ///< of one message

    struct Message {
        int uid = 0;
        std::string text; ///< lines end in CRLF
    };

    /// False where the mailbox is full or the message too large.
    bool add(std::string text);
    void remove(int uid);
    const std::vector<Message>& messages() const { return messages_; }

  private:
    std::vector<Message> messages_;
    int lastUid_ = 0;
};

} // namespace yomikae
