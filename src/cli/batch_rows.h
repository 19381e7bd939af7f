// One row of a batch: bytes -> the certificate that it holds, each problem at file:line:column. Pure.
#pragma once

#include "base/problem.h"
#include "certificate/certificate.h"
#include "cli/batch_cut.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace yomikae::cli {

/// Where a row stands in its file; small, since many may wait.
struct RowPlace {
    std::uint64_t offset = 0; ///< bytes
    std::uint32_t size = 0;   ///< bytes, line end included
    int line = 0;             ///< its first line, from 1
    std::uint64_t row = 0;    ///< rows of data count from 1; the header and blank lines do not
    std::uint32_t twin = 0;   ///< how many equal rows stand before it
    friend bool operator==(const RowPlace&, const RowPlace&) = default;
};

/// What all rows of a file have in common.
struct BatchShape {
    std::string file; ///< as the person named it
    BatchFormat format = BatchFormat::Csv;
    std::vector<std::string> columns; ///< CSV: the header's keys
};

struct BatchRow {
    std::string id; ///< the person's own name for the row, or ""
    Result<ReadCertificate> read;
    /// A fingerprint of all but the password (of the problems, where there are any): the same row, unchanged, has the
    /// same wherever it stands.
    std::string key;
    std::vector<std::pair<std::string, Place>> places; ///< CSV: JSON pointer -> where its field stands
};

/// CSV by ".csv", JSON Lines by ".jsonl" or ".ndjson".
std::optional<BatchFormat> batchFormatOf(std::string_view file);

/// The header's columns. Problems: batch-no-header, batch-semicolons, batch-tabs, batch-column,
/// batch-column-near, batch-column-twice, batch-column-missing, batch-quote-….
Result<std::vector<std::string>> readColumns(std::string_view header, const std::string& file, int line);

/// `bytes` are those of the row and are wiped. Problems: those of a certificate in JSON, batch-fields, batch-quote-….
BatchRow readRow(std::string bytes, const RowPlace& at, const BatchShape& shape);

/// A problem that names a JSON pointer at most, at the row's place.
void placeInRow(Problem& problem, const BatchRow& row, const RowPlace& at, const BatchShape& shape);

/// A row that was not read at all: longer than a row can be.
BatchRow tooLongRow(const RowPlace& at, const BatchShape& shape);

/// The key of a row that stands behind `twin` equal ones; the first has `key` itself.
std::string keyOfTwin(std::string key, std::uint32_t twin);

/// The key of a row that cannot be used.
std::string faultKey(const std::vector<Problem>& problems);

/// Sixteen hexadecimal digits (FNV-1a). Finds equal texts; hides nothing.
std::string fingerprint(std::string_view text);

} // namespace yomikae::cli
