#include "ui/models/directions.h"

#include "verdict/surroundings.h"

#include <algorithm>

namespace yomikae::ui {

namespace {

bool isOf(const Candidate& candidate, bool incoming) {
    return isIncoming(candidate.endpoint.protocol) == incoming;
}

/// The best-ranked attempt of one direction with this outcome, or null.
const Attempt* best(const RunReport& report, bool incoming, Outcome outcome) {
    const Attempt* found = nullptr;
    for (const Attempt& attempt : report.attempts)
        if (isOf(attempt.candidate, incoming) && attempt.outcome == outcome &&
            (!found || attempt.candidate.rank < found->candidate.rank))
            found = &attempt;
    return found;
}

Half whileChecking(const RunReport& report, bool incoming) {
    Half half{HalfState::Waiting, {}};
    for (const Attempt& attempt : report.attempts) {
        if (!isOf(attempt.candidate, incoming))
            continue;
        if (attempt.stage == Stage::Sender && isUnderWay(attempt))
            return {HalfState::AskingSender, attempt.candidate.endpoint};
        if (attempt.stage == Stage::Login && (isUnderWay(attempt) || attempt.outcome == Outcome::Ready))
            return {HalfState::LoggingIn, attempt.candidate.endpoint};
        if (attempt.stage > Stage::Resolve)
            half.state = HalfState::Connecting;
    }
    return half;
}

Half afterwards(const RunReport& report, bool incoming) {
    const auto asks = std::any_of(report.attempts.begin(), report.attempts.end(), [&](const Attempt& attempt) {
        return isOf(attempt.candidate, incoming) && attempt.consent;
    });
    // a login that was tried in vain says more than a door beside it where none was tried
    const auto triedInVain = std::any_of(report.attempts.begin(), report.attempts.end(), [&](const Attempt& attempt) {
        return isOf(attempt.candidate, incoming) && !attempt.username.empty();
    });
    if (const Attempt* open = best(report, incoming, Outcome::Ready); open && !asks && !triedInVain)
        return {HalfState::Open, open->candidate.endpoint};
    return {asks ? HalfState::Asks : HalfState::Unproven, {}};
}

} // namespace

bool isUnderWay(const Attempt& attempt) {
    return attempt.outcome == Outcome::Skipped && attempt.reason.empty();
}

Half halfOf(const Plan& plan, const RunReport* report, bool checking, bool incoming) {
    const bool planned = std::any_of(plan.candidates.begin(), plan.candidates.end(),
                                     [&](const Candidate& candidate) { return isOf(candidate, incoming); });
    if (!report)
        return {planned ? HalfState::Waiting : HalfState::NotPlanned, {}};
    if (const Attempt* proven = best(*report, incoming, Outcome::LoginOk))
        return {HalfState::Proven, proven->candidate.endpoint};
    if (std::none_of(report->attempts.begin(), report->attempts.end(),
                     [&](const Attempt& attempt) { return isOf(attempt.candidate, incoming); }))
        return {HalfState::NotPlanned, {}};
    if (!report->passwordGiven)
        if (const Attempt* open = best(*report, incoming, Outcome::Ready))
            return {HalfState::Open, open->candidate.endpoint};
    return checking ? whileChecking(*report, incoming) : afterwards(*report, incoming);
}

bool allIsWell(const Judgement& judgement, const RunReport& report) {
    return judgement.verdict == Verdict::Works && !refusesSender(report.attempts.at(judgement.outgoing->attempt));
}

std::vector<ConsentNeeded> worthAsking(const RunReport& report, bool checking, const std::vector<ConsentNeeded>& open) {
    std::vector<ConsentNeeded> asked;
    for (const bool incoming : {true, false}) {
        const Attempt* first = nullptr;
        bool waitsForBetter = best(report, incoming, Outcome::LoginOk) != nullptr || !report.passwordGiven;
        for (const Attempt& attempt : report.attempts) {
            if (!isOf(attempt.candidate, incoming))
                continue;
            const bool mayStillLogin = !attempt.consent && !attempt.candidate.explainOnly &&
                                       !attempt.candidate.loginNeedsHostConsent &&
                                       (isUnderWay(attempt) || attempt.outcome == Outcome::Ready);
            waitsForBetter = waitsForBetter || (checking && mayStillLogin);
            const bool isOpen = attempt.consent && std::find(open.begin(), open.end(), *attempt.consent) != open.end();
            if (isOpen && (!first || attempt.candidate.rank < first->candidate.rank))
                first = &attempt;
        }
        if (first && !waitsForBetter)
            asked.push_back(*first->consent);
    }
    return asked;
}

} // namespace yomikae::ui
