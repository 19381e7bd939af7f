#include "probe/fake_answers.h"

#include "base/base64.h"

#include <algorithm>
#include <utility>

namespace yomikae::test {

namespace {

bool begins(const std::string& text, const std::string& with) {
    return text.compare(0, with.size(), with) == 0;
}

bool plainIsRight(const FakeServer& server, const std::string& response) {
    return std::any_of(server.users.begin(), server.users.end(), [&](const std::string& user) {
        return response == base64(std::string("\0", 1) + user + std::string("\0", 1) + Password);
    });
}

bool isUser(const FakeServer& server, const std::string& user) {
    return std::find(server.users.begin(), server.users.end(), user) != server.users.end();
}

Reply popAnswer(FakeServer& server, Session& session, const std::string& command) {
    const bool stls = server.offersTls && !session.tls;
    if (command == "CAPA")
        return {std::string("+OK\r\nUSER\r\n") + (stls ? "STLS\r\n" : "SASL PLAIN\r\n") + ".\r\n"};
    if (command == "STLS")
        return {"+OK Begin TLS\r\n", {}, false, true};
    if (command == "AUTH PLAIN") {
        session.user = "asked";
        return {"+ \r\n"};
    }
    if (begins(command, "AUTH PLAIN ") ||
        std::exchange(session.user, session.user == "asked" ? "" : session.user) == "asked") {
        ++server.logins;
        return {plainIsRight(server, command.substr(command.rfind(' ') + 1)) ? "+OK Logged in.\r\n"
                                                                             : "-ERR [AUTH] failed.\r\n"};
    }
    if (begins(command, "USER ")) {
        session.user = command.substr(5);
        return {"+OK\r\n"};
    }
    if (begins(command, "PASS ")) {
        ++server.logins;
        const bool right = isUser(server, session.user) && command.substr(5) == Password;
        return {right ? "+OK Logged in.\r\n" : "-ERR [AUTH] failed.\r\n"};
    }
    if (command == "STAT")
        return {"+OK 3 1200\r\n"};
    return {"+OK bye\r\n", {}, true};
}

Reply imapAnswer(FakeServer& server, Session& session, const std::string& command) {
    const std::string tag = command.substr(0, command.find(' '));
    const std::string word = commandWord(command);
    if (word == "CAPABILITY")
        return {std::string("* CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN") +
                (server.offersTls && !session.tls ? " STARTTLS" : "") + "\r\n" + tag + " OK done\r\n"};
    if (word == "STARTTLS")
        return {tag + " OK begin\r\n", {}, false, true};
    if (word == "AUTHENTICATE") {
        ++server.logins;
        const bool right = plainIsRight(server, command.substr(command.rfind(' ') + 1));
        return {tag + (right ? " OK in\r\n" : " NO [AUTHENTICATIONFAILED] no\r\n")};
    }
    return {"* BYE\r\n" + tag + " OK bye\r\n", {}, true};
}

Reply smtpAnswer(FakeServer& server, Session& session, const std::string& command) {
    if (begins(command, "EHLO "))
        return {std::string("250-mail.example.test\r\n") +
                (server.offersTls && !session.tls ? "250 STARTTLS\r\n" : "250 AUTH PLAIN LOGIN\r\n")};
    if (command == "STARTTLS")
        return {"220 go ahead\r\n", {}, false, true};
    if (command == "AUTH PLAIN") {
        session.user = "asked";
        return {"334 \r\n"};
    }
    if (std::exchange(session.user, {}) == "asked") {
        if (command == "*")
            return {"501 5.7.0 aborted\r\n"};
        ++server.logins;
        return {plainIsRight(server, command) ? "235 2.7.0 ok\r\n" : "535 5.7.8 failed\r\n"};
    }
    if (begins(command, "MAIL ") || begins(command, "RCPT ") || command == "RSET")
        return {"250 2.1.0 ok\r\n"};
    return {"221 bye\r\n", {}, true};
}

FakeServer made(Protocol protocol, bool implicitTls, const char* greeting) {
    FakeServer server;
    server.protocol = protocol;
    server.implicitTls = implicitTls;
    server.tls = goodTls();
    server.greeting = greeting;
    return server;
}

} // namespace

std::string commandWord(const std::string& command) {
    const bool tagged = command.size() > 2 && command[0] == 'a' && command[1] >= '0' && command[1] <= '9';
    const std::string rest = tagged ? command.substr(command.find(' ') + 1) : command;
    return rest.substr(0, rest.find(' '));
}

Reply usualAnswer(FakeServer& server, Session& session, const std::string& command) {
    switch (server.protocol) {
    case Protocol::Pop3: return popAnswer(server, session, command);
    case Protocol::Imap: return imapAnswer(server, session, command);
    case Protocol::Smtp: break;
    }
    return smtpAnswer(server, session, command);
}

FakeServer pop(bool implicitTls) {
    return made(Protocol::Pop3, implicitTls, "+OK ready\r\n");
}

FakeServer imap(bool implicitTls) {
    return made(Protocol::Imap, implicitTls, "* OK ready\r\n");
}

FakeServer smtp(bool implicitTls) {
    return made(Protocol::Smtp, implicitTls, "220 mail.example.test ESMTP\r\n");
}

} // namespace yomikae::test
