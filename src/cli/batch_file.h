// A batch file read row by row: it is never in memory as a whole.
#pragma once

#include "cli/batch_rows.h"

#include <QFile>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace yomikae::cli {

struct RawRow {
    RowPlace place;
    std::string bytes; ///< may hold a password: whoever takes it wipes it
    bool tooLong = false;
};

class BatchFile {
  public:
    /// A regular file: a row that had to wait is read a second time. Problems: file-…, batch-format, batch-utf16, those
    /// of readColumns.
    static Result<std::unique_ptr<BatchFile>> open(const std::string& file);
    ~BatchFile();
    BatchFile(const BatchFile&) = delete;
    BatchFile& operator=(const BatchFile&) = delete;

    const BatchShape& shape() const { return shape_; }
    /// The next row that is not blank; nothing at the end.
    std::optional<RawRow> next();
    /// A row that was read before; fewer bytes where the file has become shorter.
    std::string again(const RowPlace& place);
    /// What cannot be read in the middle ends the rows, and is a fault of the file.
    bool failed() const { return file_.error() != QFile::NoError; }

  private:
    explicit BatchFile(const std::string& file);
    std::vector<Problem> start();
    void fill();
    void skipRestOfLine();
    void drop(std::size_t bytes);

    BatchShape shape_;
    QFile file_;
    QFile second_; ///< for rows that are read again
    std::string buffer_;
    std::size_t used_ = 0; ///< of the buffer
    bool atEnd_ = false;
    std::uint64_t offset_ = 0;
    int line_ = 1;
    std::uint64_t rows_ = 0;
};

/// The rows of a file from start to end, for progress. Nothing where it cannot be read.
std::optional<std::uint64_t> countRows(const std::string& file);

} // namespace yomikae::cli
