#include "verdict/verdict.h"

#include "base/names.h"
#include "verdict/advice.h"
#include "verdict/explain.h"
#include "verdict/surroundings.h"

#include <algorithm>

namespace yomikae {

namespace {

constexpr Named<Verdict> VerdictNames[] = {{Verdict::Works, "works"},
                                           {Verdict::IncomingOnly, "incoming-only"},
                                           {Verdict::OutgoingOnly, "outgoing-only"},
                                           {Verdict::Reachable, "reachable"},
                                           {Verdict::PasswordRefused, "password-refused"},
                                           {Verdict::Locked, "locked"},
                                           {Verdict::NeedsConsent, "needs-consent"},
                                           {Verdict::NeedsAction, "needs-action"},
                                           {Verdict::OAuthOnly, "oauth-only"},
                                           {Verdict::ProviderEnded, "provider-ended"},
                                           {Verdict::NetworkDown, "network-down"},
                                           {Verdict::NothingWorks, "nothing-works"}};

/// A door that stands open: TLS was accepted and the server was ready for a login, whatever it then said to the login.
bool reached(const Attempt& attempt) {
    if (!attempt.tls || !attempt.tls->handshakeDone || attempt.reason == "turned-round")
        return false;
    switch (attempt.outcome) {
    case Outcome::Ready:
    case Outcome::AuthRejected:
    case Outcome::AuthUnclear:
    case Outcome::AuthNeedsAction:
    case Outcome::AccountLocked:
    case Outcome::MailboxBusy: return true;
    case Outcome::TryLater: return attempt.stage >= Stage::Login;
    default: return false;
    }
}

bool loggedIn(const std::optional<Proven>& proven) {
    return proven && proven->how == Proven::How::Login;
}

template <class Test> std::optional<std::size_t> bestOf(const RunReport& report, bool incoming, Test test) {
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < report.attempts.size(); ++i) {
        const Attempt& attempt = report.attempts[i];
        if (isIncoming(attempt.candidate.endpoint.protocol) == incoming && test(attempt) &&
            (!best || attempt.candidate.rank < report.attempts[*best].candidate.rank))
            best = i;
    }
    return best;
}

std::optional<Proven> bestProven(const RunReport& report, bool incoming) {
    if (const auto login = bestOf(report, incoming, [](const Attempt& a) { return a.outcome == Outcome::LoginOk; }))
        return Proven{Proven::How::Login, *login};
    if (const auto open = bestOf(report, incoming, reached))
        return Proven{Proven::How::Reached, *open};
    return std::nullopt;
}

/// What the run as a whole says, looked at from several sides.
struct Signs {
    bool refused = false, locked = false, needsAction = false, oauth = false, consent = false, later = false,
         certificates = false, loginTried = false;
};

/// A provider may say "locked" or "switch it on first" in words of its own.
void addOwnWords(Signs& signs, const Translation& translation, const Attempt& attempt) {
    const FailureText* failure = failureText(translation, attempt);
    if (!failure || attempt.outcome == Outcome::LoginOk || attempt.outcome == Outcome::Ready)
        return;
    signs.locked |= failure->means == "locked";
    signs.needsAction |= failure->means == "needs-option" || failure->means == "pop-before-smtp";
}

bool isCertificateFault(Outcome outcome) {
    return name(outcome).starts_with("cert-") || outcome == Outcome::TlsOldVersion;
}

Signs signsOf(const Translation& translation, const RunReport& report) {
    Signs signs;
    signs.locked = report.lockedOut;
    for (const Attempt& attempt : report.attempts) {
        signs.refused |= attempt.outcome == Outcome::AuthRejected;
        signs.locked |= attempt.outcome == Outcome::AccountLocked;
        signs.needsAction |= attempt.outcome == Outcome::AuthNeedsAction;
        signs.oauth |= attempt.outcome == Outcome::OAuthOnly;
        signs.consent |= attempt.consent.has_value();
        signs.later |= attempt.outcome == Outcome::MailboxBusy || attempt.outcome == Outcome::TryLater ||
                       attempt.outcome == Outcome::AuthUnclear;
        signs.certificates |= isCertificateFault(attempt.outcome);
        signs.loginTried |= !attempt.username.empty();
        addOwnWords(signs, translation, attempt);
    }
    return signs;
}

/// Nothing can be proven here whatever the network says: known before the first connection.
std::optional<Verdict> knownBeforehand(const Translation& translation) {
    if (translation.status &&
        (translation.status->state == ServiceState::Ended || translation.status->state == ServiceState::Impossible))
        return Verdict::ProviderEnded;
    if (translation.signIn && translation.signIn->oauthOnly)
        return Verdict::OAuthOnly;
    return std::nullopt;
}

/// No login succeeded. The answer that the person can act on best comes first; a refusal outweighs an open question,
/// because a yes to another server would not make the password right.
Verdict withoutLogin(const Judgement& judgement, const Translation& translation, const RunReport& report) {
    if (const auto known = knownBeforehand(translation))
        return *known;
    if (report.networkDown)
        return Verdict::NetworkDown;
    const Signs signs = signsOf(translation, report);
    if (signs.locked || report.loginElsewhere || (report.budgetSpent && !signs.refused))
        return Verdict::Locked;
    if (signs.needsAction)
        return Verdict::NeedsAction;
    if (signs.refused)
        return Verdict::PasswordRefused;
    if (signs.oauth)
        return Verdict::OAuthOnly;
    if (judgement.incoming && judgement.outgoing && !signs.loginTried && (!report.passwordGiven || !signs.consent))
        return Verdict::Reachable;
    if (signs.consent)
        return Verdict::NeedsConsent;
    if (!report.passwordGiven && (judgement.incoming || judgement.outgoing))
        return judgement.incoming ? Verdict::IncomingOnly : Verdict::OutgoingOnly;
    return Verdict::NothingWorks;
}

Verdict verdictOf(const Judgement& judgement, const Translation& translation, const RunReport& report) {
    const bool incoming = loggedIn(judgement.incoming);
    const bool outgoing = loggedIn(judgement.outgoing);
    if (incoming && outgoing)
        return Verdict::Works;
    if (incoming)
        return Verdict::IncomingOnly;
    if (outgoing)
        return Verdict::OutgoingOnly;
    return withoutLogin(judgement, translation, report);
}

/// A word more behind the verdict's own sentence; "" = none.
std::string shade(const Judgement& judgement, const Translation& translation, const RunReport& report) {
    const Signs signs = signsOf(translation, report);
    const bool noSender = judgement.outgoing && refusesSender(report.attempts[judgement.outgoing->attempt]);
    const bool noRecipient = judgement.outgoing && refusesRecipient(report.attempts[judgement.outgoing->attempt]);
    const bool byReserve = judgement.incoming && report.attempts[judgement.incoming->attempt].candidate.reserve;
    switch (judgement.verdict) {
    case Verdict::Works:
        if (noSender || noRecipient)
            return noSender ? "-sender-refused" : "-recipient-refused";
        return byReserve ? "-imap-instead" : "";
    case Verdict::IncomingOnly: return !loggedIn(judgement.incoming) ? "-reached" : byReserve ? "-imap-instead" : "";
    case Verdict::OutgoingOnly: return !loggedIn(judgement.outgoing) ? "-reached" : noSender ? "-sender-refused" : "";
    case Verdict::PasswordRefused: return report.budgetSpent ? "-stopped" : "";
    case Verdict::Locked: return signs.locked ? "-by-server" : report.loginElsewhere ? "-elsewhere" : "";
    case Verdict::ProviderEnded:
        if (translation.status->state == ServiceState::Impossible)
            return "-impossible";
        return translation.status->until ? "-on" : "";
    case Verdict::NothingWorks:
        if (report.cancelled)
            return "-cancelled";
        if (report.attempts.empty())
            return "-untried";
        return signs.later ? "-later" : portalInTheWay(report) ? "-portal" : signs.certificates ? "-certificates" : "";
    default: return "";
    }
}

Message summaryOf(const Judgement& judgement, const Translation& translation, const RunReport& report) {
    Message summary{"verdict-" + std::string(name(judgement.verdict)) + shade(judgement, translation, report), {}};
    if (judgement.verdict == Verdict::ProviderEnded && translation.status->until)
        summary.arguments.emplace_back("until", toString(*translation.status->until));
    return summary;
}

} // namespace

std::string_view name(Verdict verdict) {
    return nameIn(VerdictNames, verdict);
}

Judgement judge(const Translation& translation, const RunReport& report) {
    Judgement judgement;
    judgement.incoming = bestProven(report, true);
    judgement.outgoing = bestProven(report, false);
    judgement.verdict = verdictOf(judgement, translation, report);
    judgement.summary = summaryOf(judgement, translation, report);
    for (const Attempt& attempt : report.attempts)
        judgement.explanations.push_back(explain(attempt, report, translation));
    judgement.advice = adviceFor(judgement, translation, report);
    return judgement;
}

} // namespace yomikae
