#include "base/text.h"
#include "certificate/code_points.h"
#include "certificate/paper_values.h"

#include <array>

namespace yomikae {

namespace {

struct EraName {
    std::string_view word;
    int yearZero; ///< the year before its first
};
constexpr EraName Eras[] = {{"昭和", 1925}, {"平成", 1988}, {"令和", 2018}, {"S", 1925}, {"H", 1988}, {"R", 2018}};

/// Reads numbers and marks from the left.
class DateText {
  public:
    explicit DateText(std::string_view text) : rest_(text) {}

    bool word(std::string_view wanted) {
        blanks();
        if (!startsWith(rest_, wanted))
            return false;
        rest_.remove_prefix(wanted.size());
        return true;
    }
    /// A number of `least` to `most` digits; -1 where there is none.
    int number(std::size_t least, std::size_t most) {
        blanks();
        std::size_t length = 0;
        while (length < rest_.size() && isAsciiDigit(rest_[length]))
            ++length;
        if (length < least || length > most)
            return -1;
        int value = 0;
        for (const char c : rest_.substr(0, length))
            value = value * 10 + (c - '0');
        rest_.remove_prefix(length);
        return value;
    }
    bool mark() { return word("/") || word("-") || word("."); }
    std::string_view rest() const { return rest_; }

  private:
    void blanks() {
        while (!rest_.empty() && rest_.front() == ' ')
            rest_.remove_prefix(1);
    }
    std::string_view rest_;
};

std::optional<int> year(DateText& text) {
    for (const EraName& era : Eras) {
        if (!text.word(era.word))
            continue;
        if (era.word.size() == 1)
            text.word(".");
        const int count = text.word("元") ? 1 : text.number(1, 2);
        return count >= 1 ? std::optional(era.yearZero + count) : std::nullopt;
    }
    text.word("西暦");
    const int western = text.number(4, 4);
    return western >= 1900 ? std::optional(western) : std::nullopt;
}

/// `parts` counts what followed the year: 0, 1 (month) or 2 (day).
std::optional<PartialDate> checked(int year, int month, int day, int parts) {
    PartialDate date{year, parts >= 1 ? month : 0, parts == 2 ? day : 0};
    return partialDate(toString(date)) == date ? std::optional(date) : std::nullopt;
}

std::optional<PartialDate> digitsOnly(DateText text, std::string_view& rest) {
    const int number = text.number(8, 8);
    rest = text.rest();
    return number < 0 ? std::nullopt : checked(number / 10000, number / 100 % 100, number % 100, 2);
}

/// The date that the text begins with; `rest` is what follows.
std::optional<PartialDate> leadingDate(std::string_view from, std::string_view& rest) {
    if (auto date = digitsOnly(DateText(from), rest))
        return date;
    DateText text(from);
    const auto y = year(text);
    if (!y)
        return std::nullopt;
    int parts = 0;
    int month = 0;
    int day = 0;
    if (text.word("年") || text.mark()) {
        month = text.number(1, 2);
        parts = month >= 0 ? 1 : 0;
    }
    if (parts == 1 && (text.word("月") || text.mark())) {
        day = text.number(1, 2);
        parts = day >= 0 ? 2 : 1;
        text.word("日");
    }
    rest = text.rest();
    return checked(*y, month, day, parts);
}

} // namespace

std::optional<PartialDate> dateIn(std::string_view text) {
    std::string_view rest;
    for (std::size_t at = 0; at < text.size() && at < 60; at += codePointAt(text, at).size()) {
        const bool insideANumber = at > 0 && (isAsciiWord(text[at - 1]) || text[at - 1] == '.');
        if (!insideANumber)
            if (auto date = leadingDate(text.substr(at), rest))
                return date;
    }
    return std::nullopt;
}

bool isDateAlone(std::string_view text) {
    std::string_view rest;
    const std::string line = trimmed(text);
    const auto date = leadingDate(line, rest);
    const std::string behind = trimmed(rest);
    return date && date->month != 0 && (behind.empty() || behind == "発行" || behind == "現在" || behind == "作成");
}

} // namespace yomikae
