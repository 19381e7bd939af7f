// Who logs in, and when. The password goes to one server at a time, and only where a login would tell something new.
#include "probe/run_state.h"

#include "base/limits.h"
#include "probe/turned_round.h"

#include <algorithm>

namespace yomikae {

namespace {

using namespace std::chrono_literals;

/// How long a connection that is ready waits for a better one that is under way: half of what it took itself.
constexpr Milliseconds LeastWait = 100ms;
constexpr Milliseconds MostWait = 1s;

/// Not a door that is shut for good, or one that cannot be used safely.
bool leavesHope(const Attempt& attempt, bool usable) {
    switch (attempt.outcome) {
    case Outcome::Ready: return usable;
    case Outcome::LoginOk:
    case Outcome::AuthRejected:
    case Outcome::AuthUnclear:
    case Outcome::AuthNeedsAction:
    case Outcome::OAuthOnly:
    case Outcome::MailboxBusy:
    case Outcome::TryLater:
    case Outcome::AccountLocked:
    case Outcome::DnsTemporary:
    case Outcome::DnsTimeout: return true;
    case Outcome::StageTimeout:
    case Outcome::ProtocolError:
    case Outcome::LimitExceeded: return attempt.stage >= Stage::Login;
    default: return false;
    }
}

} // namespace

std::optional<ConsentNeeded> ProbeRun::State::consentFor(const Candidate& candidate) const {
    const Endpoint& endpoint = candidate.endpoint;
    const auto& hosts = settings.consents.hosts;
    const bool clear = endpoint.security == Security::None;
    if (candidate.usernames.empty() || (candidate.explainOnly && !clear))
        return std::nullopt;
    if (candidate.loginNeedsHostConsent && std::find(hosts.begin(), hosts.end(), endpoint.host) == hosts.end())
        return ConsentNeeded{ConsentKind::Host, endpoint, {}};
    if (clear && !CleartextConsent::find(endpoint, settings.consents.cleartext))
        return ConsentNeeded{ConsentKind::Cleartext, endpoint, {}};
    return std::nullopt;
}

/// What the other ports show may come later than the question.
void ProbeRun::State::takeBackConsents() {
    for (std::size_t i = 0; i < probes.size(); ++i) {
        Attempt& attempt = report.attempts[i];
        if (attempt.consent && (needsNoConsent(report, attempt) || startTlsIsTried(attempt))) {
            attempt.consent.reset();
            changed(i);
        }
    }
}

/// In clear, although the server offers STARTTLS: whatever there is to ask, that attempt asks it.
bool ProbeRun::State::startTlsIsTried(const Attempt& attempt) const {
    Endpoint inTls = attempt.candidate.endpoint;
    inTls.security = Security::StartTls;
    return offersStartTls(attempt) && planned(inTls);
}

bool ProbeRun::State::usable(const ProbeUnderWay& probe) const {
    const Candidate& candidate = probe.candidate;
    return report.passwordGiven && !plan.oauthOnly && !candidate.explainOnly && !candidate.usernames.empty() &&
           !consentFor(candidate);
}

std::optional<int> ProbeRun::State::provenRank(bool incoming) const {
    std::optional<int> best;
    for (std::size_t i = 0; i < probes.size(); ++i)
        if ((report.attempts[i].outcome == Outcome::LoginOk || at(i).taken) && at(i).incoming() == incoming)
            best = std::min(best.value_or(at(i).candidate.rank), at(i).candidate.rank);
    return best;
}

/// Every incoming server that was asked said no: sending has the same password.
bool ProbeRun::State::incomingRefused() const {
    return !budget.proven() && std::any_of(report.attempts.begin(), report.attempts.end(), [](const Attempt& attempt) {
        return attempt.outcome == Outcome::AuthRejected && isIncoming(attempt.candidate.endpoint.protocol);
    });
}

std::optional<LoginChoice> ProbeRun::State::nextLogin(std::size_t i, std::string_view* why) const {
    const ProbeUnderWay& probe = at(i);
    const Outcome outcome = report.attempts[i].outcome;
    const bool open = outcome == Outcome::Ready || (outcome == Outcome::AuthRejected && !probe.followed);
    if (!usable(probe) || probe.turn || !open)
        return std::nullopt;
    const auto no = [&](std::string_view word) {
        if (why)
            *why = word;
        return std::nullopt;
    };
    if (turnedRound(report, report.attempts[i])) // whatever was agreed to, it was not to this server
        return no("turned-round");
    if (const auto proven = provenRank(probe.incoming()); proven && *proven <= probe.candidate.rank)
        return no("better-proven");
    if (!probe.incoming() && incomingRefused() && !incomingOpen())
        return no("password-refused");
    return budget.choose(probe.candidate, why);
}

/// It is on its way, and if it gets there a login may follow.
bool ProbeRun::State::mayComeToLogin(std::size_t i) const {
    const ProbeUnderWay& probe = at(i);
    const auto proven = provenRank(probe.incoming());
    return !probe.recorded && usable(probe) && (!proven || probe.candidate.rank < *proven) &&
           (probe.turn || budget.choose(probe.candidate));
}

bool ProbeRun::State::incomingOpen() const {
    for (std::size_t i = 0; i < probes.size(); ++i)
        if (at(i).incoming() && (mayComeToLogin(i) || nextLogin(i)))
            return true;
    return false;
}

/// At port 25 without a certificate that proves the server, another port of its host has not greeted yet.
bool ProbeRun::State::mayTurnOutTurnedRound(std::size_t i) const {
    const Endpoint& here = at(i).endpoint();
    if (here.port != 25 || isCertified(report.attempts[i]))
        return false;
    return std::any_of(probes.begin(), probes.end(), [&](const auto& other) {
        const Endpoint& there = other->endpoint();
        return there.protocol == Protocol::Smtp && there.port != 25 && there.host == here.host && !other->recorded &&
               (other->phase == Phase::Racing || other->phase == Phase::Talking);
    });
}

/// A better-ranked conversation that is under way may get there first. One that has not even connected is not waited
/// for.
std::optional<Instant> ProbeRun::State::heldBackUntil(std::size_t i) const {
    const ProbeUnderWay& probe = at(i);
    if (!probe.idle())
        return std::nullopt;
    if (mayTurnOutTurnedRound(i))
        return Instant::max(); // which it will be known before: every connection comes to an end
    for (std::size_t k = 0; k < probes.size(); ++k) {
        const ProbeUnderWay& other = at(k);
        if (other.incoming() == probe.incoming() && other.candidate.rank < probe.candidate.rank &&
            other.phase == Phase::Talking && !other.talk->ready() && mayComeToLogin(k))
            return probe.readyAt + std::clamp((probe.readyAt - probe.connectedAt) / 2, LeastWait, MostWait);
    }
    return std::nullopt;
}

std::optional<std::size_t> ProbeRun::State::pick(bool incoming) const {
    if (!incoming && incomingOpen() && !budget.proven()) // the form that works for receiving is not known yet
        return std::nullopt;
    return bestOf(incoming);
}

std::optional<std::size_t> ProbeRun::State::bestOf(bool incoming) const {
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < probes.size(); ++i) {
        const ProbeUnderWay& probe = at(i);
        const bool free = probe.idle() || probe.done();
        if (probe.incoming() != incoming || !free || !nextLogin(i))
            continue;
        if (const auto held = heldBackUntil(i); held && *held > now)
            continue;
        if (!best || probe.candidate.rank < at(*best).candidate.rank)
            best = i;
    }
    return best;
}

/// What was in reserve may be logged into from now on.
void ProbeRun::State::openReserve() {
    if (!report.passwordGiven || plan.oauthOnly || firstProtocolMayWin())
        return;
    for (std::size_t i = 0; i < probes.size(); ++i) {
        Candidate& candidate = probes[i]->candidate;
        if (!candidate.reserve || !candidate.explainOnly)
            continue;
        candidate.explainOnly = false;
        report.attempts[i].candidate = candidate;
        ask(i);
        addTlsTry(i);
        changed(i);
        progressed = true;
    }
}

/// Or has won, or was told something about the login: that would be the same in another protocol, or may be better
/// later.
bool ProbeRun::State::firstProtocolMayWin() const {
    for (std::size_t i = 0; i < probes.size(); ++i) {
        const ProbeUnderWay& probe = at(i);
        const bool underWay = !probe.recorded && usable(probe);
        if (probe.incoming() && !probe.candidate.reserve && (underWay || leavesHope(report.attempts[i], usable(probe))))
            return true;
    }
    return false;
}

void ProbeRun::State::letLogin() {
    if (budget.busy() || now < budget.mayBeginAt())
        return;
    const bool sendingFirst = provenRank(true) && !provenRank(false);
    for (const bool incoming : {!sendingFirst, sendingFirst})
        if (const auto i = pick(incoming))
            return beginLogin(*i, *nextLogin(*i));
}

/// While a login to receive is under way, the server for sending is brought to where only the password is missing.
/// That needs no name and no secret, and saves the proof a round trip.
void ProbeRun::State::askAhead() {
    const bool receiving = std::any_of(probes.begin(), probes.end(), [](const auto& probe) {
        return probe->incoming() && probe->turn && probe->phase == Phase::Talking && !probe->talk->ready();
    });
    if (!receiving || budget.spent() > 0 || budget.proven())
        return;
    if (const auto i = bestOf(false); i && at(*i).idle())
        progressed |= probes[*i]->talk->askAhead(nextLogin(*i)->mechanisms, now);
}

/// On the open connection where there is one. Another form of the user name is another attempt.
void ProbeRun::State::beginLogin(std::size_t i, const LoginChoice& choice) {
    budget.begin();
    progressed = true;
    if (at(i).idle()) {
        probes[i]->turn = choice;
        probes[i]->talk->login(choice.username, choice.mechanisms, settings.password, settings.consents, now);
        return;
    }
    if (report.attempts[i].outcome == Outcome::AuthRejected) {
        probes[i]->followed = true;
        const Candidate candidate = at(i).candidate;
        i = insertAfter(i, candidate);
    } else
        beginAnew(i);
    probes[i]->turn = choice;
}

/// A connection that has nothing to wait for any more is given back politely.
void ProbeRun::State::dismissIdle() {
    for (std::size_t i = 0; i < probes.size(); ++i)
        if (at(i).idle() && !nextLogin(i)) {
            probes[i]->talk->quit(now);
            progressed = true;
        }
}

/// Why a door that stands open was not used, and what the run came to as a whole.
void ProbeRun::State::giveReasons() {
    bool anyAnswer = false;
    for (std::size_t i = 0; i < probes.size(); ++i) {
        Attempt& attempt = report.attempts[i];
        std::string_view why;
        if (!nextLogin(i, &why) && attempt.outcome == Outcome::Ready && attempt.reason.empty()) {
            attempt.reason = why;
            changed(i);
        }
        report.budgetSpent |= why == "budget";
        report.loginElsewhere |= why == "elsewhere";
        anyAnswer |= attempt.stage > Stage::Connect;
    }
    report.networkDown = networkDownSeen && !anyAnswer;
    if (report.budgetSpent)
        report.loginAgainIn = settings.refusedBefore > 0 ? settings.loginAgainIn : limits::RefusedLoginCounts;
}

} // namespace yomikae
