#include "cli/text_out.h"

#include "cli/console.h"
#include "cli/options.h"

namespace yomikae::cli {

namespace {

std::string heading(const char* code, Language language) {
    return "\n" + say(code, language) + "\n";
}

std::string valueText(const FieldChange& change, const std::string& value, Language language) {
    const bool security = change.field == Field::IncomingSecurity || change.field == Field::OutgoingSecurity;
    if (value.empty())
        return "-";
    return security ? say("sheet-security-" + value, language) : value;
}

std::string changeText(const FieldChange& change, const Translation& translation, Language language) {
    std::string text = "  " + padded(say("field-" + std::string(name(change.field)), language), 26);
    const std::string mark = say("change-" + std::string(name(change.change)), language);
    if (change.field == Field::MailPassword)
        text += say(translation.passwordGiven ? "password-given" : "password-not-given", language);
    else if (change.change == Change::Changed || change.change == Change::Removed)
        text += valueText(change, change.paper, language) + " -> " + valueText(change, change.now, language);
    else
        text += valueText(change, change.now, language);
    text += "  [" + mark + "]\n      " + say(change.reason, language) + "\n";
    if (change.evidence)
        text += "      " + say("evidence-" + std::string(name(*change.evidence)), language) +
                (change.source.empty() ? "" : " - " + change.source) + "\n";
    return text;
}

std::string endpointText(const TranslatedEndpoint& endpoint, Language language) {
    const std::string host =
        endpoint.host.empty() ? say(message("host-needs", {{"key", endpoint.needs}}), language) : endpoint.host;
    return "  " + padded(std::string(name(endpoint.protocol)), 6) +
           padded(host + ":" + std::to_string(endpoint.port), 34) +
           padded(say("sheet-security-" + std::string(name(endpoint.security)), language), 16) +
           say("evidence-" + std::string(name(endpoint.evidence)), language) +
           (endpoint.recommended ? "  " + say("show-recommended", language) : "") + "\n";
}

std::string listed(const char* code, const std::vector<std::string>& lines, Language language) {
    if (lines.empty())
        return {};
    std::string text = heading(code, language);
    for (const std::string& line : lines)
        text += "  - " + line + "\n";
    return text;
}

std::string stepsText(const Translation& translation, Language language) {
    std::vector<std::string> lines;
    for (const TranslatedStep& step : translation.steps)
        lines.push_back(pick(step.text, language) + (step.url.empty() ? "" : " " + step.url));
    return listed("heading-steps", lines, language);
}

std::string questionsText(const Translation& translation, Language language) {
    std::vector<std::string> lines;
    for (const TranslatedQuestion& question : translation.questions)
        lines.push_back(
            question.key + ": " + pick(question.text, language) + " " + pick(question.where, language) +
            (question.example.empty() ? "" : " (" + say("example", language) + " " + question.example + ")"));
    return listed("heading-questions", lines, language);
}

std::string doubtsText(const Translation& translation, Language language) {
    std::vector<std::string> lines;
    for (const Doubt& doubt : translation.doubts)
        lines.push_back(
            (doubt.line > 0 ? say(message("at-line", {{"line", std::to_string(doubt.line)}}), language) : "") +
            say(doubt.message, language));
    return listed("heading-doubts", lines, language);
}

std::string where(const Endpoint& endpoint, Language language) {
    return std::string(name(endpoint.protocol)) + " " + endpoint.host + ":" + std::to_string(endpoint.port) + " " +
           say("sheet-security-" + std::string(name(endpoint.security)), language);
}

std::string provenText(const char* code, const std::optional<Proven>& proven, const RunReport& report,
                       Language language) {
    std::string text = "  " + padded(say(code, language), 10);
    if (!proven)
        return text + say("proven-none", language) + "\n";
    const Attempt& attempt = report.attempts.at(proven->attempt);
    text += where(attempt.candidate.endpoint, language);
    if (!attempt.username.empty())
        text += "  " + attempt.username;
    return text + "  [" + say(proven->how == Proven::How::Login ? "proven-login" : "proven-reached", language) + "]\n";
}

} // namespace

std::string translationText(const Translation& translation, Language language) {
    std::string text =
        translation.provider.empty() ? say("provider-none", language) : pick(translation.providerNames, language);
    text += "  " + translation.mailAddress + "\n";
    if (translation.status && !pick(translation.status->note, language).empty())
        text += pick(translation.status->note, language) + "\n";
    text += heading("heading-changes", language);
    for (const FieldChange& change : translation.changes)
        text += changeText(change, translation, language);
    text += heading("heading-incoming", language);
    for (const TranslatedEndpoint& endpoint : translation.incoming)
        text += endpointText(endpoint, language);
    text += heading("heading-outgoing", language);
    for (const TranslatedEndpoint& endpoint : translation.outgoing)
        text += endpointText(endpoint, language);
    return text + stepsText(translation, language) + questionsText(translation, language) +
           doubtsText(translation, language);
}

std::string attemptText(const Attempt& attempt, const Message& explanation, Language language) {
    std::string text = "  " + padded(where(attempt.candidate.endpoint, language), 52) +
                       std::string(name(attempt.outcome)) + "  " + std::to_string(attempt.took.count()) +
                       " ms\n      " + say(explanation, language) + "\n";
    if (attempt.consent)
        text += "      " +
                say(message("consent-how", {{"option", std::string(consentOption(attempt.consent->kind))},
                                            {"covers", covers(*attempt.consent)}}),
                    language) +
                "\n";
    return text;
}

std::string checkText(const Translation& translation, const RunReport& report, const Judgement& judgement,
                      Language language) {
    std::string text = say(judgement.summary, language) + "\n\n";
    text += provenText("word-incoming", judgement.incoming, report, language);
    text += provenText("word-outgoing", judgement.outgoing, report, language);
    std::vector<std::string> advice;
    for (const Message& each : judgement.advice)
        advice.push_back(say(each, language));
    text += listed("heading-advice", advice, language) + doubtsText(translation, language);
    text += heading("heading-attempts", language);
    for (std::size_t i = 0; i < report.attempts.size(); ++i)
        text += attemptText(report.attempts[i], judgement.explanations.at(i), language);
    return text;
}

std::string progressLine(const RunReport& report, Language language) {
    std::size_t done = 0;
    std::string current;
    for (const Attempt& attempt : report.attempts) {
        if (attempt.stage == Stage::Done || attempt.took.count() > 0)
            ++done;
        else if (current.empty())
            current = where(attempt.candidate.endpoint, language);
    }
    return say(message("progress", {{"done", std::to_string(done)},
                                    {"all", std::to_string(report.attempts.size())},
                                    {"current", current}}),
               language);
}

} // namespace yomikae::cli
