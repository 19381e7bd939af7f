#include "cli/batch_cut.h"

#include "base/limits.h"
#include "support/catch.h"

#include <string>
#include <vector>

using namespace yomikae;
using namespace yomikae::cli;

namespace {

/// Each row as it is cut, as if the bytes came in portions of `portion`.
std::vector<std::string> rowsOf(const std::string& bytes, BatchFormat format, std::size_t portion = 1'000'000) {
    std::vector<std::string> rows;
    std::size_t at = 0;
    std::size_t have = 0;
    while (at < bytes.size()) {
        have = std::min(have + portion, bytes.size());
        while (const auto cut = cutRow(std::string_view(bytes).substr(at, have - at), have == bytes.size(), format)) {
            if (cut->size == 0)
                break;
            rows.push_back(bytes.substr(at, cut->size));
            at += cut->size;
        }
    }
    return rows;
}

std::vector<std::string> texts(const char* row) {
    std::vector<std::string> out;
    const auto fields = csvFields(row);
    REQUIRE(fields);
    for (const CsvField& field : *fields)
        out.push_back(field.text);
    return out;
}

struct Cutting {
    const char* why;
    const char* bytes;
    std::vector<std::string> rows;
};

} // namespace

TEST_CASE("a CSV file is cut into its rows, however many bytes come at a time") {
    const std::vector<Cutting> table{
        {"one row a line", "a,b\nc,d\n", {"a,b\n", "c,d\n"}},
        {"CRLF", "a,b\r\nc,d\r\n", {"a,b\r\n", "c,d\r\n"}},
        {"the last line may lack its end", "a,b\nc,d", {"a,b\n", "c,d"}},
        {"the last value may be in quotes and lack its line end", "a\n\"b\"", {"a\n", "\"b\""}},
        {"a line end in quotes belongs to the value", "a,\"b\nc\",d\ne\n", {"a,\"b\nc\",d\n", "e\n"}},
        {"a comma and a doubled quote in quotes", "\"a,\"\"b\"\"\"\nc\n", {"\"a,\"\"b\"\"\"\n", "c\n"}},
        {"CRLF behind a closing quote", "\"a\"\r\n\"b\"\r\n", {"\"a\"\r\n", "\"b\"\r\n"}},
        {"a quote that is never closed costs its own line", "a,\"b\nc,d\ne,f\n", {"a,\"b\n", "c,d\n", "e,f\n"}},
        {"so it does where a later row has quotes of its own",
         "a,\"b\nc,\"d\"\ne,f\n",
         {"a,\"b\n", "c,\"d\"\n", "e,f\n"}},
        {"text behind a closing quote costs its own line", "\"a\"b,c\nd\n", {"\"a\"b,c\n", "d\n"}},
        {"a quote inside a bare value is no opening quote", "a\"b\nc\"d\n", {"a\"b\n", "c\"d\n"}},
        {"blank lines are rows too", "a\n\nb\n", {"a\n", "\n", "b\n"}},
    };
    for (const Cutting& row : table)
        for (const std::size_t portion : {1U, 2U, 3U, 7U, 1000U}) {
            INFO(row.why << ", " << portion << " bytes at a time");
            CHECK(rowsOf(row.bytes, BatchFormat::Csv, portion) == row.rows);
        }
}

TEST_CASE("JSON Lines are cut at line ends alone") {
    CHECK(rowsOf("{\"a\": \"\\\"\"}\n{\"b\": \"}\n\n{}", BatchFormat::JsonLines, 3) ==
          std::vector<std::string>{"{\"a\": \"\\\"\"}\n", "{\"b\": \"}\n", "\n", "{}"});
}

TEST_CASE("a row that never ends is told as too long, and more bytes are not asked for") {
    const std::string endless(limits::BatchRow + 100, 'x');
    for (const BatchFormat format : {BatchFormat::Csv, BatchFormat::JsonLines}) {
        const auto cut = cutRow(endless, false, format);
        REQUIRE(cut);
        CHECK(cut->tooLong);
        CHECK(cut->size == limits::BatchRow + 1);
    }
    CHECK_FALSE(cutRow(endless.substr(0, limits::BatchRow), false, BatchFormat::Csv));
    CHECK_FALSE(cutRow(endless.substr(0, limits::BatchRow), true, BatchFormat::Csv)->tooLong);
}

TEST_CASE("a quote that is closed nowhere within a row's length costs its own line") {
    const std::string text = "a,\"b\n" + std::string(limits::BatchRow, 'x') + "\"\n";
    const auto cut = cutRow(text, false, BatchFormat::Csv);
    REQUIRE(cut);
    CHECK(*cut == RowCut{5, 1, false});
}

TEST_CASE("fields lose their quotes and keep all else") {
    CHECK(texts("a,b,c\r\n") == std::vector<std::string>{"a", "b", "c"});
    CHECK(texts(" a ,,\"\"\n") == std::vector<std::string>{" a ", "", ""});
    CHECK(texts("\"a,b\",\"c\"\"d\",\"\"\"\"") == std::vector<std::string>{"a,b", "c\"d", "\""});
    CHECK(texts("\"a\nb\",c") == std::vector<std::string>{"a\nb", "c"});
    CHECK(texts("") == std::vector<std::string>{""});
    CHECK(texts("a,") == std::vector<std::string>{"a", ""});
}

TEST_CASE("each field knows its line and its column in characters") {
    const auto fields = csvFields("田中,\"a\nあb\",c\n");
    REQUIRE(fields);
    CHECK(*fields == std::vector<CsvField>{{"田中", 1, 1}, {"a\nあb", 1, 4}, {"c", 2, 5}});
}

TEST_CASE("quotes at fault are told with their place") {
    const auto place = [](const char* row) {
        const auto fields = csvFields(row);
        REQUIRE(fields.problems.size() == 1);
        const Problem& problem = fields.problems[0];
        return problem.code + " " + std::to_string(problem.place.line) + ":" + std::to_string(problem.place.column);
    };
    CHECK(place("a,\"b\n") == "batch-quote-open 1:3");
    CHECK(place("a,\"b\"c\n") == "batch-quote-inside 1:6");
    CHECK(place("a,b\"c\n") == "batch-quote-inside 1:4");
    CHECK(place("a,b \"c\"") == "batch-quote-inside 1:5");
}
