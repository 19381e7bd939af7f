// What a server says that it can do (CAPA, RFC 2449; EHLO, RFC 5321 4.1.1.1; CAPABILITY, RFC 9051 6.1.1).
#pragma once

#include "base/mechanism.h"

#include <string>
#include <vector>

namespace yomikae {

struct Capabilities {
    bool known = false;              ///< the server gave a list at all
    bool startTls = false;           ///< STLS / STARTTLS
    bool userPass = false;           ///< POP3 USER; IMAP: no LOGINDISABLED; POP3 without CAPA: assumed
    bool apop = false;               ///< a proper time stamp stood in the greeting
    bool saslIr = false;             ///< IMAP SASL-IR (RFC 4959); always true for SMTP and POP3 with SASL
    std::vector<Mechanism> mechanisms; ///< SASL mechanisms that we know, in the server's order
    std::vector<std::string> otherMechanisms; ///< names that we do not speak (NTLM, GSSAPI, …), upper case
    std::vector<std::string> lines;  ///< all lines as sent, raw, at most limits::AnswerLines
    friend bool operator==(const Capabilities&, const Capabilities&) = default;
};

} // namespace yomikae
