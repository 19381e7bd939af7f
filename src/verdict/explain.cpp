#include "verdict/explain.h"

#include "probe/turned_round.h"
#include "verdict/surroundings.h"

#include <algorithm>
#include <array>

namespace yomikae {

namespace {

struct Case {
    const Attempt& attempt;
    const RunReport& report;
    const Endpoint& endpoint = attempt.candidate.endpoint;
};

std::string protocolWord(Protocol protocol) {
    return protocol == Protocol::Pop3 ? "POP3" : protocol == Protocol::Imap ? "IMAP" : "SMTP";
}

/// "2026-11-24" in UTC.
std::string isoDay(WallTime time) {
    const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(time)};
    const auto digits = [](unsigned value) { return (value < 10 ? "0" : "") + std::to_string(value); };
    return std::to_string(static_cast<int>(day.year())) + "-" + digits(static_cast<unsigned>(day.month())) + "-" +
           digits(static_cast<unsigned>(day.day()));
}

std::string joined(const std::vector<std::string>& words, std::size_t most) {
    std::string text;
    for (std::size_t i = 0; i < words.size() && i < most; ++i)
        text += (i ? ", " : "") + words[i];
    return words.size() > most ? text + ", …" : text;
}

std::string secondsOf(Milliseconds took) {
    return std::to_string(std::max<long long>(1, (took.count() + 500) / 1000));
}

/// How long the server took to greet: nothing is said to it before.
Milliseconds greetingTook(const Attempt& attempt) {
    for (const TranscriptLine& line : attempt.transcript)
        if (line.from == TranscriptLine::From::Client)
            return line.at;
    return {};
}

bool greetedLate(const Attempt& attempt) {
    return greetingTook(attempt) >= 5s; // a slow line does not make that; postscreen 6 s, tarpits 8 s and more
}

/// "TLS 1.0" for "TLSv1", which nobody outside OpenSSL writes.
std::string tlsWords(const std::string& version) {
    return version == "TLSv1" ? "TLS 1.0" : version == "TLSv1.1" ? "TLS 1.1" : version;
}

void addTls(Message& message, const TlsFacts& tls) {
    auto& arguments = message.arguments;
    arguments.emplace_back("asked", tls.asked);
    arguments.emplace_back("names", tls.leaf.names.empty() ? tls.leaf.subject : joined(tls.leaf.names, 4));
    arguments.emplace_back("issuer", tls.leaf.issuer);
    arguments.emplace_back("from", isoDay(tls.leaf.notBefore));
    arguments.emplace_back("until", isoDay(tls.leaf.notAfter));
    arguments.emplace_back("version", tls.version);
    arguments.emplace_back("detail", tls.detail.empty() ? joined(tls.faultDetails, 3) : tls.detail);
}

Message messageFor(std::string code, const Attempt& attempt) {
    const Endpoint& endpoint = attempt.candidate.endpoint;
    Message message{std::move(code),
                    {{"protocol", protocolWord(endpoint.protocol)},
                     {"host", endpoint.host},
                     {"port", std::to_string(endpoint.port)},
                     {"seconds", secondsOf(attempt.took)},
                     {"greeting", secondsOf(greetingTook(attempt))},
                     {"greeted", greetedName(attempt)},
                     {"address", attempt.address},
                     {"username", attempt.username},
                     {"text", attempt.serverText},
                     {"reason", attempt.reason}}};
    addTls(message, attempt.tls.value_or(TlsFacts{}));
    if (attempt.laxTls)
        message.arguments.emplace_back("seen", tlsWords(attempt.laxTls->version));
    if (attempt.capabilities)
        message.arguments.emplace_back("offered", joined(attempt.capabilities->otherMechanisms, 6));
    return message;
}

// ---- special cases: a word more behind the outcome's own; "" = none ----

std::string ofLoginOk(const Case& c) {
    if (c.endpoint.security == Security::None)
        return offersStartTls(c.attempt) ? "cleartext-starttls" : "cleartext";
    const std::string& reason = c.attempt.reason;
    if (reason == "mailbox" || reason == "sender-refused" || reason == "recipient-refused")
        return reason;
    return greetedLate(c.attempt) ? "late" : "";
}

/// Why the run did not log in although the door was open.
bool isHeldBack(const std::string& reason) {
    constexpr std::array Known{"better-proven", "budget",           "elsewhere",  "locked",
                               "mailbox-busy",  "password-refused", "same-login", "turned-round"};
    return std::find(Known.begin(), Known.end(), reason) != Known.end();
}

std::string ofReady(const Case& c) {
    if (isHeldBack(c.attempt.reason))
        return c.attempt.reason;
    if (c.attempt.consent && c.attempt.consent->kind == ConsentKind::Host)
        return "consent-host";
    if (c.endpoint.security == Security::None)
        return offersStartTls(c.attempt) ? "cleartext-starttls" : "cleartext";
    return greetedLate(c.attempt) ? "late" : "";
}

std::string ofAuthRejected(const Case& c) {
    return c.attempt.reason == "user" ? "user" : "";
}

std::string ofMailboxBusy(const Case& c) {
    return isInUse(c.attempt) ? "in-use" : "";
}

std::string ofProtocolError(const Case& c) {
    return c.attempt.reason == "syntax" ? "syntax" : "";
}

std::string ofAuthNotOffered(const Case& c) {
    return c.endpoint.protocol == Protocol::Smtp ? "smtp" : "";
}

/// Our own refusal, not the server's: a yes of the person is missing.
std::string ofPlaintextRefused(const Case& c) {
    return c.attempt.reason != "consent" ? "" : offersStartTls(c.attempt) ? "consent-starttls" : "consent";
}

std::string ofTryLater(const Case& c) {
    if (c.attempt.responseCode == "LOGIN-DELAY" || c.attempt.reason == "login-delay")
        return "login-delay";
    return c.attempt.stage == Stage::Login ? "login" : "";
}

std::string ofConnectTimeout(const Case& c) {
    if (c.endpoint.port == 25)
        return submissionAnswers(c.report) ? "op25b" : "25";
    if (hostAnswersElsewhere(c.report, c.attempt))
        return "others-answer";
    return c.attempt.candidate.ownNetworkOnly ? "own-network" : "";
}

std::string ofConnectRefused(const Case& c) {
    if (c.endpoint.port == 25)
        return "25";
    if (hostAnswersElsewhere(c.report, c.attempt))
        return "others-answer";
    return c.attempt.candidate.ownNetworkOnly ? "own-network" : "";
}

std::string ofServerRefused(const Case& c) {
    if (c.endpoint.port == 25)
        return "25";
    return c.attempt.candidate.ownNetworkOnly ? "own-network" : "";
}

std::string ofTlsNotOffered(const Case& c) {
    if (encryptionWordOverwritten(c.attempt))
        return "overwritten";
    if (looksLikeMailShield(c.attempt))
        return "shield";
    if (turnedRound(c.report, c.attempt))
        return "25";
    return hostEncryptsElsewhere(c.report, c.attempt) ? "others-encrypt" : "";
}

std::string ofNotThisProtocol(const Case& c) {
    constexpr std::array Known{"smtp", "pop3", "imap", "tls"};
    if (spokeHttp(c.attempt))
        return portalInTheWay(c.report) ? "portal" : "http";
    return std::find(Known.begin(), Known.end(), c.attempt.reason) != Known.end() ? c.attempt.reason : "";
}

std::string ofStageTimeout(const Case& c) {
    if (c.attempt.reason == "deadline")
        return "deadline";
    if (c.attempt.stage == Stage::Greeting && c.endpoint.port == 25) // nobody begins with TLS there
        return c.attempt.candidate.explainOnly ? "25" : "";
    if (c.attempt.stage == Stage::Greeting && c.endpoint.security != Security::ImplicitTls)
        return !c.attempt.laxTls ? "perhaps-tls" : c.attempt.laxTls->plainBytes.empty() ? "silent" : "";
    if (c.attempt.stage == Stage::Tls)
        return "tls";
    return c.attempt.stage == Stage::Login ? "login" : "";
}

std::string ofHandshakeFailed(const Case& c) {
    if (spokeHttp(c.attempt))
        return portalInTheWay(c.report) ? "portal" : "http";
    const std::string failure = c.attempt.tls ? c.attempt.tls->failure : c.attempt.reason;
    if (c.attempt.tls && c.attempt.tls->alert == 112) // unrecognized_name, RFC 8446 6.2
        return "name";
    if (failure == "closed" || failure == "reset")
        return "cut";
    if (failure == "alert" && c.attempt.laxTls && c.attempt.laxTls->handshakeDone)
        return "weak"; // what the strict handshake would not have, the lax one took
    constexpr std::array Known{"not-tls", "weak", "client-certificate", "legacy-renegotiation"};
    return std::find(Known.begin(), Known.end(), failure) != Known.end() ? failure : "";
}

std::string ofOldVersion(const Case& c) {
    return c.attempt.laxTls && c.attempt.laxTls->handshakeDone ? "seen" : "";
}

std::string ofUntrustedIssuer(const Case& c) {
    if (looksLikeMailShield(c.attempt))
        return "shield";
    return isForAnotherName(c.attempt) && turnedRound(c.report, c.attempt) ? "25" : "";
}

std::string ofNameMismatch(const Case& c) {
    if (c.attempt.tls && c.attempt.tls->nulInName)
        return "nul";
    if (turnedRound(c.report, c.attempt))
        return "25";
    return c.attempt.tls && c.attempt.tls->leaf.names.empty() ? "no-names" : "";
}

std::string ofSkipped(const Case& c) {
    constexpr std::array Known{"cancelled", "deadline", "tls-here"};
    return std::find(Known.begin(), Known.end(), c.attempt.reason) != Known.end() ? c.attempt.reason : "";
}

struct Special {
    Outcome outcome;
    std::string (*word)(const Case&);
};

constexpr Special Specials[] = {{Outcome::LoginOk, ofLoginOk},
                                {Outcome::Ready, ofReady},
                                {Outcome::AuthRejected, ofAuthRejected},
                                {Outcome::MailboxBusy, ofMailboxBusy},
                                {Outcome::ProtocolError, ofProtocolError},
                                {Outcome::AuthNotOffered, ofAuthNotOffered},
                                {Outcome::TryLater, ofTryLater},
                                {Outcome::PlaintextRefused, ofPlaintextRefused},
                                {Outcome::ServerRefused, ofServerRefused},
                                {Outcome::ConnectTimeout, ofConnectTimeout},
                                {Outcome::ConnectRefused, ofConnectRefused},
                                {Outcome::TlsNotOffered, ofTlsNotOffered},
                                {Outcome::NotThisProtocol, ofNotThisProtocol},
                                {Outcome::StageTimeout, ofStageTimeout},
                                {Outcome::TlsHandshakeFailed, ofHandshakeFailed},
                                {Outcome::TlsOldVersion, ofOldVersion},
                                {Outcome::CertUnknownCa, ofUntrustedIssuer},
                                {Outcome::CertSelfSigned, ofUntrustedIssuer},
                                {Outcome::CertNameMismatch, ofNameMismatch},
                                {Outcome::Skipped, ofSkipped}};

std::string specialWord(const Case& c) {
    for (const Special& special : Specials)
        if (special.outcome == c.attempt.outcome)
            return special.word(c);
    return {};
}

/// Outcomes whose sentence can quote the server; without a text it does not.
bool quotesServer(Outcome outcome) {
    constexpr std::array Quoting{Outcome::AuthRejected,    Outcome::AuthNeedsAction, Outcome::MailboxBusy,
                                 Outcome::TryLater,        Outcome::AccountLocked,   Outcome::ServerRefused,
                                 Outcome::PlaintextRefused};
    return std::find(Quoting.begin(), Quoting.end(), outcome) != Quoting.end();
}

} // namespace

Message explain(const Attempt& attempt, const RunReport& report, const Translation& translation) {
    const std::string base = "outcome-" + std::string(name(attempt.outcome));
    if (quotesServer(attempt.outcome))
        if (const FailureText* failure = failureText(translation, attempt)) {
            Message message = messageFor("outcome-provider-says", attempt);
            message.arguments.emplace_back("meaning.ja", failure->text.ja);
            message.arguments.emplace_back("meaning.en", failure->text.en);
            return message;
        }
    const std::string special = specialWord(Case{attempt, report});
    if (!special.empty())
        return messageFor(base + "-" + special, attempt);
    return messageFor(quotesServer(attempt.outcome) && !attempt.serverText.empty() ? base + "-said" : base, attempt);
}

} // namespace yomikae
