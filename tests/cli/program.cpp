#include "program.h"

#include "support/catch.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcessEnvironment>

#include <csignal>

namespace yomikae::test {

namespace {

constexpr int Patience = 60'000; ///< ms; a run that takes longer is stopped and fails

Ran ended(QProcess& process) {
    const bool inTime = process.state() == QProcess::NotRunning || process.waitForFinished(Patience);
    if (!inTime) {
        process.kill();
        process.waitForFinished();
    }
    const bool normal = inTime && process.exitStatus() == QProcess::NormalExit;
    return {normal ? process.exitCode() : -1, process.readAllStandardOutput().toStdString(),
            process.readAllStandardError().toStdString()};
}

} // namespace

Workplace::Workplace() {
    REQUIRE(dir_.isValid());
    REQUIRE(QDir(dir_.path()).mkpath(QStringLiteral("home")));
}

void Workplace::write(const char* name, const QByteArray& bytes) const {
    QDir(dir_.path()).mkpath(QFileInfo(path(name)).path());
    QFile file(path(name));
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
}

QByteArray Workplace::read(const char* name) const {
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
}

QStringList Workplace::files() const {
    return QDir(dir_.path()).entryList(QDir::Files | QDir::Hidden | QDir::System, QDir::Name);
}

void Workplace::prepare(QProcess& process) const {
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"})
        environment.insert(QString::fromLatin1(name), path("home"));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.insert(QStringLiteral("cli"), QStringLiteral(YOMIKAE_CLI));
    environment.remove(QStringLiteral("XDG_RUNTIME_DIR"));
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(dir_.path());
}

Ran Workplace::run(const QStringList& arguments, const QByteArray& input) const {
    return watch(arguments, [&](QProcess& process) { process.write(input); });
}

Ran Workplace::shell(const QString& script) const {
    QProcess process;
    prepare(process);
    process.start(QStringLiteral("bash"), {QStringLiteral("-c"), script});
    process.closeWriteChannel();
    return ended(process);
}

Ran Workplace::watch(const QStringList& arguments, const std::function<void(QProcess&)>& during) const {
    QProcess process;
    prepare(process);
    process.start(QStringLiteral(YOMIKAE_CLI), arguments);
    REQUIRE(process.waitForStarted(Patience));
    process.setReadChannel(QProcess::StandardError); // what `during` waits for
    during(process);
    process.closeWriteChannel();
    return ended(process);
}

Practice::Practice(const Workplace& place, const QString& scenario) {
    process_.setWorkingDirectory(place.path("."));
    process_.start(QStringLiteral(YOMIKAE_CLI), {"practice", "--lang", "en", "--scenario", scenario});
    QByteArray printed;
    while (!printed.contains("yomikae-cli check ") || !printed.endsWith('\n')) {
        REQUIRE(process_.waitForReadyRead(Patience));
        printed += process_.readAllStandardOutput();
    }
    printed_ = printed.toStdString();
    const QString command = QString::fromUtf8(printed).trimmed().section(QLatin1Char('\n'), -1).trimmed();
    arguments_ = command.split(QLatin1Char(' ')).mid(1);
    REQUIRE(arguments_.size() > 6);
}

Practice::~Practice() {
    end();
}

QString Practice::file(const char* name) const {
    return QFileInfo(arguments_.at(1)).path() + QLatin1Char('/') + QString::fromLatin1(name);
}

int Practice::end() {
    if (process_.state() == QProcess::Running) {
        ::kill(static_cast<pid_t>(process_.processId()), SIGINT);
        if (!process_.waitForFinished(Patience))
            process_.kill();
        process_.waitForFinished();
    }
    return process_.exitStatus() == QProcess::NormalExit ? process_.exitCode() : -1;
}

} // namespace yomikae::test
