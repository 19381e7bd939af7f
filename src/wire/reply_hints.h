// What the words of a refusal say beyond its code. Used only where the code leaves it open: servers word things freely.
#pragma once

#include <string_view>

namespace yomikae {

enum class Hint {
    None,
    Plaintext,   ///< not without TLS
    Base64,      ///< our answer was not understood
    Mechanism,   ///< this mechanism is not known there: nothing is said about the password
    Command,     ///< the command itself is not known there; servers leave after a few of those
    Unsupported, ///< something is not known there; behind a password that is no reason to send it again
    Syntax,      ///< our words were not understood, so the password was not looked at
    Busy,        ///< the mailbox is in use by another session
    Locked,      ///< the account is locked or the rate limited
    NeedsAction, ///< an app password or a setting on the web is wanted
};

/// `text` is any line from a server, in any character set.
Hint hintIn(std::string_view text);
/// The text says in words that the user, the password or the login was not good.
bool saysLoginFailed(std::string_view text);

} // namespace yomikae
