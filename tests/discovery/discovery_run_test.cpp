// A whole discovery on a fake clock: what is asked, and what the answers come to.
#include "discovery/discovery_run.h"

#include "support/catch.h"
#include "support/files.h"
#include "words/words.h"

#include <algorithm>
#include <set>

using namespace yomikae;
using namespace std::chrono_literals;

namespace {

using Kind = DiscoveryEffect::Kind;

const Catalog& catalog() {
    static const Catalog known = [] {
        ProviderProfile hoster;
        hoster.id = "hoster";
        hoster.domains = {"hoster.example"};
        hoster.hostedMx = {"mx.hoster.example"};
        return Catalog({hoster});
    }();
    return known;
}

Fetched page(int status, std::string body = {}, std::string location = {}) {
    return {Fetched::Result::Answered, status, std::move(location), std::move(body)};
}

Fetched config() {
    return page(200, yomikae::test::sourceFile("tests/discovery/configs/whole.xml"));
}

struct Trial {
    DiscoveryRun run;
    std::vector<DiscoveryEffect> all;
    DiscoveryRun::Instant now = 0ms;

    explicit Trial(DiscoveryChoices choices = {}, const std::string& domain = "example.jp")
        : run({"secret-local", domain}, choices, catalog()) {
        run.start(now);
        take();
    }
    void take() {
        for (const DiscoveryEffect& effect : run.takeEffects())
            all.push_back(effect);
    }
    /// The id of the last question for this host or name.
    int id(const std::string& name) const {
        int found = -1;
        for (const DiscoveryEffect& effect : all)
            if (effect.name == name && effect.kind != Kind::Drop && effect.kind != Kind::AskExchanges)
                found = effect.id;
        return found;
    }
    void fetched(const std::string& host, const Fetched& answer) {
        run.fetched(id(host), answer, now);
        take();
    }
    void services(const std::string& label, std::vector<ServiceRecord> records) {
        run.services(id(label + ".example.jp"), std::move(records), now);
        take();
    }
    void exchanges(std::vector<MailExchange> records) {
        run.exchanges(2, std::move(records), now);
        take();
    }
    void tick(DiscoveryRun::Instant then) {
        now = then;
        run.tick(now);
        take();
    }
    /// All that is open has no answer.
    void nothingElse() {
        for (const DiscoveryEffect& effect : std::vector(all)) {
            if (effect.kind == Kind::Fetch)
                run.fetched(effect.id, page(404), now);
            if (effect.kind == Kind::AskServices)
                run.services(effect.id, {}, now);
            if (effect.kind == Kind::AskExchanges)
                run.exchanges(effect.id, {}, now);
        }
        take();
    }
    std::set<std::string> codes() const {
        std::set<std::string> found;
        for (const Message& finding : run.result().findings) {
            found.insert(finding.code);
            CHECK(say(finding, Language::English).find('{') == std::string::npos);
        }
        return found;
    }
    int count(Kind kind) const {
        return static_cast<int>(std::count_if(all.begin(), all.end(), [&](const auto& e) { return e.kind == kind; }));
    }
};

using Codes = std::set<std::string>;

} // namespace

TEST_CASE("a run asks two places, MX and six services at once, and never says the local part") {
    const Trial trial;
    std::vector<std::string> asked;
    for (const DiscoveryEffect& effect : trial.all)
        asked.push_back(effect.name + effect.path);
    CHECK(asked == std::vector<std::string>{"autoconfig.example.jp/mail/config-v1.1.xml",
                                            "example.jp/.well-known/autoconfig/mail/config-v1.1.xml", "example.jp",
                                            "_pop3s._tcp.example.jp", "_imaps._tcp.example.jp",
                                            "_submissions._tcp.example.jp", "_submission._tcp.example.jp",
                                            "_pop3._tcp.example.jp", "_imap._tcp.example.jp"});
    for (const std::string& text : asked)
        CHECK(text.find("secret-local") == std::string::npos);
    CHECK(trial.count(Kind::Fetch) == 2);
    CHECK(trial.run.wakeAt() == 5000ms);
}

TEST_CASE("names that no public server can know are not asked for") {
    for (const char* domain : {"printer.local", "localhost.localhost", "a.invalid"}) {
        const Trial trial({}, domain);
        CHECK(trial.all.empty());
        CHECK(trial.run.finished());
    }
    CHECK_FALSE(Trial({}, "notlocal.example").run.finished());
}

TEST_CASE("the config of the domain is found, and the rest has one second more") {
    Trial trial;
    trial.tick(300ms);
    trial.fetched("autoconfig.example.jp", config());
    CHECK_FALSE(trial.run.finished());
    CHECK(trial.run.wakeAt() == 1300ms);
    trial.tick(1300ms);
    CHECK(trial.run.finished());
    CHECK(trial.count(Kind::Drop) == 8);
    CHECK(trial.run.result().endpoints.size() == 3);
    CHECK(trial.codes() == Codes{"discovery-config-found"});
    CHECK_FALSE(trial.run.wakeAt());
}

TEST_CASE("the well-known place counts where the first has nothing, and says where it was") {
    Trial trial;
    trial.fetched("autoconfig.example.jp", page(404));
    trial.fetched("example.jp", config());
    trial.nothingElse();
    CHECK(trial.run.finished());
    REQUIRE(trial.run.result().findings.size() == 1);
    CHECK(trial.run.result().findings[0] == Message{"discovery-config-found", {{"host", "example.jp"}}});
}

TEST_CASE("silence ends after five seconds, and says that nothing was found") {
    Trial trial;
    trial.tick(4999ms);
    CHECK_FALSE(trial.run.finished());
    trial.tick(5000ms);
    CHECK(trial.run.finished());
    CHECK(trial.count(Kind::Drop) == 9);
    CHECK(trial.run.result().endpoints.empty());
    CHECK(trial.codes() == Codes{"discovery-nothing-found", "discovery-ispdb-not-asked"});
}

TEST_CASE("an answer that is late, twice there or of another kind is not taken") {
    Trial trial;
    trial.run.services(0, {{"a.example.jp", 993, 0, 0}}, 1ms);
    trial.run.fetched(99, config(), 1ms);
    trial.run.fetched(-1, config(), 1ms);
    trial.tick(5000ms);
    trial.fetched("autoconfig.example.jp", config());
    CHECK(trial.run.result().endpoints.empty());
}

TEST_CASE("a redirect to https is followed twice, in the time of the first") {
    Trial trial;
    trial.tick(1000ms);
    trial.fetched("autoconfig.example.jp", page(302, {}, "https://conf.hoster.example/a?b=c"));
    CHECK(trial.all.back() == DiscoveryEffect{Kind::Fetch, 0, "conf.hoster.example", "/a?b=c"});
    CHECK(trial.run.wakeAt() == 5000ms);
    trial.fetched("conf.hoster.example", page(301, {}, "/b"));
    CHECK(trial.all.back() == DiscoveryEffect{Kind::Fetch, 0, "conf.hoster.example", "/b"});
    SECTION("and what it leads to is used, with the place it came from") {
        trial.fetched("conf.hoster.example", config());
        trial.nothingElse();
        CHECK(trial.run.result().endpoints.at(0).source == "https://conf.hoster.example/b");
        CHECK(trial.run.result().findings.at(0) ==
              Message{"discovery-config-found", {{"host", "conf.hoster.example"}}});
    }
    SECTION("a third one is not followed") {
        const std::size_t before = trial.all.size();
        trial.fetched("conf.hoster.example", page(301, {}, "/c"));
        CHECK(trial.all.size() == before);
        trial.nothingElse();
        CHECK(trial.codes().count("discovery-redirect-not-used") == 1);
        CHECK(trial.run.result().endpoints.empty());
    }
}

TEST_CASE("a redirect to a place that is not secure is not followed") {
    for (const char* location :
         {"http://autoconfig.example.jp/mail/config-v1.1.xml", "HTTP://example.jp/", "ftp://example.jp/", "",
          "//example.jp/x", "x.xml", "https://taro@example.jp/", "https://example.jp:8443/", "https://192.0.2.1/",
          "https://[::1]/", "https://localhost/", "https://example.jp/a b", "https://example.jp/\r\nHost: x",
          "javascript:alert(1)", "file:///etc/passwd", "https://", "https:///x",
          "https://example.jp\\@evil.example/"}) {
        CAPTURE(location);
        Trial trial;
        const std::size_t before = trial.all.size();
        trial.fetched("autoconfig.example.jp", page(302, {}, location));
        CHECK(trial.all.size() == before);
        trial.nothingElse();
        CHECK(trial.codes().count("discovery-redirect-not-used") == 1);
    }
    CHECK(secureTarget("HTTPS://Conf.Example.JP:443", "a.jp") ==
          std::pair<std::string, std::string>("conf.example.jp", "/"));
    CHECK_FALSE(secureTarget("https://example.jp/" + std::string(2000, 'a'), "a.jp"));
}

TEST_CASE("a place whose certificate cannot be trusted gives nothing, and that is said") {
    Trial trial;
    trial.fetched("autoconfig.example.jp", {Fetched::Result::NotTrusted, 200, {}, config().body});
    trial.nothingElse();
    CHECK(trial.run.result().endpoints.empty());
    CHECK(trial.codes() == Codes{"discovery-not-trusted", "discovery-nothing-found", "discovery-ispdb-not-asked"});
}

TEST_CASE("a config that is refused is said with its reason; a web page for everything is not") {
    const auto after = [](const Fetched& answer) {
        Trial trial;
        trial.fetched("example.jp", answer);
        trial.nothingElse();
        CHECK(trial.run.result().endpoints.empty());
        return trial.codes();
    };
    const Codes nothing{"discovery-nothing-found", "discovery-ispdb-not-asked"};
    const auto with = [&](Codes codes) {
        codes.insert(nothing.begin(), nothing.end());
        return codes;
    };
    CHECK(after(page(200, "<!DOCTYPE html><html>not found</html>")) == nothing);
    CHECK(after(page(404, config().body)) == nothing);
    CHECK(after(page(500, config().body)) == nothing);
    CHECK(after({Fetched::Result::Failed, 200, {}, config().body}) == nothing);
    CHECK(after(page(200, config().body + std::string(limits::PublishedConfig, ' '))) ==
          with({"discovery-config-not-used", "discovery-config-too-large"}));
    CHECK(after(page(200, "<!DOCTYPE c>" + config().body)) ==
          with({"discovery-config-not-used", "discovery-config-doctype"}));
}

TEST_CASE("what is wrong at one place does not matter once another has the settings") {
    Trial trial;
    trial.fetched("autoconfig.example.jp", {Fetched::Result::NotTrusted, 0, {}, {}});
    trial.fetched("example.jp", config());
    trial.nothingElse();
    CHECK(trial.codes() == Codes{"discovery-config-found"});
}

TEST_CASE("servers in DNS stand behind those of a config, each once") {
    Trial trial;
    trial.services("_pop3s._tcp", {{"pop.example.jp", 995, 0, 0}, {"pop2.example.jp", 995, 1, 0}});
    trial.fetched("autoconfig.example.jp", config());
    trial.nothingElse();
    const auto endpoints = trial.run.result().endpoints;
    REQUIRE(endpoints.size() == 4);
    CHECK(endpoints[0].source.starts_with("https://"));
    CHECK(endpoints[3].host == "pop2.example.jp");
    CHECK(trial.codes() == Codes{"discovery-config-found", "discovery-srv-found"});
}

TEST_CASE("a service that is declared not to be there is said, unless another name has it") {
    Trial trial;
    trial.services("_pop3._tcp", {{".", 0, 0, 0}});
    trial.services("_imap._tcp", {{".", 0, 0, 0}});
    trial.services("_imaps._tcp", {{"imap.example.jp", 993, 0, 0}});
    trial.nothingElse();
    const auto findings = trial.run.result().findings;
    REQUIRE(findings.size() == 2);
    CHECK(findings[1] == Message{"discovery-not-offered", {{"domain", "example.jp"}, {"protocol", "POP3"}}});
}

TEST_CASE("mail exchanges: known, unknown, and none at all") {
    Trial known;
    known.exchanges({{"mx.hoster.example", 10}});
    CHECK(known.run.wakeAt() == 1000ms);
    CHECK(known.run.result().mxProvider == "hoster");
    CHECK(known.run.result().mxHost == "mx.hoster.example");
    Trial unknown;
    unknown.exchanges({{"mx.nobody.example", 10}});
    unknown.nothingElse();
    CHECK(unknown.codes() == Codes{"discovery-mx-unknown", "discovery-nothing-found", "discovery-ispdb-not-asked"});
    Trial none;
    none.exchanges({{".", 0}});
    none.nothingElse();
    CHECK(none.codes().count("discovery-mx-none") == 1);
}

TEST_CASE("Thunderbird's database is asked only after a yes, last, by the domain alone") {
    Trial without;
    without.nothingElse();
    CHECK(without.run.finished());
    CHECK(without.id("autoconfig.thunderbird.net") == -1);

    Trial with({true, limits::Discovery});
    CHECK(with.id("autoconfig.thunderbird.net") == -1);
    with.tick(5000ms);
    CHECK_FALSE(with.run.finished());
    CHECK(with.all.back() == DiscoveryEffect{Kind::Fetch, 9, "autoconfig.thunderbird.net", "/v1.1/example.jp"});
    with.fetched("autoconfig.thunderbird.net", config());
    CHECK(with.run.finished());
    CHECK(with.codes() == Codes{"discovery-ispdb-found"});
    CHECK(with.run.result().endpoints.size() == 3);
}

TEST_CASE("Thunderbird's database is not asked where the domain answered or the person left") {
    Trial own({true, limits::Discovery});
    own.fetched("autoconfig.example.jp", config());
    own.nothingElse();
    CHECK(own.run.finished());
    CHECK(own.id("autoconfig.thunderbird.net") == -1);
    Trial left({true, limits::Discovery});
    left.run.cancel(100ms);
    left.take();
    CHECK(left.run.finished());
    CHECK(left.id("autoconfig.thunderbird.net") == -1);
    CHECK(left.count(Kind::Drop) == 9);
}

TEST_CASE("all together never takes longer than ten seconds, or what the caller has") {
    Trial all({true, limits::Discovery});
    all.tick(5000ms);
    all.fetched("autoconfig.thunderbird.net", page(302, {}, "https://a.example/"));
    CHECK(all.run.wakeAt() == 10000ms);
    all.tick(10000ms);
    CHECK(all.run.finished());
    Trial hurried({true, 2000ms});
    CHECK(hurried.run.wakeAt() == 2000ms);
    hurried.tick(2000ms);
    CHECK(hurried.run.finished());
}
