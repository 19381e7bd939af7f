// What is handed over in place of a paper's words, and papers of which nothing can be used.
#include "program.h"
#include "support/catch.h"

using namespace yomikae;
using test::Ran;
using test::Workplace;

TEST_CASE("a photo of the paper is said to be one, by every command that reads a paper and at any size") {
    const Workplace place;
    const QByteArray mark("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16);
    place.write("small.png", mark + QByteArray(1000, '@'));
    place.write("large.png", mark + QByteArray(1024 * 1024, '@'));
    place.write("paper.pdf", QByteArray("%PDF-1.7\n") + QByteArray(1024 * 1024, '@'));
    const std::string advice =
        ": This is a photo or picture (PNG); words cannot be read from it. Type in what the paper "
        "says and save it as plain text.\n";
    for (const char* file : {"small.png", "large.png"})
        for (const QStringList& command : {QStringList{"read", file}, QStringList{"translate", file},
                                           QStringList{"check", file}, QStringList{"sheet", file, "--to", "s.txt"}}) {
            CAPTURE(command.join(' ').toStdString());
            const Ran ran = place.run(command + QStringList{"--lang", "en"});
            CHECK(ran.status == 2);
            CHECK(ran.out.empty());
            CHECK(ran.err == file + advice);
        }
    CHECK(place.run({"read", "paper.pdf"}).err.find("(PDF)") != std::string::npos);
    CHECK(place.run({"read", "-"}, place.read("small.png")).status == 2);
}

TEST_CASE("a paper of which nothing can be used is answered with no, after what is doubtful about it") {
    const Workplace place;
    place.write("doubts.txt", "メールアドレス:taro\nPOPサーバ:未定\n");
    const Ran ran = place.run({"read", "doubts.txt", "--lang", "en"});
    CHECK(ran.status == 1);
    CHECK(ran.out.find("\"taro\" under") != std::string::npos);
    CHECK(ran.err.find("Nothing here could be read as mail settings.") != std::string::npos);
    place.write("password.txt", "メールパスワード:himitsu-22\n");
    CHECK(place.run({"read", "password.txt"}).status == 0);
}

TEST_CASE("an unproven sheet of a provider that nobody knows has the paper's values and is answered with no") {
    const Workplace place;
    place.write("unknown.json", R"({"mail_address": "hanako@unknown.example", "pop_server": "pop.unknown.example",
                                    "pop_port": 110})");
    place.write("known.json", R"({"mail_address": "taro@agate.plala.or.jp"})");
    CHECK(place.run({"sheet", "unknown.json", "--unproven", "--to", "s.txt"}).status == 1);
    CHECK(place.read("s.txt").contains("pop.unknown.example"));
    CHECK(place.run({"sheet", "known.json", "--unproven", "--to", "s.txt"}).status == 0);
}
