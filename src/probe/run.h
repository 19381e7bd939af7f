// The policy of a whole run, without I/O: what to look up, connect, send and close, and when to wake. `net` applies
// what it says.
#pragma once

#include "base/secret.h"
#include "candidates/plan.h"
#include "probe/network.h"
#include "probe/report.h"
#include "tls/trust_store.h"
#include "wire/errand.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace yomikae {

/// What the driver has to do. Ids are the run's own and never used twice.
struct Effect {
    enum class Kind { Lookup, Connect, Send, Close } kind = Kind::Lookup;
    int id = 0;                               ///< of the connection (Connect, Send, Close) or the look-up
    std::string host;                         ///< Lookup
    AddressFamily family = AddressFamily::V4; ///< Lookup
    std::string address;                      ///< Connect: an IP literal
    std::uint16_t port = 0;                   ///< Connect
    std::string bytes;                        ///< Send; the driver wipes them after use
};

/// What is remembered of logins to this account, beyond one run.
struct LoginsBefore {
    /// Of the last half hour: refused logins, and when the oldest of them stops to count.
    int refusedBefore = 0;
    Milliseconds loginAgainIn{};
    bool loginElsewhere = false; ///< another process logs in to this account just now: this one only looks
};

struct RunSettings : LoginsBefore {
    Secret password; ///< empty = reach only
    Consents consents;
    int refusedLogins = 2; ///< login budget of this run: 1 or 2
    Milliseconds deadline{180'000};
    const TrustStore* trust = nullptr;
    WallTime wallClock{}; ///< for certificates
    std::string ehloName = "[127.0.0.1]";
    /// What the one login of this run is for, beyond the proof. For plans with one candidate.
    std::shared_ptr<Errand> errand = {};
    std::vector<std::pair<std::pair<std::string, std::uint16_t>, std::string>> resolve; ///< --resolve HOST:PORT:ADDRESS
};

/// Every call may produce effects; take them with `takeEffects` afterwards. Deterministic: the same calls give the same
/// effects.
class ProbeRun {
  public:
    ProbeRun(const Plan& plan, RunSettings settings);
    ~ProbeRun();
    ProbeRun(ProbeRun&&) noexcept;
    ProbeRun& operator=(ProbeRun&&) noexcept;

    void start(Instant now);
    void lookedUp(int id, LookupResult result, const std::vector<std::string>& addresses, Instant now);
    /// `localAddress` = this end of the connection, for EHLO (RFC 5321 4.1.3); "" = unknown.
    void connected(int id, Instant now, std::string_view localAddress = {});
    void connectFailed(int id, ConnectFailure why, Instant now);
    void received(int id, std::string_view bytes, Instant now);
    void closed(int id, bool reset, Instant now);
    void tick(Instant now);   ///< the wake time came
    void cancel(Instant now); ///< back within the same call: nothing but QUIT and close follows
    /// The person said yes to something more, during the run or after it: `plan` is made with all of `consents`. Only
    /// what the yes changes is tried, under the same budget; what is known stays. A deadline as long as the first one
    /// begins. Not after `cancel`. `before` = what is remembered by now, this run's own refusals among it.
    void agree(const Plan& plan, const Consents& consents, Instant now,
               const std::optional<LoginsBefore>& before = std::nullopt);

    std::vector<Effect> takeEffects();
    std::optional<Instant> wakeAt() const;
    bool finished() const;
    /// Passwords that count against the next runs, and those that went out and have no answer yet. Known before
    /// `takeEffects` lets them out.
    int loginsAtStake() const;
    /// What is known so far; complete once `finished`.
    const RunReport& report() const;
    /// Attempts that changed since the last call, by index into report().attempts, for progress.
    std::vector<std::size_t> takeChanged();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace yomikae
