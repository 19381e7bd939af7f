#include "probe/transcript.h"

#include "base/limits.h"
#include "base/text.h"

namespace yomikae {

void Transcript::hide(std::string&& token) {
    if (!token.empty())
        hidden_.emplace_back(std::move(token));
}

std::string Transcript::struckOut(std::string_view raw) const {
    std::string text(raw);
    // The latest first: it may hold the password, and a half-struck token would still tell its other half.
    for (auto secret = hidden_.rbegin(); secret != hidden_.rend(); ++secret)
        text = secret->struckOut(std::move(text));
    return text;
}

std::string Transcript::shown(std::string_view raw) const {
    return printable(struckOut(raw), limits::ShownServerText);
}

void Transcript::add(TranscriptLine::From from, std::string_view raw, Milliseconds at) {
    if (lines_.size() < MostLines)
        lines_.push_back({from, shown(raw), at});
    else if (lines_.size() == MostLines)
        lines_.push_back({TranscriptLine::From::Note, "…", at});
}

} // namespace yomikae
