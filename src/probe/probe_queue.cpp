#include "probe/probe_queue.h"

#include "base/limits.h"

namespace yomikae {

namespace {

constexpr Milliseconds Minute = std::chrono::minutes(1);

} // namespace

ProbeQueue::May ProbeQueue::may(const Endpoint& endpoint, Instant now) const {
    const auto here = running_.find({endpoint.host, endpoint.port});
    if (here != running_.end() && here->second >= limits::ConnectionsToHostAndPort)
        return May::WaitForPort;
    if (careful_.count(endpoint.host) != 0 && atHost(endpoint.host) > 0)
        return May::WaitForHost;
    if (minuteOver(endpoint.host, now))
        return May::WaitForMinute;
    return socketFree() ? May::Start : May::WaitForSocket;
}

bool ProbeQueue::mayLook(const Endpoint& endpoint, Instant now) const {
    constexpr int Most = limits::ConnectionsToHostPerMinute - limits::ConnectionsKeptForLogins;
    return careful_.count(endpoint.host) == 0 && socketFree() && !freeAgainAt(endpoint.host, now, Most);
}

void ProbeQueue::began(const Endpoint& endpoint, Instant now) {
    ++running_[{endpoint.host, endpoint.port}];
    begun_[endpoint.host].push_back(now);
}

void ProbeQueue::ended(const Endpoint& endpoint) {
    --running_[{endpoint.host, endpoint.port}];
}

int ProbeQueue::atHost(const std::string& host) const {
    int count = 0;
    for (const auto& [place, running] : running_)
        if (place.first == host)
            count += running;
    return count;
}

std::optional<Instant> ProbeQueue::minuteOver(const std::string& host, Instant now) const {
    return freeAgainAt(host, now, limits::ConnectionsToHostPerMinute);
}

std::optional<Instant> ProbeQueue::freeAgainAt(const std::string& host, Instant now, int most) const {
    const auto at = begun_.find(host);
    const auto count = static_cast<std::size_t>(most);
    if (at == begun_.end() || at->second.size() < count)
        return std::nullopt;
    const Instant free = at->second[at->second.size() - count] + Minute;
    return free > now ? std::optional(free) : std::nullopt;
}

bool ProbeQueue::socketFree() const {
    return sockets_ < limits::ConnectionsInAll;
}

} // namespace yomikae
