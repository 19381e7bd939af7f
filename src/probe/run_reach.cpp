// Reaching everything: names, addresses and connections, within the caps.
#include "base/host_name.h"
#include "base/limits.h"
#include "probe/run_state.h"

#include <algorithm>
#include <tuple>

namespace yomikae {

Resolution& ProbeRun::State::resolutionOf(const Endpoint& endpoint) {
    std::vector<std::string> given;
    for (const auto& [place, address] : settings.resolve)
        if (place.first == endpoint.host && place.second == endpoint.port)
            given.push_back(address);
    if (given.empty() && isIpLiteral(endpoint.host))
        given.push_back(endpoint.host);
    const std::string key = given.empty() ? endpoint.host : endpoint.host + ":" + std::to_string(endpoint.port);
    auto known = resolutions.find(key);
    if (known == resolutions.end())
        known =
            resolutions.emplace(key, given.empty() ? Resolution(endpoint.host, now) : Resolution::known(given)).first;
    return known->second;
}

void ProbeRun::State::tickResolutions() {
    for (const auto& probe : probes)
        if (probe->phase == Phase::Waiting)
            resolutionOf(probe->endpoint());
    for (auto& [key, resolution] : resolutions) {
        resolution.tick(now);
        lookUp(resolution);
    }
}

void ProbeRun::State::lookUp(Resolution& resolution) {
    for (const AddressFamily family : resolution.toLookUp(now)) {
        Effect effect;
        effect.kind = Effect::Kind::Lookup;
        effect.id = ++lastId;
        effect.host = resolution.host();
        effect.family = family;
        lookups[effect.id] = {resolution.host(), family};
        effects.push_back(std::move(effect));
    }
}

/// A login that waits goes first, what only explains goes last.
std::vector<std::size_t> ProbeRun::State::byPriority() const {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < probes.size(); ++i)
        if (at(i).phase == Phase::Waiting)
            order.push_back(i);
    const auto weight = [&](std::size_t i) {
        const ProbeUnderWay& probe = at(i);
        return std::tuple(!probe.turn, probe.laxLook != LaxLook::None, probe.candidate.explainOnly,
                          probe.candidate.rank, !probe.incoming());
    };
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return weight(a) < weight(b); });
    return order;
}

/// At this port TLS begins with the first byte, whatever became of it.
bool ProbeRun::State::speaksTls(const Endpoint& endpoint) const {
    return std::any_of(report.attempts.begin(), report.attempts.end(), [&](const Attempt& attempt) {
        const Endpoint& there = attempt.candidate.endpoint;
        const bool answered = there.security == Security::ImplicitTls && attempt.tls && answeredInTls(*attempt.tls);
        const bool waited = attempt.outcome == Outcome::NotThisProtocol && attempt.reason == "tls";
        return there.host == endpoint.host && there.port == endpoint.port && (answered || waited);
    });
}

/// Where a port is to be tried both ways, TLS goes first: a server that greets in clear gives itself away at once, but
/// one that waits for TLS would be waited for until the greeting is overdue.
bool ProbeRun::State::letsTlsGoFirst(const ProbeUnderWay& waiting) const {
    const Endpoint& here = waiting.endpoint();
    if (waiting.turn || here.security == Security::ImplicitTls)
        return false;
    return std::any_of(probes.begin(), probes.end(), [&](const auto& probe) {
        const Endpoint& there = probe->endpoint();
        const bool hopeless = probe->candidate.explainOnly && !waiting.candidate.explainOnly;
        return probe->phase == Phase::Waiting && !probe->recorded && !hopeless &&
               there.security == Security::ImplicitTls && there.host == here.host && there.port == here.port;
    });
}

/// What only explains sets out a moment later, so that its handshakes take no processor from those that matter, here or
/// at the server.
bool ProbeRun::State::letsLoginsSetOut(std::size_t i) {
    ProbeUnderWay& waiting = *probes[i];
    if (!waiting.candidate.explainOnly || waiting.began)
        return false;
    const bool noneIsUnderWay = std::none_of(
        probes.begin(), probes.end(), [&](const auto& probe) { return !probe->recorded && usable(*probe); });
    if (noneIsUnderWay)
        return false;
    if (!waiting.setsOutAt)
        waiting.setsOutAt = now + limits::HeadStart;
    return now < *waiting.setsOutAt;
}

void ProbeRun::State::skip(std::size_t i, std::string_view reason) {
    Attempt attempt = report.attempts[i];
    attempt.outcome = Outcome::Skipped;
    attempt.reason = reason;
    probes[i]->phase = Phase::Done;
    record(i, attempt);
}

void ProbeRun::State::startWaiting() {
    for (const std::size_t i : byPriority()) {
        if (at(i).endpoint().security != Security::ImplicitTls && !at(i).recorded && speaksTls(at(i).endpoint())) {
            skip(i, "tls-here");
            continue;
        }
        if (letsTlsGoFirst(at(i)) || (at(i).laxLook != LaxLook::None && !othersNeedNothing(i)))
            continue;
        const Resolution& resolution = resolutionOf(at(i).endpoint());
        if (const auto failure = resolution.failure()) {
            Attempt attempt = report.attempts[i];
            attempt.outcome = *failure;
            attempt.stage = Stage::Resolve;
            attempt.reason = resolution.networkDown() ? "network-down" : "";
            probes[i]->phase = Phase::Done;
            record(i, attempt);
        } else if (resolution.hasAddress()) {
            const auto may = queue.may(at(i).endpoint(), now);
            if (may == ProbeQueue::May::Start && letsLoginsSetOut(i))
                continue;
            if (may == ProbeQueue::May::Start)
                startRace(i, resolution);
            else
                makeRoomFor(at(i), may);
        }
    }
}

void ProbeRun::State::startRace(std::size_t i, const Resolution& resolution) {
    ProbeUnderWay& probe = *probes[i];
    probe.phase = Phase::Racing;
    probe.race = AddressRace();
    if (!probe.began)
        probe.began = now;
    for (const AddressFamily family : {AddressFamily::V6, AddressFamily::V4})
        if (resolution.settled(family))
            probe.race.answered(family, resolution.addresses(family), now);
    if (hostsThatAnswer.count(probe.endpoint().host) != 0)
        probe.race.hostAnswers();
    queue.began(probe.endpoint(), now);
    pumpRace(i);
    progressed = true;
}

/// Connections that only wait for their login give way to one that cannot begin otherwise; they can be made again.
void ProbeRun::State::makeRoomFor(const ProbeUnderWay& waiting, ProbeQueue::May why) {
    const auto blocks = [&](const ProbeUnderWay& other) {
        const bool sameHost = other.endpoint().host == waiting.endpoint().host;
        switch (why) {
        case ProbeQueue::May::WaitForSocket: return true;
        case ProbeQueue::May::WaitForHost: return sameHost;
        case ProbeQueue::May::WaitForPort:
            return waiting.turn && sameHost && other.endpoint().port == waiting.endpoint().port;
        default: return false;
        }
    };
    ProbeUnderWay* worst = nullptr;
    for (const auto& probe : probes)
        if (probe->idle() && blocks(*probe) && (!worst || probe->candidate.rank >= worst->candidate.rank))
            worst = probe.get();
    if (worst) {
        worst->talk->quit(now);
        progressed = true;
    }
}

void ProbeRun::State::pumpRaces() {
    for (std::size_t i = 0; i < probes.size(); ++i)
        if (at(i).phase == Phase::Racing)
            pumpRace(i);
}

void ProbeRun::State::pumpRace(std::size_t i) {
    ProbeUnderWay& probe = *probes[i];
    const Resolution& resolution = resolutionOf(probe.endpoint());
    for (const AddressFamily family : {AddressFamily::V6, AddressFamily::V4})
        if (resolution.settled(family) && !probe.race.hasAnswer(family))
            probe.race.answered(family, resolution.addresses(family), now);
    for (const std::string& late : probe.race.overdue(now))
        for (const auto& [id, address] : std::map(probe.racing))
            if (address == late)
                closeSocket(id);
    while (queue.socketFree()) {
        const auto address = probe.race.next(now);
        if (!address)
            break;
        effects.push_back({Effect::Kind::Connect, ++lastId, {}, {}, *address, probe.endpoint().port, {}});
        probe.racing[lastId] = *address;
        queue.socketOpened();
    }
    if (!probe.race.lost())
        return;
    queue.ended(probe.endpoint());
    if (probe.laxLook != LaxLook::None)
        return endLaxLook(i);
    Attempt attempt = report.attempts[i];
    attempt.address = probe.race.last();
    attempt.outcome = probe.race.outcome();
    attempt.stage = Stage::Connect;
    attempt.reason = probe.race.networkDown() ? "network-down" : "";
    probe.phase = Phase::Done;
    record(i, attempt);
    answerAllAt(attempt, *probe.began);
}

/// Where there is no connection, or a web server, nothing depends on what would be said: whoever waits for the same
/// port has its answer.
void ProbeRun::State::answerAllAt(const Attempt& failed, Instant began) {
    const Endpoint& there = failed.candidate.endpoint;
    for (std::size_t k = 0; k < probes.size(); ++k) {
        ProbeUnderWay& other = *probes[k];
        if (other.phase != Phase::Waiting || other.recorded || other.turn || other.endpoint().host != there.host ||
            other.endpoint().port != there.port)
            continue;
        Attempt same = failed;
        same.candidate = other.candidate;
        other.began = began;
        other.phase = Phase::Done;
        record(k, same);
    }
}

ProbeUnderWay* ProbeRun::State::probeOf(int id) {
    for (const auto& probe : probes)
        if (id != 0 && (probe->connection == id || probe->racing.count(id) != 0))
            return probe.get();
    return nullptr;
}

/// "[192.0.2.20]" or "[IPv6:2001:db8::1]" (RFC 5321 4.1.3), never the machine's name.
static std::string addressLiteral(std::string_view local, const std::string& otherwise) {
    const std::string_view plain = local.substr(0, local.find('%'));
    if (!isIpLiteral(plain))
        return otherwise;
    const bool v6 = plain.find(':') != std::string_view::npos;
    return (v6 ? "[IPv6:" : "[") + std::string(plain) + "]";
}

void ProbeRun::State::connected(int id, std::string_view localAddress) {
    if (tlsLookConnected(id))
        return;
    ProbeUnderWay* probe = probeOf(id);
    if (!probe || probe->phase != Phase::Racing)
        return;
    probe->connection = id;
    probe->address = probe->racing.at(id);
    probe->racing.erase(id);
    for (const auto& [other, address] : std::map(probe->racing))
        closeSocket(other);
    probe->phase = Phase::Talking;
    probe->connectedAt = now;
    ConversationSettings conversation;
    conversation.candidate = probe->candidate;
    conversation.trust = settings.trust;
    conversation.wallClock = settings.wallClock;
    conversation.ehloName = addressLiteral(localAddress, settings.ehloName);
    conversation.agreedSha256 = agreedCertificate(probe->endpoint());
    conversation.sender = plan.sender;
    conversation.lax = probe->laxLook != LaxLook::None;
    if (conversation.lax)
        probe->laxLook = LaxLook::UnderWay;
    else
        conversation.password = settings.password;
    if (!conversation.lax)
        conversation.errand = settings.errand;
    probe->talk.emplace(std::move(conversation), now);
    hostsThatAnswer.insert(probe->endpoint().host);
    for (const auto& other : probes)
        if (other->phase == Phase::Racing && other->endpoint().host == probe->endpoint().host)
            other->race.hostAnswers();
}

void ProbeRun::State::connectFailed(int id, ConnectFailure why) {
    if (tlsLookClosed(id, false))
        return;
    ProbeUnderWay* probe = probeOf(id);
    if (!probe || probe->phase != Phase::Racing)
        return;
    networkDownSeen |= why == ConnectFailure::NetworkDown;
    probe->race.failed(probe->racing.at(id), why, now);
    probe->racing.erase(id);
    queue.socketClosed();
}

void ProbeRun::State::closeSocket(int id) {
    ProbeUnderWay* probe = probeOf(id);
    if (!probe)
        return;
    effects.push_back({Effect::Kind::Close, id, {}, {}, {}, 0, {}});
    queue.socketClosed();
    probe->racing.erase(id);
    if (probe->connection == id)
        probe->connection = 0;
}

} // namespace yomikae
