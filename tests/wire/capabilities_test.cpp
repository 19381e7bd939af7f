#include "support/catch.h"
#include "wire/capabilities.h"

#include "base/limits.h"

using namespace yomikae;
using Mechanisms = std::vector<Mechanism>;
using Names = std::vector<std::string>;

TEST_CASE("words are split at blanks and tabs in any number") {
    CHECK(wordsOf(" sasl \t X\t\tPLAIN ") == std::vector<std::string_view>{"sasl", "X", "PLAIN"});
    CHECK(wordsOf(" \t ").empty());
    CHECK(wordsOf("").empty());
}

TEST_CASE("CAPA lines in any case") {
    Capabilities found;
    for (const char* line :
         {"stls", "User", "sasl \t CRAM-SHA1\t\tX-FOO  plain", "SASL LOGIN PLAIN", "EXPIRE NEVER USER"})
        addPop3Line(found, line);
    CHECK(found.known);
    CHECK(found.startTls);
    CHECK(found.userPass);
    CHECK(found.saslIr);
    CHECK(found.mechanisms == Mechanisms{Mechanism::Plain, Mechanism::Login});
    CHECK(found.otherMechanisms == Names{"CRAM-SHA1", "X-FOO"});
    CHECK(found.lines.size() == 5);
}

TEST_CASE("an empty SASL list and a word in a later place offer nothing") {
    Capabilities found;
    for (const char* line : {"SASL", "EXPIRE NEVER USER", "X-STLS", "IMPLEMENTATION STLS", ""})
        addPop3Line(found, line);
    CHECK_FALSE(found.startTls);
    CHECK_FALSE(found.userPass);
    CHECK_FALSE(found.saslIr);
    CHECK(found.mechanisms.empty());
    CHECK(found.otherMechanisms.empty());
}

TEST_CASE("names of commands are not taken for SASL mechanisms") {
    Capabilities found;
    addPop3Line(found, "SASL USER APOP LOGIN-COMMAND XOAUTH2");
    CHECK(found.mechanisms == Mechanisms{Mechanism::XOAuth2});
    CHECK(found.otherMechanisms == Names{"USER", "APOP", "LOGIN-COMMAND"});
}

TEST_CASE("AUTH in EHLO, also in its old form and twice") {
    Capabilities found;
    for (const char* line : {"XAUTH GSSAPI", "AUTH=LOGIN PLAIN", "auth  login\tx-foo  CRAM-MD5 ", "starttls"})
        addSmtpLine(found, line);
    CHECK(found.startTls);
    CHECK(found.mechanisms == Mechanisms{Mechanism::Login, Mechanism::Plain, Mechanism::CramMd5});
    CHECK(found.otherMechanisms == Names{"X-FOO"});
}

TEST_CASE("AUTH without mechanisms offers none") {
    Capabilities found;
    for (const char* line : {"AUTH", "AUTH=", "", "STARTTLSX", "XSTARTTLS"})
        addSmtpLine(found, line);
    CHECK(found.known);
    CHECK(found.mechanisms.empty());
    CHECK(found.otherMechanisms.empty());
    CHECK_FALSE(found.startTls);
}

TEST_CASE("IMAP words, with LOGIN allowed unless it is disabled") {
    Capabilities found;
    addImapWords(found, "IMAP4rev1 SASL-IR STARTTLS AUTH=PLAIN auth=login");
    CHECK(found.startTls);
    CHECK(found.saslIr);
    CHECK(found.userPass);
    CHECK(found.mechanisms == Mechanisms{Mechanism::Plain, Mechanism::Login});
    addImapWords(found, "LOGINDISABLED");
    CHECK_FALSE(found.userPass);
    addImapWords(found, "IDLE");
    CHECK_FALSE(found.userPass);
}

TEST_CASE("no more lines are kept than the limit") {
    Capabilities found;
    for (std::size_t i = 0; i < 2 * limits::AnswerLines; ++i)
        addPop3Line(found, "X-FEATURE");
    CHECK(found.lines.size() == limits::AnswerLines);
}
