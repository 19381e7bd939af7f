// What was said on one connection, fit to be shown: printable, bounded, every secret struck out.
#pragma once

#include "base/secret.h"
#include "probe/report.h"

#include <string>
#include <string_view>
#include <vector>

namespace yomikae {

class Transcript {
  public:
    /// Lines that are kept; an honest conversation has some 40.
    static constexpr std::size_t MostLines = 200;

    explicit Transcript(Secret password) { hidden_.push_back(std::move(password)); }

    /// From now on `token` (a digest, an answer that holds the password) is struck out as well, also where the server
    /// repeats it.
    void hide(std::string&& token);
    void add(TranscriptLine::From from, std::string_view raw, Milliseconds at);
    /// `raw` without secrets, printable, cut to what may be shown.
    std::string shown(std::string_view raw) const;
    /// `raw` without secrets, otherwise as it is.
    std::string struckOut(std::string_view raw) const;
    const std::vector<TranscriptLine>& lines() const { return lines_; }

  private:
    std::vector<Secret> hidden_;
    std::vector<TranscriptLine> lines_;
};

} // namespace yomikae
