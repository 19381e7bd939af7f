#include "probe/conversation.h"

#include "base/limits.h"

#include <algorithm>
#include <utility>

namespace yomikae {

namespace {

using From = TranscriptLine::From;

DialogueOptions optionsFor(const ConversationSettings& settings) {
    DialogueOptions options;
    options.security = settings.candidate.endpoint.security;
    options.ehloName = settings.ehloName;
    options.sender = settings.sender;
    options.errand = settings.errand;
    return options;
}

/// The words of a command without its line end, one transcript line.
std::string_view withoutLineEnd(std::string_view text) {
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r'))
        text.remove_suffix(1);
    return text;
}

/// What stands in `bytes` where `shown` has its stars.
std::string secretPart(const Step& step) {
    const auto stars = step.shown.rfind("****");
    if (stars == std::string::npos || stars > step.bytes.size())
        return {};
    return std::string(withoutLineEnd(std::string_view(step.bytes).substr(stars)));
}

} // namespace

Conversation::Conversation(ConversationSettings settings, Instant now)
    : settings_(std::move(settings)), endpoint_(settings_.candidate.endpoint), transcript_(settings_.password),
      dialogue_(makeDialogue(endpoint_.protocol, optionsFor(settings_))), began_(now), now_(now) {
    attempt_.candidate = settings_.candidate;
    busyUntil_ = now + limits::Candidate;
    if (endpoint_.security == Security::ImplicitTls)
        startTls();
    else
        waitFor(limits::Greeting);
}

void Conversation::received(std::string_view bytes, Instant now) {
    now_ = now;
    if (over_)
        return;
    if (tls_) {
        tls_->receive(bytes);
        advanceTls();
        return;
    }
    reader_.add(bytes);
    readLines();
}

void Conversation::closed(bool reset, Instant now) {
    now_ = now;
    if (over_)
        return;
    if (tls_)
        tls_->peerClosed(reset);
    if (handshaking())
        handshakeFailed();
    else
        connectionEnded(reset);
}

void Conversation::tick(Instant now) {
    now_ = now;
    if (const auto wake = wakeAt(); wake && *wake <= now)
        timedOut();
}

std::optional<Instant> Conversation::wakeAt() const {
    if (over_ || !deadline_)
        return std::nullopt;
    return busyUntil_ ? std::min(*deadline_, *busyUntil_) : *deadline_;
}

void Conversation::timedOut() {
    if (decided_)
        return finish();
    if (!tls_ && foreignGreeting())
        return;
    if (handshaking())
        conclude(Outcome::StageTimeout, Stage::Tls, {});
    else if (passwordTaken()) // only the mailbox keeps us waiting
        act(dialogue_->closed());
    else
        conclude(Outcome::StageTimeout, ready_ ? Stage::Login : dialogue_->stage(),
                 dialogue_->awaitsVerdict() ? "verdict" : "");
    finish();
}

// --- lines

void Conversation::readLines() {
    while (!over_) {
        const auto line = reader_.next();
        if (!line)
            break;
        note(From::Server, *line);
        act(dialogue_->line(*line));
    }
    if (over_)
        return;
    if (reader_.tooLong()) {
        const std::string text = reader_.drain();
        note(From::Server, text);
        act(dialogue_->lineTooLong(text));
    } else if (!reader_.empty() && dialogue_->expectsNothing()) {
        const std::string text = reader_.drain();
        note(From::Server, text);
        act(dialogue_->unasked(text));
    }
}

/// True where bytes lie there already although a command (or TLS) is only now to begin: they answer something that was
/// never asked. The command is not sent.
bool Conversation::somethingWaits(Step& step) {
    if (reader_.empty() || (step.bytes.empty() && !step.startTls))
        return false;
    const std::string text = reader_.drain();
    note(From::Server, text);
    wipe(step.bytes);
    if (step.finding) {
        step.close = true;
        return false; // the outcome stands, but no polite good-bye to such a server
    }
    act(dialogue_->unasked(text));
    return true;
}

void Conversation::act(Step step) {
    if (somethingWaits(step))
        return;
    if (!step.bytes.empty())
        send(step);
    if (step.finding && !decided_)
        conclude(*step.finding);
    if (step.startTls)
        startTls();
    if (step.ready) {
        ready_ = true;
        deadline_.reset();
        see();
    }
    if (step.close)
        finish();
}

void Conversation::send(Step& step) {
    if (step.secret)
        transcript_.hide(secretPart(step));
    note(From::Client, withoutLineEnd(step.shown));
    if (tls_)
        tls_->write(step.bytes);
    else
        out_ += step.bytes;
    if (step.secret)
        wipe(step.bytes);
    flushTls();
    waitFor(step.finding || decided_              ? limits::Quit
            : settings_.errand && passwordTaken() ? limits::ErrandAnswer
            : dialogue_->awaitsVerdict()          ? limits::LoginVerdict
            : dialogue_->stage() == Stage::Login  ? limits::AuthChallenge
                                                  : limits::CommandAnswer);
}

bool Conversation::askAhead(const std::vector<Mechanism>& mechanisms, Instant now) {
    now_ = now;
    Step step = peer_ ? dialogue_->askAhead(mechanisms) : Step{};
    if (step.bytes.empty())
        return false;
    act(std::move(step));
    if (!decided_)
        waitFor(limits::AuthChallenge);
    return true;
}

void Conversation::login(const std::string& username, const std::vector<Mechanism>& mechanisms, const Secret& password,
                         const Consents& consents, Instant now) {
    now_ = now;
    ready_ = false;
    busyUntil_ = now + limits::Candidate;
    std::optional<ReleasedSecret> released;
    if (peer_)
        released = peer_->release(password);
    else if (endpoint_.security == Security::None) // STARTTLS never falls back to clear text
        if (const auto consent = CleartextConsent::find(endpoint_, consents.cleartext))
            released = consent->release(password);
    if (!released) {
        conclude(Outcome::PlaintextRefused, Stage::Login, "consent");
        return finish();
    }
    attempt_.username = username;
    act(dialogue_->login({username, *released, mechanisms, peer_.has_value()}));
}

void Conversation::quit(Instant now) {
    if (goOut(now))
        act(dialogue_->quit());
}

/// False where there is nothing to say.
bool Conversation::goOut(Instant now) {
    now_ = now;
    ready_ = false;
    if (over_)
        return false;
    busyUntil_.reset();
    if (handshaking())
        finish();
    return !over_;
}

void Conversation::cancel(Instant now) {
    const bool taken = passwordTaken();
    if (goOut(now))
        act(dialogue_->leave());
    if (!decided_ && taken)
        conclude(Outcome::LoginOk, dialogue_->stage(), {});
    if (!decided_)
        conclude(Outcome::Cancelled, stage(), {});
    finish();
}

// --- ends

void Conversation::connectionEnded(bool reset) {
    if (decided_)
        return finish();
    const bool gaveAlert = tls_ && tls_->state() == TlsSession::State::Failed;
    if (ready_) {
        ready_ = false;
        act(dialogue_->quit());
    } else if (gaveAlert && dialogue_->greeting().empty()) { // TLS 1.3 refuses a client after the handshake
        conclude(Outcome::TlsHandshakeFailed, Stage::Tls, tls_->facts().failure);
    } else if (!foreignGreeting()) {
        act(dialogue_->closed());
        if (attempt_.outcome == Outcome::ClosedEarly && reset)
            attempt_.reason = "reset";
    }
    finish();
}

/// Something else than a mail server need not end its first line.
bool Conversation::foreignGreeting() {
    if (reader_.empty() || !dialogue_->greeting().empty() || dialogue_->stage() != Stage::Greeting)
        return false;
    const std::string text = reader_.drain();
    const std::string_view speaker = speakerOf(text);
    note(From::Server, text);
    if (speaker == "unknown" || speaker == name(endpoint_.protocol))
        return false;
    attempt_.serverText = transcript_.shown(text);
    conclude(Outcome::NotThisProtocol, Stage::Greeting, std::string(speaker));
    finish();
    return true;
}

void Conversation::conclude(const Finding& finding) {
    attempt_.serverText = transcript_.shown(finding.serverText);
    attempt_.replyCode = finding.replyCode;
    attempt_.responseCode = transcript_.shown(finding.responseCode);
    const bool sentAway = finding.reason == "idle" && attempt_.username.empty();
    if (sentAway && finding.outcome != Outcome::LoginOk) { // it was ready; we were too slow for it
        ready_ = false;
        return conclude(Outcome::Ready, finding.stage, {});
    }
    conclude(finding.outcome, finding.stage, finding.reason);
}

void Conversation::conclude(Outcome outcome, Stage stage, std::string reason) {
    decided_ = true;
    ready_ = false;
    attempt_.outcome = outcome;
    attempt_.stage = stage;
    attempt_.reason = std::move(reason);
    see();
}

/// Brings the attempt up to date with what was learned.
void Conversation::see() {
    if (!decided_) {
        attempt_.outcome = Outcome::Ready;
        attempt_.stage = dialogue_->stage();
        attempt_.serverText = transcript_.shown(dialogue_->greeting());
    }
    attempt_.mechanism = dialogue_->mechanism();
    attempt_.passwordsSent = dialogue_->passwordsSent();
    if (tls_)
        attempt_.tls = tls_->facts();
    Capabilities seen = dialogue_->capabilities();
    for (std::string& line : seen.lines)
        line = transcript_.struckOut(line);
    if (seen.known || !seen.lines.empty() || seen.userPass)
        attempt_.capabilities = std::move(seen);
    attempt_.transcript = transcript_.lines();
}

void Conversation::finish() {
    over_ = true;
    ready_ = false;
    deadline_.reset();
    if (tls_ && tls_->state() == TlsSession::State::Established)
        tls_->shutdown();
    flushTls();
    attempt_.transcript = transcript_.lines();
}

std::string Conversation::takeBytes() {
    return std::exchange(out_, {});
}

} // namespace yomikae
