#include "practice/practice_smtp.h"

#include "base/text.h"

namespace yomikae {

struct PracticeSmtp::Command {
    const char* word;
    PracticeReply (PracticeSmtp::*run)(const std::string& argument);
};

std::string PracticeSmtp::greeting() const {
    return "220 smtp.renshu.example ESMTP Renshu\r\n";
}

PracticeReply PracticeSmtp::answer(std::string_view line) {
    static constexpr Command Commands[] = {
        {"EHLO", &PracticeSmtp::ehlo}, {"HELO", &PracticeSmtp::helo}, {"STARTTLS", &PracticeSmtp::startTls},
        {"AUTH", &PracticeSmtp::auth}, {"MAIL", &PracticeSmtp::mail}, {"RCPT", &PracticeSmtp::rcpt},
        {"DATA", &PracticeSmtp::data}, {"RSET", &PracticeSmtp::rset}, {"NOOP", &PracticeSmtp::noop},
        {"QUIT", &PracticeSmtp::quit},
    };
    if (envelope_ == Envelope::Text)
        return takeMessageLine(line);
    if (sasl_.state() == PracticeSasl::State::Asking) {
        sasl_.take(line);
        return afterSasl();
    }
    const auto [word, argument] = commandAndArgument(line);
    for (const Command& command : Commands) {
        if (word == command.word)
            return (this->*command.run)(argument);
    }
    return refused("500 5.5.1 Command unrecognized\r\n");
}

void PracticeSmtp::tlsStarted() {
    PracticeDialogue::tlsStarted();
    greeted_ = false;
    envelope_ = Envelope::Empty;
    sasl_.reset();
}

PracticeReply PracticeSmtp::ehlo(const std::string& argument) {
    if (argument.empty())
        return refused("501 5.5.4 EHLO needs a name\r\n");
    greeted_ = true;
    envelope_ = Envelope::Empty;
    std::string text = "250-smtp.renshu.example\r\n";
    if (mayStartTls())
        text += "250-STARTTLS\r\n";
    if (mayLogIn())
        text += "250-AUTH PLAIN LOGIN\r\n";
    return {text + "250-ENHANCEDSTATUSCODES\r\n250 SIZE " + std::to_string(PracticeMailbox::MostBytes) + "\r\n"};
}

PracticeReply PracticeSmtp::helo(const std::string&) {
    return {"250 smtp.renshu.example\r\n"};
}

PracticeReply PracticeSmtp::startTls(const std::string&) {
    if (!mayStartTls())
        return refused("503 5.5.1 TLS is already active, or not to be had here\r\n");
    return {"220 2.0.0 Ready to start TLS\r\n", true};
}

PracticeReply PracticeSmtp::auth(const std::string& argument) {
    if (!mayLogIn())
        return refused("530 5.7.0 Must issue a STARTTLS command first\r\n");
    if (!greeted_ || loggedIn_ || envelope_ != Envelope::Empty)
        return refused("503 5.5.1 AUTH is not possible now\r\n");
    sasl_.begin(argument);
    return afterSasl();
}

PracticeReply PracticeSmtp::afterSasl() {
    switch (sasl_.state()) {
    case PracticeSasl::State::Asking: return {"334 " + sasl_.challenge() + "\r\n"};
    case PracticeSasl::State::Complete: return logIn(sasl_.username(), sasl_.password());
    case PracticeSasl::State::Cancelled: return refused("501 5.7.0 Authentication cancelled\r\n");
    case PracticeSasl::State::Unsupported: return refused("504 5.5.4 Unsupported authentication mechanism\r\n");
    default: return refused("501 5.5.2 Invalid base64 data\r\n");
    }
}

PracticeReply PracticeSmtp::logIn(const std::string& username, const std::string& password) {
    loggedIn_ = accepts(username, password);
    sasl_.reset();
    if (!loggedIn_)
        return refused("535 5.7.8 Error: authentication failed\r\n");
    return {"235 2.7.0 Authentication successful\r\n"};
}

PracticeReply PracticeSmtp::mail(const std::string&) {
    if (!loggedIn_)
        return refused("530 5.7.0 Authentication required\r\n");
    envelope_ = Envelope::From;
    return {"250 2.1.0 Ok\r\n"};
}

PracticeReply PracticeSmtp::rcpt(const std::string& argument) {
    if (envelope_ != Envelope::From && envelope_ != Envelope::To)
        return refused("503 5.5.1 MAIL comes first\r\n");
    if (lowerAscii(argument).find("<" + account_.address + ">") == std::string::npos)
        return refused("550 5.7.1 A practice server carries no mail to others\r\n");
    envelope_ = Envelope::To;
    return {"250 2.1.5 Ok\r\n"};
}

PracticeReply PracticeSmtp::data(const std::string&) {
    if (envelope_ != Envelope::To)
        return refused("503 5.5.1 RCPT comes first\r\n");
    envelope_ = Envelope::Text;
    text_.clear();
    return {"354 End data with <CR><LF>.<CR><LF>\r\n"};
}

PracticeReply PracticeSmtp::takeMessageLine(std::string_view line) {
    if (line != ".") {
        const bool stuffed = !line.empty() && line.front() == '.';
        if (text_.size() <= PracticeMailbox::MostBytes)
            text_.append(line.substr(stuffed ? 1 : 0)).append("\r\n");
        return {};
    }
    envelope_ = Envelope::Empty;
    if (!mailbox_.add(std::exchange(text_, {})))
        return {"552 5.3.4 The message is too large, or the mailbox full\r\n"};
    return {"250 2.0.0 Ok: delivered\r\n"};
}

PracticeReply PracticeSmtp::rset(const std::string&) {
    envelope_ = Envelope::Empty;
    return {"250 2.0.0 Ok\r\n"};
}

PracticeReply PracticeSmtp::noop(const std::string&) {
    return {"250 2.0.0 Ok\r\n"};
}

PracticeReply PracticeSmtp::quit(const std::string&) {
    return {"221 2.0.0 Bye\r\n", false, true};
}

} // namespace yomikae
