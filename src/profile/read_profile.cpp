#include "profile/read_profile.h"

#include "base/host_name.h"
#include "base/limits.h"
#include "base/text.h"
#include "profile/domain_keys.h"
#include "profile/inheritance.h"
#include "profile/reading.h"

#include <algorithm>

namespace yomikae {

using namespace reading;

namespace {

constexpr int NewestFormat = 1;

/// "plala" for "providers/plala.json"; "" where the file is not called *.json (a test, standard input).
std::string stem(const std::string& file) {
    const std::size_t slash = file.find_last_of("/\\");
    const std::string last = slash == std::string::npos ? file : file.substr(slash + 1);
    const std::size_t end = last.size() < 5 ? std::string::npos : last.size() - 5;
    return end == std::string::npos || last.substr(end) != ".json" ? std::string{} : last.substr(0, end);
}

bool isId(const std::string& id) {
    return !id.empty() && id.size() <= 32 && std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
}

/// False where the file is of a format that this program does not know: then nothing else in it means anything.
bool readFormat(JsonCursor& root, int& out) {
    auto at = root.required("format");
    const auto found = at ? at->integer(1, 1'000'000) : std::nullopt;
    out = static_cast<int>(found.value_or(NewestFormat));
    if (out <= NewestFormat)
        return true;
    at->complain("profile-newer-format", std::to_string(out), std::to_string(NewestFormat));
    return false;
}

void readId(JsonCursor& root, ProviderProfile& out) {
    auto at = root.required("id");
    const auto found = at ? at->string() : std::nullopt;
    if (!found)
        return;
    const std::string expected = stem(out.file);
    if (!isId(*found))
        at->complain("profile-id", *found, "a-z 0-9 - (1 - 32)");
    else if (!expected.empty() && expected != *found)
        at->complain("profile-id-not-file", *found, expected);
    out.id = *found;
}

void readNames(JsonCursor& root, ProviderProfile& out) {
    auto at = root.required("names");
    if (at && at->object()) {
        text(*at, "ja", out.names.ja, Needed::Yes);
        text(*at, "en", out.names.en, Needed::Yes);
        text(*at, "kana", out.kana);
        texts(*at, "former", out.formerNames);
        texts(*at, "aliases", out.aliases);
        at->finish();
    }
    bilingual(root, "operated_by", out.operatedBy);
}

std::string label(JsonCursor& at) {
    const auto found = at.string();
    if (found && !isHostName(*found + ".test"))
        at.complain("profile-host", at.shown(), "agate");
    return found.value_or("");
}

/// An exact domain in A-labels, or a pattern with a fixed end.
std::string domain(JsonCursor& at) {
    const std::string found = pattern(at, false);
    if (found.find_first_of("*{") == std::string::npos)
        return found.empty() ? found : hostTemplate(at, {});
    // "jp-*.ne.jp" is somebody's, "*.ne.jp" is everybody's
    const std::string end = HostPattern::parse(found)->fixedEnd();
    const std::string front = end.size() < found.size() ? found.substr(0, found.size() - end.size() - 1) : "";
    const std::string above = front.substr(front.rfind('.') + 1);
    if (!isHostName(end) || (isSharedEnd(end) && (above.front() == '*' || above.front() == '{')))
        at.complain("profile-pattern-open", found, "*.example.jp");
    return found;
}

void readDomains(JsonCursor& root, ProviderProfile& out) {
    list(root, "domains", out.domains, domain);
    auto at = root.optional("domains");
    if (out.domains.size() > limits::ProfileDomains && at)
        at->complain("profile-too-many", std::to_string(out.domains.size()), std::to_string(limits::ProfileDomains));
    distinct(root, "domains", out.domains, [](const std::string& one) { return one; });
    list(root, "known_subdomains", out.knownSubdomains, label);
    if (auto hosted = root.optional("hosted"); hosted && hosted->object()) {
        patterns(*hosted, "mx", out.hostedMx, true);
        hosted->finish();
    }
    if (auto hosts = root.optional("hosts"); hosts && hosts->object()) {
        hosts->required("patterns");
        patterns(*hosts, "patterns", out.hosts, true);
        bilingual(*hosts, "note", out.hostsNote, Needed::Yes);
        hosts->finish();
    }
}

std::vector<std::string> ownEnds(const ProviderProfile& profile) {
    std::vector<std::string> ends;
    for (const std::string& one : profile.domains)
        if (const auto parsed = HostPattern::parse(one); parsed && !isSharedEnd(parsed->fixedEnd()))
            ends.push_back(parsed->fixedEnd());
    std::sort(ends.begin(), ends.end());
    ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
    return ends;
}

void readPapers(JsonCursor& root, const Known& known, ProviderProfile& out) {
    texts(root, "documents", out.documents);
    labels(root, out.labels);
    list(root, "other_ids", out.otherIds, otherId);
    list(root, "old_settings", out.oldSettings, [&](JsonCursor& at) { return oldSettings(at, known); });
    list(root, "old_hosts", out.oldHosts, [&](JsonCursor& at) { return hostMove(at, known); });
}

void readRest(JsonCursor& root, const Known& known, ProviderProfile& out) {
    flag(root, "only_these_ports", out.onlyThesePorts);
    if (auto at = root.optional("sign_in"))
        out.signIn = signIn(*at, known);
    list(root, "tls_exceptions", out.tlsExceptions, [&](JsonCursor& at) { return tlsException(at, known); });
    list(root, "failures", out.failures, [&](JsonCursor& at) { return failure(at, known); });
    list(root, "limits", out.limits, bilingualText);
    list(root, "notes", out.notes, bilingualText);
    list(root, "timeline", out.timeline, [&](JsonCursor& at) { return era(at, known); });
    url(root, "support_url", out.supportUrl);
    url(root, "webmail_url", out.webmailUrl);
}

void readStatus(JsonCursor& root, const Known& known, ProviderProfile& out) {
    auto at = take(root, "status", out.inherits.empty() ? Needed::Yes : Needed::No);
    if (at)
        out.status = status(*at, known);
}

/// What a service that is gone cannot have.
void checkEnded(JsonCursor& root, const ProviderProfile& profile) {
    if (profile.status.state != ServiceState::Ended && profile.status.state != ServiceState::Impossible)
        return;
    auto at = root.optional("endpoints");
    if (!at || !at->isArray())
        return;
    auto elements = at->elements();
    for (std::size_t i = 0; i < elements.size() && i < profile.endpoints.size(); ++i)
        if (profile.endpoints[i].recommended)
            elements[i].complain("profile-ended-recommended", std::string(name(profile.status.state)), "false");
}

void readInherits(JsonCursor& root, const std::vector<ProviderProfile>& templates, ProviderProfile& out) {
    std::string id;
    text(root, "inherits", id);
    if (id.empty())
        return;
    for (const ProviderProfile& one : templates)
        if (one.id == id) {
            out = inherited(one, out);
            return;
        }
    std::string allowed;
    for (const ProviderProfile& one : templates)
        allowed += (allowed.empty() ? "" : ", ") + one.id;
    root.optional("inherits")->complain("profile-unknown-template", id, allowed.empty() ? "-" : allowed);
    out.inherits = id;
}

/// Parts that others refer to are read first; a JSON object has no order of its own.
void readParts(JsonCursor& root, const std::vector<ProviderProfile>& templates, bool isTemplate, ProviderProfile& out) {
    std::string schema;
    text(root, "$schema", schema); // for editors only
    readId(root, out);
    list(root, "sources", out.sources, source);
    readInherits(root, templates, out);
    readNames(root, out);
    dateText(root, "checked", out.checked, Needed::Yes);
    readDomains(root, out);
    flag(root, "by_name", out.byName);
    if (!isTemplate && out.domains.empty() && out.hostedMx.empty() && !out.byName)
        root.complain("profile-no-domain", {}, "domains, hosted, by_name");
    list(root, "questions", out.questions, question);
    distinct(root, "questions", out.questions, [](const Question& one) { return one.key; });
    Known known{out, {}, ownEnds(out)};
    addGroups(out.domains, known.variables);
    for (const Question& one : out.questions)
        known.variables.insert(one.key);
    readStatus(root, known, out);
    list(root, "steps", out.steps, [&](JsonCursor& at) { return step(at, known); });
    distinct(root, "steps", out.steps, [](const ProfileStep& one) { return one.id; });
    endpoints(root, known, out.steps, known.variables, out.endpoints);
    variants(root, known, out.variants);
    readPapers(root, known, out);
    readRest(root, known, out);
    checkEnded(root, out);
    root.finish();
}

} // namespace

ParsedProfile parseProfile(std::string text, std::string file, const std::vector<ProviderProfile>& templates,
                           bool isTemplate) {
    ParsedProfile result;
    auto parsed = parseJson(std::move(text), file, limits::ProfileFile);
    result.problems = std::move(parsed.problems);
    if (!parsed)
        return result;
    result.document = std::move(*parsed.value);
    JsonCursor root(result.document, result.problems);
    ProviderProfile profile;
    profile.file = std::move(file);
    if (root.object() && readFormat(root, profile.format))
        readParts(root, templates, isTemplate, profile);
    const bool broken = std::any_of(result.problems.begin(), result.problems.end(),
                                    [](const Problem& problem) { return !problem.warning; });
    if (!broken)
        result.profile = std::move(profile);
    std::stable_sort(result.problems.begin(), result.problems.end(), [](const Problem& a, const Problem& b) {
        return std::pair(a.place.line, a.place.column) < std::pair(b.place.line, b.place.column);
    });
    return result;
}

Result<ProviderProfile> readProfile(std::string text, std::string file, const std::vector<ProviderProfile>& templates) {
    ParsedProfile parsed = parseProfile(std::move(text), std::move(file), templates, false);
    return {std::move(parsed.profile), std::move(parsed.problems)};
}

} // namespace yomikae
