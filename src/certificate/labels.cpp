#include "certificate/labels.h"

#include "base/json.h"
#include "base/limits.h"
#include "base/names.h"
#include "base/text.h"
#include "certificate/code_points.h"

#include <algorithm>

namespace yomikae {

namespace {

constexpr Named<PaperField> FieldNames[] = {{PaperField::Provider, "provider"},
                                            {PaperField::Issued, "issued"},
                                            {PaperField::MailAddress, "mail_address"},
                                            {PaperField::MailAccount, "mail_account"},
                                            {PaperField::MailPassword, "mail_password"},
                                            {PaperField::PopServer, "pop_server"},
                                            {PaperField::PopPort, "pop_port"},
                                            {PaperField::SmtpServer, "smtp_server"},
                                            {PaperField::SmtpPort, "smtp_port"},
                                            {PaperField::SmtpAccount, "smtp_account"},
                                            {PaperField::IncomingSecurity, "incoming_security"},
                                            {PaperField::OutgoingSecurity, "outgoing_security"},
                                            {PaperField::ImapServer, "imap_server"},
                                            {PaperField::ImapPort, "imap_port"},
                                            {PaperField::Server, "server"},
                                            {PaperField::Port, "port"},
                                            {PaperField::Security, "security"},
                                            {PaperField::Incoming, "incoming"},
                                            {PaperField::Outgoing, "outgoing"},
                                            {PaperField::Other, "other"}};

/// Marks inside a label that one paper prints and the next leaves out.
bool isSkipped(std::string_view c, std::string_view before) {
    constexpr std::string_view Skipped[] = {"-", "(", ")", "[", "]", "ー", "・", "「", "」", "【", "】", "―", "‐", "_"};
    if (std::find(std::begin(Skipped), std::end(Skipped), c) != std::end(Skipped))
        return true;
    return c == "一" && isKatakana(before); // how scanners read the long vowel mark
}

std::string squeezed(std::string_view label) {
    const std::string folded = lowerAscii(foldWidth(label));
    std::string out;
    std::string_view before;
    for (std::size_t at = 0; at < folded.size();) {
        const std::string_view c = codePointAt(folded, at);
        if (!isBlank(c) && !isSkipped(c, before))
            out += c;
        before = c;
        at += c.size();
    }
    return out;
}

std::vector<std::string> inBoth(const LabelTable& table, std::string_view key, std::string_view other) {
    std::vector<std::string> both;
    for (const auto& [name, labels] : table)
        for (const auto& [otherName, otherLabels] : table)
            for (const std::string& label : labels)
                if (name == key && otherName == other &&
                    std::find(otherLabels.begin(), otherLabels.end(), label) != otherLabels.end())
                    both.push_back(label);
    return both;
}

} // namespace

std::string_view name(PaperField field) {
    return nameIn(FieldNames, field);
}

void Labels::add(PaperField field, LabelRank rank, const std::string& label) {
    std::string key = squeezed(label);
    if (!key.empty())
        entries_.push_back({std::move(key), field, rank});
}

void Labels::sort() {
    // of equal labels the one of the highest rank stays; in a table the first
    std::stable_sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
        return a.squeezed != b.squeezed ? a.squeezed < b.squeezed : a.rank > b.rank;
    });
    const auto same = [](const Entry& a, const Entry& b) { return a.squeezed == b.squeezed; };
    entries_.erase(std::unique(entries_.begin(), entries_.end(), same), entries_.end());
}

Labels Labels::with(const LabelTable& own) const {
    Labels all = *this;
    for (const std::string& label : inBoth(own, "pop_server", "smtp_server")) // of equal ones the first stays
        all.add(PaperField::Server, LabelRank::Own, label);
    for (const auto& [key, labels] : own)
        if (const auto field = valueIn(FieldNames, key))
            for (const std::string& label : labels)
                all.add(*field, LabelRank::Own, label);
    all.sort();
    return all;
}

Labels::Range Labels::narrowed(Range range, std::size_t depth, std::string_view next) {
    for (const char raw : next) {
        const int byte = static_cast<unsigned char>(raw);
        const auto byteOf = [depth](const Entry& entry) {
            return depth < entry.squeezed.size() ? static_cast<unsigned char>(entry.squeezed[depth]) : -1;
        };
        range.first = std::partition_point(range.first, range.second, [&](const Entry& e) { return byteOf(e) < byte; });
        range.second =
            std::partition_point(range.first, range.second, [&](const Entry& e) { return byteOf(e) == byte; });
        ++depth;
    }
    return range;
}

std::optional<LabelMatch> Labels::longestAt(std::string_view line, std::size_t at) const {
    std::optional<LabelMatch> best;
    std::optional<LabelMatch> beforeGap; ///< a finished label where the next column may begin
    std::size_t gapAt = 0;
    std::size_t depth = 0;
    std::size_t bestDepth = 0;
    std::string_view before;
    for (Range range{entries_.begin(), entries_.end()}; at < line.size() && range.first != range.second;) {
        const std::string_view c = codePointAt(line, at);
        const bool finished = best && depth == bestDepth;
        if (finished && !beforeGap && isWideGap(line, at)) {
            beforeGap = best;
            gapAt = at;
        }
        at += c.size();
        if (isBlank(c) || isSkipped(c, before)) {
            if (depth == 0)
                break;
            if (finished && (c == "ー" || c == "一"))
                best->end = at;
        } else {
            range = narrowed(range, depth, lowerAscii(c));
            depth += c.size();
            if (range.first != range.second && range.first->squeezed.size() == depth) {
                best = LabelMatch{range.first->field, range.first->rank, at};
                bestDepth = depth;
            }
        }
        before = c;
    }
    // "メールアドレス  パスワード" is two labels in two columns, "POP  サーバ" is one
    if (beforeGap && best->end > beforeGap->end) {
        const auto next = longestAt(line, line.find_first_not_of(" \t", gapAt));
        if (next && next->end >= best->end)
            return beforeGap;
    }
    return best;
}

Result<Labels> readLabels(std::string json, std::string file) {
    Result<Labels> result;
    auto document = parseJson(std::move(json), std::move(file), limits::ProfileFile);
    result.problems = std::move(document.problems);
    if (!document)
        return result;
    Labels labels;
    JsonCursor root(*document, result.problems);
    if (!root.object())
        return result;
    if (auto format = root.required("format"))
        format->integer(1, 1);
    const std::pair<const char*, LabelRank> parts[] = {{"labels", LabelRank::Common}, {"general", LabelRank::General}};
    for (const auto& [key, rank] : parts) {
        auto part = root.required(key);
        if (!part || !part->object())
            continue;
        for (const auto& row : FieldNames)
            if (auto list = part->optional(row.name))
                for (JsonCursor& label : list->elements())
                    if (const auto text = label.text(100))
                        labels.add(row.value, rank, *text);
        part->finish();
    }
    root.finish();
    if (result.problems.empty()) {
        labels.sort();
        result.value = std::move(labels);
    }
    return result;
}

} // namespace yomikae
