// What a server says that it can do (CAPA, RFC 2449; EHLO, RFC 5321 4.1.1.1; CAPABILITY, RFC 9051 6.1.1).
#pragma once

#include "base/mechanism.h"

#include <string>
#include <string_view>
#include <vector>

namespace yomikae {

struct Capabilities {
    bool known = false;                       ///< the server gave a list at all
    bool startTls = false;                    ///< STLS / STARTTLS
    bool userPass = false;                    ///< POP3 USER; IMAP: no LOGINDISABLED; POP3 without CAPA: assumed
    bool apop = false;                        ///< a proper time stamp stood in the greeting
    bool saslIr = false;                      ///< IMAP SASL-IR (RFC 4959); always true for SMTP and POP3 with SASL
    std::vector<Mechanism> mechanisms;        ///< SASL mechanisms that we know, in the server's order
    std::vector<std::string> otherMechanisms; ///< names that we do not speak (NTLM, GSSAPI, …), upper case
    std::vector<std::string> lines;           ///< all lines as sent, raw, at most limits::AnswerLines
    friend bool operator==(const Capabilities&, const Capabilities&) = default;
};

/// One line of a CAPA list, of an EHLO answer (without its code) or the words behind CAPABILITY. Any case, blanks and
/// tabs in any number; unknown words are only kept.
void addPop3Line(Capabilities& to, std::string_view line);
void addSmtpLine(Capabilities& to, std::string_view line);
void addImapWords(Capabilities& to, std::string_view words);

/// The words of a line, split at blanks and tabs.
std::vector<std::string_view> wordsOf(std::string_view line);

} // namespace yomikae
