#include "wire/smtp_reply.h"

#include <algorithm>
#include <utility>

namespace yomikae {

namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// Three digits of the reply grammar, 0 where there are none.
int codeOf(std::string_view line) {
    const bool digits = line.size() >= 3 && line[0] >= '2' && line[0] <= '5' && isDigit(line[1]) && isDigit(line[2]);
    const bool ends = line.size() == 3 || (line.size() > 3 && (line[3] == ' ' || line[3] == '-'));
    if (!digits || !ends)
        return 0;
    return (line[0] - '0') * 100 + (line[1] - '0') * 10 + (line[2] - '0');
}

/// "5.7.8 Error" -> "5.7.8"; "" where the text does not begin so.
std::string enhancedIn(std::string_view text) {
    const auto end = std::min(text.find_first_not_of("0123456789."), text.size());
    const std::string_view word = text.substr(0, end);
    const bool shape = std::count(word.begin(), word.end(), '.') == 2 && word.size() >= 5 && word.size() <= 9 &&
                       isDigit(word.front()) && word[1] == '.' && isDigit(word.back());
    return shape ? std::string(word) : std::string();
}

} // namespace

SmtpReplyReader::State SmtpReplyReader::add(std::string_view line) {
    const int code = codeOf(line);
    if (code == 0)
        return State::NoReply;
    if (reply_.code != 0 && reply_.code != code)
        return State::MixedCodes;
    if (reply_.code == 0)
        reply_.first = line;
    reply_.code = code;
    const std::string_view text = line.size() > 4 ? line.substr(4) : std::string_view();
    if (reply_.enhanced.empty())
        reply_.enhanced = enhancedIn(text);
    reply_.texts.emplace_back(text);
    return line.size() > 3 && line[3] == '-' ? State::More : State::Whole;
}

SmtpReply SmtpReplyReader::take() {
    return std::exchange(reply_, SmtpReply());
}

} // namespace yomikae
