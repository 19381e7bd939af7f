// A port for clear text that says nothing may be one where TLS begins with the first byte. After a few silent seconds
// that is asked on a second connection, without a password; the first one goes on waiting for a late greeting.
#include "probe/run_state.h"

#include "base/limits.h"

#include <algorithm>
#include <utility>

namespace yomikae {

/// Bytes of TLS came back, be it only to say no.
bool ProbeRun::State::answeredInTls(const TlsFacts& facts) {
    return facts.handshakeDone || facts.alert >= 0 || facts.failure == "old-version" || facts.failure == "weak" ||
           facts.failure == "legacy-renegotiation";
}

void ProbeRun::State::lookForTls() {
    for (std::size_t i = 0; i < probes.size(); ++i)
        lookForTls(i);
}

void ProbeRun::State::lookForTls(std::size_t i) {
    ProbeUnderWay& probe = *probes[i];
    if (probe.phase != Phase::Talking || !probe.talk->silent())
        return endTlsLook(i);
    if (!probe.tlsLook) {
        const auto at = tlsLookAt(i);
        if (at && *at <= now && queue.mayLook(probe.endpoint(), now) && !leavesLookToOthers(probe))
            beginTlsLook(i);
        return;
    }
    TlsLook& look = *probe.tlsLook;
    if (!look.talk)
        return;
    look.talk->tick(now);
    std::string bytes = look.talk->takeBytes();
    if (!bytes.empty() && look.connection != 0)
        effects.push_back({Effect::Kind::Send, look.connection, {}, {}, {}, 0, std::move(bytes)});
    if (look.talk->decided())
        takeTlsLook(i);
}

/// When the next step is due. Once for a host and port, and not where TLS is tried there anyway. Nor at port 25: nobody
/// begins with TLS there, and postscreen, which greets late, holds it against the client.
std::optional<Instant> ProbeRun::State::tlsLookAt(std::size_t i) const {
    const ProbeUnderWay& probe = at(i);
    if (probe.phase != Phase::Talking || !probe.talk->silent())
        return std::nullopt;
    if (probe.tlsLook)
        return probe.tlsLook->talk ? probe.tlsLook->talk->wakeAt() : std::nullopt;
    if (probe.endpoint().port == 25)
        return std::nullopt;
    Endpoint inTls = probe.endpoint();
    inTls.security = Security::ImplicitTls;
    if (planned(inTls) || lookedForTls.count({inTls.host, inTls.port}) != 0)
        return std::nullopt;
    return probe.connectedAt + limits::SilenceUntilTlsLook;
}

/// It is only there to explain, and one that is meant may still need a look at the same host.
bool ProbeRun::State::leavesLookToOthers(const ProbeUnderWay& probe) const {
    for (std::size_t k = 0; k < probes.size(); ++k)
        if (probe.candidate.explainOnly && !at(k).candidate.explainOnly && !at(k).tlsLook && tlsLookAt(k) &&
            at(k).endpoint().host == probe.endpoint().host)
            return true;
    return false;
}

void ProbeRun::State::beginTlsLook(std::size_t i) {
    ProbeUnderWay& probe = *probes[i];
    lookedForTls.insert({probe.endpoint().host, probe.endpoint().port});
    probe.tlsLook.emplace().connection = ++lastId;
    effects.push_back({Effect::Kind::Connect, lastId, {}, {}, probe.address, probe.endpoint().port, {}});
    queue.began(probe.endpoint(), now);
    queue.socketOpened();
}

bool ProbeRun::State::tlsLookConnected(int id) {
    ProbeUnderWay* probe = tlsLookOf(id);
    if (!probe)
        return false;
    ConversationSettings handshake;
    handshake.candidate = probe->candidate;
    handshake.candidate.endpoint.security = Security::ImplicitTls;
    handshake.trust = settings.trust;
    handshake.wallClock = settings.wallClock;
    handshake.lax = true;
    probe->tlsLook->talk.emplace(std::move(handshake), now);
    return true;
}

/// Or never made: then nothing is known.
bool ProbeRun::State::tlsLookClosed(int id, bool reset) {
    ProbeUnderWay* probe = tlsLookOf(id);
    if (!probe)
        return false;
    queue.socketClosed();
    probe->tlsLook->connection = 0;
    if (probe->tlsLook->talk)
        probe->tlsLook->talk->closed(reset, now);
    return true;
}

void ProbeRun::State::takeTlsLook(std::size_t i) {
    const std::optional<TlsFacts> seen = at(i).tlsLook->talk->attempt().tls;
    endTlsLook(i);
    if (seen)
        probes[i]->talk->lookedForTls(*seen, answeredInTls(*seen), now);
}

void ProbeRun::State::endTlsLook(std::size_t i) {
    const auto look = std::exchange(probes[i]->tlsLook, std::nullopt);
    if (!look)
        return;
    if (look->connection != 0) {
        effects.push_back({Effect::Kind::Close, look->connection, {}, {}, {}, 0, {}});
        queue.socketClosed();
    }
    queue.ended(probes[i]->endpoint());
    progressed = true;
}

/// The same host and port, with a certificate that is checked now, is an attempt of its own. Where it would only
/// explain it leaves the host's last connections to the logins.
void ProbeRun::State::addTlsTry(std::size_t i) {
    const Attempt& attempt = report.attempts[i];
    Candidate candidate = attempt.candidate;
    candidate.endpoint.security = Security::ImplicitTls;
    if (attempt.outcome != Outcome::NotThisProtocol || attempt.reason != "tls" || planned(candidate.endpoint))
        return;
    if (!candidate.explainOnly || queue.mayLook(candidate.endpoint, now))
        insertAfter(i, candidate);
}

ProbeUnderWay* ProbeRun::State::tlsLookOf(int id) {
    const auto found = std::find_if(probes.begin(), probes.end(), [&](const auto& probe) {
        return id != 0 && probe->tlsLook && probe->tlsLook->connection == id;
    });
    return found == probes.end() ? nullptr : found->get();
}

} // namespace yomikae
