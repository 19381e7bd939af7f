#include "wire/dialogue_core.h"

#include <algorithm>
#include <utility>

namespace yomikae {

namespace {

/// Ended and Quitting keep the stage that was reached.
std::optional<Stage> stageOf(State state) {
    switch (state) {
    case State::Greeting: return Stage::Greeting;
    case State::Hello:
    case State::HelloList:
    case State::OldHello:
    case State::Ready:
    case State::AuthAhead:
    case State::AuthHeld: return Stage::Capabilities;
    case State::StartTls:
    case State::Handshake: return Stage::Tls;
    case State::AuthAsked:
    case State::UserAsked:
    case State::Verdict:
    case State::Cancelling: return Stage::Login;
    case State::Errand:
    case State::Mailbox: return Stage::Done;
    case State::Sender:
    case State::Recipient:
    case State::Resetting: return Stage::Sender;
    case State::Withdrawn:
    case State::Quitting:
    case State::Ended: break;
    }
    return std::nullopt;
}

/// Where a QUIT would be taken for something else: for data behind STARTTLS, for the answer to a challenge, for talk
/// before the greeting.
bool mustNotSpeak(State state) {
    return state == State::Greeting || state == State::StartTls || state == State::Handshake ||
           state == State::AuthAsked || state == State::Cancelling || state == State::Ended;
}

/// Some firewalls blank out what would lead to encryption: "220 ****", "250-XXXXXXXA" (Cisco's "fixup"). The line where
/// that shows, or null.
const std::string* maskedLine(const std::string& greeting, const Capabilities& capabilities) {
    const auto isX = [](const std::string& line) { return line.compare(0, 4, "XXXX") == 0; };
    const auto found = std::find_if(capabilities.lines.begin(), capabilities.lines.end(), isX);
    if (found != capabilities.lines.end())
        return &*found;
    return greeting.find("****") != std::string::npos ? &greeting : nullptr;
}

} // namespace

void DialogueCore::enter(State state) {
    state_ = state;
    if (const auto stage = stageOf(state))
        stage_ = *stage;
}

Step DialogueCore::line(std::string_view line) {
    if (state_ == State::Withdrawn) {
        enter(State::Quitting);
        return send(quitCommand());
    }
    if (concluded_ || state_ == State::Ended || state_ == State::Quitting) {
        enter(State::Ended);
        Step step;
        step.close = true;
        return step;
    }
    if (state_ == State::Handshake)
        return unasked(line);
    if (state_ == State::Errand)
        return errandLine(line);
    if (auto over = beyondLimits(line))
        return *std::move(over);
    if (state_ == State::Greeting && greeting_.empty())
        greeting_ = line;
    return answered(line);
}

std::optional<Step> DialogueCore::beyondLimits(std::string_view line) {
    const std::size_t size = line.size() + 2;
    answerBytes_ += size;
    allBytes_ += size;
    ++answerLines_;
    const char* over = answerLines_ > limits::AnswerLines     ? "lines"
                       : size > limits::AnswerLine            ? "line"
                       : answerBytes_ > limits::AnswerBytes   ? "bytes"
                       : allBytes_ > limits::BytesBeforeLogin ? "bytes"
                                                              : nullptr;
    if (over == nullptr)
        return std::nullopt;
    reply_ = {};
    reply_.line = line;
    return abort(Outcome::LimitExceeded, over);
}

Step DialogueCore::lineTooLong(std::string_view text) {
    reply_ = {};
    reply_.line = text;
    if (state_ == State::Errand)
        return errandBroken();
    return state_ == State::Mailbox ? abort(Outcome::LoginOk, "mailbox") : abort(Outcome::LimitExceeded, "line");
}

Step DialogueCore::unasked(std::string_view text) {
    reply_ = {};
    reply_.line = text;
    if (state_ == State::Errand)
        return errandBroken();
    return state_ == State::Handshake ? abort(Outcome::TlsInjection) : abort(Outcome::ProtocolError, "unasked");
}

Step DialogueCore::missing() {
    return abort(Outcome::ProtocolError, state_ == State::Ready || state_ == State::AuthHeld ? "unasked" : "");
}

Step DialogueCore::closed() {
    const State at = state_;
    reply_ = {};
    if (at == State::Verdict)
        return abort(Outcome::AuthUnclear, "closed");
    if (at == State::Mailbox)
        return abort(Outcome::LoginOk, "mailbox");
    if (at == State::Errand)
        return errandBroken();
    if (stage_ == Stage::Sender)
        return abort(Outcome::LoginOk, "sender-unknown");
    return abort(Outcome::ClosedEarly);
}

Step DialogueCore::quit() {
    if (state_ == State::Ready || state_ == State::AuthAhead || state_ == State::AuthHeld)
        return withdraw(state_);
    Step step;
    step.close = concluded_ || mustNotSpeak(state_) || (state_ == State::Errand && !options_.errand->mayQuit());
    if (!step.close)
        step = send(quitCommand());
    concluded_ = true;
    enter(step.close ? State::Ended : State::Quitting);
    return step;
}

Step DialogueCore::leave() {
    return state_ == State::AuthHeld ? withdraw(State::AuthAhead) : quit();
}

/// Nobody logged in. A challenge that stands is declined (RFC 4954 4), one that is under way is not spoken into.
Step DialogueCore::withdraw(State from) {
    enter(State::Ready);
    mechanism_.reset();
    reply_ = {};
    reply_.line = greeting_;
    if (from == State::AuthAhead)
        return abort(Outcome::Ready);
    Step step = conclude(Outcome::Ready);
    if (from == State::AuthHeld) {
        step.bytes = step.shown = "*\r\n";
        enter(State::Withdrawn);
    }
    return step;
}

bool DialogueCore::expectsNothing() const {
    return state_ == State::Ready || state_ == State::AuthHeld || state_ == State::Handshake || state_ == State::Ended;
}

Step DialogueCore::send(std::string command) {
    answerLines_ = 0;
    answerBytes_ = 0;
    Step step;
    step.bytes = std::move(command) + "\r\n";
    step.shown = step.bytes;
    return step;
}

Step DialogueCore::sendSecret(std::string bytes, std::string shown) {
    if (state_ != State::Verdict) // there the same login is asked for it again
        ++passwordsSent_;
    enter(State::Verdict);
    Step step = send({});
    step.bytes.insert(0, bytes);
    wipe(bytes);
    step.shown = std::move(shown) + "\r\n";
    step.secret = true;
    return step;
}

Finding DialogueCore::finding(Outcome outcome, std::string reason) const {
    Finding found;
    found.outcome = outcome;
    const bool done = outcome == Outcome::LoginOk && reason.compare(0, 6, "sender") != 0;
    found.stage = done ? Stage::Done : stage_;
    found.serverText = reply_.line;
    found.replyCode = reply_.code;
    found.responseCode = reply_.responseCode;
    found.reason = std::move(reason);
    return found;
}

Step DialogueCore::conclude(Outcome outcome, std::string reason) {
    if (outcome == Outcome::LoginOk && reason.empty() && options_.errand && !errandBegun_)
        return beginErrand();
    const Finding found = finding(outcome, std::move(reason));
    Step step = send(quitCommand());
    step.finding = found;
    concluded_ = true;
    exchange_.reset();
    password_.reset();
    enter(State::Quitting);
    return step;
}

Step DialogueCore::abort(Outcome outcome, std::string reason) {
    Step step;
    if (!concluded_)
        step.finding = finding(outcome, std::move(reason));
    step.close = true;
    concluded_ = true;
    exchange_.reset();
    password_.reset();
    enter(State::Ended);
    return step;
}

Step DialogueCore::foreign() {
    return abort(Outcome::NotThisProtocol, std::string(speakerOf(greeting_)));
}

Step DialogueCore::askHello() {
    enter(State::Hello);
    return send(helloCommand());
}

Step DialogueCore::capabilitiesKnown() {
    if (options_.security == Security::StartTls && !insideTls_) {
        if (!capabilities_.startTls)
            return tlsNotOffered();
        enter(State::StartTls);
        return send(startTlsCommand());
    }
    enter(State::Ready);
    Step step;
    step.ready = true;
    return step;
}

/// No line of a list says what is missing; its last one ("." or "250-mail") tells nothing. CAPA refused does.
Step DialogueCore::tlsNotOffered() {
    const std::string* masked = maskedLine(greeting_, capabilities_);
    if (masked != nullptr)
        reply_.line = *masked;
    else if (reply_.line.compare(0, 4, "-ERR") != 0)
        reply_.line.clear();
    return conclude(Outcome::TlsNotOffered, masked != nullptr ? "masked" : "");
}

Step DialogueCore::startHandshake() {
    enter(State::Handshake);
    Step step;
    step.startTls = true;
    return step;
}

Step DialogueCore::tlsEstablished() {
    if (state_ != State::Handshake)
        return abort(Outcome::ProtocolError, "order");
    insideTls_ = true;
    capabilities_ = {};
    forget();
    return askHello();
}

Step DialogueCore::tlsDeclined() {
    const bool temporary = reply_.code / 100 == 4 || reply_.responseCode == "SYS/TEMP";
    return conclude(Outcome::TlsDeclined, temporary ? "temporary" : "");
}

Step DialogueCore::saidGoodbye() {
    return abort(reply_.code == 421 ? Outcome::TryLater : Outcome::ClosedEarly, "idle");
}

Step DialogueCore::cameEarly() {
    return abort(Outcome::ProtocolError, "early");
}

} // namespace yomikae
