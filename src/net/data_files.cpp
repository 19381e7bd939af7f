#include "net/data_files.h"

#include "base/limits.h"

#include <QCoreApplication>
#include <QDate>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

#include <cstdio>

namespace yomikae {

namespace {

/// One byte over the limit is enough to know that it is too large.
Result<std::string> bounded(QFile& in, const std::string& file, std::size_t limit) {
    Result<std::string> result;
    const QByteArray bytes = in.read(static_cast<qint64>(limit) + 1);
    if (in.error() != QFileDevice::NoError) {
        result.problems.push_back(fileProblem("file-unreadable", file, in.errorString().toStdString()));
    } else if (static_cast<std::size_t>(bytes.size()) > limit) {
        Problem tooLarge =
            fileProblem("file-too-large", file, std::to_string(std::max(in.size(), qint64(bytes.size()))));
        tooLarge.allowed = std::to_string(limit);
        result.problems.push_back(tooLarge);
    } else {
        result.value = bytes.toStdString();
    }
    return result;
}

} // namespace

Problem fileProblem(std::string code, const std::string& file, std::string found) {
    return {std::move(code), {file, 0, 0, {}}, file, std::move(found), {}, false};
}

PartialDate todayHere() {
    const QDate today = QDate::currentDate();
    return {today.year(), today.month(), today.day()};
}

Result<std::string> readInput(const std::string& file, std::size_t limit) {
    const QString name = QString::fromStdString(file);
    QFile in(name);
    if (file == "-") {
        if (in.open(stdin, QIODevice::ReadOnly))
            return bounded(in, file, limit);
        return {std::nullopt, {fileProblem("file-unreadable", file, in.errorString().toStdString())}};
    }
    if (!QFileInfo::exists(name))
        return {std::nullopt, {fileProblem("file-not-found", file)}};
    if (QFileInfo(name).isDir())
        return {std::nullopt, {fileProblem("file-is-folder", file)}};
    if (!in.open(QIODevice::ReadOnly))
        return {std::nullopt, {fileProblem("file-unreadable", file, in.errorString().toStdString())}};
    return bounded(in, file, limit);
}

/// A device or a pipe: it must not be replaced by a file.
static std::vector<Problem> writeInto(const QString& name, const std::string& file, std::string_view bytes) {
    QFile out(name);
    const bool written =
        out.open(QIODevice::WriteOnly | QIODevice::ExistingOnly) &&
        out.write(bytes.data(), static_cast<qint64>(bytes.size())) == static_cast<qint64>(bytes.size()) && out.flush();
    if (written)
        return {};
    return {fileProblem("file-unwritable", file, out.errorString().toStdString())};
}

bool replaceWhole(QSaveFile& file) {
    return file.flush() && file.commit();
}

std::vector<Problem> writeOutput(const std::string& file, std::string_view bytes, bool ownerOnly) {
    const QString name = QString::fromStdString(file);
    if (QFileInfo(name).isSymLink())
        return {fileProblem("file-is-link", file)};
    if (QFileInfo(name).isDir())
        return {fileProblem("file-is-folder", file)};
    if (QFileInfo::exists(name) && !QFileInfo(name).isFile())
        return writeInto(name, file, bytes);
    QSaveFile out(name);
    const bool opened = out.open(QIODevice::WriteOnly);
    if (opened && ownerOnly)
        out.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (!opened || out.write(bytes.data(), static_cast<qint64>(bytes.size())) != static_cast<qint64>(bytes.size()) ||
        !replaceWhole(out))
        return {fileProblem("file-unwritable", file, out.errorString().toStdString())};
    return {};
}

std::string dataFolder() {
    const QByteArray chosen = qgetenv("YOMIKAE_DATA_DIR");
    if (!chosen.isEmpty())
        return chosen.toStdString();
    const QString installed = QCoreApplication::applicationDirPath() + "/../share/yomikae";
    if (QFileInfo(installed).isDir())
        return QDir::cleanPath(installed).toStdString();
    return QFileInfo(QStringLiteral(YOMIKAE_SOURCE_DIR)).isDir() ? YOMIKAE_SOURCE_DIR : "";
}

Result<Labels> commonLabels() {
    const std::string file = dataFolder() + "/resources/labels.json";
    auto text = readInput(file, limits::ProfileFile);
    if (!text)
        return {std::nullopt, std::move(text.problems)};
    return readLabels(std::move(*text), file);
}

std::vector<ProfileText> profileTexts(const std::string& folder, std::vector<Problem>& problems) {
    std::vector<ProfileText> texts;
    for (const QString& below : {QString(), QStringLiteral("/templates")}) {
        const QDir dir(QString::fromStdString(folder) + below);
        for (const QFileInfo& info :
             dir.entryInfoList({QStringLiteral("*.json")}, QDir::AllEntries | QDir::System, QDir::Name)) {
            const std::string file = info.filePath().toStdString();
            if (info.fileName() == QStringLiteral("profile.schema.json"))
                continue;
            if (!info.isFile()) {
                problems.push_back(fileProblem("file-not-regular", file));
                continue;
            }
            auto text = readInput(file, limits::ProfileFile);
            problems.insert(problems.end(), text.problems.begin(), text.problems.end());
            if (text)
                texts.push_back({file, std::move(*text), !below.isEmpty()});
        }
    }
    return texts;
}

ReadCatalog profilesInForce(const std::string& folder) {
    std::vector<Problem> problems;
    std::vector<ProfileText> texts;
    if (!folder.empty()) {
        if (!QFileInfo(QString::fromStdString(folder)).isDir())
            problems.push_back(fileProblem("file-not-found", folder));
        texts = profileTexts(folder, problems);
    } else {
        texts = profileTexts(dataFolder() + "/providers", problems);
        const QString own = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + "/providers";
        for (ProfileText& text : profileTexts(own.toStdString(), problems))
            texts.push_back(std::move(text));
    }
    ReadCatalog read = readCatalog(std::move(texts), todayHere());
    read.problems.insert(read.problems.begin(), problems.begin(), problems.end());
    return read;
}

} // namespace yomikae
