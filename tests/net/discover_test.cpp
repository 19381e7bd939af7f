// Discovery over real TLS on loopback: what is sent, and what is not used.
#include "net/discover.h"

#include "base/limits.h"
#include "net/discover_dns.h"
#include "support/catch.h"
#include "support/files.h"
#include "support/test_ca.h"
#include "support/tls_server.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUdpSocket>

#include <algorithm>
#include <functional>
#include <map>
#include <memory>

using namespace yomikae;
using yomikae::test::Recipe;
using yomikae::test::sourceFile;
using yomikae::test::testCa;

namespace {

/// Nobody answers questions there, and nothing leaves loopback.
const std::string NoNameServer = "127.0.0.1";
const std::string Autoconfig = "autoconfig.example.jp";
const std::string WellKnown = "example.jp";

QCoreApplication& application() {
    static int argc = 1;
    static char name[] = "net_test";
    static char* argv[] = {name, nullptr};
    static QCoreApplication app(argc, argv);
    return app;
}

void until(const std::function<bool()>& condition, int most) {
    QElapsedTimer since;
    since.start();
    while (!condition() && since.elapsed() < most)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
}

Recipe recipeFor(const std::string& host) {
    Recipe recipe;
    recipe.commonName = host;
    recipe.names = {host};
    return recipe;
}

/// One https server on loopback. Without an answer it takes the request and stays silent.
class WebServer {
  public:
    explicit WebServer(const test::Identity& identity, std::string answer = {}) : answer_(std::move(answer)) {
        application();
        settings_.identity = identity;
        QObject::connect(&tcp_, &QTcpServer::newConnection, [this] { welcome(tcp_.nextPendingConnection()); });
        REQUIRE(tcp_.listen(QHostAddress::LocalHost));
    }
    FetchRoute routeFor(const std::string& host) const { return {host, "127.0.0.1", tcp_.serverPort()}; }

    test::TlsServerSettings settings_;
    std::vector<std::string> requests; ///< what came through TLS
    std::vector<std::string> asked;    ///< the name in the TLS hello

  private:
    void welcome(QTcpSocket* socket) {
        auto tls = std::make_shared<test::TlsServer>(settings_);
        QObject::connect(socket, &QTcpSocket::readyRead, [this, socket, tls] {
            tls->receive(socket->readAll().toStdString());
            const std::string heard = tls->takePlaintext();
            if (!heard.empty()) {
                requests.push_back(heard);
                asked.push_back(tls->serverName());
                if (!answer_.empty())
                    tls->write(answer_);
            }
            socket->write(QByteArray::fromStdString(tls->takeCiphertext()));
        });
    }
    QTcpServer tcp_;
    std::string answer_;
};

std::string answer(const std::string& status, const std::string& headers, const std::string& body) {
    return "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" +
           body;
}

std::string config() {
    return sourceFile("tests/discovery/configs/whole.xml");
}

struct Run {
    Catalog catalog;
    QElapsedTimer clock;
    std::unique_ptr<DiscoveryDriver> driver;
    int finishes = 0;

    /// A host without a route leads to a closed port.
    explicit Run(std::vector<FetchRoute> routes, const std::string& nameServer = NoNameServer,
                 const std::string& caPem = testCa().pem()) {
        application();
        for (const std::string& host : {Autoconfig, WellKnown, std::string("autoconfig.thunderbird.net")})
            routes.push_back({host, "127.0.0.1", 1});
        DiscoverySettings settings;
        settings.address = {"secret-local", "example.jp"};
        settings.routes = std::move(routes);
        settings.caPem = caPem;
        settings.nameServer = nameServer;
        driver = std::make_unique<DiscoveryDriver>(settings, catalog);
        QObject::connect(driver.get(), &DiscoveryDriver::finished, [this] { ++finishes; });
        clock.start();
        driver->start();
    }
    Discovery wait(int most = 8000) {
        until([this] { return finishes > 0; }, most);
        REQUIRE(finishes == 1);
        return driver->discovery();
    }
};

bool says(const Discovery& discovery, const std::string& code) {
    return std::any_of(discovery.findings.begin(), discovery.findings.end(),
                       [&](const Message& finding) { return finding.code == code; });
}

} // namespace

TEST_CASE("a config is fetched over https from the address, and verified for the host") {
    WebServer server(testCa().issue(recipeFor(Autoconfig)), answer("200 OK", "", config()));
    Run run({server.routeFor(Autoconfig)});
    const Discovery found = run.wait();
    CHECK(found.endpoints.size() == 3);
    CHECK(found.endpoints.at(0).source == "https://autoconfig.example.jp/mail/config-v1.1.xml");
    CHECK(says(found, "discovery-config-found"));
    CHECK(server.asked == std::vector<std::string>{Autoconfig});
}

TEST_CASE("a request says the host and the path, and nothing of the person") {
    WebServer server(testCa().issue(recipeFor(WellKnown)), answer("200 OK", "Set-Cookie: a=b\r\n", config()));
    Run run({server.routeFor(WellKnown)});
    run.wait();
    REQUIRE(server.requests.size() == 1);
    const std::string& request = server.requests[0];
    CHECK(request.starts_with("GET /.well-known/autoconfig/mail/config-v1.1.xml HTTP/1.1\r\n"));
    CHECK(request.find("\r\nHost: example.jp\r\n") != std::string::npos);
    CHECK(request.find("\r\nUser-Agent: Yomikae\r\n") != std::string::npos);
    for (const char* word : {"secret-local", "Cookie", "Authorization", "Referer", "gzip", "en-", "ja-"}) {
        CAPTURE(word);
        CHECK(request.find(word) == std::string::npos);
    }
}

TEST_CASE("a certificate for another host: not a byte of the request is sent") {
    WebServer server(testCa().issue(recipeFor("other.example.jp")), answer("200 OK", "", config()));
    Run run({server.routeFor(Autoconfig)});
    const Discovery found = run.wait();
    CHECK(found.endpoints.empty());
    CHECK(says(found, "discovery-not-trusted"));
    CHECK(server.requests.empty());
}

TEST_CASE("a certificate of an unknown authority or past its end is never used") {
    Recipe ended = recipeFor(Autoconfig);
    ended.notAfter = "20210101000000Z";
    for (const test::Identity& identity : {test::TestCa("Somebody Else").issue(recipeFor(Autoconfig)),
                                           test::TestCa::selfSigned(recipeFor(Autoconfig)), testCa().issue(ended)}) {
        WebServer server(identity, answer("200 OK", "", config()));
        Run run({server.routeFor(Autoconfig)});
        const Discovery found = run.wait();
        CHECK(found.endpoints.empty());
        CHECK(says(found, "discovery-not-trusted"));
        CHECK(server.requests.empty());
    }
}

TEST_CASE("a server that speaks TLS 1.1 at best is not spoken to") {
    WebServer server(testCa().issue(recipeFor(Autoconfig)), answer("200 OK", "", config()));
    server.settings_.minVersion = TLS1_VERSION;
    server.settings_.maxVersion = TLS1_1_VERSION;
    Run run({server.routeFor(Autoconfig)});
    CHECK(run.wait().endpoints.empty());
    CHECK(server.requests.empty());
}

TEST_CASE("a redirect to http is not followed, one to https is") {
    QTcpServer plain;
    int plainConnections = 0;
    QObject::connect(&plain, &QTcpServer::newConnection, [&] { ++plainConnections; });
    REQUIRE(plain.listen(QHostAddress::LocalHost));
    const std::string toHttp =
        "Location: http://127.0.0.1:" + std::to_string(plain.serverPort()) + "/mail/config-v1.1.xml\r\n";
    WebServer bad(testCa().issue(recipeFor(Autoconfig)), answer("302 Found", toHttp, config()));
    WebServer target(testCa().issue(recipeFor("conf.hoster.example")), answer("200 OK", "", config()));
    SECTION("http") {
        Run run({bad.routeFor(Autoconfig)});
        const Discovery found = run.wait();
        CHECK(found.endpoints.empty());
        CHECK(says(found, "discovery-redirect-not-used"));
        CHECK(plainConnections == 0);
    }
    SECTION("https") {
        WebServer good(testCa().issue(recipeFor(Autoconfig)),
                       answer("301 Moved", "Location: https://conf.hoster.example/c.xml\r\n", ""));
        Run run({good.routeFor(Autoconfig), target.routeFor("conf.hoster.example")});
        const Discovery found = run.wait();
        REQUIRE(found.endpoints.size() == 3);
        CHECK(found.endpoints[0].source == "https://conf.hoster.example/c.xml");
    }
}

TEST_CASE("an answer over 64 KiB is left, however long it claims to be or goes on") {
    const std::string large = config() + std::string(1024 * 1024, ' ');
    for (const std::string& headers : {std::string("Content-Length: 9999999999\r\n"), std::string()}) {
        WebServer server(testCa().issue(recipeFor(Autoconfig)), "HTTP/1.1 200 OK\r\n" + headers + "\r\n" + large);
        Run run({server.routeFor(Autoconfig)});
        const Discovery found = run.wait();
        CHECK(found.endpoints.empty());
        CHECK(says(found, "discovery-config-too-large"));
        CHECK(run.clock.elapsed() < 4000);
    }
}

TEST_CASE("a question for a password is not answered") {
    WebServer server(testCa().issue(recipeFor(Autoconfig)),
                     answer("401 No", "WWW-Authenticate: Basic realm=\"mail\"\r\n", config()));
    Run run({server.routeFor(Autoconfig)});
    CHECK(run.wait().endpoints.empty());
    CHECK(server.requests.size() == 1);
}

TEST_CASE("a server that takes the request and stays silent is left after five seconds") {
    WebServer server(testCa().issue(recipeFor(Autoconfig)));
    Run run({server.routeFor(Autoconfig)});
    const Discovery found = run.wait();
    CHECK(server.requests.size() == 1);
    CHECK(found.endpoints.empty());
    CHECK(run.clock.elapsed() >= 4900);
    CHECK(run.clock.elapsed() < 6000);
}

TEST_CASE("cancel and destruction in the middle are quick and quiet") {
    WebServer server(testCa().issue(recipeFor(Autoconfig)));
    {
        Run run({server.routeFor(Autoconfig)});
        until([&] { return !server.requests.empty(); }, 3000);
        run.driver->cancel();
        CHECK(run.driver->isFinished());
        run.wait(500);
    }
    {
        Run run({server.routeFor(Autoconfig)});
        until([&] { return server.requests.size() == 2; }, 3000);
    }
    until([] { return false; }, 50);
    CHECK(server.requests.size() == 2);
}

namespace {

/// A name server on loopback: answers what it knows, says "no such name" to the rest.
class NameServer {
  public:
    NameServer() {
        application();
        QObject::connect(&udp_, &QUdpSocket::readyRead, [this] {
            while (udp_.hasPendingDatagrams())
                answerNext();
        });
        listens = udp_.bind(QHostAddress(address()), 53);
    }
    static QString address() { return QStringLiteral("127.0.0.53"); }

    bool listens = false;
    bool silent = false;
    std::map<std::string, std::string> records; ///< "NAME TYPE" -> RDATA
    std::vector<std::string> asked;

  private:
    void answerNext() {
        QHostAddress from;
        quint16 port = 0;
        QByteArray bytes(512, '\0');
        bytes.resize(udp_.readDatagram(bytes.data(), bytes.size(), &from, &port));
        const std::string query = bytes.toStdString();
        std::string name;
        std::size_t at = 12;
        for (; at < query.size() && query[at] != '\0'; at += static_cast<std::size_t>(query[at]) + 1)
            name += (name.empty() ? "" : ".") + query.substr(at + 1, static_cast<std::size_t>(query[at]));
        const std::string type = std::to_string(static_cast<unsigned char>(query.at(at + 2)));
        asked.push_back(name + " " + type);
        if (silent)
            return;
        const auto known = records.find(name + " " + type);
        const bool has = known != records.end();
        std::string reply = query.substr(0, 2) + std::string(has ? "\x81\x80" : "\x81\x83", 2) +
                            std::string("\0\1\0", 3) + std::string(1, has ? '\1' : '\0') + std::string(4, '\0') +
                            query.substr(12, at + 5 - 12);
        if (has)
            reply += std::string("\xc0\x0c", 2) + query.substr(at + 1, 4) + std::string("\0\0\0\x3c\0", 5) +
                     std::string(1, static_cast<char>(known->second.size())) + known->second;
        udp_.writeDatagram(QByteArray::fromStdString(reply), from, port);
    }
    QUdpSocket udp_;
};

} // namespace

TEST_CASE("SRV and MX are asked for the domain, and what they say is used") {
    NameServer names;
    if (!names.listens) {
        WARN("port 53 on loopback cannot be had here");
        return;
    }
    names.records["_imaps._tcp.example.jp 33"] = std::string("\0\1\0\2\x03\xe1", 6) + "\4imap\7example\2jp" + '\0';
    names.records["_pop3._tcp.example.jp 33"] = std::string("\0\0\0\0\0\0\0", 7);
    names.records["example.jp 15"] = std::string("\0\x0a", 2) + "\2mx\6nobody\7example" + '\0';
    Run run({}, NameServer::address().toStdString());
    const Discovery found = run.wait();
    REQUIRE(found.endpoints.size() == 1);
    CHECK(found.endpoints[0].host == "imap.example.jp");
    CHECK(found.endpoints[0].port == 993);
    CHECK(found.mxHost == "mx.nobody.example");
    CHECK(says(found, "discovery-srv-found"));
    CHECK(says(found, "discovery-not-offered"));
    CHECK(names.asked.size() == 7);
    for (const std::string& question : names.asked) {
        CAPTURE(question);
        CHECK(question.find("secret-local") == std::string::npos);
    }
}

TEST_CASE("a name server that stays silent holds nobody longer than five seconds") {
    NameServer names;
    if (!names.listens) {
        WARN("port 53 on loopback cannot be had here");
        return;
    }
    names.silent = true;
    Run run({}, NameServer::address().toStdString());
    CHECK(run.wait().endpoints.empty());
    CHECK(run.clock.elapsed() < 6000);
    CHECK(dnsQuestionsUnderWay() > 0);
    names.silent = false; // the second try of Qt's threads, so that this program can end
    until([] { return dnsQuestionsUnderWay() == 0; }, 15000);
    CHECK(dnsQuestionsUnderWay() == 0);
}
