#include "probe/address_race.h"

#include "base/limits.h"

#include <algorithm>
#include <utility>

namespace yomikae {

void AddressRace::answered(AddressFamily family, std::vector<std::string> addresses, Instant now) {
    Side& to = side(family);
    if (to.answered)
        return;
    to.answered = true;
    to.addresses = std::move(addresses);
    to.since = now;
    now_ = std::max(now_, now);
}

/// When the next address is due; nothing where none is left. Instant{} = at once.
std::optional<Instant> AddressRace::mayStartAt() const {
    if ((!v6_.left() && !v4_.left()) || outOfTime())
        return std::nullopt;
    if (!firstStart_)
        return v6_.left() || v6_.answered ? Instant{} : v4_.since + limits::ResolutionDelay;
    return running_.empty() ? Instant{} : lastStart_ + limits::NextAddress;
}

std::optional<std::string> AddressRace::next(Instant now) {
    now_ = now;
    const auto due = mayStartAt();
    if (!due || *due > now)
        return std::nullopt;
    const bool useV6 = v6_.left() && (!lastWasV6_ || !v4_.left());
    Side& from = useV6 ? v6_ : v4_;
    lastWasV6_ = useV6;
    last_ = from.addresses[from.at++];
    running_.push_back({last_, now});
    lastStart_ = now;
    if (!firstStart_)
        firstStart_ = now;
    return last_;
}

void AddressRace::failed(const std::string& address, ConnectFailure why, Instant now) {
    now_ = now;
    const auto at = std::find_if(running_.begin(), running_.end(), [&](const auto& r) { return r.address == address; });
    if (at == running_.end())
        return;
    running_.erase(at);
    refused_ |= why == ConnectFailure::Refused;
    networkDown_ |= why == ConnectFailure::NetworkDown;
}

Instant AddressRace::deadlineOf(const Running& running) const {
    const Instant own = running.since + (patient_ ? limits::ConnectAddress : limits::ConnectKnownHost);
    return std::min(own, *firstStart_ + limits::ConnectHost);
}

std::vector<std::string> AddressRace::overdue(Instant now) {
    now_ = now;
    std::vector<std::string> late;
    for (const Running& running : running_)
        if (deadlineOf(running) <= now)
            late.push_back(running.address);
    running_.erase(std::remove_if(running_.begin(), running_.end(),
                                  [&](const Running& running) { return deadlineOf(running) <= now; }),
                   running_.end());
    timedOut_ |= !late.empty();
    return late;
}

bool AddressRace::outOfTime() const {
    return firstStart_ && now_ >= *firstStart_ + limits::ConnectHost;
}

bool AddressRace::lost() const {
    if (!running_.empty())
        return false;
    return outOfTime() || (v6_.answered && v4_.answered && !v6_.left() && !v4_.left());
}

Outcome AddressRace::outcome() const {
    return timedOut_ ? Outcome::ConnectTimeout : refused_ ? Outcome::ConnectRefused : Outcome::ConnectUnreachable;
}

std::optional<Instant> AddressRace::wakeAt(bool mayStart) const {
    std::optional<Instant> wake = mayStart ? mayStartAt() : std::nullopt;
    for (const Running& running : running_)
        wake = wake ? std::min(*wake, deadlineOf(running)) : deadlineOf(running);
    if (!wake && firstStart_ && !lost())
        wake = *firstStart_ + limits::ConnectHost;
    return wake;
}

} // namespace yomikae
