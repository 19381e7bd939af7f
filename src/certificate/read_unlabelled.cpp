#include "certificate/read_unlabelled.h"

#include "base/text.h"
#include "certificate/code_points.h"
#include "certificate/paper_values.h"

#include <algorithm>

namespace yomikae {

namespace {

ValueOrigin origin(PaperField field, int line) {
    return {field, LabelRank::General, false, {}, line};
}

void take(PaperField field, const std::string& value, const PaperLine& line, std::string_view code, PaperNotes& notes) {
    notes.doubt(code, field, line.number, {{"value", value}});
    if (wasFolded(value, line) && field != PaperField::Issued)
        notes.doubt("folded", field, line.number, {{"value", value}});
    notes.put(origin(field, line.number), value);
}

PaperField fieldOfHost(const std::string& host) {
    return startsWith(host, "smtp")   ? PaperField::SmtpServer
           : startsWith(host, "imap") ? PaperField::ImapServer
                                      : PaperField::PopServer;
}

void readHosts(const std::vector<PaperLine>& lines, PaperNotes& notes) {
    for (const PaperLine& line : lines) {
        if (line.used)
            continue;
        for (const std::string& host : speakingHostsIn(line.text)) {
            const PaperField field = fieldOfHost(host);
            if (!notes.has(field))
                take(field, host, line, "host-without-label", notes);
            else if (notes.value(field) != host)
                notes.doubt("host-not-used", field, line.number, {{"value", host}});
        }
    }
}

/// Two dates say nothing about which one is the paper's.
void readDate(const std::vector<PaperLine>& lines, PaperNotes& notes) {
    std::vector<std::pair<std::string, const PaperLine*>> dates;
    for (const PaperLine& line : lines)
        for (const std::string& column : line.used ? std::vector<std::string>() : columnsOf(line.text))
            if (isDateAlone(column))
                dates.emplace_back(toString(*dateIn(column)), &line);
    if (!notes.has(PaperField::Issued) && dates.size() == 1)
        take(PaperField::Issued, dates.front().first, *dates.front().second, "date-without-label", notes);
}

void readAddress(std::vector<PaperLine>& lines, PaperNotes& notes) {
    constexpr std::size_t Listed = 20;
    std::vector<std::string> different;
    const PaperLine* first = nullptr;
    for (PaperLine& line : lines) {
        if (line.used)
            continue;
        for (std::string& address : addressesIn(line.text)) {
            first = first == nullptr ? &line : first;
            line.used = true;
            if (different.size() < Listed && std::find(different.begin(), different.end(), address) == different.end())
                different.push_back(std::move(address));
        }
    }
    if (different.size() == 1) {
        take(PaperField::MailAddress, different.front(), *first, "address-without-label", notes);
    } else if (first != nullptr) {
        std::string all;
        for (const std::string& address : different)
            all += (all.empty() ? "" : ", ") + address;
        notes.doubt("several-addresses", PaperField::MailAddress, first->number, {{"values", all}});
    }
}

/// Not where '@' begins a name ("@nifty"): before an address's '@' stands a letter, or a dot comes soon behind it.
bool mayHoldAnAddress(std::string_view line) {
    constexpr std::size_t LongestLabel = 63;
    for (auto at = line.find('@'); at != std::string_view::npos; at = line.find('@', at + 1)) {
        const std::size_t before = at >= 2 && isBlank(line.substr(at - 1, 1)) ? at - 2 : at - 1;
        if (at > 0 && isAsciiWord(line[before]))
            return true;
        const std::string_view behind = line.substr(at + 1, LongestLabel);
        if (behind.substr(0, behind.find_first_of(" \t@")).find('.') != std::string_view::npos)
            return true;
    }
    return false;
}

} // namespace

void readWithoutLabels(std::vector<PaperLine>& lines, PaperNotes& notes) {
    readHosts(lines, notes);
    readDate(lines, notes);
    if (!notes.has(PaperField::MailAddress))
        readAddress(lines, notes);
    for (const PaperLine& line : lines)
        if (!line.used && mayHoldAnAddress(line.text))
            notes.doubt("at-unused", PaperField::Other, line.number, {{"value", trimmed(line.text)}});
}

} // namespace yomikae
