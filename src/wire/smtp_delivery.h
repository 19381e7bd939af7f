// Handing one message over: MAIL, RCPT, DATA and the text (RFC 5321 3.3), from an address to itself.
#pragma once

#include "wire/errand.h"
#include "wire/smtp_reply.h"

#include <string>
#include <string_view>

namespace yomikae {

/// How far it got, and the server's last word on it.
struct Delivery {
    enum class At {
        NotBegun,
        Sender,    ///< MAIL FROM was sent
        Recipient, ///< RCPT TO was sent
        Data,      ///< DATA was sent
        Text       ///< the message was sent, whole
    };
    At at = At::NotBegun;
    bool taken = false;       ///< the server answered for the message: it is delivered or will be
    int code = 0;             ///< of the deciding reply; 0 = none came, or it was no reply
    std::string enhanced{};   ///< "5.7.1"
    std::string serverText{}; ///< that reply's first line, raw
    bool open() const { return at == At::Text && !taken && code == 0; } ///< nobody knows whether it was taken
    friend bool operator==(const Delivery&, const Delivery&) = default;
};

std::string_view name(Delivery::At at); ///< "", "mail", "rcpt", "data", "text"

class SmtpDelivery final : public Errand {
  public:
    /// `address` stands in a path by itself (`standsInPath`); `message` is a whole mail, any line ends.
    SmtpDelivery(std::string address, std::string message);

    ErrandStep begin() override;
    ErrandStep line(std::string_view line) override;
    bool mayQuit() const override { return delivery_.at != Delivery::At::Data; } // it could become the mail's text
    const Delivery& delivery() const { return delivery_; }

  private:
    ErrandStep say(Delivery::At at);
    ErrandStep decided(const SmtpReply& reply);

    std::string address_;
    std::string text_;
    SmtpReplyReader reader_;
    Delivery delivery_;
};

/// An address that MAIL FROM:<…> can hold without quoting or extensions (RFC 5321 4.1.2).
bool standsInPath(std::string_view address);

/// `message` as DATA wants it: lines end in CRLF and nothing else, a line that begins with a dot gets another one, and
/// the line with the dot alone ends it (RFC 5321 4.5.2).
std::string asMailData(std::string_view message);

} // namespace yomikae
