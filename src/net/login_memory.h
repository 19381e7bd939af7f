// Refused logins, remembered over program runs: accounts lock at three refusals, and people try again.
#pragma once

#include "probe/run.h"

#include <QLockFile>
#include <QString>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace yomikae {

/// Where a program keeps what only matters to itself: $XDG_STATE_HOME/yomikae and the like.
std::string stateFolder();

/// One account. Its file holds the times of refusals and nothing else, and is named by a keyed hash of the account; the
/// key lies beside it, readable for this user only. While this object lives no other process may log in to the account.
/// Where the folder cannot be written nothing is remembered, and logins are not held back for that.
class LoginMemory {
  public:
    /// `account` is a mail address. Reserved names (RFC 2606: practice, tests) and this computer are no accounts:
    /// for them and for "" nothing is kept.
    LoginMemory(const std::string& folder, std::string account);
    ~LoginMemory();
    LoginMemory(const LoginMemory&) = delete;
    LoginMemory& operator=(const LoginMemory&) = delete;

    /// What a run has to know before it begins; what it knows already stays where it says more.
    void tell(LoginsBefore& before, std::int64_t now) const;
    /// So many logins of this run were refused by now, had no clear answer, or are under way: kept at once, so that a
    /// program that is killed in the middle has left it. Fewer than before: those were answered well, and are taken
    /// back.
    void spent(int logins, std::int64_t now);

  private:
    std::vector<std::int64_t> recent(std::int64_t now) const;
    void write(const std::vector<std::int64_t>& times) const;

    QString file_; ///< "" = nothing is kept
    std::unique_ptr<QLockFile> lock_;
    bool elsewhere_ = false;
    std::vector<std::int64_t> own_; ///< of this run
};

} // namespace yomikae
