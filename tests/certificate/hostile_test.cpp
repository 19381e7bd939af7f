// Input that nobody means well: bounded in time and in what comes out.
#include "base/limits.h"
#include "reading.h"
#include "support/catch.h"
#include "words/words.h"

#include <chrono>
#include <random>

using namespace yomikae;

namespace {

std::string repeated(std::string_view piece, std::size_t size = limits::CertificateFile) {
    std::string text;
    while (text.size() + piece.size() <= size)
        text += piece;
    return text;
}

} // namespace

TEST_CASE("a file over the limit is refused before anything is read") {
    for (const std::string& text : {std::string(1024 * 1024, '<'), "{" + std::string(limits::CertificateFile, ' ')}) {
        const auto reading = test::read(text);
        CHECK_FALSE(reading);
        REQUIRE(reading.problems.size() == 1);
        CHECK(reading.problems[0].code == "file-too-large");
        CHECK(reading.problems[0].place.file == "paper.txt");
        CHECK(reading.problems[0].allowed == "262144");
    }
}

TEST_CASE("texts as large as the limit are read in linear time") {
    // seconds, not milliseconds: sanitizers and slow machines; a square of 256 KiB would take minutes
    for (const char* piece : {"<",
                              "@",
                              "@ ",
                              " ",
                              "\t",
                              "(",
                              ")",
                              "ー",
                              "【",
                              "ID\n",
                              "ID ",
                              "ID:",
                              "ID: ",
                              "メールアドレス",
                              "メールアドレス\n",
                              "メールアドレス:a\n",
                              "POP ",
                              "POP  ",
                              "パスワード:a\n",
                              "本パスワード:ab\n",
                              "a@b.jp\n",
                              "a@b.jp ",
                              "pop.a.jp\n",
                              "pop.a.jp ",
                              ".",
                              "a.",
                              "は a",
                              "ユーザID\n",
                              "2004年1月1日\n",
                              "2004年1月1日\t",
                              "ポート番号:1 ",
                              "\n",
                              "\xFF",
                              "\xE3\x81",
                              "\x1B$B",
                              "同上",
                              "POPサーバ:同じ\n"}) {
        INFO(piece);
        const auto start = std::chrono::steady_clock::now();
        const auto reading = test::read(repeated(piece));
        const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
        CHECK(taken.count() < 20);
        if (reading)
            CHECK(reading->doubts.size() <= limits::Problems + 10);
    }
}

TEST_CASE("of doubts of one kind three are said, and how many more there are") {
    const auto reading = test::read("メールアドレス:taro@example.jp\nPOPサーバ:未定\n" + repeated("ユーザID:a\n", 260));
    REQUIRE(reading);
    CHECK(test::doubts(*reading) ==
          std::vector<std::string>{"2 certificate-not-a-host pop_server", "3 certificate-id-not-for-mail",
                                   "4 certificate-id-not-for-mail", "5 certificate-id-not-for-mail",
                                   "5 certificate-more-of-a-kind"});
    CHECK(say(reading->doubts.back().message, Language::Japanese) == "同じようなところが、ほかに 15 か所あります。");
    CHECK(say(reading->doubts.back().message, Language::English) == "There are 15 more like this.");
}

TEST_CASE("control, invisible and direction characters reach neither fields nor sentences") {
    std::string paper =
        "メールアド\u200Bレス:ta\u202Ero@example.jp\nPOPサーバ:\u001B[31mpop\nSMTPサーバ:smtp.exam\u200Bple.jp\n"
        "メールアカウント:ta\u0007ro\n";
    paper += '\0';
    const auto reading = test::read(paper);
    REQUIRE(reading);
    std::string shown = reading->certificate.paperText;
    for (const std::string& line : test::fields(reading->certificate))
        shown += line + "\n";
    for (const Doubt& doubt : reading->doubts)
        shown += say(doubt.message, Language::Japanese) + "\n";
    for (const char* bad : {"\u200B", "\u202E", "\u001B", "\u0007"})
        CHECK(shown.find(bad) == std::string::npos);
    CHECK(reading->certificate.mailAddress == "taro@example.jp");
    CHECK(reading->certificate.smtpServer == "smtp.example.jp");
}

TEST_CASE("host names that are none are doubts, whatever they try") {
    for (const char* host : {"pop.example.jp/../x", "-v.example", "$(id).example.jp", "${password}.example.jp",
                             "*.example.jp", "pop..example.jp", "例え", "a@pop.example.jp", "%2e.jp@x"}) {
        INFO(host);
        const auto reading = test::read(std::string("メールアドレス:taro@example.jp\nPOPサーバ:") + host);
        CHECK(reading->certificate.popServer.empty());
        CHECK(test::doubts(*reading).at(0) == "2 certificate-not-a-host pop_server");
    }
}

TEST_CASE("bytes at random are read without harm, and always the same way") {
    std::mt19937 random(20041231);
    const std::string pieces[] = {"メールアドレス",
                                  "POPサーバ",
                                  "パスワード",
                                  ":",
                                  " ",
                                  "\n",
                                  "\t",
                                  "taro@example.jp",
                                  "\xFF",
                                  "\x00",
                                  "{",
                                  "|",
                                  "(",
                                  "は",
                                  "ー",
                                  "１１０",
                                  "平成"};
    for (int round = 0; round < 300; ++round) {
        std::string text;
        for (int i = 0; i < 40; ++i)
            text +=
                random() % 4 == 0 ? std::string(1, static_cast<char>(random())) : pieces[random() % std::size(pieces)];
        const auto once = test::read(text);
        const auto again = test::read(text);
        REQUIRE(once.problems == again.problems);
        REQUIRE(bool(once) == once.problems.empty());
        if (once)
            REQUIRE(once->doubts == again->doubts);
    }
}
