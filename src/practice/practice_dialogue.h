// The server's side of a conversation, without I/O: a line in, an answer out. POP3 and SMTP are made of this.
#pragma once

#include "practice/practice_account.h"

#include <string>
#include <string_view>
#include <utility>

namespace yomikae {

struct PracticeReply {
    std::string bytes;
    bool startTls = false; ///< after these bytes the client begins a handshake
    bool close = false;    ///< after these bytes the connection ends
};

/// What one port offers.
struct PracticeOffer {
    bool startTls = false;   ///< STLS or STARTTLS
    bool plainLogin = false; ///< takes a password without TLS, as servers did when the paper was printed
};

class PracticeDialogue {
  public:
    /// `mailbox` outlives the dialogue.
    PracticeDialogue(PracticeAccount account, PracticeMailbox& mailbox, PracticeOffer offer, bool inTls)
        : account_(std::move(account)), mailbox_(mailbox), offer_(offer), inTls_(inTls) {}
    PracticeDialogue(const PracticeDialogue&) = delete;
    PracticeDialogue& operator=(const PracticeDialogue&) = delete;
    virtual ~PracticeDialogue() = default;

    virtual std::string greeting() const = 0;
    virtual PracticeReply answer(std::string_view line) = 0; ///< without its line end
    /// The handshake is done: what was said before it is forgotten (RFC 2595 4, RFC 3207 4.2).
    virtual void tlsStarted() { inTls_ = true; }

  protected:
    bool mayLogIn() const { return inTls_ || offer_.plainLogin; }
    bool mayStartTls() const { return offer_.startTls && !inTls_; }
    bool accepts(std::string_view username, std::string_view password) const {
        return username == account_.username && password == account_.password;
    }
    /// Three refusals or three unknown commands end a connection, as with real servers.
    PracticeReply refused(std::string bytes) { return {std::move(bytes), false, ++refusals_ >= 3}; }

    PracticeAccount account_;
    PracticeMailbox& mailbox_;

  private:
    PracticeOffer offer_;
    bool inTls_;
    int refusals_ = 0;
};

/// A command line's word in upper case and the rest of it.
std::pair<std::string, std::string> commandAndArgument(std::string_view line);

} // namespace yomikae
