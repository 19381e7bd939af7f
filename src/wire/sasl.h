// SASL exchanges and the APOP digest, without any protocol around them.
#pragma once

#include "base/mechanism.h"
#include "base/secret.h"

#include <optional>
#include <string>
#include <string_view>

namespace yomikae {

/// What to answer to a challenge.
struct SaslAnswer {
    enum class Kind {
        Send,   ///< `line`, base64
        Cancel, ///< the challenge is no challenge: "*" (RFC 4954 4, RFC 5034 4, RFC 9051 6.2.2)
        TooLong,
        TooMany ///< all is said already
    };
    Kind kind = Kind::Send;
    std::string line;
    bool secret = false; ///< `line` holds the password or a digest of it
};

/// One exchange: who and with what, and how far it is. PLAIN (RFC 4616), LOGIN (draft-murchison-sasl-login), CRAM-MD5
/// (RFC 2195).
class SaslExchange {
  public:
    SaslExchange(Mechanism mechanism, std::string_view username, const ReleasedSecret& password)
        : mechanism_(mechanism), username_(username), password_(password) {}
    /// The base64 of an initial response, where the mechanism has one (PLAIN).
    std::optional<std::string> initialResponse() const;
    /// `challenge` is base64 as the server sent it; what PLAIN and LOGIN are asked does not matter, only how often.
    SaslAnswer answer(std::string_view challenge);
    /// Answers given so far.
    int rounds() const { return rounds_; }

  private:
    SaslAnswer answerCramMd5(std::string_view challenge) const;
    Mechanism mechanism_;
    std::string username_;
    ReleasedSecret password_;
    int rounds_ = 0;
};

/// The time stamp of a POP3 greeting, with its angle brackets: only a msg-id in ASCII with exactly one @ (RFC 1939 7,
/// CVE-2007-1558).
std::optional<std::string> apopStamp(std::string_view greeting);
/// MD5 of stamp and password, in lower-case hex. Nothing where the library has no MD5.
std::optional<std::string> apopDigest(std::string_view stamp, const ReleasedSecret& password);

} // namespace yomikae
