// Patterns, templates and host names in a profile.
#include "profile/reading.h"

#include "base/host_name.h"
#include "base/text.h"
#include "profile/domain_keys.h"
#include "profile/name_template.h"

#include <algorithm>

namespace yomikae::reading {

namespace {

/// Stands for a variable while the rest of a host is checked.
constexpr std::string_view Stand = "v0v";

/// The template with every variable replaced, so that what remains can be checked like any host. `${domain}` is a whole
/// name.
std::string filledIn(std::string_view host) {
    Variables stands;
    for (const std::string& variable : templateVariables(host).value_or(std::vector<std::string>{}))
        stands[variable] = variable == "domain" ? std::string(Stand) + ".test" : std::string(Stand);
    return expand(host, stands).value_or("");
}

bool hasBlank(std::string_view text) {
    return text.find("\xE3\x80\x80") != std::string_view::npos || std::any_of(text.begin(), text.end(), [](char c) {
               return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F;
           });
}

/// Lower case A-labels, or "" where it is no host.
std::string normalHost(std::string_view host) {
    if (hasBlank(host))
        return {};
    if (host.find('$') == std::string_view::npos)
        return hostName(host).value_or("");
    const std::string lower = lowerAscii(host);
    return isHostName(filledIn(lower)) ? lower : std::string{};
}

/// The part of a template behind its last variable: what every host made from it ends with.
std::string fixedEnd(std::string_view host) {
    const std::size_t close = host.rfind('}');
    if (close == std::string_view::npos)
        return std::string(host);
    const std::string_view behind = host.substr(close + 1);
    const std::size_t dot = behind.find('.');
    return dot == std::string_view::npos ? std::string{} : std::string(behind.substr(dot + 1));
}

bool endsWith(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

bool isOwn(std::string_view host, const Known& known) {
    const std::string end = fixedEnd(host);
    for (const std::string& own : known.ownEnds)
        if (isUnder(end, own))
            return true;
    const std::string filled = filledIn(host);
    for (const std::string& listed : known.profile.hosts)
        if (const auto allowed = HostPattern::parse(listed); allowed && allowed->match(filled))
            return true;
    return false;
}

} // namespace

std::string pattern(JsonCursor& at, bool closed) {
    const auto found = at.string();
    if (!found)
        return {};
    const auto parsed = HostPattern::parse(*found);
    if (!parsed || found->size() > 253 || hasBlank(*found)) {
        at.complain("profile-pattern", *found, "*, {name:digits}, {name:letters}, {name:label}");
        return {};
    }
    if (closed && isSharedEnd(parsed->fixedEnd()))
        at.complain("profile-pattern-open", *found, "*.example.jp");
    return *found;
}

void patterns(JsonCursor& from, std::string_view key, std::vector<std::string>& out, bool closed) {
    list(from, key, out, [closed](JsonCursor& at) { return pattern(at, closed); });
}

void addGroups(const std::vector<std::string>& patterns, std::set<std::string>& variables) {
    for (const std::string& text : patterns)
        if (const auto parsed = HostPattern::parse(text))
            for (const std::string& group : parsed->groupNames())
                variables.insert(group);
}

std::string nameTemplate(JsonCursor& at, const std::set<std::string>& variables) {
    const auto found = at.text(253);
    if (!found)
        return {};
    const auto used = templateVariables(*found);
    if (!used) {
        at.complain("profile-template", *found, "${name}");
        return {};
    }
    bool allDefined = true;
    for (const std::string& variable : *used) {
        if (isCommonVariable(variable) || variables.count(variable) != 0)
            continue;
        allDefined = false;
        std::string allowed = "address, local, domain, subdomain, account, smtp_account";
        for (const std::string& defined : variables)
            allowed += ", " + defined;
        at.complain("profile-undefined-variable", variable, allowed);
    }
    return allDefined ? *found : std::string{};
}

std::string hostTemplate(JsonCursor& at, const std::set<std::string>& variables) {
    const auto raw = at.string();
    if (!raw)
        return {};
    if (raw->find('$') != std::string::npos && nameTemplate(at, variables).empty())
        return {};
    // the person's own domain may stand at the end, a value that anybody may type may not
    if (!raw->empty() && raw->back() == '}' && !endsWith(*raw, ".${domain}") && *raw != "${domain}") {
        at.complain("profile-host-open", *raw, "${name}.example.jp");
        return {};
    }
    const std::string host = normalHost(*raw);
    if (host.empty())
        at.complain("profile-host", at.shown(), "mail.example.jp");
    return host;
}

std::string ownHost(JsonCursor& at, const Known& known, const std::set<std::string>& variables) {
    const std::string host = hostTemplate(at, variables);
    if (!host.empty() && !endsWith(host, "${domain}") && !isOwn(host, known)) {
        std::string own;
        for (const std::string& end : known.ownEnds)
            own += (own.empty() ? "" : ", ") + end;
        at.complain("profile-host-outside", host, own.empty() ? "-" : own);
    }
    return host;
}

} // namespace yomikae::reading
