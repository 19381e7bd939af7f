#include "practice/practice_client.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QNetworkProxy>
#include <QThread>

#include <stdexcept>

namespace yomikae::test {

namespace {

void needApplication() {
    static int argc = 1;
    static char program[] = "practice_test";
    static char* argv[] = {program, nullptr};
    static const QCoreApplication application(argc, argv);
}

} // namespace

bool waitFor(const std::function<bool()>& done, std::chrono::milliseconds limit) {
    const QDeadlineTimer deadline(limit);
    while (!done()) {
        if (deadline.hasExpired())
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        QThread::msleep(1);
    }
    return true;
}

Practice::Practice(PracticeScenario scenario, const PracticeLimits& limits) : provider(nullptr, limits) {
    needApplication();
    const auto started = provider.start(scenario);
    if (!started)
        throw std::runtime_error(started.problems.front().found);
    ports = *started;
    trust.addPem(provider.caPem(), "practice");
}

PracticeClient::PracticeClient(Practice& practice, const std::string& host, std::uint16_t port) {
    settings_.serverName = host;
    settings_.trust = &practice.trust;
    settings_.now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    socket_.setProxy(QNetworkProxy::NoProxy);
    socket_.connectToHost(QStringLiteral("127.0.0.1"), port);
    waitFor([&] { return socket_.state() != QAbstractSocket::ConnectingState; });
}

void PracticeClient::take() {
    const std::string bytes = socket_.readAll().toStdString();
    if (!session_) {
        received_ += bytes;
        return;
    }
    session_->receive(bytes);
    received_ += session_->takePlaintext();
    socket_.write(QByteArray::fromStdString(session_->takeCiphertext()));
}

bool PracticeClient::beginTls() {
    session_ = std::make_unique<TlsSession>(settings_);
    return waitFor([&] {
        take();
        return session_->state() == TlsSession::State::Established;
    });
}

std::string PracticeClient::line() {
    const bool came = waitFor([&] {
        take();
        return received_.find('\n') != std::string::npos;
    });
    if (!came)
        return {};
    const std::size_t end = received_.find("\r\n");
    std::string first = received_.substr(0, end);
    received_.erase(0, end + 2);
    return first;
}

void PracticeClient::send(const std::string& bytes) {
    if (!session_) {
        socket_.write(QByteArray::fromStdString(bytes));
        return;
    }
    session_->write(bytes);
    socket_.write(QByteArray::fromStdString(session_->takeCiphertext()));
}

std::string PracticeClient::ask(const std::string& text) {
    send(text + "\r\n");
    return line();
}

std::string PracticeClient::list(const std::string& text) {
    std::string all = ask(text);
    for (std::string next = line(); next != "." && !next.empty(); next = line())
        all += "|" + next;
    return all;
}

std::string PracticeClient::reply(const std::string& text) {
    std::string last = ask(text);
    std::string all = last;
    while (last.size() > 3 && last[3] == '-') {
        last = line();
        all += "|" + last;
    }
    return all;
}

bool PracticeClient::closed() {
    return waitFor([&] {
        take();
        return socket_.state() == QAbstractSocket::UnconnectedState;
    });
}

} // namespace yomikae::test
