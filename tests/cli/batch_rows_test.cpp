#include "cli/batch_rows.h"

#include "base/limits.h"
#include "support/catch.h"
#include "words/words.h"

#include <string>

using namespace yomikae;
using namespace yomikae::cli;

namespace {

const RowPlace SecondLine{0, 100, 2, 1};

BatchShape csv(std::vector<std::string> columns) {
    return {"list.csv", BatchFormat::Csv, std::move(columns)};
}

const BatchShape Json{"list.jsonl", BatchFormat::JsonLines, {}};

std::string said(const Problem& problem) {
    return say(problem, Language::English);
}

std::string headerProblem(const char* header) {
    const auto columns = readColumns(header, "list.csv", 1);
    REQUIRE(columns.problems.size() == 1);
    return columns.problems[0].code + " " + std::to_string(columns.problems[0].place.column);
}

} // namespace

TEST_CASE("the ending of its name says what a batch file holds") {
    CHECK(batchFormatOf("a/list.csv") == BatchFormat::Csv);
    CHECK(batchFormatOf("LIST.CSV") == BatchFormat::Csv);
    CHECK(batchFormatOf("list.jsonl") == BatchFormat::JsonLines);
    CHECK(batchFormatOf("list.ndjson") == BatchFormat::JsonLines);
    CHECK_FALSE(batchFormatOf("list.json"));
    CHECK_FALSE(batchFormatOf("csv"));
}

TEST_CASE("the header names the columns, in any order, folded") {
    const auto columns = readColumns("mail_address, id ,ｐｏｐ_server,answers.initial_domain\r\n", "list.csv", 1);
    REQUIRE(columns);
    CHECK(*columns.value == std::vector<std::string>{"mail_address", "id", "pop_server", "answers.initial_domain"});
}

TEST_CASE("what is wrong with a header is told at its column") {
    CHECK(headerProblem("mail_address,mail_pasword") == "batch-column-near 14");
    CHECK(headerProblem("mail_address,id,id") == "batch-column-twice 17");
    CHECK(headerProblem("id,pop_server") == "batch-column-missing 1");
    CHECK(headerProblem("mail_address,") == "batch-column 14");
    CHECK(headerProblem("") == "batch-no-header 1");
    CHECK(headerProblem("mail_address,\"id") == "batch-quote-open 14");
    CHECK(headerProblem("id;mail_address;mail_password\r\n") == "batch-semicolons 1");
    CHECK(headerProblem("id\tmail_address\tmail_password\r\n") == "batch-tabs 1");
    CHECK(headerProblem("taro@agate.plala.or.jp;himitsu") == "batch-no-header 1");
    const auto near = readColumns("mail_adress", "list.csv", 1);
    CHECK(said(near.problems.at(0))
              .find("list.csv:1:1: There is no column \"mail_adress\". Did you mean \"mail_address\"?") == 0);
    const auto unknown = readColumns("mail_address,phone", "list.csv", 1);
    CHECK(said(unknown.problems.at(0)).find("list.csv:1:14: There is no column \"phone\". Allowed: id, ") == 0);
    CHECK(said(unknown.problems.at(0)).find("mail_password, pop_server") != std::string::npos);
    CHECK(said(unknown.problems.at(0)).find("outgoing_security, answers.….") != std::string::npos); // all of them
}

TEST_CASE("a first line that is a row already is not repeated in the message") {
    const auto columns = readColumns("taro@agate.plala.or.jp,himitsu\n", "list.csv", 1);
    REQUIRE(columns.problems.size() == 1);
    CHECK(columns.problems[0].code == "batch-no-header");
    CHECK(said(columns.problems[0]).find("himitsu") == std::string::npos);
}

TEST_CASE("a row of a table becomes a certificate") {
    const auto row = readRow(
        "7,taro@agate.plala.or.jp,\"hi,\"\"\\mitsu\",agate.mail.plala.or.jp, １１０ ,tls,taro-mail\r\n", SecondLine,
        csv({"id", "mail_address", "mail_password", "pop_server", "pop_port", "incoming_security",
             "answers.initial_domain"}));
    REQUIRE(row.read);
    const Certificate& certificate = row.read->certificate;
    CHECK(row.id == "7");
    CHECK(certificate.mailAddress == "taro@agate.plala.or.jp");
    CHECK(certificate.mailPassword.struckOut("<hi,\"\\mitsu>") == "<****>");
    CHECK(certificate.popServer == "agate.mail.plala.or.jp");
    CHECK(certificate.popPort == 110);
    CHECK(certificate.incomingSecurity == Security::ImplicitTls);
    CHECK(certificate.answers.at("initial_domain") == "taro-mail");
}

TEST_CASE("empty cells, and those that are missing at the end, are not given") {
    const auto row =
        readRow("taro@agate.plala.or.jp,\n", SecondLine, csv({"mail_address", "pop_port", "mail_password"}));
    REQUIRE(row.read);
    CHECK_FALSE(row.read->certificate.popPort);
    CHECK(row.read->certificate.mailPassword.empty());
}

TEST_CASE("Shift_JIS and UTF-8 with a mark are read alike") {
    const BatchShape shape = csv({"id", "mail_address"});
    CHECK(readRow("\x93\x63\x92\x86,taro@agate.plala.or.jp\r\n", SecondLine, shape).id == "田中");
    CHECK(readRow("田中,taro@agate.plala.or.jp\r\n", SecondLine, shape).id == "田中");
}

TEST_CASE("every fault of a row is told at file, line and column") {
    const auto row = readRow("taro@agate,evil host,70000,abc\n", {0, 31, 5, 4},
                             csv({"mail_address", "pop_server", "pop_port", "smtp_port"}));
    REQUIRE(row.read.problems.size() == 4);
    CHECK_FALSE(row.read);
    CHECK(said(row.read.problems[0]).find("list.csv:5:28: /smtp_port: abc cannot be used here.") == 0);
    CHECK(said(row.read.problems[1]).find("list.csv:5:1: /mail_address: \"taro@agate\"") == 0);
    CHECK(said(row.read.problems[2]).find("list.csv:5:12: /pop_server: \"evil host\"") == 0);
    CHECK(said(row.read.problems[3]).find("list.csv:5:22: /pop_port: 70000 cannot be used here.") == 0);
}

TEST_CASE("a row with too many values says how many, and not which") {
    const auto row = readRow("taro@agate.plala.or.jp,hi,mitsu\n", SecondLine, csv({"mail_address", "mail_password"}));
    REQUIRE(row.read.problems.size() == 1);
    CHECK(row.read.problems[0].code == "batch-fields");
    CHECK(row.read.problems[0].place.column == 27);
    CHECK(said(row.read.problems[0]).find("mitsu") == std::string::npos);
}

TEST_CASE("a line of JSON is a certificate with an id beside it") {
    const auto row = readRow("{\"id\": \"A-7\", \"mail_address\": \"taro@agate.plala.or.jp\"}\n", SecondLine, Json);
    REQUIRE(row.read);
    CHECK(row.id == "A-7");
    CHECK(readRow("{\"id\": 12, \"mail_address\": \"taro@agate.plala.or.jp\"}", SecondLine, Json).id == "12");
    const auto wrong = readRow("{\"id\": [], \"mail_address\": \"taro@agate.plala.or.jp\"}", SecondLine, Json);
    REQUIRE(wrong.read.problems.size() == 1);
    CHECK(said(wrong.read.problems[0]).find("list.jsonl:2:8: /id: ") == 0);
}

TEST_CASE("a faulty line of JSON is told with its line in the file") {
    const auto row = readRow("{\"mail_adress\": \"x\"}\n", {0, 20, 41, 40}, Json);
    REQUIRE(row.read.problems.size() == 1);
    CHECK(said(row.read.problems[0]).find("list.jsonl:41:2: ") == 0);
    CHECK(row.read.problems[0].found == "mail_adress");
}

TEST_CASE("JSON with a slip behind the password does not repeat the password") {
    for (const char* line : {"{\"mail_password\": \"x\"himitsu\", \"mail_address\": \"a@b.jp\"}",
                             "{\"mail_password\": himitsu}", "{\"mail_password\": \"himitsu", "[\"himitsu\"]",
                             "{\"mail_password\": [\"himitsu\"], \"mail_address\": \"taro@agate.plala.or.jp\"}"}) {
        INFO(line);
        const auto row = readRow(line, SecondLine, Json);
        REQUIRE_FALSE(row.read.problems.empty());
        for (const Problem& problem : row.read.problems)
            CHECK(said(problem).find("himitsu") == std::string::npos);
    }
}

TEST_CASE("a row's key changes with every value but the password") {
    const BatchShape shape = csv({"id", "mail_address", "mail_password", "pop_port"});
    const auto key = [&](const char* bytes) { return readRow(bytes, SecondLine, shape).key; };
    const std::string same = key("1,taro@agate.plala.or.jp,himitsu,110\n");
    CHECK(same.size() == 16);
    CHECK(key("1,taro@agate.plala.or.jp,other,110\n") == same);
    CHECK(key("1,taro@agate.plala.or.jp,,110") == same);
    CHECK(key("2,taro@agate.plala.or.jp,himitsu,110\n") != same);
    CHECK(key("1,jiro@agate.plala.or.jp,himitsu,110\n") != same);
    CHECK(key("1,taro@agate.plala.or.jp,himitsu,995\n") != same);
    CHECK(key("1,taro@agate,himitsu,110\n") != same);
    CHECK(key("1,taro@agate,himitsu,110\n") == key("1,taro@agate,other,110\n"));
}

TEST_CASE("a row that is longer than a row can be is faulty and says the limit") {
    const auto row = tooLongRow(SecondLine, Json);
    CHECK_FALSE(row.read);
    CHECK(said(row.read.problems.at(0)).find("list.jsonl:2: ") == 0);
    CHECK(said(row.read.problems.at(0)).find(std::to_string(limits::BatchRow)) != std::string::npos);
}
