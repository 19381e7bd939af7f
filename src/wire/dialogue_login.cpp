// The login, the same in all protocols: a plan of mechanisms, one exchange at a time (RFC 4422), and what a refusal
// means.
#include "wire/dialogue_core.h"

#include <algorithm>
#include <utility>

namespace yomikae {

namespace {

constexpr int MostUnknownCommands = 2; ///< in one connection: Dovecot and Exim leave after three
constexpr int MostPasswords = 2;       ///< in one connection, whatever was said to them

bool has(const std::vector<Mechanism>& in, Mechanism mechanism) {
    return std::find(in.begin(), in.end(), mechanism) != in.end();
}

bool isSasl(Mechanism m) {
    return m == Mechanism::Plain || m == Mechanism::Login || m == Mechanism::CramMd5;
}

/// CR, LF and NUL would end a command or a field of PLAIN early (RFC 1939 3, RFC 4616 2).
bool canBeSent(std::string_view text) {
    return std::none_of(text.begin(), text.end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

bool isAscii(std::string_view text) {
    return std::none_of(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0x80u) != 0; });
}

} // namespace

bool DialogueCore::inputIsValid(const LoginRequest& request) const {
    const std::string_view password = request.password.bytes();
    return !request.username.empty() && request.username.size() <= limits::UserName && !password.empty() &&
           password.size() <= limits::Password && canBeSent(request.username) && canBeSent(password);
}

bool DialogueCore::passwordIsAscii() const {
    return isAscii(password_->bytes()) && isAscii(username_);
}

/// The challenges of PLAIN and LOGIN say nothing, so they do not grow old.
Step DialogueCore::askAhead(const std::vector<Mechanism>& mechanisms) {
    if (state_ != State::Ready || !insideTls_ || !asksAhead() || mechanism_)
        return {};
    planMechanisms(mechanisms);
    if (plan_.empty() || (plan_.front() != Mechanism::Plain && plan_.front() != Mechanism::Login))
        return {};
    mechanism_ = plan_.front();
    enter(State::AuthAhead);
    return send(authCommand() + std::string(name(*mechanism_)));
}

Step DialogueCore::challengeKept() {
    Step step;
    step.ready = true;
    return step;
}

Step DialogueCore::noChallenge() {
    return challengeKept();
}

Step DialogueCore::login(const LoginRequest& request) {
    const State from = state_;
    if ((from != State::Ready && from != State::AuthAhead && from != State::AuthHeld) ||
        request.insideTls != insideTls_)
        return abort(Outcome::ProtocolError, "order");
    if (from != State::AuthHeld) // whose challenge is answered
        reply_ = {};
    enter(State::AuthAsked);
    if (!inputIsValid(request))
        return abort(Outcome::InputInvalid);
    username_ = request.username;
    password_ = request.password;
    planMechanisms(request.mechanisms);
    if (from == State::Ready)
        return plan_.empty() ? nothingOffered() : startMechanism();
    return goOn(from);
}

/// AUTH was sent before. Where another mechanism is wanted now, its challenge is declined, which no server counts.
Step DialogueCore::goOn(State from) {
    const bool wanted = !plan_.empty() && plan_.front() == *mechanism_;
    if (wanted)
        exchange_.emplace(*mechanism_, username_, *password_);
    else
        plan_.insert(plan_.begin(), *mechanism_);
    return from == State::AuthHeld ? challenged() : Step{};
}

void DialogueCore::planMechanisms(const std::vector<Mechanism>& wished) {
    const std::vector<Mechanism> there = offered();
    plan_.clear();
    planAt_ = 0;
    for (const Mechanism m : wished.empty() ? there : wished)
        if (has(there, m) && !has(plan_, m))
            plan_.push_back(m);
    if (plan_.empty() && insideTls_) // a plan may be older than the server
        plan_ = there;
    if (password_ && !passwordIsAscii()) // SASL says which character set it is, USER and LOGIN do not
        std::stable_partition(plan_.begin(), plan_.end(), isSasl);
}

bool DialogueCore::listsOnlyOAuth() const {
    const auto& names = capabilities_.mechanisms;
    return !names.empty() && std::all_of(names.begin(), names.end(), isOAuth);
}

Step DialogueCore::nothingOffered() {
    const auto& names = capabilities_.mechanisms;
    if (listsOnlyOAuth() && !capabilities_.userPass)
        return conclude(Outcome::OAuthOnly);
    if (!insideTls_ && capabilities_.startTls && names.empty())
        return conclude(Outcome::PlaintextRefused);
    const bool nothing = names.empty() && capabilities_.otherMechanisms.empty() && !capabilities_.userPass;
    return conclude(nothing ? Outcome::AuthNotOffered : Outcome::AuthMechanismUnsupported);
}

Step DialogueCore::startMechanism() {
    mechanism_ = plan_[planAt_];
    exchange_.reset();
    enter(State::AuthAsked);
    return isSasl(*mechanism_) ? startSasl(*mechanism_) : startOther(*mechanism_);
}

Step DialogueCore::startSasl(Mechanism mechanism) {
    exchange_.emplace(mechanism, username_, *password_);
    std::string command = authCommand() + std::string(name(mechanism));
    if (auto first = exchange_->initialResponse()) {
        const bool fits = initialResponseAllowed(command.size() + 1 + first->size() + 2);
        std::string shown = command + " ****";
        std::string whole;
        whole.reserve(command.size() + 1 + first->size());
        whole += command;
        whole += ' ';
        whole += *first;
        wipe(*first);
        if (fits)
            return sendSecret(std::move(whole), std::move(shown));
        wipe(whole);
    }
    enter(State::AuthAsked);
    return send(std::move(command));
}

Step DialogueCore::challenged() {
    if (!exchange_) // asked for ahead, and no longer wanted
        return asksAhead() && state_ == State::AuthAsked ? cancelExchange() : abort(Outcome::ProtocolError);
    SaslAnswer answer = exchange_->answer(reply_.text);
    switch (answer.kind) {
    case SaslAnswer::Kind::Send: break;
    case SaslAnswer::Kind::Cancel: badChallenge_ = true; return cancelExchange();
    case SaslAnswer::Kind::TooLong: return abort(Outcome::LimitExceeded, "bytes");
    case SaslAnswer::Kind::TooMany: return abort(Outcome::LimitExceeded, "rounds");
    }
    if (answer.secret)
        return sendSecret(std::move(answer.line), "****");
    return send(std::move(answer.line));
}

Step DialogueCore::cancelExchange() {
    enter(State::Cancelling);
    return send("*");
}

Step DialogueCore::nextMechanism() {
    if (++planAt_ < plan_.size() && unknownCommands_ < MostUnknownCommands && passwordsSent_ < MostPasswords)
        return startMechanism();
    if (badChallenge_)
        return conclude(Outcome::ProtocolError, "challenge");
    // Dovecot lists USER and LOGIN inside TLS whether it takes them or not
    return conclude(listsOnlyOAuth() ? Outcome::OAuthOnly : Outcome::AuthMechanismUnsupported);
}

Step DialogueCore::refused() {
    if (const auto outcome = outcomeOfCode())
        return conclude(*outcome, reply_.responseCode == "LOGIN-DELAY" ? "login-delay" : "");
    return refusedByHint(hintIn(reply_.whole));
}

Step DialogueCore::refusedByHint(Hint hint) {
    const bool sent = state_ == State::Verdict;
    switch (hint) {
    case Hint::Plaintext: return conclude(insideTls_ ? Outcome::ServerRefused : Outcome::PlaintextRefused);
    case Hint::Base64: return conclude(Outcome::ProtocolError, "base64");
    case Hint::Command: ++unknownCommands_; return nextMechanism();
    case Hint::Mechanism: return nextMechanism();
    case Hint::Unsupported: return sent ? conclude(Outcome::AuthMechanismUnsupported) : nextMechanism();
    case Hint::Syntax: return sent ? conclude(Outcome::ProtocolError, "syntax") : nextMechanism();
    case Hint::Busy: return conclude(Outcome::MailboxBusy);
    case Hint::Locked: return conclude(Outcome::AccountLocked);
    case Hint::NeedsAction: return conclude(Outcome::AuthNeedsAction);
    case Hint::None: break;
    }
    if (sent)
        return conclude(Outcome::AuthRejected);
    if (exchange_ && exchange_->rounds() > 0) // LOGIN: the name was refused before the password was asked for
        return conclude(Outcome::AuthRejected, "user");
    return nextMechanism();
}

Step DialogueCore::userRefused() {
    const Hint hint = hintIn(reply_.whole);
    if (outcomeOfCode() || hint != Hint::None)
        return refused();
    if (!userWasOffered_)
        return nextMechanism();
    return conclude(Outcome::AuthRejected, "user");
}

} // namespace yomikae
