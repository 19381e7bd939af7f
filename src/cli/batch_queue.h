// Which row of a batch may begin: politeness towards servers and accounts over all rows and threads, as numbers. Pure.
#pragma once

#include "cli/batch_rows.h"
#include "discovery/discovery.h"
#include "probe/network.h"

#include <cstdint>
#include <deque>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace yomikae::cli {

/// A row that is to begin. Small, since many may wait: its bytes are read again when its turn comes.
struct BatchTask {
    RowPlace place;
    std::uint64_t account = 0; ///< tasks of one account go one after another; 0 = of nobody's
    bool discover = false;     ///< only asks the domain for its settings; the row comes again with `found`
    std::shared_ptr<const Discovery> found;
};

/// Rows that need not wait overtake those that must: a provider with many rows holds nobody else up.
class BatchQueue {
  public:
    explicit BatchQueue(int jobs) : jobs_(jobs) {}

    /// `hosts` are those that the row will talk to.
    void add(BatchTask task, const std::vector<std::string>& hosts);

    struct Begun {
        int id = 0;
        BatchTask task;
    };
    /// The next row that may begin at `now`; it counts as begun.
    std::optional<Begun> next(Instant now);
    void ended(int id);

    /// Another row would be of use: somebody is free, and none of those that wait could begin when `next` was asked.
    bool wantsMore() const;
    /// When a row may begin for the time alone.
    std::optional<Instant> wakeAt(Instant now) const;
    std::size_t waiting() const { return waiting_; }
    int running() const { return static_cast<int>(running_.size()); }
    /// Hosts that are kept in mind.
    std::size_t hosts() const { return hosts_.size(); }

  private:
    struct Host {
        int running = 0;
        Instant paidUntil{}; ///< each row that begins adds BatchRowEvery; more than a burst ahead of now is too much
    };
    struct Group {
        std::vector<std::string> hosts;
        std::deque<BatchTask> tasks;
    };
    using Groups = std::list<std::pair<std::string, Group>>;
    struct Running {
        std::vector<std::string> hosts;
        std::uint64_t account = 0;
    };
    struct Held {
        std::vector<std::string> hosts;
        BatchTask task;
    };

    Group& groupOf(const std::vector<std::string>& hosts);
    bool isCrowded(const Group& group) const;
    Instant mayBeginAt(const Group& group) const;
    std::optional<BatchTask> takeFree(Group& group);
    Begun begin(const Group& group, BatchTask task, Instant now);
    void forgetIdle(Instant now);

    int jobs_;
    int lastId_ = 0;
    std::size_t waiting_ = 0;
    std::size_t keptHosts_ = 0;
    Groups groups_; ///< in the order of their first row
    std::unordered_map<std::string, Groups::iterator> byHosts_;
    std::unordered_map<std::string, Host> hosts_;
    std::map<int, Running> running_;
    std::set<std::uint64_t> accounts_;               ///< of the running ones
    std::map<std::uint64_t, std::deque<Held>> held_; ///< wait for their account
};

/// Refused logins of this batch, by account: what limits::RefusedLogins allows in limits::RefusedLoginCounts. The
/// memory over program runs keeps no accounts of reserved names; this keeps all.
class BatchRefusals {
  public:
    struct Before {
        int refused = 0;
        Milliseconds againIn{};
    };
    Before before(std::uint64_t account, Instant now) const;
    void spent(std::uint64_t account, int logins, Instant now);

  private:
    std::unordered_map<std::uint64_t, std::vector<Instant>> times_;
    Instant swept_{};
};

} // namespace yomikae::cli
