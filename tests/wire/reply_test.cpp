#include "support/catch.h"
#include "wire/dialogue.h"
#include "wire/reply_hints.h"
#include "wire/smtp_reply.h"

using namespace yomikae;
using ReplyState = SmtpReplyReader::State;

TEST_CASE("a reply is whole at its first line with a blank") {
    SmtpReplyReader reader;
    CHECK(reader.add("250-mail.example.test") == ReplyState::More);
    CHECK(reader.add("250-SIZE 1000") == ReplyState::More);
    CHECK(reader.add("250 HELP") == ReplyState::Whole);
    const SmtpReply reply = reader.take();
    CHECK(reply.code == 250);
    CHECK(reply.first == "250-mail.example.test");
    CHECK(reply.texts == std::vector<std::string>{"mail.example.test", "SIZE 1000", "HELP"});
    CHECK(reader.add("334") == ReplyState::Whole);
    CHECK(reader.take().texts == std::vector<std::string>{""});
}

TEST_CASE("what is no reply line is told apart from codes that differ") {
    for (const char* line :
         {"", "22", "2x0 hello", "-1 hello", "1000 x", "199 x", "600 x", "250_x", "250x", " 250 x", "+OK"}) {
        CAPTURE(line);
        CHECK(SmtpReplyReader().add(line) == ReplyState::NoReply);
    }
    SmtpReplyReader reader;
    CHECK(reader.add("220-a") == ReplyState::More);
    CHECK(reader.add("250-b") == ReplyState::MixedCodes);
}

TEST_CASE("enhanced codes are read where they stand first") {
    const auto enhanced = [](const char* line) {
        SmtpReplyReader reader;
        reader.add(line);
        return reader.take().enhanced;
    };
    CHECK(enhanced("535 5.7.8 Error") == "5.7.8");
    CHECK(enhanced("535-5.7.139 Authentication unsuccessful") == "5.7.139");
    CHECK(enhanced("454 4.7.0") == "4.7.0");
    for (const char* line :
         {"535 Incorrect", "220 10.0.0.1 ready", "220 1.2 x", "535 5.7. x", "535 .5.7.8", "535", "535 55.7.8 x"}) {
        CAPTURE(line);
        CHECK(enhanced(line).empty());
    }
}

TEST_CASE("hints are taken only from plain words") {
    struct Row {
        const char* text;
        Hint hint;
    };
    const Row rows[] = {
        {"-ERR [AUTH] Authentication failed.", Hint::None},
        {"535 5.7.8 Error: authentication failed: (reason unavailable)", Hint::None},
        {"535 Incorrect authentication data", Hint::None},
        {"-ERR unknown user", Hint::None},
        {"-ERR [AUTH] unknown error", Hint::None},
        {"-ERR never heard of mailbox name", Hint::None},
        {"-ERR Unknown command.", Hint::Command},
        {"500 5.5.1 Invalid command: Command unrecognized", Hint::Command},
        {"-ERR [AUTH] Unsupported authentication mechanism.", Hint::Mechanism},
        {"504 XYZZY authentication mechanism not supported", Hint::Mechanism},
        {"535 5.7.8 Error: authentication failed: Invalid authentication mechanism", Hint::Mechanism},
        {"-ERR [AUTH] Plaintext authentication disallowed on non-secure (SSL/TLS) connections.", Hint::Plaintext},
        {"-ERR [AUTH] Authentication not allowed until SSL/TLS is enabled.", Hint::Plaintext},
        {"530 5.7.0 Must issue a STARTTLS command first", Hint::Plaintext},
        {"535 5.7.8 Error: authentication failed: Invalid base64 data in continued response", Hint::Base64},
        {"-ERR Mailbox is locked by another POP3 session.", Hint::Busy},
        {"-ERR maildrop already locked", Hint::Busy},
        {"-ERR [AUTH] Account locked for 30 minutes.", Hint::Locked},
        {"535 too many failed login attempts", Hint::Locked},
        {"-ERR アカウントがロックされています", Hint::Locked},
        {"-ERR [AUTH] Mailbox locked after too many failed login attempts", Hint::Locked},
        {"-ERR Your mailbox has been blocked", Hint::Locked},
        {"535 5.7.1 Account locked: too many failed logins from another session", Hint::Locked},
        {"-ERR mailbox disabled", Hint::Locked},
        {"-ERR [AUTH] POP3 access is disabled for your account", Hint::NeedsAction},
        {"-ERR user suspended, see another session", Hint::Locked},
        {"-ERR [AUTH] Mailbox locked", Hint::Locked},
        {"-ERR mailbox already in use", Hint::Busy},
        {"-ERR /var/mail/taro lock busy! Is another session active?", Hint::Busy},
        {"-ERR unable to lock mailbox", Hint::Busy},
        {"-ERR Unrecognized user name or password", Hint::None},
        {"-ERR unsupported user", Hint::None},
        {"BAD invalid user or password", Hint::None},
        {"535 authentication failed: syntax", Hint::None},
        {"-ERR unsupported", Hint::Unsupported},
        {"-ERR unknown authentication error", Hint::Unsupported},
        {"-ERR Protocol error. 14", Hint::Syntax},
        {"-ERR line too long", Hint::Syntax},
        {"-ERR Bad command.", Hint::Syntax},
        {"-ERR invalid argument", Hint::Syntax},
        {"-ERR AUTH command not supported", Hint::Command},
        {"-ERR too many connections", Hint::None},
        {"-ERR [AUTH] Application-specific password required", Hint::NeedsAction},
        {"-ERR アプリパスワードを使ってください", Hint::NeedsAction},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(hintIn(row.text) == row.hint);
    }
}

TEST_CASE("a failed login is read from words about the login, not from any no") {
    for (const char* text : {"554 5.7.0 Login failed", "550 5.7.1 Authentication failed",
                             "535 Incorrect authentication data", "-ERR Unrecognized user name or password",
                             "a1 BAD invalid user or password", "554 bad credentials", "-ERR 認証に失敗しました"}) {
        CAPTURE(text);
        CHECK(saysLoginFailed(text));
    }
    for (const char* text : {"554 5.7.1 Access denied", "-ERR Protocol error. 14", "a1 BAD unknown command",
                             "550 5.7.1 Login not allowed from this network", "-ERR failed"}) {
        CAPTURE(text);
        CHECK_FALSE(saysLoginFailed(text));
    }
}

TEST_CASE("the first bytes tell who is speaking") {
    CHECK(speakerOf("HTTP/1.1 400 Bad Request") == "http");
    CHECK(speakerOf("<!DOCTYPE html>") == "http");
    CHECK(speakerOf("SSH-2.0-OpenSSH_9.2p1") == "ssh");
    CHECK(speakerOf("\x15\x03\x03") == "tls");
    CHECK(speakerOf("+OK ready") == "pop3");
    CHECK(speakerOf("-ERR no") == "pop3");
    CHECK(speakerOf("* OK ready") == "imap");
    CHECK(speakerOf("220 mail ESMTP") == "smtp");
    CHECK(speakerOf("421-go away") == "smtp");
    CHECK(speakerOf("220 ProFTPD Server") == "ftp");
    for (const char* text : {"", "+ok ready", "22", "2x0 hello", "220", "hello"})
        CHECK(speakerOf(text) == "unknown");
}
