// Real sockets on loopback: what the driver makes of connections that are refused, silent, reset and left.
#include "net/run_driver.h"

#include "net/trust.h"
#include "support/catch.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>

#include <algorithm>
#include <functional>
#include <memory>

#ifdef __linux__
#include <sys/socket.h>
#endif

using namespace yomikae;

namespace {

QCoreApplication& application() {
    static int argc = 1;
    static char name[] = "net_test";
    static char* argv[] = {name, nullptr};
    static QCoreApplication app(argc, argv);
    return app;
}

/// Answers lines on loopback; what it does with a new connection and a line is up to the test.
struct Server {
    using OnLine = std::function<std::string(const std::string&)>;

    explicit Server(
        std::string greeting, OnLine onLine = [](const std::string&) { return std::string(); })
        : answer(std::move(onLine)) {
        QObject::connect(&tcp, &QTcpServer::newConnection, [this, greeting] {
            socket = tcp.nextPendingConnection();
            ++connections;
            if (onConnect)
                return onConnect(socket);
            socket->write(greeting.c_str());
            QObject::connect(socket, &QTcpSocket::readyRead, [this] { read(); });
        });
        REQUIRE(tcp.listen(QHostAddress::LocalHost));
    }
    void read() {
        while (socket->canReadLine()) {
            const std::string line = socket->readLine().trimmed().toStdString();
            heard.push_back(line);
            const std::string words = answer(line);
            if (!words.empty())
                socket->write(words.c_str());
        }
    }
    std::uint16_t port() const { return tcp.serverPort(); }

    QTcpServer tcp;
    OnLine answer;
    std::function<void(QTcpSocket*)> onConnect;
    QTcpSocket* socket = nullptr;
    int connections = 0;
    std::vector<std::string> heard;
};

std::string popAnswer(const std::string& line) {
    if (line == "CAPA")
        return "+OK\r\nUSER\r\n.\r\n";
    if (line == "STAT")
        return "+OK 1 100\r\n";
    return "+OK\r\n";
}

Plan planFor(std::uint16_t port, Security security = Security::None, const std::string& host = "127.0.0.1") {
    Candidate candidate;
    candidate.endpoint = {Protocol::Pop3, host, port, security};
    candidate.usernames = {"taro"};
    Plan plan;
    plan.candidates = {candidate};
    return plan;
}

struct Run {
    QElapsedTimer clock;
    std::unique_ptr<RunDriver> driver;
    int changes = 0;
    int finishes = 0;

    explicit Run(const Plan& plan, RunSettings settings = {}, std::unique_ptr<LoginMemory> memory = nullptr) {
        application();
        driver = std::make_unique<RunDriver>(plan, std::move(settings), std::move(memory));
        QObject::connect(driver.get(), &RunDriver::changed, [this](int) { ++changes; });
        QObject::connect(driver.get(), &RunDriver::finished, [this] { ++finishes; });
        clock.start();
        driver->start();
    }
    /// Lets the event loop work until `condition`, at most `most`.
    static void until(const std::function<bool()>& condition, int most = 5000) {
        QElapsedTimer since;
        since.start();
        while (!condition() && since.elapsed() < most)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    }
    const Attempt& wait(int times = 1) {
        until([&] { return finishes >= times; });
        REQUIRE(finishes == times);
        return driver->report().attempts.at(0);
    }
};

/// A run that asked for a yes to a server without TLS, and knows what other programs did. It refuses every password.
struct Asked {
    QTemporaryDir dir;
    std::string folder = dir.path().toStdString();
    Server server{"+OK ready\r\n", [](const std::string& line) {
                      return line.rfind("PASS", 0) == 0 ? "-ERR [AUTH] no\r\n" : popAnswer(line);
                  }};
    Plan plan = planFor(server.port());
    Run run{plan, withPassword(), memory()};
    Consents yes;

    Asked() {
        CHECK(run.wait().outcome == Outcome::Ready);
        yes.cleartext = {{"127.0.0.1", server.port()}};
    }
    static RunSettings withPassword() {
        RunSettings settings;
        settings.password = Secret(std::string("himitsu-S3cret"));
        return settings;
    }
    std::unique_ptr<LoginMemory> memory() const {
        return std::make_unique<LoginMemory>(folder, "taro@agate.plala.or.jp");
    }
    void agree() { run.driver->agree(plan, yes, memory()); }
    auto passwords() const { return std::count(server.heard.begin(), server.heard.end(), "PASS himitsu-S3cret"); }
};

} // namespace

TEST_CASE("an open door on a real socket is reached and left with QUIT") {
    application();
    Server server("+OK ready\r\n", popAnswer);
    Run run(planFor(server.port()));
    const Attempt& attempt = run.wait();
    CHECK(attempt.outcome == Outcome::Ready);
    CHECK(attempt.address == "127.0.0.1");
    CHECK(server.heard == std::vector<std::string>{"CAPA", "QUIT"});
    CHECK(run.changes > 0);
    CHECK(run.clock.elapsed() < 1000);
}

TEST_CASE("a login in clear that was agreed to goes over a real socket") {
    application();
    Server server("+OK ready\r\n", popAnswer);
    RunSettings settings;
    settings.password = Secret(std::string("himitsu-S3cret"));
    settings.consents.cleartext = {{"127.0.0.1", server.port()}};
    Run run(planFor(server.port()), std::move(settings));
    CHECK(run.wait().outcome == Outcome::LoginOk);
    CHECK(server.heard == std::vector<std::string>{"CAPA", "USER taro", "PASS himitsu-S3cret", "STAT", "QUIT"});
}

TEST_CASE("refusals are remembered for the next run, and the account is given back at the end") {
    application();
    const QTemporaryDir dir;
    const std::string folder = dir.path().toStdString();
    const char* account = "taro@agate.plala.or.jp";
    Server server("+OK ready\r\n", [](const std::string& line) {
        return line.rfind("PASS", 0) == 0 ? "-ERR [AUTH] no\r\n" : popAnswer(line);
    });
    const auto run = [&] {
        RunSettings settings;
        settings.password = Secret(std::string("himitsu-S3cret"));
        settings.consents.cleartext = {{"127.0.0.1", server.port()}};
        Run once(planFor(server.port()), std::move(settings), std::make_unique<LoginMemory>(folder, account));
        once.wait();
        return once.driver->report();
    };
    LoginMemory(folder, account).spent(1, QDateTime::currentSecsSinceEpoch());
    const RunReport first = run();
    CHECK(first.loginsRefused == 1);
    const RunReport second = run();
    CHECK(second.budgetSpent);
    CHECK_FALSE(second.loginElsewhere);
    CHECK(second.attempts.at(0).reason == "budget");
    REQUIRE(second.loginAgainIn);
    CHECK(*second.loginAgainIn > std::chrono::minutes(29));
    CHECK(std::count(server.heard.begin(), server.heard.end(), "PASS himitsu-S3cret") == 1);
}

TEST_CASE("a yes after the run goes on with it, and each refusal is remembered once") {
    application();
    Asked asked;
    asked.agree();
    CHECK(asked.run.wait(2).outcome == Outcome::AuthRejected);
    asked.agree();
    CHECK(asked.run.wait(3).outcome == Outcome::AuthRejected);
    CHECK(asked.passwords() == 1);
    RunSettings told;
    asked.memory()->tell(told, QDateTime::currentSecsSinceEpoch());
    CHECK(told.refusedBefore == 1);
}

TEST_CASE("a yes after the run counts what others did meanwhile") {
    application();
    Asked asked;
    std::unique_ptr<LoginMemory> other;
    const char* reason = "";
    SECTION("another program was refused twice") {
        asked.memory()->spent(2, QDateTime::currentSecsSinceEpoch() - 600);
        reason = "budget";
    }
    SECTION("another program has the account just now") {
        other = asked.memory();
        reason = "elsewhere";
    }
    asked.agree();
    const Attempt& attempt = asked.run.wait(2);
    const RunReport& report = asked.run.driver->report();
    CHECK(attempt.outcome == Outcome::Ready);
    CHECK(attempt.reason == reason);
    CHECK(report.loginElsewhere == (other != nullptr));
    CHECK(report.budgetSpent == !other);
    if (!other)
        CHECK(report.loginAgainIn <= std::chrono::minutes(20));
    CHECK(asked.passwords() == 0);
    if (!std::exchange(other, nullptr))
        return;
    asked.agree(); // it is free again
    CHECK(asked.run.wait(3).outcome == Outcome::AuthRejected);
    CHECK_FALSE(report.loginElsewhere);
}

TEST_CASE("what this run was refused itself is not counted twice when a yes follows") {
    application();
    const QTemporaryDir dir;
    const std::string folder = dir.path().toStdString();
    const char* account = "taro@agate.plala.or.jp";
    const auto answer = [](const std::string& line) {
        return line.rfind("PASS", 0) == 0 ? "-ERR [AUTH] no\r\n" : popAnswer(line);
    };
    Server first("+OK ready\r\n", answer);
    Server second("+OK ready\r\n", answer);
    Plan plan = planFor(first.port());
    plan.candidates.push_back(planFor(second.port()).candidates[0]);
    plan.candidates[1].usernames = {"taro@agate.plala.or.jp"}; // another form: a login that says something new
    plan.candidates[1].rank = 1;
    RunSettings settings;
    settings.password = Secret(std::string("himitsu-S3cret"));
    Consents yes;
    yes.cleartext = {{"127.0.0.1", first.port()}};
    settings.consents = yes;
    Run run(plan, std::move(settings), std::make_unique<LoginMemory>(folder, account));
    CHECK(run.wait().outcome == Outcome::AuthRejected);
    const int others = GENERATE(0, 1);
    LoginMemory(folder, account).spent(others, QDateTime::currentSecsSinceEpoch());
    yes.cleartext.push_back({"127.0.0.1", second.port()});
    run.driver->agree(plan, yes, std::make_unique<LoginMemory>(folder, account));
    Run::until([&] { return run.finishes == 2; }, 10'000); // a pause follows a refusal
    REQUIRE(run.finishes == 2);
    CHECK(run.driver->report().loginsSpent == 2 - others);
    CHECK(std::count(second.heard.begin(), second.heard.end(), "PASS himitsu-S3cret") == 1 - others);
}

TEST_CASE("a password is remembered before it leaves, and forgotten where it was taken") {
    application();
    const QTemporaryDir dir;
    const std::string folder = dir.path().toStdString();
    const char* account = "taro@agate.plala.or.jp";
    int remembered = -1;
    const char* verdict = GENERATE("+OK\r\n", "-ERR [SYS/TEMP] later\r\n");
    Server server("+OK ready\r\n", [&](const std::string& line) {
        if (line.rfind("PASS", 0) != 0)
            return popAnswer(line);
        LoginsBefore told;
        LoginMemory(folder, account).tell(told, QDateTime::currentSecsSinceEpoch());
        remembered = told.refusedBefore;
        return std::string(verdict);
    });
    RunSettings settings;
    settings.password = Secret(std::string("himitsu-S3cret"));
    settings.consents.cleartext = {{"127.0.0.1", server.port()}};
    Run run(planFor(server.port()), std::move(settings), std::make_unique<LoginMemory>(folder, account));
    run.wait();
    CHECK(remembered == 1);
    LoginsBefore told;
    LoginMemory(folder, account).tell(told, QDateTime::currentSecsSinceEpoch());
    CHECK(told.refusedBefore == 0);
}

TEST_CASE("a driver that goes in the middle of a login counts it, and gives the account back") {
    application();
    const QTemporaryDir dir;
    const std::string folder = dir.path().toStdString();
    const char* account = "taro@agate.plala.or.jp";
    Server server("+OK ready\r\n",
                  [](const std::string& line) { return line.rfind("PASS", 0) == 0 ? std::string() : popAnswer(line); });
    {
        RunSettings settings;
        settings.password = Secret(std::string("himitsu-S3cret"));
        settings.consents.cleartext = {{"127.0.0.1", server.port()}};
        Run run(planFor(server.port()), std::move(settings), std::make_unique<LoginMemory>(folder, account));
        Run::until([&] { return !server.heard.empty() && server.heard.back().rfind("PASS", 0) == 0; });
    }
    RunSettings told;
    LoginMemory(folder, account).tell(told, QDateTime::currentSecsSinceEpoch());
    CHECK(told.refusedBefore == 1);
    CHECK_FALSE(told.loginElsewhere);
}

TEST_CASE("a name with an address given beforehand is never looked up") {
    application();
    Server server("+OK ready\r\n", popAnswer);
    RunSettings settings;
    settings.resolve = {{{"mail.example.test", server.port()}, "127.0.0.1"}};
    Run run(planFor(server.port(), Security::None, "mail.example.test"), std::move(settings));
    CHECK(run.wait().outcome == Outcome::Ready);
    CHECK(Lookups::underWay() == 0);
}

TEST_CASE("N20: a closed port is refused at once") {
    application();
    std::uint16_t port = 0;
    {
        const Server gone("");
        port = gone.port();
    }
    Run run(planFor(port));
    CHECK(run.wait().outcome == Outcome::ConnectRefused);
    CHECK(run.clock.elapsed() < 1000);
}

TEST_CASE("N02: a connection that is cut at once") {
    application();
    Server server("");
    SECTION("by a good-bye") {
        server.onConnect = [](QTcpSocket* socket) { socket->disconnectFromHost(); };
    }
#ifdef __linux__
    SECTION("by a reset") {
        server.onConnect = [](QTcpSocket* socket) {
            const linger hard{1, 0};
            ::setsockopt(static_cast<int>(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
            socket->abort();
        };
    }
#endif
    Run run(planFor(server.port()));
    const Attempt& attempt = run.wait();
    CHECK(attempt.outcome == Outcome::ClosedEarly);
    CHECK(server.connections == 1); // never dialled again by anybody
    CHECK(run.clock.elapsed() < 1000);
}

TEST_CASE("a silent port that answers to TLS on a second connection is named, and the first one is left") {
    application();
    Server server("");
    std::vector<std::string> said(8); // by us, one a connection
    bool firstIsLeft = false;
    server.onConnect = [&](QTcpSocket* socket) {
        const auto number = static_cast<std::size_t>(server.connections - 1);
        if (number == 0)
            QObject::connect(socket, &QTcpSocket::disconnected, [&] { firstIsLeft = true; });
        QObject::connect(socket, &QTcpSocket::readyRead, [socket, number, &said] {
            said.at(number) += socket->readAll().toStdString();
            socket->write("\x15\x03\x03\x00\x02\x02\x46", 7); // a fatal alert: protocol_version
        });
    };
    Run run(planFor(server.port(), Security::StartTls));
    const Attempt& attempt = run.wait();
    CHECK(attempt.outcome == Outcome::NotThisProtocol);
    CHECK(attempt.reason == "tls");
    REQUIRE(attempt.laxTls);
    CHECK(attempt.laxTls->alert == 70);
    CHECK(run.driver->report().attempts.at(1).candidate.endpoint.security == Security::ImplicitTls);
    CHECK(server.connections >= 3);
    CHECK(said[0].empty());
    CHECK(said[1].substr(0, 2) == "\x16\x03"); // a ClientHello
    Run::until([&] { return firstIsLeft; });
    CHECK(firstIsLeft);
    CHECK(run.clock.elapsed() >= 3000);
}

TEST_CASE("N21: a network that cannot be reached is told apart from a closed port") {
    CHECK(beginDial("no address", 1).result == DialResult::Failed);
    application();
    std::optional<DialResult> result;
    Dialling dialling(
        "255.255.255.255", 9, [&](DialResult what) { result = what; }, nullptr);
    Run::until([&] { return result.has_value(); });
    CHECK(result == DialResult::Unreachable);
}

TEST_CASE("N04: a reset at our first word does not end the program") {
    application();
    Server server("+OK ready\r\n");
    server.answer = [&](const std::string&) {
        server.socket->abort();
        return std::string();
    };
    Run run(planFor(server.port()));
    CHECK(run.wait().outcome == Outcome::ClosedEarly);
}

TEST_CASE("U04: cancel while a server is silent: back at once, and nothing but QUIT behind it") {
    application();
    Server server("+OK ready\r\n");
    Run run(planFor(server.port()));
    run.until([&] { return !server.heard.empty(); });
    REQUIRE(server.heard == std::vector<std::string>{"CAPA"});
    QElapsedTimer back;
    back.start();
    run.driver->cancel();
    CHECK(run.driver->isFinished());
    CHECK(run.wait().outcome == Outcome::Cancelled);
    CHECK(back.elapsed() < 500);
    run.until([&] { return server.heard.size() > 1; }, 500);
    CHECK(server.heard == std::vector<std::string>{"CAPA", "QUIT"});
}

TEST_CASE("U05: a driver that goes in the middle of a run leaves nothing behind") {
    application();
    Server server("+OK ready\r\n");
    {
        Run run(planFor(server.port()));
        run.until([&] { return !server.heard.empty(); });
    }
    bool gone = false;
    QObject::connect(server.socket, &QTcpSocket::disconnected, [&] { gone = true; });
    Run::until([&] { return gone; }, 1000);
    CHECK(gone);
}
