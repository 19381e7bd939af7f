#include "candidates/plan.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace yomikae {

namespace {

/// Of each direction; together the 64 that a run may hold.
constexpr std::size_t MostOfOneDirection = 32;

/// How much stands behind a candidate; smaller is better.
enum class Standing { Named, UsualPortOfNamed, OnPaper, UsualPortOfPaper, Guessed };

struct Entry {
    Candidate candidate;
    Standing standing = Standing::Named;
};

bool namesHost(const Consents& consents, const std::string& host) {
    return std::any_of(consents.hosts.begin(), consents.hosts.end(),
                       [&](const std::string& agreed) { return equalsIgnoringCase(agreed, host); });
}

bool allowsCleartext(const Consents& consents, const Endpoint& endpoint) {
    return std::any_of(consents.cleartext.begin(), consents.cleartext.end(), [&](const auto& agreed) {
        return agreed.second == endpoint.port && equalsIgnoringCase(agreed.first, endpoint.host);
    });
}

bool asksForHost(HostOrigin origin) {
    return origin != HostOrigin::Profile && origin != HostOrigin::Person;
}

class Planning {
  public:
    Planning(const Translation& translation, Preference preference, const Consents& consents)
        : translation_(translation), preference_(preference), consents_(consents) {}

    std::vector<Candidate> candidates() {
        addNamed(false);
        addUsualPorts(false);
        addNamed(true);
        addUsualPorts(true);
        if (translation_.provider.empty())
            addConventional();
        addAgreedCleartext();
        settle();
        std::vector<Candidate> all = ranked(true);
        for (Candidate& candidate : ranked(false))
            all.push_back(std::move(candidate));
        return all;
    }

  private:
    template <class Do> void forEndpoints(bool onPaper, Do what) {
        for (const auto* list : {&translation_.incoming, &translation_.outgoing})
            for (const TranslatedEndpoint& endpoint : *list)
                if (!endpoint.host.empty() && (endpoint.origin == HostOrigin::Paper) == onPaper)
                    what(endpoint);
    }

    static Candidate candidateFor(const TranslatedEndpoint& from) {
        Candidate candidate;
        candidate.endpoint = {from.protocol, from.host, from.port, from.security};
        candidate.usernames = from.usernames;
        candidate.mechanisms = from.mechanisms;
        candidate.origin = from.origin;
        candidate.recommended = from.recommended;
        candidate.loginNeedsHostConsent = asksForHost(from.origin) && !from.knownOldHost;
        candidate.legacyRenegotiation = from.legacyRenegotiation;
        candidate.ownNetworkOnly = from.ownNetworkOnly;
        candidate.step = from.step;
        return candidate;
    }

    void add(Candidate candidate, Standing standing) {
        for (const Entry& entry : entries_)
            if (entry.candidate.endpoint == candidate.endpoint)
                return;
        entries_.push_back({std::move(candidate), standing});
    }

    void addNamed(bool onPaper) {
        forEndpoints(onPaper, [&](const TranslatedEndpoint& endpoint) {
            Candidate candidate = candidateFor(endpoint);
            // an old paper's port 25 is there to be explained; a profile's is meant
            candidate.explainOnly = onPaper && endpoint.port == 25;
            add(std::move(candidate), onPaper ? Standing::OnPaper : Standing::Named);
        });
    }

    /// Known to have no STARTTLS there.
    bool lacksStartTls(const TranslatedEndpoint& host, std::uint16_t port) const {
        for (const auto* list : {&translation_.incoming, &translation_.outgoing})
            for (const TranslatedEndpoint& endpoint : *list)
                if (endpoint.noStartTls && endpoint.host == host.host && endpoint.port == port &&
                    endpoint.protocol == host.protocol)
                    return true;
        return false;
    }

    /// With TLS only: whether a port also takes clear text shows in the answer to STARTTLS, and a second connection to
    /// the same port would only cost the host's patience.
    void addUsualPorts(bool onPaper) {
        if (translation_.onlyThesePorts)
            return;
        forEndpoints(onPaper, [&](const TranslatedEndpoint& endpoint) {
            for (const UsualPort& usual : usualPorts()) {
                const bool startTls = usual.security == Security::StartTls;
                if (usual.protocol != endpoint.protocol || usual.security == Security::None ||
                    (startTls && lacksStartTls(endpoint, usual.port)))
                    continue;
                Candidate candidate = candidateFor(endpoint);
                candidate.endpoint.port = usual.port;
                candidate.endpoint.security = usual.security;
                candidate.recommended = false;
                candidate.explainOnly = usual.port == 25;
                add(std::move(candidate), onPaper ? Standing::UsualPortOfPaper : Standing::UsualPortOfNamed);
            }
        });
    }

    /// Names that providers like to give their servers. Reached only, until the person agrees to one of them.
    void addConventional() {
        constexpr std::array<std::pair<std::string_view, Protocol>, 14> Names{{{"pop.", Protocol::Pop3},
                                                                               {"pop3.", Protocol::Pop3},
                                                                               {"pops.", Protocol::Pop3},
                                                                               {"mail.", Protocol::Pop3},
                                                                               {"secure.", Protocol::Pop3},
                                                                               {"", Protocol::Pop3},
                                                                               {"imap.", Protocol::Imap},
                                                                               {"mail.", Protocol::Imap},
                                                                               {"", Protocol::Imap},
                                                                               {"smtp.", Protocol::Smtp},
                                                                               {"smtps.", Protocol::Smtp},
                                                                               {"mail.", Protocol::Smtp},
                                                                               {"secure.", Protocol::Smtp},
                                                                               {"", Protocol::Smtp}}};
        const std::string& address = translation_.mailAddress;
        const std::size_t at = address.rfind('@');
        if (at == std::string::npos)
            return;
        const std::string domain = address.substr(at + 1);
        for (const auto& [prefix, protocol] : Names)
            for (const UsualPort& usual : usualPorts())
                if (usual.protocol == protocol && usual.security != Security::None && usual.port != 25)
                    addGuess({protocol, std::string(prefix) + domain, usual.port, usual.security}, address, at);
    }

    void addGuess(Endpoint endpoint, const std::string& address, std::size_t at) {
        Candidate candidate;
        candidate.endpoint = std::move(endpoint);
        candidate.usernames = {address, address.substr(0, at)};
        candidate.origin = HostOrigin::Conventional;
        candidate.loginNeedsHostConsent = true;
        add(std::move(candidate), Standing::Guessed);
    }

    /// A yes to HOST:PORT without TLS makes that door one to try, wherever the host is in the plan.
    void addAgreedCleartext() {
        const std::vector<Entry> known = entries_;
        for (const Entry& entry : known) {
            Candidate candidate = entry.candidate;
            candidate.endpoint.security = Security::None;
            candidate.recommended = false;
            candidate.explainOnly = false;
            if (allowsCleartext(consents_, candidate.endpoint))
                add(std::move(candidate), entry.standing);
        }
    }

    Protocol preferred() const { return preference_ == Preference::Imap ? Protocol::Imap : Protocol::Pop3; }

    /// Logged into without a further yes, as far as is known beforehand.
    bool isFree(const Entry& entry) const {
        const Candidate& c = entry.candidate;
        return !c.explainOnly && !c.loginNeedsHostConsent && !c.usernames.empty() && entry.standing == Standing::Named;
    }

    void settle() {
        const bool oauth = translation_.signIn && translation_.signIn->oauthOnly;
        for (Entry& entry : entries_) {
            Candidate& c = entry.candidate;
            if (namesHost(consents_, c.endpoint.host)) {
                c.origin = HostOrigin::Person;
                c.loginNeedsHostConsent = false;
            }
            const bool agreed = allowsCleartext(consents_, c.endpoint);
            if (c.endpoint.security == Security::None)
                c.explainOnly = !agreed;
            c.explainOnly = c.explainOnly || oauth;
        }
        const bool hasPreferred = std::any_of(entries_.begin(), entries_.end(), [&](const Entry& entry) {
            return entry.candidate.endpoint.protocol == preferred() && isFree(entry);
        });
        // logins are few: they are not spent on the other protocol while this one is there
        for (Entry& entry : entries_)
            if (const Protocol p = entry.candidate.endpoint.protocol;
                isIncoming(p) && p != preferred() && hasPreferred) {
                entry.candidate.reserve = preference_ == Preference::Pop3 && !entry.candidate.explainOnly;
                entry.candidate.explainOnly = true;
            }
    }

    auto key(const Entry& entry) const {
        const Candidate& c = entry.candidate;
        return std::tuple(c.endpoint.security == Security::None, c.endpoint.port == 25, c.explainOnly,
                          c.loginNeedsHostConsent, entry.standing,
                          isIncoming(c.endpoint.protocol) && c.endpoint.protocol != preferred(), !c.recommended,
                          c.endpoint.security);
    }

    std::vector<Candidate> ranked(bool incoming) const {
        std::vector<Entry> sorted;
        std::copy_if(entries_.begin(), entries_.end(), std::back_inserter(sorted),
                     [&](const Entry& entry) { return isIncoming(entry.candidate.endpoint.protocol) == incoming; });
        std::stable_sort(sorted.begin(), sorted.end(), [&](const Entry& a, const Entry& b) { return key(a) < key(b); });
        sorted.resize(std::min(sorted.size(), MostOfOneDirection));
        std::vector<Candidate> candidates;
        for (Entry& entry : sorted) {
            entry.candidate.rank = static_cast<int>(candidates.size());
            candidates.push_back(std::move(entry.candidate));
        }
        return candidates;
    }

    const Translation& translation_;
    const Preference preference_;
    const Consents& consents_;
    std::vector<Entry> entries_;
};

} // namespace

Plan planCandidates(const Translation& translation, Preference preference, const Consents& consents) {
    Plan plan;
    plan.sender = translation.mailAddress;
    plan.oauthOnly = translation.signIn && translation.signIn->oauthOnly;
    plan.providerEnded = translation.status && (translation.status->state == ServiceState::Ended ||
                                                translation.status->state == ServiceState::Impossible);
    if (!plan.providerEnded)
        plan.candidates = Planning(translation, preference, consents).candidates();
    return plan;
}

} // namespace yomikae
