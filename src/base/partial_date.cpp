#include "base/partial_date.h"

#include <cstdio>

namespace yomikae {

namespace {

std::optional<int> digits(std::string_view text, std::size_t count) {
    if (text.size() != count)
        return std::nullopt;
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

int daysIn(int year, int month) {
    constexpr int Days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return Days[month - 1] + (month == 2 && leap ? 1 : 0);
}

} // namespace

std::optional<PartialDate> partialDate(std::string_view iso) {
    if (iso.size() != 4 && iso.size() != 7 && iso.size() != 10)
        return std::nullopt;
    PartialDate date;
    const auto year = digits(iso.substr(0, 4), 4);
    if (!year || *year < 1900 || *year > 2199)
        return std::nullopt;
    date.year = *year;
    if (iso.size() >= 7) {
        const auto month = digits(iso.substr(5, 2), 2);
        if (iso[4] != '-' || !month || *month < 1 || *month > 12)
            return std::nullopt;
        date.month = *month;
    }
    if (iso.size() == 10) {
        const auto day = digits(iso.substr(8, 2), 2);
        if (iso[7] != '-' || !day || *day < 1 || *day > daysIn(date.year, date.month))
            return std::nullopt;
        date.day = *day;
    }
    return date;
}

std::string toString(const PartialDate& date) {
    char out[16];
    if (date.month == 0)
        std::snprintf(out, sizeof out, "%04d", date.year);
    else if (date.day == 0)
        std::snprintf(out, sizeof out, "%04d-%02d", date.year, date.month);
    else
        std::snprintf(out, sizeof out, "%04d-%02d-%02d", date.year, date.month, date.day);
    return out;
}

} // namespace yomikae
