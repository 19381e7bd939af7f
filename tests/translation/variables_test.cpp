// What a name template may use: the groups of every condition that holds, and never an id that is for something else.
#include "translation/papers.h"

using namespace yomikae;
using namespace yomikae::test;

namespace {

ProviderProfile withOtherId() {
    ProviderProfile profile = smallProfile();
    profile.otherIds = {OtherId{{"接続ID"}, "cn{number:digits}", {"回線", "line"}}};
    profile.questions = {Question{"mail_id", {"?", "?"}, {}, "", {}, "", {}}};
    for (ProfileEndpoint& endpoint : profile.endpoints)
        endpoint.usernames = {"${account}", "${mail_id}"};
    return profile;
}

} // namespace

TEST_CASE("the groups of an endpoint's own condition make its host") {
    ProviderProfile profile = smallProfile();
    profile.endpoints[0].host = "mx${number}.example.jp";
    profile.endpoints[0].when.domains = {"d{number:digits}.example.jp"};
    profile.endpoints[2].host = "out${n}.example.jp";
    profile.endpoints[2].when.oldHosts = {"smtp{n:digits}.example.jp"};
    profile.domains = {"example.jp", "*.example.jp"};
    Certificate paper = paperOf("taro@d12.example.jp");
    paper.smtpServer = "smtp7.example.jp";
    const Translation translation = translated(paper, catalogOf(profile));
    CHECK(translation.incoming[0].host == "mx12.example.jp");
    CHECK(translation.outgoing[0].host == "out7.example.jp");
}

TEST_CASE("an endpoint's own group wins over one of the domain with the same name") {
    ProviderProfile profile = smallProfile();
    profile.domains = {"d{n:digits}.example.jp"};
    profile.endpoints[0].host = "mx${n}.example.jp";
    profile.endpoints[0].when.oldHosts = {"pop{n:digits}.example.jp"};
    profile.endpoints[1].host = "imap${n}.example.jp";
    Certificate paper = paperOf("taro@d12.example.jp");
    paper.popServer = "pop7.example.jp";
    const Translation translation = translated(paper, catalogOf(profile));
    CHECK(translation.incoming[0].host == "mx7.example.jp");
    CHECK(translation.incoming[1].host == "imap12.example.jp");
}

TEST_CASE("the groups of a variant's old hosts and accounts make its hosts") {
    ProviderProfile profile = smallProfile();
    Variant variant;
    variant.id = "numbered";
    variant.when.oldHosts = {"pop{n:digits}.example.jp"};
    variant.when.accounts = {"{area:letters}{member:digits}"};
    variant.endpoints = {endpointOf(Protocol::Pop3, "${area}${n}.example.jp", 995, Security::ImplicitTls)};
    profile.variants = {variant};
    Certificate paper = paperOf("taro@example.jp");
    paper.popServer = "pop3.example.jp";
    paper.mailAccount = "tokyo123";
    const Translation translation = translated(paper, catalogOf(profile));
    CHECK(translation.variant == "numbered");
    CHECK(translation.incoming[0].host == "tokyo3.example.jp");
}

TEST_CASE("an id for something else is not tried as the login name") {
    Certificate paper = paperOf("taro@example.jp");
    paper.mailAccount = "cn123";
    const Translation translation = translated(paper, catalogOf(withOtherId()));
    CHECK(doubts(translation, "translation-account-other-id"));
    CHECK(translation.incoming[0].usernames.empty());
    REQUIRE(translation.questions.size() == 1);
    CHECK(translation.questions[0].key == "mail_id");
    paper.answers["mail_id"] = "taro77";
    CHECK(translated(paper, catalogOf(withOtherId())).incoming[0].usernames == std::vector<std::string>{"taro77"});
}

TEST_CASE("nor is it tried at the paper's own server") {
    Certificate paper = paperOf("taro@example.jp");
    paper.mailAccount = "cn123";
    paper.popServer = "old.example.jp";
    const Translation translation = translated(paper, catalogOf(withOtherId()));
    REQUIRE(translation.incoming.back().origin == HostOrigin::Paper);
    CHECK(translation.incoming.back().usernames == std::vector<std::string>{"taro@example.jp"});
}

TEST_CASE("a name before the @ that looks like such an id is the mail login all the same") {
    Certificate paper = paperOf("cn123@example.jp");
    paper.mailAccount = "cn123";
    const Translation translation = translated(paper, catalogOf(withOtherId()));
    CHECK_FALSE(doubts(translation, "translation-account-other-id"));
    CHECK(translation.incoming[0].usernames == std::vector<std::string>{"cn123"});
}

TEST_CASE("an id for something else at the first provider is none at the one that serves, and the other way round") {
    ProviderProfile old = withOtherId();
    old.status = ServiceStatus{};
    old.status.state = ServiceState::Migrated;
    old.status.to = "next";
    ProviderProfile next = smallProfile("next", "example.com");
    next.endpoints[0].usernames = {"${account}", "${address}"};
    Certificate paper = paperOf("taro@example.jp");
    paper.mailAccount = "cn123";
    const std::vector<std::string> whole{"taro@example.jp"};
    CHECK(translated(paper, catalogOf(old, next)).incoming[0].usernames == whole);
    std::swap(old.otherIds, next.otherIds);
    CHECK(translated(paper, catalogOf(old, next)).incoming[0].usernames == whole);
}
