// A yes that comes while a run goes on, or after it.
#include "probe/run_state.h"

#include "base/limits.h"

#include <algorithm>

namespace yomikae {

namespace {

bool isYesTo(const Candidate& candidate, const Consents& consents) {
    const Endpoint& endpoint = candidate.endpoint;
    const auto& hosts = consents.hosts;
    return CleartextConsent::find(endpoint, consents.cleartext) ||
           (candidate.loginNeedsHostConsent && std::find(hosts.begin(), hosts.end(), endpoint.host) != hosts.end());
}

} // namespace

void ProbeRun::State::agree(const Plan& withConsents, const Consents& consents) {
    settings.consents = consents;
    settings.deadline = now + patience;
    for (std::size_t i = 0; i < probes.size(); ++i)
        reconsider(i);
    for (const Candidate& candidate : withConsents.candidates)
        adopt(candidate);
    over = false;
    report.elapsed = {};
}

/// Others may have spent logins since this run began, and may hold the account now.
void ProbeRun::State::takeBefore(const LoginsBefore& before) {
    static_cast<LoginsBefore&>(settings) = before;
    budget.leave(limits::RefusedLogins - before.refusedBefore);
    budget.stayOut(before.loginElsewhere);
    report.budgetSpent = false;
    report.loginElsewhere = false;
    report.loginAgainIn.reset();
}

/// What waited for this yes goes on from where it stopped.
void ProbeRun::State::reconsider(std::size_t i) {
    Attempt& attempt = report.attempts[i];
    if (attempt.outcome == Outcome::Ready)
        attempt.reason.clear(); // it may be used now
    if (!attempt.consent)
        return;
    const Candidate candidate = at(i).candidate;
    if (attempt.consent->kind != ConsentKind::Certificate) {
        attempt.consent = attempt.outcome == Outcome::Ready ? consentFor(candidate) : attempt.consent;
    } else if (agreedCertificate(candidate.endpoint) == attempt.consent->sha256 && at(i).done()) {
        beginAnew(i);
    }
    changed(i);
}

void ProbeRun::State::beginAnew(std::size_t i) {
    const Candidate candidate = at(i).candidate;
    *probes[i] = ProbeUnderWay(candidate);
    report.attempts[i] = Attempt{};
    report.attempts[i].candidate = candidate;
}

/// The deadline came before it was known, and before a password. Where a port was to be tried in TLS and in clear, TLS
/// has its turn again too, and goes first.
bool ProbeRun::State::cutShort(std::size_t i) const {
    const Attempt& attempt = report.attempts[i];
    return at(i).done() && attempt.reason == "deadline" && attempt.username.empty();
}

/// A yes may open a door that was only there to explain, or add one (clear text). Rows keep their places.
void ProbeRun::State::adopt(const Candidate& candidate) {
    bool known = false;
    std::size_t place = 0;
    for (std::size_t i = 0; i < probes.size(); ++i) {
        const Candidate& there = at(i).candidate;
        const bool same = there.endpoint == candidate.endpoint;
        const bool before = at(i).incoming() == isIncoming(candidate.endpoint.protocol) ? there.rank <= candidate.rank
                                                                                        : at(i).incoming();
        known |= same;
        place = same || before ? i : place;
        if (!same)
            continue;
        const bool isMeant = isYesTo(there, settings.consents);
        const bool opened = there.reserve && !there.explainOnly;
        probes[i]->candidate = candidate;
        probes[i]->candidate.explainOnly = candidate.explainOnly && !(candidate.reserve && opened);
        report.attempts[i].candidate = probes[i]->candidate;
        if (report.attempts[i].outcome == Outcome::Ready)
            report.attempts[i].consent = consentFor(probes[i]->candidate);
        else if (cutShort(i) && usable(at(i)) && isMeant)
            beginAnew(i);
        changed(i);
    }
    if (!known)
        insertAfter(place, candidate);
}

} // namespace yomikae
