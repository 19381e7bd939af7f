// IMAP: RFC 9051 (and RFC 3501, which servers of today still speak); SASL-IR RFC 4959; response codes RFC 9051 7.1, RFC
// 5530.
#include "wire/imap_dialogue.h"

#include "base/text.h"
#include "wire/dialogue_core.h"

#include <algorithm>

namespace yomikae {

namespace {

std::string upperAscii(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'a' && c <= 'z')
            c = static_cast<char>(c - 'a' + 'A');
    return out;
}

/// RFC 9051 4.3: a quoted string; what it cannot hold was refused before.
std::string quoted(std::string_view text) {
    std::string out;
    out.reserve(2 * text.size() + 2);
    out += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out += '\\';
        out += c;
    }
    return out += '"';
}

class ImapDialogue final : public DialogueCore {
  public:
    using DialogueCore::DialogueCore;

  private:
    using Row = Transition<ImapDialogue>;
    static const Row Table[];

    Step answered(std::string_view line) override;
    Event eventOf(std::string_view line);
    Event untagged(std::string_view rest);
    Event status(std::string_view rest);

    std::string nextTag();
    std::string helloCommand() override { return nextTag() + " CAPABILITY"; }
    std::string startTlsCommand() override { return nextTag() + " STARTTLS"; }
    std::string quitCommand() override { return nextTag() + " LOGOUT"; }
    std::string authCommand() override { return nextTag() + " AUTHENTICATE "; }
    bool initialResponseAllowed(std::size_t) const override { return insideTls_ && capabilities_.saslIr; }
    std::vector<Mechanism> offered() override;
    Step startOther(Mechanism mechanism) override;
    std::optional<Outcome> outcomeOfCode() const override;

    Step greeted();
    Step alreadyIn();
    Step listed();
    Step helloRefused();
    Step farewell();
    Step loggedIn() { return conclude(Outcome::LoginOk); }
    Step loginRefused();

    int tag_ = 0;
    std::string word_; ///< the status word, upper case
    std::string code_; ///< what stood in the last [brackets]
};

const ImapDialogue::Row ImapDialogue::Table[] = {
    {State::Greeting, Event::Yes, State::Greeting, &ImapDialogue::greeted},
    {State::Greeting, Event::Listed, State::Greeting, &ImapDialogue::alreadyIn},
    {State::Greeting, Event::Farewell, State::Greeting, &ImapDialogue::farewell},
    {State::Greeting, Event::Odd, State::Greeting, &ImapDialogue::foreign},
    {State::Greeting, Event::Continue, State::Greeting, &ImapDialogue::foreign},
    {State::Hello, Event::Listed, State::Hello, &ImapDialogue::listed},
    {State::Hello, Event::Yes, State::Hello, &ImapDialogue::capabilitiesKnown},
    {State::Hello, Event::No, State::Hello, &ImapDialogue::helloRefused},
    {State::Hello, Event::Farewell, State::Hello, &ImapDialogue::farewell},
    {State::StartTls, Event::Listed, State::StartTls, &ImapDialogue::wait},
    {State::StartTls, Event::Yes, State::Handshake, &ImapDialogue::startHandshake},
    {State::StartTls, Event::No, State::StartTls, &ImapDialogue::tlsDeclined},
    {State::StartTls, Event::Farewell, State::StartTls, &ImapDialogue::farewell},
    {State::Ready, Event::Farewell, State::Ready, &ImapDialogue::saidGoodbye},
    {State::AuthAsked, Event::Listed, State::AuthAsked, &ImapDialogue::wait},
    {State::AuthAsked, Event::Yes, State::AuthAsked, &ImapDialogue::cameEarly},
    {State::AuthAsked, Event::No, State::AuthAsked, &ImapDialogue::loginRefused},
    {State::AuthAsked, Event::Continue, State::AuthAsked, &ImapDialogue::challenged},
    {State::AuthAsked, Event::Farewell, State::AuthAsked, &ImapDialogue::farewell},
    {State::Verdict, Event::Listed, State::Verdict, &ImapDialogue::wait},
    {State::Verdict, Event::Yes, State::Verdict, &ImapDialogue::loggedIn},
    {State::Verdict, Event::No, State::Verdict, &ImapDialogue::loginRefused},
    {State::Verdict, Event::Continue, State::Verdict, &ImapDialogue::challenged},
    {State::Verdict, Event::Farewell, State::Verdict, &ImapDialogue::farewell},
    {State::Cancelling, Event::Listed, State::Cancelling, &ImapDialogue::wait},
    {State::Cancelling, Event::No, State::Cancelling, &ImapDialogue::nextMechanism},
    {State::Cancelling, Event::Farewell, State::Cancelling, &ImapDialogue::farewell},
};

std::string ImapDialogue::nextTag() {
    return "a" + std::to_string(++tag_);
}

Step ImapDialogue::answered(std::string_view line) {
    return dispatch(std::span<const Row>(Table), *this, eventOf(line));
}

Event ImapDialogue::eventOf(std::string_view line) {
    reply_ = {};
    reply_.line = line;
    reply_.whole = line;
    const std::string tag = "a" + std::to_string(tag_) + ' ';
    if (line.substr(0, 2) == "* ")
        return untagged(line.substr(2));
    if (line == "+" || line.substr(0, 2) == "+ ") {
        reply_.text = trimmed(line.substr(1));
        return Event::Continue;
    }
    if (tag_ != 0 && line.substr(0, tag.size()) == tag)
        return status(line.substr(tag.size()));
    return Event::Odd;
}

Event ImapDialogue::untagged(std::string_view rest) {
    const Event event = status(rest);
    if (state_ == State::Greeting && event == Event::Yes)
        return Event::Yes;
    if (word_ == "BYE")
        return Event::Farewell;
    if (state_ == State::Greeting && word_ != "PREAUTH")
        return Event::Odd;
    return Event::Listed;
}

/// "NO [AUTHENTICATIONFAILED] text" taken apart.
Event ImapDialogue::status(std::string_view rest) {
    const auto end = std::min(rest.find(' '), rest.size());
    word_ = upperAscii(rest.substr(0, end));
    reply_.text = trimmed(rest.substr(end));
    const auto close = reply_.text.find(']');
    if (!reply_.text.empty() && reply_.text[0] == '[' && close != std::string::npos) {
        code_ = reply_.text.substr(1, close - 1);
        reply_.responseCode = upperAscii(code_.substr(0, code_.find(' ')));
    }
    if (word_ == "OK")
        return Event::Yes;
    return word_ == "NO" || word_ == "BAD" ? Event::No : Event::Odd;
}

/// The list may stand in the greeting and save a round trip; inside TLS it is always asked for again.
Step ImapDialogue::greeted() {
    if (reply_.responseCode == "CAPABILITY") {
        enter(State::Hello);
        addImapWords(capabilities_, std::string_view(code_).substr(reply_.responseCode.size()));
        return capabilitiesKnown();
    }
    return askHello();
}

/// PREAUTH: no login is asked for, so none can be proven, and STARTTLS is not allowed any more (RFC 9051 7.1.4).
Step ImapDialogue::alreadyIn() {
    const bool needsTls = options_.security == Security::StartTls;
    return abort(needsTls ? Outcome::TlsNotOffered : Outcome::ProtocolError, "preauth");
}

Step ImapDialogue::listed() {
    if (word_ == "CAPABILITY")
        addImapWords(capabilities_, reply_.text);
    return {};
}

Step ImapDialogue::helloRefused() {
    return conclude(Outcome::ProtocolError);
}

Step ImapDialogue::farewell() {
    if (const auto outcome = outcomeOfCode())
        return abort(*outcome);
    return abort(state_ == State::Verdict ? Outcome::AuthUnclear : Outcome::ServerRefused);
}

std::vector<Mechanism> ImapDialogue::offered() {
    const auto& sasl = capabilities_.mechanisms;
    std::vector<Mechanism> there;
    const auto add = [&](Mechanism m) {
        if (std::find(sasl.begin(), sasl.end(), m) != sasl.end())
            there.push_back(m);
    };
    if (!insideTls_)
        add(Mechanism::CramMd5);
    add(Mechanism::Plain);
    if (capabilities_.userPass && passwordIsAscii()) // a quoted string is 7 bit
        there.push_back(Mechanism::ImapLogin);
    add(Mechanism::Login);
    if (insideTls_)
        add(Mechanism::CramMd5);
    return there;
}

Step ImapDialogue::startOther(Mechanism) {
    const std::string command = nextTag() + " LOGIN " + quoted(username()) + ' ';
    std::string secret = quoted(password().bytes());
    std::string bytes;
    bytes.reserve(command.size() + secret.size());
    bytes += command;
    bytes += secret;
    wipe(secret);
    return sendSecret(std::move(bytes), command + "****");
}

std::optional<Outcome> ImapDialogue::outcomeOfCode() const {
    const std::string& code = reply_.responseCode;
    if (code == "UNAVAILABLE" || code == "LIMIT")
        return Outcome::TryLater;
    if (code == "INUSE")
        return Outcome::MailboxBusy;
    if (code == "PRIVACYREQUIRED")
        return insideTls_ ? Outcome::ServerRefused : Outcome::PlaintextRefused;
    if (code == "EXPIRED" || code == "CONTACTADMIN" || code == "WEBALERT")
        return Outcome::AuthNeedsAction;
    return std::nullopt;
}

Step ImapDialogue::loginRefused() {
    if (word_ == "BAD" && !outcomeOfCode() && state_ != State::Verdict) {
        ++unknownCommands_;
        return nextMechanism();
    }
    const bool silent = hintIn(reply_.whole) == Hint::None && !saysLoginFailed(reply_.whole);
    if (word_ == "BAD" && !outcomeOfCode() && silent)
        return conclude(Outcome::ProtocolError, "syntax");
    return refused();
}

} // namespace

std::unique_ptr<Dialogue> makeImapDialogue(const DialogueOptions& options) {
    return std::make_unique<ImapDialogue>(options);
}

} // namespace yomikae
