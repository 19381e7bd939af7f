// The profiles that are shipped.
#include "profile/name_template.h"
#include "profile/read_profile.h"
#include "words/words.h"

#include "support/catch.h"
#include "support/files.h"

#include <set>

using namespace yomikae;

namespace {

ReadCatalog shipped() {
    std::vector<ProfileText> files;
    for (const std::string& file : test::sourceFiles("providers", ".json"))
        if (file.find(".schema.json") == std::string::npos)
            files.push_back({file, test::sourceFile(file), false});
    return readCatalog(std::move(files), {2026, 11, 24});
}

const ReadCatalog& all() {
    static const ReadCatalog read = shipped();
    return read;
}

const ProviderProfile& provider(std::string_view id) {
    const ProviderProfile* found = all().catalog.byId(id);
    REQUIRE(found);
    return *found;
}

std::vector<const ProfileEndpoint*> endpointsOf(const ProviderProfile& profile, Protocol protocol) {
    std::vector<const ProfileEndpoint*> found;
    for (const ProfileEndpoint& endpoint : profile.endpoints)
        if (endpoint.protocol == protocol)
            found.push_back(&endpoint);
    return found;
}

} // namespace

TEST_CASE("every shipped profile is read without a single problem") {
    for (const Problem& problem : all().problems)
        FAIL_CHECK(say(problem, Language::English));
    CHECK(all().catalog.profiles().size() >= 4);
}

TEST_CASE("an endpoint of a shipped profile is never in clear text and recommended") {
    for (const ProviderProfile& profile : all().catalog.profiles())
        for (const ProfileEndpoint& endpoint : profile.endpoints) {
            INFO(profile.id << " " << endpoint.host);
            CHECK_FALSE((endpoint.security == Security::None && endpoint.recommended));
        }
}

TEST_CASE("every source of a shipped profile backs something") {
    for (const ProviderProfile& profile : all().catalog.profiles())
        for (const Source& source : profile.sources) {
            INFO(profile.id << ": " << source.title);
            CHECK_FALSE(source.title.empty());
            CHECK_FALSE(source.says.empty());
        }
}

TEST_CASE("Plala: the paper of agate.plala.or.jp leads to secure.plala.or.jp") {
    const ProviderProfile* plala = all().catalog.byDomain("agate.plala.or.jp");
    REQUIRE(plala);
    CHECK(plala->id == "plala");
    CHECK(all().catalog.byOldHost("agate.mail.plala.or.jp") == plala);
    CHECK(all().catalog.byName("ＮＴＴぷらら") == plala);
    REQUIRE_FALSE(plala->oldHosts.empty());
    for (const HostMove& move : plala->oldHosts) {
        const auto groups = HostPattern::parse(move.from)->match("agate.mail.plala.or.jp");
        REQUIRE(groups);
        CHECK(expand(move.to, *groups) == "secure.plala.or.jp");
    }
}

TEST_CASE("Plala: what is proven, what is reported, and what is only remembered") {
    const ProviderProfile& plala = provider("plala");
    const auto pop = endpointsOf(plala, Protocol::Pop3);
    REQUIRE(pop.size() == 1);
    CHECK(
        (pop[0]->port == 995 && pop[0]->security == Security::ImplicitTls && pop[0]->evidence == Evidence::Unsourced));
    const auto smtp = endpointsOf(plala, Protocol::Smtp);
    REQUIRE(smtp.size() == 3);
    CHECK((smtp[0]->port == 465 && smtp[0]->security == Security::ImplicitTls && smtp[0]->recommended));
    CHECK(smtp[0]->evidence == Evidence::Reported);
    CHECK((smtp[1]->port == 587 && smtp[1]->security == Security::StartTls && !smtp[1]->recommended));
    CHECK((smtp[2]->port == 465 && smtp[2]->security == Security::StartTls && !smtp[2]->recommended));
    for (const ProfileEndpoint& endpoint : plala.endpoints) {
        CHECK(endpoint.host == "secure.plala.or.jp");
        CHECK(endpoint.usernames == std::vector<std::string>{"${address}"});
        CHECK(endpoint.needs == "webmail-ssl");
    }
}

TEST_CASE("Plala closes on 2028-03-31, its S course is So-net's, its broba.cc is only a record of 2010") {
    const ProviderProfile& plala = provider("plala");
    CHECK(plala.status.state == ServiceState::Closing);
    CHECK(plala.status.until == PartialDate{2028, 3, 31});
    REQUIRE(plala.variants.size() == 2);
    CHECK(plala.variants[0].uses == "so-net");
    CHECK(all().catalog.byDomain("coral.broba.cc") == &plala);
    for (const ProfileEndpoint& endpoint : plala.variants[1].endpoints)
        CHECK((endpoint.evidence == Evidence::Dated && !endpoint.recommended));
    CHECK(plala.knownSubdomains.size() == 95);
}

TEST_CASE("a slip in Plala's domain is met with a proposal") {
    CHECK(all().catalog.nearDomain("agate.plara.or.jp") == "agate.plala.or.jp");
    CHECK(all().catalog.nearDomain("plara.or.jp") == "plala.or.jp");
    CHECK(all().catalog.nearDomain("agate.plala.or.jp").empty());
}

TEST_CASE("Sakura: the initial domain is asked for in either form, and is the sub domain of its own addresses") {
    const ProviderProfile& sakura = provider("sakura");
    REQUIRE(sakura.questions.size() == 1);
    CHECK(acceptedAnswer(sakura.questions[0], "taro-mail") == "taro-mail");
    CHECK(acceptedAnswer(sakura.questions[0], "taro-mail.sakura.ne.jp") == "taro-mail");
    CHECK(acceptedAnswer(sakura.questions[0], "ｔａｒｏ－ｍａｉｌ") == "taro-mail");
    CHECK_FALSE(acceptedAnswer(sakura.questions[0], "mail.example.jp"));
    REQUIRE(sakura.variants.size() == 1);
    CHECK(sakura.variants[0].when.domains == std::vector<std::string>{"*.sakura.ne.jp"});
    for (const ProfileEndpoint& endpoint : sakura.variants[0].endpoints)
        CHECK(endpoint.host == "${subdomain}.sakura.ne.jp");
    const auto smtp = endpointsOf(sakura, Protocol::Smtp);
    REQUIRE(smtp.size() == 2);
    CHECK((smtp[0]->recommended && smtp[0]->port == 465 && !smtp[1]->recommended));
    CHECK(all().catalog.byMx("www1234.sakura.ne.jp") == &sakura);
}

TEST_CASE("docomo: no POP, an id of its own, and an exception for exactly two hosts") {
    const ProviderProfile& docomo = provider("docomo");
    CHECK(endpointsOf(docomo, Protocol::Pop3).empty());
    for (const ProfileEndpoint& endpoint : docomo.endpoints)
        CHECK(endpoint.usernames == std::vector<std::string>{"${d_account}"});
    REQUIRE(docomo.tlsExceptions.size() == 2);
    CHECK(docomo.tlsExceptions[0].host == "imap.spmode.ne.jp");
    CHECK(docomo.tlsExceptions[1].host == "imap2.spmode.ne.jp");
    CHECK(all().catalog.byOldHost("imap2.spmode.ne.jp") == &docomo);
}

TEST_CASE("So-net: taro@aa2 is the user id, not the mail login") {
    const ProviderProfile& soNet = provider("so-net");
    CHECK(all().catalog.byDomain("aa2.so-net.ne.jp") == &soNet);
    REQUIRE(soNet.otherIds.size() == 1);
    const auto pattern = HostPattern::parse(soNet.otherIds[0].pattern);
    REQUIRE(pattern);
    CHECK(pattern->match("taro@aa2"));
    CHECK_FALSE(pattern->match("taro@aa2.so-net.ne.jp"));
}
