#include "probe/turned_round.h"

#include "base/host_name.h"
#include "base/text.h"

#include <algorithm>
#include <array>
#include <vector>

namespace yomikae {

namespace {

bool isPort25(const Attempt& attempt) {
    return attempt.candidate.endpoint.protocol == Protocol::Smtp && attempt.candidate.endpoint.port == 25;
}

bool isElsewhere(const Attempt& other, const Attempt& attempt) {
    const Endpoint& there = other.candidate.endpoint;
    return there.port != 25 && there.host == attempt.candidate.endpoint.host;
}

bool sendsElsewhere(const Attempt& other, const Attempt& attempt) {
    return isElsewhere(other, attempt) && other.candidate.endpoint.protocol == Protocol::Smtp;
}

bool offersPasswordInTls(const Attempt& attempt) {
    if (!isCertified(attempt) || !attempt.capabilities)
        return false;
    const auto& mechanisms = attempt.capabilities->mechanisms;
    return !std::all_of(mechanisms.begin(), mechanisms.end(), isOAuth);
}

std::vector<std::string_view> labelsOf(std::string_view name) {
    std::vector<std::string_view> labels;
    for (std::size_t begin = 0; begin <= name.size();) {
        const std::size_t end = std::min(name.find('.', begin), name.size());
        labels.push_back(name.substr(begin, end - begin));
        begin = end + 1;
    }
    return labels;
}

/// "ne.jp", "co.uk": under these everybody has a name.
bool isShared(std::string_view second, std::string_view top) {
    constexpr std::array<std::string_view, 14> Kinds{"ac",  "ad", "co", "com", "ed",  "edu", "go",
                                                     "gov", "gr", "lg", "ne",  "net", "or",  "org"};
    return top.size() == 2 && std::find(Kinds.begin(), Kinds.end(), second) != Kinds.end();
}

/// mail.example.ne.jp and relay2.example.ne.jp, but not mail.other.ne.jp. In doubt yes.
bool haveOneOwner(std::string_view a, std::string_view b) {
    const auto ours = labelsOf(a);
    const auto theirs = labelsOf(b);
    const auto differ = std::mismatch(ours.rbegin(), ours.rend(), theirs.rbegin(), theirs.rend());
    const auto same = differ.first - ours.rbegin();
    return a == b || same > 2 || (same == 2 && !isShared(ours[ours.size() - 2], ours.back()));
}

bool shownByCertificate(const RunReport& report, const Attempt& attempt) {
    const auto isOwn = [&](const TlsFacts& tls) { // shown at another port, which nobody turns round
        return std::any_of(report.attempts.begin(), report.attempts.end(), [&](const Attempt& other) {
            return isElsewhere(other, attempt) && other.tls && !tls.leaf.sha256.empty() &&
                   other.tls->leaf.sha256 == tls.leaf.sha256;
        });
    };
    return std::any_of(report.attempts.begin(), report.attempts.end(), [&](const Attempt& here) {
        return isPort25(here) && here.candidate.endpoint.host == attempt.candidate.endpoint.host &&
               isForAnotherName(here) && !isOwn(*here.tls);
    });
}

bool shownByGreeting(const RunReport& report, const Attempt& attempt) {
    const std::string name = greetedName(attempt);
    bool another = false;
    for (const Attempt& other : report.attempts) {
        const std::string othersName = sendsElsewhere(other, attempt) ? greetedName(other) : "";
        if (!name.empty() && name == othersName)
            return false;
        another |= !name.empty() && !othersName.empty() && !haveOneOwner(name, othersName);
    }
    return another;
}

} // namespace

std::string greetingOf(const Attempt& attempt) {
    for (const TranscriptLine& line : attempt.transcript)
        if (line.from == TranscriptLine::From::Server)
            return line.text;
    return {};
}

std::string greetedName(const Attempt& attempt) {
    const std::string text = lowerAscii(greetingOf(attempt));
    if (text.compare(0, 3, "220") != 0 || text.size() < 5)
        return {};
    const std::string name = text.substr(4, text.find(' ', 4) - 4);
    return isHostName(name) ? name : std::string{};
}

bool isForAnotherName(const Attempt& attempt) {
    const auto& faults = attempt.tls ? attempt.tls->faults : std::vector<CertificateFault>{};
    return std::find(faults.begin(), faults.end(), CertificateFault::NameMismatch) != faults.end();
}

bool turnedRound(const RunReport& report, const Attempt& attempt) {
    return isPort25(attempt) && !isCertified(attempt) &&
           (shownByCertificate(report, attempt) || shownByGreeting(report, attempt));
}

bool needsNoConsent(const RunReport& report, const Attempt& attempt) {
    const auto takesPasswords = [&](const Attempt& other) {
        return sendsElsewhere(other, attempt) && offersPasswordInTls(other);
    };
    return isPort25(attempt) && (turnedRound(report, attempt) ||
                                 std::any_of(report.attempts.begin(), report.attempts.end(), takesPasswords));
}

} // namespace yomikae
