// check --batch as a help desk uses it: the built program, files, the practice provider on loopback.
#include "program.h"
#include "support/catch.h"

#include <QElapsedTimer>
#include <QThread>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <csignal>
#include <map>
#include <string>
#include <vector>

using namespace yomikae;
using test::Practice;
using test::Ran;
using test::Workplace;
using Json = nlohmann::ordered_json;

namespace {

constexpr const char* Password = "renshu7436";
constexpr const char* Header = "id,mail_address,mail_password\r\n";

std::vector<Json> lines(const std::string& text) {
    std::vector<Json> all;
    std::size_t at = 0;
    for (std::size_t end = text.find('\n'); end != std::string::npos; at = end + 1, end = text.find('\n', at)) {
        const std::string line = text.substr(at, end - at);
        REQUIRE(Json::accept(line));
        all.push_back(Json::parse(line));
    }
    CHECK(at == text.size()); // every line has its end
    return all;
}

/// By row; each row once.
std::map<int, Json> byRow(const std::string& text) {
    std::map<int, Json> rows;
    for (const Json& line : lines(text))
        CHECK(rows.emplace(line["row"].get<int>(), line).second);
    return rows;
}

QByteArray rowOf(const char* id, const char* local, const char* password = Password) {
    return QByteArray(id) + ',' + local + "@renshu.example," + password + "\r\n";
}

QStringList batch(const Practice& practice, const char* file, const QStringList& more = {}) {
    return QStringList{"check", "--batch", file} + practice.checkArguments().mid(2) + more;
}

int refusedIn(const std::map<int, Json>& rows) {
    int refused = 0;
    for (const auto& [row, line] : rows)
        refused += line["logins_refused"].get<int>();
    return refused;
}

bool waitForLine(const Workplace& place, const char* file) {
    QElapsedTimer since;
    since.start();
    while (since.elapsed() < 30'000 && !place.read(file).contains('\n'))
        QThread::msleep(20);
    return place.read(file).contains('\n');
}

} // namespace

TEST_CASE("a table is checked row by row, and a faulty row in the middle stops nothing") {
    const Workplace place;
    const Practice practice(place, "modern");
    place.write("list.csv", Header + rowOf("A", "taro") + "B,taro@renshu,himitsu-B\r\n" + rowOf("C", "jiro", "") +
                                "D,\"taro@renshu.example\n" + rowOf("E", "taro"));
    const Ran ran = place.run(batch(practice, "list.csv", {"--json-lines"}));
    CHECK(ran.status == 1);
    // no terminal, no progress
    CHECK(ran.err.find("5 行を終えました(はい 3、いいえ 0、使えない行 2、前に済んでいた行 0、毎秒 ") == 0);
    CHECK(std::count(ran.err.begin(), ran.err.end(), '\n') == 1);
    const auto rows = byRow(ran.out);
    REQUIRE(rows.size() == 5);
    CHECK(rows.at(1)["id"] == "A");
    CHECK(rows.at(1)["answer"] == "yes");
    CHECK(rows.at(1)["verdict"] == "works");
    CHECK(rows.at(1)["incoming"]["proven"] == "login");
    CHECK(rows.at(1)["attempts"].size() >= 2);
    CHECK(rows.at(2)["answer"] == "faulty");
    CHECK(rows.at(2)["error"][0]["line"] == 3);
    CHECK(rows.at(2)["error"][0]["column"] == 3);
    CHECK(rows.at(2)["error"][0]["found"] == "taro@renshu");
    CHECK(rows.at(2)["error"][0]["allowed"] == "taro@agate.plala.or.jp");
    CHECK(rows.at(3)["verdict"] == "reachable");
    CHECK(rows.at(4)["error"][0]["code"] == "batch-quote-open");
    CHECK(rows.at(5)["verdict"] == "works");
    CHECK(rows.at(5)["line"] == 6);
    for (const char* secret : {Password, "cmVuc2h1NzQzNg", "himitsu-B"})
        CHECK(ran.out.find(secret) == std::string::npos);
}

TEST_CASE("JSON Lines give the same, and all rows answered with yes give 0") {
    const Workplace place;
    const Practice practice(place, "modern");
    Json certificate = {{"mail_address", "taro@renshu.example"}, {"mail_password", Password}};
    std::string text = certificate.dump() + "\n\n";
    certificate["id"] = 17;
    text += certificate.dump();
    place.write("list.jsonl", QByteArray::fromStdString(text));
    const Ran ran = place.run(batch(practice, "list.jsonl", {"--json-lines", "--jobs", "2"}));
    CHECK(ran.status == 0);
    const auto rows = byRow(ran.out);
    REQUIRE(rows.size() == 2);
    CHECK_FALSE(rows.at(1).contains("id"));
    CHECK(rows.at(2)["id"] == "17");
    CHECK(rows.at(2)["line"] == 3);
    CHECK(rows.at(2)["verdict"] == "works");
}

TEST_CASE("without --json-lines each row is one line for people") {
    const Workplace place;
    const Practice practice(place, "modern");
    place.write("list.csv", Header + rowOf("A-1", "taro") + "B-2,nobody,x\r\n");
    const Ran en = place.run(batch(practice, "list.csv", {"--lang", "en"}));
    CHECK(en.status == 1);
    CHECK(std::count(en.out.begin(), en.out.end(), '\n') == 2);
    CHECK(en.out.find("1      A-1  taro@renshu.example") != std::string::npos);
    CHECK(en.out.find("Renshu Net (practice)") != std::string::npos);
    CHECK(en.out.find("2      B-2  list.csv:3:5: /mail_address: \"nobody\" is not a mail address.") !=
          std::string::npos);
    CHECK(place.run(batch(practice, "list.csv", {"--lang", "ja"})).out.find("れんしゅうネット") != std::string::npos);
}

TEST_CASE("results are kept in a file, and rows that it holds are not done again") {
    const Workplace place;
    const Practice practice(place, "modern");
    const QByteArray faulty = "B,nobody,x\r\n";
    place.write("list.csv", Header + rowOf("A", "taro") + faulty);
    const QStringList arguments = batch(practice, "list.csv", {"--out", "out.jsonl", "--lang", "en"});
    CHECK(place.run(arguments).status == 1);
    const QByteArray first = place.read("out.jsonl");
    CHECK(byRow(first.toStdString()).size() == 2);
    CHECK_FALSE(first.contains(Password));
    const Ran again = place.run(arguments);
    CHECK(again.status == 1); // the faulty row is still one
    CHECK(again.out == "");
    CHECK(place.read("out.jsonl") == first);

    place.write("list.csv", Header + rowOf("A", "taro") + rowOf("B", "taro") + rowOf("C", "taro"));
    const Ran more = place.run(arguments + QStringList{"--json-lines"});
    CHECK(more.status == 0);
    const auto rows = byRow(more.out);
    CHECK(rows.size() == 2);
    CHECK(rows.count(1) == 0);
    CHECK(place.read("out.jsonl") == first + QByteArray::fromStdString(more.out));
    CHECK(place.files().filter("lock").isEmpty());
}

TEST_CASE("a row that is put before others makes none of them log in again, and equal rows each have a result") {
    const Workplace place;
    const Practice practice(place, "modern");
    const QByteArray twin = rowOf("B", "taro");
    place.write("list.csv", Header + rowOf("A", "taro") + twin + twin + "C,nobody,x\r\n");
    const QStringList arguments = batch(practice, "list.csv", {"--out", "out.jsonl", "--json-lines"});
    CHECK(lines(place.run(arguments).out).size() == 4);
    const QByteArray first = place.read("out.jsonl");
    place.write("list.csv", Header + rowOf("new", "taro") + twin + rowOf("A", "taro") + twin + "C,nobody,x\r\n" + twin);
    const auto added = byRow(place.run(arguments).out);
    REQUIRE(added.size() == 2);
    CHECK(added.at(1)["id"] == "new");
    CHECK(added.at(6)["id"] == "B");
    CHECK(place.read("out.jsonl").startsWith(first));
    CHECK(place.run(arguments).out == "");
}

TEST_CASE("a batch that was killed goes on where it was") {
    const Workplace place;
    const Practice practice(place, "op25b"); // its silent port holds a row for two seconds
    place.write("list.csv", Header + rowOf("A", "taro") + rowOf("B", "jiro", "") + "C,x,y\r\n" +
                                rowOf("D", "saburo", "") + rowOf("E", "shiro", "") + rowOf("F", "goro", ""));
    const QStringList arguments = batch(practice, "list.csv", {"--out", "out.jsonl"});
    const Ran killed = place.watch(arguments, [&](QProcess& running) {
        // the faulty row is there at once; then until rows with a run are
        CHECK(waitForLine(place, "out.jsonl"));
        QThread::msleep(2'500);
        running.kill();
        running.waitForFinished();
    });
    CHECK(killed.status == -1);
    QByteArray half = place.read("out.jsonl");
    CHECK(half.count('\n') >= 1);
    CHECK(half.count('\n') < 6);
    place.write("out.jsonl", half + "{\"row\":6,\"key\":\"12"); // as a computer that went off leaves it
    CHECK(place.run(arguments).status == 1);
    const QByteArray whole = place.read("out.jsonl");
    CHECK(whole.startsWith(half));
    CHECK(byRow(whole.toStdString()).size() == 6);
}

TEST_CASE("two rows of one account send at most two wrong passwords, one after another") {
    const Workplace place;
    const Practice practice(place, "wrong-password");
    place.write("list.csv", Header + rowOf("A", "taro", "machigai-1") + rowOf("B", "taro", "machigai-2") +
                                rowOf("C", "TARO", "machigai-3"));
    const Ran ran = place.run(batch(practice, "list.csv", {"--json-lines", "--jobs", "8"}));
    CHECK(ran.status == 1);
    const auto rows = byRow(ran.out);
    REQUIRE(rows.size() == 3);
    CHECK(refusedIn(rows) == 2);
    CHECK(ran.out.find("machigai") == std::string::npos);
    int rejected = 0;
    for (const auto& [row, line] : rows)
        for (const Json& attempt : line["attempts"])
            rejected += attempt["outcome"] == "auth-rejected";
    CHECK(rejected == 2);
}

TEST_CASE("Ctrl-C ends a batch within half a second; what is complete stays, the rest comes later") {
    const Workplace place;
    const Practice practice(place, "op25b");
    QByteArray list = QByteArray(Header) + "0,x,y\r\n";
    for (const char* id : {"1", "2", "3", "4", "5", "6"})
        list += rowOf(id, (QByteArray("taro") + id).constData(), "");
    place.write("list.csv", list);
    const QStringList arguments = batch(practice, "list.csv", {"--out", "out.jsonl", "--jobs", "2"});
    QElapsedTimer since;
    const Ran ran = place.watch(arguments, [&](QProcess& running) {
        CHECK(waitForLine(place, "out.jsonl"));
        QThread::msleep(600); // rows are under way
        since.start();
        ::kill(static_cast<pid_t>(running.processId()), SIGINT);
        running.waitForFinished(5'000);
        CHECK(since.elapsed() < 500);
    });
    CHECK(ran.status == 3);
    const QByteArray half = place.read("out.jsonl");
    CHECK(byRow(half.toStdString()).size() < 7);
    CHECK_FALSE(half.contains("cancelled"));
    CHECK(place.files().filter("lock").isEmpty());
}

TEST_CASE("thousands of faulty rows all have their result") {
    const Workplace place;
    QByteArray list = "mail_address,pop_port\n";
    for (int i = 0; i < 5000; ++i)
        list += "taro" + QByteArray::number(i) + ",0\n";
    place.write("list.csv", list);
    const Ran ran = place.run({"check", "--batch", "list.csv", "--offline", "--json-lines"});
    CHECK(ran.status == 1);
    const auto rows = byRow(ran.out);
    CHECK(rows.size() == 5000);
    CHECK(rows.at(5000)["error"].size() == 2);
    CHECK(rows.at(5000)["error"][0]["line"] == 5001);
}

TEST_CASE("rows whose domain is asked first have their result all the same") {
    const Workplace place;
    place.write("list.csv", "id,mail_address,pop_server\n1,a@one.example,127.0.0.5\n2,b@one.example,127.0.0.5\n"
                            "3,c@two.example,127.0.0.6\n4,d@one.example,127.0.0.5\n");
    // in a network of its own, where nobody answers
    const Ran ran =
        place.shell("unshare -rn true || exit 77; unshare -rn \"$cli\" check --batch list.csv --json-lines");
    if (ran.status == 77) {
        WARN("not tested: this user may not make a network namespace");
        return;
    }
    CHECK(ran.status == 1);
    const auto rows = byRow(ran.out);
    REQUIRE(rows.size() == 4);
    for (const auto& [row, line] : rows) {
        CHECK(line["verdict"] == "network-down");
        CHECK(line["answer"] == "later");
    }
}

TEST_CASE("slips about a batch are told with what is allowed") {
    const Workplace place;
    place.write("list.csv", "mail_address\ntaro@agate.plala.or.jp\n");
    place.write("bad.csv", "mail_address,phone\n");
    place.write("other.jsonl", "{\"format\": 1}\n");
    const auto said = [&](const QStringList& arguments) {
        const Ran ran = place.run(QStringList{"check", "--lang", "en"} + arguments);
        CHECK(ran.status == 2);
        CHECK(ran.out == "");
        return ran.err.substr(0, ran.err.find('\n'));
    };
    CHECK(said({"--batch", "list.csv", "--jobs", "65"}) == "\"65\" cannot be used for --jobs. Allowed: 1 - 64.");
    CHECK(said({"--batch", "list.csv", "--jobs", "0"}) == "\"0\" cannot be used for --jobs. Allowed: 1 - 64.");
    CHECK(said({"--batch", "list.csv", "--jobs", "x"}) == "\"x\" cannot be used for --jobs. Allowed: 1 - 64.");
    CHECK(said({"--batch", "list.csv", "x.json"}).find("--batch and \"x.json\" cannot be used together.") == 0);
    CHECK(said({"--batch", "list.csv", "--password-file", "p"}).find("--password-file cannot be used with --batch") ==
          0);
    CHECK(said({"list.csv", "--jobs", "2"}) == "--jobs goes with --batch only.");
    CHECK(said({"--batch", "bad.csv"}).find("bad.csv:1:14: There is no column \"phone\". Allowed: id,") == 0);
    place.write("header.csv", "mail_address\r\n\r\n");
    place.write("empty.jsonl", "\n");
    CHECK(said({"--batch", "header.csv"}) == "header.csv: There are no rows after the first line of \"header.csv\".");
    CHECK(said({"--batch", "empty.jsonl"}) == "empty.jsonl: There are no rows in \"empty.jsonl\".");
    CHECK(said({"--batch", "none.csv"}) == "none.csv: \"none.csv\" was not found. Check its name and place.");
    CHECK(said({"--batch", "list.txt"}).find("Hand over a file whose name ends in .csv, .jsonl.") != std::string::npos);
    CHECK(said({"--batch", "list.csv", "--out", "other.jsonl"}).find("does not seem to hold results") !=
          std::string::npos);
    CHECK(place.read("other.jsonl") == "{\"format\": 1}\n");
}

TEST_CASE("a pipe that is closed ends a batch") {
    const Workplace place;
    QByteArray list = "mail_address\n";
    for (int i = 0; i < 20'000; ++i)
        list += "x\n";
    place.write("list.csv", list);
    const Ran ran = place.shell("\"$cli\" check --batch list.csv --offline --lang en | head -1; echo ${PIPESTATUS[0]}");
    CHECK(ran.out.substr(ran.out.find('\n') + 1) == "3\n");
}
