// The mail apps of a data folder.
#include "net/mail_apps.h"

#include "support/catch.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace yomikae;

namespace {

void write(const QTemporaryDir& folder, const QString& name, const QByteArray& text) {
    REQUIRE(QDir(folder.path()).mkpath("resources/mailapps"));
    QFile file(folder.filePath("resources/mailapps/" + name));
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(text) == text.size());
}

QByteArray appCalled(const QByteArray& id) {
    return R"({"format":1,"id":")" + id + R"(","names":{"ja":"例","en":"Example"},"platforms":["windows"],)" +
           R"("state":"active","takes":{},"sources":[]})";
}

Result<std::vector<MailApp>> appsOf(const QTemporaryDir& folder) {
    const QByteArray before = qgetenv("YOMIKAE_DATA_DIR");
    qputenv("YOMIKAE_DATA_DIR", folder.path().toUtf8());
    auto apps = mailApps();
    before.isEmpty() ? qunsetenv("YOMIKAE_DATA_DIR") : qputenv("YOMIKAE_DATA_DIR", before);
    return apps;
}

} // namespace

TEST_CASE("mail apps are read by file name, and a bad file costs only its app") {
    const QTemporaryDir folder;
    write(folder, "two.json", appCalled("two"));
    write(folder, "one.json", appCalled("one"));
    write(folder, "bad.json", appCalled("other"));
    write(folder, "README.md", "no app");
    const auto apps = appsOf(folder);
    REQUIRE(apps->size() == 2);
    CHECK((*apps)[0].id == "one");
    CHECK((*apps)[1].id == "two");
    REQUIRE(apps.problems.size() == 1);
    CHECK(apps.problems[0].code == "profile-id-not-file");
    CHECK(apps.problems[0].place.file.ends_with("/resources/mailapps/bad.json"));
}

TEST_CASE("without a folder there are no mail apps, and nothing is wrong") {
    const QTemporaryDir folder;
    const auto apps = appsOf(folder);
    CHECK(apps->empty());
    CHECK(apps.problems.empty());
}
