#include "discovery/discovery_run.h"

#include "base/host_name.h"
#include "base/text.h"
#include "discovery/published_config.h"

#include <algorithm>
#include <utility>

namespace yomikae {

namespace {

constexpr std::size_t LongestPath = 1024;
constexpr std::size_t ShownLocation = 100;
constexpr std::size_t NotesOfOneFile = 8;

/// Names that mean this machine, this room or nothing.
bool isPublicDomain(const std::string& domain) {
    for (const char* end : {"local", "localhost", "invalid"})
        if (domain == end || domain.ends_with(std::string(".") + end))
            return false;
    return true;
}

bool isRedirect(int status) {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

bool isPath(std::string_view path) {
    return path.starts_with('/') && path.size() <= LongestPath &&
           std::all_of(path.begin(), path.end(), [](char c) { return c > ' ' && c < 0x7f && c != '#' && c != '\\'; });
}

Message noteOf(const Problem& problem) {
    return {problem.code, {{"subject", problem.subject}, {"found", problem.found}, {"allowed", problem.allowed}}};
}

} // namespace

std::optional<std::pair<std::string, std::string>> secureTarget(std::string_view location, const std::string& host) {
    constexpr std::string_view Scheme = "https://";
    if (location.starts_with('/') && !location.starts_with("//"))
        return isPath(location) ? std::optional(std::pair(host, std::string(location))) : std::nullopt;
    if (!equalsIgnoringCase(location.substr(0, Scheme.size()), Scheme))
        return std::nullopt;
    location.remove_prefix(Scheme.size());
    const std::size_t slash = std::min(location.find_first_of("/?#"), location.size());
    std::string_view authority = location.substr(0, slash);
    if (authority.ends_with(":443"))
        authority.remove_suffix(4);
    const std::string path = slash == location.size() ? "/" : std::string(location.substr(slash));
    const auto target = hostName(authority);
    if (!target || !isPath(path))
        return std::nullopt;
    return std::pair(*target, path);
}

DiscoveryRun::DiscoveryRun(MailAddress address, DiscoveryChoices choices, const Catalog& catalog)
    : address_(std::move(address)), choices_(choices), catalog_(&catalog), services_(mailServices().size()) {}

void DiscoveryRun::start(Instant now) {
    deadline_ = now + std::min(choices_.atMost, limits::Discovery);
    const std::string& domain = address_.domain;
    if (!isPublicDomain(domain)) {
        finished_ = true;
        return;
    }
    fetch(Place::Autoconfig, "autoconfig." + domain, "/mail/config-v1.1.xml", now);
    fetch(Place::WellKnown, domain, "/.well-known/autoconfig/mail/config-v1.1.xml", now);
    ask({DiscoveryEffect::Kind::AskExchanges, 0, domain, {}}, 0, now);
    for (std::size_t i = 0; i < mailServices().size(); ++i)
        ask({DiscoveryEffect::Kind::AskServices, 0, std::string(mailServices()[i].label) + "." + domain, {}}, i, now);
}

void DiscoveryRun::fetch(Place place, const std::string& host, const std::string& path, Instant now) {
    const auto about = static_cast<std::size_t>(place);
    found_[about].host = host;
    ask({DiscoveryEffect::Kind::Fetch, 0, host, path}, about, now);
}

void DiscoveryRun::ask(DiscoveryEffect effect, std::size_t about, Instant now) {
    effect.id = static_cast<int>(questions_.size());
    effects_.push_back(effect);
    questions_.push_back({std::move(effect), std::min(now + limits::OneQuestion, deadline_), true, about, 0});
}

DiscoveryRun::Question* DiscoveryRun::openQuestion(int id, DiscoveryEffect::Kind kind) {
    const auto i = static_cast<std::size_t>(id);
    if (id < 0 || i >= questions_.size() || !questions_[i].open || questions_[i].asked.kind != kind)
        return nullptr;
    return &questions_[i];
}

void DiscoveryRun::fetched(int id, const Fetched& answer, Instant now) {
    Question* question = openQuestion(id, DiscoveryEffect::Kind::Fetch);
    if (!question)
        return;
    question->open = false;
    Found& found = found_[question->about];
    if (answer.result == Fetched::Result::NotTrusted)
        found.notes.push_back({"discovery-not-trusted", {{"host", question->asked.name}}});
    else if (answer.result == Fetched::Result::Answered && isRedirect(answer.status))
        redirected(*question, answer);
    else if (answer.result == Fetched::Result::Answered && answer.status == 200)
        readBody(*question, answer.body);
    advance(now);
}

void DiscoveryRun::redirected(Question& question, const Fetched& answer) {
    const auto target = secureTarget(answer.location, question.asked.name);
    if (!target || question.redirects >= limits::Redirects) {
        found_[question.about].notes.push_back(
            {"discovery-redirect-not-used",
             {{"host", question.asked.name}, {"found", printable(answer.location, ShownLocation)}}});
        return;
    }
    ++question.redirects;
    question.open = true; // within the time that it had
    question.asked.name = target->first;
    question.asked.path = target->second;
    effects_.push_back(question.asked);
}

void DiscoveryRun::readBody(const Question& question, const std::string& body) {
    if (!looksLikePublishedConfig(body))
        return; // a web server's page for everything that it has not
    Found& found = found_[question.about];
    found.host = question.asked.name;
    auto endpoints = readPublishedConfig(body, address_, "https://" + question.asked.name + question.asked.path);
    if (endpoints)
        found.endpoints = std::move(endpoints.value);
    else
        found.notes.push_back({"discovery-config-not-used", {{"host", question.asked.name}}});
    for (const Problem& problem : endpoints.problems)
        if (found.notes.size() <= NotesOfOneFile)
            found.notes.push_back(noteOf(problem));
}

void DiscoveryRun::services(int id, std::vector<ServiceRecord> records, Instant now) {
    Question* question = openQuestion(id, DiscoveryEffect::Kind::AskServices);
    if (!question)
        return;
    question->open = false;
    services_[question->about] = std::move(records);
    advance(now);
}

void DiscoveryRun::exchanges(int id, std::vector<MailExchange> records, Instant now) {
    Question* question = openQuestion(id, DiscoveryEffect::Kind::AskExchanges);
    if (!question)
        return;
    question->open = false;
    exchanges_ = std::move(records);
    advance(now);
}

void DiscoveryRun::tick(Instant now) {
    closeLate(now);
    advance(now);
}

void DiscoveryRun::cancel(Instant now) {
    deadline_ = now;
    for (Question& question : questions_)
        question.until = now;
    choices_.askIspdb = false;
    tick(now);
}

void DiscoveryRun::closeLate(Instant now) {
    for (Question& question : questions_)
        if (question.open && question.until <= now) {
            question.open = false;
            effects_.push_back({DiscoveryEffect::Kind::Drop, question.asked.id, {}, {}});
        }
}

/// What is enough to go on: servers for both directions, from the domain itself, or a provider that is known.
bool DiscoveryRun::ownSettingsKnown() const {
    const std::vector<TranslatedEndpoint> endpoints = result().endpoints;
    const auto has = [&](bool incoming) {
        return std::any_of(endpoints.begin(), endpoints.end(),
                           [&](const TranslatedEndpoint& e) { return isIncoming(e.protocol) == incoming; });
    };
    return (has(true) && has(false)) || hosterOf(exchanges_, *catalog_);
}

void DiscoveryRun::advance(Instant now) {
    const bool known = ownSettingsKnown();
    if (known && !std::exchange(shortened_, true))
        for (Question& question : questions_)
            question.until = std::min(question.until, now + limits::AfterAFinding);
    if (std::any_of(questions_.begin(), questions_.end(), [](const Question& q) { return q.open; }))
        return;
    if (!known && choices_.askIspdb && !std::exchange(ispdbAsked_, true) && now < deadline_)
        fetch(Place::Ispdb, "autoconfig.thunderbird.net", "/v1.1/" + address_.domain, now);
    else
        finished_ = true;
}

std::vector<DiscoveryEffect> DiscoveryRun::takeEffects() {
    return std::exchange(effects_, {});
}

std::optional<DiscoveryRun::Instant> DiscoveryRun::wakeAt() const {
    std::optional<Instant> wake;
    for (const Question& question : questions_)
        if (question.open)
            wake = std::min(wake.value_or(question.until), question.until);
    return wake;
}

const DiscoveryRun::Found* DiscoveryRun::chosen() const {
    for (const Found& found : found_)
        if (found.endpoints)
            return &found;
    return nullptr;
}

Discovery DiscoveryRun::result() const {
    Discovery out;
    const auto add = [&](const std::vector<TranslatedEndpoint>& endpoints) {
        for (const TranslatedEndpoint& endpoint : endpoints)
            if (std::none_of(out.endpoints.begin(), out.endpoints.end(),
                             [&](const TranslatedEndpoint& other) { return isSameServer(other, endpoint); }))
                out.endpoints.push_back(endpoint);
    };
    if (const Found* found = chosen())
        add(*found->endpoints);
    for (std::size_t i = 0; i < services_.size(); ++i)
        add(endpointsOf(mailServices()[i], services_[i], address_));
    if (const ProviderProfile* hoster = hosterOf(exchanges_, *catalog_))
        out.mxProvider = hoster->id;
    out.mxHost = firstExchange(exchanges_);
    addFindings(out);
    return out;
}

/// What was wrong at one place does not matter once another has the settings.
void DiscoveryRun::addFindings(Discovery& out) const {
    const Found* found = chosen();
    const bool ispdb = found == &found_[static_cast<std::size_t>(Place::Ispdb)];
    if (found)
        out.findings.push_back(ispdb ? Message{"discovery-ispdb-found", {{"domain", address_.domain}}}
                                     : Message{"discovery-config-found", {{"host", found->host}}});
    for (const Found& place : found_)
        if (!found || &place == found)
            out.findings.insert(out.findings.end(), place.notes.begin(), place.notes.end());
    const bool inDns = std::any_of(out.endpoints.begin(), out.endpoints.end(),
                                   [](const auto& e) { return e.source.starts_with("DNS SRV "); });
    if (inDns)
        out.findings.push_back({"discovery-srv-found", {{"domain", address_.domain}}});
    addNotOffered(out);
    addExchangeFinding(out);
    if (out.endpoints.empty() && out.mxProvider.empty()) {
        out.findings.push_back({"discovery-nothing-found", {{"domain", address_.domain}}});
        if (!ispdbAsked_)
            out.findings.push_back({"discovery-ispdb-not-asked", {{"domain", address_.domain}}});
    }
}

void DiscoveryRun::addNotOffered(Discovery& out) const {
    for (const auto& [protocol, shown] : {std::pair(Protocol::Pop3, "POP3"), std::pair(Protocol::Imap, "IMAP")}) {
        bool saysSo = false;
        for (std::size_t i = 0; i < services_.size(); ++i)
            saysSo = saysSo || (mailServices()[i].protocol == protocol && isNotOffered(services_[i]));
        const bool found = std::any_of(out.endpoints.begin(), out.endpoints.end(),
                                       [p = protocol](const auto& endpoint) { return endpoint.protocol == p; });
        if (saysSo && !found)
            out.findings.push_back({"discovery-not-offered", {{"domain", address_.domain}, {"protocol", shown}}});
    }
}

void DiscoveryRun::addExchangeFinding(Discovery& out) const {
    const std::string& first = out.mxHost;
    if (first == ".")
        out.findings.push_back({"discovery-mx-none", {{"domain", address_.domain}}});
    else if (!first.empty() && out.mxProvider.empty() && out.endpoints.empty())
        out.findings.push_back({"discovery-mx-unknown", {{"domain", address_.domain}, {"mx", first}}});
}

} // namespace yomikae
