#include "translation/paper_doubts.h"

#include "base/text.h"
#include "translation/answers.h"
#include "translation/doubt_about.h"
#include "translation/old_era.h"

#include <algorithm>

namespace yomikae {

namespace {

void addressDoubt(const PaperFacts& paper, std::vector<Doubt>& doubts) {
    const std::string typed = trimmed(paper.certificate->mailAddress);
    if (!equalsIgnoringCase(typed, paper.address.full()))
        doubts.push_back(doubtAbout("mail_address", "translation-address-folded",
                                    {{"typed", typed}, {"address", paper.address.full()}}));
}

/// taro@agate.plala.or.jp has a sub domain that the provider once gave out; agaate is probably a slip.
void subdomainDoubt(const Recognised& recognised, const PaperFacts& paper, std::vector<Doubt>& doubts) {
    const auto& known = recognised.profile->knownSubdomains;
    const Variables variables = variablesFor(paper, *recognised.profile, recognised.variant);
    const auto subdomain = variables.find("subdomain");
    if (known.size() < 2 || subdomain == variables.end() || recognised.variant ||
        std::find(known.begin(), known.end(), subdomain->second) != known.end())
        return;
    doubts.push_back(doubtAbout("mail_address", "translation-subdomain-not-known",
                                withText({{"domain", paper.address.domain}}, "provider", recognised.profile->names)));
}

void accountDoubt(const Recognised& recognised, const PaperFacts& paper, std::vector<Doubt>& doubts) {
    const std::string& account = paper.account;
    if (account.empty() || equalsIgnoringCase(account, paper.address.full()))
        return;
    const OtherId* other = recognised.profile ? otherIdOf(*recognised.profile, paper, account) : nullptr;
    if (other)
        doubts.push_back(doubtAbout("mail_account", "translation-account-other-id",
                                    withText({{"account", account}}, "what", other->what)));
    else if (!equalsIgnoringCase(account, paper.address.local))
        doubts.push_back(doubtAbout("mail_account", "translation-account-not-address",
                                    {{"account", account}, {"address", paper.address.full()}}));
}

void hostDoubt(const std::string& field, const std::string& host, const Recognised& recognised, const PaperFacts& paper,
               const Catalog& catalog, std::vector<Doubt>& doubts) {
    const ProviderProfile* owner = host.empty() ? nullptr : catalog.byOldHost(host);
    if (host.empty() || owner == recognised.profile || (owner && owner == recognised.serving))
        return;
    if (owner)
        doubts.push_back(doubtAbout(
            field, "translation-host-of-other",
            withText(withText({{"host", host}}, "owner", owner->names), "provider", recognised.profile->names)));
    else if (!isOnOldPapers(*recognised.profile, variablesFor(paper, *recognised.profile, recognised.variant), host))
        doubts.push_back(doubtAbout(field, "translation-host-not-known",
                                    withText({{"host", host}}, "provider", recognised.profile->names)));
}

void answerDoubts(const Recognised& recognised, const PaperFacts& paper, std::vector<Doubt>& doubts) {
    for (const auto& [key, value] : paper.certificate->answers)
        if (!(recognised.profile && questionOf(*recognised.profile, key)) &&
            !(recognised.serving && questionOf(*recognised.serving, key)))
            doubts.push_back(doubtAbout("answers", "translation-answer-not-asked", {{"key", key}, {"value", value}}));
}

} // namespace

std::vector<Doubt> paperDoubts(const Recognised& recognised, const PaperFacts& paper, const Catalog& catalog) {
    std::vector<Doubt> doubts;
    addressDoubt(paper, doubts);
    accountDoubt(recognised, paper, doubts);
    answerDoubts(recognised, paper, doubts);
    if (!recognised.profile)
        return doubts;
    subdomainDoubt(recognised, paper, doubts);
    hostDoubt("pop_server", paper.popHost, recognised, paper, catalog, doubts);
    if (paper.imapHost != paper.popHost)
        hostDoubt("imap_server", paper.imapHost, recognised, paper, catalog, doubts);
    if (paper.smtpHost != paper.popHost)
        hostDoubt("smtp_server", paper.smtpHost, recognised, paper, catalog, doubts);
    return doubts;
}

} // namespace yomikae
