// What a run may say about a profile without saying anything about the person.
#include "verdict/make_confirmation.h"

#include "support/catch.h"
#include "verdict/attempts.h"

using namespace yomikae;
using namespace yomikae::test;

namespace {

constexpr PartialDate Today{2026, 11, 24};

TranslatedEndpoint named(Protocol protocol, const std::string& host, std::uint16_t port, NamedBy by) {
    TranslatedEndpoint endpoint;
    endpoint.protocol = protocol;
    endpoint.host = host;
    endpoint.port = port;
    endpoint.usernames = {"taro@example.test", "taro"};
    by.usernames = {"${address}", "${local}"};
    endpoint.named = std::move(by);
    return endpoint;
}

/// A hoster's customer: the host name holds a word of the person's own.
Translation hosted() {
    Translation translation = provider();
    translation.incoming = {
        named(Protocol::Pop3, "taro-mail.sakura.example", 995, {"sakura", "", "${initial_domain}.sakura.example", {}})};
    translation.outgoing = {
        named(Protocol::Smtp, "taro-mail.sakura.example", 465, {"sakura", "", "${initial_domain}.sakura.example", {}})};
    return translation;
}

Attempt login(Protocol protocol, std::uint16_t port, const std::string& host = "taro-mail.sakura.example") {
    Attempt attempt = Try(protocol, port, host).ends(Outcome::LoginOk);
    attempt.mechanism = Mechanism::Plain;
    attempt.username = "taro@example.test";
    return attempt;
}

} // namespace

TEST_CASE("a proven pair is told in the profile's words; nothing of the person's own is in the text") {
    const auto made =
        makeConfirmation(hosted(), run({login(Protocol::Pop3, 995), login(Protocol::Smtp, 465)}), Today, "0.1.0");
    REQUIRE(made);
    CHECK(made->provider == "sakura");
    CHECK(made->program == "yomikae 0.1.0");
    CHECK(made->date == Today);
    REQUIRE(made->endpoints.size() == 2);
    CHECK(made->endpoints[0] == ConfirmedEndpoint{Protocol::Pop3, "${initial_domain}.sakura.example", 995,
                                                  Security::ImplicitTls, Mechanism::Plain, "${address}"});
    const std::string text = confirmationJson(*made);
    CHECK(text.find("taro") == std::string::npos);
    CHECK(text.find("example.test") == std::string::npos);
}

TEST_CASE("the form of the user name that worked is told, not the first one") {
    Attempt attempt = login(Protocol::Pop3, 995);
    attempt.username = "taro";
    const auto made = makeConfirmation(hosted(), run({attempt}), Today, "0.1.0");
    REQUIRE(made);
    CHECK(made->endpoints[0].username == "${local}");
}

TEST_CASE("another port of a host that the profile names is told as it is") {
    const auto made = makeConfirmation(hosted(), run({login(Protocol::Smtp, 587)}), Today, "0.1.0");
    REQUIRE(made);
    CHECK(made->endpoints[0].port == 587);
    CHECK(made->endpoints[0].security == Security::StartTls);
    CHECK(made->endpoints[0].host == "${initial_domain}.sakura.example");
}

TEST_CASE("an endpoint of a variant says which, and a profile that hands over says whose") {
    Translation translation = hosted();
    translation.provider = "plala";
    translation.incoming[0].named.variant = "rs";
    const auto made = makeConfirmation(translation, run({login(Protocol::Pop3, 995)}), Today, "0.1.0");
    REQUIRE(made);
    CHECK(made->provider == "sakura");
    CHECK(made->variant == "rs");
}

TEST_CASE("what is no proof of the server is left out") {
    const auto none = [](const Attempt& attempt) {
        return !makeConfirmation(hosted(), run({attempt}), Today, "0.1.0").has_value();
    };
    CHECK_FALSE(none(login(Protocol::Pop3, 995)));
    Attempt refused = login(Protocol::Pop3, 995);
    refused.outcome = Outcome::AuthRejected;
    CHECK(none(refused));
    Attempt clear = login(Protocol::Pop3, 110);
    clear.candidate.endpoint.security = Security::None;
    clear.tls.reset();
    CHECK(none(clear));
    Attempt agreed = login(Protocol::Pop3, 995);
    agreed.tls->faults = {CertificateFault::Expired};
    CHECK(none(agreed));
}

TEST_CASE("a server that no profile names, and a name that the person typed, are left out") {
    const auto none = [](const Attempt& attempt) {
        return !makeConfirmation(hosted(), run({attempt}), Today, "0.1.0").has_value();
    };
    CHECK(none(login(Protocol::Pop3, 995, "mail.taro-and-co.example")));
    Attempt own = login(Protocol::Pop3, 995);
    own.username = "someone-else";
    CHECK(none(own));
    CHECK(none(login(Protocol::Imap, 993))); // the same host, but no profile says that it speaks IMAP
}

TEST_CASE("the same login twice is told once") {
    const auto made =
        makeConfirmation(hosted(), run({login(Protocol::Pop3, 995), login(Protocol::Pop3, 995)}), Today, "0.1.0");
    REQUIRE(made);
    CHECK(made->endpoints.size() == 1);
}
