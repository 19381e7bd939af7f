// The likeliest mistake of all: the photo of the paper in place of its words.
#include "certificate/file_kind.h"
#include "reading.h"
#include "support/catch.h"
#include "words/words.h"

using namespace yomikae;
using namespace std::string_literals;

namespace {

struct Sample {
    std::string bytes;
    std::string code;
    std::string kind;
};

const std::vector<Sample>& samples() {
    static const std::vector<Sample> all{
        {"\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s, "paper-is-picture", "PNG"},
        {"\xFF\xD8\xFF\xE0\0\x10JFIF\0"s, "paper-is-picture", "JPEG"},
        {"\xFF\xD8\xFF\xE1\x01\x10"s + "Exif", "paper-is-picture", "JPEG"},
        {"GIF89a\x10\0\x10\0"s, "paper-is-picture", "GIF"},
        {"II*\0\x08\0\0\0"s, "paper-is-picture", "TIFF"},
        {"MM\0*\0\0\0\x08"s, "paper-is-picture", "TIFF"},
        {"RIFF\x24\x10\0\0WEBPVP8 "s, "paper-is-picture", "WebP"},
        {"BM\x36\x10\x0E\0\0\0\0\0\x36\0\0\0"s, "paper-is-picture", "BMP"},
        {"\0\0\0\x18"s + "ftypheic\0\0\0\0"s, "paper-is-picture", "HEIC"},
        {"\0\0\0\x18"s + "ftypmif1\0\0\0\0"s, "paper-is-picture", "HEIC"},
        {"\0\0\0\x1C"s + "ftypavif\0\0\0\0"s, "paper-is-picture", "AVIF"},
        {"%PDF-1.7\n1 0 obj\n", "paper-is-document", "PDF"},
        {"PK\x03\x04\x14\0\x06\0"s, "paper-is-document", "Word, Excel, ZIP"},
        {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "paper-is-document", "Word, Excel"},
        {"{\\rtf1\\ansi taro@example.jp}", "paper-is-document", "RTF"},
        {"\x7F"s + "ELF\x02\x01\x01\0taro@example.jp"s, "paper-is-no-text", ""},
    };
    return all;
}

} // namespace

TEST_CASE("a photo or a document in place of the paper's words is one problem that names it") {
    for (const Sample& sample : samples()) {
        INFO(sample.code + " " + sample.kind);
        const auto reading = test::read(sample.bytes + "\nメールアドレス:taro@example.jp\n");
        CHECK_FALSE(reading);
        REQUIRE(reading.problems.size() == 1);
        CHECK(reading.problems[0].code == sample.code);
        CHECK(reading.problems[0].found == sample.kind);
        CHECK(reading.problems[0].place.file == "paper.txt");
    }
}

TEST_CASE("the beginning of a file is enough to know a photo or a document") {
    for (const Sample& sample : samples())
        if (!sample.kind.empty())
            CHECK(notText(std::string_view(sample.bytes).substr(0, 64), "x").value_or(Problem()).found == sample.kind);
}

TEST_CASE("what is said about a photo names its kind and what to do") {
    const Problem problem = *notText(samples().front().bytes, "photo.png");
    CHECK(say(problem, Language::Japanese) ==
          "photo.png: これは写真や画像(PNG)です。ここから文字は読み取れません。紙の文字を打ち込んで、"
          "文字だけのファイル(テキスト)として保存してください。");
    CHECK(say(problem, Language::English) ==
          "photo.png: This is a photo or picture (PNG); words cannot be read from it. "
          "Type in what the paper says and save it as plain text.");
}

TEST_CASE("text is text, whatever it begins with") {
    for (const std::string& text :
         {"BMから届いた紙 メールアドレス:taro@example.jp"s, "PK メールアドレス:taro@example.jp"s,
          "GIFの紙\ntaro@example.jp"s, "%PDF taro@example.jp"s, "{\"mail_address\": \"taro@example.jp\"}"s,
          "taro@example.jp\0\0\0"s, "\0\0\0"s, ""s,
          "\xFF\xFE"
          "t\0a\0"s,
          "\xFE\xFF\0t\0a"s}) {
        INFO(text);
        CHECK_FALSE(notText(text, "paper.txt"));
    }
}
