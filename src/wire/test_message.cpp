// RFC 5322; MIME RFC 2045; encoded words RFC 2047; Auto-Submitted RFC 3834.
#include "wire/test_message.h"

#include "base/base64.h"
#include "base/text.h"

#include <cstdio>

namespace yomikae {

namespace {

constexpr std::string_view MarkField = "X-Yomikae-Test";
constexpr std::size_t WordBytes =
    39; ///< a line with encoded words has 76 characters, "Subject: " among them (RFC 2047 2)
constexpr std::size_t TextBytes = 57; ///< 76 characters of base64 a line (RFC 2045 6.8)

/// "Tue, 24 Nov 2026 16:43:26 +0000": in UTC, so that it says nothing about where the person is.
std::string mailDate(std::chrono::sys_seconds time) {
    static constexpr const char* Days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr const char* Months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                             "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(time - day);
    char out[48];
    std::snprintf(out, sizeof out, "%s, %u %s %d %02d:%02d:%02d +0000", Days[std::chrono::weekday(day).c_encoding()],
                  static_cast<unsigned>(date.day()), Months[static_cast<unsigned>(date.month()) - 1],
                  static_cast<int>(date.year()), static_cast<int>(clock.hours().count()),
                  static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count()));
    return out;
}

std::string base64Lines(std::string_view text) {
    std::string lines;
    for (; !text.empty(); text.remove_prefix(std::min(TextBytes, text.size())))
        lines += base64(text.substr(0, TextBytes)) + "\r\n";
    return lines;
}

/// No character is cut in two.
std::size_t wholeCharacters(std::string_view utf8, std::size_t most) {
    std::size_t end = std::min(most, utf8.size());
    while (end > 0 && end < utf8.size() && (static_cast<unsigned char>(utf8[end]) & 0xC0u) == 0x80)
        --end;
    return end > 0 ? end : std::min(most, utf8.size());
}

bool isFolded(std::string_view line) {
    return !line.empty() && (line[0] == ' ' || line[0] == '\t');
}

} // namespace

std::string encodedWords(std::string_view utf8) {
    std::string words;
    while (!utf8.empty()) {
        const std::size_t size = wholeCharacters(utf8, WordBytes);
        words += (words.empty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?") + base64(utf8.substr(0, size)) + "?=";
        utf8.remove_prefix(size);
    }
    return words;
}

MessageMark markOf(const TestMessage& message) {
    const std::string domain = message.address.substr(message.address.rfind('@') + 1);
    return {"<yomikae." + message.token + "@" + domain + ">", message.token};
}

std::string composed(const TestMessage& message) {
    const std::string address = "<" + message.address + ">";
    std::string mail;
    const auto field = [&](std::string_view name, const std::string& value) {
        mail += std::string(name) + ": " + value + "\r\n";
    };
    field("Message-ID", markOf(message).id);
    field("Date", mailDate(message.date));
    field("From", address);
    field("To", address);
    field("Subject", encodedWords(message.subject));
    field("Auto-Submitted", "auto-generated");
    field(MarkField, message.token);
    field("MIME-Version", "1.0");
    field("Content-Type", "text/plain; charset=UTF-8");
    field("Content-Transfer-Encoding", "base64");
    return mail + "\r\n" + base64Lines(message.text);
}

void MarkSeeker::reset() {
    field_.clear();
    header_ = true;
    seen_ = false;
}

void MarkSeeker::line(std::string_view line) {
    header_ = header_ && !line.empty();
    if (!header_)
        return;
    std::string_view value = line;
    if (!isFolded(line)) {
        const std::size_t colon = std::min(line.find(':'), line.size());
        field_ = lowerAscii(trimmed(line.substr(0, colon)));
        value.remove_prefix(std::min(colon + 1, line.size()));
    }
    const std::string text = trimmed(value);
    seen_ = seen_ || (field_ == "message-id" && text == mark_.id) ||
            (field_ == lowerAscii(MarkField) && text == mark_.token);
}

} // namespace yomikae
