// A message to oneself: how it is written, handed over and known again.
#include "base/base64.h"
#include "dialogue_script.h"
#include "support/catch.h"
#include "wire/pickup.h"
#include "wire/smtp_delivery.h"
#include "wire/test_message.h"

#include <algorithm>
#include <sstream>

using namespace yomikae;
using namespace yomikae::test;
using namespace std::chrono_literals;

namespace {

TestMessage message() {
    TestMessage made;
    made.address = "taro@agate.plala.or.jp";
    made.token = "0123456789abcdef0123456789abcdef";
    made.date = std::chrono::sys_days{std::chrono::year{2026} / 11 / 24} + 16h + 43min + 26s;
    made.subject = "読み替え 送受信の確認 / Yomikae: a test of sending and receiving";
    made.text = "このメールは消してかまいません。\nYou may delete this mail.\n";
    return made;
}

std::vector<std::string> linesOf(const std::string& mail) {
    std::vector<std::string> lines;
    std::size_t begin = 0;
    for (auto end = mail.find("\r\n"); end != std::string::npos; end = mail.find("\r\n", begin)) {
        lines.push_back(mail.substr(begin, end - begin));
        begin = end + 2;
    }
    CHECK(begin == mail.size());
    return lines;
}

std::string decodedWords(const std::string& folded) {
    std::string text;
    std::istringstream in(folded);
    for (std::string word; in >> word;) {
        REQUIRE(word.substr(0, 10) == "=?UTF-8?B?");
        REQUIRE(word.substr(word.size() - 2) == "?=");
        CHECK(word.size() <= 75);
        const auto bytes = fromBase64(word.substr(10, word.size() - 12));
        REQUIRE(bytes);
        text += *bytes;
    }
    return text;
}

/// A login for sending, up to the answer to it; then the errand's own commands.
struct Sending {
    std::shared_ptr<SmtpDelivery> errand = std::make_shared<SmtpDelivery>("taro@example.jp", "Subject: x\r\n\r\nx\r\n");
    Owner owner{Protocol::Smtp, options()};

    Sending() {
        owner.receive("220 ready\r\n");
        owner.receive("250-hello\r\n250 AUTH PLAIN\r\n");
        owner.login("taro himitsu-S3cret");
        owner.receive("334 \r\n");
        owner.sent.clear();
        owner.receive("235 ok\r\n");
    }
    DialogueOptions options() const {
        DialogueOptions made;
        made.errand = errand;
        return made;
    }
};

} // namespace

TEST_CASE("a line that begins with a dot gets another one, and every line ends in CRLF") {
    struct Row {
        const char* message;
        const char* data;
    };
    for (const Row& row : {Row{"", ".\r\n"},
                           {"a\r\nb\r\n", "a\r\nb\r\n.\r\n"},
                           {"a", "a\r\n.\r\n"},
                           {".", "..\r\n.\r\n"},
                           {".\r\n", "..\r\n.\r\n"},
                           {"..\r\n", "...\r\n.\r\n"},
                           {"a\n.\nb", "a\r\n..\r\nb\r\n.\r\n"},
                           {"a\r.\rb", "a\r\n..\r\nb\r\n.\r\n"},
                           {"a\r\n\r\n.b\r\n", "a\r\n\r\n..b\r\n.\r\n"},
                           {"a\r\r\n.\r\n", "a\r\n\r\n..\r\n.\r\n"},
                           {"a.b\r\n", "a.b\r\n.\r\n"}}) {
        CAPTURE(row.message);
        CHECK(asMailData(row.message) == row.data);
    }
}

TEST_CASE("no message ends the data early, whatever stands in it") {
    for (const char* end : {"\n.\n", "\r\n.\r\n", "\r.\r", "\n.\r\n", "\r.\n", "\r\n.\n", "\r\n.\r"}) {
        const std::string data = asMailData(std::string("a") + end + "MAIL FROM:<x@example.jp>\r\n");
        CHECK(data.find("\r\n.\r\n") == data.size() - 5);
        for (std::size_t i = 0; i < data.size(); ++i) {
            if (data[i] == '\n')
                CHECK((i > 0 && data[i - 1] == '\r'));
            if (data[i] == '\r')
                CHECK((i + 1 < data.size() && data[i + 1] == '\n'));
        }
    }
}

TEST_CASE("the message is plain 7 bit with short lines, and says that a program made it") {
    const std::string mail = composed(message());
    const auto lines = linesOf(mail);
    for (const std::string& line : lines) {
        CHECK(line.size() <= 78);
        CHECK(std::all_of(line.begin(), line.end(), [](char c) { return c >= ' ' && c < 0x7f; }));
    }
    const auto has = [&](const char* line) { return std::find(lines.begin(), lines.end(), line) != lines.end(); };
    CHECK(has("Message-ID: <yomikae.0123456789abcdef0123456789abcdef@agate.plala.or.jp>"));
    CHECK(has("Date: Tue, 24 Nov 2026 16:43:26 +0000"));
    CHECK(has("From: <taro@agate.plala.or.jp>"));
    CHECK(has("To: <taro@agate.plala.or.jp>"));
    CHECK(has("Auto-Submitted: auto-generated"));
    CHECK(has("X-Yomikae-Test: 0123456789abcdef0123456789abcdef"));
    CHECK(has("Content-Transfer-Encoding: base64"));
}

TEST_CASE("subject and text come back as they were") {
    const std::string mail = composed(message());
    const auto subject = mail.find("Subject: ") + 9;
    CHECK(decodedWords(mail.substr(subject, mail.find("\r\nAuto-Submitted") - subject)) == message().subject);
    std::string body;
    for (const std::string& line : linesOf(mail.substr(mail.find("\r\n\r\n") + 4)))
        body += line;
    CHECK(fromBase64(body) == message().text);
}

TEST_CASE("an encoded word never cuts a character in two") {
    for (std::size_t lead = 0; lead < 4; ++lead) {
        std::string text(lead, 'a');
        for (int i = 0; i < 40; ++i)
            text += "読み😀";
        std::istringstream in(encodedWords(text));
        std::string all;
        for (std::string word; in >> word;) {
            const std::string part = fromBase64(word.substr(10, word.size() - 12)).value_or("");
            CHECK((static_cast<unsigned char>(part.at(0)) & 0xC0u) != 0x80);
            all += part;
        }
        CHECK(all == text);
    }
    CHECK(encodedWords("").empty());
}

TEST_CASE("the message is known by its own marks alone") {
    const MessageMark mark = markOf(message());
    struct Row {
        std::string header;
        bool ours;
    };
    for (const Row& row : {Row{"Message-ID: " + mark.id, true},
                           {"message-id:" + mark.id, true},
                           {"MESSAGE-ID:\n\t" + mark.id, true},
                           {"X-Yomikae-Test: " + mark.token, true},
                           {"Message-ID: <a@b>\nX-Yomikae-Test: " + mark.token, true},
                           {"In-Reply-To: " + mark.id, false},
                           {"References: <a@b>\n " + mark.id, false},
                           {"Subject: Message-ID: " + mark.id, false},
                           {"Message-ID: x" + mark.id, false},
                           {"Message-ID: " + mark.token, false},
                           {"X-Yomikae-Test: " + mark.token + "0", false},
                           {"Subject: a\n\nMessage-ID: " + mark.id, false},
                           {" " + mark.id, false},
                           {"", false}}) {
        MarkSeeker seeker(mark);
        std::istringstream in(row.header);
        for (std::string line; std::getline(in, line);)
            seeker.line(line);
        CAPTURE(row.header);
        CHECK(seeker.seen() == row.ours);
    }
}

TEST_CASE("only an address that is a path by itself is sent to") {
    CHECK(standsInPath("taro@example.jp"));
    CHECK(standsInPath("a..b.@example.jp")); // carriers gave such addresses out
    for (const char* address :
         {"", "a b@example.jp", "a>@example.jp", "<a@example.jp", "a\"b@example.jp", "a\r\nDATA@x", "太郎@example.jp"})
        CHECK_FALSE(standsInPath(address));
}

TEST_CASE("stopped while DATA waits for its answer, nothing is said that could become the text") {
    Sending world;
    world.owner.receive("250 ok\r\n");
    world.owner.receive("250 ok\r\n");
    REQUIRE(world.owner.sent.back() == "DATA\r\n");
    world.owner.sent.clear();
    world.owner.quit();
    CHECK(world.owner.sent.empty());
    CHECK(world.owner.closing);
    CHECK(world.errand->delivery().at == Delivery::At::Data);
    CHECK_FALSE(world.errand->delivery().open());
}

TEST_CASE("stopped before and after that, the good-bye is polite") {
    for (const int answers : {0, 1, 3}) {
        Sending world;
        for (int i = 0; i < answers; ++i)
            world.owner.receive(i == 2 ? "354 go\r\n" : "250 ok\r\n");
        world.owner.sent.clear();
        world.owner.quit();
        CHECK(world.owner.sent == std::vector<std::string>{"QUIT\r\n"});
        CHECK(world.errand->delivery().open() == (answers == 3));
    }
}

TEST_CASE("a login that failed, or whose mailbox cannot be read, has no errand") {
    const auto errand = makePickup(Protocol::Pop3, {markOf(message()), true});
    for (const char* stat : {"-ERR [SYS/TEMP] no\r\n", "+OK\r\n", ""}) {
        DialogueOptions options;
        options.errand = errand;
        Owner owner(Protocol::Pop3, options);
        owner.receive("+OK ready\r\n");
        owner.receive("+OK\r\nSASL PLAIN\r\n.\r\n");
        owner.login("taro himitsu-S3cret");
        owner.receive(*stat ? "+OK Logged in.\r\n" : "-ERR [AUTH] no\r\n");
        owner.receive(stat);
        CHECK(errand->pickup() == Pickup{});
        CHECK(owner.findings.size() == 1);
    }
}
