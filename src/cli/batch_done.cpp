#include "cli/batch_done.h"

#include <array>
#include <charconv>
#include <functional>

namespace yomikae::cli {

namespace {

constexpr std::array Words{
    std::pair{RowAnswer::Yes, std::string_view("yes")}, std::pair{RowAnswer::No, std::string_view("no")},
    std::pair{RowAnswer::Faulty, std::string_view("faulty")}, std::pair{RowAnswer::Later, std::string_view("later")}};

constexpr std::string_view Start = "{\"row\":";

bool take(std::string_view& from, std::string_view text) {
    if (from.substr(0, text.size()) != text)
        return false;
    from.remove_prefix(text.size());
    return true;
}

/// Up to the next quote, which is taken too.
std::string_view takeQuoted(std::string_view& from) {
    const auto end = from.find('"');
    const std::string_view text = from.substr(0, end);
    from.remove_prefix(end == std::string_view::npos ? from.size() : end + 1);
    return text;
}

} // namespace

std::string_view name(RowAnswer answer) {
    for (const auto& [value, word] : Words)
        if (value == answer)
            return word;
    return {};
}

std::string resultStart(std::uint64_t row, std::string_view key, RowAnswer answer) {
    return std::string(Start) + std::to_string(row) + ",\"key\":\"" + std::string(key) + "\",\"answer\":\"" +
           std::string(name(answer)) + "\",";
}

std::optional<DoneRow> doneRow(std::string_view line) {
    DoneRow done;
    if (!take(line, Start))
        return std::nullopt;
    const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), done.row);
    line.remove_prefix(static_cast<std::size_t>(end - line.data()));
    if (error != std::errc{} || !take(line, ",\"key\":\""))
        return std::nullopt;
    done.key = takeQuoted(line);
    if (!take(line, ",\"answer\":\""))
        return std::nullopt;
    const std::string_view word = takeQuoted(line);
    for (const auto& [value, known] : Words)
        if (known == word) {
            done.answer = value;
            return done;
        }
    return std::nullopt;
}

bool mayBecomeResult(std::string_view line) {
    return line.substr(0, Start.size()) == Start.substr(0, line.size());
}

void DoneRows::add(const DoneRow& row) {
    rows_[row.key] = row.answer;
}

std::optional<RowAnswer> DoneRows::answerOf(const std::string& key) const {
    const auto at = rows_.find(key);
    return at == rows_.end() || at->second == RowAnswer::Later ? std::nullopt : std::optional(at->second);
}

std::uint32_t Twins::next(std::string_view key) {
    return seen_[std::hash<std::string_view>{}(key)]++;
}

} // namespace yomikae::cli
