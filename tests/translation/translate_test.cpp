// translate: who the provider is, and every kind of change, with profiles made by hand.
#include "translation/papers.h"

using namespace yomikae;
using namespace yomikae::test;

namespace {

std::string problemOf(const std::string& address) {
    const auto result = translate(paperOf(address), shippedCatalog());
    REQUIRE(result.problems.size() == 1);
    CHECK_FALSE(result);
    return result.problems[0].code;
}

Certificate oldPaper() {
    Certificate paper = paperOf("taro@example.jp");
    paper.popServer = "old.elsewhere.example";
    paper.smtpServer = "old.elsewhere.example";
    return paper;
}

ServiceStatus statusOf(ServiceState state, std::string to = {}) {
    ServiceStatus status;
    status.state = state;
    status.to = std::move(to);
    return status;
}

} // namespace

TEST_CASE("a paper without an address, or with none that is one, is a problem") {
    CHECK(problemOf("") == "certificate-no-address");
    CHECK(problemOf("  ") == "certificate-no-address");
    CHECK(problemOf("taro") == "certificate-address-not-valid");
    CHECK(problemOf("taro@${domain}") == "certificate-address-not-valid");
}

TEST_CASE("all eleven fields are there in their order, with and without a provider") {
    for (const Translation& translation : {translated(plalaPaper()), translated(paperOf("taro@nobody.example"))}) {
        REQUIRE(translation.changes.size() == 11);
        std::string names;
        for (const FieldChange& field : translation.changes)
            names += std::string(name(field.field)) + " ";
        CHECK(names == "mail_address mail_password mail_account pop_server pop_port incoming_security smtp_server "
                       "smtp_port outgoing_security outgoing_authentication outgoing_account ");
    }
}

TEST_CASE("an unknown provider: nothing is invented, the paper's servers are listed as dated") {
    Certificate paper = oldPaper();
    paper.mailAddress = "taro@nobody.example";
    const Translation translation = translated(paper);
    CHECK(translation.provider.empty());
    CHECK_FALSE(translation.status);
    CHECK_FALSE(hasCurrentEndpoint(translation));
    CHECK(listed(translation.incoming) == "pop3 old.elsewhere.example:110 none\n");
    CHECK(translation.incoming[0].evidence == Evidence::Dated);
    CHECK(translation.incoming[0].origin == HostOrigin::Paper);
    CHECK_FALSE(translation.incoming[0].knownOldHost);
    CHECK(change(translation, Field::MailAddress).change == Change::Kept);
    for (const Field field : {Field::MailAccount, Field::PopServer, Field::PopPort, Field::SmtpServer,
                              Field::OutgoingAuthentication, Field::OutgoingAccount}) {
        CHECK(change(translation, field).change == Change::Unknown);
        CHECK(change(translation, field).now.empty());
        CHECK_FALSE(change(translation, field).evidence);
    }
    CHECK(change(translation, Field::PopServer).paper == "old.elsewhere.example");
}

TEST_CASE("an unknown provider without a paper's server has no endpoint at all") {
    const Translation translation = translated(paperOf("taro@nobody.example"));
    CHECK(translation.incoming.empty());
    CHECK(translation.outgoing.empty());
}

TEST_CASE("a slip in the domain is a doubt with a proposal, never a correction") {
    const Translation translation = translated(paperOf("taro@agate.plara.or.jp"));
    CHECK(translation.mailAddress == "taro@agate.plara.or.jp");
    CHECK(translation.provider.empty());
    REQUIRE(translation.doubts.size() == 1);
    CHECK(
        translation.doubts[0].message ==
        Message{"translation-domain-slip", {{"domain", "agate.plara.or.jp"}, {"proposal", "taro@agate.plala.or.jp"}}});
}

TEST_CASE("a sub domain that the provider never gave out is a doubt") {
    CHECK(doubts(translated(paperOf("taro@agaate.plala.or.jp")), "translation-subdomain-not-known"));
    CHECK_FALSE(doubts(translated(paperOf("taro@agate.plala.or.jp")), "translation-subdomain-not-known"));
}

TEST_CASE("the owner of the domain wins over a printed name, and the name is a doubt") {
    Certificate paper = paperOf("taro@agate.plala.or.jp");
    paper.provider = "ドコモメール";
    const Translation translation = translated(paper);
    CHECK(translation.provider == "plala");
    CHECK(doubts(translation, "translation-provider-other-name"));
}

TEST_CASE("a profile's id wins over the domain, and the domain is a doubt") {
    Certificate paper = paperOf("taro@agate.plala.or.jp");
    paper.provider = "so-net";
    const Translation translation = translated(paper);
    CHECK(translation.provider == "so-net");
    CHECK(doubts(translation, "translation-domain-of-other"));
}

TEST_CASE("a name that nobody has is a doubt, and the domain decides") {
    Certificate paper = paperOf("taro@agate.plala.or.jp");
    paper.provider = "だれも知らないネット";
    const Translation translation = translated(paper);
    CHECK(translation.provider == "plala");
    CHECK(doubts(translation, "translation-provider-not-known"));
}

TEST_CASE("a POP server of another provider is a doubt") {
    Certificate paper = paperOf("taro@agate.plala.or.jp");
    paper.popServer = "pop.so-net.ne.jp";
    CHECK(doubts(translated(paper), "translation-host-of-other"));
}

TEST_CASE("a server that no profile names is a doubt, and stays the paper's") {
    const Translation translation = translated(oldPaper(), catalogOf(smallProfile()));
    CHECK(doubts(translation, "translation-host-not-known"));
    CHECK(translation.incoming.back().host == "old.elsewhere.example");
    CHECK(translation.incoming.back().origin == HostOrigin::Paper);
    CHECK_FALSE(translation.incoming.back().knownOldHost);
}

TEST_CASE("an account that is neither the local part nor the address is a doubt") {
    Certificate paper = paperOf("taro@example.jp");
    paper.mailAccount = "jiro";
    CHECK(doubts(translated(paper, catalogOf(smallProfile())), "translation-account-not-address"));
    for (const char* good : {"taro", "taro@example.jp", ""}) {
        paper.mailAccount = good;
        CHECK(translated(paper, catalogOf(smallProfile())).doubts.empty());
    }
}

TEST_CASE("a folded address is a doubt") {
    const Translation translation = translated(paperOf("ｔａｒｏ＠example.jp"), catalogOf(smallProfile()));
    CHECK(translation.mailAddress == "taro@example.jp");
    CHECK(doubts(translation, "translation-address-folded"));
}

TEST_CASE("an answer that nobody asked for is a doubt") {
    Certificate paper = paperOf("taro@example.jp");
    paper.answers["server"] = "sv1";
    CHECK(doubts(translated(paper, catalogOf(smallProfile())), "translation-answer-not-asked"));
}

TEST_CASE("an ended service has no endpoint, not even the paper's") {
    ProviderProfile profile = smallProfile();
    profile.status = statusOf(ServiceState::Ended);
    profile.status.until = PartialDate{2026, 2, 25};
    const Translation translation = translated(oldPaper(), catalogOf(profile));
    CHECK(translation.incoming.empty());
    CHECK(translation.outgoing.empty());
    for (const FieldChange& field : translation.changes) {
        CHECK(field.change == Change::Removed);
        CHECK(field.now.empty());
        CHECK(field.reason.code == "translation-service-ended");
        CHECK(field.since == "2026-02-25");
    }
}

TEST_CASE("a service that no mail app can use keeps its address and has no servers") {
    ProviderProfile profile = smallProfile();
    profile.status = statusOf(ServiceState::Impossible);
    const Translation translation = translated(oldPaper(), catalogOf(profile));
    CHECK(translation.incoming.empty());
    CHECK(change(translation, Field::MailAddress).change == Change::Kept);
    CHECK(change(translation, Field::MailAddress).now == "taro@example.jp");
    CHECK(change(translation, Field::PopServer).change == Change::Removed);
}

TEST_CASE("a migrated service has the other's endpoints, once") {
    ProviderProfile old = smallProfile();
    old.status = statusOf(ServiceState::Migrated, "atarashii");
    ProviderProfile next = smallProfile("atarashii", "example.com");
    next.status = statusOf(ServiceState::Migrated, "rei");
    const Translation translation = translated(paperOf("taro@example.jp"), catalogOf(old, next));
    CHECK(translation.provider == "rei");
    CHECK(translation.status->state == ServiceState::Migrated);
    CHECK(translation.incoming.front().host == "pop.example.com");
    CHECK(translation.incoming.front().usernames == std::vector<std::string>{"taro@example.jp"});
    REQUIRE(translation.doubts.size() == 1);
    CHECK(translation.doubts[0].message.code == "translation-migrated");
}

TEST_CASE("a service that migrated to one that has ended leads nowhere") {
    ProviderProfile old = smallProfile();
    old.status = statusOf(ServiceState::Migrated, "owari");
    ProviderProfile ended = smallProfile("owari", "example.com");
    ended.status = statusOf(ServiceState::Ended);
    CHECK(translated(paperOf("taro@example.jp"), catalogOf(old, ended)).incoming.empty());
}

TEST_CASE("where people sign in on a page, the password and the login for sending change") {
    ProviderProfile profile = smallProfile();
    profile.signIn = SignIn{true, {"Thunderbird"}, {}, std::nullopt};
    const Translation translation = translated(paperOf("taro@example.jp"), catalogOf(profile));
    CHECK(change(translation, Field::MailPassword).reason.code == "translation-password-by-signing-in");
    CHECK(change(translation, Field::OutgoingAuthentication).now == "oauth2");
}

TEST_CASE("an unsourced host outside the provider's own domains asks, a sourced one does not") {
    ProviderProfile profile = smallProfile();
    profile.endpoints = {endpointOf(Protocol::Pop3, "pop.elsewhere.example", 995, Security::ImplicitTls),
                         endpointOf(Protocol::Smtp, "smtp.elsewhere.example", 465, Security::ImplicitTls)};
    profile.endpoints[0].evidence = Evidence::Unsourced;
    Translation translation = translated(paperOf("taro@example.jp"), catalogOf(profile));
    CHECK(translation.incoming[0].origin == HostOrigin::ProfileForeign);
    CHECK(translation.outgoing[0].origin == HostOrigin::Profile);
    profile.hosts = {"*.elsewhere.example"};
    translation = translated(paperOf("taro@example.jp"), catalogOf(profile));
    CHECK(translation.incoming[0].origin == HostOrigin::Profile);
}

TEST_CASE("a host that the person typed as an answer is the person's, one that is no host is left out") {
    ProviderProfile profile = smallProfile();
    profile.questions = {Question{"server", {"?", "?"}, {}, "sv1.hoster.example", {}, "", {}}};
    profile.endpoints = {endpointOf(Protocol::Pop3, "${server}", 995, Security::ImplicitTls)};
    Certificate paper = paperOf("taro@example.jp");
    paper.answers["server"] = "sv9.hoster.example";
    Translation translation = translated(paper, catalogOf(profile));
    CHECK(translation.incoming[0].host == "sv9.hoster.example");
    CHECK(translation.incoming[0].origin == HostOrigin::Person);
    paper.answers["server"] = "no host";
    CHECK_FALSE(hasCurrentEndpoint(translated(paper, catalogOf(profile))));
}

TEST_CASE("a variant that only an answer can tell is asked for, and chosen by it") {
    ProviderProfile profile = smallProfile();
    profile.questions = {Question{"plan", {"?", "?"}, {}, "", {}, "", {{"rs", {"RS", "RS"}}, {"sd", {"SD", "SD"}}}}};
    Variant variant;
    variant.id = "rs";
    variant.when.answers = {{"plan", "rs"}};
    variant.endpoints = {endpointOf(Protocol::Pop3, "rs.example.jp", 995, Security::ImplicitTls)};
    profile.variants = {variant};
    Certificate paper = paperOf("taro@example.jp");
    Translation translation = translated(paper, catalogOf(profile));
    CHECK(translation.variant.empty());
    REQUIRE(translation.questions.size() == 1);
    CHECK(translation.questions[0].choices.size() == 2);
    paper.answers["plan"] = "RS";
    translation = translated(paper, catalogOf(profile));
    CHECK(translation.variant == "rs");
    CHECK(translation.questions.empty());
    CHECK(listed(translation.incoming) == "pop3 rs.example.jp:995 tls\n");
    paper.answers["plan"] = "xx";
    const auto wrong = translate(paper, catalogOf(profile));
    REQUIRE(wrong.problems.size() == 1);
    CHECK(wrong.problems[0].allowed == "rs, sd");
}

TEST_CASE("a variant is chosen by word, date, account and old host") {
    ProviderProfile profile = smallProfile();
    const auto chosen = [&](Condition when, const Certificate& paper) {
        Variant variant;
        variant.id = "v";
        variant.when = std::move(when);
        profile.variants = {variant};
        return translated(paper, catalogOf(profile)).variant == "v";
    };
    Certificate paper = paperOf("taro@example.jp");
    paper.paperText = "Premium コース";
    paper.issued = PartialDate{2004, 5, 0};
    paper.mailAccount = "a123";
    paper.smtpServer = "MSA.example.jp";
    Condition when;
    when.words = {"premium"};
    CHECK(chosen(when, paper));
    when.issuedBefore = PartialDate{2004, 6, 0};
    CHECK(chosen(when, paper));
    when.issuedFrom = PartialDate{2004, 6, 0};
    CHECK_FALSE(chosen(when, paper));
    when = {};
    when.accounts = {"a{n:digits}"};
    when.oldHosts = {"smtp.example.jp", "msa.example.jp"};
    CHECK(chosen(when, paper));
    when.oldHosts = {"smtp.example.jp"};
    CHECK_FALSE(chosen(when, paper));
}

TEST_CASE("a date of only a year decides nothing within that year") {
    ProviderProfile profile = smallProfile();
    Variant variant;
    variant.id = "v";
    variant.when.issuedBefore = PartialDate{2006, 6, 0};
    profile.variants = {variant};
    Certificate paper = paperOf("taro@example.jp");
    paper.issued = PartialDate{2006, 0, 0};
    CHECK(translated(paper, catalogOf(profile)).variant.empty());
    paper.issued = PartialDate{2005, 0, 0};
    CHECK(translated(paper, catalogOf(profile)).variant == "v");
}

TEST_CASE("endpoints and steps have conditions of their own") {
    ProviderProfile profile = smallProfile();
    profile.domains = {"example.jp", "*.example.jp"};
    profile.endpoints[0].when.domains = {"*.example.jp"};
    ProfileStep step;
    step.id = "s";
    step.when.domains = {"*.example.jp"};
    profile.steps = {step};
    const Translation here = translated(paperOf("taro@example.jp"), catalogOf(profile));
    CHECK(here.incoming.front().protocol == Protocol::Imap);
    CHECK(here.steps.empty());
    const Translation below = translated(paperOf("taro@bay.example.jp"), catalogOf(profile));
    CHECK(below.incoming.front().protocol == Protocol::Pop3);
    CHECK(below.steps.size() == 1);
}

TEST_CASE("groups of the domain make the host, and user names are tried in their order, each once") {
    ProviderProfile profile = smallProfile();
    profile.domains = {"{letter:letters}{n:digits}.example.jp"};
    profile.endpoints = {endpointOf(Protocol::Pop3, "pop{n}.example.jp", 995, Security::ImplicitTls),
                         endpointOf(Protocol::Pop3, "pop.${letter}.example.jp", 995, Security::ImplicitTls)};
    profile.endpoints[1].usernames = {"${local}.${subdomain}", "${address}", "${account}", "${local}@${domain}"};
    Certificate paper = paperOf("taro@d12.example.jp");
    const auto all = translated(paper, catalogOf(profile)).incoming;
    REQUIRE(all.size() == 1); // "pop{n}" is no host name
    CHECK(all[0].host == "pop.d.example.jp");
    REQUIRE(all[0].usernames.size() >= 1);
    CHECK(all[0].usernames.back() == "taro@d12.example.jp");
}

TEST_CASE("a login name of its own for sending is told apart") {
    ProviderProfile profile = smallProfile();
    profile.endpoints[2].usernames = {"${smtp_account}", "${address}"};
    Certificate paper = paperOf("taro@example.jp");
    paper.smtpAccount = "sender77";
    const Translation translation = translated(paper, catalogOf(profile));
    CHECK(change(translation, Field::OutgoingAccount).now == "sender77");
    CHECK(change(translation, Field::OutgoingAccount).change == Change::Kept);
    CHECK(change(translation, Field::OutgoingAuthentication).change == Change::Kept);
    CHECK(translation.outgoing[0].usernames == std::vector<std::string>{"sender77", "taro@example.jp"});
}

TEST_CASE("a provider without endpoints claims nothing") {
    ProviderProfile profile = smallProfile();
    profile.endpoints.clear();
    const Translation translation = translated(paperOf("taro@example.jp"), catalogOf(profile));
    CHECK(translation.provider == "rei");
    CHECK(change(translation, Field::PopServer).change == Change::Unknown);
    CHECK(change(translation, Field::PopServer).reason.code == "translation-no-endpoint");
}

TEST_CASE("a port that only the paper names is listed, also at a server of today; a usual one adds nothing") {
    Certificate paper = paperOf("taro@example.jp");
    paper.popServer = "pop.example.jp";
    paper.popPort = 8110;
    Translation translation = translated(paper, catalogOf(smallProfile()));
    CHECK(listed(translation.incoming) == "pop3 pop.example.jp:995 tls\n"
                                          "imap imap.example.jp:993 tls\n"
                                          "pop3 pop.example.jp:8110 none\n");
    CHECK(translation.incoming.back().origin == HostOrigin::Paper);
    CHECK(translation.incoming.back().knownOldHost);
    CHECK(change(translation, Field::PopPort).reason.code == "translation-port-incoming-tls");
    paper.popPort = 110;
    translation = translated(paper, catalogOf(smallProfile()));
    CHECK(listed(translation.incoming) == "pop3 pop.example.jp:995 tls\nimap imap.example.jp:993 tls\n");
}

TEST_CASE("what a paper gives as IMAP or as its encryption is taken as it stands") {
    Certificate paper = paperOf("taro@nobody.example");
    paper.imapServer = "imap.elsewhere.example";
    paper.smtpServer = "smtp.elsewhere.example";
    paper.smtpPort = 2525;
    paper.outgoingSecurity = Security::StartTls;
    const Translation translation = translated(paper);
    CHECK(listed(translation.incoming) == "imap imap.elsewhere.example:143 none\n");
    CHECK(listed(translation.outgoing) == "smtp smtp.elsewhere.example:2525 starttls\n");
    CHECK(change(translation, Field::OutgoingSecurity).paper == "starttls");
    CHECK(change(translation, Field::SmtpPort).paper == "2525");
}

TEST_CASE("each endpoint of a profile carries the profile's own words, never filled in") {
    const Translation translation = translated(plalaPaper());
    REQUIRE_FALSE(translation.incoming.empty());
    for (const auto* list : {&translation.incoming, &translation.outgoing})
        for (const TranslatedEndpoint& endpoint : *list) {
            INFO(endpoint.host);
            CHECK(endpoint.named.profile == (endpoint.origin == HostOrigin::Paper ? "" : "plala"));
            if (endpoint.origin == HostOrigin::Paper)
                continue;
            CHECK(endpoint.named.usernames.size() == endpoint.usernames.size());
            CHECK(endpoint.named.usernames.front() == "${address}");
        }
    Certificate hosted = paperOf("taro@my-own-shop.example");
    hosted.provider = "sakura";
    hosted.answers = {{"initial_domain", "taro-mail"}};
    const Translation own = translated(hosted);
    REQUIRE_FALSE(own.incoming.empty());
    CHECK(own.incoming[0].host == "taro-mail.sakura.ne.jp");
    CHECK(own.incoming[0].named.host == "${initial_domain}.sakura.ne.jp");
}

TEST_CASE("a profile that hands over to another one: the endpoints are the other one's") {
    Certificate paper = plalaPaper();
    paper.paperText = "Sコース";
    const Translation translation = translated(paper);
    REQUIRE_FALSE(translation.incoming.empty());
    CHECK(translation.incoming[0].named.profile == "so-net");
}
