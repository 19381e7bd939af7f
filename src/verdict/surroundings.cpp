#include "verdict/surroundings.h"

#include "base/text.h"
#include "probe/turned_round.h"

#include <algorithm>
#include <array>
#include <set>

namespace yomikae {

namespace {

/// Words that mail scanners put into greetings and into the certificates they make.
constexpr std::array<std::string_view, 13> ShieldWords{
    "avast",  "avg ",      "bitdefender", "eset mail",  "eset ssl",     "kaspersky",  "mcafee",
    "norton", "antivirus", "anti-virus",  "pop3 proxy", "mail scanner", "mail shield"};

bool sameHost(const Attempt& a, const Attempt& b) {
    return a.candidate.endpoint.host == b.candidate.endpoint.host;
}

bool isShieldText(std::string_view text) {
    return std::any_of(ShieldWords.begin(), ShieldWords.end(),
                       [&](std::string_view word) { return containsIgnoringCase(text, word); });
}

bool showsExpired(const TlsFacts& tls) {
    return std::find(tls.faults.begin(), tls.faults.end(), CertificateFault::Expired) != tls.faults.end();
}

} // namespace

bool containsIgnoringCase(std::string_view text, std::string_view part) {
    return !part.empty() && lowerAscii(text).find(lowerAscii(part)) != std::string::npos;
}

bool answered(const Attempt& attempt) {
    switch (attempt.outcome) {
    case Outcome::Skipped:
    case Outcome::Cancelled:
    case Outcome::InputInvalid:
    case Outcome::ConnectRefused:
    case Outcome::ConnectTimeout:
    case Outcome::ConnectUnreachable: return false;
    case Outcome::StageTimeout: return attempt.stage > Stage::Greeting;
    default: return attempt.stage > Stage::Connect;
    }
}

bool hostAnswersElsewhere(const RunReport& report, const Attempt& attempt) {
    return std::any_of(report.attempts.begin(), report.attempts.end(), [&](const Attempt& other) {
        return sameHost(other, attempt) && other.candidate.endpoint.port != attempt.candidate.endpoint.port &&
               answered(other);
    });
}

bool submissionAnswers(const RunReport& report) {
    return std::any_of(report.attempts.begin(), report.attempts.end(), [](const Attempt& other) {
        const Endpoint& endpoint = other.candidate.endpoint;
        return endpoint.protocol == Protocol::Smtp && endpoint.port != 25 && answered(other);
    });
}

bool hostEncryptsElsewhere(const RunReport& report, const Attempt& attempt) {
    return std::any_of(report.attempts.begin(), report.attempts.end(), [&](const Attempt& other) {
        return sameHost(other, attempt) && isCertified(other) &&
               isIncoming(other.candidate.endpoint.protocol) == isIncoming(attempt.candidate.endpoint.protocol);
    });
}

bool spokeHttp(const Attempt& attempt) {
    if (attempt.outcome == Outcome::NotThisProtocol && attempt.reason == "http")
        return true;
    return attempt.tls && attempt.tls->failure == "not-tls" && attempt.tls->plainBytes.starts_with("HTTP/");
}

bool portalInTheWay(const RunReport& report) {
    int answers = 0;
    for (const Attempt& attempt : report.attempts) {
        if (!answered(attempt))
            continue;
        if (!spokeHttp(attempt))
            return false;
        ++answers;
    }
    return answers >= 2;
}

bool looksLikeMailShield(const Attempt& attempt) {
    return isShieldText(greetingOf(attempt)) || isShieldText(attempt.serverText) ||
           (attempt.tls && isShieldText(attempt.tls->leaf.issuer));
}

bool refusesSender(const Attempt& attempt) {
    return attempt.outcome == Outcome::LoginOk && attempt.reason == "sender-refused";
}

bool refusesRecipient(const Attempt& attempt) {
    return attempt.outcome == Outcome::LoginOk && attempt.reason == "recipient-refused";
}

bool clockMayRunAhead(const RunReport& report) {
    std::set<std::pair<std::string, std::uint16_t>> expired;
    for (const Attempt& attempt : report.attempts) {
        const Endpoint& endpoint = attempt.candidate.endpoint;
        if (attempt.outcome == Outcome::CertExpired)
            expired.emplace(endpoint.host, endpoint.port);
        else if (attempt.tls && attempt.tls->handshakeDone && !showsExpired(*attempt.tls))
            return false;
    }
    return expired.size() >= 2;
}

bool encryptionWordOverwritten(const Attempt& attempt) {
    return attempt.outcome == Outcome::TlsNotOffered && attempt.reason == "masked";
}

bool isInUse(const Attempt& attempt) {
    return attempt.outcome == Outcome::MailboxBusy &&
           (attempt.responseCode == "IN-USE" || attempt.responseCode == "INUSE");
}

bool reachedInTls(const Attempt& attempt) {
    return isCertified(attempt) && attempt.stage > Stage::Tls;
}

bool certifies(const TlsFacts& tls, std::string_view host) {
    const auto dot = host.find('.');
    return std::any_of(tls.leaf.names.begin(), tls.leaf.names.end(), [&](const std::string& name) {
        return !host.empty() && (name == host || (dot != std::string_view::npos && name.starts_with("*.") &&
                                                  std::string_view(name).substr(1) == host.substr(dot)));
    });
}

const FailureText* failureText(const Translation& translation, const Attempt& attempt) {
    for (const FailureText& failure : translation.failures)
        if ((!failure.protocol || *failure.protocol == attempt.candidate.endpoint.protocol) &&
            containsIgnoringCase(attempt.serverText, failure.contains))
            return &failure;
    return nullptr;
}

} // namespace yomikae
