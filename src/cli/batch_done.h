// Lines of results: how each begins, so that a batch can go on where it ended. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace yomikae::cli {

/// What became of a row, in one word.
enum class RowAnswer {
    Yes,
    No,
    Faulty, ///< the row could not be used
    Later   ///< this computer had no network: nothing was learned, so a later run asks again
};
std::string_view name(RowAnswer answer); ///< "yes", "no", "faulty", "later"

/// `{"row":3,"key":"…","answer":"yes",`: what every line of results begins with.
std::string resultStart(std::uint64_t row, std::string_view key, RowAnswer answer);

struct DoneRow {
    std::uint64_t row = 0;
    std::string key;
    RowAnswer answer = RowAnswer::Yes;
    friend bool operator==(const DoneRow&, const DoneRow&) = default;
};
/// The bytes of a line that tell what it is.
inline constexpr std::size_t ResultStart = 80;
/// Nothing where the line is no line of results. Its first ResultStart bytes are enough.
std::optional<DoneRow> doneRow(std::string_view line);
/// A line that a killed program left unfinished: as far as it goes, it begins like one of results.
bool mayBecomeResult(std::string_view line);

/// The rows that earlier runs finished, by their key alone: where a row stands changes when another comes before it.
/// Some 50 bytes each.
class DoneRows {
  public:
    /// A row that comes again replaces what was known of it.
    void add(const DoneRow& row);
    /// What became of this row; nothing where it must be done: it is new, has changed, or was put off.
    std::optional<RowAnswer> answerOf(const std::string& key) const;
    std::size_t size() const { return rows_.size(); }

  private:
    std::unordered_map<std::string, RowAnswer> rows_;
};

/// How often each row was there already, so that equal rows have keys of their own. Some 40 bytes a row.
class Twins {
  public:
    /// 0 for the first row with this key, 1 for the second, …
    std::uint32_t next(std::string_view key);

  private:
    std::unordered_map<std::size_t, std::uint32_t> seen_; ///< by a hash of the key
};

} // namespace yomikae::cli
