// RFC 4180: fields between commas; one in quotes may hold commas, line ends and doubled quotes.
#include "cli/batch_cut.h"

#include "base/limits.h"
#include "base/text.h"

#include <algorithm>

namespace yomikae::cli {

namespace {

constexpr auto npos = std::string_view::npos;

bool endsLine(std::string_view bytes, std::size_t at) {
    return bytes[at] == '\n' || (bytes[at] == '\r' && at + 1 < bytes.size() && bytes[at + 1] == '\n');
}

std::string_view withoutLineEnd(std::string_view row) {
    if (!row.empty() && row.back() == '\n')
        row.remove_suffix(1);
    if (!row.empty() && row.back() == '\r')
        row.remove_suffix(1);
    return row;
}

std::optional<RowCut> cutLine(std::string_view bytes, bool last, bool full) {
    const auto end = bytes.find('\n');
    if (end != npos)
        return RowCut{end + 1, 1, false};
    if (!last && !full)
        return std::nullopt;
    return RowCut{bytes.size(), 1, full};
}

enum class Quote { Closed, Open, Inside };
struct QuoteEnd {
    Quote how = Quote::Open;
    std::size_t at = 0; ///< behind the closing quote; for Inside, of what stands there
};

/// `at` is behind the opening quote.
QuoteEnd endOfQuoted(std::string_view bytes, std::size_t at) {
    for (at = bytes.find('"', at); at != npos; at = bytes.find('"', at)) {
        ++at;
        if (at == bytes.size() || bytes[at] == ',' || endsLine(bytes, at))
            return {Quote::Closed, at};
        if (bytes[at] != '"')
            return {bytes.substr(at) == "\r" ? Quote::Closed : Quote::Inside, at};
        ++at;
    }
    return {Quote::Open, bytes.size()};
}

/// The end of the row, or nothing where its quotes are at fault or `bytes` ends first.
std::optional<std::size_t> endOfCsvRow(std::string_view bytes) {
    std::size_t at = 0;
    while (at < bytes.size()) {
        if (bytes[at] == '"') {
            const QuoteEnd end = endOfQuoted(bytes, at + 1);
            if (end.how != Quote::Closed)
                return std::nullopt;
            at = end.at;
        }
        at = bytes.find_first_of(",\n", at);
        if (at == npos)
            return std::nullopt;
        if (bytes[at++] == '\n')
            return at;
    }
    return std::nullopt;
}

Problem quoteProblem(const char* code, std::string_view row, std::size_t at) {
    const std::string_view before = row.substr(0, at);
    const auto line = before.rfind('\n');
    Problem problem{code, {}, {}, {}, "\"…\"", false};
    problem.place.line = 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n'));
    problem.place.column = 1 + static_cast<int>(characters(line == npos ? before : before.substr(line + 1)));
    return problem;
}

/// Doubled quotes count once.
std::string unquoted(std::string_view text) {
    std::string out;
    out.reserve(text.size()); // it may be a password: no copies by growing
    for (std::size_t at = 0; at < text.size(); ++at) {
        out += text[at];
        if (text[at] == '"')
            ++at;
    }
    return out;
}

class Splitting {
  public:
    explicit Splitting(std::string_view row) : row_(row) {}

    Result<std::vector<CsvField>> all() {
        while (takeField()) {
        }
        Result<std::vector<CsvField>> result{std::nullopt, std::move(problems_)};
        if (result.problems.empty())
            result.value = std::move(fields_);
        else
            for (CsvField& field : fields_)
                std::fill(field.text.begin(), field.text.end(), '\0');
        return result;
    }

  private:
    /// False behind the last one.
    bool takeField() {
        const Place place = quoteProblem("", row_, at_).place;
        if (at_ < row_.size() && row_[at_] == '"') {
            const QuoteEnd end = endOfQuoted(row_, at_ + 1);
            if (end.how != Quote::Closed)
                return fail(end, at_);
            fields_.push_back({unquoted(row_.substr(at_ + 1, end.at - at_ - 2)), place.line, place.column});
            at_ = end.at;
        } else {
            const auto end = std::min(row_.find(',', at_), row_.size());
            const auto quote = row_.substr(0, end).find('"', at_);
            if (quote != npos)
                return fail({Quote::Inside, quote}, quote);
            fields_.push_back({std::string(row_.substr(at_, end - at_)), place.line, place.column});
            at_ = end;
        }
        return at_++ < row_.size();
    }

    bool fail(const QuoteEnd& end, std::size_t quote) {
        const bool open = end.how == Quote::Open;
        problems_.push_back(
            quoteProblem(open ? "batch-quote-open" : "batch-quote-inside", row_, open ? quote : end.at));
        return false;
    }

    std::string_view row_;
    std::size_t at_ = 0;
    std::vector<CsvField> fields_;
    std::vector<Problem> problems_;
};

std::optional<RowCut> cutCsv(std::string_view bytes, bool last, bool full) {
    const auto end = endOfCsvRow(bytes);
    if (!end && !last && !full)
        return std::nullopt;
    // the last row may lack its line end
    const auto row = end ? bytes.substr(0, *end) : last ? bytes : std::string_view();
    const auto ends = static_cast<int>(std::count(row.begin(), row.end(), '\n'));
    if (row.empty() || (ends > 1 && !csvFields(row)) || (!end && !csvFields(row)))
        return cutLine(bytes, last, full);
    return RowCut{row.size(), end ? ends : ends + 1, false};
}

} // namespace

std::optional<RowCut> cutRow(std::string_view bytes, bool last, BatchFormat format) {
    const bool full = bytes.size() > limits::BatchRow;
    bytes = bytes.substr(0, limits::BatchRow + 1);
    return format == BatchFormat::Csv ? cutCsv(bytes, last && !full, full) : cutLine(bytes, last && !full, full);
}

Result<std::vector<CsvField>> csvFields(std::string_view row) {
    return Splitting(withoutLineEnd(row)).all();
}

} // namespace yomikae::cli
