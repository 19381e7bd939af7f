#include "probe/run.h"

#include "base/limits.h"
#include "probe/run_state.h"

#include <algorithm>
#include <utility>

namespace yomikae {

ProbeRun::State::State(const Plan& given, RunSettings how)
    : plan(given), settings(std::move(how)), patience(settings.deadline),
      budget(std::clamp(settings.refusedLogins, 0, std::max(0, limits::RefusedLogins - settings.refusedBefore))) {
    if (settings.loginElsewhere)
        budget.stayOut();
    report.passwordGiven = !settings.password.empty();
    for (const Candidate& candidate : plan.candidates) {
        probes.push_back(std::make_unique<ProbeUnderWay>(candidate));
        report.attempts.emplace_back().candidate = candidate;
    }
}

void ProbeRun::State::advance(Instant at) {
    now = std::max(now, at);
    if (!started || over)
        return;
    if (now >= settings.deadline)
        return end(Outcome::StageTimeout, "deadline");
    do {
        progressed = false;
        tickResolutions();
        startWaiting();
        pumpRaces();
        lookAtTalks();
        lookForTls();
        openReserve();
        takeBackConsents();
        letLogin();
        askAhead();
        dismissIdle();
    } while (progressed);
    showStages();
    finishIfDone();
}

/// How far each attempt is that has no outcome yet, for whoever watches.
void ProbeRun::State::showStages() {
    for (std::size_t i = 0; i < probes.size(); ++i) {
        const ProbeUnderWay& probe = at(i);
        if (probe.recorded || (probe.phase != Phase::Racing && probe.phase != Phase::Talking))
            continue;
        const Stage stage = probe.phase == Phase::Racing ? Stage::Connect : probe.talk->stage();
        if (std::exchange(report.attempts[i].stage, stage) != stage)
            changed(i);
    }
}

void ProbeRun::State::deliver(int id, std::string_view bytes) {
    if (ProbeUnderWay* probe = probeOf(id); probe && probe->talk)
        probe->talk->received(bytes, now);
    else if (ProbeUnderWay* beside = tlsLookOf(id); beside && beside->tlsLook->talk)
        beside->tlsLook->talk->received(bytes, now);
}

/// All outcomes are known before the last good-byes are said.
void ProbeRun::State::finishIfDone() {
    bool allKnown = true;
    bool allClosed = true;
    for (std::size_t i = 0; i < probes.size(); ++i) {
        allKnown &= at(i).recorded && at(i).laxLook == LaxLook::None && !nextLogin(i);
        allClosed &= at(i).done();
    }
    if (!allKnown)
        return;
    if (report.elapsed == Milliseconds{} || !allClosed) {
        giveReasons();
        if (report.elapsed == Milliseconds{})
            report.elapsed = now;
    }
    over = allClosed;
}

std::optional<Instant> ProbeRun::State::wakeAt() const {
    if (!started || over)
        return std::nullopt;
    Instant wake = settings.deadline;
    const auto consider = [&](std::optional<Instant> when) {
        if (when && *when > now)
            wake = std::min(wake, *when);
    };
    for (const auto& [key, resolution] : resolutions)
        consider(resolution.wakeAt());
    for (std::size_t i = 0; i < probes.size(); ++i) {
        const ProbeUnderWay& probe = at(i);
        if (probe.phase == Phase::Waiting) {
            consider(probe.setsOutAt);
            consider(queue.minuteOver(probe.endpoint().host, now));
        }
        if (probe.phase == Phase::Racing)
            consider(probe.race.wakeAt(queue.socketFree()));
        if (probe.phase == Phase::Talking)
            consider(probe.talk->wakeAt());
        consider(tlsLookAt(i));
        consider(heldBackUntil(i));
    }
    if (!budget.busy())
        consider(budget.mayBeginAt());
    return wake;
}

void ProbeRun::State::end(Outcome outcome, std::string_view reason) {
    for (std::size_t i = 0; i < probes.size(); ++i)
        endOne(i, outcome, reason);
    giveReasons();
    report.elapsed = now;
    over = true;
}

void ProbeRun::State::endOne(std::size_t i, Outcome outcome, std::string_view reason) {
    ProbeUnderWay& probe = *probes[i];
    endTlsLook(i);
    const bool known = probe.recorded;
    Attempt attempt = report.attempts[i];
    attempt.outcome = outcome;
    attempt.stage = probe.phase == Phase::Racing ? Stage::Connect : Stage::Resolve;
    if (probe.phase == Phase::Waiting && resolutionOf(probe.endpoint()).hasAddress())
        attempt.outcome = Outcome::Skipped;
    if (probe.phase == Phase::Talking) {
        probe.talk->cancel(now);
        attempt = probe.talk->attempt();
        if (attempt.outcome == Outcome::Cancelled)
            attempt.outcome = outcome;
        const std::string bytes = probe.talk->takeBytes();
        if (!bytes.empty() && probe.connection != 0)
            effects.push_back({Effect::Kind::Send, probe.connection, {}, {}, {}, 0, bytes});
        closeSocket(probe.connection);
    }
    for (const auto& [id, address] : std::map(probe.racing))
        closeSocket(id);
    if (probe.phase == Phase::Racing || probe.phase == Phase::Talking)
        queue.ended(probe.endpoint());
    if (!known) {
        attempt.reason = reason;
        record(i, attempt);
    }
    probe.phase = Phase::Done;
    probe.again = false;
    probe.laxLook = LaxLook::None;
}

// --- the contract

ProbeRun::ProbeRun(const Plan& plan, RunSettings settings)
    : state_(std::make_unique<State>(plan, std::move(settings))) {}
ProbeRun::~ProbeRun() = default;
ProbeRun::ProbeRun(ProbeRun&&) noexcept = default;
ProbeRun& ProbeRun::operator=(ProbeRun&&) noexcept = default;

void ProbeRun::start(Instant now) {
    state_->started = true;
    state_->advance(now);
}

void ProbeRun::lookedUp(int id, LookupResult result, const std::vector<std::string>& addresses, Instant now) {
    const auto lookup = state_->lookups.find(id);
    if (lookup == state_->lookups.end())
        return;
    const auto [key, family] = lookup->second;
    state_->lookups.erase(lookup);
    state_->resolutions.at(key).answered(family, result, addresses);
    state_->networkDownSeen |= result == LookupResult::NetworkDown;
    state_->advance(now);
}

void ProbeRun::connected(int id, Instant now, std::string_view localAddress) {
    state_->now = std::max(state_->now, now);
    state_->connected(id, localAddress);
    state_->advance(now);
}

void ProbeRun::connectFailed(int id, ConnectFailure why, Instant now) {
    state_->now = std::max(state_->now, now);
    state_->connectFailed(id, why);
    state_->advance(now);
}

void ProbeRun::received(int id, std::string_view bytes, Instant now) {
    state_->now = std::max(state_->now, now);
    state_->deliver(id, bytes);
    state_->advance(now);
}

void ProbeRun::closed(int id, bool reset, Instant now) {
    state_->now = std::max(state_->now, now);
    if (ProbeUnderWay* probe = state_->probeOf(id); probe && probe->talk) {
        probe->connection = 0;
        state_->queue.socketClosed();
        probe->talk->closed(reset, now);
    } else if (!state_->tlsLookClosed(id, reset)) {
        state_->connectFailed(id, ConnectFailure::Other);
    }
    state_->advance(now);
}

void ProbeRun::tick(Instant now) {
    state_->advance(now);
}

void ProbeRun::cancel(Instant now) {
    state_->now = std::max(state_->now, now);
    if (state_->over)
        return;
    state_->report.cancelled = true;
    state_->end(Outcome::Cancelled, "cancelled");
}

void ProbeRun::agree(const Plan& plan, const Consents& consents, Instant now,
                     const std::optional<LoginsBefore>& before) {
    if (state_->report.cancelled)
        return;
    state_->now = std::max(state_->now, now);
    if (before)
        state_->takeBefore(*before);
    state_->agree(plan, consents);
    state_->advance(now);
}

std::vector<Effect> ProbeRun::takeEffects() {
    return std::exchange(state_->effects, {});
}

std::optional<Instant> ProbeRun::wakeAt() const {
    return state_->wakeAt();
}

bool ProbeRun::finished() const {
    return state_->over;
}

int ProbeRun::loginsAtStake() const {
    int logins = state_->report.loginsSpent;
    for (const auto& probe : state_->probes)
        if (probe->turn && !probe->taken && probe->talk)
            logins += probe->talk->passwordsSent();
    return logins;
}

const RunReport& ProbeRun::report() const {
    return state_->report;
}

std::vector<std::size_t> ProbeRun::takeChanged() {
    const std::set<std::size_t> taken = std::exchange(state_->changes, {});
    return {taken.begin(), taken.end()};
}

} // namespace yomikae
