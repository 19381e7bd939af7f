// What is remembered of refused logins, over program runs.
#include "net/login_memory.h"

#include "support/catch.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace yomikae;

namespace {

constexpr std::int64_t Now = 1'795'500'000;
constexpr std::int64_t Minute = 60;
constexpr const char* Account = "taro@agate.plala.or.jp";

/// What the next run is told.
struct Told {
    RunSettings settings;
    Told(const LoginMemory& memory, std::int64_t now) { memory.tell(settings, now); }
};

struct Folder {
    QTemporaryDir dir;
    std::string path = (dir.path() + "/yomikae").toStdString();

    /// A run of its own in which so many logins were refused.
    void refuse(int logins, std::int64_t when, const char* account = Account) const {
        LoginMemory(path, account).spent(logins, when);
    }
    RunSettings next(std::int64_t when, const char* account = Account) const {
        return Told(LoginMemory(path, account), when).settings;
    }
    QStringList files(const QString& filter = "*") const {
        return QDir(QString::fromStdString(path)).entryList({filter}, QDir::Files | QDir::Hidden);
    }
    QByteArray all() const {
        QByteArray text;
        for (const QString& name : files()) {
            QFile file(QString::fromStdString(path) + '/' + name);
            REQUIRE(file.open(QFile::ReadOnly));
            text += name.toUtf8() + file.readAll();
        }
        return text;
    }
};

} // namespace

TEST_CASE("a refusal counts for half an hour, in every run") {
    const Folder folder;
    CHECK(folder.next(Now).refusedBefore == 0);
    folder.refuse(1, Now);
    folder.refuse(1, Now + 10 * Minute);
    struct Row {
        std::int64_t minutes;
        int counted;
        std::int64_t againIn;
    };
    for (const Row& row : {Row{10, 2, 20}, Row{29, 2, 1}, Row{30, 1, 10}, Row{39, 1, 1}, Row{40, 0, 0}}) {
        CAPTURE(row.minutes);
        const RunSettings told = folder.next(Now + row.minutes * Minute);
        CHECK(told.refusedBefore == row.counted);
        CHECK(told.loginAgainIn == std::chrono::minutes(row.againIn));
        CHECK_FALSE(told.loginElsewhere);
    }
}

TEST_CASE("a run tells its refusals as they come, and each counts once") {
    const Folder folder;
    {
        LoginMemory memory(folder.path, Account);
        memory.spent(0, Now);
        CHECK(folder.files("*.refused").isEmpty());
        memory.spent(1, Now);
        memory.spent(1, Now + 5);
        memory.spent(2, Now + 6);
    }
    CHECK(folder.next(Now + 10).refusedBefore == 2);
}

TEST_CASE("a login that came to a good end is taken back, and nothing else") {
    const Folder folder;
    LoginMemory memory(folder.path, Account);
    memory.spent(1, Now);
    CHECK(Told(memory, Now).settings.refusedBefore == 1);
    memory.spent(0, Now + 1);
    CHECK(folder.files("*.refused").isEmpty());
    folder.refuse(1, Now + 2); // by somebody else, meanwhile
    memory.spent(1, Now + 2);
    memory.spent(2, Now + 3);
    memory.spent(0, Now + 4);
    CHECK(Told(memory, Now + 5).settings.refusedBefore == 1);
}

TEST_CASE("another account is another matter, capitals and blanks are not") {
    const Folder folder;
    folder.refuse(2, Now);
    CHECK(folder.next(Now, "hanako@agate.plala.or.jp").refusedBefore == 0);
    CHECK(folder.next(Now, " Taro@Agate.plala.or.jp ").refusedBefore == 2);
}

TEST_CASE("one process at a time logs in to an account") {
    const Folder folder;
    const LoginMemory first(folder.path, Account);
    CHECK_FALSE(Told(first, Now).settings.loginElsewhere);
    CHECK(folder.next(Now).loginElsewhere);
    CHECK_FALSE(folder.next(Now, "hanako@agate.plala.or.jp").loginElsewhere);
}

TEST_CASE("the files hold no address and are for this user only") {
    const Folder folder;
    folder.refuse(1, Now);
    const QByteArray all = folder.all();
    CHECK_FALSE(all.contains("taro"));
    CHECK_FALSE(all.contains("plala"));
    REQUIRE(folder.files("*.refused").size() == 1);
    for (const QString& name : folder.files("*.refused") + folder.files("key")) {
        const auto rights = QFile::permissions(QString::fromStdString(folder.path) + '/' + name);
        CHECK((rights & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)) ==
              QFile::Permissions());
    }
    CHECK(folder.files("*.refused.lock").isEmpty());
}

TEST_CASE("two folders name the same account differently: each has a key of its own") {
    const Folder one;
    const Folder two;
    one.refuse(1, Now);
    two.refuse(1, Now);
    CHECK(one.files("*.refused") != two.files("*.refused"));
}

TEST_CASE("practice and tests have no accounts") {
    for (const char* account :
         {"", "taro@renshu.example", "taro@mail.test", "taro@localhost.localhost", "taro@127.0.0.1"}) {
        CAPTURE(account);
        const Folder folder;
        folder.refuse(2, Now, account);
        CHECK(folder.next(Now, account).refusedBefore == 0);
        CHECK(folder.files().isEmpty());
    }
}

TEST_CASE("a folder that cannot be made holds nobody back") {
    const Folder folder;
    LoginMemory memory("/proc/no/such", Account);
    memory.spent(2, Now);
    const RunSettings told = Told(memory, Now).settings;
    CHECK(told.refusedBefore == 0);
    CHECK_FALSE(told.loginElsewhere);
}

TEST_CASE("a spoilt file, or a clock that was put back, neither locks for ever nor forgets at once") {
    const Folder folder;
    folder.refuse(2, Now);
    CHECK(folder.next(Now - 10 * Minute).refusedBefore == 2);
    CHECK(folder.next(Now - 60 * Minute).refusedBefore == 0);
    QFile file(QString::fromStdString(folder.path) + '/' + folder.files("*.refused").front());
    REQUIRE(file.open(QFile::WriteOnly));
    file.write("garbage\n\xff\n99999999999999999999999\n");
    file.close();
    CHECK(folder.next(Now).refusedBefore == 0);
}
