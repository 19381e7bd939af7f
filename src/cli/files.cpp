#include "cli/files.h"

#include "base/limits.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace yomikae::cli {

ProfilesToCheck profilesToCheck(const QStringList& paths) {
    ProfilesToCheck check;
    for (const QString& path : paths) {
        const QFileInfo info(path);
        if (info.isDir()) {
            for (ProfileText& text : profileTexts(path.toStdString(), check.unreadable))
                check.texts.push_back(std::move(text));
            continue;
        }
        if (info.exists() && !info.isFile()) {
            check.unreadable.push_back(fileProblem("file-not-regular", path.toStdString()));
            continue;
        }
        auto text = readInput(path.toStdString(), limits::ProfileFile);
        check.unreadable.insert(check.unreadable.end(), text.problems.begin(), text.problems.end());
        const bool isTemplate = info.dir().dirName() == QStringLiteral("templates");
        if (text)
            check.texts.push_back({path.toStdString(), std::move(*text), isTemplate});
    }
    check.today = todayHere();
    return check;
}

std::optional<Problem> cannotWrite(const std::string& to) {
    const QFileInfo info(QString::fromStdString(to));
    if (info.isSymLink())
        return fileProblem("file-is-link", to);
    if (info.isDir())
        return fileProblem("file-is-folder", to);
    if (!QFileInfo(info.path()).isDir())
        return fileProblem("file-no-folder", to);
    if (info.exists() && !info.isFile())
        return std::nullopt;          // a device, a pipe
    QSaveFile trial(info.filePath()); // permissions do not tell: a file system may be read only, or no place for files
    if (!trial.open(QIODevice::WriteOnly))
        return fileProblem("file-unwritable", to, trial.errorString().toStdString());
    trial.cancelWriting();
    return std::nullopt;
}

} // namespace yomikae::cli
