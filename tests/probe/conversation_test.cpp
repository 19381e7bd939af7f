// One conversation byte by byte: what the server says, what we must have said, and nothing more.
#include "probe/conversation.h"

#include "probe/fake_network.h"
#include "support/catch.h"

#include <functional>

using namespace yomikae;
using namespace yomikae::test;

namespace {

/// A conversation with a peer that says exactly what the test says.
class Talk {
  public:
    Talk(Protocol protocol, Security security) : secret_(std::string(Password)) {
        ConversationSettings how;
        how.candidate = candidate(protocol, 1110, security, 0);
        how.trust = &trust();
        how.wallClock = settings().wallClock;
        how.password = secret_;
        conversation_.emplace(std::move(how), now_);
        if (security == Security::ImplicitTls)
            beginTls();
    }

    /// The server's words, in one packet.
    void says(const std::string& text) {
        if (tls_) {
            tls_->write(text);
            conversation_->received(tls_->takeCiphertext(), now_);
        } else {
            conversation_->received(text, now_);
        }
        collect();
    }
    void saysRaw(const std::string& bytes) {
        conversation_->received(bytes, now_);
        collect();
    }
    /// What we said since the last look, decrypted.
    std::string heard() { return std::exchange(heard_, {}); }
    void beginTls(const TlsServerSettings& settings = goodTls()) {
        tls_.emplace(settings);
        const auto hello = heard_.find("\x16\x03"); // said already, behind the words in clear
        if (hello != std::string::npos)
            tls_->receive(heard_.substr(hello));
        heard_.clear();
        for (int round = 0; round < 6; ++round) {
            collectRaw();
            conversation_->received(tls_->takeCiphertext(), now_);
        }
        collect();
    }
    void login(const Consents& consents = {}) {
        conversation_->login(User, {}, secret_, consents, now_);
        collect();
    }
    void quit() {
        conversation_->quit(now_);
        collect();
    }
    void waits(Milliseconds time) {
        now_ += time;
        conversation_->tick(now_);
        collect();
    }
    void hangsUp(bool reset = false) {
        conversation_->closed(reset, now_);
        collect();
    }
    Conversation& operator*() { return *conversation_; }
    Conversation* operator->() { return &*conversation_; }
    std::string outcome() const {
        const Attempt& attempt = conversation_->attempt();
        return std::string(name(attempt.outcome)) + " " + std::string(name(attempt.stage)) +
               (attempt.reason.empty() ? "" : " " + attempt.reason);
    }

  private:
    void collectRaw() {
        const std::string bytes = conversation_->takeBytes();
        if (!tls_)
            heard_ += bytes;
        else if (!bytes.empty())
            tls_->receive(bytes);
    }
    void collect() {
        collectRaw();
        if (tls_)
            heard_ += tls_->takePlaintext();
    }

    Secret secret_;
    Instant now_{};
    std::optional<Conversation> conversation_;
    std::optional<TlsServer> tls_;
    std::string heard_;
};

Talk pop3(Security security = Security::StartTls) {
    return Talk(Protocol::Pop3, security);
}

/// Up to the answer to CAPA.
void greet(Talk& talk) {
    talk.says("+OK ready\r\n");
    CHECK(talk.heard() == "CAPA\r\n");
}

void toReady(Talk& talk) {
    greet(talk);
    talk.says("+OK\r\nUSER\r\nSASL PLAIN\r\n.\r\n");
    CHECK(talk->ready());
}

} // namespace

TEST_CASE("a whole POP3 probe through STLS, word for word") {
    Talk talk = pop3();
    greet(talk);
    talk.says("+OK\r\nUSER\r\nSTLS\r\n.\r\n");
    CHECK(talk.heard() == "STLS\r\n");
    talk.says("+OK Begin TLS\r\n");
    talk.beginTls();
    CHECK(talk.heard() == "CAPA\r\n");
    talk.says("+OK\r\nSASL PLAIN\r\n.\r\n");
    CHECK(talk->ready());
    CHECK(talk.heard().empty());
    talk.login();
    CHECK(talk.heard().substr(0, 11) == "AUTH PLAIN ");
    talk.says("+OK Logged in.\r\n");
    CHECK(talk.heard() == "STAT\r\n");
    talk.says("+OK 3 1200\r\n");
    CHECK(talk.heard() == "QUIT\r\n");
    CHECK(talk->decided());
    CHECK_FALSE(talk->wantsClose());
    talk.says("+OK bye\r\n");
    CHECK(talk->wantsClose());
    CHECK(talk.outcome() == "login-ok done");
}

TEST_CASE("only the list from inside TLS counts") {
    Talk talk = pop3();
    greet(talk);
    talk.says("+OK\r\nSASL CRAM-MD5\r\nSTLS\r\n.\r\n");
    talk.says("+OK\r\n");
    talk.beginTls();
    talk.says("+OK\r\nSASL PLAIN\r\n.\r\n");
    CHECK(talk->attempt().capabilities->mechanisms == std::vector{Mechanism::Plain});
    CHECK_FALSE(talk->attempt().capabilities->startTls);
}

TEST_CASE("the same words cut anywhere give the same conversation") {
    const std::string words = "+OK ready\r\n";
    for (std::size_t cut = 0; cut <= words.size(); ++cut) {
        Talk talk = pop3();
        talk.says(words.substr(0, cut));
        talk.says(words.substr(cut));
        CHECK(talk.heard() == "CAPA\r\n");
    }
}

TEST_CASE("P02: a byte a second does not push the deadline back") {
    Talk talk = pop3();
    talk.says("+OK ");
    for (int second = 1; second < 20; ++second) {
        talk.waits(Milliseconds(1000));
        talk.says("x");
        CHECK_FALSE(talk->decided());
    }
    talk.waits(Milliseconds(1000));
    CHECK(talk.outcome() == "stage-timeout greeting");
    CHECK(talk->wantsClose());
}

TEST_CASE("each stage has a deadline of its own, for the whole stage") {
    struct Row {
        const char* stage;
        std::function<void(Talk&)> lead;
        int seconds;
        const char* outcome;
    };
    const auto toStls = [](Talk& talk) {
        greet(talk);
        talk.says("+OK\r\nSTLS\r\n.\r\n");
    };
    const Row rows[] = {
        {"greeting", [](Talk&) {}, 20, "stage-timeout greeting"},
        {"CAPA", greet, 15, "stage-timeout capabilities"},
        {"inside the list",
         [](Talk& talk) {
             greet(talk);
             talk.says("+OK\r\nUSER\r\n");
         },
         15, "stage-timeout capabilities"},
        {"STLS", toStls, 15, "stage-timeout tls"},
        {"S16: handshake",
         [&](Talk& talk) {
             toStls(talk);
             talk.says("+OK\r\n");
         },
         15, "stage-timeout tls"},
    };
    for (const Row& row : rows) {
        INFO(row.stage);
        Talk talk = pop3();
        row.lead(talk);
        talk.waits(Milliseconds(row.seconds * 1000 - 1));
        CHECK_FALSE(talk->decided());
        CHECK(talk->wakeAt());
        talk.waits(Milliseconds(1));
        CHECK(talk.outcome() == row.outcome);
    }
}

TEST_CASE("a login is waited for longer, and a good-bye hardly at all") {
    Talk talk(Protocol::Pop3, Security::ImplicitTls);
    toReady(talk);
    CHECK_FALSE(talk->wakeAt()); // an open door waits as long as the run wants
    talk.login();
    talk.waits(Milliseconds(44'999));
    CHECK_FALSE(talk->decided());
    SECTION("A04: the answer comes late") {
        talk.says("+OK Logged in.\r\n");
        talk.says("+OK 0 0\r\n");
        CHECK(talk.outcome() == "login-ok done");
        talk.waits(Milliseconds(2999));
        CHECK_FALSE(talk->wantsClose());
        talk.waits(Milliseconds(1));
        CHECK(talk->wantsClose());
        CHECK(talk.outcome() == "login-ok done");
    }
    SECTION("no answer comes") {
        talk.waits(Milliseconds(1));
        CHECK(talk.outcome() == "stage-timeout login verdict");
    }
    SECTION("A34: logged in, and the mailbox never opens") {
        talk.says("+OK Logged in.\r\n");
        talk.waits(Milliseconds(15'000));
        CHECK(talk.outcome() == "login-ok done mailbox");
    }
}

TEST_CASE("S10: one byte behind the yes to STLS is an injection, and no handshake follows") {
    for (const char* behind : {"x", "\n", "+OK\r\n", "\x16"}) {
        Talk talk = pop3();
        greet(talk);
        talk.says("+OK\r\nSTLS\r\n.\r\n");
        talk.heard();
        talk.says(std::string("+OK Begin\r\n") + behind);
        CHECK(talk.outcome() == "tls-injection tls");
        CHECK(talk.heard().empty());
        CHECK(talk->wantsClose());
    }
}

TEST_CASE("S10: words in clear where the handshake is due are an injection too, a moment later") {
    Talk talk = pop3();
    greet(talk);
    talk.says("+OK\r\nSTLS\r\n.\r\n");
    talk.says("+OK Begin\r\n");
    talk.saysRaw("+OK\r\nUSER\r\n");
    CHECK(talk.outcome() == "tls-injection tls");
}

TEST_CASE("words from the first flight of TLS do not answer the CAPA that was not asked yet") {
    Talk talk = pop3();
    greet(talk);
    talk.says("+OK\r\nSTLS\r\n.\r\n");
    talk.says("+OK\r\n");
    talk.beginTls();
    CHECK(talk.heard() == "CAPA\r\n");
    talk.says("+OK\r\nSASL PLAIN\r\n.\r\n+OK\r\n");
    CHECK(talk.outcome() == "protocol-error capabilities unasked");
    CHECK_FALSE(talk->ready());
}

TEST_CASE("P32: answers before their questions end the session before the next command") {
    Talk talk = pop3();
    talk.says("+OK ready\r\n+OK\r\nUSER\r\n.\r\n");
    CHECK(talk.heard().empty());
    CHECK(talk.outcome().substr(0, 14) == "protocol-error");
    CHECK(talk->attempt().reason == "unasked");
}

TEST_CASE("half a line behind an answer is as unasked as a whole one") {
    Talk talk = pop3();
    talk.says("+OK ready\r\n+O");
    CHECK(talk.heard().empty());
    CHECK(talk->attempt().reason == "unasked");
}

TEST_CASE("an open door that says something unasked is closed") {
    for (const char* words : {"+OK Logged in.\r\n", "+"}) {
        Talk talk(Protocol::Pop3, Security::ImplicitTls);
        toReady(talk);
        talk.says(words);
        CHECK(talk.outcome() == "protocol-error capabilities unasked");
        CHECK_FALSE(talk->ready());
    }
}

TEST_CASE("an open door that the server closes was open") {
    Talk talk(Protocol::Pop3, Security::ImplicitTls);
    toReady(talk);
    SECTION("without a word") {
        talk.hangsUp();
    }
    SECTION("with a word") {
        talk.says("-ERR Disconnected for inactivity.\r\n");
    }
    CHECK(talk.outcome() == "ready capabilities");
    CHECK(talk->wantsClose());
}

TEST_CASE("without TLS nothing is released unless the person agreed to exactly this endpoint") {
    Talk talk(Protocol::Pop3, Security::None);
    toReady(talk);
    Consents consents;
    SECTION("no yes") {}
    SECTION("a yes to another port") {
        consents.cleartext = {{"mail.example.test", 110}};
    }
    SECTION("a yes to another host") {
        consents.cleartext = {{"pop.example.test", 1110}};
    }
    talk.login(consents);
    CHECK(talk.heard().empty());
    CHECK(talk.outcome() == "plaintext-refused login consent");
    CHECK(talk->wantsClose());
}

TEST_CASE("a refused certificate ends it: no EHLO, no CAPA, no QUIT in that TLS") {
    Talk talk = pop3();
    greet(talk);
    talk.says("+OK\r\nSTLS\r\n.\r\n");
    talk.says("+OK\r\n");
    TlsServerSettings bad;
    bad.identity = TestCa::selfSigned();
    talk.beginTls(bad);
    CHECK(talk.heard().empty());
    CHECK(talk.outcome() == "cert-self-signed tls");
    CHECK(talk->attempt().consent->sha256 == bad.identity.sha256());
    CHECK(talk->wantsClose());
}

TEST_CASE("P10, T31, T32: something else on the port") {
    struct Row {
        Security security;
        const char* bytes;
        const char* outcome;
    };
    const Row rows[] = {
        {Security::StartTls, "HTTP/1.1 400 Bad Request\r\n\r\n", "not-this-protocol greeting http"},
        {Security::StartTls, "220 mail.example.test ESMTP\r\n", "not-this-protocol greeting smtp"},
        {Security::StartTls, "SSH-2.0-OpenSSH_9.2\r\n", "not-this-protocol greeting ssh"},
    };
    for (const Row& row : rows) {
        INFO(row.bytes);
        Talk talk(Protocol::Pop3, row.security);
        talk.saysRaw(row.bytes);
        CHECK(talk.outcome() == row.outcome);
    }
}

TEST_CASE("P14: a TLS alert without a line end, then the end") {
    Talk talk = pop3();
    talk.saysRaw(std::string("\x15\x03\x03\x00\x02\x02\x28", 7));
    talk.hangsUp();
    CHECK(talk.outcome() == "not-this-protocol greeting tls");
}

TEST_CASE("P04: a flood without a line end is cut, whatever comes behind it") {
    Talk talk = pop3();
    for (int packet = 0; packet < 10 && !talk->wantsClose(); ++packet)
        talk.saysRaw(std::string(4096, '\0'));
    CHECK(talk.outcome() == "limit-exceeded greeting line");
}

TEST_CASE("N02: a reset is told apart from a good-bye") {
    Talk talk = pop3();
    talk.hangsUp(true);
    CHECK(talk.outcome() == "closed-early greeting reset");
}

TEST_CASE("T36, T37: the end of the connection inside the handshake") {
    for (const bool reset : {false, true}) {
        Talk talk = pop3();
        greet(talk);
        talk.says("+OK\r\nSTLS\r\n.\r\n");
        talk.says("+OK\r\n");
        talk.hangsUp(reset);
        CHECK(talk.outcome() == std::string("tls-handshake-failed tls ") + (reset ? "reset" : "closed"));
    }
}

TEST_CASE("F13: the transcript shows who said what and when, and no secret in any form") {
    Talk talk(Protocol::Pop3, Security::ImplicitTls);
    talk.waits(Milliseconds(40));
    toReady(talk);
    talk.login();
    const std::string sent = talk.heard();
    const std::string blob = sent.substr(11, sent.size() - 13);
    talk.says("-ERR [AUTH] not " + blob + " nor " + Password + "\r\n");
    std::string all;
    for (const TranscriptLine& line : talk->attempt().transcript)
        all += line.text + "\n";
    CHECK(all.find(blob) == std::string::npos);
    CHECK(all.find(Password) == std::string::npos);
    CHECK(all.find("AUTH PLAIN ****") != std::string::npos);
    CHECK(all.find("-ERR [AUTH] not **** nor ****") != std::string::npos);
    CHECK(talk->attempt().serverText == "-ERR [AUTH] not **** nor ****");
    CHECK(talk->attempt().transcript[1].at == Milliseconds(40));
}

TEST_CASE("P21: server text is printable, whatever it was") {
    Talk talk = pop3();
    talk.says("-ERR \x1b[31m<b>red</b>\xe2\x80\xae %1 %s\r\n");
    CHECK(talk->attempt().serverText == "-ERR \\x1B[31m<b>red</b>\\u{202E} %1 %s");
}

TEST_CASE("a transcript does not grow without end") {
    Transcript transcript{Secret()};
    for (int i = 0; i < 10'000; ++i)
        transcript.add(TranscriptLine::From::Server, std::string(2000, 'x'), Milliseconds(i));
    CHECK(transcript.lines().size() == Transcript::MostLines + 1);
    CHECK(transcript.lines().back().from == TranscriptLine::From::Note);
    CHECK(transcript.lines()[0].text.size() < 600);
}
