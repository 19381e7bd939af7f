// Papers and profiles for tests: the shipped providers, and small ones made by hand.
#pragma once

#include "profile/read_profile.h"
#include "support/catch.h"
#include "support/files.h"
#include "translation/translation.h"

#include <string>

namespace yomikae::test {

inline const Catalog& shippedCatalog() {
    static const ReadCatalog read = [] {
        std::vector<ProfileText> files;
        for (const std::string& file : sourceFiles("providers", ".json"))
            if (file.find(".schema.json") == std::string::npos)
                files.push_back({file, sourceFile(file), false});
        return readCatalog(std::move(files), {2026, 11, 24});
    }();
    return read.catalog;
}

inline Certificate paperOf(const std::string& address) {
    Certificate paper;
    paper.mailAddress = address;
    return paper;
}

/// The reference case: a Plala certificate of 2004.
inline Certificate plalaPaper() {
    Certificate paper = paperOf("taro@agate.plala.or.jp");
    paper.provider = "plala";
    paper.issued = PartialDate{2004, 5, 0};
    paper.mailAccount = "taro";
    paper.mailPassword = Secret(std::string("himitsu-S3cret"));
    paper.popServer = paper.smtpServer = "agate.mail.plala.or.jp";
    paper.popPort = 110;
    paper.smtpPort = 25;
    return paper;
}

inline Translation translated(const Certificate& paper, const Catalog& catalog,
                              Preference preference = Preference::Pop3) {
    const auto result = translate(paper, catalog, preference);
    REQUIRE(result);
    return *result;
}

inline Translation translated(const Certificate& paper, Preference preference = Preference::Pop3) {
    return translated(paper, shippedCatalog(), preference);
}

inline const FieldChange& change(const Translation& translation, Field field) {
    REQUIRE(translation.changes.size() == 11);
    return translation.changes[static_cast<std::size_t>(field)];
}

/// "pop3 secure.plala.or.jp:995 tls", one a line.
inline std::string listed(const std::vector<TranslatedEndpoint>& endpoints) {
    std::string lines;
    for (const TranslatedEndpoint& e : endpoints)
        lines += toString(Endpoint{e.protocol, e.host, e.port, e.security}) + "\n";
    return lines;
}

inline bool doubts(const Translation& translation, const std::string& code) {
    for (const Doubt& doubt : translation.doubts)
        if (doubt.message.code == code)
            return true;
    return false;
}

inline ProfileEndpoint endpointOf(Protocol protocol, std::string host, std::uint16_t port, Security security) {
    ProfileEndpoint endpoint;
    endpoint.protocol = protocol;
    endpoint.host = std::move(host);
    endpoint.port = port;
    endpoint.security = security;
    endpoint.usernames = {"${address}"};
    endpoint.evidence = Evidence::Reported;
    return endpoint;
}

/// A provider of example.jp with POP3, IMAP and SMTP over TLS.
inline ProviderProfile smallProfile(const std::string& id = "rei", const std::string& domain = "example.jp") {
    ProviderProfile profile;
    profile.id = id;
    profile.names = {"れい", "Rei"};
    profile.domains = {domain};
    profile.endpoints = {endpointOf(Protocol::Pop3, "pop." + domain, 995, Security::ImplicitTls),
                         endpointOf(Protocol::Imap, "imap." + domain, 993, Security::ImplicitTls),
                         endpointOf(Protocol::Smtp, "smtp." + domain, 587, Security::StartTls)};
    return profile;
}

template <class... Profiles> Catalog catalogOf(Profiles... profiles) {
    std::vector<ProviderProfile> all;
    (all.push_back(std::move(profiles)), ...);
    return Catalog(std::move(all));
}

} // namespace yomikae::test
