// yomikae-cli profiles as a maintainer runs it: files that change, files that stay, exit statuses.
#include "program.h"
#include "support/catch.h"
#include "support/files.h"

#include <QDate>
#include <QDir>
#include <QFile>

#include <nlohmann/json.hpp>

using namespace yomikae;
using test::Practice;
using test::Ran;
using test::Workplace;
using Json = nlohmann::ordered_json;

namespace {

const std::string Confirmed = "tests/profiles/confirmations/providers/";

void writeProfiles(const Workplace& place) {
    for (const char* id : {"lines", "rows"})
        place.write(("providers/" + std::string(id) + ".json").c_str(),
                    QByteArray::fromStdString(test::sourceFile(Confirmed + id + ".json")));
}

/// A confirmation of rows' SMTP server; `change` is replaced by `to`.
QByteArray confirmation(const char* change = "rows", const char* to = "rows") {
    QByteArray text =
        R"({ "format": 1, "program": "yomikae 0.1.0", "date": "2026-01-02", "provider": "rows", "proven": [
  { "protocol": "smtp", "host": "smtp.rows.example", "port": 465, "security": "tls", "mechanism": "PLAIN", "username": "${address}" }] })";
    return text.replace(change, to);
}

} // namespace

TEST_CASE("a confirmation changes its profile and no other file, and the profile is still good") {
    Workplace place;
    writeProfiles(place);
    place.write("c.json", confirmation());
    const QByteArray other = place.read("providers/lines.json");
    const Ran ran = place.run({"profiles", "confirm", "c.json", "--profiles", "providers", "--lang", "en"});
    CHECK(ran.status == 0);
    CHECK(ran.err == "providers/rows.json: smtp smtp.rows.example:465 has a newer proof now (2026-01-02).\n");
    CHECK(place.read("providers/rows.json").contains("\"proven_on\": \"2026-01-02\""));
    CHECK(place.read("providers/lines.json") == other);
    CHECK(place.run({"profiles", "check", "providers"}).status == 0);
}

TEST_CASE("one confirmation that does not fit: all faults are said and nothing is written") {
    Workplace place;
    writeProfiles(place);
    place.write("good.json", confirmation());
    place.write("port.json", confirmation("465", "466"));
    place.write("who.json", confirmation("\"rows\"", "\"nobody\""));
    const QByteArray before = place.read("providers/rows.json");
    const Ran ran = place.run(
        {"profiles", "confirm", "good.json", "port.json", "who.json", "--profiles", "providers", "--lang", "en"});
    CHECK(ran.status == 1);
    CHECK(ran.err.find("port.json:2:3: /proven/0: \"providers/rows.json\" has no smtp smtp.rows.example:466 tls.") !=
          std::string::npos);
    CHECK(ran.err.find("who.json:1:78: /provider: There is no profile \"nobody\"") != std::string::npos);
    CHECK(ran.err.find("Because of these faults nothing was changed.") != std::string::npos);
    CHECK(place.read("providers/rows.json") == before);
}

TEST_CASE("confirm without a file, with one that is not there, or with no folder of profiles, changes nothing") {
    Workplace place;
    writeProfiles(place);
    place.write("c.json", confirmation());
    CHECK(place.run({"profiles", "confirm"}).status == 2);
    CHECK(place.run({"profiles", "confirm", "gone.json", "--profiles", "providers"}).status == 2);
    CHECK(place.run({"profiles", "confirm", "c.json", "--profiles", "nowhere"}).status == 2);
    REQUIRE(QFile::remove(place.path("providers/rows.json")));
    REQUIRE(QFile::link("../elsewhere.json", place.path("providers/rows.json")));
    place.write("elsewhere.json", QByteArray::fromStdString(test::sourceFile(Confirmed + "rows.json")));
    const QByteArray before = place.read("elsewhere.json");
    CHECK(place.run({"profiles", "confirm", "c.json", "--profiles", "providers"}).status == 2);
    CHECK(place.read("elsewhere.json") == before); // never through a link
}

TEST_CASE("a run that proved something saves what it proved, and that raises the evidence of the practice profile") {
    Workplace place;
    Practice practice(place, "modern");
    const Ran ran =
        place.run(practice.checkArguments() + QStringList{"--save-confirmation", "confirmation.json", "--lang", "en"});
    INFO(ran.err);
    CHECK(ran.status == 0);
    const QByteArray saved = place.read("confirmation.json");
    CHECK(QString::fromStdString(ran.err).contains(QString::fromUtf8(saved))); // all that is in it was shown
    for (const char* personal : {"taro", "renshu7436", "127.0.0.1"})
        CHECK_FALSE(saved.contains(personal));
    const Json json = Json::parse(saved.toStdString());
    CHECK(json["proven"].size() == 2);
    CHECK(json["date"] == QDate::currentDate().toString(Qt::ISODate).toStdString());
    const QString folder = practice.file("profiles");
    const Ran confirmed = place.run({"profiles", "confirm", "confirmation.json", "--profiles", folder, "--lang", "en"});
    INFO(confirmed.err);
    CHECK(confirmed.status == 0);
    const Ran report = place.run({"profiles", "report", folder, "--json"});
    REQUIRE(report.status == 0);
    CHECK(Json::parse(report.out)["sums"]["proven"] == 2);
}

TEST_CASE("a run that proved nothing saves nothing and says why") {
    Workplace place;
    Practice practice(place, "wrong-password");
    const Ran ran =
        place.run(practice.checkArguments() + QStringList{"--save-confirmation", "confirmation.json", "--lang", "en"});
    CHECK(ran.status == 1);
    CHECK(ran.err.find("No confirmation was saved.") != std::string::npos);
    CHECK(place.read("confirmation.json") == "(none)");
}

TEST_CASE("a confirmation that could not be written is refused before anything connects") {
    Workplace place;
    place.write("paper.json", R"({"format": 1, "mail_address": "taro@example.jp"})");
    QDir(place.path(".")).mkpath("folder");
    const Ran ran = place.run({"check", "paper.json", "--offline", "--no-login", "--save-confirmation", "folder"});
    CHECK(ran.status == 2);
    CHECK(ran.out.empty());
}

TEST_CASE("report: a table, a page, an object; and a file that cannot be read is a fault") {
    Workplace place;
    writeProfiles(place);
    const Ran table = place.run({"profiles", "report", "providers", "--lang", "en"});
    CHECK(table.status == 0);
    CHECK(table.out.find("2 providers, 6 endpoints (1 proven by a login), 1 sources") != std::string::npos);
    const Ran page = place.run({"profiles", "report", "providers", "--html", "report.html", "--lang", "en"});
    CHECK(page.status == 0);
    CHECK(page.out.empty());
    CHECK(place.read("report.html").startsWith("<!DOCTYPE html>"));
    const Json json = Json::parse(place.run({"profiles", "report", "providers", "--json"}).out);
    CHECK(json["providers"].size() == 2);
    CHECK(json["providers"][0]["id"] == "lines");
    CHECK(json["providers"][1]["outgoing"] == "proven");
    CHECK(place.run({"profiles", "report", "gone"}).status == 2);
}

TEST_CASE("import: a draft on standard output, or in a new file that bears the id, never over an old one") {
    Workplace place;
    place.write("c.xml", QByteArray::fromStdString(test::sourceFile("tests/discovery/drafts/several-domains.xml")));
    const Ran out = place.run({"profiles", "import", "c.xml", "--lang", "en"});
    CHECK(out.status == 0);
    CHECK(Json::parse(out.out)["id"] == "example");
    CHECK(out.err.find("What a person has to fill in now:") != std::string::npos);
    CHECK(place.run({"profiles", "import", "c.xml", "--to", "rei.json"}).status == 0);
    CHECK(place.run({"profiles", "check", "rei.json"}).status == 0);
    const Ran again = place.run({"profiles", "import", "c.xml", "--to", "rei.json", "--lang", "en"});
    CHECK(again.status == 2);
    CHECK(again.err == "rei.json: \"rei.json\" exists already and was left alone. Choose another name.\n");
    place.write("none.xml", "<clientConfig version='1.1'><emailProvider id='x.example'><domain>x.example</domain>"
                            "<incomingServer type='pop3'><hostname>a b</hostname><port>995</port>"
                            "<socketType>SSL</socketType></incomingServer></emailProvider></clientConfig>");
    const Ran none = place.run({"profiles", "import", "none.xml", "--lang", "en"});
    CHECK(none.status == 1);
    CHECK(none.err.find("No server could be used, so this draft is no profile yet.") != std::string::npos);
    place.write("page.xml", "<html></html>");
    CHECK(place.run({"profiles", "import", "page.xml"}).status == 2);
}

TEST_CASE("profiles check counts every file, those that cannot be read too") {
    Workplace place;
    writeProfiles(place);
    place.write("providers/bad.json", "{\"format\": 1}");
    REQUIRE(QFile::link("bad.json", place.path("providers/loop.json")));
    REQUIRE(QFile::link("gone", place.path("providers/gone.json")));
    const Ran ran = place.run({"profiles", "check", "providers", "--lang", "en"});
    CHECK(ran.status == 2);
    CHECK(ran.err.find("Files: 5, with faults: 3 (faults in all: ") != std::string::npos);
    const Ran gone = place.run({"profiles", "check", "nope", "--lang", "en"});
    CHECK(gone.status == 2);
    CHECK(gone.err == "nope: \"nope\" was not found. Check its name and place.\n");
}

TEST_CASE("profiles without a word, or with an unknown one, says what there is") {
    Workplace place;
    for (const QStringList& words : {QStringList{"profiles"}, QStringList{"profiles", "confrm"}}) {
        const Ran ran = place.run(words + QStringList{"--lang", "en"});
        CHECK(ran.status == 2);
        for (const char* command : {"profiles check", "profiles confirm", "profiles report", "profiles import"})
            CHECK(ran.err.find(command) != std::string::npos);
    }
    const Ran help = place.run({"profiles", "--help", "--lang", "en"});
    CHECK(help.status == 0);
    CHECK(help.out.find("profiles import config-v1.1.xml") != std::string::npos);
    for (const char* command : {"check", "confirm", "report", "import"})
        CHECK(place.run({"profiles", command, "--help"}).status == 0);
}
