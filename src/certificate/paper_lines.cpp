#include "certificate/paper_lines.h"

#include "base/text.h"
#include "certificate/code_points.h"

#include <algorithm>
#include <array>

namespace yomikae {

namespace {

template <std::size_t N> bool isOneOf(const std::array<std::string_view, N>& set, std::string_view c) {
    return std::find(set.begin(), set.end(), c) != set.end();
}

constexpr std::array<std::string_view, 26> Bullets{"・", "●", "■", "◆", "○", "◎", "□", "◇", "▼", "▽",  "★",  "☆", "※",
                                                   "▲",  "*", "-", "#", ">", "|", "(", ")", "[", "【", "「", "<", "."};
constexpr std::array<std::string_view, 9> Closing{")", "]", "】", "」", "』", ">", "》", "〉", "*"};
constexpr std::array<std::string_view, 11> Separators{":", "=", "|", "→", "⇒", "…", "‥", "・", "─", "━", "▶"};

/// U+3000 counts as two columns; a table's drawn line is a '|'; what nobody sees goes; control characters become
/// blanks.
std::string tidied(std::string_view line) {
    std::string out;
    for (std::size_t at = 0; at < line.size();) {
        const std::string_view c = codePointAt(line, at);
        at += c.size();
        const bool control = c.size() == 1 && (static_cast<unsigned char>(c[0]) < 0x20 || c[0] == 0x7F);
        const bool unseen = c == "\u200B" || c == "\u200C" || c == "\u200D" || c == "\u2060" || c == "\uFEFF" ||
                            (c >= "\u200E" && c <= "\u200F") || (c >= "\u202A" && c <= "\u202E") ||
                            (c >= "\u2066" && c <= "\u2069");
        if (c == "\u3000")
            out += "  ";
        else if (c == "│" || c == "┃" || c == "║")
            out += "|";
        else if (control)
            out += c == "\t" ? "\t" : " ";
        else if (!unseen)
            out += c;
    }
    return foldWidth(out);
}

/// Where the first word of a line begins: behind bullets, numbering and opening brackets.
std::size_t firstWord(std::string_view line) {
    std::size_t at = 0;
    while (at < line.size()) {
        const std::string_view c = codePointAt(line, at);
        if (!isBlank(c) && !isAsciiDigit(c[0]) && !isOneOf(Bullets, c))
            break;
        at += c.size();
    }
    return at;
}

std::string_view withoutBlanks(std::string_view text) {
    while (!text.empty() && isBlank(text.substr(0, 1)))
        text.remove_prefix(1);
    return text;
}

std::string_view withoutClosing(std::string_view text) {
    while (!text.empty() && isOneOf(Closing, codePointAt(text, 0)))
        text.remove_prefix(codePointAt(text, 0).size());
    return text;
}

/// "(半角英数字)…" without the note, where something stands behind it; else as it is.
std::string_view withoutNote(std::string_view text) {
    const std::string_view bare = withoutBlanks(text);
    constexpr std::size_t LongestNote = 90;
    const auto close = startsWith(bare, "(") ? bare.substr(0, LongestNote).find(')') : std::string_view::npos;
    if (close == std::string_view::npos || withoutBlanks(bare.substr(close + 1)).empty())
        return text;
    return bare.substr(close + 1);
}

bool isLeader(std::string_view text) {
    return startsWith(text, "..") || startsWith(text, "--") || startsWith(text, "__");
}

/// "受信・送信のサーバー": a dot between two words separates no value.
bool isDotBetweenWords(std::string_view text) {
    constexpr std::string_view Dot = "・";
    if (!startsWith(text, Dot) || text.size() == Dot.size())
        return false;
    const std::string_view next = codePointAt(text, Dot.size());
    return next.size() > 1 && !isOneOf(Separators, next);
}

bool beginsWithSeparator(std::string_view text) {
    if (isDotBetweenWords(text))
        return false;
    return !text.empty() && (isOneOf(Separators, codePointAt(text, 0)) || isLeader(text));
}

/// "は himitsu です": a sentence that gives the value.
bool beginsLikeASentence(std::string_view text) {
    constexpr std::string_view Particle = "は";
    if (!startsWith(text, Particle))
        return false;
    text = withoutBlanks(text.substr(Particle.size()));
    if (startsWith(text, "、"))
        text = withoutBlanks(text.substr(std::string_view("、").size()));
    return !text.empty() && (isAsciiWord(text[0]) || startsWith(text, "「") || startsWith(text, "\""));
}

/// Whether a label may end here: "メールアドレスの変更" has none.
bool endsALabel(std::string_view label, std::string_view rest) {
    const bool inBrackets = withoutClosing(rest).size() < rest.size();
    rest = withoutNote(withoutClosing(rest));
    if (rest.empty() || isBlank(rest.substr(0, 1)) || beginsWithSeparator(rest) || startsWith(rest, "(") ||
        beginsLikeASentence(rest))
        return true;
    rest = withoutClosing(rest);
    const bool quoted = startsWith(rest, "「") || startsWith(rest, "『") || startsWith(rest, "\"");
    const bool valueFollowsAtOnce = !rest.empty() && isAsciiWord(rest[0]) && (inBrackets || !isAsciiWord(label.back()));
    return quoted || valueFollowsAtOnce || rest.empty() || beginsWithSeparator(rest);
}

std::string_view withoutSeparators(std::string_view text) {
    bool colon = false; // one only: a second one belongs to the value
    for (bool again = true; again;) {
        text = withoutBlanks(text);
        again = false;
        const bool single = startsWith(text, ":") || startsWith(text, "=");
        if (beginsWithSeparator(text) && !(single && colon)) {
            colon = colon || single;
            again = true;
            const bool leader = isLeader(text);
            const char c = text[0];
            text.remove_prefix(codePointAt(text, 0).size());
            while (leader && !text.empty() && text[0] == c)
                text.remove_prefix(1);
        }
    }
    return text;
}

std::string withoutEnds(std::string_view value) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> Pairs{
        {{"「", "」"}, {"『", "』"}, {"[", "]"}, {"<", ">"}, {"\"", "\""}, {"【", "】"}}};
    std::string text = trimmed(value);
    for (const std::string_view tail : {"|", "です。", "です", "。", "、", ","}) {
        if (text.size() > tail.size() && text.compare(text.size() - tail.size(), tail.size(), tail) == 0)
            text = trimmed(std::string_view(text).substr(0, text.size() - tail.size()));
    }
    for (const auto& [open, close] : Pairs) {
        const bool enclosed = text.size() > open.size() + close.size() && startsWith(text, open) &&
                              text.compare(text.size() - close.size(), close.size(), close) == 0;
        if (enclosed)
            text = trimmed(std::string_view(text).substr(open.size(), text.size() - open.size() - close.size()));
    }
    return text;
}

std::string valueBehind(std::string_view rest) {
    rest = withoutNote(withoutClosing(rest));
    rest = withoutBlanks(withoutClosing(rest));
    if (beginsLikeASentence(rest))
        rest.remove_prefix(std::string_view("は").size());
    return withoutEnds(withoutSeparators(rest));
}

/// Whether a label may begin at `at` of a line. Behind one blank only where the label cannot be a part of a value.
bool mayBegin(std::string_view line, std::size_t at, const LabelMatch& match) {
    const char before = line[at - 1];
    const bool column = before == '\t' || before == '|' || before == ',' || before == ';' ||
                        (at >= 2 && before == ' ' && isBlank(line.substr(at - 2, 1))) ||
                        (at >= 3 && (line.substr(at - 3, 3) == "、" || line.substr(at - 3, 3) == "・" ||
                                     line.substr(at - 3, 3) == "】" || line.substr(at - 3, 3) == "【" ||
                                     line.substr(at - 3, 3) == "■" || line.substr(at - 3, 3) == "●"));
    if (column)
        return true;
    const std::string_view rest = withoutBlanks(withoutClosing(line.substr(match.end)));
    if (before == '/' || before == '(')
        return match.field == PaperField::Port && beginsWithSeparator(rest);
    const bool japanese = static_cast<unsigned char>(line[at]) >= 0x80;
    return before == ' ' &&
           (beginsWithSeparator(rest) || japanese || static_cast<unsigned char>(line[match.end - 1]) >= 0x80);
}

struct Found {
    std::size_t from;
    LabelMatch match;
    bool guessed;
};

/// "ぷららメールアドレス:": the words before the separator end with a label that needs no exact name.
std::optional<Found> labelAtTheEndOf(std::string_view line, std::size_t from, const Labels& labels) {
    constexpr std::size_t LongestHead = 90;
    std::size_t end = from;
    while (end < line.size() && end - from < LongestHead && !beginsWithSeparator(line.substr(end)) &&
           line[end] != '\t' && !beginsLikeASentence(line.substr(end)))
        end += codePointAt(line, end).size();
    if (end >= line.size() || end - from >= LongestHead)
        return std::nullopt;
    for (std::size_t at = from; at < end; at += codePointAt(line, at).size()) {
        const auto match = labels.longestAt(line.substr(0, end), at);
        const bool named = match && match->rank != LabelRank::General && match->field != PaperField::MailPassword &&
                           match->field != PaperField::MailAccount &&
                           (match->field < PaperField::Server || match->field == PaperField::Other);
        if (named && withoutBlanks(withoutClosing(line.substr(match->end, end - match->end))).empty())
            return Found{from, *match, true};
    }
    return std::nullopt;
}

std::vector<Found> labelsIn(std::string_view line, const Labels& labels) {
    std::vector<Found> found;
    const std::size_t first = firstWord(line);
    for (std::size_t at = first; at < line.size();) {
        const bool boundary = at == first || !(isAsciiWord(line[at]) && isAsciiWord(line[at - 1]));
        const auto match = boundary ? labels.longestAt(line, at) : std::nullopt;
        if (match && endsALabel(line.substr(at, match->end - at), line.substr(match->end)) &&
            (at == first || mayBegin(line, at, *match))) {
            found.push_back({at, *match, false});
            at = match->end;
        } else {
            at += codePointAt(line, at).size();
        }
    }
    if (found.empty() || found.front().from != first)
        if (const auto guess = labelAtTheEndOf(line, first, labels);
            guess && (found.empty() || guess->match.end <= found.front().from))
            found.insert(found.begin(), *guess);
    return found;
}

} // namespace

std::vector<PaperLine> paperLines(std::string_view utf8) {
    std::vector<PaperLine> lines;
    while (!utf8.empty()) {
        const auto end = std::min(utf8.find_first_of("\r\n"), utf8.size());
        PaperLine line;
        line.number = static_cast<int>(lines.size()) + 1;
        line.original = utf8.substr(0, end);
        line.text = tidied(line.original);
        lines.push_back(std::move(line));
        utf8.remove_prefix(end);
        utf8.remove_prefix(startsWith(utf8, "\r\n") ? 2 : utf8.empty() ? 0 : 1);
    }
    return lines;
}

bool wasFolded(std::string_view value, const PaperLine& line) {
    if (lowerAscii(line.original).find(lowerAscii(value)) != std::string::npos)
        return false;
    for (std::size_t at = 0; at < line.original.size();) {
        const std::string_view c = codePointAt(line.original, at);
        at += c.size();
        if ((c >= "０" && c <= "９") || (c >= "Ａ" && c <= "Ｚ") || (c >= "ａ" && c <= "ｚ") || c == "＠")
            return true;
    }
    return false;
}

std::vector<LabelledValue> labelledValues(std::string_view line, const Labels& labels) {
    std::vector<LabelledValue> values;
    const std::vector<Found> found = labelsIn(line, labels);
    for (std::size_t i = 0; i < found.size(); ++i) {
        const Found& label = found[i];
        const std::size_t end = i + 1 < found.size() ? found[i + 1].from : line.size();
        LabelledValue value;
        value.field = label.match.field;
        value.rank = label.match.rank;
        value.label = trimmed(line.substr(label.from, label.match.end - label.from));
        value.guessed = label.guessed;
        if (label.match.end < end)
            value.value = valueBehind(line.substr(label.match.end, end - label.match.end));
        values.push_back(std::move(value));
    }
    return values;
}

std::vector<std::string> columnsOf(std::string_view line) {
    std::vector<std::string> columns;
    std::string column;
    const auto close = [&] {
        if (std::string text = trimmed(column); !text.empty())
            columns.push_back(std::move(text));
        column.clear();
    };
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (line[at] == '|' || isWideGap(line, at))
            close();
        else
            column += line[at];
    }
    close();
    return columns;
}

bool isRule(std::string_view line) {
    for (std::size_t at = 0; at < line.size();) {
        const std::string_view c = codePointAt(line, at);
        const bool drawn = isBlank(c) ||
                           (c.size() == 1 && std::string_view("-=_*+|:~.#<>").find(c) != std::string_view::npos) ||
                           (c >= "─" && c <= "╿");
        if (!drawn)
            return false;
        at += c.size();
    }
    return true;
}

} // namespace yomikae
