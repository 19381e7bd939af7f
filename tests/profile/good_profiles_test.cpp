// Each row of what a profile must be able to say, by one small file under tests/profiles/good.
#include "profile/name_template.h"
#include "profile/read_profile.h"
#include "words/words.h"

#include "support/catch.h"
#include "support/files.h"

using namespace yomikae;

namespace {

const ReadCatalog& good() {
    static const ReadCatalog read = [] {
        std::vector<ProfileText> files;
        for (const std::string& file : test::sourceFiles("tests/profiles/good", ".json"))
            files.push_back({file, test::sourceFile(file), false});
        for (const std::string& file : test::sourceFiles("tests/profiles/good/templates", ".json"))
            files.push_back({file, test::sourceFile(file), true});
        return readCatalog(std::move(files), {2026, 11, 24});
    }();
    return read;
}

const ProviderProfile& named(std::string_view id) {
    const ProviderProfile* found = good().catalog.byId(id);
    REQUIRE(found);
    return *found;
}

std::string hostOf(const ProfileEndpoint& endpoint, const Variables& variables) {
    return expand(endpoint.host, variables).value_or("?");
}

} // namespace

TEST_CASE("every good profile is read without a problem") {
    for (const Problem& problem : good().problems)
        FAIL_CHECK(say(problem, Language::English));
    CHECK(good().catalog.profiles().size() == test::sourceFiles("tests/profiles/good", ".json").size());
}

TEST_CASE("row: names, former names, operator, wildcards, unrelated domains on one server") {
    const ProviderProfile& profile = named("names");
    CHECK(profile.formerNames == std::vector<std::string>{"旧れいネット"});
    CHECK(profile.operatedBy.en == "Example Inc.");
    CHECK(profile.kana == "れい");
    for (const char* domain : {"mail.names.example", "any.names.example", "brand1.test", "brand5.test"})
        CHECK(good().catalog.byDomain(domain) == &profile);
    CHECK(good().catalog.byOldHost("mx.shared.test") == &profile);
}

TEST_CASE("row: a hoster that only its name leads to, since every address is under a customer's own domain") {
    const ProviderProfile& profile = named("by-name");
    CHECK(profile.byName);
    CHECK(profile.domains.empty());
    CHECK(good().catalog.byName("名だけ") == &profile);
}

TEST_CASE("row: a host from a pattern on the domain with named groups") {
    const ProviderProfile& profile = named("host-from-domain");
    REQUIRE(profile.endpoints.size() == 3);
    const auto groups = HostPattern::parse(profile.domains[0])->match("d1.dion.example");
    REQUIRE(groups);
    CHECK(hostOf(profile.endpoints[0], *groups) == "msa.d1.dion.example"); // keeps its digit
    const auto h2 = HostPattern::parse(profile.domains[0])->match("h2.dion.example");
    REQUIRE(h2);
    CHECK(hostOf(profile.endpoints[1], *h2) == "msa.h.dion.example"); // loses it
    CHECK_FALSE(HostPattern::parse(profile.endpoints[0].when.domains[0])->match("h2.dion.example"));
    const auto bay = HostPattern::parse(profile.endpoints[2].when.domains[0])->match("bay.old.example");
    REQUIRE(bay);
    CHECK(hostOf(profile.endpoints[2], *bay) == "bay.new.example");
}

TEST_CASE("row: a value that only the paper or a control panel knows, in every form that people type") {
    const ProviderProfile& profile = named("asks");
    REQUIRE(profile.questions.size() == 1);
    const Question& question = profile.questions[0];
    for (const char* typed : {"sv16201", "16201", "sv16201.xserver.example", " SV16201 ", "ｓｖ１６２０１"})
        CHECK(acceptedAnswer(question, typed) == "16201");
    CHECK_FALSE(acceptedAnswer(question, "mail.elsewhere.test"));
    CHECK_FALSE(acceptedAnswer(question, ""));
    CHECK(hostOf(profile.endpoints[0], {{"servernum", "16201"}}) == "sv16201.xserver.example");
    CHECK_FALSE(question.where.ja.empty());
    CHECK(good().catalog.byMx("sv16201.xserver.example") == &profile);
}

TEST_CASE("row: variants by domain, old host, word, date, account and by asking") {
    const ProviderProfile& profile = named("variants");
    REQUIRE(profile.variants.size() == 6);
    CHECK(profile.variants[0].when.domains == std::vector<std::string>{"vp.variants.example"});
    CHECK(profile.variants[1].when.oldHosts == std::vector<std::string>{"mas{n:digits}.variants.example"});
    CHECK(profile.variants[1].endpoints[0].host == "mas${n}.variants.example");
    CHECK(profile.variants[2].when.words == std::vector<std::string>{"Sコース"});
    CHECK(profile.variants[2].uses == "names");
    CHECK(profile.variants[3].when.issuedBefore == PartialDate{2009, 8, 0});
    CHECK(profile.variants[4].when.accounts.size() == 1);
    CHECK(profile.variants[4].endpoints[0].usernames == std::vector<std::string>{"kir${n}.${rest}"});
    CHECK(profile.variants[5].when.answers == std::vector<std::pair<std::string, std::string>>{{"plan", "rs"}});
    CHECK(acceptedAnswer(profile.questions[0], "RS") == "rs");
    CHECK_FALSE(acceptedAnswer(profile.questions[0], "xx"));
}

TEST_CASE("row: old host to new host, exact, by prefix, many to one, and without a successor") {
    const ProviderProfile& profile = named("old-hosts");
    REQUIRE(profile.oldHosts.size() == 4);
    CHECK(HostPattern::parse(profile.oldHosts[0].from)->match("mail.ytg.janis.example"));
    CHECK(profile.oldHosts[0].to == "pops.janis.example");
    CHECK(profile.oldHosts[0].protocols == std::vector<Protocol>{Protocol::Pop3});
    CHECK(profile.oldHosts[1].to == "msa.janis.example");
    const auto groups = HostPattern::parse(profile.oldHosts[2].from)->match("new-smtp.janis.example");
    REQUIRE(groups);
    CHECK(expand(profile.oldHosts[2].to, *groups) == "new-msa.janis.example");
    CHECK(profile.oldHosts[3].to.empty());
    CHECK(good().catalog.byOldHost("mail.ytg.janis.example") == &profile);
}

TEST_CASE("row: everything an endpoint can say") {
    const ProviderProfile& profile = named("endpoints");
    REQUIRE(profile.endpoints.size() == 4);
    const ProfileEndpoint& best = profile.endpoints[0];
    CHECK((best.protocol == Protocol::Pop3 && best.port == 995 && best.security == Security::ImplicitTls));
    CHECK(best.mechanisms == std::vector<Mechanism>{Mechanism::UserPass, Mechanism::Apop});
    CHECK((best.recommended && best.minimumTls == "1.2" && best.since == "2009-08" && best.source == 0u));
    CHECK(best.evidence == Evidence::Official);
    const ProfileEndpoint& plain = profile.endpoints[1];
    CHECK((plain.security == Security::None && plain.noStartTls && plain.ownNetworkOnly));
    CHECK(plain.evidence == Evidence::Dated);
    CHECK((profile.endpoints[2].needs == "option" && profile.endpoints[2].otherSource == 0u));
    CHECK(profile.endpoints[2].evidence == Evidence::Reported);
    CHECK((profile.endpoints[3].evidence == Evidence::Unsourced && !profile.endpoints[3].source));
    CHECK(profile.onlyThesePorts);
}

TEST_CASE("row: the user name by endpoint and era, an id that is asked for, another one for sending") {
    const ProviderProfile& profile = named("usernames");
    CHECK(profile.endpoints[0].usernames == std::vector<std::string>{"${local}", "${address}"});
    CHECK(profile.endpoints[1].usernames == std::vector<std::string>{"${local}.${domain}"});
    CHECK(profile.endpoints[2].usernames == std::vector<std::string>{"${isp_id}", "${smtp_account}"});
    CHECK(profile.oldSettings[0].username == "${local}");
    CHECK(acceptedAnswer(profile.questions[0], " AB12345 ") == "AB12345");
}

TEST_CASE("row: ids that look like the mail login and are not") {
    const ProviderProfile& profile = named("other-ids");
    REQUIRE(profile.otherIds.size() == 2);
    CHECK(profile.otherIds[0].labels == std::vector<std::string>{"接続用ID", "接続ユーザー名"});
    CHECK(HostPattern::parse(profile.otherIds[0].pattern)->match("taro@aa2"));
    CHECK(profile.otherIds[1].pattern.empty());
}

TEST_CASE("row: document names, labels and old settings by era") {
    const ProviderProfile& profile = named("papers");
    CHECK(profile.documents == std::vector<std::string>{"会員登録証", "登録完了のお知らせ"});
    REQUIRE(profile.labels.size() == 7);
    CHECK(profile.labels[0] == std::pair<std::string, std::vector<std::string>>{"mail_address", {"Eメールアドレス"}});
    CHECK(profile.labels.back().first == "other");
    const OldSettings& old = profile.oldSettings[0];
    CHECK((old.from == PartialDate{1998, 0, 0} && old.to == PartialDate{2006, 5, 0}));
    CHECK((old.popPort == 110 && old.smtpPort == 25 && old.popSecurity == Security::None));
    CHECK(old.outgoingAuthentication == OldOutgoing::PopBeforeSmtp);
    CHECK(good().catalog.byOldHost("a.smtp.papers.example") == &profile);
}

TEST_CASE("row: prerequisites in order: what, where, why, for which protocol") {
    const ProviderProfile& profile = named("steps");
    REQUIRE(profile.steps.size() == 2);
    CHECK(profile.steps[0].id == "first");
    const ProfileStep& step = profile.steps[1];
    CHECK((step.forProtocol == Protocol::Pop3 && step.url == "https://webmail.steps.example/"));
    CHECK((step.text.en == "switch on SSL" && step.where.ja == "Webメール → 設定" && !step.why.en.empty()));
    CHECK(step.when.issuedBefore == PartialDate{2009, 8, 0});
    CHECK(profile.endpoints[0].needs == step.id);
}

TEST_CASE("row: status active, closing, migrated, ended, impossible") {
    CHECK(named("steps").status.state == ServiceState::Active);
    CHECK(named("status-closing").status.state == ServiceState::Closing);
    CHECK(named("status-closing").status.until == PartialDate{2028, 3, 31});
    CHECK(named("status-migrated").status.state == ServiceState::Migrated);
    CHECK(named("status-migrated").status.to == "names");
    CHECK(named("status-ended").status.state == ServiceState::Ended);
    CHECK(named("status-impossible").status.state == ServiceState::Impossible);
    CHECK(good().catalog.byDomain("jp-t.ne.jp") == &named("status-impossible"));
    CHECK_FALSE(good().catalog.byOldHost("mail.somebody.ne.jp")); // ne.jp is nobody's
}

TEST_CASE("row: sign-in that is not a password") {
    const auto& signIn = named("sign-in").signIn;
    REQUIRE(signIn);
    CHECK((signIn->oauthOnly && signIn->apps.size() == 2));
}

TEST_CASE("row: TLS exceptions for exact hosts") {
    const ProviderProfile& profile = named("tls-exceptions");
    REQUIRE(profile.tlsExceptions.size() == 1);
    CHECK(profile.tlsExceptions[0].host == "imap.tls-exceptions.example");
    CHECK(name(profile.tlsExceptions[0].allow) == "legacy-renegotiation");
}

TEST_CASE("row: failure texts and what they mean") {
    const ProviderProfile& profile = named("failures");
    REQUIRE(profile.failures.size() == 2);
    CHECK((profile.failures[0].protocol == Protocol::Imap && profile.failures[0].means == "from-abroad"));
    CHECK((!profile.failures[1].protocol && profile.failures[1].means == "pop-before-smtp"));
}

TEST_CASE("row: notes on limits") {
    CHECK(named("limits").limits.size() == 2);
    CHECK(named("limits").notes.size() == 1);
}

TEST_CASE("row: a profile that inherits from a template: lists replace, sources go behind its own") {
    const ProviderProfile& profile = named("inherits");
    CHECK(profile.inherits == "shared");
    CHECK(profile.status.state == ServiceState::Active);
    REQUIRE(profile.endpoints.size() == 1);
    CHECK(profile.endpoints[0].host == "mail.shared.test");
    REQUIRE(profile.sources.size() == 2);
    CHECK(profile.sources[*profile.endpoints[0].source].title == "Shared platform's page");
    REQUIRE(profile.limits.size() == 1);
    CHECK(profile.limits[0].en == "2 GB");
    CHECK_FALSE(good().catalog.byId("shared")); // a template is no provider
}

TEST_CASE("row: timeline and sources with dates") {
    const ProviderProfile& profile = named("timeline");
    CHECK((profile.timeline[0].date == "2006-06-01" && profile.timeline[1].date.empty()));
    CHECK((profile.sources[0].pageDate == "2006-06-01" && profile.sources[0].checked == "2026-11-24"));
    CHECK(profile.sources[1].url.empty());
    CHECK(profile.checked == "2026-11");
    CHECK(profile.webmailUrl == "mailto:help@timeline.example");
}
