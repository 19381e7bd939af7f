// planCandidates: what is tried, in which order, and what waits for a yes.
#include "candidates/plan.h"
#include "translation/papers.h"

#include <set>

using namespace yomikae;
using namespace yomikae::test;

namespace {

/// "+ pop3 pop.example.jp:995 tls" one a line: "+" logs in, "?" asks for the host first, "~" is in reserve, "-" only
/// explains.
std::string shown(const Plan& plan, bool incoming) {
    std::string lines;
    for (const Candidate& c : plan.candidates)
        if (isIncoming(c.endpoint.protocol) == incoming)
            lines += std::string(c.reserve                 ? "~"
                                 : c.explainOnly           ? "-"
                                 : c.loginNeedsHostConsent ? "?"
                                                           : "+") +
                     " " + toString(c.endpoint) + "\n";
    return lines;
}

Plan planFor(const Certificate& paper, const Consents& consents = {}, Preference preference = Preference::Pop3) {
    return planCandidates(translated(paper, preference), preference, consents);
}

Plan planFor(const ProviderProfile& profile, const Consents& consents = {}, Preference preference = Preference::Pop3) {
    return planCandidates(translated(paperOf("taro@example.jp"), catalogOf(profile), preference), preference, consents);
}

const Candidate* find(const Plan& plan, const std::string& endpoint) {
    for (const Candidate& c : plan.candidates)
        if (toString(c.endpoint) == endpoint)
            return &c;
    return nullptr;
}

/// Only the named endpoints, to keep a test's list short.
ProviderProfile exactly(std::vector<ProfileEndpoint> endpoints) {
    ProviderProfile profile = smallProfile();
    profile.endpoints = std::move(endpoints);
    profile.onlyThesePorts = true;
    return profile;
}

} // namespace

TEST_CASE("Plala: receiving, the profile's POP first, then usual ports, the paper's clear text last") {
    CHECK(shown(planFor(plalaPaper()), true) == "+ pop3 secure.plala.or.jp:995 tls\n"
                                                "+ pop3 secure.plala.or.jp:110 starttls\n"
                                                "+ pop3 agate.mail.plala.or.jp:995 tls\n"
                                                "+ pop3 agate.mail.plala.or.jp:110 starttls\n"
                                                "~ imap secure.plala.or.jp:993 tls\n"
                                                "~ imap secure.plala.or.jp:143 starttls\n"
                                                "- pop3 agate.mail.plala.or.jp:110 none\n");
}

TEST_CASE("Plala: sending, 465, then 587, port 25 only to be explained") {
    CHECK(shown(planFor(plalaPaper()), false) == "+ smtp secure.plala.or.jp:465 tls\n"
                                                 "+ smtp secure.plala.or.jp:587 starttls\n"
                                                 "+ smtp secure.plala.or.jp:465 starttls\n"
                                                 "+ smtp agate.mail.plala.or.jp:465 tls\n"
                                                 "+ smtp agate.mail.plala.or.jp:587 starttls\n"
                                                 "- smtp secure.plala.or.jp:25 starttls\n"
                                                 "- smtp agate.mail.plala.or.jp:25 starttls\n"
                                                 "- smtp agate.mail.plala.or.jp:25 none\n");
}

TEST_CASE("ranks count from 0, incoming and outgoing apart, and no endpoint is there twice") {
    for (const Certificate& paper : {plalaPaper(), paperOf("taro@nobody.example"), paperOf("taro@aa2.so-net.ne.jp")}) {
        const Plan plan = planFor(paper);
        int incoming = 0, outgoing = 0;
        std::set<std::string> seen;
        bool sending = false;
        for (const Candidate& c : plan.candidates) {
            sending = sending || c.endpoint.protocol == Protocol::Smtp;
            CHECK(isIncoming(c.endpoint.protocol) != sending); // incoming first
            CHECK(c.rank == (sending ? outgoing++ : incoming++));
            CHECK(seen.insert(toString(c.endpoint)).second);
        }
        CHECK(plan.candidates.size() <= 64);
        CHECK(plan.candidates.size() > 4);
    }
}

TEST_CASE("a candidate carries what the profile says of its endpoint") {
    ProfileEndpoint pop = endpointOf(Protocol::Pop3, "pop.example.jp", 995, Security::ImplicitTls);
    pop.mechanisms = {Mechanism::Plain};
    pop.recommended = pop.ownNetworkOnly = true;
    pop.needs = "switch";
    const Plan plan = planFor(exactly({pop}));
    REQUIRE(plan.candidates.size() == 1);
    const Candidate& c = plan.candidates[0];
    CHECK(c.usernames == std::vector<std::string>{"taro@example.jp"});
    CHECK(c.mechanisms == std::vector<Mechanism>{Mechanism::Plain});
    CHECK((c.recommended && c.ownNetworkOnly && !c.explainOnly && !c.loginNeedsHostConsent));
    CHECK(c.step == "switch");
    CHECK(c.origin == HostOrigin::Profile);
}

TEST_CASE("the recommendation comes before RFC 8314's order") {
    ProfileEndpoint tls = endpointOf(Protocol::Smtp, "smtp.example.jp", 465, Security::ImplicitTls);
    ProfileEndpoint startTls = endpointOf(Protocol::Smtp, "smtp.example.jp", 587, Security::StartTls);
    CHECK(shown(planFor(exactly({startTls, tls})), false) ==
          "+ smtp smtp.example.jp:465 tls\n+ smtp smtp.example.jp:587 starttls\n");
    startTls.recommended = true;
    CHECK(shown(planFor(exactly({tls, startTls})), false) ==
          "+ smtp smtp.example.jp:587 starttls\n+ smtp smtp.example.jp:465 tls\n");
}

TEST_CASE("logins are not spent on IMAP while POP is there, nor on POP for who prefers IMAP") {
    ProviderProfile profile = smallProfile();
    profile.onlyThesePorts = true;
    CHECK(shown(planFor(profile), true) == "+ pop3 pop.example.jp:995 tls\n~ imap imap.example.jp:993 tls\n");
    CHECK(shown(planFor(profile, {}, Preference::OnlyPop3), true) ==
          "+ pop3 pop.example.jp:995 tls\n- imap imap.example.jp:993 tls\n");
    CHECK(shown(planFor(profile, {}, Preference::Imap), true) ==
          "+ imap imap.example.jp:993 tls\n- pop3 pop.example.jp:995 tls\n");
}

TEST_CASE("what is in reserve only explains as yet; clear text and a sign-in on a page are no reserve") {
    const ProfileEndpoint pop = endpointOf(Protocol::Pop3, "pop.example.jp", 995, Security::ImplicitTls);
    const ProfileEndpoint clear = endpointOf(Protocol::Imap, "imap.example.jp", 143, Security::None);
    const ProfileEndpoint imap = endpointOf(Protocol::Imap, "imap.example.jp", 993, Security::ImplicitTls);
    ProviderProfile profile = exactly({pop, imap, clear});
    for (const Candidate& c : planFor(profile).candidates) {
        CHECK(c.reserve == (c.endpoint.port == 993));
        CHECK(c.explainOnly == (c.endpoint.port != 995));
    }
    profile.signIn = SignIn{true, {}, {}, std::nullopt};
    for (const Candidate& c : planFor(profile).candidates)
        CHECK_FALSE(c.reserve);
}

TEST_CASE("IMAP is logged into where there is no POP, or POP only in clear text") {
    const ProfileEndpoint imap = endpointOf(Protocol::Imap, "imap.example.jp", 993, Security::ImplicitTls);
    const ProfileEndpoint clear = endpointOf(Protocol::Pop3, "pop.example.jp", 110, Security::None);
    CHECK(shown(planFor(exactly({imap})), true) == "+ imap imap.example.jp:993 tls\n");
    CHECK(shown(planFor(exactly({clear, imap})), true) ==
          "+ imap imap.example.jp:993 tls\n- pop3 pop.example.jp:110 none\n");
}

TEST_CASE("usual ports are left out where the profile says only these, or where a port has no STARTTLS") {
    ProviderProfile profile = smallProfile();
    profile.endpoints = {endpointOf(Protocol::Pop3, "pop.example.jp", 110, Security::None)};
    profile.endpoints[0].noStartTls = true;
    CHECK(shown(planFor(profile), true) == "+ pop3 pop.example.jp:995 tls\n- pop3 pop.example.jp:110 none\n");
    profile.onlyThesePorts = true;
    CHECK(shown(planFor(profile), true) == "- pop3 pop.example.jp:110 none\n");
}

TEST_CASE("a yes to clear text is for exactly one host and port, and that door stays the last") {
    ProviderProfile profile = smallProfile();
    profile.endpoints = {endpointOf(Protocol::Pop3, "pop.example.jp", 110, Security::None)};
    const auto plan = [&](std::string host, std::uint16_t port) {
        Consents consents;
        consents.cleartext = {{std::move(host), port}};
        return shown(planFor(profile, consents), true);
    };
    const std::string tls = "+ pop3 pop.example.jp:995 tls\n+ pop3 pop.example.jp:110 starttls\n";
    CHECK(plan("POP.example.jp", 110) == tls + "+ pop3 pop.example.jp:110 none\n");
    CHECK(plan("pop.example.jp", 111) == tls + "- pop3 pop.example.jp:110 none\n");
    CHECK(plan("smtp.example.jp", 110) == tls + "- pop3 pop.example.jp:110 none\n");
}

TEST_CASE("a yes to a usual port's clear text adds that door") {
    Consents consents;
    consents.cleartext = {{"smtp.example.jp", 25}};
    const Plan plan = planFor(smallProfile(), consents);
    const Candidate* clear = find(plan, "smtp smtp.example.jp:25 none");
    REQUIRE(clear);
    CHECK_FALSE(clear->explainOnly);
    REQUIRE(find(plan, "smtp smtp.example.jp:25 starttls"));
    CHECK(find(plan, "smtp smtp.example.jp:25 starttls")->explainOnly);
    CHECK_FALSE(find(planFor(smallProfile()), "smtp smtp.example.jp:25 none"));
}

TEST_CASE("a profile's own port 25 with STARTTLS is meant to be used") {
    const Plan plan = planFor(exactly({endpointOf(Protocol::Smtp, "smtp.example.jp", 25, Security::StartTls)}));
    CHECK(shown(plan, false) == "+ smtp smtp.example.jp:25 starttls\n");
}

TEST_CASE("an unknown provider: conventional names, each asked for before a login") {
    const Plan plan = planFor(paperOf("taro@nobody.example"));
    std::set<std::string> hosts;
    for (const Candidate& c : plan.candidates) {
        CHECK(c.origin == HostOrigin::Conventional);
        CHECK(c.loginNeedsHostConsent);
        CHECK(c.endpoint.security != Security::None);
        CHECK(c.endpoint.port != 25);
        hosts.insert(c.endpoint.host);
    }
    CHECK(hosts == std::set<std::string>{"nobody.example", "pop.nobody.example", "pop3.nobody.example",
                                         "pops.nobody.example", "mail.nobody.example", "smtp.nobody.example",
                                         "smtps.nobody.example", "imap.nobody.example", "secure.nobody.example"});
    CHECK(toString(plan.candidates[0].endpoint) == "pop3 pop.nobody.example:995 tls");
}

TEST_CASE("a server that the domain publishes stands before guesses, and asks before a login all the same") {
    Translation translation = translated(paperOf("taro@nobody.example"));
    TranslatedEndpoint published;
    published.host = "pop.hoster.example";
    published.port = 995;
    published.usernames = {"taro@nobody.example"};
    published.origin = HostOrigin::Discovered;
    translation.incoming = {published};
    const Plan asks = planCandidates(translation, Preference::Pop3, {});
    CHECK(toString(asks.candidates.at(0).endpoint) == "pop3 pop.hoster.example:995 tls");
    CHECK(asks.candidates.at(0).loginNeedsHostConsent);
    CHECK(asks.candidates.at(1).endpoint.host == "pop.hoster.example");
    CHECK(asks.candidates.back().origin == HostOrigin::Conventional);
    Consents consents;
    consents.hosts = {"pop.hoster.example"};
    const Plan agreed = planCandidates(translation, Preference::Pop3, consents);
    CHECK(toString(agreed.candidates.at(0).endpoint) == "pop3 pop.hoster.example:995 tls");
    CHECK(agreed.candidates.at(0).origin == HostOrigin::Person);
    CHECK_FALSE(agreed.candidates.at(0).loginNeedsHostConsent);
}

TEST_CASE("a known provider has no conventional names") {
    for (const Candidate& c : planFor(plalaPaper()).candidates)
        CHECK(c.origin != HostOrigin::Conventional);
}

TEST_CASE("a yes to a host lifts the question for that host alone and puts it first") {
    Consents consents;
    consents.hosts = {"MAIL.nobody.example"};
    const Plan plan = planFor(paperOf("taro@nobody.example"), consents);
    for (const Candidate& c : plan.candidates) {
        const bool agreed = c.endpoint.host == "mail.nobody.example";
        CAPTURE(toString(c.endpoint));
        CHECK(c.loginNeedsHostConsent == !agreed);
        CHECK(c.origin == (agreed ? HostOrigin::Person : HostOrigin::Conventional));
    }
    CHECK(toString(plan.candidates[0].endpoint) == "pop3 mail.nobody.example:995 tls");
}

TEST_CASE("a paper's host of its own is asked for, before guessed names and behind the profile's") {
    Certificate paper = paperOf("taro@nobody.example");
    paper.popServer = "old.elsewhere.example";
    Plan plan = planFor(paper);
    CHECK(toString(plan.candidates[0].endpoint) == "pop3 old.elsewhere.example:995 tls");
    CHECK(plan.candidates[0].origin == HostOrigin::Paper);
    CHECK(plan.candidates[0].loginNeedsHostConsent);
    REQUIRE(find(plan, "pop3 old.elsewhere.example:110 none"));
    CHECK(find(plan, "pop3 old.elsewhere.example:110 none")->explainOnly);
    Consents consents;
    consents.hosts = {"old.elsewhere.example"};
    plan = planFor(paper, consents);
    CHECK_FALSE(plan.candidates[0].loginNeedsHostConsent);
    CHECK(find(plan, "pop3 old.elsewhere.example:110 none")->explainOnly); // a host's yes is none to clear text
}

TEST_CASE("an unsourced host elsewhere is asked for") {
    ProfileEndpoint pop = endpointOf(Protocol::Pop3, "pop.elsewhere.example", 995, Security::ImplicitTls);
    pop.evidence = Evidence::Unsourced;
    CHECK(shown(planFor(exactly({pop})), true) == "? pop3 pop.elsewhere.example:995 tls\n");
}

TEST_CASE("an endpoint that waits for an answer is left out") {
    Certificate paper = paperOf("info@my-shop.example");
    paper.provider = "sakura";
    CHECK(planFor(paper).candidates.empty());
}

TEST_CASE("an ended provider is never contacted") {
    for (const ServiceState state : {ServiceState::Ended, ServiceState::Impossible}) {
        ProviderProfile profile = smallProfile();
        profile.status.state = state;
        const Plan plan = planFor(profile);
        CHECK(plan.providerEnded);
        CHECK(plan.candidates.empty());
    }
    CHECK_FALSE(planFor(smallProfile()).providerEnded);
}

TEST_CASE("where people sign in on a page, nothing is logged into") {
    ProviderProfile profile = smallProfile();
    profile.signIn = SignIn{true, {}, {}, std::nullopt};
    const Plan plan = planFor(profile);
    CHECK(plan.oauthOnly);
    CHECK_FALSE(plan.candidates.empty());
    for (const Candidate& c : plan.candidates)
        CHECK(c.explainOnly);
}

TEST_CASE("however many endpoints, the plan stays at 64") {
    std::vector<ProfileEndpoint> many;
    for (int i = 0; i < 40; ++i)
        for (const Protocol protocol : {Protocol::Pop3, Protocol::Smtp})
            many.push_back(endpointOf(protocol, "h" + std::to_string(i) + ".example.jp", 995, Security::ImplicitTls));
    const Plan plan = planFor(exactly(many));
    CHECK(plan.candidates.size() == 64);
    CHECK(plan.candidates[0].endpoint.host == "h0.example.jp");
    CHECK(plan == planFor(exactly(many)));
}

TEST_CASE("the exception for old TLS holds for the profile's host and no other") {
    Certificate paper = paperOf("taro@docomo.ne.jp");
    paper.answers["d_account"] = "taro-d";
    for (const Candidate& c : planFor(paper).candidates)
        CHECK(c.legacyRenegotiation == (c.endpoint.host == "imap.spmode.ne.jp"));
}
