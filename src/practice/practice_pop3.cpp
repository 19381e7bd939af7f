#include "practice/practice_pop3.h"

#include <algorithm>
#include <charconv>

namespace yomikae {

namespace {

constexpr const char* TlsFirst =
    "-ERR [AUTH] Plaintext authentication disallowed on non-secure (SSL/TLS) connections.\r\n";

// RFC 1939 3: a line that begins with a dot gets another one.
std::string dotStuffed(const std::string& text) {
    std::string stuffed;
    bool lineStart = true;
    for (const char c : text) {
        if (lineStart && c == '.')
            stuffed += '.';
        stuffed += c;
        lineStart = c == '\n';
    }
    return stuffed;
}

} // namespace

struct PracticePop3::Command {
    enum class When { Before, After, Always };
    const char* word;
    When when;
    PracticeReply (PracticePop3::*run)(const std::string& argument);
};

std::string PracticePop3::greeting() const {
    return "+OK Renshu POP3 ready\r\n";
}

PracticeReply PracticePop3::answer(std::string_view line) {
    using When = Command::When;
    static constexpr Command Commands[] = {
        {"CAPA", When::Always, &PracticePop3::capa}, {"STLS", When::Before, &PracticePop3::stls},
        {"USER", When::Before, &PracticePop3::user}, {"PASS", When::Before, &PracticePop3::pass},
        {"AUTH", When::Before, &PracticePop3::auth}, {"STAT", When::After, &PracticePop3::stat},
        {"LIST", When::After, &PracticePop3::list},  {"UIDL", When::After, &PracticePop3::uidl},
        {"RETR", When::After, &PracticePop3::retr},  {"TOP", When::After, &PracticePop3::top},
        {"DELE", When::After, &PracticePop3::dele},  {"RSET", When::After, &PracticePop3::rset},
        {"NOOP", When::After, &PracticePop3::noop},  {"QUIT", When::Always, &PracticePop3::quit},
    };
    if (sasl_.state() == PracticeSasl::State::Asking) {
        sasl_.take(line);
        return afterSasl();
    }
    const auto [word, argument] = commandAndArgument(line);
    for (const Command& command : Commands) {
        const bool now = command.when == When::Always || (command.when == When::After) == loggedIn_;
        if (word == command.word && now)
            return (this->*command.run)(word == "PASS" ? std::string(line.substr(std::min<std::size_t>(5, line.size())))
                                                       : argument);
    }
    return refused("-ERR Unknown command.\r\n");
}

void PracticePop3::tlsStarted() {
    PracticeDialogue::tlsStarted();
    username_.clear();
    sasl_.reset();
}

PracticeReply PracticePop3::capa(const std::string&) {
    std::string text = "+OK\r\nTOP\r\nUIDL\r\nRESP-CODES\r\nAUTH-RESP-CODE\r\n";
    if (mayStartTls() && !loggedIn_)
        text += "STLS\r\n";
    text += mayLogIn() ? "USER\r\nSASL PLAIN LOGIN\r\n" : "SASL\r\n";
    return {text + ".\r\n"};
}

PracticeReply PracticePop3::stls(const std::string&) {
    if (!mayStartTls())
        return refused("-ERR TLS is already active, or not to be had here.\r\n");
    return {"+OK Begin TLS negotiation now.\r\n", true};
}

PracticeReply PracticePop3::user(const std::string& argument) {
    if (!mayLogIn())
        return refused(TlsFirst);
    username_ = argument;
    return {"+OK\r\n"};
}

PracticeReply PracticePop3::pass(const std::string& argument) {
    if (username_.empty())
        return refused("-ERR USER comes first.\r\n");
    return logIn(username_, argument);
}

PracticeReply PracticePop3::auth(const std::string& argument) {
    if (!mayLogIn())
        return refused(TlsFirst);
    sasl_.begin(argument);
    return afterSasl();
}

PracticeReply PracticePop3::afterSasl() {
    switch (sasl_.state()) {
    case PracticeSasl::State::Asking: return {"+ " + sasl_.challenge() + "\r\n"};
    case PracticeSasl::State::Complete: return logIn(sasl_.username(), sasl_.password());
    case PracticeSasl::State::Cancelled: return refused("-ERR Authentication cancelled.\r\n");
    case PracticeSasl::State::Unsupported: return refused("-ERR Unsupported authentication mechanism.\r\n");
    default: return refused("-ERR Invalid base64 data.\r\n");
    }
}

PracticeReply PracticePop3::logIn(std::string_view username, std::string_view password) {
    const bool good = accepts(username, password);
    sasl_.reset();
    username_.clear();
    if (!good)
        return refused("-ERR [AUTH] Authentication failed.\r\n");
    loggedIn_ = true;
    seen_ = mailbox_.messages();
    return {"+OK Logged in.\r\n"};
}

PracticeReply PracticePop3::stat(const std::string&) {
    std::size_t bytes = 0;
    std::size_t count = 0;
    for (const auto& one : seen_) {
        if (deleted_.count(one.uid) == 0) {
            ++count;
            bytes += one.text.size();
        }
    }
    return {"+OK " + std::to_string(count) + " " + std::to_string(bytes) + "\r\n"};
}

const PracticeMailbox::Message* PracticePop3::message(const std::string& number) const {
    for (std::size_t i = 0; i < seen_.size(); ++i) {
        if (std::to_string(i + 1) == number)
            return deleted_.count(seen_[i].uid) == 0 ? &seen_[i] : nullptr;
    }
    return nullptr;
}

template <class Show> PracticeReply PracticePop3::listing(const std::string& argument, Show show) const {
    if (!argument.empty()) {
        const auto* one = message(argument);
        return {one ? "+OK " + argument + " " + show(*one) + "\r\n" : "-ERR There is no such message.\r\n"};
    }
    std::string text = "+OK\r\n";
    for (std::size_t i = 0; i < seen_.size(); ++i) {
        if (deleted_.count(seen_[i].uid) == 0)
            text += std::to_string(i + 1) + " " + show(seen_[i]) + "\r\n";
    }
    return {text + ".\r\n"};
}

PracticeReply PracticePop3::list(const std::string& argument) {
    return listing(argument, [](const PracticeMailbox::Message& one) { return std::to_string(one.text.size()); });
}

PracticeReply PracticePop3::uidl(const std::string& argument) {
    return listing(argument, [](const PracticeMailbox::Message& one) { return "renshu" + std::to_string(one.uid); });
}

PracticeReply PracticePop3::retr(const std::string& argument) {
    const auto* one = message(argument);
    return {one ? "+OK\r\n" + dotStuffed(one->text) + ".\r\n" : "-ERR There is no such message.\r\n"};
}

/// The header, and as many lines of the text as are asked for (RFC 1939 7).
PracticeReply PracticePop3::top(const std::string& argument) {
    const auto blank = std::min(argument.find(' '), argument.size());
    const auto* one = message(argument.substr(0, blank));
    int lines = 0;
    const char* end = argument.data() + argument.size();
    const char* begin = argument.data() + std::min(blank + 1, argument.size());
    if (std::from_chars(begin, end, lines).ec != std::errc{} || lines < 0)
        return refused("-ERR TOP wants two numbers.\r\n");
    if (!one)
        return {"-ERR There is no such message.\r\n"};
    const std::string& text = one->text;
    std::size_t upTo = std::min(text.find("\r\n\r\n"), text.size());
    upTo = std::min(upTo + 4, text.size());
    for (; lines > 0 && upTo < text.size(); --lines)
        upTo = std::min(text.find("\r\n", upTo), text.size() - 2) + 2;
    return {"+OK\r\n" + dotStuffed(text.substr(0, upTo)) + ".\r\n"};
}

PracticeReply PracticePop3::dele(const std::string& argument) {
    const auto* one = message(argument);
    if (!one)
        return {"-ERR There is no such message.\r\n"};
    deleted_.insert(one->uid);
    return {"+OK Marked to be deleted.\r\n"};
}

PracticeReply PracticePop3::rset(const std::string&) {
    deleted_.clear();
    return {"+OK\r\n"};
}

PracticeReply PracticePop3::noop(const std::string&) {
    return {"+OK\r\n"};
}

PracticeReply PracticePop3::quit(const std::string&) {
    for (const int uid : deleted_)
        mailbox_.remove(uid);
    return {"+OK Bye.\r\n", false, true};
}

} // namespace yomikae
