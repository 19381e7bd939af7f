// Rows cut out of the bytes of a batch file: CSV (RFC 4180) or JSON Lines. Pure; no file is opened here.
#pragma once

#include "base/problem.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace yomikae::cli {

enum class BatchFormat { Csv, JsonLines };

/// One row as it stands in the file.
struct RowCut {
    std::size_t size = 0; ///< bytes up to the next row, its line end included
    int lines = 1;        ///< lines that it takes
    bool tooLong = false; ///< longer than a row can be: the rest of its line follows
    friend bool operator==(const RowCut&, const RowCut&) = default;
};

/// The row at the start of `bytes`; nothing where more bytes are needed (never with `last`, and never behind
/// limits::BatchRow bytes). A quote that is not closed, or closed in the middle of a field, costs its own line alone:
/// the next line is a row again.
std::optional<RowCut> cutRow(std::string_view bytes, bool last, BatchFormat format);

/// Line and column count from 1 at the start of the row; columns in characters.
struct CsvField {
    std::string text;
    int line = 1;
    int column = 1;
    friend bool operator==(const CsvField&, const CsvField&) = default;
};

/// The fields of one row (UTF-8, line end allowed), quotes taken off. Problems: batch-quote-open, batch-quote-inside.
Result<std::vector<CsvField>> csvFields(std::string_view row);

} // namespace yomikae::cli
