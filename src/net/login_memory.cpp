#include "net/login_memory.h"

#include "base/limits.h"
#include "net/data_files.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>
#include <array>

namespace yomikae {

namespace {

constexpr qint64 KeySize = 32;
constexpr auto Seconds = std::chrono::seconds(limits::RefusedLoginCounts).count();
constexpr auto OwnerOnly = QFile::ReadOwner | QFile::WriteOwner;
constexpr qint64 MostBytes = 4096; ///< of a file of times; two are enough

bool isReserved(const QString& account) {
    constexpr std::array Reserved{".example", ".test", ".invalid", ".localhost", "@localhost", "@127.0.0.1", "@::1"};
    return std::any_of(Reserved.begin(), Reserved.end(),
                       [&](const char* name) { return account.endsWith(QLatin1String(name)); });
}

QByteArray readKey(const QString& path) {
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.read(KeySize) : QByteArray();
}

/// Made once; two programs that start at the same moment must not make two.
QByteArray keyIn(const QString& folder) {
    const QString path = folder + QStringLiteral("/key");
    QLockFile once(path + QStringLiteral(".lock"));
    if (!once.lock())
        return {};
    QByteArray key = readKey(path);
    if (key.size() == KeySize)
        return key;
    key.resize(KeySize);
    QRandomGenerator::system()->generate(key.begin(), key.end());
    QSaveFile file(path);
    if (!file.open(QFile::WriteOnly) || !file.setPermissions(OwnerOnly) || file.write(key) != KeySize ||
        !replaceWhole(file))
        return {};
    return key;
}

/// Files of accounts that nobody asked about again.
void forgetOld(const QString& folder) {
    const QDateTime old = QDateTime::currentDateTimeUtc().addSecs(-2 * Seconds);
    for (const QFileInfo& info : QDir(folder).entryInfoList({QStringLiteral("*.refused")}, QDir::Files))
        if (info.lastModified() < old)
            QFile::remove(info.filePath());
}

} // namespace

std::string stateFolder() {
#ifdef Q_OS_LINUX
    QString base = qEnvironmentVariable("XDG_STATE_HOME");
    if (!QDir::isAbsolutePath(base))
        base = QDir::homePath() + QStringLiteral("/.local/state");
#else
    const QString base = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
#endif
    return (base + QStringLiteral("/yomikae")).toStdString();
}

LoginMemory::LoginMemory(const std::string& folder, std::string account) {
    const QString who = QString::fromStdString(account).trimmed().toLower();
    const QString where = QString::fromStdString(folder);
    if (who.isEmpty() || isReserved(who) || !QDir().mkpath(where))
        return;
    QFile::setPermissions(where, OwnerOnly | QFile::ExeOwner);
    const QByteArray key = keyIn(where);
    if (key.isEmpty())
        return;
    forgetOld(where);
    const QByteArray hash = QMessageAuthenticationCode::hash(who.toUtf8(), key, QCryptographicHash::Sha256).toHex();
    file_ = where + QLatin1Char('/') + QString::fromLatin1(hash) + QStringLiteral(".refused");
    lock_ = std::make_unique<QLockFile>(file_ + QStringLiteral(".lock"));
    lock_->setStaleLockTime(0); // a run may take minutes; a lock is stale only where its process is gone
    elsewhere_ = !lock_->tryLock() && lock_->error() == QLockFile::LockFailedError;
}

LoginMemory::~LoginMemory() = default;

/// A time in the future comes from a clock that was put back; it counts until that is far off.
std::vector<std::int64_t> LoginMemory::recent(std::int64_t now) const {
    std::vector<std::int64_t> times;
    QFile file(file_);
    if (file_.isEmpty() || !file.open(QFile::ReadOnly))
        return times;
    for (const QByteArray& line : file.read(MostBytes).split('\n')) {
        bool isNumber = false;
        const std::int64_t time = line.toLongLong(&isNumber);
        if (isNumber && time > now - Seconds && time < now + Seconds)
            times.push_back(time);
    }
    std::sort(times.begin(), times.end());
    return times;
}

void LoginMemory::tell(LoginsBefore& before, std::int64_t now) const {
    const auto times = recent(now);
    before.loginElsewhere = elsewhere_;
    before.refusedBefore = std::max(before.refusedBefore, static_cast<int>(times.size()));
    if (!times.empty())
        before.loginAgainIn =
            std::max<Milliseconds>(before.loginAgainIn, std::chrono::seconds(times.front() + Seconds - now));
}

void LoginMemory::spent(int logins, std::int64_t now) {
    const auto wanted = static_cast<std::size_t>(std::max(0, logins));
    if (wanted == own_.size() || file_.isEmpty())
        return;
    auto times = recent(now);
    for (; own_.size() > wanted; own_.pop_back())
        if (const auto at = std::find(times.begin(), times.end(), own_.back()); at != times.end())
            times.erase(at);
    for (; own_.size() < wanted; own_.push_back(now))
        times.push_back(now);
    write(times);
}

void LoginMemory::write(const std::vector<std::int64_t>& times) const {
    if (times.empty()) {
        QFile::remove(file_);
        return;
    }
    QSaveFile file(file_);
    if (!file.open(QFile::WriteOnly) || !file.setPermissions(OwnerOnly))
        return;
    for (const std::int64_t time : times)
        file.write(QByteArray::number(static_cast<qlonglong>(time)) + '\n');
    replaceWhole(file);
}

} // namespace yomikae
