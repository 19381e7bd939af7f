// The practice servers' grammar, line by line: ">" what the client says, "<" what must come back.
#include "practice/practice_pop3.h"
#include "practice/practice_smtp.h"
#include "support/catch.h"

#include <sstream>

using namespace yomikae;

namespace {

constexpr PracticeOffer StartTls{true, false};
constexpr PracticeOffer Plain{false, true};

template <class Server> struct Conversation {
    explicit Conversation(PracticeOffer offer, bool inTls) : server(PracticeAccount(), mailbox, offer, inTls) {}

    // The last reply is kept for its flags.
    void holds(const std::string& script) {
        std::istringstream lines(script);
        std::string line;
        std::string waiting;
        while (std::getline(lines, line)) {
            if (line.rfind("> ", 0) == 0) {
                CHECK(waiting.empty());
                last = server.answer(line.substr(2));
                waiting = last.bytes;
            } else if (line.rfind("< ", 0) == 0) {
                const std::string expected = line.substr(2) + "\r\n";
                REQUIRE(waiting.substr(0, expected.size()) == expected);
                waiting.erase(0, expected.size());
            }
        }
        CHECK(waiting.empty());
    }

    PracticeMailbox mailbox;
    Server server;
    PracticeReply last;
};

using Pop3 = Conversation<PracticePop3>;
using Smtp = Conversation<PracticeSmtp>;

} // namespace

TEST_CASE("POP3 before TLS offers STLS and no login") {
    Pop3 pop(StartTls, false);
    CHECK(pop.server.greeting() == "+OK Renshu POP3 ready\r\n");
    pop.holds(R"(
> CAPA
< +OK
< TOP
< UIDL
< RESP-CODES
< AUTH-RESP-CODE
< STLS
< SASL
< .
> USER taro@renshu.example
< -ERR [AUTH] Plaintext authentication disallowed on non-secure (SSL/TLS) connections.
> stls
< +OK Begin TLS negotiation now.
)");
    CHECK(pop.last.startTls);
    pop.server.tlsStarted();
    pop.holds(R"(
> CAPA
< +OK
< TOP
< UIDL
< RESP-CODES
< AUTH-RESP-CODE
< USER
< SASL PLAIN LOGIN
< .
> STLS
< -ERR TLS is already active, or not to be had here.
)");
}

TEST_CASE("POP3 takes USER and PASS, AUTH PLAIN and AUTH LOGIN") {
    const char* logins[] = {R"(
> USER taro@renshu.example
< +OK
> PASS renshu7436
< +OK Logged in.
)",
                            R"(
> AUTH PLAIN AHRhcm9AcmVuc2h1LmV4YW1wbGUAcmVuc2h1NzQzNg==
< +OK Logged in.
)",
                            R"(
> AUTH PLAIN
< + 
> AHRhcm9AcmVuc2h1LmV4YW1wbGUAcmVuc2h1NzQzNg==
< +OK Logged in.
)",
                            R"(
> AUTH LOGIN
< + VXNlcm5hbWU6
> dGFyb0ByZW5zaHUuZXhhbXBsZQ==
< + UGFzc3dvcmQ6
> cmVuc2h1NzQzNg==
< +OK Logged in.
)"};
    for (const char* login : logins) {
        Pop3 pop({}, true);
        pop.holds(login);
        pop.holds("> STAT\n< +OK 0 0\n> QUIT\n< +OK Bye.\n");
        CHECK(pop.last.close);
    }
}

TEST_CASE("POP3 refuses a wrong password, a wrong name, and goes after the third time") {
    Pop3 pop({}, true);
    pop.holds(R"(
> PASS renshu7436
< -ERR USER comes first.
> USER taro@renshu.example
< +OK
> PASS  renshu7436
< -ERR [AUTH] Authentication failed.
)");
    CHECK_FALSE(pop.last.close);
    pop.holds("> USER taro\n< +OK\n> PASS renshu7436\n< -ERR [AUTH] Authentication failed.\n");
    CHECK(pop.last.close);
}

TEST_CASE("POP3 tells a broken or cancelled AUTH from a wrong password") {
    Pop3 pop({}, true);
    pop.holds(R"(
> AUTH CRAM-MD5
< -ERR Unsupported authentication mechanism.
> AUTH PLAIN
< + 
> *
< -ERR Authentication cancelled.
> AUTH PLAIN abc
< -ERR Invalid base64 data.
)");
}

TEST_CASE("POP3 lists, gives and deletes messages at QUIT") {
    Pop3 pop({}, true);
    pop.mailbox.add("Subject: a\r\n\r\n.dot\r\n");
    pop.mailbox.add("Subject: b\r\n\r\n");
    pop.holds(R"(
> STAT
< -ERR Unknown command.
> AUTH PLAIN AHRhcm9AcmVuc2h1LmV4YW1wbGUAcmVuc2h1NzQzNg==
< +OK Logged in.
> STAT
< +OK 2 34
> LIST
< +OK
< 1 20
< 2 14
< .
> UIDL 2
< +OK 2 renshu2
> RETR 1
< +OK
< Subject: a
< 
< ..dot
< .
> TOP 1 0
< +OK
< Subject: a
< 
< .
> TOP 1 5
< +OK
< Subject: a
< 
< ..dot
< .
> TOP 3 0
< -ERR There is no such message.
> TOP 1
< -ERR TOP wants two numbers.
> DELE 1
< +OK Marked to be deleted.
> RETR 1
< -ERR There is no such message.
> LIST
< +OK
< 2 14
< .
> NOOP
< +OK
)");
    CHECK(pop.mailbox.messages().size() == 2);
    pop.holds("> RSET\n< +OK\n> DELE 2\n< +OK Marked to be deleted.\n> QUIT\n< +OK Bye.\n");
    REQUIRE(pop.mailbox.messages().size() == 1);
    CHECK(pop.mailbox.messages().front().uid == 1);
}

TEST_CASE("SMTP before TLS offers STARTTLS and no AUTH, and forgets the greeting with TLS") {
    Smtp smtp(StartTls, false);
    CHECK(smtp.server.greeting() == "220 smtp.renshu.example ESMTP Renshu\r\n");
    smtp.holds(R"(
> EHLO [127.0.0.1]
< 250-smtp.renshu.example
< 250-STARTTLS
< 250-ENHANCEDSTATUSCODES
< 250 SIZE 65536
> AUTH PLAIN AHRhcm9AcmVuc2h1LmV4YW1wbGUAcmVuc2h1NzQzNg==
< 530 5.7.0 Must issue a STARTTLS command first
> STARTTLS
< 220 2.0.0 Ready to start TLS
)");
    CHECK(smtp.last.startTls);
    smtp.server.tlsStarted();
    smtp.holds(R"(
> AUTH PLAIN AHRhcm9AcmVuc2h1LmV4YW1wbGUAcmVuc2h1NzQzNg==
< 503 5.5.1 AUTH is not possible now
)");
}

TEST_CASE("SMTP logs in and carries a message to its own account only") {
    Smtp smtp({}, true);
    smtp.holds(R"(
> EHLO [127.0.0.1]
< 250-smtp.renshu.example
< 250-AUTH PLAIN LOGIN
< 250-ENHANCEDSTATUSCODES
< 250 SIZE 65536
> MAIL FROM:<taro@renshu.example>
< 530 5.7.0 Authentication required
> AUTH LOGIN
< 334 VXNlcm5hbWU6
> dGFyb0ByZW5zaHUuZXhhbXBsZQ==
< 334 UGFzc3dvcmQ6
> cmVuc2h1NzQzNg==
< 235 2.7.0 Authentication successful
> MAIL FROM:<taro@renshu.example>
< 250 2.1.0 Ok
> RCPT TO:<someone@example.org>
< 550 5.7.1 A practice server carries no mail to others
> RCPT TO:<Taro@renshu.example>
< 250 2.1.5 Ok
> DATA
< 354 End data with <CR><LF>.<CR><LF>
> Subject: x
> 
> ..dot
> .
< 250 2.0.0 Ok: delivered
> QUIT
< 221 2.0.0 Bye
)");
    REQUIRE(smtp.mailbox.messages().size() == 1);
    CHECK(smtp.mailbox.messages().front().text == "Subject: x\r\n\r\n.dot\r\n");
    CHECK(smtp.last.close);
}

TEST_CASE("SMTP refuses a wrong password with 535 5.7.8") {
    Smtp smtp(Plain, false);
    smtp.holds(R"(
> EHLO [127.0.0.1]
< 250-smtp.renshu.example
< 250-AUTH PLAIN LOGIN
< 250-ENHANCEDSTATUSCODES
< 250 SIZE 65536
> AUTH PLAIN AHRhcm9AcmVuc2h1LmV4YW1wbGUAd3Jvbmc=
< 535 5.7.8 Error: authentication failed
> AUTH CRAM-MD5
< 504 5.5.4 Unsupported authentication mechanism
> AUTH PLAIN !!!
< 501 5.5.2 Invalid base64 data
)");
    CHECK(smtp.last.close);
}

TEST_CASE("SMTP keeps the order of a mail") {
    Smtp smtp({}, true);
    smtp.server.answer("EHLO x");
    smtp.server.answer("AUTH PLAIN AHRhcm9AcmVuc2h1LmV4YW1wbGUAcmVuc2h1NzQzNg==");
    smtp.holds(R"(
> RCPT TO:<taro@renshu.example>
< 503 5.5.1 MAIL comes first
> MAIL FROM:<>
< 250 2.1.0 Ok
> DATA
< 503 5.5.1 RCPT comes first
> RSET
< 250 2.0.0 Ok
> RCPT TO:<taro@renshu.example>
< 503 5.5.1 MAIL comes first
)");
}

TEST_CASE("the mailbox is bounded in messages and bytes") {
    PracticeMailbox mailbox;
    CHECK_FALSE(mailbox.add(std::string(PracticeMailbox::MostBytes + 1, 'x')));
    for (std::size_t i = 0; i < PracticeMailbox::MostMessages; ++i)
        CHECK(mailbox.add("x"));
    CHECK_FALSE(mailbox.add("x"));
    mailbox.remove(3);
    CHECK(mailbox.add("x"));
    CHECK(mailbox.messages().back().uid == static_cast<int>(PracticeMailbox::MostMessages) + 1); // uids never return
}

TEST_CASE("a message that never ends does not grow without end") {
    Smtp smtp({}, true);
    for (const char* line : {"EHLO x", "AUTH PLAIN AHRhcm9AcmVuc2h1LmV4YW1wbGUAcmVuc2h1NzQzNg==", "MAIL FROM:<>",
                             "RCPT TO:<taro@renshu.example>", "DATA"})
        smtp.server.answer(line);
    for (int i = 0; i < 100; ++i)
        smtp.server.answer(std::string(8000, 'x'));
    smtp.holds("> .\n< 552 5.3.4 The message is too large, or the mailbox full\n");
    CHECK(smtp.mailbox.messages().empty());
}
