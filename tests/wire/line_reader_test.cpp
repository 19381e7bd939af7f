#include "support/catch.h"
#include "wire/line_reader.h"

#include <vector>

using namespace yomikae;

namespace {

std::vector<std::string> linesOf(LineReader& reader) {
    std::vector<std::string> lines;
    while (auto line = reader.next())
        lines.push_back(*line);
    return lines;
}

} // namespace

TEST_CASE("a bare LF ends a line too") {
    LineReader reader;
    reader.add("+OK ready\nUSER\r\n\n.\r\n");
    CHECK(linesOf(reader) == std::vector<std::string>{"+OK ready", "USER", "", "."});
    CHECK(reader.empty());
}

TEST_CASE("NUL and a lone CR stay in the line") {
    LineReader reader;
    reader.add(std::string_view("a\0b\rc\r\r\n", 8));
    CHECK(linesOf(reader) == std::vector<std::string>{std::string("a\0b\rc\r", 6)});
}

TEST_CASE("a split at any byte gives the same lines") {
    const std::string text = "+OK ready\r\n+OK\r\nUSER\nSASL PLAIN\r\n\r\n.\r\nrest";
    LineReader whole;
    whole.add(text);
    const auto expected = linesOf(whole);
    for (std::size_t first = 0; first <= text.size(); ++first)
        for (std::size_t second = first; second <= text.size(); ++second) {
            LineReader reader;
            std::vector<std::string> lines;
            for (const auto& part : {text.substr(0, first), text.substr(first, second - first), text.substr(second)}) {
                reader.add(part);
                for (const auto& line : linesOf(reader))
                    lines.push_back(line);
            }
            REQUIRE(lines == expected);
            REQUIRE(reader.waiting() == 4);
            REQUIRE(reader.total() == text.size());
        }
}

TEST_CASE("a line of exactly the limit is a line, one byte more is not, in one piece or byte by byte") {
    for (const std::size_t size : {limits::AnswerLine, limits::AnswerLine + 1})
        for (const std::size_t piece : {std::size_t{1}, std::size_t{4096}, size}) {
            const std::string text = std::string(size - 2, 'x') + "\r\n";
            LineReader reader;
            bool got = false;
            for (std::size_t i = 0; i < size; i += piece) {
                reader.add(std::string_view(text).substr(i, piece));
                got = reader.next().has_value() || got;
            }
            CHECK(got == (size == limits::AnswerLine));
            CHECK(reader.tooLong() == !got);
        }
}

TEST_CASE("a line without an end takes no more memory than the limit") {
    LineReader reader;
    const std::string piece(1000, 'A');
    for (int i = 0; i < 10'000; ++i) {
        reader.add(piece);
        CHECK_FALSE(reader.next().has_value());
        REQUIRE(reader.waiting() <= limits::AnswerLine + piece.size());
    }
    CHECK(reader.tooLong());
    CHECK(reader.total() == 10'000'000);
    CHECK(reader.drain() == std::string(limits::ShownServerText, 'A'));
}

TEST_CASE("lines before an endless one still come out") {
    LineReader reader;
    reader.add("+OK\r\n" + std::string(20'000, 'A'));
    CHECK(reader.next() == "+OK");
    CHECK(reader.next() == std::nullopt);
    CHECK(reader.tooLong());
}

TEST_CASE("what was drained is gone") {
    LineReader reader;
    reader.add("+OK\r\nUSER\r\nST");
    CHECK(reader.next() == "+OK");
    CHECK(reader.drain() == "USER\r\nST");
    CHECK(reader.empty());
    reader.add("LS\n");
    CHECK(reader.next() == "LS");
}
