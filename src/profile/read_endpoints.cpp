// Endpoints, questions and variants of a profile.
#include "profile/reading.h"

#include "base/limits.h"
#include "profile/name_template.h"

#include <algorithm>

namespace yomikae::reading {

namespace {

Mechanism mechanism(JsonCursor& at) {
    return word<Mechanism>(at, mechanismNamed,
                           "USER, LOGIN-COMMAND, PLAIN, LOGIN, CRAM-MD5, APOP, XOAUTH2, OAUTHBEARER")
        .value_or(Mechanism::Plain);
}

void neededStep(JsonCursor& from, const std::vector<ProfileStep>& steps, std::string& out) {
    auto at = from.optional("needs");
    const auto found = at ? at->string() : std::nullopt;
    if (!found)
        return;
    out = *found;
    std::string allowed;
    for (const ProfileStep& one : steps) {
        if (one.id == out)
            return;
        allowed += (allowed.empty() ? "" : ", ") + one.id;
    }
    at->complain("profile-unknown-step", out, allowed.empty() ? "-" : allowed);
}

void minimumTls(JsonCursor& from, std::string& out) {
    auto at = from.optional("minimum_tls");
    const auto found = at ? at->string() : std::nullopt;
    if (!found)
        return;
    out = *found;
    if (out != "1.2" && out != "1.3")
        at->complain("json-not-allowed", out, "1.2, 1.3");
}

void whatItIs(JsonCursor& at, ProfileEndpoint& out) {
    if (auto one = at.required("protocol"))
        out.protocol = protocol(*one).value_or(Protocol::Pop3);
    if (auto one = at.required("port"))
        out.port = one->port().value_or(0);
    if (auto one = at.required("security"))
        out.security = security(*one).value_or(Security::ImplicitTls);
    list(at, "mechanisms", out.mechanisms, mechanism);
    minimumTls(at, out.minimumTls);
    flag(at, "recommended", out.recommended);
    dateText(at, "since", out.since);
    bilingual(at, "note", out.note);
    flag(at, "no_starttls", out.noStartTls);
    flag(at, "own_network_only", out.ownNetworkOnly);
}

/// The forms of a question are read by a pattern; what they give must be made of their groups.
void gives(JsonCursor& from, Question& out) {
    auto at = from.optional("gives");
    if (!at)
        return;
    std::set<std::string> groups;
    addGroups(out.accepts, groups);
    for (const std::string& form : out.accepts)
        if (const auto parsed = HostPattern::parse(form)) {
            const auto names = parsed->groupNames();
            std::set<std::string> both;
            for (const std::string& one : names)
                if (groups.count(one) != 0)
                    both.insert(one);
            groups = both; // only what every form has
        }
    groups.insert(out.key);
    out.gives = nameTemplate(*at, groups);
}

void choices(JsonCursor& from, Question& out) {
    auto at = from.optional("choices");
    if (!at)
        return;
    for (auto& [value, words] : at->members())
        out.choices.emplace_back(value, bilingualText(words));
}

/// True where `earlier` always holds when `later` does. Unread variants (without an id) hide nothing.
bool hides(const Variant& earlier, const Variant& later) {
    return !earlier.id.empty() && !later.id.empty() && (earlier.when.empty() || earlier.when == later.when);
}

Variant variant(JsonCursor& at, const Known& known) {
    Variant out;
    if (!at.object())
        return out;
    key(at, "id", out.id);
    bilingual(at, "names", out.names, Needed::Yes);
    if (auto when = at.required("when"))
        out.when = condition(*when, known);
    text(at, "uses", out.uses);
    list(at, "steps", out.steps, [&](JsonCursor& one) { return step(one, known); });
    distinct(at, "steps", out.steps, [](const ProfileStep& one) { return one.id; });
    std::set<std::string> variables = known.variables;
    addGroups(out.when.domains, variables);
    addGroups(out.when.oldHosts, variables);
    addGroups(out.when.accounts, variables);
    std::vector<ProfileStep> steps = known.profile.steps;
    steps.insert(steps.end(), out.steps.begin(), out.steps.end());
    endpoints(at, known, steps, variables, out.endpoints);
    if (auto one = at.optional("status"))
        out.status = status(*one, known);
    if (auto one = at.optional("sign_in"))
        out.signIn = signIn(*one, known);
    bilingual(at, "note", out.note);
    sourceIndex(at, "source", known, out.source);
    at.finish();
    return out;
}

} // namespace

ProfileEndpoint endpoint(JsonCursor& at, const Known& known, const std::vector<ProfileStep>& steps,
                         const std::set<std::string>& variables) {
    ProfileEndpoint out;
    if (!at.object())
        return out;
    whatItIs(at, out);
    if (auto when = at.optional("when"))
        out.when = condition(*when, known);
    std::set<std::string> defined = variables;
    addGroups(out.when.domains, defined);
    addGroups(out.when.oldHosts, defined);
    addGroups(out.when.accounts, defined);
    if (auto host = at.required("host"))
        out.host = ownHost(*host, known, defined);
    list(
        at, "usernames", out.usernames, [&](JsonCursor& one) { return nameTemplate(one, defined); }, Needed::Yes);
    if (auto names = at.optional("usernames"); names && names->isArray() && out.usernames.empty())
        names->complain("profile-empty-list", "[]", "${address}");
    evidence(at, known, out.evidence, out.source, &out.provenOn);
    sourceIndex(at, "other_source", known, out.otherSource);
    neededStep(at, steps, out.needs);
    at.finish();
    return out;
}

void endpoints(JsonCursor& from, const Known& known, const std::vector<ProfileStep>& steps,
               const std::set<std::string>& variables, std::vector<ProfileEndpoint>& out) {
    auto at = from.optional("endpoints");
    if (!at)
        return;
    out.clear();
    auto elements = at->elements();
    if (elements.size() > limits::ProfileEndpoints) {
        at->complain("profile-too-many", std::to_string(elements.size()), std::to_string(limits::ProfileEndpoints));
        return;
    }
    for (JsonCursor& element : elements) {
        const ProfileEndpoint one = endpoint(element, known, steps, variables);
        const auto rival = [&](const ProfileEndpoint& other) {
            return one.recommended && other.recommended && one.protocol == other.protocol && one.when == other.when;
        };
        const auto twin = [&](const ProfileEndpoint& other) {
            return one.protocol == other.protocol && one.host == other.host && one.port == other.port &&
                   one.security == other.security && one.when == other.when && !one.host.empty() && one.port != 0;
        };
        if (std::any_of(out.begin(), out.end(), twin))
            element.complain("profile-twice", one.host + ":" + std::to_string(one.port));
        else if (std::any_of(out.begin(), out.end(), rival))
            element.complain("profile-two-recommended", std::string(name(one.protocol)), "1");
        out.push_back(one);
    }
}

Question question(JsonCursor& at) {
    Question out;
    if (!at.object())
        return out;
    key(at, "key", out.key);
    if (auto one = at.optional("key"); one && (isCommonVariable(out.key) || out.key.find('-') != std::string::npos))
        one->complain("profile-key-taken", out.key, "a-z 0-9 _");
    bilingual(at, "text", out.text, Needed::Yes);
    bilingual(at, "where", out.where);
    text(at, "example", out.example);
    patterns(at, "accepts", out.accepts);
    gives(at, out);
    choices(at, out);
    at.finish();
    if (!out.example.empty() && !acceptedAnswer(out, out.example))
        at.optional("example")->complain("profile-example", out.example);
    return out;
}

void variants(JsonCursor& from, const Known& known, std::vector<Variant>& out) {
    list(from, "variants", out, [&](JsonCursor& one) { return variant(one, known); });
    distinct(from, "variants", out, [](const Variant& one) { return one.id; });
    auto at = from.optional("variants");
    if (!at || !at->isArray())
        return;
    auto elements = at->elements();
    for (std::size_t later = 1; later < elements.size(); ++later)
        for (std::size_t earlier = 0; earlier < later; ++earlier)
            if (hides(out[earlier], out[later])) {
                elements[later].complain("profile-variant-unreachable", out[later].id, out[earlier].id);
                break;
            }
}

} // namespace yomikae::reading
