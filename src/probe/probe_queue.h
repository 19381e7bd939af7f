// What may run now: politeness towards servers, as numbers.
#pragma once

#include "base/endpoint.h"
#include "probe/network.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace yomikae {

/// Counts probes (one connection, or a race for one) by host and port, and sockets in all.
class ProbeQueue {
  public:
    enum class May {
        Start,
        WaitForSocket, ///< all sockets are in use
        WaitForPort,   ///< somebody talks to this host and port
        WaitForHost,   ///< this server wants one connection at a time
        WaitForMinute  ///< enough connections to this host for now
    };
    May may(const Endpoint& endpoint, Instant now) const;
    /// A second connection beside one that stays silent: only where nothing else is kept from its own by that.
    bool mayLook(const Endpoint& endpoint, Instant now) const;
    void began(const Endpoint& endpoint, Instant now);
    void ended(const Endpoint& endpoint);
    /// From now on one connection after another to this host (a server said [IN-USE] or 421).
    void oneAtATime(const std::string& host) { careful_.insert(host); }
    int atHost(const std::string& host) const;
    /// When the oldest of too many connections is a minute old.
    std::optional<Instant> minuteOver(const std::string& host, Instant now) const;

    void socketOpened() { ++sockets_; }
    void socketClosed() { --sockets_; }
    bool socketFree() const;

  private:
    /// Nothing where fewer than `most` connections to the host began in the last minute.
    std::optional<Instant> freeAgainAt(const std::string& host, Instant now, int most) const;

    using Place = std::pair<std::string, std::uint16_t>;
    std::map<Place, int> running_;
    std::map<std::string, std::vector<Instant>> begun_;
    std::set<std::string> careful_;
    int sockets_ = 0;
};

} // namespace yomikae
