// POP3: RFC 1939; CAPA RFC 2449; STLS RFC 2595; AUTH RFC 5034; response codes RFC 2449 8, RFC 3206.
#include "wire/pop3_dialogue.h"

#include "base/text.h"
#include "wire/dialogue_core.h"

#include <algorithm>

namespace yomikae {

namespace {

/// "+OK" counts only in capitals and only as a whole word (RFC 1939 3); "+Okay" is something else.
bool hasStatus(std::string_view line, std::string_view word) {
    return line.substr(0, word.size()) == word && (line.size() == word.size() || line[word.size()] == ' ');
}

/// "[SYS/TEMP] try again" -> "SYS/TEMP" (RFC 2449 8).
std::string responseCodeIn(std::string_view text) {
    const auto end = text.find(']');
    if (text.empty() || text[0] != '[' || end == std::string_view::npos)
        return {};
    std::string code(text.substr(1, end - 1));
    std::transform(code.begin(), code.end(), code.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return code;
}

class Pop3Dialogue final : public DialogueCore {
  public:
    using DialogueCore::DialogueCore;

  private:
    using Row = Transition<Pop3Dialogue>;
    static const Row Table[];

    Step answered(std::string_view line) override;
    Event eventOf(std::string_view line);
    void takeApart(std::string_view line, std::size_t statusSize);

    std::string helloCommand() override { return "CAPA"; }
    std::string startTlsCommand() override { return "STLS"; }
    std::string quitCommand() override { return "QUIT"; }
    std::string authCommand() override { return "AUTH "; }
    /// Only inside TLS: in clear the server may still say no to the question itself, before it has the password.
    bool initialResponseAllowed(std::size_t lineSize) const override {
        return insideTls_ && lineSize <= limits::Pop3CommandLine;
    }
    std::vector<Mechanism> offered() override;
    Step startOther(Mechanism mechanism) override;
    std::optional<Outcome> outcomeOfCode() const override;
    void forget() override { stamp_.reset(); }

    Step greeted();
    Step greetingRefused();
    Step noCapa();
    Step listed();
    Step listEnded();
    Step sendPassword();
    Step loggedIn();
    Step mailboxSeen();
    Step mailboxFailed();

    std::optional<std::string> stamp_;
};

const Pop3Dialogue::Row Pop3Dialogue::Table[] = {
    {State::Greeting, Event::Yes, State::Hello, &Pop3Dialogue::greeted},
    {State::Greeting, Event::No, State::Greeting, &Pop3Dialogue::greetingRefused},
    {State::Greeting, Event::Continue, State::Greeting, &Pop3Dialogue::foreign},
    {State::Greeting, Event::Odd, State::Greeting, &Pop3Dialogue::foreign},
    {State::Hello, Event::Yes, State::HelloList, &Pop3Dialogue::wait},
    {State::Hello, Event::No, State::Hello, &Pop3Dialogue::noCapa},
    {State::HelloList, Event::Listed, State::HelloList, &Pop3Dialogue::listed},
    {State::HelloList, Event::ListEnd, State::HelloList, &Pop3Dialogue::listEnded},
    {State::StartTls, Event::Yes, State::Handshake, &Pop3Dialogue::startHandshake},
    {State::StartTls, Event::No, State::StartTls, &Pop3Dialogue::tlsDeclined},
    {State::StartTls, Event::Odd, State::StartTls, &Pop3Dialogue::tlsDeclined},
    {State::Ready, Event::No, State::Ready, &Pop3Dialogue::saidGoodbye},
    {State::AuthAsked, Event::Yes, State::AuthAsked, &Pop3Dialogue::cameEarly},
    {State::AuthAsked, Event::No, State::AuthAsked, &Pop3Dialogue::refused},
    {State::AuthAsked, Event::Continue, State::AuthAsked, &Pop3Dialogue::challenged},
    {State::UserAsked, Event::Yes, State::UserAsked, &Pop3Dialogue::sendPassword},
    {State::UserAsked, Event::No, State::UserAsked, &Pop3Dialogue::userRefused},
    {State::Verdict, Event::Yes, State::Mailbox, &Pop3Dialogue::loggedIn},
    {State::Verdict, Event::No, State::Verdict, &Pop3Dialogue::refused},
    {State::Verdict, Event::Continue, State::Verdict, &Pop3Dialogue::challenged},
    {State::Cancelling, Event::No, State::Cancelling, &Pop3Dialogue::nextMechanism},
    {State::Mailbox, Event::Yes, State::Mailbox, &Pop3Dialogue::mailboxSeen},
    {State::Mailbox, Event::No, State::Mailbox, &Pop3Dialogue::mailboxFailed},
};

Step Pop3Dialogue::answered(std::string_view line) {
    return dispatch(std::span<const Row>(Table), *this, eventOf(line));
}

Event Pop3Dialogue::eventOf(std::string_view line) {
    reply_ = {};
    reply_.line = line;
    reply_.whole = line;
    if (state_ == State::HelloList)
        return line == "." ? Event::ListEnd : Event::Listed;
    if (hasStatus(line, "+OK")) {
        takeApart(line, 3);
        return Event::Yes;
    }
    if (hasStatus(line, "-ERR")) {
        takeApart(line, 4);
        return Event::No;
    }
    if (hasStatus(line, "+")) {
        takeApart(line, 1);
        return Event::Continue;
    }
    return Event::Odd;
}

void Pop3Dialogue::takeApart(std::string_view line, std::size_t statusSize) {
    reply_.text = trimmed(line.substr(statusSize));
    reply_.responseCode = responseCodeIn(reply_.text);
}

Step Pop3Dialogue::greeted() {
    stamp_ = apopStamp(greeting_);
    return askHello();
}

Step Pop3Dialogue::greetingRefused() {
    return conclude(outcomeOfCode().value_or(Outcome::ServerRefused));
}

/// An old server: USER and PASS are all that RFC 1939 promises.
Step Pop3Dialogue::noCapa() {
    ++unknownCommands_;
    capabilities_.userPass = true;
    return listEnded();
}

Step Pop3Dialogue::listed() {
    const bool stuffed = reply_.line.compare(0, 2, "..") == 0;
    addPop3Line(capabilities_, std::string_view(reply_.line).substr(stuffed ? 1 : 0));
    return {};
}

Step Pop3Dialogue::listEnded() {
    capabilities_.apop = stamp_.has_value();
    return capabilitiesKnown();
}

/// Inside TLS the plain ways first, in clear those that do not show the password.
std::vector<Mechanism> Pop3Dialogue::offered() {
    std::vector<Mechanism> there;
    const auto& sasl = capabilities_.mechanisms;
    const auto add = [&](Mechanism m) {
        if (std::find(sasl.begin(), sasl.end(), m) != sasl.end())
            there.push_back(m);
    };
    add(Mechanism::Plain);
    add(Mechanism::Login);
    if (capabilities_.userPass)
        there.push_back(Mechanism::UserPass);
    add(Mechanism::CramMd5);
    if (capabilities_.apop)
        there.push_back(Mechanism::Apop);
    if (!insideTls_)
        std::stable_partition(there.begin(), there.end(), [](Mechanism m) { return !sendsPasswordItself(m); });
    const bool oauth = !sasl.empty() && there.empty();
    userWasOffered_ = capabilities_.userPass;
    if (there.empty() && !oauth && insideTls_)
        there.push_back(Mechanism::UserPass); // one try: some lists forget USER
    return there;
}

Step Pop3Dialogue::startOther(Mechanism mechanism) {
    if (mechanism == Mechanism::UserPass) {
        enter(State::UserAsked);
        return send("USER " + username());
    }
    const auto digest = stamp_ ? apopDigest(*stamp_, password()) : std::nullopt;
    if (!digest)
        return nextMechanism();
    const std::string command = "APOP " + username() + ' ';
    return sendSecret(command + *digest, command + "****");
}

Step Pop3Dialogue::sendPassword() {
    std::string command;
    command.reserve(5 + password().bytes().size());
    command += "PASS ";
    command += password().bytes();
    return sendSecret(std::move(command), "PASS ****");
}

std::optional<Outcome> Pop3Dialogue::outcomeOfCode() const {
    const std::string& code = reply_.responseCode;
    if (code == "SYS/TEMP" || code == "LOGIN-DELAY")
        return Outcome::TryLater;
    if (code == "IN-USE")
        return Outcome::MailboxBusy;
    if (code == "SYS/PERM")
        return hintIn(reply_.whole) == Hint::NeedsAction ? Outcome::AuthNeedsAction : Outcome::ServerRefused;
    return std::nullopt; // [AUTH] is also said to a mechanism and to a login without TLS
}

Step Pop3Dialogue::loggedIn() {
    return send("STAT");
}

/// The numbers do not matter. An answer without any may belong to another command, but the login was taken all the
/// same.
Step Pop3Dialogue::mailboxSeen() {
    const bool numbers = !reply_.text.empty() && reply_.text[0] >= '0' && reply_.text[0] <= '9';
    return conclude(Outcome::LoginOk, numbers ? "" : "mailbox");
}

/// A refused login in the place of STAT's answer: the yes before it was not the answer to our password (response
/// desynchronisation).
Step Pop3Dialogue::mailboxFailed() {
    const std::string text = lowerAscii(reply_.text);
    if (reply_.responseCode == "AUTH" || text.find("auth") == 0 || text.find("password") != std::string::npos)
        return abort(Outcome::ProtocolError, "desync");
    return conclude(Outcome::LoginOk, "mailbox");
}

} // namespace

std::unique_ptr<Dialogue> makePop3Dialogue(const DialogueOptions& options) {
    return std::make_unique<Pop3Dialogue>(options);
}

} // namespace yomikae
