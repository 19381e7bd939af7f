// What a discovery does to a translation.
#include "discovery/discovery.h"

#include "support/catch.h"
#include "words/words.h"

#include <algorithm>

using namespace yomikae;

namespace {

ProfileEndpoint endpointAt(Protocol protocol, const std::string& host, std::uint16_t port) {
    ProfileEndpoint endpoint;
    endpoint.protocol = protocol;
    endpoint.host = host;
    endpoint.port = port;
    endpoint.usernames = {"${address}"};
    endpoint.evidence = Evidence::Official;
    return endpoint;
}

ProviderProfile hoster() {
    ProviderProfile profile;
    profile.id = "hoster";
    profile.names = {"ほすたー", "Hoster"};
    profile.domains = {"hoster.example"};
    profile.hostedMx = {"mx.hoster.example"};
    profile.endpoints = {endpointAt(Protocol::Pop3, "pop.hoster.example", 995),
                         endpointAt(Protocol::Smtp, "smtp.hoster.example", 465)};
    return profile;
}

const Catalog& catalog() {
    static const Catalog known({hoster()});
    return known;
}

ReadCertificate paper(const std::string& address = "taro@own.example") {
    ReadCertificate read;
    read.certificate.mailAddress = address;
    read.certificate.popServer = "mail.own.example";
    read.doubts = {{{"read-doubt", {}}, "", 3}};
    return read;
}

Translation translated(const ReadCertificate& read) {
    return translate(read.certificate, catalog()).value.value();
}

TranslatedEndpoint proposal(Protocol protocol, const std::string& host, std::uint16_t port, Security security) {
    TranslatedEndpoint endpoint;
    endpoint.protocol = protocol;
    endpoint.host = host;
    endpoint.port = port;
    endpoint.security = security;
    endpoint.origin = HostOrigin::Discovered;
    return endpoint;
}

Discovery published() {
    Discovery found;
    found.endpoints = {proposal(Protocol::Imap, "imap.own.example", 993, Security::ImplicitTls),
                       proposal(Protocol::Pop3, "pop.own.example", 110, Security::StartTls),
                       proposal(Protocol::Pop3, "pop.own.example", 995, Security::ImplicitTls),
                       proposal(Protocol::Smtp, "smtp.own.example", 465, Security::ImplicitTls)};
    found.findings = {{"discovery-config-found", {{"host", "autoconfig.own.example"}}}};
    return found;
}

std::string hosts(const std::vector<TranslatedEndpoint>& endpoints) {
    std::string text;
    for (const TranslatedEndpoint& e : endpoints)
        text += (text.empty() ? "" : ", ") + e.host + ":" + std::to_string(e.port);
    return text;
}

const Doubt* doubt(const Translation& translation, const std::string& code) {
    const auto found = std::find_if(translation.doubts.begin(), translation.doubts.end(),
                                    [&](const Doubt& one) { return one.message.code == code; });
    return found == translation.doubts.end() ? nullptr : &*found;
}

} // namespace

TEST_CASE("an unknown provider is worth asking for, a known one with servers is not") {
    CHECK(isWorthDiscovering(translated(paper())));
    CHECK_FALSE(isWorthDiscovering(translated(paper("taro@hoster.example"))));
}

TEST_CASE("a provider without a server of today is worth asking for, unless it has ended") {
    Translation translation = translated(paper("taro@hoster.example"));
    translation.incoming.clear();
    translation.outgoing.clear();
    CHECK(isWorthDiscovering(translation));
    for (const ServiceState gone : {ServiceState::Ended, ServiceState::Impossible}) {
        translation.status->state = gone;
        CHECK_FALSE(isWorthDiscovering(translation));
    }
    translation.status->state = ServiceState::Closing;
    CHECK(isWorthDiscovering(translation));
}

TEST_CASE("what is found stands before the paper's servers, the preferred protocol and TLS first") {
    const ReadCertificate read = paper();
    const Translation pop = withDiscovery(translated(read), read, catalog(), published(), Preference::Pop3);
    CHECK(hosts(pop.incoming) ==
          "pop.own.example:995, pop.own.example:110, imap.own.example:993, mail.own.example:110");
    CHECK(hosts(pop.outgoing) == "smtp.own.example:465");
    const Translation imap = withDiscovery(translated(read), read, catalog(), published(), Preference::Imap);
    CHECK(hosts(imap.incoming) ==
          "imap.own.example:993, pop.own.example:995, pop.own.example:110, mail.own.example:110");
}

TEST_CASE("findings become doubts about the address") {
    const ReadCertificate read = paper();
    const Translation out = withDiscovery(translated(read), read, catalog(), published(), Preference::Pop3);
    const Doubt* found = doubt(out, "discovery-config-found");
    REQUIRE(found);
    CHECK(found->field == "mail_address");
    CHECK(say(found->message, Language::English).find("autoconfig.own.example") != std::string::npos);
}

TEST_CASE("a server that is known already keeps its place and its origin") {
    Discovery found;
    found.endpoints = {proposal(Protocol::Pop3, "pop.hoster.example", 995, Security::ImplicitTls)};
    const ReadCertificate read = paper("taro@hoster.example");
    const Translation before = translated(read);
    const Translation after = withDiscovery(before, read, catalog(), found, Preference::Pop3);
    CHECK(after.incoming == before.incoming);
}

TEST_CASE("a domain whose mail a known provider takes is translated as that provider's, and its hosts ask") {
    Discovery found;
    found.mxProvider = "hoster";
    found.mxHost = "mx.hoster.example";
    const ReadCertificate read = paper();
    const Translation out = withDiscovery(translated(read), read, catalog(), found, Preference::Pop3);
    CHECK(out.provider == "hoster");
    CHECK(hosts(out.incoming) == "pop.hoster.example:995, mail.own.example:110");
    CHECK(out.incoming.at(0).origin == HostOrigin::Discovered);
    CHECK(out.incoming.at(0).usernames == std::vector<std::string>{"taro@own.example"});
    CHECK(out.incoming.at(1).origin == HostOrigin::Paper);
    CHECK(out.outgoing.at(0).origin == HostOrigin::Discovered);
    CHECK(doubt(out, "read-doubt"));
    const Doubt* said = doubt(out, "discovery-mx-known");
    REQUIRE(said);
    CHECK(say(said->message, Language::Japanese).find("ほすたー") != std::string::npos);
    CHECK(say(said->message, Language::English).find("Hoster (mx.hoster.example)") != std::string::npos);
}

TEST_CASE("a forged MX record never lifts the question for a host of the paper") {
    Discovery found;
    found.mxProvider = "hoster";
    ReadCertificate read = paper();
    read.certificate.popServer = "pop.hoster.example";
    read.certificate.popPort = 10110;
    const Catalog without;
    const Translation unknown = translate(read.certificate, without).value.value();
    for (const TranslatedEndpoint& e : withDiscovery(unknown, read, catalog(), found, Preference::Pop3).incoming) {
        CHECK(e.origin != HostOrigin::Profile);
        CHECK_FALSE(e.knownOldHost);
    }
}

TEST_CASE("a provider that is known stays, and another that takes the mail is named") {
    ProviderProfile other = hoster();
    other.id = "other";
    other.names = {"べつ", "Other"};
    other.domains = {"other.example"};
    other.hostedMx = {"mx.other.example"};
    const Catalog both({hoster(), other});
    Discovery found;
    found.mxProvider = "other";
    found.mxHost = "mx.other.example";
    const ReadCertificate read = paper("taro@hoster.example");
    const Translation before = translate(read.certificate, both).value.value();
    const Translation out = withDiscovery(before, read, both, found, Preference::Pop3);
    CHECK(out.provider == "hoster");
    CHECK(doubt(out, "discovery-mx-other"));
    found.mxProvider = "hoster";
    CHECK_FALSE(doubt(withDiscovery(before, read, both, found, Preference::Pop3), "discovery-mx-other"));
}
