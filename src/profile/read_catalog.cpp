// All profile files together: inheritance, ids, domains, references and dates.
#include "profile/inheritance.h"
#include "profile/read_profile.h"

#include <algorithm>
#include <map>
#include <set>

namespace yomikae {

namespace {

void append(std::vector<Problem>& all, std::vector<Problem> more) {
    all.insert(all.end(), more.begin(), more.end());
}

Problem problemAt(const ParsedProfile& parsed, const std::string& pointer, std::string code, std::string found,
                  std::string allowed) {
    return {std::move(code), placeOf(parsed.document, pointer), {}, std::move(found), std::move(allowed), false};
}

/// The last day that a partial date can mean, for comparisons: 2026 lasts until 2026-12-31.
PartialDate lastDay(PartialDate date) {
    if (date.month == 0)
        date.month = 12;
    if (date.day == 0)
        date.day = 31;
    return date;
}

void checkStatusDate(const ParsedProfile& parsed, const ServiceStatus& status, const std::string& pointer,
                     PartialDate today, std::vector<Problem>& problems) {
    const bool stillThere = status.state == ServiceState::Active || status.state == ServiceState::Closing;
    if (stillThere && status.until && lastDay(*status.until) < today)
        problems.push_back(problemAt(parsed, pointer + "/until", "profile-end-passed", toString(*status.until),
                                     std::string(name(ServiceState::Ended))));
}

void checkDates(const ParsedProfile& parsed, PartialDate today, std::vector<Problem>& problems) {
    if (today.year == 0)
        return;
    const ProviderProfile& profile = *parsed.profile;
    checkStatusDate(parsed, profile.status, "/status", today, problems);
    for (std::size_t i = 0; i < profile.variants.size(); ++i)
        if (profile.variants[i].status)
            checkStatusDate(parsed, *profile.variants[i].status, "/variants/" + std::to_string(i) + "/status", today,
                            problems);
    auto checked = partialDate(profile.checked);
    if (!checked)
        return;
    *checked = lastDay(*checked);
    checked->year += 2;
    if (*checked < today) {
        Problem old = problemAt(parsed, "/checked", "profile-checked-old", profile.checked, toString(today));
        old.warning = true;
        problems.push_back(old);
    }
}

void checkReference(const ParsedProfile& parsed, const std::string& pointer, const std::string& id,
                    const std::set<std::string>& ids, std::vector<Problem>& problems) {
    if (id.empty())
        return;
    if (id == parsed.profile->id)
        problems.push_back(problemAt(parsed, pointer, "profile-itself", id, {}));
    else if (ids.count(id) == 0)
        problems.push_back(problemAt(parsed, pointer, "profile-unknown-profile", id, {}));
}

/// Who hands over to whom, by `uses` of a variant or by `to` of a status.
using HandOvers = std::map<std::string, std::set<std::string>>;

HandOvers handOvers(const std::vector<ParsedProfile>& all) {
    HandOvers out;
    for (const ParsedProfile& parsed : all) {
        if (!parsed.profile)
            continue;
        std::set<std::string>& to = out[parsed.profile->id];
        to.insert(parsed.profile->status.to);
        for (const Variant& variant : parsed.profile->variants)
            to.insert({variant.uses, variant.status ? variant.status->to : ""});
    }
    return out;
}

/// "a -> b -> a": the shortest way from `first` over `next` back to `first`, or "".
std::string circle(const HandOvers& all, const std::string& first, const std::string& next) {
    std::vector<std::pair<std::string, std::string>> open{{next, first + " -> " + next}};
    std::set<std::string> seen{next};
    for (std::size_t i = 0; i < open.size(); ++i) {
        const auto from = all.find(open[i].first);
        if (from == all.end())
            continue;
        for (const std::string& to : from->second) {
            const std::string way = open[i].second + " -> " + to;
            if (to == first)
                return way;
            if (seen.insert(to).second)
                open.emplace_back(to, way);
        }
    }
    return {};
}

/// Nobody can be handed over in a circle: no profile in it would have the servers.
void checkCircles(const ParsedProfile& parsed, const HandOvers& all, std::vector<Problem>& problems) {
    const ProviderProfile& profile = *parsed.profile;
    const auto check = [&](const std::string& pointer, const std::string& to) {
        const std::string way = to.empty() || to == profile.id ? "" : circle(all, profile.id, to);
        if (!way.empty())
            problems.push_back(problemAt(parsed, pointer, "profile-circle", to, way));
    };
    check("/status/to", profile.status.to);
    for (std::size_t i = 0; i < profile.variants.size(); ++i) {
        const std::string pointer = "/variants/" + std::to_string(i);
        check(pointer + "/uses", profile.variants[i].uses);
        if (profile.variants[i].status)
            check(pointer + "/status/to", profile.variants[i].status->to);
    }
}

void checkReferences(const ParsedProfile& parsed, const std::set<std::string>& ids, std::vector<Problem>& problems) {
    const ProviderProfile& profile = *parsed.profile;
    checkReference(parsed, "/status/to", profile.status.to, ids, problems);
    for (std::size_t i = 0; i < profile.variants.size(); ++i) {
        const Variant& variant = profile.variants[i];
        const std::string pointer = "/variants/" + std::to_string(i);
        checkReference(parsed, pointer + "/uses", variant.uses, ids, problems);
        if (variant.status)
            checkReference(parsed, pointer + "/status/to", variant.status->to, ids, problems);
    }
}

std::vector<ProviderProfile> readTemplates(std::vector<ProfileText>& files, std::vector<Problem>& problems) {
    std::vector<ProviderProfile> templates;
    for (ProfileText& file : files) {
        if (!file.isTemplate)
            continue;
        ParsedProfile parsed = parseProfile(std::move(file.text), file.file, {}, true);
        append(problems, std::move(parsed.problems));
        if (parsed.profile)
            templates.push_back(std::move(*parsed.profile));
    }
    return templates;
}

/// The catalog knows pointers; only here is the text that has lines and columns.
void findPlaces(const std::vector<ParsedProfile>& all, std::vector<Problem>& problems) {
    for (Problem& problem : problems) {
        const auto from = std::find_if(all.begin(), all.end(), [&](const ParsedProfile& parsed) {
            return parsed.document.file == problem.place.file;
        });
        if (problem.place.line == 0 && from != all.end())
            problem.place = placeOf(from->document, problem.place.pointer);
    }
}

} // namespace

ReadCatalog readCatalog(std::vector<ProfileText> files, PartialDate today) {
    ReadCatalog result;
    const std::vector<ProviderProfile> templates = readTemplates(files, result.problems);
    std::vector<ParsedProfile> all;
    std::set<std::string> ids;
    for (ProfileText& file : files) {
        if (file.isTemplate)
            continue;
        all.push_back(parseProfile(std::move(file.text), std::move(file.file), templates, false));
        append(result.problems, all.back().problems);
        if (all.back().profile)
            ids.insert(all.back().profile->id);
    }
    std::vector<ProviderProfile> profiles;
    const HandOvers handedOver = handOvers(all);
    for (const ParsedProfile& parsed : all) {
        if (!parsed.profile)
            continue;
        checkReferences(parsed, ids, result.problems);
        checkCircles(parsed, handedOver, result.problems);
        checkDates(parsed, today, result.problems);
        profiles.push_back(*parsed.profile);
    }
    std::vector<Problem> claims;
    result.catalog = Catalog(std::move(profiles), &claims);
    findPlaces(all, claims);
    append(result.problems, std::move(claims));
    return result;
}

} // namespace yomikae
