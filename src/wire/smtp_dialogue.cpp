// SMTP submission: RFC 5321, RFC 6409; STARTTLS RFC 3207; AUTH RFC 4954; enhanced status codes RFC 2034, RFC 5248.
#include "wire/smtp_dialogue.h"

#include "base/text.h"
#include "wire/dialogue_core.h"
#include "wire/smtp_reply.h"

#include <algorithm>

namespace yomikae {

namespace {

class SmtpDialogue final : public DialogueCore {
  public:
    using DialogueCore::DialogueCore;

  private:
    using Row = Transition<SmtpDialogue>;
    static const Row Table[];

    Step answered(std::string_view line) override;
    Step notSmtp(std::string_view line, std::string reason);
    Event eventOf(int code) const;
    void takeApart(const SmtpReply& reply);

    std::string helloCommand() override { return "EHLO " + options_.ehloName; }
    std::string startTlsCommand() override { return "STARTTLS"; }
    std::string quitCommand() override { return "QUIT"; }
    std::string authCommand() override { return "AUTH "; }
    /// Never: nothing after 235 shows that it was meant, so a yes that comes before the password is the only sign of a
    /// server that takes anyone.
    bool initialResponseAllowed(std::size_t) const override { return false; }
    bool asksAhead() const override { return true; }
    std::vector<Mechanism> offered() override;
    Step startOther(Mechanism) override { return nextMechanism(); }
    std::optional<Outcome> outcomeOfCode() const override;
    std::optional<Outcome> outcomeOf535() const;
    Outcome authNotOpen() const;
    bool isAboutTheAnswer() const;

    Step greetingRefused() { return conclude(Outcome::ServerRefused); }
    Step later() { return conclude(Outcome::TryLater); }
    Step farewell() { return abort(Outcome::TryLater); }
    Step listed();
    Step askOldHello();
    Step noExtensions();
    Step authRefused();
    Step loggedIn();
    Step askRecipient() { return send("RCPT TO:<" + options_.sender + ">"); }
    Step takeBack() { return send("RSET"); }
    Step senderAccepted() { return conclude(Outcome::LoginOk); }
    Step senderRefused() { return conclude(Outcome::LoginOk, "sender-refused"); }
    Step recipientRefused();
    Step senderUnknown() { return conclude(Outcome::LoginOk, "sender-unknown"); }
    Step senderLost() { return abort(Outcome::LoginOk, "sender-unknown"); }

    SmtpReplyReader reader_;
    std::vector<std::string> texts_;
};

const SmtpDialogue::Row SmtpDialogue::Table[] = {
    {State::Greeting, Event::Yes, State::Greeting, &SmtpDialogue::askHello},
    {State::Greeting, Event::No, State::Greeting, &SmtpDialogue::greetingRefused},
    {State::Greeting, Event::Later, State::Greeting, &SmtpDialogue::later},
    {State::Greeting, Event::Farewell, State::Greeting, &SmtpDialogue::farewell},
    {State::Hello, Event::Yes, State::Hello, &SmtpDialogue::listed},
    {State::Hello, Event::No, State::OldHello, &SmtpDialogue::askOldHello},
    {State::Hello, Event::Later, State::Hello, &SmtpDialogue::later},
    {State::Hello, Event::Farewell, State::Hello, &SmtpDialogue::farewell},
    {State::OldHello, Event::Yes, State::OldHello, &SmtpDialogue::noExtensions},
    {State::OldHello, Event::No, State::OldHello, &SmtpDialogue::greetingRefused},
    {State::OldHello, Event::Later, State::OldHello, &SmtpDialogue::later},
    {State::OldHello, Event::Farewell, State::OldHello, &SmtpDialogue::farewell},
    {State::StartTls, Event::Yes, State::Handshake, &SmtpDialogue::startHandshake},
    {State::StartTls, Event::No, State::StartTls, &SmtpDialogue::tlsDeclined},
    {State::StartTls, Event::Later, State::StartTls, &SmtpDialogue::tlsDeclined},
    {State::StartTls, Event::Farewell, State::StartTls, &SmtpDialogue::farewell},
    {State::Ready, Event::Farewell, State::Ready, &SmtpDialogue::saidGoodbye},
    {State::AuthAhead, Event::Yes, State::AuthAhead, &SmtpDialogue::cameEarly},
    {State::AuthAhead, Event::Continue, State::AuthHeld, &SmtpDialogue::challengeKept},
    {State::AuthAhead, Event::No, State::Ready, &SmtpDialogue::noChallenge},
    {State::AuthAhead, Event::Later, State::Ready, &SmtpDialogue::noChallenge},
    {State::AuthAhead, Event::Farewell, State::AuthAhead, &SmtpDialogue::saidGoodbye},
    {State::AuthHeld, Event::Farewell, State::AuthHeld, &SmtpDialogue::saidGoodbye},
    {State::AuthAsked, Event::Yes, State::AuthAsked, &SmtpDialogue::cameEarly},
    {State::AuthAsked, Event::Continue, State::AuthAsked, &SmtpDialogue::challenged},
    {State::AuthAsked, Event::No, State::AuthAsked, &SmtpDialogue::authRefused},
    {State::AuthAsked, Event::Later, State::AuthAsked, &SmtpDialogue::authRefused},
    {State::AuthAsked, Event::Farewell, State::AuthAsked, &SmtpDialogue::farewell},
    {State::Verdict, Event::Yes, State::Verdict, &SmtpDialogue::loggedIn},
    {State::Verdict, Event::Continue, State::Verdict, &SmtpDialogue::challenged},
    {State::Verdict, Event::No, State::Verdict, &SmtpDialogue::authRefused},
    {State::Verdict, Event::Later, State::Verdict, &SmtpDialogue::authRefused},
    {State::Verdict, Event::Farewell, State::Verdict, &SmtpDialogue::farewell},
    {State::Sender, Event::Yes, State::Recipient, &SmtpDialogue::askRecipient},
    {State::Sender, Event::No, State::Sender, &SmtpDialogue::senderRefused},
    {State::Sender, Event::Later, State::Sender, &SmtpDialogue::senderUnknown},
    {State::Sender, Event::Farewell, State::Sender, &SmtpDialogue::senderLost},
    {State::Recipient, Event::Yes, State::Resetting, &SmtpDialogue::takeBack},
    {State::Recipient, Event::No, State::Recipient, &SmtpDialogue::recipientRefused},
    {State::Recipient, Event::Later, State::Recipient, &SmtpDialogue::senderUnknown},
    {State::Recipient, Event::Farewell, State::Recipient, &SmtpDialogue::senderLost},
    {State::Resetting, Event::Yes, State::Resetting, &SmtpDialogue::senderAccepted},
    {State::Resetting, Event::No, State::Resetting, &SmtpDialogue::senderAccepted},
    {State::Resetting, Event::Later, State::Resetting, &SmtpDialogue::senderAccepted},
    {State::Resetting, Event::Farewell, State::Resetting, &SmtpDialogue::senderLost},
    {State::Cancelling, Event::No, State::Cancelling, &SmtpDialogue::nextMechanism},
    {State::Cancelling, Event::Later, State::Cancelling, &SmtpDialogue::later},
    {State::Cancelling, Event::Farewell, State::Cancelling, &SmtpDialogue::farewell},
};

/// The code that means yes, state by state; any other 2xx or 3xx is odd.
int yesIn(State state) {
    switch (state) {
    case State::Greeting:
    case State::StartTls: return 220;
    case State::Hello:
    case State::OldHello:
    case State::Sender:
    case State::Recipient:
    case State::Resetting: return 250;
    case State::AuthAhead:
    case State::AuthAsked:
    case State::Verdict: return 235;
    default: return 0;
    }
}

Step SmtpDialogue::answered(std::string_view line) {
    switch (reader_.add(line)) {
    case SmtpReplyReader::State::More: return {};
    case SmtpReplyReader::State::NoReply: return notSmtp(line, {});
    case SmtpReplyReader::State::MixedCodes: return notSmtp(line, "mixed");
    case SmtpReplyReader::State::Whole: break;
    }
    takeApart(reader_.take());
    return dispatch(std::span<const Row>(Table), *this, eventOf(reply_.code));
}

Step SmtpDialogue::notSmtp(std::string_view line, std::string reason) {
    const bool first = state_ == State::Greeting && reader_.take().code == 0;
    reply_ = {};
    reply_.line = line;
    if (first)
        return foreign();
    return abort(Outcome::ProtocolError, state_ == State::Ready ? "unasked" : std::move(reason));
}

void SmtpDialogue::takeApart(const SmtpReply& reply) {
    reply_ = {};
    reply_.line = reply.first;
    reply_.code = reply.code;
    reply_.responseCode = reply.enhanced;
    reply_.text = trimmed(reply.texts.back());
    for (const std::string& text : reply.texts)
        reply_.whole += text + '\n';
    texts_ = reply.texts;
}

Event SmtpDialogue::eventOf(int code) const {
    if (code == yesIn(state_))
        return Event::Yes;
    if (code == 334)
        return Event::Continue;
    if (code == 421)
        return Event::Farewell;
    return code / 100 == 4 ? Event::Later : code / 100 == 5 ? Event::No : Event::Odd;
}

/// The first line of an EHLO answer names the server, the others what it can do.
Step SmtpDialogue::listed() {
    capabilities_.known = true;
    for (std::size_t i = 1; i < texts_.size(); ++i)
        addSmtpLine(capabilities_, texts_[i]);
    return capabilitiesKnown();
}

Step SmtpDialogue::askOldHello() {
    ++unknownCommands_;
    return send("HELO " + options_.ehloName);
}

/// Without EHLO there is neither STARTTLS nor AUTH.
Step SmtpDialogue::noExtensions() {
    return conclude(Outcome::AuthNotOffered);
}

std::vector<Mechanism> SmtpDialogue::offered() {
    const Mechanism inTls[] = {Mechanism::Plain, Mechanism::Login, Mechanism::CramMd5};
    const Mechanism inClear[] = {Mechanism::CramMd5, Mechanism::Plain, Mechanism::Login};
    std::vector<Mechanism> there;
    for (const Mechanism m : insideTls_ ? inTls : inClear)
        if (std::find(capabilities_.mechanisms.begin(), capabilities_.mechanisms.end(), m) !=
            capabilities_.mechanisms.end())
            there.push_back(m);
    return there;
}

Outcome SmtpDialogue::authNotOpen() const {
    return !insideTls_ && capabilities_.startTls ? Outcome::PlaintextRefused : Outcome::AuthNotOffered;
}

/// Behind the password, 500 to 503 may be said of it, or of how long it is.
bool SmtpDialogue::isAboutTheAnswer() const {
    return state_ == State::Verdict && (saysLoginFailed(reply_.whole) || hintIn(reply_.whole) == Hint::Syntax);
}

std::optional<Outcome> SmtpDialogue::outcomeOfCode() const {
    switch (reply_.code) {
    case 432: // a password transition is needed
    case 534: return Outcome::AuthNeedsAction;
    case 500:
    case 502:
    case 503: return isAboutTheAnswer() ? std::nullopt : std::optional(authNotOpen());
    case 525: return Outcome::AccountLocked; // RFC 5248: user account disabled
    case 530:
    case 538: return insideTls_ ? Outcome::ServerRefused : Outcome::PlaintextRefused;
    case 535: return outcomeOf535();
    default: return reply_.code / 100 == 4 ? std::optional(Outcome::TryLater) : std::nullopt;
    }
}

/// The login is proven whatever follows. What cannot stand in a path by itself is not asked about (RFC 5321 4.1.2).
Step SmtpDialogue::loggedIn() {
    const std::string& sender = options_.sender;
    const bool plain = std::all_of(sender.begin(), sender.end(), [](char c) {
        return c > ' ' && c < 0x7f && c != '<' && c != '>' && c != '"' && c != '\\';
    });
    if (sender.empty() || !plain)
        return conclude(Outcome::LoginOk);
    enter(State::Sender);
    return send("MAIL FROM:<" + sender + ">");
}

/// Servers tell at the recipient what they have against the sender (5.7, 553; RFC 3463 5.1.7 and 5.1.8), but a mailbox
/// that is full or has moved is refused there too: that is no matter of sending.
Step SmtpDialogue::recipientRefused() {
    const std::string_view more = reply_.responseCode;
    if (reply_.code == 553 || more.starts_with("5.7.") || more == "5.1.7" || more == "5.1.8")
        return senderRefused();
    const bool mailbox = reply_.code == 552 || more.starts_with("5.1.") || more.starts_with("5.2.");
    return mailbox ? conclude(Outcome::LoginOk, "recipient-refused") : senderUnknown();
}

/// 535 is said to a wrong password, but also to an unknown mechanism, and by big providers to "use an app password".
std::optional<Outcome> SmtpDialogue::outcomeOf535() const {
    const std::string& more = reply_.responseCode;
    if (more == "5.7.9" || more == "5.7.14" || more == "5.7.139")
        return Outcome::AuthNeedsAction;
    return std::nullopt;
}

Step SmtpDialogue::authRefused() {
    const Hint hint = hintIn(reply_.whole);
    const bool failed = state_ == State::Verdict && saysLoginFailed(reply_.whole);
    if (reply_.code == 504 || (reply_.code == 501 && hint != Hint::Base64 && !failed))
        return nextMechanism();
    const bool aboutPassword = failed || reply_.code == 535 || reply_.responseCode == "5.7.8";
    if (hint == Hint::None && !outcomeOfCode() && !aboutPassword)
        return conclude(Outcome::ServerRefused);
    return refused();
}

} // namespace

std::unique_ptr<Dialogue> makeSmtpDialogue(const DialogueOptions& options) {
    return std::make_unique<SmtpDialogue>(options);
}

} // namespace yomikae
