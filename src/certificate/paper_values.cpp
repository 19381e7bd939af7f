#include "certificate/paper_values.h"

#include "base/host_name.h"
#include "base/mail_address.h"
#include "base/text.h"
#include "certificate/code_points.h"

#include <algorithm>
#include <array>

namespace yomikae {

namespace {

constexpr std::string_view NotInLocalParts = "\"(),:;<>@[\\]|"; ///< RFC 5322 specials but for the dot

bool isGraphic(char c) {
    return c > ' ' && c < 0x7F;
}

bool isLocalPart(char c) {
    return isGraphic(c) && NotInLocalParts.find(c) == std::string_view::npos;
}

bool isHostCharacter(char c) {
    return isAsciiWord(c) || c == '-' || c == '.' || c == '_';
}

bool contains(std::string_view text, std::string_view what) {
    return text.find(what) != std::string_view::npos;
}

/// The address around the '@' at `at`; scanners and typists put blanks beside it.
std::optional<std::string> addressAround(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end > 0 && text[end - 1] == ' ')
        --end;
    std::size_t start = end;
    while (start > 0 && end - start <= 64 && isLocalPart(text[start - 1]))
        --start;
    std::size_t from = at + 1;
    while (from < text.size() && text[from] == ' ')
        ++from;
    std::size_t to = from;
    while (to < text.size() && to - from <= 253 && isHostCharacter(text[to]))
        ++to;
    while (to > from && (text[to - 1] == '.' || text[to - 1] == '-'))
        --to;
    const auto address =
        mailAddress(std::string(text.substr(start, end - start)) + "@" + std::string(text.substr(from, to - from)));
    return address ? std::optional(address->full()) : std::nullopt;
}

std::optional<std::uint16_t> port(std::string_view digits) {
    if (digits.empty() || digits.size() > 5)
        return std::nullopt;
    unsigned value = 0;
    for (const char c : digits)
        value = value * 10 + static_cast<unsigned>(c - '0');
    return value >= 1 && value <= 65535 ? std::optional(static_cast<std::uint16_t>(value)) : std::nullopt;
}

std::string_view firstDigits(std::string_view text) {
    const auto from = std::find_if(text.begin(), text.end(), isAsciiDigit);
    const auto to = std::find_if_not(from, text.end(), isAsciiDigit);
    return text.substr(static_cast<std::size_t>(from - text.begin()), static_cast<std::size_t>(to - from));
}

/// The port in what stands behind a host: ":110", "(110)", "(110番)", "ポート 110".
std::optional<std::uint16_t> portBehind(std::string_view rest) {
    const std::string folded = lowerAscii(trimmed(rest));
    const bool marked = startsWith(folded, ":") || startsWith(folded, "(") || startsWith(folded, "[") ||
                        contains(folded, "ポート") || contains(folded, "port") || contains(folded, "番");
    return marked ? port(firstDigits(folded)) : std::nullopt;
}

std::optional<std::string> asHost(std::string_view word) {
    while (!word.empty() && word.back() == '.')
        word.remove_suffix(1);
    if (isIpLiteral(word))
        return std::string(word);
    return hostName(word);
}

/// Runs of host characters with a dot inside, as offsets; a dot alone only leads to the value.
std::vector<std::pair<std::size_t, std::size_t>> dottedWords(std::string_view text) {
    std::vector<std::pair<std::size_t, std::size_t>> words;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && isHostCharacter(text[end]))
            ++end;
        const std::string_view word = text.substr(at, end - at);
        if (contains(word, ".") && std::any_of(word.begin(), word.end(), isAsciiWord))
            words.emplace_back(at, end);
        at = end == at ? at + 1 : end;
    }
    return words;
}

} // namespace

std::vector<std::string> addressesIn(std::string_view text) {
    std::vector<std::string> found;
    for (auto at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1))
        if (auto address = addressAround(text, at))
            found.push_back(std::move(*address));
    return found;
}

std::optional<std::string> addressIn(std::string_view text) {
    auto found = addressesIn(text);
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::optional<HostAndPort> hostIn(std::string_view text) {
    const auto words = dottedWords(text);
    if (words.empty())
        return std::nullopt;
    const auto [from, to] = words.front();
    // behind an '@' or a scheme it is a part of something else; a letter beside it makes it another name
    if (from > 0 && (text[from - 1] == '@' || text[from - 1] == '/'))
        return std::nullopt;
    if (to < text.size() && (text[to] == '@' || text[to] == '*' || text[to] == '$' || text[to] == '/'))
        return std::nullopt;
    auto host = asHost(text.substr(from, to - from));
    if (!host)
        return std::nullopt;
    const auto port = portBehind(text.substr(to));
    const std::string rest = lowerAscii(text.substr(to));
    const bool forTls = port && (contains(rest, "ssl") || contains(rest, "tls"));
    return HostAndPort{std::move(*host), forTls ? std::nullopt : port, forTls};
}

std::vector<std::string> speakingHostsIn(std::string_view text) {
    std::vector<std::string> found;
    for (const auto& [from, to] : dottedWords(text)) {
        const std::string word = lowerAscii(text.substr(from, to - from));
        const bool speaks = startsWith(word, "pop") || startsWith(word, "smtp") || startsWith(word, "imap");
        const bool partOfMore = from > 0 && (text[from - 1] == '@' || text[from - 1] == '/');
        if (!speaks || partOfMore)
            continue;
        if (auto host = asHost(word))
            found.push_back(std::move(*host));
    }
    return found;
}

std::optional<std::uint16_t> portIn(std::string_view text) {
    return port(firstDigits(text));
}

std::optional<Security> securityIn(std::string_view text) {
    const std::string folded = lowerAscii(text);
    for (const std::string_view no :
         {"なし", "無し", "使用しない", "利用しない", "しない", "不要", "オフ", "off", "none", "no", "無", "×"})
        if (contains(folded, no))
            return Security::None;
    if (contains(folded, "starttls") || contains(folded, "stls"))
        return Security::StartTls;
    for (const std::string_view yes : {"ssl", "tls", "使用する", "利用する", "あり", "有り", "必要", "オン", "○"})
        if (contains(folded, yes))
            return Security::ImplicitTls;
    return std::nullopt;
}

std::optional<std::string> accountIn(std::string_view text) {
    if (auto address = addressIn(text))
        return address;
    const auto end = std::find_if_not(text.begin(), text.end(), isGraphic);
    std::string word(text.begin(), end);
    const auto note = word.find('(');
    word.resize(note == std::string::npos || note == 0 ? word.size() : note);
    return std::any_of(word.begin(), word.end(), isAsciiWord) ? std::optional(word) : std::nullopt;
}

std::optional<std::string> passwordIn(std::string_view text) {
    auto end = std::find(text.begin(), text.end(), ' ');
    end = std::find(text.begin(), end, '\t');
    std::string_view word = text.substr(0, static_cast<std::size_t>(end - text.begin()));
    // a note in Japanese right behind it is not a part of it: "himitsu(半角)"
    const auto foreign = std::find_if_not(word.begin(), word.end(), isGraphic);
    if (foreign != word.end()) {
        const auto note = word.substr(0, static_cast<std::size_t>(foreign - word.begin())).rfind('(');
        if (note == std::string_view::npos)
            return std::nullopt;
        word = word.substr(0, note);
    }
    const bool hidden = std::all_of(word.begin(), word.end(), [](char c) { return c == '*' || c == '.' || c == '-'; });
    return hidden ? std::nullopt : std::optional(std::string(word));
}

bool goesOn(std::string_view text) {
    constexpr std::string_view Notes = "([*@";
    const std::string behind = trimmed(text.substr(std::min(text.find_first_of(" \t"), text.size())));
    return !behind.empty() && isGraphic(behind[0]) && Notes.find(behind[0]) == std::string_view::npos;
}

bool saysTheSame(std::string_view text) {
    for (const std::string_view same : {"同じ", "同上", "同左", "共通", "〃"})
        if (contains(text, same))
            return true;
    return false;
}

} // namespace yomikae
