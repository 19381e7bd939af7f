// Bytes -> lines, within the limits of base/limits.h.
#pragma once

#include "base/limits.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace yomikae {

/// Bare LF ends a line too; NUL and other odd bytes stay in the line. Splits at any point give the same lines.
class LineReader {
  public:
    void add(std::string_view bytes);
    /// The next whole line without CRLF.
    std::optional<std::string> next();
    /// Bytes that are there but no whole line yet, or lines not taken.
    bool empty() const { return at_ == buffer_.size(); }
    std::size_t waiting() const { return buffer_.size() - at_; }
    /// A line longer than limits::AnswerLine is under way (or was): nothing more will come out of `next`.
    bool tooLong() const { return tooLong_; }
    /// Bytes seen in all.
    std::size_t total() const { return total_; }
    /// What waits, raw, and forget it.
    std::string drain();

  private:
    void stopReading();
    std::string buffer_;
    std::size_t at_ = 0;
    std::size_t total_ = 0;
    bool tooLong_ = false;
};

} // namespace yomikae
