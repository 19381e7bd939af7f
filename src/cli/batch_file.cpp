#include "cli/batch_file.h"

#include "base/limits.h"
#include "base/secret.h"
#include "net/data_files.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace yomikae::cli {

namespace {

constexpr std::size_t Portion = 256 * 1024; ///< of the file, read at a time

bool isBlank(std::string_view row) {
    return row.find_first_not_of(" \t\r\n,") == std::string_view::npos; // spreadsheets leave rows of commas
}

} // namespace

Result<std::unique_ptr<BatchFile>> BatchFile::open(const std::string& file) {
    const QFileInfo info(QString::fromStdString(file));
    const auto format = batchFormatOf(file);
    if (!format)
        return {std::nullopt, {{"batch-format", {}, file, file, ".csv, .jsonl", false}}};
    if (info.isDir())
        return {std::nullopt, {fileProblem("file-is-folder", file)}};
    if (!info.exists())
        return {std::nullopt, {fileProblem("file-not-found", file)}};
    if (!info.isFile())
        return {std::nullopt, {fileProblem("file-not-regular", file)}};
    std::unique_ptr<BatchFile> opened(new BatchFile(file));
    opened->shape_.format = *format;
    auto problems = opened->start();
    if (!problems.empty())
        return {std::nullopt, std::move(problems)};
    return {std::move(opened), {}};
}

BatchFile::BatchFile(const std::string& file)
    : shape_{file, BatchFormat::Csv, {}}, file_(QString::fromStdString(file)), second_(QString::fromStdString(file)) {}

BatchFile::~BatchFile() {
    wipe(buffer_);
}

std::vector<Problem> BatchFile::start() {
    if (!file_.open(QFile::ReadOnly | QFile::Unbuffered) || !second_.open(QFile::ReadOnly | QFile::Unbuffered))
        return {fileProblem("file-unreadable", shape_.file, file_.errorString().toStdString())};
    fill();
    if (buffer_.compare(0, 2, "\xFF\xFE") == 0 || buffer_.compare(0, 2, "\xFE\xFF") == 0)
        return {fileProblem("batch-utf16", shape_.file)};
    if (buffer_.compare(0, 3, "\xEF\xBB\xBF") == 0)
        drop(3);
    if (shape_.format == BatchFormat::JsonLines)
        return {};
    const auto header = next();
    auto columns = readColumns(header ? std::string_view(header->bytes) : std::string_view(), shape_.file,
                               header ? header->place.line : 1);
    rows_ = 0;
    if (columns)
        shape_.columns = std::move(*columns);
    return std::move(columns.problems);
}

std::optional<RawRow> BatchFile::next() {
    while (true) {
        const auto cut = cutRow(std::string_view(buffer_).substr(used_), atEnd_, shape_.format);
        if (!cut) {
            fill();
            continue;
        }
        if (cut->size == 0)
            return std::nullopt;
        RawRow row{
            {offset_, static_cast<std::uint32_t>(cut->size), line_, 0}, buffer_.substr(used_, cut->size), cut->tooLong};
        drop(cut->size);
        if (cut->tooLong)
            skipRestOfLine();
        line_ += cut->lines;
        if (isBlank(row.bytes))
            continue;
        row.place.row = ++rows_;
        return row;
    }
}

void BatchFile::fill() {
    const std::size_t left = buffer_.size() - used_;
    std::string portion(left + Portion, '\0');
    std::copy(buffer_.begin() + static_cast<std::ptrdiff_t>(used_), buffer_.end(), portion.begin());
    const qint64 got = file_.read(portion.data() + left, static_cast<qint64>(Portion));
    portion.resize(left + static_cast<std::size_t>(std::max<qint64>(got, 0)));
    atEnd_ = got <= 0;
    wipe(buffer_);
    buffer_ = std::move(portion);
    used_ = 0;
}

void BatchFile::skipRestOfLine() {
    while (true) {
        const auto end = buffer_.find('\n', used_);
        drop((end == std::string::npos ? buffer_.size() : end + 1) - used_);
        if (end != std::string::npos || atEnd_)
            return;
        fill();
    }
}

void BatchFile::drop(std::size_t bytes) {
    used_ += bytes;
    offset_ += bytes;
}

std::string BatchFile::again(const RowPlace& place) {
    std::string bytes(place.size, '\0');
    const bool there = second_.seek(static_cast<qint64>(place.offset));
    const qint64 got = there ? second_.read(bytes.data(), static_cast<qint64>(bytes.size())) : 0;
    bytes.resize(static_cast<std::size_t>(std::max<qint64>(got, 0)));
    return bytes;
}

std::optional<std::uint64_t> countRows(const std::string& file) {
    auto opened = BatchFile::open(file);
    if (!opened)
        return std::nullopt;
    std::uint64_t rows = 0;
    while (auto row = (*opened)->next()) {
        wipe(row->bytes);
        rows = row->place.row;
    }
    return rows;
}

} // namespace yomikae::cli
