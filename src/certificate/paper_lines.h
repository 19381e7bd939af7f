// A pasted text cut into lines, and each line into what stands behind its labels.
#pragma once

#include "certificate/labels.h"

#include <string>
#include <string_view>
#include <vector>

namespace yomikae {

struct PaperLine {
    int number = 0;       ///< from 1
    std::string text;     ///< folded, control characters and invisible ones taken out; columns may stand apart by tabs
    std::string original; ///< as it came, to see what was folded
    bool used = false;    ///< something of it went into the certificate or a doubt
};
std::vector<PaperLine> paperLines(std::string_view utf8);

/// Whether this value stood there in full-width characters.
bool wasFolded(std::string_view value, const PaperLine& line);

/// A label and what stands behind it on the same line ("" = nothing).
struct LabelledValue {
    PaperField field = PaperField::Other;
    LabelRank rank = LabelRank::General;
    std::string label; ///< as printed
    std::string value;
    bool guessed = false; ///< the label only ends with one that is known
};
/// All of them in one line, in their order.
std::vector<LabelledValue> labelledValues(std::string_view line, const Labels& labels);

/// The columns of a line without labels, to be matched with the labels above.
std::vector<std::string> columnsOf(std::string_view line);

/// True where the line only draws ("-----", "|---|---|", "＊＊＊") or is empty.
bool isRule(std::string_view line);

} // namespace yomikae
