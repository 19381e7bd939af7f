#include "cli/options.h"

#include "support/catch.h"

#include <QCommandLineParser>

#include <string>

using namespace yomikae;
using namespace yomikae::cli;

namespace {

Result<CheckOptions> parsed(const QStringList& words) {
    QCommandLineParser parser;
    addCheckOptions(parser, Language::English);
    REQUIRE(parser.parse(QStringList{"yomikae-cli"} + words));
    return checkOptions(parser);
}

std::string sha() {
    return std::string(64, 'a');
}

} // namespace

TEST_CASE("a host and a port are taken apart, IPv6 literals in brackets") {
    CHECK(hostAndPort("Mail.example.test:110") == std::pair<std::string, std::uint16_t>("mail.example.test", 110));
    CHECK(hostAndPort("192.0.2.1:25") == std::pair<std::string, std::uint16_t>("192.0.2.1", 25));
    CHECK(hostAndPort("[2001:db8::1]:995") == std::pair<std::string, std::uint16_t>("2001:db8::1", 995));
    for (const char* bad :
         {"", "mail.example.test", "mail.example.test:", "mail.example.test:0", "mail.example.test:65536",
          "mail.example.test:1x", ":110", "2001:db8::1:995", "mail example.test:110", "*.example.test:110"}) {
        INFO(bad);
        CHECK_FALSE(hostAndPort(bad));
    }
}

TEST_CASE("a rule for resolving is a host, a port and an address") {
    const auto rule = resolveRule("secure.plala.or.jp:995:127.0.0.1");
    REQUIRE(rule);
    CHECK(rule->host == "secure.plala.or.jp");
    CHECK(rule->port == 995);
    CHECK(rule->address == "127.0.0.1");
    CHECK(resolveRule("a.example.test:1:::1")->address == "::1");
    CHECK(resolveRule("a.example.test:1:[::1]")->address == "::1");
    for (const char* bad : {"", "a.example.test:1", "a.example.test:1:name.test", "a.example.test::127.0.0.1"})
        CHECK_FALSE(resolveRule(bad));
}

TEST_CASE("without options nothing is agreed to and two logins may be refused") {
    const auto options = parsed({});
    REQUIRE(options);
    CHECK(options->consents == Consents{});
    CHECK(options->refusedLogins == 2);
    CHECK(options->login);
    CHECK(options->preference == Preference::Pop3);
}

TEST_CASE("who names a protocol gets that one alone") {
    CHECK(parsed({"--prefer", "pop3"})->preference == Preference::OnlyPop3);
    CHECK(parsed({"--prefer", "imap"})->preference == Preference::Imap);
}

TEST_CASE("consent covers exactly the endpoints that are named") {
    const auto options =
        parsed({"--allow-cleartext", "a.example.test:110", "--allow-cleartext", "b.example.test:25", "--agree-host",
                "C.example.test", "--accept-certificate", QString::fromStdString("a.example.test:995=" + sha())});
    REQUIRE(options);
    CHECK(options->consents.cleartext ==
          std::vector<std::pair<std::string, std::uint16_t>>{{"a.example.test", 110}, {"b.example.test", 25}});
    CHECK(options->consents.hosts == std::vector<std::string>{"c.example.test"});
    REQUIRE(options->consents.certificates.size() == 1);
    CHECK(options->consents.certificates[0].second == sha());
}

TEST_CASE("a fingerprint with colons and capitals is the same fingerprint") {
    std::string colons;
    for (int i = 0; i < 32; ++i)
        colons += i == 0 ? "AA" : ":AA";
    const auto options = parsed({"--accept-certificate", QString::fromStdString("a.example.test:995=" + colons)});
    REQUIRE(options);
    CHECK(options->consents.certificates[0].second == sha());
}

TEST_CASE("every slip is told, not only the first") {
    const auto options =
        parsed({"--max-refused", "3", "--prefer", "pop", "--deadline", "0", "--allow-cleartext", "x",
                "--accept-certificate", "a.example.test:995=abc", "--resolve", "y", "--password-fd", "-1"});
    CHECK_FALSE(options);
    REQUIRE(options.problems.size() == 7);
    for (const Problem& problem : options.problems)
        CHECK(problem.code == "option-value");
    CHECK(say(options.problems[0], Language::English) ==
          "\"x\" cannot be used for --allow-cleartext. Allowed: HOST:PORT.");
    CHECK(say(options.problems[0], Language::Japanese) ==
          "--allow-cleartext に「x」は使えません。使えるのは HOST:PORT です。");
}

TEST_CASE("a password has no option of its own") {
    QCommandLineParser parser;
    addCheckOptions(parser, Language::English);
    CHECK_FALSE(parser.parse({"yomikae-cli", "--password", "himitsu"}));
}

TEST_CASE("one connection has no options of a whole certificate") {
    QCommandLineParser parser;
    addConnectionOptions(parser, Language::English);
    CHECK_FALSE(parser.parse({"yomikae-cli", "--agree-host", "a.example.test"}));
    CHECK_FALSE(parser.parse({"yomikae-cli", "--max-refused", "2"}));
    REQUIRE(parser.parse({"yomikae-cli", "--deadline", "7"}));
    CHECK(connectionOptions(parser)->deadline == std::chrono::seconds(7));
}

TEST_CASE("what a yes would cover is written as its option takes it") {
    const Endpoint endpoint{Protocol::Pop3, "a.example.test", 110, Security::None};
    CHECK(covers({ConsentKind::Cleartext, endpoint, ""}) == "a.example.test:110");
    CHECK(covers({ConsentKind::Certificate, endpoint, sha()}) == "a.example.test:110=" + sha());
    CHECK(covers({ConsentKind::Host, endpoint, ""}) == "a.example.test");
    CHECK(hostAndPort(covers({ConsentKind::Cleartext, {Protocol::Pop3, "2001:db8::1", 110, Security::None}, ""})) ==
          std::pair<std::string, std::uint16_t>("2001:db8::1", 110));
    CHECK(consentOption(ConsentKind::Certificate) == "--accept-certificate");
}
