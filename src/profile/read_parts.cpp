// The small parts of a profile: one function a JSON object, keys in the order of providers/README.md.
#include "profile/reading.h"

#include "base/names.h"
#include "base/text.h"
#include "profile/name_template.h"

#include <algorithm>

namespace yomikae::reading {

namespace {

/// The inverse of `name`, for the closed lists that only profiles know.
template <class E, E... Values> std::optional<E> valueNamed(std::string_view word) {
    std::optional<E> found;
    ((name(Values) == word ? void(found = Values) : void()), ...);
    return found;
}

std::optional<ServiceState> serviceState(std::string_view word) {
    return valueNamed<ServiceState, ServiceState::Active, ServiceState::Closing, ServiceState::Migrated,
                      ServiceState::Ended, ServiceState::Impossible>(word);
}

std::optional<OldOutgoing> oldOutgoing(std::string_view word) {
    return valueNamed<OldOutgoing, OldOutgoing::None, OldOutgoing::PopBeforeSmtp, OldOutgoing::SmtpAuth>(word);
}

std::optional<TlsAllowance> tlsAllowance(std::string_view word) {
    return valueNamed<TlsAllowance, TlsAllowance::LegacyRenegotiation>(word);
}

void optionalProtocol(JsonCursor& from, std::optional<Protocol>& out) {
    if (auto at = from.optional("protocol"))
        out = protocol(*at);
}

/// A server on an old paper: a template where it has a variable, else a pattern.
void oldServer(JsonCursor& from, std::string_view key, const Known& known, std::string& out) {
    auto at = from.optional(key);
    const auto found = at ? at->string() : std::nullopt;
    if (!found)
        return;
    out = found->find_first_of("*{") != std::string::npos && found->find('$') == std::string::npos
              ? pattern(*at, true)
              : hostTemplate(*at, known.variables);
}

void optionalSecurity(JsonCursor& from, std::string_view key, std::optional<Security>& out) {
    if (auto at = from.optional(key))
        out = security(*at);
}

void answers(JsonCursor& from, const Known& known, Condition& out) {
    auto at = from.optional("answers");
    if (!at)
        return;
    for (auto& [key, value] : at->members()) {
        const std::string answer = shortText(value);
        out.answers.emplace_back(key, answer);
        const auto& questions = known.profile.questions;
        const auto asked = std::find_if(questions.begin(), questions.end(),
                                        [&name = key](const Question& question) { return question.key == name; });
        std::string allowed;
        if (asked == questions.end()) {
            for (const Question& question : questions)
                allowed += (allowed.empty() ? "" : ", ") + question.key;
            value.complain("profile-unknown-question", key, allowed.empty() ? "-" : allowed, true);
        } else if (!answer.empty() && !acceptedAnswer(*asked, answer)) {
            for (const auto& [choice, words] : asked->choices)
                allowed += (allowed.empty() ? "" : ", ") + choice;
            for (const std::string& form : asked->accepts)
                allowed += (allowed.empty() ? "" : ", ") + form;
            value.complain("json-not-allowed", answer, allowed);
        }
    }
}

} // namespace

Source source(JsonCursor& at) {
    Source out;
    if (!at.object())
        return out;
    at.required("url");
    url(at, "url", out.url, true);
    text(at, "title", out.title, Needed::Yes);
    dateText(at, "page_date", out.pageDate);
    dateText(at, "checked", out.checked);
    flag(at, "official", out.official);
    if (auto says = at.optional("says"))
        out.says = says->text(2000).value_or("");
    at.finish();
    return out;
}

Condition condition(JsonCursor& at, const Known& known) {
    Condition out;
    if (!at.object())
        return out;
    patterns(at, "domains", out.domains);
    patterns(at, "old_hosts", out.oldHosts);
    texts(at, "words", out.words);
    patterns(at, "accounts", out.accounts);
    date(at, "issued_from", out.issuedFrom);
    date(at, "issued_before", out.issuedBefore);
    answers(at, known, out);
    at.finish();
    return out;
}

ServiceStatus status(JsonCursor& at, const Known& known) {
    ServiceStatus out;
    if (!at.object())
        return out;
    if (auto state = at.required("state"))
        out.state = word<ServiceState>(*state, serviceState, "active, closing, migrated, ended, impossible")
                        .value_or(ServiceState::Active);
    date(at, "until", out.until);
    text(at, "to", out.to);
    bilingual(at, "note", out.note);
    sourceIndex(at, "source", known, out.source);
    at.finish();
    return out;
}

ProfileStep step(JsonCursor& at, const Known& known) {
    ProfileStep out;
    if (!at.object())
        return out;
    key(at, "id", out.id);
    bilingual(at, "text", out.text, Needed::Yes);
    bilingual(at, "where", out.where);
    bilingual(at, "why", out.why);
    url(at, "url", out.url);
    optionalProtocol(at, out.forProtocol);
    sourceIndex(at, "source", known, out.source);
    if (auto when = at.optional("when"))
        out.when = condition(*when, known);
    at.finish();
    return out;
}

SignIn signIn(JsonCursor& at, const Known& known) {
    SignIn out;
    if (!at.object())
        return out;
    flag(at, "oauth_only", out.oauthOnly);
    texts(at, "apps", out.apps);
    bilingual(at, "note", out.note);
    sourceIndex(at, "source", known, out.source);
    at.finish();
    return out;
}

OldSettings oldSettings(JsonCursor& at, const Known& known) {
    OldSettings out;
    if (!at.object())
        return out;
    bilingual(at, "era", out.era, Needed::Yes);
    date(at, "from", out.from);
    date(at, "to", out.to);
    oldServer(at, "pop_server", known, out.popServer);
    port(at, "pop_port", out.popPort);
    optionalSecurity(at, "pop_security", out.popSecurity);
    oldServer(at, "smtp_server", known, out.smtpServer);
    port(at, "smtp_port", out.smtpPort);
    optionalSecurity(at, "smtp_security", out.smtpSecurity);
    if (auto outgoing = at.optional("outgoing_authentication"))
        out.outgoingAuthentication = word<OldOutgoing>(*outgoing, oldOutgoing, "none, pop-before-smtp, smtp-auth");
    if (auto username = at.optional("username"))
        out.username = nameTemplate(*username, known.variables);
    evidence(at, known, out.evidence, out.source);
    bilingual(at, "note", out.note);
    at.finish();
    return out;
}

HostMove hostMove(JsonCursor& at, const Known& known) {
    HostMove out;
    if (!at.object())
        return out;
    if (auto from = at.required("from"))
        out.from = pattern(*from, true);
    std::set<std::string> variables = known.variables;
    addGroups({out.from}, variables);
    if (auto to = at.required("to"); to && !(to->isString() && to->shown() == "\"\""))
        out.to = ownHost(*to, known, variables);
    list(at, "protocols", out.protocols, [](JsonCursor& one) { return protocol(one).value_or(Protocol::Pop3); });
    evidence(at, known, out.evidence, out.source);
    at.finish();
    return out;
}

OtherId otherId(JsonCursor& at) {
    OtherId out;
    if (!at.object())
        return out;
    texts(at, "labels", out.labels, Needed::Yes);
    if (auto shape = at.optional("pattern"))
        out.pattern = pattern(*shape, false);
    bilingual(at, "what", out.what, Needed::Yes);
    at.finish();
    return out;
}

FailureText failure(JsonCursor& at, const Known& known) {
    FailureText out;
    if (!at.object())
        return out;
    optionalProtocol(at, out.protocol);
    text(at, "contains", out.contains, Needed::Yes);
    constexpr std::string_view Meanings[] = {"pop-before-smtp", "from-abroad",  "locked",
                                             "wrong-network",   "needs-option", "other"};
    if (auto means = at.required("means"))
        if (const auto found = means->string()) {
            out.means = *found;
            if (std::find(std::begin(Meanings), std::end(Meanings), *found) == std::end(Meanings))
                means->complain("json-not-allowed", *found,
                                "pop-before-smtp, from-abroad, locked, wrong-network, needs-option, other");
        }
    bilingual(at, "text", out.text, Needed::Yes);
    sourceIndex(at, "source", known, out.source);
    at.finish();
    return out;
}

TlsException tlsException(JsonCursor& at, const Known& known) {
    TlsException out;
    if (!at.object())
        return out;
    if (auto host = at.required("host")) {
        out.host = ownHost(*host, known, {});
        if (out.host.find('$') != std::string::npos)
            host->complain("profile-host", out.host, "mail.example.jp"); // an exception is for exactly one host
    }
    if (auto allow = at.required("allow"))
        out.allow = word<TlsAllowance>(*allow, tlsAllowance, "legacy-renegotiation")
                        .value_or(TlsAllowance::LegacyRenegotiation);
    at.required("source");
    sourceIndex(at, "source", known, out.source);
    at.finish();
    return out;
}

Era era(JsonCursor& at, const Known& known) {
    Era out;
    if (!at.object())
        return out;
    dateText(at, "date", out.date);
    bilingual(at, "what", out.what, Needed::Yes);
    sourceIndex(at, "source", known, out.source);
    at.finish();
    return out;
}

void labels(JsonCursor& from, PaperLabels& out) {
    auto at = from.optional("labels");
    if (!at || !at->object())
        return;
    out.clear();
    for (const std::string_view field :
         {"mail_address", "mail_account", "mail_password", "pop_server", "pop_port", "smtp_server", "smtp_port",
          "smtp_account", "imap_server", "imap_port", "issued", "other"}) {
        std::vector<std::string> printed;
        texts(*at, field, printed);
        if (!printed.empty())
            out.emplace_back(field, std::move(printed));
    }
    at->finish();
}

} // namespace yomikae::reading
