#include "cli/json_out.h"

#include "cli/options.h"
#include "tls/certificate_gate.h"
#include "words/words.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>

namespace yomikae::cli {

namespace {

using Json = nlohmann::ordered_json;

Json orNull(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

template <class T, class F> Json orNull(const std::optional<T>& value, F toValue) {
    return value ? Json(toValue(*value)) : Json(nullptr);
}

Json textJson(const Text& text) {
    return {{"ja", text.ja}, {"en", text.en}};
}

Json messageJson(const Message& message) {
    const Text text = say(message);
    return {{"code", message.code}, {"ja", text.ja}, {"en", text.en}};
}

template <class Range, class F> Json listOf(const Range& range, F toValue) {
    Json out = Json::array();
    for (const auto& each : range)
        out.push_back(toValue(each));
    return out;
}

Json names(const std::vector<Mechanism>& mechanisms) {
    return listOf(mechanisms, [](Mechanism m) { return std::string(name(m)); });
}

Json changeJson(const FieldChange& change, const Translation& translation) {
    Json out = {{"field", name(change.field)},
                {"paper", orNull(change.paper)},
                {"now", orNull(change.now)},
                {"change", name(change.change)},
                {"reason", messageJson(change.reason)},
                {"since", orNull(change.since)},
                {"evidence", orNull(change.evidence, [](Evidence e) { return std::string(name(e)); })},
                {"source", orNull(change.source)}};
    if (change.field == Field::MailPassword)
        out["given"] = translation.passwordGiven;
    return out;
}

Json endpointJson(const TranslatedEndpoint& endpoint) {
    Json out = {{"protocol", name(endpoint.protocol)}, {"host", orNull(endpoint.host)}};
    if (!endpoint.needs.empty())
        out["needs"] = endpoint.needs;
    out["port"] = endpoint.port;
    out["security"] = name(endpoint.security);
    out["mechanisms"] = names(endpoint.mechanisms);
    out["usernames"] = endpoint.usernames;
    out["evidence"] = name(endpoint.evidence);
    out["recommended"] = endpoint.recommended;
    out["source"] = orNull(endpoint.source);
    out["since"] = orNull(endpoint.since);
    if (!endpoint.note.ja.empty() || !endpoint.note.en.empty())
        out["note"] = textJson(endpoint.note);
    if (endpoint.ownNetworkOnly)
        out["own_network_only"] = true;
    if (!endpoint.step.empty())
        out["step"] = endpoint.step;
    return out;
}

Json stepJson(const TranslatedStep& step) {
    Json out = {{"ja", step.text.ja},
                {"en", step.text.en},
                {"url", orNull(step.url)},
                {"for", orNull(step.forProtocol, [](Protocol p) { return std::string(name(p)); })},
                {"id", step.id}};
    if (!step.where.ja.empty())
        out["where"] = textJson(step.where);
    if (!step.why.ja.empty())
        out["why"] = textJson(step.why);
    return out;
}

Json questionJson(const TranslatedQuestion& question) {
    Json out = {{"key", question.key},
                {"ja", question.text.ja},
                {"en", question.text.en},
                {"example", orNull(question.example)}};
    if (!question.where.ja.empty())
        out["where"] = textJson(question.where);
    if (!question.choices.empty())
        out["choices"] = listOf(question.choices, [](const auto& choice) {
            return Json{{"value", choice.first}, {"ja", choice.second.ja}, {"en", choice.second.en}};
        });
    return out;
}

Json statusJson(const Translation& translation) {
    if (!translation.status)
        return nullptr;
    const ServiceStatus& status = *translation.status;
    Json out = {{"state", name(status.state)},
                {"until", orNull(status.until, [](const PartialDate& date) { return toString(date); })},
                {"note", status.note == Text{} ? Json(nullptr) : textJson(status.note)},
                {"source", orNull(translation.statusSource)}};
    if (!status.to.empty())
        out["to"] = status.to;
    return out;
}

// --- attempts
// ------------------------------------------------------------------------------------------------------------

std::string isoTime(WallTime time) {
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(time - day);
    char out[40];
    std::snprintf(out, sizeof out, "%04d-%02u-%02uT%02d:%02d:%02dZ", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                  static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                  static_cast<int>(clock.seconds().count()));
    return out;
}

Json tlsJson(const TlsFacts& tls) {
    return {{"version", orNull(tls.version)},
            {"cipher", orNull(tls.cipher)},
            {"subject", orNull(tls.leaf.subject)},
            {"issuer", orNull(tls.leaf.issuer)},
            {"not_after", tls.leaf.sha256.empty() ? Json(nullptr) : Json(isoTime(tls.leaf.notAfter))},
            {"sha256", orNull(tls.leaf.sha256)},
            {"not_before", tls.leaf.sha256.empty() ? Json(nullptr) : Json(isoTime(tls.leaf.notBefore))}};
}

/// The same words as the outcomes: "cert-expired".
std::string faultWord(CertificateFault fault) {
    TlsFacts alone;
    alone.handshakeDone = true;
    alone.version = "TLSv1.3"; // else the version would be the fault
    alone.faults = {fault};
    return std::string(name(outcomeOf(alone)));
}

Json factsJson(const Attempt& attempt) {
    Json facts = Json::object();
    if (!attempt.reason.empty())
        facts["reason"] = attempt.reason;
    if (attempt.replyCode != 0)
        facts["reply_code"] = attempt.replyCode;
    if (!attempt.responseCode.empty())
        facts["response_code"] = attempt.responseCode;
    if (!attempt.username.empty())
        facts["username"] = attempt.username;
    if (attempt.mechanism)
        facts["mechanism"] = name(*attempt.mechanism);
    facts["rank"] = attempt.candidate.rank;
    if (attempt.candidate.explainOnly)
        facts["explain_only"] = true;
    if (attempt.candidate.reserve)
        facts["reserve"] = true;
    if (attempt.consent) {
        facts["consent"] = name(attempt.consent->kind);
        facts["covers"] = covers(*attempt.consent);
    }
    if (attempt.capabilities && attempt.capabilities->known)
        facts["mechanisms"] = names(attempt.capabilities->mechanisms);
    if (attempt.tls) {
        const TlsFacts& tls = *attempt.tls;
        facts["tls"] = tlsJson(tls);
        facts["faults"] = listOf(tls.faults, faultWord);
        facts["names"] = tls.leaf.names;
        if (!tls.failure.empty())
            facts["failure"] = tls.failure;
        if (tls.alert >= 0)
            facts["alert"] = tls.alert;
    }
    if (attempt.laxTls)
        facts["lax_tls"] = tlsJson(*attempt.laxTls);
    return facts;
}

Json provenJson(const std::optional<Proven>& proven, const RunReport& report) {
    if (!proven)
        return nullptr;
    const Attempt& attempt = report.attempts.at(proven->attempt);
    const Endpoint& endpoint = attempt.candidate.endpoint;
    return {{"protocol", name(endpoint.protocol)},
            {"host", endpoint.host},
            {"port", endpoint.port},
            {"security", name(endpoint.security)},
            {"mechanism", orNull(attempt.mechanism, [](Mechanism m) { return std::string(name(m)); })},
            {"username", orNull(attempt.username)},
            {"tls", attempt.tls ? tlsJson(*attempt.tls) : Json(nullptr)},
            {"proven", proven->how == Proven::How::Login ? "login" : "reached"}};
}

} // namespace

Json doubtsToJson(const std::vector<Doubt>& doubts) {
    return listOf(doubts, [](const Doubt& doubt) {
        Json out = messageJson(doubt.message);
        out["line"] = doubt.line > 0 ? Json(doubt.line) : Json(nullptr);
        if (!doubt.field.empty())
            out["field"] = doubt.field;
        return out;
    });
}

Json toJson(const Translation& translation) {
    return {{"provider", orNull(translation.provider)},
            {"status", statusJson(translation)},
            {"changes", listOf(translation.changes, [&](const FieldChange& c) { return changeJson(c, translation); })},
            {"incoming", listOf(translation.incoming, endpointJson)},
            {"outgoing", listOf(translation.outgoing, endpointJson)},
            {"steps", listOf(translation.steps, stepJson)},
            {"questions", listOf(translation.questions, questionJson)},
            {"doubts", doubtsToJson(translation.doubts)},
            {"provider_name", translation.provider.empty() ? Json(nullptr) : textJson(translation.providerNames)},
            {"variant", orNull(translation.variant)},
            {"profile_checked", orNull(translation.checked)},
            {"notes", listOf(translation.notes, textJson)},
            {"limits", listOf(translation.limits, textJson)},
            {"support_url", orNull(translation.supportUrl)},
            {"webmail_url", orNull(translation.webmailUrl)}};
}

Json toJson(const Attempt& attempt, const Message& explanation) {
    const Endpoint& endpoint = attempt.candidate.endpoint;
    return {{"protocol", name(endpoint.protocol)},
            {"host", endpoint.host},
            {"address", orNull(attempt.address)},
            {"port", endpoint.port},
            {"security", name(endpoint.security)},
            {"outcome", name(attempt.outcome)},
            {"stage", name(attempt.stage)},
            {"ms", attempt.took.count()},
            {"server_text", orNull(attempt.serverText)},
            {"facts", factsJson(attempt)},
            {"explanation", textJson(say(explanation))},
            {"began_ms", attempt.began.count()}};
}

Json toJson(const Translation& translation, const RunReport& report, const Judgement& judgement,
            const std::string& madeAt) {
    Json out = toJson(translation);
    // what was proven stands behind the verdict, in place of what was known before
    out.erase("incoming");
    out.erase("outgoing");
    out["verdict"] = name(judgement.verdict);
    out["incoming"] = provenJson(judgement.incoming, report);
    out["outgoing"] = provenJson(judgement.outgoing, report);
    out["attempts"] = Json::array();
    for (std::size_t i = 0; i < report.attempts.size(); ++i)
        out["attempts"].push_back(toJson(report.attempts[i], judgement.explanations.at(i)));
    out["logins_refused"] = report.loginsRefused;
    out["first_answer_ms"] = orNull(report.firstAnswer, [](Milliseconds ms) { return ms.count(); });
    out["elapsed_ms"] = report.elapsed.count();
    out["summary"] = textJson(say(judgement.summary));
    out["advice"] = listOf(judgement.advice, messageJson);
    out["password_given"] = report.passwordGiven;
    out["login_again_in_s"] = orNull(
        report.loginAgainIn, [](Milliseconds ms) { return std::chrono::ceil<std::chrono::seconds>(ms).count(); });
    out["made"] = madeAt;
    return out;
}

Json toJson(const ProviderProfile& profile, bool whole) {
    const auto best =
        std::min_element(profile.endpoints.begin(), profile.endpoints.end(),
                         [](const ProfileEndpoint& a, const ProfileEndpoint& b) { return a.evidence < b.evidence; });
    Json out = {{"id", profile.id},
                {"names", {{"ja", profile.names.ja}, {"en", profile.names.en}, {"former", profile.formerNames}}},
                {"domains", profile.domains},
                {"status",
                 {{"state", name(profile.status.state)},
                  {"until", orNull(profile.status.until, [](const PartialDate& date) { return toString(date); })}}},
                {"evidence", best == profile.endpoints.end() ? Json(nullptr) : Json(name(best->evidence))},
                {"checked", orNull(profile.checked)}};
    if (!whole)
        return out;
    out["status"]["note"] = textJson(profile.status.note);
    out["documents"] = profile.documents;
    out["endpoints"] = listOf(profile.endpoints, [&](const ProfileEndpoint& e) {
        return Json{
            {"protocol", name(e.protocol)},
            {"host", e.host},
            {"port", e.port},
            {"security", name(e.security)},
            {"mechanisms", names(e.mechanisms)},
            {"usernames", e.usernames},
            {"recommended", e.recommended},
            {"evidence", name(e.evidence)},
            {"source", e.source ? orNull(profile.sources.at(*e.source).url.empty() ? profile.sources.at(*e.source).title
                                                                                   : profile.sources.at(*e.source).url)
                                : Json(nullptr)}};
    });
    out["steps"] = listOf(profile.steps, [](const ProfileStep& s) {
        return Json{{"id", s.id}, {"ja", s.text.ja}, {"en", s.text.en}, {"url", orNull(s.url)}};
    });
    out["variants"] = listOf(profile.variants, [](const Variant& v) {
        return Json{{"id", v.id}, {"ja", v.names.ja}, {"en", v.names.en}, {"uses", orNull(v.uses)}};
    });
    out["timeline"] = listOf(profile.timeline, [](const Era& e) {
        return Json{{"date", orNull(e.date)}, {"ja", e.what.ja}, {"en", e.what.en}};
    });
    out["limits"] = listOf(profile.limits, textJson);
    out["notes"] = listOf(profile.notes, textJson);
    out["support_url"] = orNull(profile.supportUrl);
    out["webmail_url"] = orNull(profile.webmailUrl);
    out["sources"] = listOf(profile.sources, [](const Source& s) {
        return Json{{"url", orNull(s.url)},
                    {"title", s.title},
                    {"page_date", orNull(s.pageDate)},
                    {"official", s.official},
                    {"checked", orNull(s.checked)},
                    {"says", s.says}};
    });
    return out;
}

std::string jsonText(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string jsonLine(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace yomikae::cli
