#include "cli/text_out.h"

#include "cli/console.h"
#include "cli/options.h"

#include <algorithm>

namespace yomikae::cli {

namespace {

std::string heading(const char* code, Language language) {
    return "\n" + say(code, language) + "\n";
}

std::string valueText(const FieldChange& change, const std::string& value, Language language) {
    const bool security = change.field == Field::IncomingSecurity || change.field == Field::OutgoingSecurity;
    if (value.empty())
        return "-";
    if (change.field != Field::OutgoingAuthentication)
        return security ? say("sheet-security-" + value, language) : value;
    const std::string code = "sheet-authentication-" + value;
    const std::string words = say(code, language);
    return words == code ? value : words;
}

/// A field that neither the paper nor the profile has says nothing.
bool saysNothing(const FieldChange& change, const Translation& translation) {
    const bool given = change.field == Field::MailPassword && translation.passwordGiven;
    return change.change == Change::Unknown && change.paper.empty() && change.now.empty() && !given;
}

/// `reason`: false where the field before said the same.
std::string changeText(const FieldChange& change, const Translation& translation, bool reason, Language language) {
    std::string text = "  " + padded(say("field-" + std::string(name(change.field)), language), 26);
    const std::string mark = say("change-" + std::string(name(change.change)), language);
    if (change.field == Field::MailPassword)
        text += say(translation.passwordGiven ? "password-given" : "password-not-given", language);
    else if (change.change == Change::Changed || change.change == Change::Removed)
        text += valueText(change, change.paper, language) + " -> " + valueText(change, change.now, language);
    else if (change.change == Change::Unknown && change.now.empty())
        text += valueText(change, change.paper, language) + " -> ?";
    else
        text += valueText(change, change.now, language);
    text += "  [" + mark + "]\n";
    if (reason)
        text += "      " + say(change.reason, language) + "\n";
    if (change.evidence)
        text += "      " + say("evidence-" + std::string(name(*change.evidence)), language) +
                (change.source.empty() ? "" : " - " + change.source) + "\n";
    return text;
}

std::string changesText(const Translation& translation, Language language) {
    std::string text = heading("heading-changes", language);
    const FieldChange* before = nullptr;
    for (const FieldChange& change : translation.changes) {
        if (saysNothing(change, translation))
            continue;
        const bool again = before != nullptr && change.change == Change::Unknown && before->reason == change.reason;
        text += changeText(change, translation, !again, language);
        before = &change;
    }
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

/// "Reached" would hide that a login was tried there and refused.
const char* howProven(const Proven& proven, const RunReport& report) {
    if (proven.how == Proven::How::Login)
        return "proven-login";
    const auto isIn = [](const Attempt& attempt) { return isIncoming(attempt.candidate.endpoint.protocol); };
    const bool incoming = isIn(report.attempts.at(proven.attempt));
    const bool refused = std::any_of(report.attempts.begin(), report.attempts.end(), [&](const Attempt& attempt) {
        return isIn(attempt) == incoming && attempt.outcome == Outcome::AuthRejected;
    });
    return refused ? "proven-refused" : "proven-reached";
}

/// Two logins at one endpoint differ in these alone.
std::string loginText(const Attempt& attempt) {
    if (attempt.username.empty())
        return {};
    return "  " + attempt.username + (attempt.mechanism ? " " + std::string(name(*attempt.mechanism)) : "");
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
    return text + "  [" + say(howProven(*proven, report), language) + "]\n";
}

} // namespace

std::string translationText(const Translation& translation, Language language) {
    std::string text =
        translation.provider.empty() ? say("provider-none", language) : pick(translation.providerNames, language);
    text += "  " + translation.mailAddress + "\n";
    if (translation.status && !pick(translation.status->note, language).empty())
        text += pick(translation.status->note, language) + "\n";
    text += changesText(translation, language);
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
                       std::string(name(attempt.outcome)) + "  " + std::to_string(attempt.took.count()) + " ms" +
                       loginText(attempt) + "\n      " + say(explanation, language) + "\n";
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
    if (!report.attempts.empty()) // a service that has ended is not contacted
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
