// SMTP replies: lines -> one reply (RFC 5321 4.2.1), enhanced status codes (RFC 2034, RFC 3463).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace yomikae {

struct SmtpReply {
    int code = 0;
    std::string enhanced;           ///< "5.7.8" of the first line that has one
    std::vector<std::string> texts; ///< each line without its code
    std::string first;              ///< the first line, raw
};

/// Collects the lines of one reply.
class SmtpReplyReader {
  public:
    enum class State { More, Whole, NoReply, MixedCodes };
    State add(std::string_view line);
    /// The reply that became whole; the reader begins anew.
    SmtpReply take();

  private:
    SmtpReply reply_;
};

} // namespace yomikae
