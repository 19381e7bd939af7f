// Conversations of a run, and what they come to.
#include "probe/run_state.h"

#include "base/limits.h"

#include <algorithm>
#include <utility>

namespace yomikae {

namespace {

/// Failures that a server gives whose TLS is too old or too weak for us (RFC 8446 6.2, RFC 5746).
bool mayBeOldTls(const Attempt& attempt) {
    if (!attempt.tls || attempt.reason == "client-certificate" ||
        (attempt.outcome != Outcome::TlsHandshakeFailed && attempt.outcome != Outcome::TlsOldVersion))
        return false;
    constexpr int HandshakeFailure = 40, InsufficientSecurity = 71;
    return attempt.reason == "old-version" || attempt.reason == "weak" || attempt.reason == "legacy-renegotiation" ||
           attempt.tls->alert == HandshakeFailure || attempt.tls->alert == InsufficientSecurity;
}

} // namespace

void ProbeRun::State::lookAtTalks() {
    for (std::size_t i = 0; i < probes.size(); ++i)
        if (at(i).phase == Phase::Talking)
            lookAtTalk(i);
}

void ProbeRun::State::lookAtTalk(std::size_t i) {
    ProbeUnderWay& probe = *probes[i];
    probe.talk->tick(now);
    if (probe.talk->ready() && report.attempts[i].outcome != Outcome::Ready)
        becameReady(i);
    std::string bytes = probe.talk->takeBytes();
    if (!bytes.empty() && probe.connection != 0)
        effects.push_back({Effect::Kind::Send, probe.connection, {}, {}, {}, 0, std::move(bytes)});
    if (probe.turn && !probe.taken && probe.talk->passwordTaken())
        passwordTaken(i);
    if (probe.talk->decided() && !probe.recorded && !probe.again)
        recordTalk(i);
    else if (probe.talk->decided() && probe.laxLook == LaxLook::UnderWay)
        takeLaxLook(i);
    if (probe.talk->wantsClose())
        closeTalk(i);
}

void ProbeRun::State::becameReady(std::size_t i) {
    ProbeUnderWay& probe = *probes[i];
    Attempt& attempt = report.attempts[i];
    probe.readyAt = now;
    attempt = probe.talk->attempt();
    attempt.candidate = probe.candidate; // the reserve may have been opened meanwhile
    attempt.address = probe.address;
    attempt.began = *probe.began;
    attempt.took = now - *probe.began;
    attempt.consent = consentFor(probe.candidate);
    changed(i);
    noteFirstAnswer();
    progressed = true;
    if (probe.turn)
        probe.talk->login(probe.turn->username, probe.turn->mechanisms, settings.password, settings.consents, now);
}

/// The next login may follow. For sending that is the proof already: what is still asked is about the sender's address.
void ProbeRun::State::passwordTaken(std::size_t i) {
    ProbeUnderWay& probe = *probes[i];
    probe.taken = true;
    budget.taken(probe.turn->username);
    progressed = true;
    if (probe.incoming())
        return;
    Attempt& attempt = report.attempts[i];
    attempt.outcome = Outcome::LoginOk;
    attempt.stage = Stage::Sender;
    attempt.username = probe.turn->username;
    attempt.took = now - attempt.began;
    changed(i);
    noteFirstAnswer();
}

void ProbeRun::State::recordTalk(std::size_t i) {
    ProbeUnderWay& probe = *probes[i];
    Attempt attempt = probe.talk->attempt();
    attempt.address = probe.address;
    if (worthAnotherTry(probe, attempt)) {
        queue.oneAtATime(probe.endpoint().host);
        probe.retried = true;
        probe.again = true;
        return;
    }
    if (attempt.outcome == Outcome::TlsNotOffered && !probe.candidate.usernames.empty())
        attempt.consent = ConsentNeeded{ConsentKind::Cleartext, probe.endpoint(), {}};
    probe.question = std::exchange(attempt.consent, std::nullopt);
    record(i, attempt);
    ask(i);
    addStartTlsTry(i);
    addTlsTry(i);
    if (attempt.outcome == Outcome::NotThisProtocol && attempt.reason == "http")
        answerAllAt(attempt, *probe.began);
    if (mayBeOldTls(attempt))
        probe.laxLook = LaxLook::Wanted;
}

/// What a yes would open: not for what is only there to explain, except a port that never has TLS.
void ProbeRun::State::ask(std::size_t i) {
    Attempt& attempt = report.attempts[i];
    if (attempt.outcome == Outcome::Ready)
        attempt.consent = consentFor(at(i).candidate);
    else if (!at(i).candidate.explainOnly)
        attempt.consent = at(i).question;
}

/// "Too many connections" is our own doing where there were several at a time: once more, alone.
bool ProbeRun::State::worthAnotherTry(const ProbeUnderWay& probe, const Attempt& attempt) const {
    const bool later = attempt.outcome == Outcome::TryLater || attempt.outcome == Outcome::MailboxBusy;
    return later && attempt.username.empty() && !probe.retried && queue.atHost(probe.endpoint().host) > 1;
}

void ProbeRun::State::record(std::size_t i, const Attempt& attempt) {
    ProbeUnderWay& probe = *probes[i];
    Attempt& to = report.attempts[i];
    to = attempt;
    to.candidate = probe.candidate;
    if (!probe.address.empty())
        to.address = probe.address;
    to.began = probe.began.value_or(Milliseconds{});
    to.took = now - to.began;
    probe.recorded = true;
    const bool alreadyTaken = std::exchange(probe.taken, false);
    const bool hadTurn = std::exchange(probe.turn, std::nullopt).has_value();
    if (hadTurn && !alreadyTaken)
        budget.ended(to, now);
    else if (hadTurn && to.outcome != Outcome::LoginOk &&
             to.reason == "desync") // the yes was no answer to the password
        budget.takenBack(to, now);
    report.loginsRefused = budget.refused();
    report.loginsSpent = budget.spent();
    report.lockedOut = budget.lockedOut();
    changed(i);
    noteFirstAnswer();
    progressed = true;
}

void ProbeRun::State::closeTalk(std::size_t i) {
    ProbeUnderWay& probe = *probes[i];
    closeSocket(probe.connection);
    queue.ended(probe.endpoint());
    probe.talk.reset();
    const bool again = std::exchange(probe.again, false) || probe.laxLook == LaxLook::Wanted;
    probe.phase = again ? Phase::Waiting : Phase::Done;
    progressed = true;
}

/// A server that speaks in clear on a port for TLS may know STARTTLS there: some providers' 465 does.
void ProbeRun::State::addStartTlsTry(std::size_t i) {
    const Attempt& attempt = report.attempts[i];
    if (attempt.candidate.endpoint.security != Security::ImplicitTls || !attempt.tls ||
        attempt.tls->failure != "not-tls")
        return;
    Candidate candidate = attempt.candidate;
    candidate.endpoint.security = Security::StartTls;
    const bool own = speakerOf(attempt.tls->plainBytes) == name(candidate.endpoint.protocol);
    if (own && !planned(candidate.endpoint))
        insertAfter(i, candidate);
}

bool ProbeRun::State::planned(const Endpoint& endpoint) const {
    return std::any_of(probes.begin(), probes.end(), [&](const auto& probe) { return probe->endpoint() == endpoint; });
}

/// Nobody waits for a connection, talks or is about to log in: what is only there to explain may have its turn.
bool ProbeRun::State::othersNeedNothing(std::size_t i) const {
    for (std::size_t k = 0; k < probes.size(); ++k) {
        const bool busy = at(k).phase == Phase::Waiting || at(k).phase == Phase::Talking;
        if (k != i && ((busy && !at(k).recorded) || at(k).turn || nextLogin(k)))
            return false;
    }
    return true;
}

void ProbeRun::State::endLaxLook(std::size_t i) {
    probes[i]->laxLook = LaxLook::None;
    probes[i]->phase = Phase::Done;
    progressed = true;
}

void ProbeRun::State::takeLaxLook(std::size_t i) {
    probes[i]->laxLook = LaxLook::None;
    Attempt& attempt = report.attempts[i];
    attempt.laxTls = probes[i]->talk->attempt().tls;
    if (attempt.laxTls && attempt.laxTls->handshakeDone && outcomeOf(*attempt.laxTls) == Outcome::TlsOldVersion)
        attempt.outcome = Outcome::TlsOldVersion;
    changed(i);
    progressed = true;
}

std::size_t ProbeRun::State::insertAfter(std::size_t i, const Candidate& candidate) {
    const auto next = static_cast<std::ptrdiff_t>(i + 1);
    probes.insert(probes.begin() + next, std::make_unique<ProbeUnderWay>(candidate));
    report.attempts.insert(report.attempts.begin() + next, Attempt{})->candidate = candidate;
    for (std::size_t k = i + 1; k < probes.size(); ++k)
        changed(k);
    progressed = true;
    return i + 1;
}

/// The first pair: one login each way, or without a password one open door each way. A plan for one direction is
/// answered by that direction.
void ProbeRun::State::noteFirstAnswer() {
    if (report.firstAnswer)
        return;
    const Outcome good = report.passwordGiven ? Outcome::LoginOk : Outcome::Ready;
    for (const bool incoming : {true, false}) {
        bool asked = false;
        bool answered = false;
        for (const Attempt& attempt : report.attempts) {
            if (isIncoming(attempt.candidate.endpoint.protocol) != incoming)
                continue;
            asked = true;
            answered |= attempt.outcome == good;
        }
        if (asked && !answered)
            return;
    }
    report.firstAnswer = now;
}

std::string ProbeRun::State::agreedCertificate(const Endpoint& endpoint) const {
    for (const auto& [place, sha256] : settings.consents.certificates)
        if (place.first == endpoint.host && place.second == endpoint.port)
            return sha256;
    return {};
}

} // namespace yomikae
