// The practice provider as a client meets it: real sockets on loopback, real TLS.
#include "certificate/read_certificate.h"
#include "practice/practice_client.h"
#include "profile/read_profile.h"
#include "support/catch.h"
#include "support/files.h"
#include "tls/certificate_gate.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QNetworkProxy>
#include <QTcpServer>

#include <set>

using namespace yomikae;
using namespace yomikae::test;

namespace {

constexpr const char* Pop = "pop.renshu.example";
constexpr const char* SmtpName = "smtp.renshu.example";
constexpr const char* RightPlain = "AHRhcm9AcmVuc2h1LmV4YW1wbGUAcmVuc2h1NzQzNg==";

} // namespace

TEST_CASE("modern: POP3 with TLS from the first byte") {
    Practice practice(PracticeScenario::Modern);
    PracticeClient client(practice, Pop, practice.ports.pop3s);
    REQUIRE(client.beginTls());
    CHECK(client.tls().faults.empty());
    CHECK(client.line() == "+OK Renshu POP3 ready");
    CHECK(client.ask("USER taro@renshu.example") == "+OK");
    CHECK(client.ask("PASS renshu7436") == "+OK Logged in.");
    CHECK(client.ask("STAT").rfind("+OK 1 ", 0) == 0);
    CHECK(client.ask("QUIT") == "+OK Bye.");
    CHECK(client.closed());
}

TEST_CASE("modern: POP3 with STLS") {
    Practice practice(PracticeScenario::Modern);
    PracticeClient client(practice, Pop, practice.ports.pop3);
    CHECK(client.line() == "+OK Renshu POP3 ready");
    CHECK(client.list("CAPA") == "+OK|TOP|UIDL|RESP-CODES|AUTH-RESP-CODE|STLS|SASL");
    CHECK(client.ask("STLS") == "+OK Begin TLS negotiation now.");
    REQUIRE(client.beginTls());
    CHECK(client.tls().faults.empty());
    CHECK(client.list("CAPA") == "+OK|TOP|UIDL|RESP-CODES|AUTH-RESP-CODE|USER|SASL PLAIN LOGIN");
    CHECK(client.ask(std::string("AUTH PLAIN ") + RightPlain) == "+OK Logged in.");
}

TEST_CASE("modern: SMTP with TLS from the first byte, and a mail to oneself comes back") {
    Practice practice(PracticeScenario::Modern);
    PracticeClient smtp(practice, SmtpName, practice.ports.smtps);
    REQUIRE(smtp.beginTls());
    CHECK(smtp.tls().faults.empty());
    CHECK(smtp.line() == "220 smtp.renshu.example ESMTP Renshu");
    smtp.reply("EHLO [127.0.0.1]");
    CHECK(smtp.ask(std::string("AUTH PLAIN ") + RightPlain) == "235 2.7.0 Authentication successful");
    smtp.ask("MAIL FROM:<taro@renshu.example>");
    smtp.ask("RCPT TO:<taro@renshu.example>");
    smtp.ask("DATA");
    CHECK(smtp.ask("Subject: to myself\r\n\r\nhello\r\n.") == "250 2.0.0 Ok: delivered");

    PracticeClient pop(practice, Pop, practice.ports.pop3s);
    REQUIRE(pop.beginTls());
    pop.line();
    pop.ask(std::string("AUTH PLAIN ") + RightPlain);
    CHECK(pop.ask("RETR 2") == "+OK");
    CHECK(pop.line() == "Subject: to myself");
}

TEST_CASE("modern: SMTP with STARTTLS") {
    Practice practice(PracticeScenario::Modern);
    PracticeClient client(practice, SmtpName, practice.ports.submission);
    CHECK(client.line() == "220 smtp.renshu.example ESMTP Renshu");
    CHECK(client.reply("EHLO [127.0.0.1]") ==
          "250-smtp.renshu.example|250-STARTTLS|250-ENHANCEDSTATUSCODES|250 SIZE 65536");
    CHECK(client.ask("STARTTLS") == "220 2.0.0 Ready to start TLS");
    REQUIRE(client.beginTls());
    CHECK(client.reply("EHLO [127.0.0.1]") ==
          "250-smtp.renshu.example|250-AUTH PLAIN LOGIN|250-ENHANCEDSTATUSCODES|250 SIZE 65536");
    CHECK(client.ask(std::string("AUTH PLAIN ") + RightPlain) == "235 2.7.0 Authentication successful");
}

TEST_CASE("wrong-password: what the paper says is refused, POP3 and SMTP") {
    Practice practice(PracticeScenario::WrongPassword);
    PracticeClient pop(practice, Pop, practice.ports.pop3s);
    REQUIRE(pop.beginTls());
    pop.line();
    pop.ask("USER taro@renshu.example");
    CHECK(pop.ask("PASS " + practice.provider.paperPassword()) == "-ERR [AUTH] Authentication failed.");
    CHECK(pop.ask("USER taro@renshu.example") == "+OK");
    CHECK(pop.ask("PASS " + practice.provider.account().password) == "+OK Logged in.");

    PracticeClient smtp(practice, SmtpName, practice.ports.smtps);
    REQUIRE(smtp.beginTls());
    smtp.line();
    smtp.reply("EHLO [127.0.0.1]");
    CHECK(smtp.ask(std::string("AUTH PLAIN ") + RightPlain) == "535 5.7.8 Error: authentication failed");
}

TEST_CASE("op25b: the port that stands for 25 is silent, the others work") {
    Practice practice(PracticeScenario::Op25b);
    REQUIRE(practice.ports.smtp != 0);
    QCoreApplication::processEvents();
    QTcpSocket socket;
    socket.setProxy(QNetworkProxy::NoProxy);
    socket.connectToHost(QStringLiteral("127.0.0.1"), practice.ports.smtp);
    const auto settled = [&] { return socket.state() != QAbstractSocket::ConnectingState; };
    CHECK_FALSE(waitFor(settled, std::chrono::milliseconds(2500))); // neither connected nor refused

    PracticeClient other(practice, SmtpName, practice.ports.submission);
    CHECK(other.line() == "220 smtp.renshu.example ESMTP Renshu");
}

TEST_CASE("old-paper: no TLS, and the name from the paper") {
    Practice practice(PracticeScenario::OldPaper);
    CHECK(practice.ports.pop3s == 0);
    CHECK(practice.ports.submission == 0);
    PracticeClient pop(practice, Pop, practice.ports.pop3);
    pop.line();
    CHECK(pop.list("CAPA") == "+OK|TOP|UIDL|RESP-CODES|AUTH-RESP-CODE|USER|SASL PLAIN LOGIN");
    CHECK(pop.ask("USER taro") == "+OK");
    CHECK(pop.ask("PASS renshu7436") == "+OK Logged in.");
    PracticeClient smtp(practice, SmtpName, practice.ports.smtp);
    smtp.line();
    smtp.reply("EHLO [127.0.0.1]");
    CHECK(smtp.ask("AUTH PLAIN AHRhcm8AcmVuc2h1NzQzNg==") == "235 2.7.0 Authentication successful");
}

TEST_CASE("expired-certificate: nothing is wrong but the dates") {
    Practice practice(PracticeScenario::ExpiredCertificate);
    PracticeClient client(practice, Pop, practice.ports.pop3s);
    REQUIRE(client.beginTls());
    CHECK(client.tls().faults == std::vector<CertificateFault>{CertificateFault::Expired});
}

TEST_CASE("bytes behind STLS end the connection") {
    Practice practice(PracticeScenario::Modern);
    PracticeClient client(practice, Pop, practice.ports.pop3);
    client.line();
    client.send("STLS\r\nCAPA\r\n");
    CHECK(client.line() == "+OK Begin TLS negotiation now.");
    CHECK(client.closed());
}

TEST_CASE("plain words on a TLS port end the connection") {
    Practice practice(PracticeScenario::Modern);
    PracticeClient client(practice, Pop, practice.ports.pop3s);
    client.send("CAPA\r\nCAPA\r\n");
    CHECK(client.closed());
}

TEST_CASE("a line without an end is cut off") {
    Practice practice(PracticeScenario::Modern);
    PracticeClient client(practice, Pop, practice.ports.pop3);
    client.line();
    client.send(std::string(9000, 'x'));
    CHECK(client.closed());
}

TEST_CASE("a silent client and a client that stays too long are sent away") {
    PracticeLimits limits;
    limits.idle = std::chrono::milliseconds(200);
    Practice silent(PracticeScenario::Modern, limits);
    PracticeClient one(silent, Pop, silent.ports.pop3);
    CHECK(one.closed());

    limits.idle = std::chrono::seconds(60);
    limits.whole = std::chrono::milliseconds(200);
    Practice hasty(PracticeScenario::Modern, limits);
    PracticeClient two(hasty, Pop, hasty.ports.pop3s);
    CHECK(two.closed());
}

TEST_CASE("connections are counted, and places come free again") {
    PracticeLimits limits;
    limits.connections = 2;
    Practice practice(PracticeScenario::Modern, limits);
    auto first = std::make_unique<PracticeClient>(practice, Pop, practice.ports.pop3);
    PracticeClient second(practice, Pop, practice.ports.pop3);
    CHECK_FALSE(first->line().empty());
    CHECK_FALSE(second.line().empty());
    PracticeClient third(practice, Pop, practice.ports.pop3);
    CHECK(third.closed());
    CHECK(first->ask("QUIT") == "+OK Bye.");
    CHECK(first->closed());
    first.reset();
    PracticeClient fourth(practice, Pop, practice.ports.pop3);
    CHECK(fourth.line() == "+OK Renshu POP3 ready");
}

TEST_CASE("it listens on loopback only") {
    Practice practice(PracticeScenario::Op25b);
    const auto servers = practice.provider.findChildren<QTcpServer*>();
    CHECK(servers.size() == 5);
    for (QTcpServer* server : servers)
        CHECK(server->serverAddress() == QHostAddress(QHostAddress::LocalHost));
}

TEST_CASE("a provider can be stopped and started again, with another certificate authority") {
    Practice practice(PracticeScenario::Modern);
    const std::string before = practice.provider.caPem();
    practice.provider.stop();
    QTcpSocket socket;
    socket.setProxy(QNetworkProxy::NoProxy);
    socket.connectToHost(QStringLiteral("127.0.0.1"), practice.ports.pop3);
    CHECK(waitFor([&] { return socket.error() == QAbstractSocket::ConnectionRefusedError; }));
    REQUIRE(practice.provider.start(PracticeScenario::Modern));
    CHECK(practice.provider.caPem() != before);
}

TEST_CASE("the generated profile is a good one in every scenario") {
    for (const PracticeScenario scenario : allPracticeScenarios()) {
        Practice practice(scenario);
        INFO(name(scenario));
        const auto profile = readProfile(practice.provider.profile(), "renshu.json");
        for (const Problem& problem : profile.problems)
            UNSCOPED_INFO(problem.code << ' ' << problem.place.pointer << ' ' << problem.found);
        CHECK(profile.problems.empty());
        REQUIRE(profile);
        CHECK(profile->id == "renshu");
        CHECK(profile->onlyThesePorts);
        std::set<std::pair<std::string, std::uint16_t>> named;
        for (const ProfileEndpoint& endpoint : profile->endpoints) {
            CHECK(endpoint.port >= 1024);
            named.insert({endpoint.host, endpoint.port});
        }
        std::set<std::pair<std::string, std::uint16_t>> resolved;
        for (const auto& [place, address] : practice.provider.resolve()) {
            CHECK(address == "127.0.0.1");
            resolved.insert(place);
        }
        CHECK(named == resolved);
    }
}

TEST_CASE("the practice paper reads the same as text and as JSON, without a doubt") {
    Practice practice(PracticeScenario::Modern);
    const auto labels = readLabels(sourceFile("resources/labels.json"), "labels.json");
    REQUIRE(labels);
    for (const std::string& bytes : {practice.provider.certificateJson(), practice.provider.paperText()}) {
        const auto read = readCertificate(bytes, "paper", *labels);
        REQUIRE(read);
        for (const Doubt& doubt : read->doubts)
            UNSCOPED_INFO(doubt.message.code << ' ' << doubt.field << ' ' << doubt.line);
        CHECK(read->doubts.empty());
        CHECK(read->certificate.mailAddress == "taro@renshu.example");
        CHECK(read->certificate.mailAccount == "taro");
        CHECK(read->certificate.mailPassword.size() == practice.provider.paperPassword().size());
        CHECK(read->certificate.popServer == "pop.renshu.example");
        CHECK(read->certificate.smtpServer == "smtp.renshu.example");
    }
}

TEST_CASE("the files hold what a check needs") {
    Practice practice(PracticeScenario::Modern);
    std::set<std::string> names;
    for (const PracticeFile& file : practice.provider.files()) {
        names.insert(file.name);
        CHECK_FALSE(file.text.empty());
    }
    CHECK(names == std::set<std::string>{"ca.pem", "certificate.json", "paper.txt", "profiles/renshu.json"});
}

TEST_CASE("every scenario has a word of its own") {
    for (const PracticeScenario scenario : allPracticeScenarios())
        CHECK(practiceScenarioNamed(name(scenario)) == scenario);
    CHECK_FALSE(practiceScenarioNamed("Modern"));
    CHECK_FALSE(practiceScenarioNamed(""));
}
