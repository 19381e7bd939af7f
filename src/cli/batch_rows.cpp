#include "cli/batch_rows.h"

#include "base/limits.h"
#include "base/nearest.h"
#include "base/secret.h"
#include "base/text.h"
#include "certificate/read_json.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace yomikae::cli {

namespace {

constexpr std::size_t LongestShown = 60; ///< of a column's name
constexpr std::size_t LongestId = 200;
constexpr std::string_view AnswerColumn = "answers.";

constexpr std::array Columns{"id",           "format",       "provider",          "issued",
                             "mail_address", "mail_account", "mail_password",     "pop_server",
                             "pop_port",     "smtp_server",  "smtp_port",         "smtp_account",
                             "imap_server",  "imap_port",    "incoming_security", "outgoing_security"};

bool isColumn(std::string_view name) {
    return std::find(Columns.begin(), Columns.end(), name) != Columns.end() ||
           (name.substr(0, AnswerColumn.size()) == AnswerColumn && name.size() > AnswerColumn.size());
}

bool isNumber(std::string_view column) {
    return column == "format" || (column.size() > 5 && column.substr(column.size() - 5) == "_port");
}

std::string allowedColumns() {
    std::string all;
    for (const char* name : Columns)
        all += std::string(name) + ", ";
    return all + "answers.…";
}

std::string columnMeant(const std::string& name) {
    return nearest(name, {Columns.begin(), Columns.end()});
}

/// A slip in the only column, or in each of them, makes no row of a header.
bool allNearlyColumns(const std::vector<std::string>& names) {
    return std::none_of(names.begin(), names.end(), [](const auto& name) { return columnMeant(name).empty(); });
}

Problem columnProblem(const std::string& name, bool twice, const Place& place) {
    const std::string meant = twice ? "" : columnMeant(name);
    const char* code = twice ? "batch-column-twice" : meant.empty() ? "batch-column" : "batch-column-near";
    return {code, place, meant, printable(name, LongestShown), allowedColumns(), false};
}

/// The mark between the columns of a line that has another than the comma; "" where there is none.
std::string otherSeparator(const std::string& line) {
    for (const char mark : {';', '\t'}) {
        const auto end = line.find(mark);
        if (end != std::string::npos && isColumn(trimmed(line.substr(0, end))))
            return std::string(1, mark);
    }
    return {};
}

Problem noHeader(const std::vector<std::string>& names, const Place& place) {
    const std::string mark = otherSeparator(names.empty() ? std::string() : names.front());
    if (mark.empty())
        return {"batch-no-header", place, {}, {}, allowedColumns(), false};
    return {mark == ";" ? "batch-semicolons" : "batch-tabs", place, {}, {}, {}, false};
}

std::string pointerOf(const std::string& column) {
    return column.substr(0, AnswerColumn.size()) == AnswerColumn ? "/answers/" + column.substr(AnswerColumn.size())
                                                                 : "/" + column;
}

Place placeOf(const CsvField& field, const std::string& file, int line) {
    return {file, line + field.line - 1, field.column, {}};
}

void appendJson(std::string& out, std::string_view text) {
    out += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out += '\\';
        if (static_cast<unsigned char>(c) < 0x20) {
            char code[8];
            std::snprintf(code, sizeof code, "\\u%04X", static_cast<unsigned>(static_cast<unsigned char>(c)));
            out += code;
        } else {
            out += c;
        }
    }
    out += '"';
}

/// A row of fields as the JSON of the same certificate, so that there is one reader of certificates.
class CsvRow {
  public:
    CsvRow(const std::vector<CsvField>& fields, const RowPlace& at, const BatchShape& shape)
        : fields_(fields), at_(at), shape_(shape) {}

    void into(BatchRow& row) {
        json_.reserve(2 * at_.size + 1024); // it holds the password: no copies by growing
        json_ += '{';
        const std::size_t count = std::min(fields_.size(), shape_.columns.size());
        for (std::size_t i = 0; i < count; ++i)
            take(shape_.columns[i], fields_[i], row);
        if (!answers_.empty())
            json_ += (json_.size() > 1 ? ",\"answers\":{" : "\"answers\":{") + answers_ + '}';
        json_ += '}';
        row.read = readCertificateJson(std::move(json_), shape_.file);
        for (Problem& problem : row.read.problems)
            problem.place.file.clear(); // line and column are those of the JSON
        row.read.problems.insert(row.read.problems.begin(), problems_.begin(), problems_.end());
    }

  private:
    void take(const std::string& column, const CsvField& field, BatchRow& row) {
        row.places.emplace_back(pointerOf(column), placeOf(field, shape_.file, at_.line));
        if (field.text.empty())
            return;
        if (column == "id")
            row.id = printable(field.text, LongestId);
        else if (column.substr(0, AnswerColumn.size()) == AnswerColumn)
            member(answers_, column.substr(AnswerColumn.size()), field.text);
        else if (isNumber(column))
            number(column, field, row);
        else
            member(json_, column, field.text);
    }

    void number(const std::string& column, const CsvField& field, const BatchRow& row) {
        const std::string digits = foldTyped(field.text);
        if (!digits.empty() && digits.size() < 10 && digits.find_first_not_of("0123456789") == std::string::npos) {
            key(json_, column);
            json_ += std::to_string(std::stol(digits));
            return;
        }
        Problem problem{
            "json-out-of-range", row.places.back().second, {}, printable(field.text, LongestShown), {}, false};
        problem.place.pointer = pointerOf(column);
        problem.allowed = column == "format" ? "1 - 1" : "1 - 65535";
        problems_.push_back(std::move(problem));
    }

    static void key(std::string& json, const std::string& name) {
        if (json.size() > 1)
            json += ',';
        appendJson(json, name);
        json += ':';
    }
    static void member(std::string& json, const std::string& name, const std::string& text) {
        key(json, name);
        appendJson(json, text);
    }

    const std::vector<CsvField>& fields_;
    const RowPlace& at_;
    const BatchShape& shape_;
    std::string json_;
    std::string answers_;
    std::vector<Problem> problems_;
};

/// Rows may be shorter (spreadsheets leave empty cells at the end away), never longer.
void readCsv(BatchRow& row, const std::string& text, const RowPlace& at, const BatchShape& shape) {
    auto fields = csvFields(text);
    row.read.problems = fields.problems;
    for (Problem& problem : row.read.problems)
        problem.place = {shape.file, at.line + problem.place.line - 1, problem.place.column, {}};
    if (!fields)
        return;
    if (fields->size() > shape.columns.size())
        row.read.problems.push_back({"batch-fields",
                                     placeOf((*fields)[shape.columns.size()], shape.file, at.line),
                                     {},
                                     std::to_string(fields->size()),
                                     std::to_string(shape.columns.size()),
                                     false});
    else
        CsvRow(*fields, at, shape).into(row);
    for (CsvField& field : *fields)
        wipe(field.text);
}

void readJson(BatchRow& row, std::string text, const RowPlace& at, const BatchShape& shape) {
    row.read = readCertificateJson(std::move(text), shape.file, &row.id);
    for (Problem& problem : row.read.problems) {
        problem.place.line += at.line - 1;
        // where the quotes are at fault, what was found may be a piece of a password
        if (problem.code == "json-syntax" || problem.code == "json-not-utf8")
            problem.found = problem.found.substr(0, problem.found.empty() || problem.found[0] < 0 ? 0 : 1);
    }
}

struct FieldText {
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(int number) const { return std::to_string(number); }
    std::string operator()(const std::map<std::string, std::string>& answers) const {
        std::string all;
        for (const auto& [question, answer] : answers)
            all += question + '\x1F' + answer + '\x1F';
        return all;
    }
};

std::string rowKey(const std::string& id, const Certificate& certificate) {
    std::string text = "row\x1E" + id;
    for (const auto& [key, value] : certificateFields(certificate))
        text += '\x1E' + key + '\x1F' + std::visit(FieldText{}, value);
    return fingerprint(text);
}

} // namespace

std::string fingerprint(std::string_view text) {
    std::uint64_t hash = 0xCBF29CE484222325;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3;
    char out[17];
    std::snprintf(out, sizeof out, "%016llx", static_cast<unsigned long long>(hash));
    return out;
}

std::string keyOfTwin(std::string key, std::uint32_t twin) {
    return twin == 0 ? std::move(key) : fingerprint(key + '\x1E' + std::to_string(twin));
}

std::string faultKey(const std::vector<Problem>& problems) {
    std::string text = "fault";
    for (const Problem& problem : problems)
        text += '\x1E' + problem.code + '\x1F' + problem.place.pointer + '\x1F' + problem.found;
    return fingerprint(text);
}

std::optional<BatchFormat> batchFormatOf(std::string_view file) {
    const auto dot = file.rfind('.');
    const std::string ending = lowerAscii(dot == std::string_view::npos ? "" : file.substr(dot));
    if (ending == ".csv")
        return BatchFormat::Csv;
    return ending == ".jsonl" || ending == ".ndjson" ? std::optional(BatchFormat::JsonLines) : std::nullopt;
}

Result<std::vector<std::string>> readColumns(std::string_view header, const std::string& file, int line) {
    Result<std::vector<std::string>> result;
    auto fields = csvFields(toUtf8(header));
    result.problems = fields.problems;
    for (Problem& problem : result.problems)
        problem.place = {file, line, problem.place.column, {}};
    if (!fields)
        return result;
    std::vector<std::string> names;
    for (const CsvField& field : *fields) {
        const std::string name = foldTyped(field.text);
        const bool twice = std::find(names.begin(), names.end(), name) != names.end();
        if (!isColumn(name) || twice)
            result.problems.push_back(columnProblem(name, twice, placeOf(field, file, line)));
        names.push_back(name);
    }
    // without any known name the first line is a row, and what stands there is not repeated
    if (std::none_of(names.begin(), names.end(), isColumn) && !allNearlyColumns(names))
        result.problems = {noHeader(names, {file, line, 1, {}})};
    else if (std::find(names.begin(), names.end(), "mail_address") == names.end())
        result.problems.push_back({"batch-column-missing", {file, line, 1, {}}, "mail_address", {}, {}, false});
    if (result.problems.empty())
        result.value = std::move(names);
    return result;
}

BatchRow readRow(std::string bytes, const RowPlace& at, const BatchShape& shape) {
    BatchRow row;
    std::string text = toUtf8(bytes);
    wipe(bytes);
    if (shape.format == BatchFormat::Csv)
        readCsv(row, text, at, shape);
    else
        readJson(row, text, at, shape);
    wipe(text);
    for (Problem& problem : row.read.problems)
        placeInRow(problem, row, at, shape);
    if (!row.read.problems.empty())
        row.read.value.reset();
    row.key = row.read ? rowKey(row.id, row.read->certificate) : faultKey(row.read.problems);
    return row;
}

void placeInRow(Problem& problem, const BatchRow& row, const RowPlace& at, const BatchShape& shape) {
    if (!problem.place.file.empty() && problem.place.line > 0)
        return;
    const std::string pointer = problem.place.pointer;
    problem.place = {shape.file, at.line, 0, pointer};
    for (const auto& [known, place] : row.places)
        if (known == pointer)
            problem.place = {place.file, place.line, place.column, pointer};
}

BatchRow tooLongRow(const RowPlace& at, const BatchShape& shape) {
    BatchRow row;
    row.read.problems.push_back(
        {"batch-row-too-long", {shape.file, at.line, 0, {}}, {}, {}, std::to_string(limits::BatchRow), false});
    row.key = faultKey(row.read.problems);
    return row;
}

} // namespace yomikae::cli
