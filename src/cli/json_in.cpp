#include "cli/json_in.h"

#include "base/host_name.h"
#include "base/json.h"
#include "base/limits.h"
#include "base/names.h"
#include "base/text.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace yomikae::cli {

namespace {

constexpr std::size_t MostText = 4000;

/// The words of an enum as a table for JsonCursor::word.
template <class E, E Last> auto wordTable() {
    std::array<Named<E>, static_cast<std::size_t>(Last) + 1> table{};
    for (std::size_t i = 0; i < table.size(); ++i)
        table[i] = {static_cast<E>(i), name(static_cast<E>(i))};
    return table;
}

template <class E, E Last> std::optional<E> wordAt(JsonCursor& object, const char* key) {
    static const auto table = wordTable<E, Last>();
    auto at = object.required(key);
    return at ? at->word(table) : std::nullopt;
}

Message given(const Text& text) {
    return {"given-text", {{"text.ja", text.ja}, {"text.en", text.en}}};
}

std::string stringOrEmpty(JsonCursor& object, const char* key) {
    auto at = object.optional(key);
    if (!at || at->isNull())
        return {};
    const auto string = at->string();
    return !string || string->empty() ? std::string{} : at->text(MostText).value_or("");
}

Text textOrEmpty(JsonCursor& object, const char* key) {
    auto at = object.optional(key);
    if (!at || at->isNull() || !at->object())
        return {};
    Text text{stringOrEmpty(*at, "ja"), stringOrEmpty(*at, "en")};
    at->finish();
    return text;
}

std::int64_t numberOr(JsonCursor& object, const char* key, std::int64_t otherwise) {
    auto at = object.optional(key);
    return at && !at->isNull() ? at->integer(0, 86'400'000).value_or(otherwise) : otherwise;
}

bool flag(JsonCursor& object, const char* key) {
    auto at = object.optional(key);
    return at && at->boolean().value_or(false);
}

/// {"code", "ja", "en"} or {"ja", "en"}: the sentence stays as it was made.
Message sentence(JsonCursor& object, const char* key) {
    auto at = object.required(key);
    if (!at || !at->object())
        return given({});
    at->optional("code");
    const Message message = given({stringOrEmpty(*at, "ja"), stringOrEmpty(*at, "en")});
    at->finish();
    return message;
}

template <class F> void eachOf(JsonCursor& object, const char* key, F take) {
    auto at = object.optional(key);
    if (!at || at->isNull())
        return;
    auto elements = at->elements();
    for (JsonCursor& element : elements) {
        if (!element.object())
            continue;
        take(element);
        element.finish();
    }
}

std::string hostAt(JsonCursor& object) {
    auto at = object.required("host");
    const auto text = at ? at->string() : std::nullopt;
    if (!text || isIpLiteral(*text))
        return text.value_or("");
    const auto host = hostName(*text);
    if (!host)
        at->complain("input-not-a-host", at->shown());
    return host.value_or("");
}

Endpoint endpointAt(JsonCursor& object) {
    Endpoint endpoint;
    endpoint.protocol = wordAt<Protocol, Protocol::Smtp>(object, "protocol").value_or(Protocol::Pop3);
    endpoint.host = hostAt(object);
    auto port = object.required("port");
    endpoint.port = port ? port->port().value_or(0) : std::uint16_t{0};
    endpoint.security = wordAt<Security, Security::None>(object, "security").value_or(Security::None);
    return endpoint;
}

FieldChange changeAt(JsonCursor& row, Translation& translation) {
    FieldChange change;
    change.field = wordAt<Field, Field::OutgoingAccount>(row, "field").value_or(Field::MailAddress);
    change.change = wordAt<Change, Change::Unknown>(row, "change").value_or(Change::Unknown);
    change.paper = stringOrEmpty(row, "paper");
    change.now = stringOrEmpty(row, "now");
    change.reason = sentence(row, "reason");
    change.since = stringOrEmpty(row, "since");
    change.source = stringOrEmpty(row, "source");
    auto evidence = row.optional("evidence");
    if (evidence && !evidence->isNull()) {
        static const auto table = wordTable<Evidence, Evidence::Unsourced>();
        change.evidence = evidence->word(table);
    }
    translation.passwordGiven = flag(row, "given") || translation.passwordGiven;
    if (change.field == Field::MailAddress)
        translation.mailAddress = change.now;
    return change;
}

TranslatedStep stepAt(JsonCursor& row) {
    TranslatedStep step;
    step.id = stringOrEmpty(row, "id");
    step.text = {stringOrEmpty(row, "ja"), stringOrEmpty(row, "en")};
    step.url = stringOrEmpty(row, "url");
    step.where = textOrEmpty(row, "where");
    step.why = textOrEmpty(row, "why");
    auto protocol = row.optional("for");
    if (protocol && !protocol->isNull()) {
        static const auto table = wordTable<Protocol, Protocol::Smtp>();
        step.forProtocol = protocol->word(table);
    }
    return step;
}

void statusAt(JsonCursor& root, Translation& translation) {
    auto at = root.optional("status");
    if (!at || at->isNull() || !at->object())
        return;
    ServiceStatus status;
    status.state = wordAt<ServiceState, ServiceState::Impossible>(*at, "state").value_or(ServiceState::Active);
    status.until = partialDate(stringOrEmpty(*at, "until"));
    status.to = stringOrEmpty(*at, "to");
    status.note = textOrEmpty(*at, "note");
    translation.statusSource = stringOrEmpty(*at, "source");
    at->finish();
    translation.status = status;
}

// --- attempts
// ------------------------------------------------------------------------------------------------------------

WallTime timeAt(JsonCursor& object, const char* key) {
    const std::string text = stringOrEmpty(object, key);
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0;
    if (std::sscanf(text.c_str(), "%4d-%2d-%2dT%2d:%2d:%2dZ", &year, &month, &day, &hour, &minute, &second) != 6)
        return {};
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    return date.ok() ? std::chrono::sys_days(date) + std::chrono::hours(hour) + std::chrono::minutes(minute) +
                           std::chrono::seconds(second)
                     : WallTime{};
}

TlsFacts tlsAt(JsonCursor& at) {
    TlsFacts tls;
    if (!at.object())
        return tls;
    tls.version = stringOrEmpty(at, "version");
    tls.cipher = stringOrEmpty(at, "cipher");
    tls.leaf.subject = stringOrEmpty(at, "subject");
    tls.leaf.issuer = stringOrEmpty(at, "issuer");
    tls.leaf.notBefore = timeAt(at, "not_before");
    tls.leaf.notAfter = timeAt(at, "not_after");
    tls.leaf.sha256 = stringOrEmpty(at, "sha256");
    tls.handshakeDone = !tls.version.empty();
    at.finish();
    return tls;
}

std::optional<Mechanism> mechanismAt(JsonCursor& object) {
    const std::string word = stringOrEmpty(object, "mechanism");
    return word.empty() ? std::nullopt : mechanismNamed(word);
}

void factsAt(JsonCursor& row, Attempt& attempt) {
    auto facts = row.optional("facts");
    if (!facts || !facts->object())
        return;
    attempt.reason = stringOrEmpty(*facts, "reason");
    attempt.replyCode = static_cast<int>(numberOr(*facts, "reply_code", 0));
    attempt.responseCode = stringOrEmpty(*facts, "response_code");
    attempt.username = stringOrEmpty(*facts, "username");
    attempt.mechanism = mechanismAt(*facts);
    attempt.candidate.rank = static_cast<int>(numberOr(*facts, "rank", 0));
    attempt.candidate.explainOnly = flag(*facts, "explain_only");
    attempt.candidate.reserve = flag(*facts, "reserve");
    static const auto kinds = wordTable<ConsentKind, ConsentKind::Host>();
    if (auto consent = facts->optional("consent"))
        if (const auto kind = consent->word(kinds))
            attempt.consent = ConsentNeeded{*kind, attempt.candidate.endpoint, {}};
    auto tls = facts->optional("tls");
    if (tls && !tls->isNull())
        attempt.tls = tlsAt(*tls);
    auto laxTls = facts->optional("lax_tls");
    if (laxTls && !laxTls->isNull())
        attempt.laxTls = tlsAt(*laxTls);
    // the rest explains an attempt and was made into its sentence already
    for (const char* key : {"covers", "mechanisms", "faults", "names", "failure", "alert"})
        facts->optional(key);
    facts->finish();
}

Attempt attemptAt(JsonCursor& row, std::vector<Message>& explanations) {
    Attempt attempt;
    attempt.candidate.endpoint = endpointAt(row);
    attempt.address = stringOrEmpty(row, "address");
    static const auto outcomes = wordTable<Outcome, Outcome::Skipped>();
    static const auto stages = wordTable<Stage, Stage::Done>();
    auto outcome = row.required("outcome");
    auto stage = row.required("stage");
    attempt.outcome = outcome ? outcome->word(outcomes).value_or(Outcome::Skipped) : Outcome::Skipped;
    attempt.stage = stage ? stage->word(stages).value_or(Stage::Resolve) : Stage::Resolve;
    attempt.began = Milliseconds(numberOr(row, "began_ms", 0));
    attempt.took = Milliseconds(numberOr(row, "ms", 0));
    attempt.serverText = stringOrEmpty(row, "server_text");
    factsAt(row, attempt);
    explanations.push_back(sentence(row, "explanation"));
    return attempt;
}

/// The attempt that a proven endpoint is: the one whose values are all the same.
std::optional<Proven> provenAt(JsonCursor& root, const char* key, const RunReport& report) {
    auto at = root.optional(key);
    if (!at || at->isNull() || !at->object())
        return std::nullopt;
    const Endpoint endpoint = endpointAt(*at);
    const auto mechanism = mechanismAt(*at);
    const std::string username = stringOrEmpty(*at, "username");
    at->optional("tls");
    const std::string how = stringOrEmpty(*at, "proven");
    at->finish();
    for (std::size_t i = 0; i < report.attempts.size(); ++i) {
        const Attempt& attempt = report.attempts[i];
        const bool proven = attempt.outcome == (how == "login" ? Outcome::LoginOk : Outcome::Ready);
        if (proven && attempt.candidate.endpoint == endpoint && attempt.username == username &&
            attempt.mechanism == mechanism)
            return Proven{how == "login" ? Proven::How::Login : Proven::How::Reached, i};
    }
    at->complain("check-proven-without-attempt", at->shown());
    return std::nullopt;
}

void readTranslation(JsonCursor& root, Translation& translation) {
    translation.provider = stringOrEmpty(root, "provider");
    translation.providerNames = textOrEmpty(root, "provider_name");
    translation.variant = stringOrEmpty(root, "variant");
    statusAt(root, translation);
    translation.checked = stringOrEmpty(root, "profile_checked");
    eachOf(root, "changes", [&](JsonCursor& row) { translation.changes.push_back(changeAt(row, translation)); });
    eachOf(root, "steps", [&](JsonCursor& row) { translation.steps.push_back(stepAt(row)); });
    eachOf(root, "notes", [&](JsonCursor& row) {
        translation.notes.push_back({stringOrEmpty(row, "ja"), stringOrEmpty(row, "en")});
    });
    eachOf(root, "limits", [&](JsonCursor& row) {
        translation.limits.push_back({stringOrEmpty(row, "ja"), stringOrEmpty(row, "en")});
    });
    translation.supportUrl = stringOrEmpty(root, "support_url");
    translation.webmailUrl = stringOrEmpty(root, "webmail_url");
    root.optional("questions"); // answered or not, the sheet does not ask
    root.optional("doubts");
}

/// A step stays one, in the words that it was said in. Of a consent only the code counts: a sheet has words of its own.
Message adviceAt(JsonCursor& row) {
    std::string code = stringOrEmpty(row, "code");
    const Text text{stringOrEmpty(row, "ja"), stringOrEmpty(row, "en")};
    if (code.starts_with("advice-step"))
        return {"advice-step", {{"step.ja", text.ja}, {"step.en", text.en}}};
    if (code == "advice-question")
        return {std::move(code), {{"question.ja", text.ja}, {"question.en", text.en}}};
    return code.starts_with("advice-consent-") ? Message{std::move(code), {}} : given(text);
}

void readReport(JsonCursor& root, RunReport& report, Judgement& judgement) {
    judgement.verdict = wordAt<Verdict, Verdict::NothingWorks>(root, "verdict").value_or(Verdict::NothingWorks);
    judgement.summary = sentence(root, "summary");
    eachOf(root, "advice", [&](JsonCursor& row) { judgement.advice.push_back(adviceAt(row)); });
    eachOf(root, "attempts",
           [&](JsonCursor& row) { report.attempts.push_back(attemptAt(row, judgement.explanations)); });
    report.passwordGiven = flag(root, "password_given");
    report.loginsRefused = static_cast<int>(numberOr(root, "logins_refused", 0));
    auto again = root.optional("login_again_in_s");
    if (again && !again->isNull())
        report.loginAgainIn = std::chrono::seconds(again->integer(0, 86'400).value_or(0));
    auto first = root.optional("first_answer_ms");
    if (first && !first->isNull())
        report.firstAnswer = Milliseconds(first->integer(0, 86'400'000).value_or(0));
    report.elapsed = Milliseconds(numberOr(root, "elapsed_ms", 0));
    judgement.incoming = provenAt(root, "incoming", report);
    judgement.outgoing = provenAt(root, "outgoing", report);
}

const FieldChange* changeOf(const Translation& translation, Field field) {
    const auto found = std::find_if(translation.changes.begin(), translation.changes.end(),
                                    [&](const FieldChange& change) { return change.field == field; });
    return found == translation.changes.end() ? nullptr : &*found;
}

/// A guess about an unknown provider is no knowledge; about a known one it is its profile's.
bool isKnown(const Translation& translation, const FieldChange& server) {
    const bool witnessed = server.evidence && *server.evidence < Evidence::Dated;
    return !translation.provider.empty() ? server.change != Change::Unknown : !server.now.empty() && witnessed;
}

/// The best-ranked attempt there; of any host where `host` is "".
const Attempt* bestAttempt(const RunReport& report, Protocol protocol, const std::string& host) {
    const Attempt* best = nullptr;
    for (const Attempt& attempt : report.attempts) {
        const Endpoint& endpoint = attempt.candidate.endpoint;
        if (endpoint.protocol == protocol && (host.empty() || endpoint.host == host) &&
            (!best || attempt.candidate.rank < best->candidate.rank))
            best = &attempt;
    }
    return best;
}

/// What was known before the run has no place of its own in `check --json`: its host is in `changes` (where POP is
/// gone, in the attempts alone), the rest of it in the attempts.
std::vector<TranslatedEndpoint> recalled(const Translation& translation, const RunReport& report, bool incoming) {
    const FieldChange* server = changeOf(translation, incoming ? Field::PopServer : Field::SmtpServer);
    if (!server || !isKnown(translation, *server))
        return {};
    const bool popGone = incoming && server->change == Change::Removed;
    const Protocol protocol = popGone ? Protocol::Imap : incoming ? Protocol::Pop3 : Protocol::Smtp;
    const Attempt* best = bestAttempt(report, protocol, server->now);
    if (!best)
        return {};
    TranslatedEndpoint known;
    known.protocol = protocol;
    known.host = best->candidate.endpoint.host;
    known.port = best->candidate.endpoint.port;
    known.security = best->candidate.endpoint.security;
    const FieldChange* user = changeOf(translation, incoming ? Field::MailAccount : Field::OutgoingAccount);
    if (user && !user->now.empty())
        known.usernames = {user->now};
    return {std::move(known)};
}

} // namespace

bool looksLikeCheck(std::string_view json) {
    return trimmed(json.substr(0, 64)).substr(0, 1) == "{" && json.find("\"verdict\"") != std::string_view::npos &&
           json.find("\"attempts\"") != std::string_view::npos;
}

Result<Checked> readCheck(std::string json, std::string file) {
    auto document = parseJson(std::move(json), std::move(file), limits::CertificateFile);
    Result<Checked> result{std::nullopt, document.problems};
    if (!document)
        return result;
    JsonCursor root(*document, result.problems);
    if (!root.object())
        return result;
    Checked checked;
    RunReport report;
    Judgement judgement;
    readTranslation(root, checked.translation);
    readReport(root, report, judgement);
    checked.madeAt = stringOrEmpty(root, "made");
    root.optional("send_test"); // says nothing about the settings that they do not say themselves
    root.finish();
    checked.translation.incoming = recalled(checked.translation, report, true);
    checked.translation.outgoing = recalled(checked.translation, report, false);
    checked.report = std::move(report);
    checked.judgement = std::move(judgement);
    if (result.problems.empty())
        result.value = std::move(checked);
    return result;
}

} // namespace yomikae::cli
