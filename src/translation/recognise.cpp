#include "translation/recognise.h"

#include "base/text.h"
#include "translation/doubt_about.h"

namespace yomikae {

namespace {

const ProviderProfile* byHosts(const PaperFacts& paper, const Catalog& catalog, std::string& host) {
    for (const std::string& one : paper.hosts())
        if (const ProviderProfile* profile = catalog.byOldHost(one)) {
            host = one;
            return profile;
        }
    return nullptr;
}

void doubtTheName(Recognised& found, const ProviderProfile* named, const std::string& printed) {
    if (!named)
        found.doubts.push_back(doubtAbout("provider", "translation-provider-not-known", {{"name", printed}}));
    else if (named != found.profile)
        found.doubts.push_back(doubtAbout("provider", "translation-provider-other-name",
                                          withText({{"name", printed}}, "provider", found.profile->names)));
}

void doubtTheDomain(Recognised& found, const ProviderProfile* owner, const PaperFacts& paper, const Catalog& catalog) {
    const std::string& domain = paper.address.domain;
    if (const std::string near = catalog.nearDomain(domain); !owner && !near.empty())
        found.doubts.push_back(doubtAbout("mail_address", "translation-domain-slip",
                                          {{"domain", domain}, {"proposal", paper.address.local + "@" + near}}));
    if (owner && found.profile != owner)
        found.doubts.push_back(doubtAbout("mail_address", "translation-domain-of-other",
                                          withText({{"domain", domain}}, "provider", owner->names)));
}

const Variant* variantOf(const ProviderProfile& profile, const PaperFacts& paper, std::vector<std::string>& asked) {
    for (const Variant& variant : profile.variants) {
        std::vector<std::string> open;
        const Holds held = holds(variant.when, paper, &open);
        if (held == Holds::Yes)
            return &variant;
        if (held == Holds::Ask)
            asked.insert(asked.end(), open.begin(), open.end());
    }
    return nullptr;
}

} // namespace

const ServiceStatus& Recognised::status() const {
    if (variant && variant->status)
        return *variant->status;
    if (variant && !variant->uses.empty() && serving != profile)
        return servingVariant && servingVariant->status ? *servingVariant->status : serving->status;
    return profile->status;
}

Recognised recognise(const PaperFacts& paper, const Catalog& catalog) {
    Recognised found;
    const std::string printed = foldTyped(paper.certificate->provider);
    const ProviderProfile* byId = catalog.byId(printed);
    const ProviderProfile* named = byId ? byId : catalog.byName(printed);
    const ProviderProfile* owner = catalog.byDomain(paper.address.domain);
    std::string host;
    found.profile = byId ? byId : owner ? owner : named ? named : byHosts(paper, catalog, host);
    found.serving = found.profile;
    if (!printed.empty())
        doubtTheName(found, named, printed);
    doubtTheDomain(found, owner, paper, catalog);
    if (!host.empty())
        found.doubts.push_back(doubtAbout("pop_server", "translation-provider-by-host",
                                          withText({{"host", host}}, "provider", found.profile->names)));
    return found;
}

void chooseVariants(Recognised& found, const PaperFacts& paper, const Catalog& catalog) {
    if (!found.profile)
        return;
    found.asked.clear();
    found.variant = variantOf(*found.profile, paper, found.asked);
    const bool handsOver = found.variant && !found.variant->uses.empty();
    const ServiceStatus& status = found.status();
    const std::string next = handsOver                                ? found.variant->uses
                             : status.state == ServiceState::Migrated ? status.to
                                                                      : std::string();
    const ProviderProfile* other = next.empty() ? nullptr : catalog.byId(next);
    if (!other || other == found.profile)
        return;
    found.serving = other;
    found.servingVariant = variantOf(*other, paper, found.asked);
    found.doubts.push_back(doubtAbout("provider", handsOver ? "translation-served-by-other" : "translation-migrated",
                                      withText(withText({}, "provider", found.profile->names), "other", other->names)));
}

} // namespace yomikae
