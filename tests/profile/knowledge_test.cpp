// What is known about each provider, how old it is, and what is missing.
#include "profile/knowledge.h"

#include "support/catch.h"

using namespace yomikae;

namespace {

constexpr PartialDate Today{2026, 11, 24};

ProfileEndpoint endpoint(Protocol protocol, Evidence evidence) {
    ProfileEndpoint out;
    out.protocol = protocol;
    out.host = "mail.example.jp";
    out.evidence = evidence;
    return out;
}

/// A profile that lacks nothing.
ProviderProfile whole() {
    ProviderProfile profile;
    profile.id = "whole";
    profile.checked = "2026-11";
    profile.endpoints = {endpoint(Protocol::Pop3, Evidence::Reported), endpoint(Protocol::Imap, Evidence::Official),
                         endpoint(Protocol::Smtp, Evidence::Reported)};
    profile.oldSettings.emplace_back();
    profile.sources.resize(2);
    return profile;
}

/// "no-imap no-source ", and the rest of what is known by `look`.
template <class Look> std::string gapsOf(const ProviderProfile& profile, Look look) {
    std::vector<ProviderProfile> profiles{profile};
    const Catalog catalog(std::move(profiles));
    const Knowledge knowledge = knowledgeOf(catalog, Today);
    REQUIRE(knowledge.providers.size() == 1);
    look(knowledge.providers[0]);
    std::string gaps;
    for (const Gap gap : knowledge.providers[0].gaps)
        gaps += std::string(name(gap)) + " ";
    return gaps;
}

std::string gapsOf(const ProviderProfile& profile) {
    return gapsOf(profile, [](const ProviderKnowledge&) {});
}

ProviderProfile endingOn(const char* date) {
    ProviderProfile profile = whole();
    profile.status.state = ServiceState::Closing;
    profile.status.until = partialDate(date);
    return profile;
}

} // namespace

TEST_CASE("a profile that lacks nothing has no gaps, and its best endpoint counts") {
    CHECK(gapsOf(whole(), [](const ProviderKnowledge& one) {
              CHECK(one.incoming == Evidence::Official);
              CHECK(one.outgoing == Evidence::Reported);
              CHECK(one.endpoints == 3);
              CHECK(one.ageDays == 23); // from the first of the month
          }).empty());
}

TEST_CASE("each gap is named") {
    ProviderProfile none = whole();
    none.endpoints.clear();
    none.oldSettings.clear();
    CHECK(gapsOf(none) == "no-incoming no-outgoing no-old-settings ");
    ProviderProfile popOnly = whole();
    popOnly.endpoints = {endpoint(Protocol::Pop3, Evidence::Unsourced)};
    CHECK(gapsOf(popOnly) == "no-outgoing no-imap no-source ");
}

TEST_CASE("an end within a year is near, a later one is not, and a month ends with its last day") {
    CHECK(gapsOf(endingOn("2027-11-24")) == "end-near ");
    CHECK(gapsOf(endingOn("2027-11-25")).empty());
    CHECK(gapsOf(endingOn("2026-11")) == "end-near ");
    CHECK(gapsOf(endingOn("2026-11-24")) == "end-near ");
    CHECK(gapsOf(endingOn("2026-11-23")) == "end-passed ");
    CHECK(gapsOf(endingOn("2025")) == "end-passed ");
}

TEST_CASE("a file that nobody compared with its sources for a year is old") {
    ProviderProfile profile = whole();
    profile.checked = "2025-11-24";
    CHECK(gapsOf(profile).empty());
    profile.checked = "2025-11-23";
    CHECK(gapsOf(profile) == "checked-long-ago ");
}

TEST_CASE("endpoints of variants count, and the latest proof is told") {
    ProviderProfile profile = whole();
    profile.endpoints.clear();
    Variant variant;
    variant.id = "rs";
    variant.endpoints = {endpoint(Protocol::Pop3, Evidence::Proven), endpoint(Protocol::Smtp, Evidence::Proven)};
    variant.endpoints[0].provenOn = "2026-01-02";
    variant.endpoints[1].provenOn = "2026-03-04";
    profile.variants = {variant};
    CHECK(gapsOf(profile, [](const ProviderKnowledge& one) {
              CHECK(one.incoming == Evidence::Proven);
              CHECK(one.provenOn == "2026-03-04");
          }) == "no-imap ");
}

TEST_CASE("a service that is gone lacks nothing") {
    for (const ServiceState state : {ServiceState::Ended, ServiceState::Impossible, ServiceState::Migrated}) {
        ProviderProfile profile;
        profile.id = "gone";
        profile.checked = "2001";
        profile.status.state = state;
        CHECK(gapsOf(profile).empty());
    }
}

TEST_CASE("the sums are those of all providers, and providers stand in the order of ids") {
    std::vector<ProviderProfile> profiles(2, whole());
    profiles[0].id = "b";
    profiles[1].id = "a";
    profiles[1].endpoints.pop_back();
    profiles[1].endpoints[0].evidence = Evidence::Proven;
    const Catalog catalog(std::move(profiles));
    const Knowledge all = knowledgeOf(catalog, Today);
    CHECK(all.providers[0].profile->id == "a");
    CHECK(all.endpoints == 5);
    CHECK(all.proven == 1);
    CHECK(all.sources == 4);
    CHECK(all.incoming == std::array<std::size_t, 5>{1, 1, 0, 0, 0});
    CHECK(all.outgoing == std::array<std::size_t, 5>{0, 0, 1, 0, 0});
    CHECK(all.gaps[static_cast<std::size_t>(Gap::NoOutgoing)] == 1);
}
