// How often a password may be sent. Accounts lock at three refusals in the field, so a run spends two at most.
#pragma once

#include "base/endpoint.h"
#include "base/mechanism.h"
#include "base/outcome.h"
#include "probe/network.h"
#include "probe/report.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace yomikae {

/// One login to be.
struct LoginChoice {
    std::string username;
    std::vector<Mechanism> mechanisms; ///< empty = what the server offers
    friend bool operator==(const LoginChoice&, const LoginChoice&) = default;
};

/// Counts over the whole run, POP, IMAP and SMTP together; one login at a time. Every password that went out counts,
/// whatever kind of no came back, or none; only a yes, a busy mailbox and "later" do not. A lock takes all that is
/// left.
class LoginBudget {
  public:
    explicit LoginBudget(int refusals) : most_(refusals) {}
    /// Another process has the account, or has it no more.
    void stayOut(bool elsewhere = true) { elsewhere_ = elsewhere; }
    /// From now on at most so many more: others have spent some meanwhile. Never more than before.
    void leave(int more) { most_ = std::min(most_, spent_ + std::max(0, more)); }

    /// The next login for this candidate that may go out by itself: with the form that worked before, or else the first
    /// of the candidate's own forms. After a refusal only another form, or another mechanism that the profile names.
    /// Otherwise nothing, and `objection` (may be null) says why: "locked", "elsewhere",
    /// "mailbox-busy", "budget", "same-login".
    std::optional<LoginChoice> choose(const Candidate& candidate, std::string_view* objection = nullptr) const;

    void begin() { busy_ = true; }
    /// The login that began came to this. An attempt that never got as far as a login has no user name.
    void ended(const Attempt& attempt, Instant now);
    /// The password was taken, and only the mailbox is still looked at: the next server may be asked. `ended` does not
    /// follow, but `takenBack` where the yes turns out to have been none.
    void taken(const std::string& username);
    void takenBack(const Attempt& attempt, Instant now);
    bool busy() const { return busy_; }
    /// Not before: a pause follows each refusal.
    Instant mayBeginAt() const { return pauseUntil_; }

    int refused() const { return refused_; }
    int spent() const { return spent_; }
    bool lockedOut() const { return lockedOut_; }
    /// Some server took the password; `workedAs` is the form it was taken with.
    bool proven() const { return workedAs_.has_value(); }

  private:
    struct Spent {
        std::string host;
        std::string username;
        std::optional<Mechanism> mechanism;
    };
    std::optional<LoginChoice> allowed(const Candidate& candidate, const std::string& username) const;
    bool isClosed(const Endpoint& endpoint) const;
    void close(const Endpoint& endpoint) { closed_.emplace_back(endpoint.host, endpoint.protocol); }
    void spend(const Attempt& attempt, int logins, Instant now);
    void lock(const Attempt& attempt, Instant now);

    int most_;
    int spent_ = 0;
    int refused_ = 0;
    bool busy_ = false;
    bool lockedOut_ = false;
    bool elsewhere_ = false;
    bool mailboxBusy_ = false;      ///< and no other door opens another mailbox
    bool receivingStopped_ = false; ///< the person must do something there first
    bool sendingStopped_ = false;
    Instant pauseUntil_{};
    std::optional<std::string> workedAs_;
    std::vector<Spent> refusals_;
    std::vector<std::pair<std::string, Protocol>> closed_; ///< not to be asked again, with no form
};

} // namespace yomikae
