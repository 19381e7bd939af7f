#include "practice/practice_server.h"

#include "practice/practice_pop3.h"
#include "practice/practice_smtp.h"

#include <QHostAddress>
#include <QNetworkProxy>
#include <QTcpServer>
#include <QTcpSocket>

#include <algorithm>
#include <array>

namespace yomikae {

namespace {

constexpr std::array Scenarios{PracticeScenario::Modern, PracticeScenario::WrongPassword, PracticeScenario::Op25b,
                               PracticeScenario::OldPaper, PracticeScenario::ExpiredCertificate};

constexpr const char* Welcome = "From: Renshu Net <info@renshu.example>\r\n"
                                "To: taro@renshu.example\r\n"
                                "Subject: Welcome\r\n"
                                "Date: Mon, 10 May 2004 09:00:00 +0900\r\n"
                                "\r\n"
                                "This mailbox is for practice.\r\n";

} // namespace

std::string_view name(PracticeScenario scenario) {
    switch (scenario) {
    case PracticeScenario::WrongPassword: return "wrong-password";
    case PracticeScenario::Op25b: return "op25b";
    case PracticeScenario::OldPaper: return "old-paper";
    case PracticeScenario::ExpiredCertificate: return "expired-certificate";
    case PracticeScenario::Modern: break;
    }
    return "modern";
}

std::optional<PracticeScenario> practiceScenarioNamed(std::string_view word) {
    const auto found = std::find_if(Scenarios.begin(), Scenarios.end(), [&](auto one) { return name(one) == word; });
    return found == Scenarios.end() ? std::nullopt : std::optional(*found);
}

std::span<const PracticeScenario> allPracticeScenarios() {
    return Scenarios;
}

PracticeProvider::PracticeProvider(QObject* parent, const PracticeLimits& limits) : QObject(parent), limits_(limits) {}

PracticeProvider::~PracticeProvider() {
    stop();
}

Result<PracticePorts> PracticeProvider::start(PracticeScenario scenario) {
    stop();
    scenario_ = scenario;
    account_ = {};
    if (scenario == PracticeScenario::OldPaper)
        account_.username = "taro";
    if (scenario == PracticeScenario::WrongPassword)
        account_.password = "renshu8563";
    mailbox_ = {};
    mailbox_.add(Welcome);
    identity_.emplace(scenario == PracticeScenario::ExpiredCertificate ? PracticeValidity::Expired
                                                                       : PracticeValidity::Now);
    running_ = std::make_unique<QObject>(this);
    if (listenFor(scenario))
        return {ports_, {}};
    stop();
    Problem problem;
    problem.code = "practice-cannot-listen";
    problem.subject = "127.0.0.1";
    problem.found = failure_;
    return {std::nullopt, {problem}};
}

void PracticeProvider::stop() {
    running_.reset();
    ports_ = {};
}

bool PracticeProvider::listenFor(PracticeScenario scenario) {
    if (scenario == PracticeScenario::OldPaper) {
        const PracticeOffer plain{false, true};
        return listen(ports_.pop3, Speaks::Pop3, false, plain) && listen(ports_.smtp, Speaks::Smtp, false, plain);
    }
    const PracticeOffer startTls{true, false};
    return listen(ports_.pop3s, Speaks::Pop3, true, {}) && listen(ports_.pop3, Speaks::Pop3, false, startTls) &&
           listen(ports_.smtps, Speaks::Smtp, true, {}) && listen(ports_.submission, Speaks::Smtp, false, startTls) &&
           (scenario != PracticeScenario::Op25b || listenInSilence(ports_.smtp));
}

bool PracticeProvider::listen(std::uint16_t& port, Speaks speaks, bool implicitTls, PracticeOffer offer) {
    auto* server = new QTcpServer(running_.get());
    server->setProxy(QNetworkProxy::NoProxy);
    server->setMaxPendingConnections(limits_.connections);
    connect(server, &QTcpServer::newConnection, this, [=, this] { accept(server, speaks, implicitTls, offer); });
    const bool listens = server->listen(QHostAddress::LocalHost, 0);
    port = listens ? server->serverPort() : std::uint16_t{0};
    failure_ = server->errorString().toStdString();
    return listens;
}

// A port that is bound but whose queue is full: the system drops further SYNs, which looks like a filter on the way. We
// fill the queue ourselves and never accept.
bool PracticeProvider::listenInSilence(std::uint16_t& port) {
    constexpr int Backlog = 1;
    constexpr int Fillers = Backlog + 3;
    auto* server = new QTcpServer(running_.get());
    server->setProxy(QNetworkProxy::NoProxy);
    server->setListenBacklogSize(Backlog);
    const bool listens = server->listen(QHostAddress::LocalHost, 0);
    failure_ = server->errorString().toStdString();
    if (!listens)
        return false;
    server->pauseAccepting();
    port = server->serverPort();
    for (int i = 0; i < Fillers; ++i) {
        auto* filler = new QTcpSocket(running_.get());
        filler->setProxy(QNetworkProxy::NoProxy);
        filler->connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    }
    return true;
}

void PracticeProvider::accept(QTcpServer* server, Speaks speaks, bool implicitTls, PracticeOffer offer) {
    while (QTcpSocket* socket = server->nextPendingConnection()) {
        const auto open = std::count_if(running_->children().begin(), running_->children().end(), [](QObject* child) {
            return dynamic_cast<PracticeConnection*>(child) != nullptr;
        });
        if (open >= limits_.connections) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        new PracticeConnection(socket, dialogue(speaks, offer, implicitTls), *identity_, implicitTls, limits_,
                               running_.get());
    }
}

std::unique_ptr<PracticeDialogue> PracticeProvider::dialogue(Speaks speaks, PracticeOffer offer, bool inTls) {
    if (speaks == Speaks::Pop3)
        return std::make_unique<PracticePop3>(account_, mailbox_, offer, inTls);
    return std::make_unique<PracticeSmtp>(account_, mailbox_, offer, inTls);
}

std::string PracticeProvider::paperPassword() const {
    return PracticeAccount{}.password;
}

std::string PracticeProvider::profile() const {
    return practiceProfile(ports_, scenario_ == PracticeScenario::OldPaper);
}

std::string PracticeProvider::certificateJson() const {
    return practiceCertificate(paperPassword());
}

std::string PracticeProvider::paperText() const {
    return practicePaper(paperPassword());
}

std::string PracticeProvider::caPem() const {
    return identity_ ? identity_->caPem() : std::string();
}

PracticeResolve PracticeProvider::resolve() const {
    PracticeResolve all;
    const auto add = [&all](const char* host, std::uint16_t port) {
        if (port != 0)
            all.push_back({{host, port}, "127.0.0.1"});
    };
    add("pop.renshu.example", ports_.pop3s);
    add("pop.renshu.example", ports_.pop3);
    add("smtp.renshu.example", ports_.smtps);
    add("smtp.renshu.example", ports_.submission);
    add("smtp.renshu.example", ports_.smtp);
    return all;
}

std::vector<PracticeFile> PracticeProvider::files() const {
    return {{"profiles/renshu.json", profile()},
            {"certificate.json", certificateJson()},
            {"paper.txt", paperText()},
            {"ca.pem", caPem()}};
}

} // namespace yomikae
