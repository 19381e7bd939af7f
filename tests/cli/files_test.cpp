#include "cli/files.h"

#include "support/catch.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <string>

using namespace yomikae;
using namespace yomikae::cli;

namespace {

struct Folder {
    QTemporaryDir dir;
    std::string path(const char* name) const { return dir.filePath(QString::fromUtf8(name)).toStdString(); }
    void write(const char* name, const QByteArray& bytes) const {
        QFile file(QString::fromStdString(path(name)));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    QByteArray read(const char* name) const {
        QFile file(QString::fromStdString(path(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
    }
};

std::string onlyCode(const std::vector<Problem>& problems) {
    return problems.size() == 1 ? problems[0].code : std::to_string(problems.size()) + " problems";
}

} // namespace

TEST_CASE("a file is read whole up to its limit, one byte more is too large") {
    const Folder folder;
    folder.write("a", "12345");
    CHECK(*readInput(folder.path("a"), 5) == "12345");
    const auto larger = readInput(folder.path("a"), 4);
    REQUIRE(onlyCode(larger.problems) == "file-too-large");
    CHECK(larger.problems[0].found == "5");
    CHECK(larger.problems[0].allowed == "4");
}

TEST_CASE("what is no file says what it is") {
    const Folder folder;
    CHECK(onlyCode(readInput(folder.path("none"), 9).problems) == "file-not-found");
    CHECK(onlyCode(readInput(folder.dir.path().toStdString(), 9).problems) == "file-is-folder");
    CHECK(onlyCode(readInput("/dev/zero", 9).problems) == "file-too-large");
}

TEST_CASE("writing replaces a file whole") {
    const Folder folder;
    folder.write("a", "old");
    CHECK(writeOutput(folder.path("a"), "new text").empty());
    CHECK(folder.read("a") == "new text");
}

TEST_CASE("a file that cannot be written keeps what was there") {
    const Folder folder;
    CHECK(onlyCode(writeOutput(folder.path("no/such/folder"), "x")) == "file-unwritable");
    CHECK(onlyCode(writeOutput(folder.dir.path().toStdString(), "x")) == "file-is-folder");
    CHECK(onlyCode(writeOutput("/dev/full", "x")) == "file-unwritable");
}

TEST_CASE("nothing is written through a link to another file") {
    const Folder folder;
    folder.write("theirs", "theirs");
    REQUIRE(QFile::link(QString::fromStdString(folder.path("theirs")), QString::fromStdString(folder.path("link"))));
    CHECK(onlyCode(writeOutput(folder.path("link"), "x")) == "file-is-link");
    CHECK(folder.read("theirs") == "theirs");
}

TEST_CASE("a sheet with a password is its owner's alone") {
    const Folder folder;
    CHECK(writeOutput(folder.path("a"), "x", true).empty());
    const auto permissions = QFileInfo(QString::fromStdString(folder.path("a"))).permissions();
    CHECK((permissions &
           (QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup | QFileDevice::WriteOther)) == 0);
}

TEST_CASE("a folder of profiles gives regular files only, templates marked, the schema left out") {
    const Folder folder;
    QDir(folder.dir.path()).mkpath("templates");
    QDir(folder.dir.path()).mkpath("folder.json");
    folder.write("a.json", "{}");
    folder.write("b.txt", "{}");
    folder.write("profile.schema.json", "{}");
    folder.write("templates/t.json", "{}");
    std::vector<Problem> problems;
    const auto texts = profileTexts(folder.dir.path().toStdString(), problems);
    REQUIRE(texts.size() == 2);
    CHECK_FALSE(texts[0].isTemplate);
    CHECK(texts[1].isTemplate);
    CHECK(onlyCode(problems) == "file-not-regular");
}

TEST_CASE("the profiles of the source tree are in force and without a fault") {
    int argc = 1;
    char program[] = "cli_test";
    char* argv[] = {program, nullptr};
    const QCoreApplication application(argc, argv);
    const ReadCatalog read = profilesInForce({});
    CHECK(read.catalog.byId("plala") != nullptr);
    for (const Problem& problem : read.problems)
        CHECK(problem.warning);
}

TEST_CASE("a folder that is not there is told, and no other profiles take its place") {
    const ReadCatalog read = profilesInForce("/no/such/folder");
    CHECK(read.catalog.profiles().empty());
    CHECK(onlyCode(read.problems) == "file-not-found");
}
