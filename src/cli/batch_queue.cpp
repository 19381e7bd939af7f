#include "cli/batch_queue.h"

#include "base/limits.h"

#include <algorithm>
#include <utility>

namespace yomikae::cli {

namespace {

constexpr Milliseconds Burst = (limits::BatchBurst - 1) * limits::BatchRowEvery;
constexpr std::size_t FewHosts = 256; ///< not worth looking which of them can be forgotten

std::string joined(const std::vector<std::string>& hosts) {
    std::string all;
    for (const std::string& host : hosts)
        all += host + '\n';
    return all;
}

} // namespace

void BatchQueue::add(BatchTask task, const std::vector<std::string>& hosts) {
    groupOf(hosts).tasks.push_back(std::move(task));
    ++waiting_;
}

BatchQueue::Group& BatchQueue::groupOf(const std::vector<std::string>& hosts) {
    std::string key = joined(hosts);
    const auto at = byHosts_.find(key);
    if (at != byHosts_.end())
        return at->second->second;
    groups_.emplace_back(key, Group{hosts, {}});
    byHosts_[std::move(key)] = std::prev(groups_.end());
    return groups_.back().second;
}

bool BatchQueue::isCrowded(const Group& group) const {
    return std::any_of(group.hosts.begin(), group.hosts.end(), [&](const std::string& name) {
        const auto host = hosts_.find(name);
        return host != hosts_.end() && host->second.running >= limits::BatchRowsAtHost;
    });
}

Instant BatchQueue::mayBeginAt(const Group& group) const {
    Instant at{};
    for (const std::string& name : group.hosts)
        if (const auto host = hosts_.find(name); host != hosts_.end())
            at = std::max(at, host->second.paidUntil - Burst);
    return at;
}

/// Tasks whose account is busy are put aside until it is free.
std::optional<BatchTask> BatchQueue::takeFree(Group& group) {
    while (!group.tasks.empty()) {
        BatchTask task = std::move(group.tasks.front());
        group.tasks.pop_front();
        if (task.account == 0 || accounts_.count(task.account) == 0)
            return task;
        held_[task.account].push_back({group.hosts, std::move(task)});
    }
    return std::nullopt;
}

std::optional<BatchQueue::Begun> BatchQueue::next(Instant now) {
    if (running() >= jobs_)
        return std::nullopt;
    forgetIdle(now);
    std::optional<Begun> begun;
    for (auto at = groups_.begin(); at != groups_.end() && !begun;) {
        Group& group = at->second;
        if (!isCrowded(group) && mayBeginAt(group) <= now)
            if (auto task = takeFree(group))
                begun = begin(group, std::move(*task), now);
        if (group.tasks.empty()) {
            byHosts_.erase(at->first);
            at = groups_.erase(at);
        } else {
            ++at;
        }
    }
    return begun;
}

BatchQueue::Begun BatchQueue::begin(const Group& group, BatchTask task, Instant now) {
    for (const std::string& name : group.hosts) {
        Host& host = hosts_[name];
        ++host.running;
        host.paidUntil = std::max(host.paidUntil, now) + limits::BatchRowEvery;
    }
    accounts_.insert(task.account);
    running_[++lastId_] = {group.hosts, task.account};
    --waiting_;
    return {lastId_, std::move(task)};
}

/// Those that waited for its account go first: they are the older ones.
void BatchQueue::ended(int id) {
    const auto at = running_.find(id);
    for (const std::string& name : at->second.hosts)
        --hosts_[name].running;
    const std::uint64_t account = at->second.account;
    accounts_.erase(account);
    running_.erase(at);
    const auto held = held_.find(account);
    if (held == held_.end())
        return;
    for (auto waiting = held->second.rbegin(); waiting != held->second.rend(); ++waiting)
        groupOf(waiting->hosts).tasks.push_front(std::move(waiting->task));
    held_.erase(held);
}

bool BatchQueue::wantsMore() const {
    return running() < jobs_ && waiting_ < limits::BatchWaiting;
}

std::optional<Instant> BatchQueue::wakeAt(Instant now) const {
    std::optional<Instant> wake;
    for (const auto& [key, group] : groups_) {
        const Instant at = mayBeginAt(group);
        if (!isCrowded(group) && at > now && (!wake || at < *wake))
            wake = at;
    }
    return wake;
}

/// A host whose rows are over and paid for is as good as one that was never seen.
void BatchQueue::forgetIdle(Instant now) {
    if (hosts_.size() < 2 * keptHosts_ + FewHosts)
        return;
    for (auto at = hosts_.begin(); at != hosts_.end();)
        at = at->second.running == 0 && at->second.paidUntil <= now ? hosts_.erase(at) : std::next(at);
    keptHosts_ = hosts_.size();
}

BatchRefusals::Before BatchRefusals::before(std::uint64_t account, Instant now) const {
    Before before;
    const auto at = times_.find(account);
    if (at == times_.end())
        return before;
    for (const Instant time : at->second) {
        if (time + limits::RefusedLoginCounts <= now)
            continue;
        if (before.refused++ == 0)
            before.againIn = std::chrono::duration_cast<Milliseconds>(time + limits::RefusedLoginCounts - now);
    }
    return before;
}

void BatchRefusals::spent(std::uint64_t account, int logins, Instant now) {
    if (logins <= 0)
        return;
    auto& times = times_[account];
    times.insert(times.end(), static_cast<std::size_t>(logins), now);
    if (now < swept_ + limits::RefusedLoginCounts)
        return;
    swept_ = now;
    for (auto at = times_.begin(); at != times_.end();)
        at = at->second.back() + limits::RefusedLoginCounts <= now ? times_.erase(at) : std::next(at);
}

} // namespace yomikae::cli
