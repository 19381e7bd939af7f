#include "cli/batch_done.h"
#include "cli/batch_file.h"
#include "cli/batch_progress.h"
#include "cli/batch_results.h"
#include "program.h"

#include "base/limits.h"
#include "support/catch.h"

#include <string>

using namespace yomikae;
using namespace yomikae::cli;
using test::Workplace;

namespace {

std::string line(std::uint64_t row, const char* key, RowAnswer answer) {
    return resultStart(row, key, answer) + "\"line\":9}\n";
}

std::string pathIn(const Workplace& place, const char* name) {
    return place.path(name).toStdString();
}

std::string problemOf(const Workplace& place, const char* name) {
    const auto opened = BatchResults::open(pathIn(place, name));
    REQUIRE(opened.problems.size() == 1);
    return opened.problems[0].code + ":" + std::to_string(opened.problems[0].place.line);
}

} // namespace

TEST_CASE("what a line of results begins with tells its row, key and answer") {
    for (const RowAnswer answer : {RowAnswer::Yes, RowAnswer::No, RowAnswer::Faulty, RowAnswer::Later})
        CHECK(doneRow(line(42, "0123456789abcdef", answer)) == DoneRow{42, "0123456789abcdef", answer});
    const std::string longest = resultStart(18'446'744'073'709'551'615U, "0123456789abcdef", RowAnswer::Faulty);
    CHECK(longest.size() <= ResultStart);
    CHECK(doneRow(longest.substr(0, ResultStart)));
}

TEST_CASE("a line of something else is no result") {
    for (const char* other : {"", "{", "{\"row\":", "{\"row\":x", "{\"row\":1,\"key\":\"a", "{\"format\": 1}",
                              "{\"row\":1,\"key\":\"a\",\"answer\":\"maybe\",", "{\"row\":-1,\"key\":\"a\"",
                              "{\"row\":99999999999999999999,\"key\":\"a\",\"answer\":\"yes\","}) {
        INFO(other);
        CHECK_FALSE(doneRow(other));
    }
    CHECK(mayBecomeResult("{\"ro"));
    CHECK(mayBecomeResult("{\"row\":3,\"ke"));
    CHECK_FALSE(mayBecomeResult("{\"format"));
    CHECK_FALSE(mayBecomeResult("taro"));
}

TEST_CASE("a row is done where it is the same row and had an answer") {
    DoneRows done;
    done.add({1, "a", RowAnswer::Yes});
    done.add({2, "b", RowAnswer::Later});
    done.add({3, "c", RowAnswer::Later});
    done.add({3, "c", RowAnswer::No});
    CHECK(done.answerOf("a") == RowAnswer::Yes);
    CHECK_FALSE(done.answerOf("changed"));
    CHECK_FALSE(done.answerOf("b"));
    CHECK(done.answerOf("c") == RowAnswer::No);
    CHECK(done.size() == 3);
}

TEST_CASE("equal rows have keys of their own, the first the plain one") {
    Twins twins;
    CHECK(twins.next("a") == 0);
    CHECK(twins.next("b") == 0);
    CHECK(twins.next("a") == 1);
    CHECK(twins.next("a") == 2);
    CHECK(keyOfTwin("0123456789abcdef", 0) == "0123456789abcdef");
    const std::string second = keyOfTwin("0123456789abcdef", 1);
    CHECK(second.size() == 16);
    CHECK(second != "0123456789abcdef");
    CHECK(second != keyOfTwin("0123456789abcdef", 2));
    CHECK(second != keyOfTwin("0123456789abcdee", 1));
}

TEST_CASE("results are appended, and read again by the next run") {
    const Workplace place;
    {
        const auto results = BatchResults::open(pathIn(place, "out.jsonl"));
        REQUIRE(results);
        CHECK((*results.value)->done().size() == 0);
        CHECK((*results.value)->append(line(1, "a", RowAnswer::Yes)));
        CHECK(place.read("out.jsonl").toStdString() == line(1, "a", RowAnswer::Yes));
        CHECK(problemOf(place, "out.jsonl") == "batch-out-in-use:0");
    }
    const auto results = BatchResults::open(pathIn(place, "out.jsonl"));
    REQUIRE(results);
    CHECK((*results.value)->done().answerOf("a") == RowAnswer::Yes);
    CHECK((*results.value)->append(line(2, "b", RowAnswer::No)));
    CHECK(place.read("out.jsonl").toStdString() == line(1, "a", RowAnswer::Yes) + line(2, "b", RowAnswer::No));
}

TEST_CASE("a last line that a killed program left unfinished is cut off, wherever it ends") {
    const Workplace place;
    const std::string whole = line(1, "a", RowAnswer::Yes);
    const std::string half = line(2, "b", RowAnswer::Yes);
    for (std::size_t size = 1; size < half.size(); ++size) {
        place.write("out.jsonl", QByteArray::fromStdString(whole + half.substr(0, size)));
        const auto results = BatchResults::open(pathIn(place, "out.jsonl"));
        REQUIRE(results);
        CHECK_FALSE((*results.value)->done().answerOf("b"));
        CHECK((*results.value)->append(half));
        CHECK(place.read("out.jsonl").toStdString() == whole + half);
    }
}

TEST_CASE("a file that holds something else is left alone") {
    const Workplace place;
    for (const char* text : {"{\"format\": 1}", "{\"format\": 1}\n", "taro,himitsu", "\n"}) {
        INFO(text);
        place.write("other", text);
        CHECK(problemOf(place, "other") == "batch-out-foreign:1");
        CHECK(place.read("other") == text);
    }
    place.write("mixed", QByteArray::fromStdString(line(1, "a", RowAnswer::Yes) + "x\n"));
    CHECK(problemOf(place, "mixed") == "batch-out-foreign:2");
    REQUIRE(QFile::link("other", place.path("link")));
    CHECK(problemOf(place, "link") == "file-is-link:0");
    CHECK(problemOf(place, "home") == "file-is-folder:0");
    CHECK(problemOf(place, "no/out.jsonl") == "file-no-folder:0");
}

TEST_CASE("a file is read row by row, with each row's place") {
    const Workplace place;
    place.write("list.csv", "\xEF\xBB\xBFid,mail_address\r\n1,a@b.jp\r\n\r\n,,\r\n\"2\",c@d.jp\r\n3,e@f.jp");
    auto file = BatchFile::open(pathIn(place, "list.csv"));
    REQUIRE(file);
    std::vector<std::string> seen;
    while (const auto row = (*file.value)->next()) {
        seen.push_back(std::to_string(row->place.row) + " " + std::to_string(row->place.line) + " " + row->bytes);
        CHECK((*file.value)->again(row->place) == row->bytes);
    }
    CHECK(seen == std::vector<std::string>{"1 2 1,a@b.jp\r\n", "2 5 \"2\",c@d.jp\r\n", "3 6 3,e@f.jp"});
    CHECK(countRows(pathIn(place, "list.csv")) == 3U);
}

TEST_CASE("a row that is too long is left out and the next one is whole") {
    const Workplace place;
    place.write("list.jsonl", "{}\n" + QByteArray(3'000'000, 'x') + "\n{\"id\":1}\n");
    auto file = BatchFile::open(pathIn(place, "list.jsonl"));
    REQUIRE(file);
    CHECK((*file.value)->next()->bytes == "{}\n");
    const auto endless = (*file.value)->next();
    CHECK(endless->tooLong);
    CHECK(endless->bytes.size() <= limits::BatchRow + 1);
    const auto after = (*file.value)->next();
    CHECK(after->bytes == "{\"id\":1}\n");
    CHECK(after->place.row == 3);
    CHECK(after->place.line == 3);
    CHECK((*file.value)->again(after->place) == "{\"id\":1}\n");
    CHECK_FALSE((*file.value)->next());
}

TEST_CASE("what is no batch file is told apart") {
    const Workplace place;
    const auto code = [&](const char* name) {
        const auto opened = BatchFile::open(pathIn(place, name));
        REQUIRE(opened.problems.size() == 1);
        return opened.problems[0].code;
    };
    place.write("list.txt", "x");
    place.write("empty.csv", "");
    place.write("folder.csv/x", "x");
    place.write("empty.jsonl", "");
    CHECK(code("list.txt") == "batch-format");
    CHECK(code("none.csv") == "file-not-found");
    CHECK(code("folder.csv") == "file-is-folder");
    CHECK(code("empty.csv") == "batch-no-header");
    place.write("utf16.csv", QByteArray("\xFF\xFEi\0d\0\t\0x\0", 10));
    CHECK(code("utf16.csv") == "batch-utf16");
    place.write("utf16.jsonl", QByteArray("\xFE\xFF\0{\0}", 6));
    CHECK(code("utf16.jsonl") == "batch-utf16");
    CHECK(BatchFile::open("/dev/null.csv").problems.at(0).code == "file-not-found");
    auto empty = BatchFile::open(pathIn(place, "empty.jsonl"));
    REQUIRE(empty);
    CHECK_FALSE((*empty.value)->next());
}

TEST_CASE("progress says rows done, faulty, a second and remaining") {
    BatchProgress progress;
    progress.all = 1000;
    progress.done = 90;
    progress.faulty = 2;
    progress.skipped = 10;
    progress.waiting = 5;
    progress.elapsed = std::chrono::seconds(60);
    CHECK(progressLine(progress, Language::English) ==
          "90 rows done (2 faulty), 1.5 a second, 900 remaining (some 11 min), 5 waiting their turn");
    progress.all.reset();
    CHECK(progressLine(progress, Language::English).find("? remaining") != std::string::npos);
    progress.yes = 80;
    progress.no = 8;
    CHECK(endLine(progress, Language::English) ==
          "90 rows done (80 yes, 8 no, 2 faulty, 10 done before, 1.5 a second).");
    progress.later = 3;
    CHECK(endLine(progress, Language::English).find(" a second). 3 could not be checked without a network.") !=
          std::string::npos);
}
