#include "profile/catalog.h"
#include "profile/domain_keys.h"

#include "support/catch.h"

using namespace yomikae;

namespace {

ProviderProfile profileOf(std::string id, std::vector<std::string> domains) {
    ProviderProfile profile;
    profile.id = id;
    profile.names = {id, id};
    profile.domains = std::move(domains);
    profile.file = id + ".json";
    return profile;
}

std::string idOf(const ProviderProfile* profile) {
    return profile ? profile->id : "";
}

Catalog some() {
    std::vector<ProviderProfile> profiles{profileOf("plala", {"plala.example.jp", "*.plala.example.jp"}),
                                          profileOf("special", {"gold.plala.example.jp", "*.gold.plala.example.jp"}),
                                          profileOf("short", {"a.jp"})};
    profiles[0].formerNames = {"ぷららネットワークス"};
    profiles[0].aliases = {"ぷらら", "Pla-La"};
    profiles[0].hostedMx = {"mx{n:digits}.plala.example.jp"};
    profiles[0].oldHosts = {{"mail.old.test", "new.plala.example.jp", {}, Evidence::Unsourced, {}},
                            {"*.pop.old.test", "", {}, Evidence::Unsourced, {}}};
    return Catalog(std::move(profiles));
}

} // namespace

TEST_CASE("a domain is found exactly first, then by the most special pattern") {
    const Catalog catalog = some();
    CHECK(idOf(catalog.byDomain("plala.example.jp")) == "plala");
    CHECK(idOf(catalog.byDomain("AGATE.plala.example.jp")) == "plala");
    CHECK(idOf(catalog.byDomain("gold.plala.example.jp")) == "special");
    CHECK(idOf(catalog.byDomain("x.gold.plala.example.jp")) == "special");
    CHECK(idOf(catalog.byDomain("x.y.plala.example.jp")).empty());
    CHECK(idOf(catalog.byDomain("example.jp")).empty());
    CHECK(idOf(catalog.byDomain("")).empty());
}

TEST_CASE("an old host is found by name, by pattern, and below a provider's own domains") {
    const Catalog catalog = some();
    CHECK(idOf(catalog.byOldHost("mail.old.test")) == "plala");
    CHECK(idOf(catalog.byOldHost("x.pop.old.test")) == "plala");
    CHECK(idOf(catalog.byOldHost("a.b.c.plala.example.jp")) == "plala");
    CHECK(idOf(catalog.byOldHost("old.test")).empty());
}

TEST_CASE("an MX name is known only where a profile says so") {
    const Catalog catalog = some();
    CHECK(idOf(catalog.byMx("mx1.plala.example.jp")) == "plala");
    CHECK(idOf(catalog.byMx("agate.plala.example.jp")).empty());
}

TEST_CASE("a name is found in any width, case, with or without blanks and hyphens") {
    const Catalog catalog = some();
    for (const char* name : {"plala", "ＰＬＡＬＡ", "ぷらら", "pla la", "PLA-LA", "ﾌﾟﾗﾗ", "ぷららネットワークス"}) {
        INFO(name);
        const bool katakana = std::string(name) == "ﾌﾟﾗﾗ";
        CHECK((idOf(catalog.byName(name)) == "plala") == !katakana);
    }
    CHECK(idOf(catalog.byName("")).empty());
}

TEST_CASE("one slip in a known domain gives a proposal, below it too") {
    const Catalog catalog = some();
    for (const char* typed :
         {"plara.example.jp", "plla.example.jp", "plaala.example.jp", "palla.example.jp", "plala.exmaple.jp"}) {
        INFO(typed);
        CHECK(catalog.nearDomain(typed) == "plala.example.jp");
    }
    CHECK(catalog.nearDomain("agate.plara.example.jp") == "agate.plala.example.jp");
}

TEST_CASE("no proposal for what is known, two slips away, or too short to tell") {
    const Catalog catalog = some();
    CHECK(catalog.nearDomain("plala.example.jp").empty());
    CHECK(catalog.nearDomain("deep.er.plala.example.jp").empty());
    CHECK(catalog.nearDomain("prara.example.jp").empty());
    CHECK(catalog.nearDomain("b.jp").empty());
    CHECK(catalog.nearDomain("").empty());
}

TEST_CASE("between two providers that are equally near nothing is proposed") {
    const Catalog catalog({profileOf("one", {"alpha.test"}), profileOf("two", {"alphb.test"})});
    CHECK(catalog.nearDomain("alphc.test").empty());
    CHECK(catalog.nearDomain("alpa.test") == "alpha.test");
}

TEST_CASE("a second claim to an id or a domain is shown, and the first one wins") {
    std::vector<Problem> problems;
    const Catalog catalog({profileOf("plala", {"plala.test"}),
                           profileOf("evil", {"evil.test", "plala.test", "*.evil.test"}),
                           profileOf("plala", {"other.test"}), profileOf("wild", {"*.evil.test"})},
                          &problems);
    REQUIRE(problems.size() == 3);
    CHECK((problems[0].code == "profile-id-taken" && problems[0].place.pointer == "/id"));
    CHECK((problems[1].code == "profile-domain-taken" && problems[1].place.pointer == "/domains/1"));
    CHECK((problems[2].place.file == "wild.json" && problems[2].allowed == "evil.json"));
    CHECK(idOf(catalog.byDomain("plala.test")) == "plala");
    CHECK(idOf(catalog.byDomain("other.test")).empty());
    CHECK(idOf(catalog.byDomain("a.evil.test")) == "evil");
    CHECK(catalog.profiles().size() == 3);
}

TEST_CASE("a host that two providers name identifies its owner, or nobody") {
    std::vector<ProviderProfile> profiles{profileOf("one", {"one.test"}), profileOf("two", {"two.test"})};
    ProfileEndpoint shared;
    shared.host = "mail.platform.example";
    ProfileEndpoint owned;
    owned.host = "mail.two.test";
    for (ProviderProfile& profile : profiles)
        profile.endpoints = {shared, owned};
    const Catalog catalog(std::move(profiles));
    CHECK(idOf(catalog.byOldHost("mail.platform.example")).empty());
    CHECK(idOf(catalog.byOldHost("mail.two.test")) == "two");
}

TEST_CASE("the number of look-ups depends on the domain alone") {
    CHECK(domainEnds("a.b.example.jp") ==
          std::vector<std::string_view>{"a.b.example.jp", "b.example.jp", "example.jp"});
    CHECK(domainEnds("jp").empty());
    CHECK(slipKeys("plala.or.jp").size() == 12); // itself and one less of each of its 11 characters
    CHECK(slipKeys("aab").size() == 3);
    CHECK(slipKeys(std::string(253, 'x')).size() == 2);
}

TEST_CASE("with 4096 other domains the answers are the same") {
    std::vector<ProviderProfile> profiles;
    for (int i = 0; i < 4096; ++i)
        profiles.push_back(profileOf("p" + std::to_string(i), {"*.provider" + std::to_string(i) + ".example"}));
    const Catalog catalog(std::move(profiles));
    CHECK(idOf(catalog.byDomain("a.provider4095.example")) == "p4095");
    CHECK(catalog.nearDomain("a.provder4095.example") == "a.provider4095.example");
    CHECK(idOf(catalog.byOldHost("x.y.provider7.example")) == "p7");
}

TEST_CASE("one slip is one character more, less or other, or two swapped") {
    CHECK(isOneSlip("plala", "plara"));
    CHECK(isOneSlip("plala", "plla"));
    CHECK(isOneSlip("plala", "pplala"));
    CHECK(isOneSlip("plala", "lpala"));
    CHECK_FALSE(isOneSlip("plala", "plala"));
    CHECK_FALSE(isOneSlip("plala", "lalap"));
    CHECK_FALSE(isOneSlip("ab", "ba1"));
}

TEST_CASE("shared ends are nobody's") {
    for (const char* end : {"jp", "ne.jp", "or.jp", "co.jp", ""})
        CHECK(isSharedEnd(end));
    CHECK_FALSE(isSharedEnd("plala.or.jp"));
    CHECK_FALSE(isSharedEnd("example.jp"));
}
