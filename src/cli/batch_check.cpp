#include "cli/batch_check.h"

#include "base/mail_address.h"
#include "base/secret.h"
#include "base/text.h"
#include "cli/json_out.h"
#include "verdict/verdict.h"
#include "words/words.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>

namespace yomikae::cli {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t RowColumn = 7, AddressColumn = 34, ProviderColumn = 16;

RowAnswer answerOf(Verdict verdict) {
    if (verdict == Verdict::NetworkDown)
        return RowAnswer::Later;
    return verdict == Verdict::Works || verdict == Verdict::Reachable ? RowAnswer::Yes : RowAnswer::No;
}

std::string jsonLineOf(const PreparedRow& row, RowAnswer answer, const Json& rest) {
    Json head = {{"line", row.place.line}};
    if (!row.row.id.empty())
        head["id"] = row.row.id;
    std::string line = resultStart(row.place.row, keyOfTwin(row.row.key, row.place.twin), answer);
    const std::string headText = jsonLine(head);
    line += headText.substr(1, headText.size() - 3) + ",";
    return line + jsonLine(rest).substr(1);
}

Json problemJson(const Problem& problem) {
    Json out = {{"code", problem.code}, {"file", problem.place.file}, {"line", problem.place.line}};
    out["column"] = problem.place.column > 0 ? Json(problem.place.column) : Json(nullptr);
    out["pointer"] = problem.place.pointer;
    out["found"] = problem.found;
    out["allowed"] = problem.allowed;
    out["ja"] = say(problem, Language::Japanese);
    out["en"] = say(problem, Language::English);
    return out;
}

std::string named(const PreparedRow& row) {
    return padded(std::to_string(row.place.row), RowColumn) + (row.row.id.empty() ? "" : row.row.id + "  ");
}

} // namespace

std::uint64_t accountOf(const std::string& name) {
    std::uint64_t account = 0;
    const std::string digits = fingerprint(lowerAscii(name));
    std::from_chars(digits.data(), digits.data() + digits.size(), account, 16);
    return account;
}

PreparedRow prepareRow(std::string bytes, bool tooLong, const RowPlace& at, const BatchKnowledge& knowledge) {
    PreparedRow prepared{at, {}, {}, {}, 0};
    if (tooLong) {
        wipe(bytes);
        prepared.row = tooLongRow(at, knowledge.shape);
        return prepared;
    }
    prepared.row = readRow(std::move(bytes), at, knowledge.shape);
    auto& read = prepared.row.read;
    if (!read)
        return prepared;
    auto translation = translate(read->certificate, knowledge.catalog, knowledge.options.preference);
    for (Problem& problem : translation.problems)
        placeInRow(problem, prepared.row, at, knowledge.shape);
    if (!translation) {
        read.problems = std::move(translation.problems);
        prepared.row.key = faultKey(read.problems);
        return prepared;
    }
    translation->doubts.insert(translation->doubts.begin(), read->doubts.begin(), read->doubts.end());
    prepared.account = accountOf(translation->mailAddress);
    if (const auto address = mailAddress(translation->mailAddress))
        prepared.domain = address->domain;
    prepared.translation = std::move(translation.value);
    return prepared;
}

bool asksDomain(const PreparedRow& row, const CheckOptions& options) {
    return !options.offline && !row.domain.empty() && isWorthDiscovering(*row.translation);
}

Translation translationOf(const PreparedRow& row, const Discovery* found, const BatchKnowledge& knowledge) {
    Translation translation = *row.translation;
    if (found != nullptr)
        translation = withDiscovery(std::move(translation), *row.row.read, knowledge.catalog, *found,
                                    knowledge.options.preference);
    translation.passwordGiven = knowledge.options.login && !row.row.read->certificate.mailPassword.empty();
    return translation;
}

std::vector<std::string> hostsOf(const Plan& plan) {
    std::vector<std::string> hosts;
    for (const Candidate& candidate : plan.candidates)
        hosts.push_back(lowerAscii(candidate.endpoint.host));
    std::sort(hosts.begin(), hosts.end());
    hosts.erase(std::unique(hosts.begin(), hosts.end()), hosts.end());
    return hosts;
}

RowResult faultyResult(const PreparedRow& row, const BatchKnowledge& knowledge) {
    RowResult result;
    const auto& problems = row.row.read.problems;
    if (knowledge.wantsJson) {
        Json list = Json::array();
        for (const Problem& problem : problems)
            list.push_back(problemJson(problem));
        result.json = jsonLineOf(row, RowAnswer::Faulty, {{"error", std::move(list)}});
    }
    if (knowledge.wantsText)
        for (const Problem& problem : problems)
            result.text += named(row) + say(problem, knowledge.language) + "\n";
    return result;
}

RowResult checkedResult(const PreparedRow& row, const Translation& translation, const RunReport& report,
                        const std::string& madeAt, const BatchKnowledge& knowledge) {
    const Judgement judgement = judge(translation, report);
    RowResult result;
    result.answer = answerOf(judgement.verdict);
    if (knowledge.wantsJson)
        result.json = jsonLineOf(row, result.answer, toJson(translation, report, judgement, madeAt));
    if (knowledge.wantsText)
        result.text = named(row) + padded(translation.mailAddress, AddressColumn) + "  " +
                      padded(translation.provider.empty() ? say("provider-none", knowledge.language)
                                                          : pick(translation.providerNames, knowledge.language),
                             ProviderColumn) +
                      "  " + say(judgement.summary, knowledge.language) + "\n";
    return result;
}

} // namespace yomikae::cli
