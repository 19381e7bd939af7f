#include "probe/login_budget.h"

#include "base/limits.h"

#include <algorithm>

namespace yomikae {

namespace {

template <class Range, class T> bool holds(const Range& range, const T& what) {
    return std::find(range.begin(), range.end(), what) != range.end();
}

/// Nobody can say what the server did with the login; it is not asked again.
bool isUnclear(Outcome outcome) {
    return outcome == Outcome::AuthUnclear || outcome == Outcome::ProtocolError || outcome == Outcome::LimitExceeded ||
           outcome == Outcome::StageTimeout || outcome == Outcome::Cancelled;
}

} // namespace

bool LoginBudget::isClosed(const Endpoint& endpoint) const {
    return holds(closed_, std::pair(endpoint.host, endpoint.protocol));
}

/// A refused form is not sent again anywhere before the password is known to be right; after that, not again to the
/// same host. Another mechanism makes it another login only where the profile names that mechanism.
std::optional<LoginChoice> LoginBudget::allowed(const Candidate& candidate, const std::string& username) const {
    std::vector<Mechanism> left = candidate.mechanisms;
    bool before = false;
    for (const Spent& spent : refusals_) {
        if (spent.username != username || (proven() && spent.host != candidate.endpoint.host))
            continue;
        before = true;
        if (!spent.mechanism)
            return std::nullopt;
        left.erase(std::remove(left.begin(), left.end(), *spent.mechanism), left.end());
    }
    if (before && left.empty())
        return std::nullopt;
    return LoginChoice{username, left};
}

std::optional<LoginChoice> LoginBudget::choose(const Candidate& candidate, std::string_view* objection) const {
    const auto no = [&](std::string_view why) {
        if (objection)
            *objection = why;
        return std::nullopt;
    };
    if (lockedOut_)
        return no("locked");
    if (elsewhere_)
        return no("elsewhere");
    if (mailboxBusy_ && isIncoming(candidate.endpoint.protocol))
        return no("mailbox-busy");
    if (isClosed(candidate.endpoint) || (isIncoming(candidate.endpoint.protocol) ? receivingStopped_ : sendingStopped_))
        return no("same-login");
    std::vector<std::string> forms = candidate.usernames;
    if (workedAs_ && holds(forms, *workedAs_))
        forms.insert(forms.begin(), *workedAs_);
    std::optional<LoginChoice> choice;
    for (const bool otherMechanism : {false, true}) // a new form says more than a new mechanism for the old one
        for (const std::string& form : forms)
            if (auto may = allowed(candidate, form); may && !choice)
                if (otherMechanism || may->mechanisms == candidate.mechanisms)
                    choice = may;
    if (!choice)
        return no("same-login");
    if (spent_ >= most_)
        return no("budget");
    return choice;
}

void LoginBudget::taken(const std::string& username) {
    busy_ = false;
    workedAs_ = username;
}

/// Another login may be under way by now.
void LoginBudget::takenBack(const Attempt& attempt, Instant now) {
    workedAs_.reset();
    close(attempt.candidate.endpoint);
    spend(attempt, std::max(1, attempt.passwordsSent), now);
}

void LoginBudget::ended(const Attempt& attempt, Instant now) {
    busy_ = false;
    if (attempt.username.empty())
        return;
    const Endpoint& endpoint = attempt.candidate.endpoint;
    switch (attempt.outcome) {
    case Outcome::LoginOk: workedAs_ = attempt.username; return;
    case Outcome::MailboxBusy:
        if (attempt.responseCode == "IN-USE" || attempt.responseCode == "INUSE") // words alone prove nothing
            workedAs_ = attempt.username;
        mailboxBusy_ |= isIncoming(endpoint.protocol);
        close(endpoint);
        return spend(attempt, attempt.passwordsSent - 1, now);
    case Outcome::TryLater: close(endpoint); return spend(attempt, attempt.passwordsSent - 1, now);
    case Outcome::AuthRejected: ++refused_; return spend(attempt, std::max(1, attempt.passwordsSent), now);
    case Outcome::AccountLocked: return lock(attempt, now);
    case Outcome::AuthNeedsAction: (isIncoming(endpoint.protocol) ? receivingStopped_ : sendingStopped_) = true; break;
    default: break;
    }
    if (attempt.passwordsSent > 0 || isUnclear(attempt.outcome))
        close(endpoint);
    spend(attempt, attempt.passwordsSent, now);
}

/// Each further login may prolong the lock, so nothing is left for the next runs either.
void LoginBudget::lock(const Attempt& attempt, Instant now) {
    lockedOut_ = true;
    spend(attempt, std::max(1, limits::RefusedLogins - spent_), now);
}

/// Where several mechanisms had the password in one connection, none of them is known to be left.
void LoginBudget::spend(const Attempt& attempt, int logins, Instant now) {
    if (logins <= 0)
        return;
    spent_ += logins;
    pauseUntil_ = now + limits::AfterRefusedLogin;
    const auto mechanism = attempt.passwordsSent > 1 ? std::nullopt : attempt.mechanism;
    refusals_.push_back({attempt.candidate.endpoint.host, attempt.username, mechanism});
}

} // namespace yomikae
