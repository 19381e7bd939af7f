// What the paper says: the member registration certificate (会員登録証) as typed in, pasted, or read from JSON.
#pragma once

#include "base/endpoint.h"
#include "base/message.h"
#include "base/partial_date.h"
#include "base/secret.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace yomikae {

/// Every field of a paper. Empty strings and nothing = not on the paper. Values are folded to half width but otherwise
/// as printed.
struct Certificate {
    std::string provider; ///< a profile's id or the name printed on the paper
    std::optional<PartialDate> issued;
    std::string mailAddress;
    std::string mailAccount; ///< the user name for receiving as printed (メールアカウント)
    Secret mailPassword;
    std::string popServer;
    std::optional<std::uint16_t> popPort;
    std::string smtpServer;
    std::optional<std::uint16_t> smtpPort;
    std::string smtpAccount; ///< an id of its own for sending
    std::string imapServer;
    std::optional<std::uint16_t> imapPort;
    std::optional<Security> incomingSecurity; ///< what an app has now
    std::optional<Security> outgoingSecurity;
    std::map<std::string, std::string> answers; ///< answers to a profile's questions, by their key
    std::string paperText; ///< the pasted text, folded, for words that decide between variants; "" when read from JSON
};

/// Something that was not understood, or is probably not what it seems. `line` counts from 1 in a pasted text, 0
/// otherwise.
struct Doubt {
    Message message;
    std::string field; ///< the certificate's JSON key that it is about, or ""
    int line = 0;
    friend bool operator==(const Doubt&, const Doubt&) = default;
};

/// A paper as it was understood. What was not understood, or only guessed, is a doubt, never silence.
struct ReadCertificate {
    Certificate certificate;
    std::vector<Doubt> doubts;
};

} // namespace yomikae
