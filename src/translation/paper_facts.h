// Internal to this folder: what the paper says, in forms that can be compared with a profile.
#pragma once

#include "base/mail_address.h"
#include "certificate/certificate.h"
#include "profile/host_pattern.h"
#include "profile/provider_profile.h"

#include <map>
#include <string>
#include <vector>

namespace yomikae {

struct PaperFacts {
    const Certificate* certificate = nullptr;
    MailAddress address;
    std::string account;     ///< folded, "" = not on the paper
    std::string smtpAccount; ///< the same
    std::string popHost;     ///< lower-case host names; "" = none, or no host name
    std::string smtpHost;
    std::string imapHost;
    std::map<std::string, std::string> answers; ///< accepted answers, by question

    /// Those of the three hosts that the paper names, each once.
    std::vector<std::string> hosts() const;
};

PaperFacts paperFacts(const Certificate& certificate, const MailAddress& address);

enum class Holds { No, Yes, Ask };
/// Ask: all else holds, and a question is still open (its key goes to `asked`, which may be null).
Holds holds(const Condition& condition, const PaperFacts& paper, std::vector<std::string>* asked = nullptr);

/// What the paper printed as a login name and is an id for something else (the line, the member page); else null. The
/// address and its part before the '@' are always a mail login.
const OtherId* otherIdOf(const ProviderProfile& profile, const PaperFacts& paper, const std::string& account);

/// Everything that a name template of this profile may use for this address: the common variables, the groups of the
/// patterns in `when` (an endpoint's own condition), in the variant's condition and in the profile's domains, and the
/// answers. An account that is an id for something else is not among them.
Variables variablesFor(const PaperFacts& paper, const ProviderProfile& profile, const Variant* variant,
                       const Condition& when = {});

} // namespace yomikae
