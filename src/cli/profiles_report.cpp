// yomikae-cli profiles report: what is known, how well, how old it is, and what is missing.
#include "cli/profiles_report.h"

#include "cli/files.h"
#include "cli/json_out.h"
#include "cli/profiles.h"
#include "net/data_files.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace yomikae::cli {

namespace {

using Json = nlohmann::ordered_json;
using Cells = std::vector<std::string>;

std::string evidenceWords(const std::optional<Evidence>& evidence, Language language) {
    return evidence ? say("evidence-" + std::string(name(*evidence)), language) : "-";
}

std::string bestWords(const std::optional<Evidence>& best, const ProviderKnowledge& of, Language language) {
    return evidenceWords(best, language) + (best == Evidence::Proven ? " " + of.provenOn : "");
}

std::string statusWords(const ServiceStatus& status, Language language) {
    return say("status-" + std::string(name(status.state)), language) +
           (status.until ? " " + dateWords(toString(*status.until), language) : "");
}

std::string joined(const Cells& parts, Language language) {
    std::string out;
    for (const std::string& part : parts)
        out += (out.empty() ? "" : language == Language::Japanese ? "、" : ", ") + part;
    return out;
}

Cells cellsOf(const ReportRow& row, Language language) {
    return {row.id, row.name, row.status, row.incoming, row.outgoing, row.checked, row.age, joined(row.gaps, language)};
}

std::string aligned(const std::vector<Cells>& rows) {
    std::vector<std::size_t> widths(rows.front().size());
    for (const Cells& row : rows)
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], columns(row[i]));
    std::string text;
    for (const Cells& row : rows) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i)
            line += padded(row[i], widths[i] + 2);
        text += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
    }
    return text;
}

/// "公式 40、報告あり 22": what there is none of is left out.
std::string evidenceCounts(const std::array<std::size_t, 5>& counts, Language language) {
    Cells parts;
    for (std::size_t i = 0; i < counts.size(); ++i)
        if (counts[i] > 0)
            parts.push_back(evidenceWords(static_cast<Evidence>(i), language) + " " + std::to_string(counts[i]));
    return parts.empty() ? "-" : joined(parts, language);
}

std::string gapCounts(const Knowledge& knowledge, Language language) {
    Cells parts;
    for (std::size_t i = 0; i < Gaps; ++i)
        if (knowledge.gaps[i] > 0)
            parts.push_back(say("gap-" + std::string(name(static_cast<Gap>(i))), language) + " " +
                            std::to_string(knowledge.gaps[i]));
    return parts.empty() ? "-" : joined(parts, language);
}

Json evidenceJson(const std::optional<Evidence>& evidence) {
    return evidence ? Json(name(*evidence)) : Json(nullptr);
}

Json providerJson(const ProviderKnowledge& one) {
    const ProviderProfile& profile = *one.profile;
    Json gaps = Json::array();
    for (const Gap gap : one.gaps)
        gaps.push_back(name(gap));
    return {{"id", profile.id},
            {"names", {{"ja", profile.names.ja}, {"en", profile.names.en}}},
            {"state", name(profile.status.state)},
            {"until", profile.status.until ? Json(toString(*profile.status.until)) : Json(nullptr)},
            {"endpoints", one.endpoints},
            {"incoming", evidenceJson(one.incoming)},
            {"outgoing", evidenceJson(one.outgoing)},
            {"proven_on", one.provenOn.empty() ? Json(nullptr) : Json(one.provenOn)},
            {"checked", profile.checked},
            {"age_days", one.ageDays ? Json(*one.ageDays) : Json(nullptr)},
            {"gaps", gaps}};
}

Json reportJson(const Knowledge& knowledge, PartialDate today) {
    Json providers = Json::array();
    for (const ProviderKnowledge& one : knowledge.providers)
        providers.push_back(providerJson(one));
    Json incoming, outgoing, gaps;
    for (std::size_t i = 0; i < knowledge.incoming.size(); ++i) {
        const std::string word(name(static_cast<Evidence>(i)));
        incoming[word] = knowledge.incoming[i];
        outgoing[word] = knowledge.outgoing[i];
    }
    for (std::size_t i = 0; i < Gaps; ++i)
        gaps[std::string(name(static_cast<Gap>(i)))] = knowledge.gaps[i];
    return {{"today", toString(today)},
            {"providers", providers},
            {"sums",
             {{"providers", knowledge.providers.size()},
              {"endpoints", knowledge.endpoints},
              {"proven", knowledge.proven},
              {"sources", knowledge.sources},
              {"incoming", incoming},
              {"outgoing", outgoing},
              {"gaps", gaps}}}};
}

/// The files that were named, else those in force.
std::optional<Catalog> catalogOf(const QStringList& paths, const Console& console) {
    if (paths.isEmpty()) {
        ReadCatalog read = profilesInForce({});
        console.tell(read.problems);
        return std::move(read.catalog);
    }
    const ProfilesToCheck named = profilesToCheck(paths);
    console.tell(named.unreadable);
    if (!named.unreadable.empty())
        return std::nullopt;
    ReadCatalog read = readCatalog(named.texts, named.today);
    console.tell(read.problems);
    return std::move(read.catalog);
}

int writeHtml(const Knowledge& knowledge, const std::string& file, const Console& console) {
    const auto problems = writeOutput(file, reportHtml(knowledge, todayHere(), console.language()));
    console.tell(problems);
    if (!problems.empty())
        return ExitStatus::WrongInput;
    console.tell(message("report-written", {{"file", file}}));
    return ExitStatus::Yes;
}

} // namespace

std::vector<ReportRow> reportRows(const Knowledge& knowledge, Language language) {
    std::vector<ReportRow> rows;
    for (const ProviderKnowledge& one : knowledge.providers) {
        const ProviderProfile& profile = *one.profile;
        ReportRow row{profile.id,
                      pick(profile.names, language),
                      statusWords(profile.status, language),
                      bestWords(one.incoming, one, language),
                      bestWords(one.outgoing, one, language),
                      profile.checked,
                      one.ageDays ? say(message("report-days", {{"days", std::to_string(*one.ageDays)}}), language)
                                  : "-",
                      {}};
        for (const Gap gap : one.gaps)
            row.gaps.push_back(say("gap-" + std::string(name(gap)), language));
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<std::string> reportSums(const Knowledge& knowledge, Language language) {
    const auto line = [&](const char* code, const std::string& list) {
        return say(message(code, {{"list", list}}), language);
    };
    return {say(message("report-sum-all", {{"providers", std::to_string(knowledge.providers.size())},
                                           {"endpoints", std::to_string(knowledge.endpoints)},
                                           {"proven", std::to_string(knowledge.proven)},
                                           {"sources", std::to_string(knowledge.sources)}}),
                language),
            line("report-sum-incoming", evidenceCounts(knowledge.incoming, language)),
            line("report-sum-outgoing", evidenceCounts(knowledge.outgoing, language)),
            line("report-sum-gaps", gapCounts(knowledge, language))};
}

std::vector<std::string> reportHeads(Language language) {
    Cells heads;
    for (const char* code : {"report-id", "report-name", "report-status", "report-incoming", "report-outgoing",
                             "report-checked", "report-age", "report-gaps"})
        heads.push_back(say(code, language));
    return heads;
}

std::string reportText(const Knowledge& knowledge, Language language) {
    std::vector<Cells> rows{reportHeads(language)};
    for (const ReportRow& row : reportRows(knowledge, language))
        rows.push_back(cellsOf(row, language));
    std::string text = aligned(rows) + "\n";
    for (const std::string& sum : reportSums(knowledge, language))
        text += sum + "\n";
    return text;
}

int runProfilesReport(const QStringList& arguments, Console& console) {
    QCommandLineParser parser;
    addOption(parser, console.language(), "json");
    addOption(parser, console.language(), "html", "FILE");
    if (const auto over = parse(parser, profilesCommand("report"), arguments, 0, -1, console))
        return *over;
    const auto catalog = catalogOf(parser.positionalArguments(), console);
    if (!catalog)
        return ExitStatus::WrongInput;
    const Knowledge knowledge = knowledgeOf(*catalog, todayHere());
    if (parser.isSet(QStringLiteral("json")))
        console.out(jsonText(reportJson(knowledge, todayHere())));
    if (parser.isSet(QStringLiteral("html")))
        return writeHtml(knowledge, parser.value(QStringLiteral("html")).toStdString(), console);
    if (!parser.isSet(QStringLiteral("json")))
        console.out(reportText(knowledge, console.language()));
    return ExitStatus::Yes;
}

} // namespace yomikae::cli
