#include "cli/batch_results.h"

#include "net/data_files.h"

#include <QDir>
#include <QFileInfo>

#include <utility>

namespace yomikae::cli {

namespace {

constexpr qint64 Portion = 256 * 1024; ///< of the file, read at a time

} // namespace

BatchResults::BatchResults(const std::string& file)
    : name_(file), file_(QString::fromStdString(file)), lock_(QString::fromStdString(file) + QStringLiteral(".lock")) {
    lock_.setStaleLockTime(0); // a batch may take days; a lock is stale only where its process is gone
}

Result<std::unique_ptr<BatchResults>> BatchResults::open(const std::string& file) {
    std::unique_ptr<BatchResults> results(new BatchResults(file));
    auto problems = results->start();
    if (!problems.empty())
        return {std::nullopt, std::move(problems)};
    return {std::move(results), {}};
}

std::vector<Problem> BatchResults::start() {
    const QFileInfo info(QString::fromStdString(name_));
    if (info.isDir())
        return {fileProblem("file-is-folder", name_)};
    if (info.isSymLink())
        return {fileProblem("file-is-link", name_)};
    if (info.exists() && !info.isFile())
        return {fileProblem("file-not-regular", name_)};
    if (!info.absoluteDir().exists())
        return {fileProblem("file-no-folder", name_)};
    if (!lock_.tryLock() && lock_.error() == QLockFile::LockFailedError)
        return {fileProblem("batch-out-in-use", name_)};
    if (!file_.open(QFile::ReadWrite | QFile::Unbuffered))
        return {fileProblem("file-unwritable", name_, file_.errorString().toStdString())};
    return readLines();
}

/// Of each line only its beginning is kept: a result has some 20 KB.
std::vector<Problem> BatchResults::readLines() {
    std::string start;
    qint64 lineBegan = 0;
    qint64 at = 0;
    int line = 1;
    QByteArray portion;
    while (!(portion = file_.read(Portion)).isEmpty()) {
        for (const char c : portion) {
            ++at;
            if (c != '\n') {
                if (start.size() < ResultStart)
                    start += c;
                continue;
            }
            const auto row = doneRow(start);
            if (!row)
                return {{"batch-out-foreign", {name_, line, 0, {}}, name_, {}, {}, false}};
            done_.add(*row);
            start.clear();
            lineBegan = at;
            ++line;
        }
    }
    if (!start.empty() && !mayBecomeResult(start))
        return {{"batch-out-foreign", {name_, line, 0, {}}, name_, {}, {}, false}};
    if (lineBegan != at && !file_.resize(lineBegan))
        return {fileProblem("file-unwritable", name_, file_.errorString().toStdString())};
    file_.seek(lineBegan);
    return {};
}

bool BatchResults::append(const std::string& line) {
    return file_.write(line.data(), static_cast<qint64>(line.size())) == static_cast<qint64>(line.size());
}

} // namespace yomikae::cli
