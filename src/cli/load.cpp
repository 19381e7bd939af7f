#include "cli/load.h"

#include "base/limits.h"
#include "certificate/file_kind.h"
#include "net/data_files.h"
#include "translation/read_paper.h"

#include <QFile>
#include <QFileInfo>

namespace yomikae::cli {

namespace {

/// A photo is larger than any paper's text: what it is helps more than how large it is.
std::optional<Problem> notTextAtAll(const std::string& file) {
    QFile in(QString::fromStdString(file));
    return QFileInfo(in).isFile() && in.open(QIODevice::ReadOnly) ? notText(in.read(64).toStdString(), file)
                                                                  : std::nullopt;
}

/// Who may write there decides where a password goes.
bool othersMayWrite(const QString& folder) {
    return QFileInfo(folder).permissions().testFlag(QFileDevice::WriteOther);
}

} // namespace

Result<std::string> readCertificateFile(const std::string& file) {
    auto bytes = readInput(file, limits::CertificateFile);
    if (!bytes && bytes.problems.front().code == "file-too-large")
        if (auto problem = notTextAtAll(file))
            bytes.problems = {std::move(*problem)};
    return bytes;
}

std::optional<Catalog> loadCatalog(const std::string& folder, const Console& console) {
    const QString chosen = QString::fromStdString(folder);
    if (!folder.empty() && !QFileInfo(chosen).isDir()) {
        console.tell({fileProblem("profiles-no-folder", folder)});
        return std::nullopt;
    }
    if (!folder.empty() && othersMayWrite(chosen))
        console.tell({fileProblem("profiles-open-to-others", folder)});
    ReadCatalog read = profilesInForce(folder);
    console.tell(read.problems);
    return std::move(read.catalog);
}

std::optional<ReadCertificate> loadCertificate(const std::string& bytes, const std::string& file,
                                               const Catalog& catalog, const Console& console, bool* nothingReadable) {
    auto labels = commonLabels();
    console.tell(labels.problems);
    if (!labels)
        return std::nullopt;
    auto read = readPaper(bytes, file, catalog, *labels);
    console.tell(read.problems);
    if (nothingReadable != nullptr)
        *nothingReadable = !read.problems.empty() && read.problems.front().code == "paper-nothing-readable";
    return std::move(read.value);
}

std::optional<Opened> openCertificate(const std::string& bytes, const std::string& file, const std::string& profiles,
                                      const Console& console, bool* nothingReadable) {
    auto catalog = loadCatalog(profiles, console);
    if (!catalog)
        return std::nullopt;
    auto read = loadCertificate(bytes, file, *catalog, console, nothingReadable);
    if (!read)
        return std::nullopt;
    return Opened{std::move(*catalog), std::move(*read)};
}

std::optional<Opened> openCertificateFile(const std::string& file, const std::string& profiles, const Console& console,
                                          bool* nothingReadable) {
    const auto bytes = readCertificateFile(file);
    console.tell(bytes.problems);
    return bytes ? openCertificate(*bytes, file, profiles, console, nothingReadable) : std::nullopt;
}

std::optional<Translation> loadTranslation(const ReadCertificate& read, const Catalog& catalog, Preference preference,
                                           const std::string& file, const Console& console) {
    auto translation = translate(read.certificate, catalog, preference);
    for (Problem& problem : translation.problems)
        if (problem.place.file.empty())
            problem.place.file = file;
    console.tell(translation.problems);
    if (translation)
        translation->doubts.insert(translation->doubts.begin(), read.doubts.begin(), read.doubts.end());
    return std::move(translation.value);
}

} // namespace yomikae::cli
