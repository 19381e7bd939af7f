#include "translation/paper_facts.h"

#include "base/host_name.h"
#include "base/text.h"

#include <algorithm>

namespace yomikae {

namespace {

bool matches(const std::string& pattern, const std::string& text) {
    const auto parsed = HostPattern::parse(pattern);
    return !text.empty() && parsed && parsed->match(text);
}

bool anyMatches(const std::vector<std::string>& patterns, const std::vector<std::string>& texts) {
    return std::any_of(patterns.begin(), patterns.end(), [&](const std::string& pattern) {
        return std::any_of(texts.begin(), texts.end(), [&](const std::string& text) { return matches(pattern, text); });
    });
}

bool hasWord(const std::vector<std::string>& words, const std::string& text) {
    const std::string folded = lowerAscii(text);
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
        return folded.find(lowerAscii(foldWidth(word))) != std::string::npos;
    });
}

/// "2006" is neither before nor in "2006-06": what is not known holds nothing.
bool wasIssuedFrom(const std::optional<PartialDate>& issued, const PartialDate& from) {
    return issued && *issued >= from;
}
bool wasIssuedBefore(const std::optional<PartialDate>& issued, const PartialDate& before) {
    if (!issued || (issued->year == before.year && !issued->month && before.month > 1))
        return false;
    return *issued < before;
}

bool paperHolds(const Condition& c, const PaperFacts& paper) {
    const Certificate& certificate = *paper.certificate;
    return (c.domains.empty() || anyMatches(c.domains, {paper.address.domain})) &&
           (c.oldHosts.empty() || anyMatches(c.oldHosts, paper.hosts())) &&
           (c.words.empty() || hasWord(c.words, certificate.paperText)) &&
           (c.accounts.empty() || anyMatches(c.accounts, {paper.account})) &&
           (!c.issuedFrom || wasIssuedFrom(certificate.issued, *c.issuedFrom)) &&
           (!c.issuedBefore || wasIssuedBefore(certificate.issued, *c.issuedBefore));
}

/// What stands before the provider's own part: agate of agate.plala.or.jp. A domain that is named whole has such a part
/// only where it is longer than example.or.jp.
std::string subdomainOf(const std::string& domain, const std::vector<std::string>& patterns) {
    for (const std::string& text : patterns) {
        const auto pattern = HostPattern::parse(text);
        if (!pattern || !pattern->match(domain))
            continue;
        if (pattern->isLiteral())
            return std::count(domain.begin(), domain.end(), '.') >= 3 ? domain.substr(0, domain.find('.')) : "";
        const std::string end = pattern->fixedEnd();
        if (domain.size() > end.size() + 1)
            return domain.substr(0, domain.size() - end.size() - 1);
    }
    return {};
}

/// What comes first wins.
void addGroups(Variables& variables, const std::vector<std::string>& patterns, const std::string& text) {
    if (text.empty())
        return;
    for (const std::string& one : patterns)
        if (const auto pattern = HostPattern::parse(one))
            if (const auto groups = pattern->match(text))
                for (const auto& [key, value] : *groups)
                    variables.emplace(key, value);
}

void addGroupsOf(Variables& variables, const Condition& when, const PaperFacts& paper) {
    addGroups(variables, when.domains, paper.address.domain);
    for (const std::string& host : paper.hosts())
        addGroups(variables, when.oldHosts, host);
    addGroups(variables, when.accounts, paper.account);
}

} // namespace

std::vector<std::string> PaperFacts::hosts() const {
    std::vector<std::string> all;
    for (const std::string* host : {&popHost, &smtpHost, &imapHost})
        if (!host->empty() && std::find(all.begin(), all.end(), *host) == all.end())
            all.push_back(*host);
    return all;
}

PaperFacts paperFacts(const Certificate& certificate, const MailAddress& address) {
    PaperFacts paper;
    paper.certificate = &certificate;
    paper.address = address;
    paper.account = foldTyped(certificate.mailAccount);
    paper.smtpAccount = foldTyped(certificate.smtpAccount);
    paper.popHost = hostName(certificate.popServer).value_or("");
    paper.smtpHost = hostName(certificate.smtpServer).value_or("");
    paper.imapHost = hostName(certificate.imapServer).value_or("");
    return paper;
}

Holds holds(const Condition& condition, const PaperFacts& paper, std::vector<std::string>* asked) {
    if (!paperHolds(condition, paper))
        return Holds::No;
    if (condition.answers.empty())
        return Holds::Yes;
    bool open = false;
    for (const auto& [key, value] : condition.answers) {
        const auto answer = paper.answers.find(key);
        if (answer != paper.answers.end() && answer->second == value)
            return Holds::Yes;
        if (answer != paper.answers.end())
            continue;
        open = true;
        if (asked)
            asked->push_back(key);
    }
    return open ? Holds::Ask : Holds::No;
}

const OtherId* otherIdOf(const ProviderProfile& profile, const PaperFacts& paper, const std::string& account) {
    if (equalsIgnoringCase(account, paper.address.local) || equalsIgnoringCase(account, paper.address.full()))
        return nullptr;
    const auto found = std::find_if(profile.otherIds.begin(), profile.otherIds.end(),
                                    [&](const OtherId& id) { return matches(id.pattern, account); });
    return found == profile.otherIds.end() ? nullptr : &*found;
}

Variables variablesFor(const PaperFacts& paper, const ProviderProfile& profile, const Variant* variant,
                       const Condition& when) {
    Variables variables(paper.answers.begin(), paper.answers.end());
    variables["address"] = paper.address.full();
    variables["local"] = paper.address.local;
    variables["domain"] = paper.address.domain;
    addGroupsOf(variables, when, paper);
    std::string subdomain;
    if (variant) {
        addGroupsOf(variables, variant->when, paper);
        subdomain = subdomainOf(paper.address.domain, variant->when.domains);
    }
    addGroups(variables, profile.domains, paper.address.domain);
    if (subdomain.empty())
        subdomain = subdomainOf(paper.address.domain, profile.domains);
    if (!subdomain.empty())
        variables["subdomain"] = subdomain;
    if (!paper.account.empty() && !otherIdOf(profile, paper, paper.account))
        variables["account"] = paper.account;
    if (!paper.smtpAccount.empty() && !otherIdOf(profile, paper, paper.smtpAccount))
        variables["smtp_account"] = paper.smtpAccount;
    return variables;
}

} // namespace yomikae
