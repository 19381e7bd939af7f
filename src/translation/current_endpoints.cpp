#include "translation/current_endpoints.h"

#include "base/host_name.h"
#include "profile/name_template.h"
#include "translation/answers.h"
#include "translation/old_era.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace yomikae {

namespace {

bool matches(const std::string& pattern, const std::string& host) {
    const auto parsed = HostPattern::parse(pattern);
    return parsed && parsed->match(host);
}

bool isOwnHost(const ProviderProfile& profile, const std::string& host) {
    return std::any_of(profile.domains.begin(), profile.domains.end(),
                       [&](const std::string& domain) {
                           const auto pattern = HostPattern::parse(domain);
                           return pattern && !pattern->fixedEnd().empty() && isUnder(host, pattern->fixedEnd());
                       }) ||
           std::any_of(profile.hosts.begin(), profile.hosts.end(),
                       [&](const std::string& pattern) { return matches(pattern, host); });
}

/// A host name of the provider's own that its old papers had.
bool isKnownOldHost(const ProviderProfile& profile, const Variables& variables, const std::string& host) {
    const auto isMoved = [&](const HostMove& move) { return matches(move.from, host); };
    return isOwnHost(profile, host) && (isOnOldPapers(profile, variables, host) ||
                                        std::any_of(profile.oldHosts.begin(), profile.oldHosts.end(), isMoved));
}

class SpellingOut {
  public:
    SpellingOut(const Recognised& recognised, const PaperFacts& paper)
        : recognised_(recognised), profile_(*recognised.serving), paper_(paper) {}

    void add(const ProfileEndpoint& endpoint, CurrentEndpoints& all) {
        if (holds(endpoint.when, paper_, &all.asked) != Holds::Yes)
            return;
        takeVariables(endpoint);
        TranslatedEndpoint out;
        out.protocol = endpoint.protocol;
        out.port = endpoint.port;
        out.security = endpoint.security;
        out.mechanisms = endpoint.mechanisms;
        out.evidence = endpoint.evidence;
        out.source = sourceText(profile_, endpoint.source);
        out.since = endpoint.since;
        out.recommended = endpoint.recommended;
        out.noStartTls = endpoint.noStartTls;
        out.ownNetworkOnly = endpoint.ownNetworkOnly;
        out.step = endpoint.needs;
        out.note = endpoint.note;
        const Variant* variant = recognised_.endpointVariant();
        out.named = {profile_.id, variant && !variant->endpoints.empty() ? variant->id : "", endpoint.host, {}};
        if (!setHost(endpoint, out, all))
            return;
        setUsernames(endpoint, out, all);
        (isIncoming(out.protocol) ? all.incoming : all.outgoing).push_back(std::move(out));
    }

  private:
    void takeVariables(const ProfileEndpoint& endpoint) {
        variables_ = variablesFor(paper_, profile_, recognised_.endpointVariant(), endpoint.when);
        if (recognised_.profile == &profile_)
            return;
        // the part of the address is the first profile's where the second does not know the domain
        const Variables first = variablesFor(paper_, *recognised_.profile, recognised_.variant);
        variables_.insert(first.begin(), first.end());
        for (const char* login : {"account", "smtp_account"}) // an id for something else to either is none
            if (first.count(login) == 0 || otherIdOf(profile_, paper_, first.find(login)->second))
                variables_.erase(login);
    }

    /// The question that the first missing variable stands for, or "".
    std::string openQuestion(const std::vector<std::string>& missing) const {
        for (const std::string& variable : missing)
            if (questionOf(profile_, variable))
                return variable;
        return {};
    }

    /// False where the host cannot be known for this address at all.
    bool setHost(const ProfileEndpoint& endpoint, TranslatedEndpoint& out, CurrentEndpoints& all) const {
        std::vector<std::string> missing;
        const auto host = expand(endpoint.host, variables_, &missing);
        if (!host) {
            out.needs = openQuestion(missing);
            all.asked.push_back(out.needs);
            return !out.needs.empty();
        }
        const auto checked = hostName(*host);
        if (!checked)
            return false;
        out.host = *checked;
        out.origin = originOf(endpoint, out.host);
        out.legacyRenegotiation = std::any_of(
            profile_.tlsExceptions.begin(), profile_.tlsExceptions.end(), [&](const TlsException& exception) {
                return exception.host == out.host && exception.allow == TlsAllowance::LegacyRenegotiation;
            });
        return true;
    }

    HostOrigin originOf(const ProfileEndpoint& endpoint, const std::string& host) const {
        if (isOwnHost(profile_, host))
            return HostOrigin::Profile;
        const auto variables = templateVariables(endpoint.host).value_or(std::vector<std::string>{});
        const auto anyIn = [&](const std::map<std::string, std::string>& answers) {
            return std::any_of(variables.begin(), variables.end(),
                               [&](const std::string& variable) { return answers.count(variable) > 0; });
        };
        if (anyIn(paper_.certificate->answers))
            return HostOrigin::Person;
        if (anyIn(paper_.answers)) // read off the paper, so only the paper vouches for it
            return HostOrigin::ProfileForeign;
        return endpoint.evidence == Evidence::Unsourced ? HostOrigin::ProfileForeign : HostOrigin::Profile;
    }

    /// The account on the paper is the answer: what else it could be is not asked.
    void setUsernames(const ProfileEndpoint& endpoint, TranslatedEndpoint& out, CurrentEndpoints& all) const {
        bool onPaper = false;
        for (const std::string& form : endpoint.usernames) {
            std::vector<std::string> missing;
            const auto username = expand(form, variables_, &missing);
            if (!username) {
                if (!onPaper)
                    all.asked.push_back(openQuestion(missing));
                continue;
            }
            onPaper = onPaper || form == "${account}" || form == "${smtp_account}";
            if (std::find(out.usernames.begin(), out.usernames.end(), *username) != out.usernames.end())
                continue;
            out.usernames.push_back(*username);
            out.named.usernames.push_back(form);
        }
    }

    const Recognised& recognised_;
    const ProviderProfile& profile_;
    const PaperFacts& paper_;
    Variables variables_; ///< of the endpoint at hand
};

int securityRank(Security security) {
    return static_cast<int>(security); // in the order of RFC 8314
}

void sortBestFirst(std::vector<TranslatedEndpoint>& endpoints, Preference preference) {
    const Protocol first = preference == Preference::Imap ? Protocol::Imap : Protocol::Pop3;
    const auto key = [first](const TranslatedEndpoint& e) {
        return std::tuple(e.origin == HostOrigin::Paper, isIncoming(e.protocol) && e.protocol != first, !e.recommended,
                          securityRank(e.security));
    };
    std::stable_sort(endpoints.begin(), endpoints.end(),
                     [&](const TranslatedEndpoint& a, const TranslatedEndpoint& b) { return key(a) < key(b); });
}

/// Today's endpoint at the same server, or null.
const TranslatedEndpoint* sameServer(const std::vector<TranslatedEndpoint>& endpoints,
                                     const TranslatedEndpoint& paper) {
    const auto found = std::find_if(endpoints.begin(), endpoints.end(), [&](const TranslatedEndpoint& e) {
        return e.protocol == paper.protocol && e.host == paper.host;
    });
    return found == endpoints.end() ? nullptr : &*found;
}

bool isUsualPort(const TranslatedEndpoint& endpoint) {
    const auto ports = usualPorts();
    return std::any_of(ports.begin(), ports.end(), [&](const UsualPort& usual) {
        return usual.protocol == endpoint.protocol && usual.port == endpoint.port;
    });
}

bool hasPort(const std::vector<TranslatedEndpoint>& endpoints, const TranslatedEndpoint& paper) {
    return std::any_of(endpoints.begin(), endpoints.end(), [&](const TranslatedEndpoint& e) {
        return e.protocol == paper.protocol && e.host == paper.host && e.port == paper.port;
    });
}

/// The paper's own server for one protocol, as it stands there.
TranslatedEndpoint paperEndpoint(const Recognised& recognised, const PaperFacts& paper, Protocol protocol) {
    const Certificate& c = *paper.certificate;
    TranslatedEndpoint out;
    out.protocol = protocol;
    out.origin = HostOrigin::Paper;
    out.evidence = Evidence::Dated;
    const bool incoming = isIncoming(protocol);
    out.host = protocol == Protocol::Pop3 ? paper.popHost : incoming ? paper.imapHost : paper.smtpHost;
    const auto port = protocol == Protocol::Pop3 ? c.popPort : incoming ? c.imapPort : c.smtpPort;
    out.port = port.value_or(protocol == Protocol::Pop3 ? 110 : incoming ? 143 : 25);
    const auto security = incoming ? c.incomingSecurity : c.outgoingSecurity;
    out.security = security ? *security : usualSecurity(protocol, out.port).value_or(Security::None);
    const std::string& own = incoming || paper.smtpAccount.empty() ? paper.account : paper.smtpAccount;
    const bool usable = !own.empty() && !(recognised.profile && otherIdOf(*recognised.profile, paper, own));
    out.usernames = {usable ? own : paper.address.full()};
    if (out.usernames.front() != paper.address.full())
        out.usernames.push_back(paper.address.full());
    return out;
}

void addPaperEndpoints(const Recognised& recognised, const PaperFacts& paper, CurrentEndpoints& all) {
    for (const Protocol protocol : {Protocol::Pop3, Protocol::Imap, Protocol::Smtp}) {
        TranslatedEndpoint endpoint = paperEndpoint(recognised, paper, protocol);
        auto& list = isIncoming(protocol) ? all.incoming : all.outgoing;
        if (endpoint.host.empty())
            continue;
        if (const TranslatedEndpoint* today = sameServer(list, endpoint)) {
            if (isUsualPort(endpoint) || hasPort(list, endpoint))
                continue; // the paper adds nothing: usual ports of that server are tried anyway
            endpoint.knownOldHost = today->origin == HostOrigin::Profile;
        } else if (recognised.profile) {
            endpoint.knownOldHost = isKnownOldHost(
                *recognised.profile, variablesFor(paper, *recognised.profile, recognised.variant), endpoint.host);
        }
        list.push_back(std::move(endpoint));
    }
}

bool isGone(ServiceState state) {
    return state == ServiceState::Ended || state == ServiceState::Impossible;
}

} // namespace

std::string sourceText(const ProviderProfile& profile, const std::optional<std::size_t>& source) {
    if (!source || *source >= profile.sources.size())
        return {};
    const Source& found = profile.sources[*source];
    return found.url.empty() ? found.title : found.url;
}

CurrentEndpoints currentEndpoints(const Recognised& recognised, const PaperFacts& paper, Preference preference) {
    CurrentEndpoints all;
    if (recognised.profile && isGone(recognised.status().state))
        return all;
    if (recognised.serving && !isGone(recognised.serving->status.state)) {
        const Variant* variant = recognised.endpointVariant();
        const bool replaced = variant && !variant->endpoints.empty();
        SpellingOut spelling(recognised, paper);
        for (const ProfileEndpoint& endpoint : replaced ? variant->endpoints : recognised.serving->endpoints)
            spelling.add(endpoint, all);
    }
    addPaperEndpoints(recognised, paper, all);
    std::erase(all.asked, std::string());
    sortBestFirst(all.incoming, preference);
    sortBestFirst(all.outgoing, preference);
    return all;
}

} // namespace yomikae
