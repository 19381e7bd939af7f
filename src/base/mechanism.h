// Ways to log in, by their registered names.
#pragma once

#include <optional>
#include <string_view>

namespace yomikae {

/// UserPass is POP3's USER/PASS (RFC 1939 7); ImapLogin is IMAP's LOGIN command (RFC 9051 6.2.3); the others are SASL
/// mechanisms (RFC 4616, draft-murchison-sasl-login, RFC 2195) and APOP (RFC 1939 7). OAuth ones are known only to be
/// recognised.
enum class Mechanism { UserPass, ImapLogin, Plain, Login, CramMd5, Apop, XOAuth2, OAuthBearer };

std::string_view
name(Mechanism mechanism); ///< "USER", "LOGIN-COMMAND", "PLAIN", "LOGIN", "CRAM-MD5", "APOP", "XOAUTH2", "OAUTHBEARER"
std::optional<Mechanism> mechanismNamed(std::string_view word); ///< exactly these words

/// False for the challenge-response mechanisms; without TLS those count as secrets all the same (RFC 1939 7,
/// CVE-2007-1558).
constexpr bool sendsPasswordItself(Mechanism m) {
    return m != Mechanism::CramMd5 && m != Mechanism::Apop;
}

/// By a token that a sign-in page hands out (RFC 7628), never by a password.
constexpr bool isOAuth(Mechanism m) {
    return m == Mechanism::XOAuth2 || m == Mechanism::OAuthBearer;
}

} // namespace yomikae
