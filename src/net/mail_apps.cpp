#include "net/mail_apps.h"

#include "base/limits.h"
#include "net/data_files.h"

#include <QDir>

namespace yomikae {

Result<std::vector<MailApp>> mailApps() {
    Result<std::vector<MailApp>> result;
    result.value.emplace();
    const QDir folder(QString::fromStdString(dataFolder() + "/resources/mailapps"));
    for (const QFileInfo& info : folder.entryInfoList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        const std::string file = info.filePath().toStdString();
        auto text = readInput(file, limits::ProfileFile);
        auto app = text ? readMailApp(std::move(*text), file) : Result<MailApp>{};
        result.problems.insert(result.problems.end(), text.problems.begin(), text.problems.end());
        result.problems.insert(result.problems.end(), app.problems.begin(), app.problems.end());
        if (app)
            result->push_back(std::move(*app));
    }
    return result;
}

} // namespace yomikae
