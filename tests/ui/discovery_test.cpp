// A provider that nobody here knows: its domain is asked, and nothing is logged into before a yes.
#include "support/catch.h"
#include "support/test_ca.h"
#include "support/tls_server.h"
#include "ui/page_window.h"
#include "ui/pages/check_page.h"
#include "ui/widgets/consent_card.h"
#include "ui/widgets/half_card.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QPushButton>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <memory>

using namespace yomikae;
using namespace yomikae::ui;
using namespace yomikae::test;

namespace {

const std::string Autoconfig = "autoconfig.renshu.example";

Recipe recipeFor(const std::string& host) {
    Recipe recipe;
    recipe.commonName = host;
    recipe.names = {host};
    return recipe;
}

std::string serverXml(const std::string& part, const std::string& type, const std::string& host, std::uint16_t port) {
    return "<" + part + " type=\"" + type + "\"><hostname>" + host + "</hostname><port>" + std::to_string(port) +
           "</port><socketType>SSL</socketType><username>%EMAILADDRESS%</username>"
           "<authentication>password-cleartext</authentication></" +
           part + ">";
}

std::string configOf(const PracticePorts& ports) {
    return "<clientConfig version=\"1.1\"><emailProvider id=\"renshu.example\"><domain>renshu.example</domain>"
           "<displayName>Renshu</displayName>" +
           serverXml("incomingServer", "pop3", "pop.renshu.example", ports.pop3s) +
           serverXml("outgoingServer", "smtp", "smtp.renshu.example", ports.smtps) + "</emailProvider></clientConfig>";
}

/// Answers every request over https with the config, or stays silent where there is none.
class ConfigServer : public QTcpServer {
  public:
    explicit ConfigServer(std::string config = {}) : config_(std::move(config)) {
        settings_.identity = testCa().issue(recipeFor(Autoconfig));
        connect(this, &QTcpServer::newConnection, this, [this] { welcome(nextPendingConnection()); });
        REQUIRE(listen(QHostAddress::LocalHost));
    }
    std::string heard; ///< inside TLS

  private:
    void welcome(QTcpSocket* socket) {
        auto tls = std::make_shared<TlsServer>(settings_);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket, tls] {
            tls->receive(socket->readAll().toStdString());
            const std::string request = tls->takePlaintext();
            heard += request;
            if (!request.empty() && !config_.empty())
                tls->write("HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(config_.size()) + "\r\n\r\n" +
                           config_);
            socket->write(QByteArray::fromStdString(tls->takeCiphertext()));
        });
    }
    TlsServerSettings settings_;
    std::string config_;
};

SessionOptions optionsOf(const OrdinaryProvider& provider, const ConfigServer& web) {
    SessionOptions options = provider.options();
    options.httpsPort = web.serverPort();
    for (const std::string& host : {Autoconfig, std::string("renshu.example")})
        options.resolve.push_back({{host, 443}, "127.0.0.1"});
    return options;
}

struct Unknown {
    OrdinaryProvider provider{false, testCa().pem()};
    ConfigServer web;
    PageWindow window;
    CheckPage& page = window.page<CheckPage>(CheckPageId);

    explicit Unknown(bool answers = true)
        : web(answers ? configOf(provider.servers().ports()) : std::string()), window(optionsOf(provider, web)) {
        provider.fillIn(window.session);
        window.goTo(CheckPageId);
    }
    void press() { window.wizard.button(QWizard::NextButton)->click(); }
    void run() {
        press();
        REQUIRE(waitUntil([&] { return window.session.checked(); }, 30'000));
    }
    bool loggedIn() const {
        for (const Attempt& attempt : window.session.report()->attempts)
            if (!attempt.username.empty())
                return true;
        return false;
    }
};

} // namespace

TEST_CASE("before an unknown domain is asked the page says so, and nothing has been sent") {
    Unknown unknown;
    CHECK(unknown.window.session.provider() == nullptr);
    CHECK(unknown.window.session.willAskDomain());
    CHECK(unknown.page.whom()->text().contains("renshu.example"));
    CHECK(unknown.web.heard.empty());
}

TEST_CASE("what the domain publishes is looked at without a login, and each of its servers is asked about first") {
    Unknown unknown;
    unknown.run();
    CHECK(unknown.web.heard.find("Host: " + Autoconfig) != std::string::npos);
    CHECK(unknown.web.heard.find("taro") == std::string::npos);
    CHECK_FALSE(unknown.loggedIn());
    ConsentCard& card = *unknown.page.consent();
    REQUIRE(card.isVisible());
    CHECK(card.words().contains("pop.renshu.example"));
    REQUIRE(waitUntil([&] { return card.noButton()->hasFocus(); }, 1000));
}

TEST_CASE("a no to a published server leaves the password at home") {
    Unknown unknown;
    unknown.run();
    ConsentCard& card = *unknown.page.consent();
    for (int most = 3; card.isVisible() && most > 0; --most)
        card.noButton()->click();
    CHECK_FALSE(card.isVisible());
    CHECK_FALSE(unknown.window.session.checking());
    CHECK_FALSE(unknown.loggedIn());
    CHECK(unknown.page.half(true)->words() != "✓ 確認できました");
}

TEST_CASE("with a yes to each of its servers an unknown provider is proven") {
    Unknown unknown;
    unknown.run();
    ConsentCard& card = *unknown.page.consent();
    for (int most = 3; card.isVisible() && most > 0; --most) {
        card.yesButton()->click();
        REQUIRE(waitUntil([&] { return unknown.window.session.checked(); }, 30'000));
    }
    CHECK(unknown.page.half(true)->words() == "✓ 確認できました");
    CHECK(unknown.page.half(false)->words() == "✓ 確認できました");
    CHECK(unknown.window.session.confirmation().isEmpty()); // no profile names these servers
}

TEST_CASE("a domain is asked once, however often it is checked") {
    Unknown unknown;
    unknown.run();
    const std::size_t before = unknown.web.heard.size();
    unknown.page.againButton()->click();
    REQUIRE(waitUntil([&] { return unknown.window.session.checked(); }, 30'000));
    CHECK(unknown.web.heard.size() == before);
}

TEST_CASE("while a domain is asked the page says so, and Stop is back within half a second") {
    Unknown unknown(false);
    unknown.press();
    REQUIRE(waitUntil([&] { return unknown.page.progress()->text().contains("renshu.example"); }, 3000));
    REQUIRE(unknown.window.session.discovering());
    QElapsedTimer clock;
    clock.start();
    unknown.page.cancelButton()->click();
    REQUIRE(waitUntil([&] { return !unknown.window.session.checking(); }, 2000));
    CHECK(clock.elapsed() < 500);
    CHECK_FALSE(unknown.window.session.discovering());
    CHECK(unknown.window.session.willAskDomain()); // it was not answered: the next check asks again
}

TEST_CASE("a domain that says nothing holds nobody, and what was typed is looked at all the same") {
    Unknown unknown(false);
    unknown.window.session.type(PaperField::PopServer, "pop.renshu.example");
    unknown.press();
    REQUIRE(waitUntil([&] { return unknown.window.session.checked(); }, 25'000));
    CHECK_FALSE(unknown.loggedIn());
    CHECK_FALSE(unknown.window.session.report()->attempts.empty());
}
