#include "probe/login_budget.h"

#include "base/limits.h"

#include <algorithm>

namespace yomikae {

namespace {

template <class Range, class T> bool holds(const Range& range, const T& what) {
    return std::find(range.begin(), range.end(), what) != range.end();
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
    if (isClosed(candidate.endpoint))
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

void LoginBudget::ended(const Attempt& attempt, Instant now) {
    busy_ = false;
    if (attempt.username.empty())
        return;
    const Endpoint& endpoint = attempt.candidate.endpoint;
    switch (attempt.outcome) {
    case Outcome::LoginOk: workedAs_ = attempt.username; break;
    case Outcome::MailboxBusy:
        workedAs_ = attempt.username;
        mailboxBusy_ |= isIncoming(endpoint.protocol);
        close(endpoint);
        break;
    case Outcome::AuthRejected:
        ++refused_;
        spend(attempt, now);
        break;
    case Outcome::AccountLocked: lockedOut_ = true; break;
    case Outcome::AuthUnclear:
    case Outcome::ProtocolError:
    case Outcome::LimitExceeded:
    case Outcome::StageTimeout:
    case Outcome::Cancelled:
        spend(attempt, now);
        close(endpoint);
        break;
    case Outcome::TryLater: close(endpoint); break;
    default: break;
    }
}

void LoginBudget::spend(const Attempt& attempt, Instant now) {
    ++spent_;
    pauseUntil_ = now + limits::AfterRefusedLogin;
    refusals_.push_back({attempt.candidate.endpoint.host, attempt.username, attempt.mechanism});
}

} // namespace yomikae
