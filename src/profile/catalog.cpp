#include "profile/catalog.h"

#include "base/host_name.h"
#include "base/text.h"
#include "profile/domain_keys.h"
#include "profile/host_pattern.h"

#include <algorithm>

namespace yomikae {

namespace {

/// Shorter domains are one slip away from too many others.
constexpr std::size_t ShortestNear = 6;

/// Never an index: a host that several profiles name and nobody owns.
constexpr std::size_t Nobody = static_cast<std::size_t>(-1);

/// Names as people write them: widths, case, blanks and hyphens do not matter.
std::string nameKey(std::string_view name) {
    std::string key;
    for (const char c : lowerAscii(foldTyped(name)))
        if (c != ' ' && c != '-' && c != '_')
            key += c;
    return key;
}

/// Every name of a pattern's form; ${variables} stand for one label each.
std::string asPattern(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const std::size_t dollar = std::min(text.find("${"), text.size());
        out += text.substr(0, dollar);
        text.remove_prefix(dollar);
        const std::size_t close = text.find('}');
        if (text.empty() || close == std::string_view::npos)
            break;
        if (out.empty() || out.back() != '*')
            out += '*';
        text.remove_prefix(close + 1);
    }
    return out;
}

struct OwnedPattern {
    HostPattern pattern;
    std::size_t owner;
};

/// Patterns under the end that all their matches share.
struct Patterns {
    std::unordered_map<std::string, std::vector<OwnedPattern>> byEnd;

    void add(const HostPattern& pattern, std::size_t owner) {
        if (!pattern.fixedEnd().empty())
            byEnd[pattern.fixedEnd()].push_back({pattern, owner});
    }
    /// From the most special end on.
    std::size_t find(std::string_view host) const {
        for (const std::string_view end : domainEnds(host)) {
            const auto bucket = byEnd.find(std::string(end));
            if (bucket == byEnd.end())
                continue;
            for (const OwnedPattern& one : bucket->second)
                if (one.pattern.match(host))
                    return one.owner;
        }
        return Nobody;
    }
};

} // namespace

struct Catalog::Index {
    using Owners = std::unordered_map<std::string, std::size_t>;

    std::vector<ProviderProfile> profiles;
    Owners ids;
    Owners domains; ///< exact ones
    Patterns domainPatterns;
    std::unordered_map<std::string, std::size_t> patternTexts; ///< to see a pattern claimed twice
    Owners ownEnds; ///< what a provider's domains end with: everything below is its own
    Owners hosts;   ///< named exactly by an old paper or an endpoint
    Patterns hostPatterns;
    Patterns mx;
    Owners names;
    std::unordered_map<std::string, std::vector<std::string>> slips;

    static std::size_t in(const Owners& owners, const std::string& key) {
        const auto found = owners.find(key);
        return found == owners.end() ? Nobody : found->second;
    }
    const ProviderProfile* at(std::size_t owner) const { return owner == Nobody ? nullptr : &profiles[owner]; }

    void addAll(std::vector<ProviderProfile> all, std::vector<Problem>* problems);
    void addDomains(std::size_t owner, std::vector<Problem>* problems);
    bool claim(const std::string& domain, std::size_t owner);
    void addEnd(const std::string& end, std::size_t owner);
    void addHosts(std::size_t owner);
    void addHost(const std::string& host, std::size_t owner);
    void addNames(std::size_t owner);
    std::size_t ownerOfEnd(std::string_view host) const;
    bool isKnown(std::string_view domain) const;
};

void Catalog::Index::addAll(std::vector<ProviderProfile> all, std::vector<Problem>* problems) {
    for (ProviderProfile& profile : all) {
        const std::size_t first = in(ids, profile.id);
        if (first == Nobody) {
            ids[profile.id] = profiles.size();
            profiles.push_back(std::move(profile));
        } else if (problems) {
            problems->push_back(
                {"profile-id-taken", {profile.file, 0, 0, "/id"}, {}, profile.id, profiles[first].file, false});
        }
    }
    for (std::size_t owner = 0; owner < profiles.size(); ++owner)
        addDomains(owner, problems);
    for (std::size_t owner = 0; owner < profiles.size(); ++owner) {
        addHosts(owner);
        addNames(owner);
    }
}

bool Catalog::Index::claim(const std::string& domain, std::size_t owner) {
    const auto pattern = HostPattern::parse(domain);
    if (!pattern)
        return true;
    auto& taken = pattern->isLiteral() ? domains : patternTexts;
    if (!taken.emplace(lowerAscii(domain), owner).second)
        return false;
    if (!pattern->isLiteral())
        domainPatterns.add(*pattern, owner);
    addEnd(pattern->fixedEnd(), owner);
    return true;
}

void Catalog::Index::addDomains(std::size_t owner, std::vector<Problem>* problems) {
    const ProviderProfile& profile = profiles[owner];
    for (std::size_t i = 0; i < profile.domains.size(); ++i) {
        if (claim(profile.domains[i], owner) || !problems)
            continue;
        const std::string key = lowerAscii(profile.domains[i]);
        const std::size_t first = std::min(in(domains, key), in(patternTexts, key));
        problems->push_back({"profile-domain-taken",
                             {profile.file, 0, 0, "/domains/" + std::to_string(i)},
                             {},
                             profile.domains[i],
                             profiles[first].file,
                             false});
    }
    for (const std::string& text : profile.hostedMx)
        if (const auto pattern = HostPattern::parse(text))
            mx.add(*pattern, owner);
}

void Catalog::Index::addEnd(const std::string& end, std::size_t owner) {
    if (isSharedEnd(end) || !ownEnds.emplace(end, owner).second || end.size() < ShortestNear)
        return;
    for (std::string& key : slipKeys(end))
        slips[std::move(key)].push_back(end);
}

void Catalog::Index::addHost(const std::string& host, std::size_t owner) {
    const auto pattern = HostPattern::parse(asPattern(host));
    if (!pattern)
        return;
    if (!pattern->isLiteral()) {
        hostPatterns.add(*pattern, owner);
        return;
    }
    const auto [found, fresh] = hosts.emplace(lowerAscii(host), owner);
    if (fresh || found->second == owner)
        return;
    found->second = ownerOfEnd(host);
}

void Catalog::Index::addHosts(std::size_t owner) {
    const ProviderProfile& profile = profiles[owner];
    for (const HostMove& move : profile.oldHosts)
        addHost(move.from, owner);
    for (const OldSettings& old : profile.oldSettings) {
        addHost(old.popServer, owner);
        addHost(old.smtpServer, owner);
    }
    for (const ProfileEndpoint& endpoint : profile.endpoints)
        addHost(endpoint.host, owner);
    for (const Variant& variant : profile.variants)
        for (const ProfileEndpoint& endpoint : variant.endpoints)
            addHost(endpoint.host, owner);
    for (const std::string& host : profile.hosts)
        addHost(host, owner);
}

void Catalog::Index::addNames(std::size_t owner) {
    const ProviderProfile& profile = profiles[owner];
    names.emplace(nameKey(profile.id), owner);
    names.emplace(nameKey(profile.names.ja), owner);
    names.emplace(nameKey(profile.names.en), owner);
    for (const std::string& alias : profile.aliases)
        names.emplace(nameKey(alias), owner);
    for (const std::string& former : profile.formerNames)
        names.emplace(nameKey(former), owner);
    names.erase(std::string{});
}

std::size_t Catalog::Index::ownerOfEnd(std::string_view host) const {
    for (const std::string_view end : domainEnds(host))
        if (const std::size_t owner = in(ownEnds, std::string(end)); owner != Nobody)
            return owner;
    return Nobody;
}

bool Catalog::Index::isKnown(std::string_view domain) const {
    return in(domains, std::string(domain)) != Nobody || domainPatterns.find(domain) != Nobody;
}

Catalog::Catalog() : Catalog(std::vector<ProviderProfile>{}) {}

Catalog::Catalog(std::vector<ProviderProfile> profiles, std::vector<Problem>* problems)
    : index_(std::make_unique<Index>()) {
    index_->addAll(std::move(profiles), problems);
}

Catalog::Catalog(Catalog&&) noexcept = default;
Catalog& Catalog::operator=(Catalog&&) noexcept = default;
Catalog::~Catalog() = default;

const std::vector<ProviderProfile>& Catalog::profiles() const {
    return index_->profiles;
}

const ProviderProfile* Catalog::byId(std::string_view id) const {
    return index_->at(Index::in(index_->ids, std::string(id)));
}

const ProviderProfile* Catalog::byDomain(std::string_view domain) const {
    const std::string key = lowerAscii(domain);
    const std::size_t exact = Index::in(index_->domains, key);
    return index_->at(exact != Nobody ? exact : index_->domainPatterns.find(key));
}

const ProviderProfile* Catalog::byOldHost(std::string_view host) const {
    const std::string key = lowerAscii(host);
    if (const auto exact = index_->hosts.find(key); exact != index_->hosts.end())
        return index_->at(exact->second);
    const std::size_t byPattern = index_->hostPatterns.find(key);
    return index_->at(byPattern != Nobody ? byPattern : index_->ownerOfEnd(key));
}

const ProviderProfile* Catalog::byMx(std::string_view mxHost) const {
    return index_->at(index_->mx.find(lowerAscii(mxHost)));
}

const ProviderProfile* Catalog::byName(std::string_view name) const {
    return index_->at(Index::in(index_->names, nameKey(name)));
}

std::string Catalog::nearDomain(std::string_view domain) const {
    const std::string typed = lowerAscii(domain);
    if (index_->isKnown(typed) || index_->ownerOfEnd(typed) != Nobody)
        return {};
    std::string proposal;
    for (const std::string_view end : domainEnds(typed)) {
        const std::string front = typed.substr(0, typed.size() - end.size());
        for (const std::string& key : slipKeys(end)) {
            const auto bucket = index_->slips.find(key);
            if (bucket == index_->slips.end())
                continue;
            for (const std::string& meant : bucket->second) {
                const std::string whole = front + meant;
                if (whole == proposal || !isOneSlip(end, meant) || !index_->isKnown(whole))
                    continue;
                if (!proposal.empty())
                    return {}; // two providers are as near: nothing is better than a wrong hint
                proposal = whole;
            }
        }
    }
    return proposal;
}

} // namespace yomikae
