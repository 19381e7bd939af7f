#include "net/run_driver.h"

#include "base/secret.h"

#include <QDateTime>
#include <QHostAddress>
#include <QNetworkInterface>
#include <QNetworkProxy>
#include <QTcpSocket>

#include <algorithm>
#include <chrono>
#include <utility>

namespace yomikae {

namespace {

using namespace std::chrono_literals;

/// A QUIT that was written may still be on its way when a connection is given up.
constexpr std::chrono::milliseconds LastWords = 1s;

/// Nothing but loopback is up: then it is not the server's fault.
bool machineHasNetwork() {
    const auto interfaces = QNetworkInterface::allInterfaces();
    return std::any_of(interfaces.begin(), interfaces.end(), [](const QNetworkInterface& interface) {
        const auto flags = interface.flags();
        return flags.testFlag(QNetworkInterface::IsUp) && flags.testFlag(QNetworkInterface::IsRunning) &&
               !flags.testFlag(QNetworkInterface::IsLoopBack) && !interface.addressEntries().isEmpty();
    });
}

ConnectFailure failureOf(DialResult result) {
    switch (result) {
    case DialResult::Refused: return ConnectFailure::Refused;
    case DialResult::Unreachable:
        return machineHasNetwork() ? ConnectFailure::Unreachable : ConnectFailure::NetworkDown;
    default: return ConnectFailure::Other;
    }
}

std::int64_t secondsNow() {
    return QDateTime::currentSecsSinceEpoch();
}

RunSettings withMemory(RunSettings settings, const LoginMemory* memory) {
    if (memory)
        memory->tell(settings, secondsNow());
    return settings;
}

} // namespace

RunDriver::RunDriver(const Plan& plan, RunSettings settings, std::unique_ptr<LoginMemory> memory, QObject* parent)
    : QObject(parent), memory_(settings.password.empty() ? nullptr : std::move(memory)), trust_(settings.trust),
      run_(plan, withMemory(std::move(settings), memory_.get())), lookups_(this) {
    wake_.setSingleShot(true);
    wake_.setTimerType(Qt::PreciseTimer);
    connect(&wake_, &QTimer::timeout, this, [this] {
        run_.tick(now());
        apply();
    });
}

/// A login that is left in the middle counts: nobody knows what the server made of it.
RunDriver::~RunDriver() {
    run_.cancel(now());
    remember();
    for (const auto& [id, socket] : sockets_) {
        socket->disconnect(this);
        socket->abort();
    }
}

void RunDriver::start() {
    clock_.start();
    run_.start(now());
    apply();
    if (trust_) // meanwhile the names are looked up
        trust_->makeReady();
}

void RunDriver::cancel() {
    run_.cancel(now());
    apply();
}

void RunDriver::agree(const Plan& plan, const Consents& consents, std::unique_ptr<LoginMemory> memory) {
    std::optional<LoginsBefore> before;
    if (!memory_ && report().passwordGiven && memory) {
        memory_ = std::move(memory);
        spentBefore_ = report().loginsSpent;
        memory_->tell(before.emplace(), secondsNow());
    }
    told_ = false;
    run_.agree(plan, consents, now(), before);
    apply();
}

/// Remembered before the password leaves: nothing that happens to this program afterwards makes it forget.
void RunDriver::apply() {
    remember();
    for (Effect& effect : run_.takeEffects())
        apply(effect);
    for (const std::size_t attempt : run_.takeChanged())
        emit changed(static_cast<int>(attempt));
    wake_.stop();
    if (const auto wake = run_.wakeAt())
        wake_.start(std::max(*wake - now(), Milliseconds(1)));
    if (run_.finished() && !std::exchange(told_, true))
        QMetaObject::invokeMethod(this, &RunDriver::finished, Qt::QueuedConnection);
}

void RunDriver::remember() {
    if (memory_)
        memory_->spent(run_.loginsAtStake() - spentBefore_, secondsNow());
    if (run_.finished())
        memory_.reset();
}

void RunDriver::apply(Effect& effect) {
    switch (effect.kind) {
    case Effect::Kind::Lookup: return lookUp(effect);
    case Effect::Kind::Connect: return connectTo(effect);
    case Effect::Kind::Send: return send(effect);
    case Effect::Kind::Close: return close(effect.id);
    }
}

void RunDriver::lookUp(const Effect& effect) {
    lookups_.start(effect.host, effect.family, [this, id = effect.id](const FoundAddresses& found) {
        const bool offline = found.result == LookupResult::Temporary && !machineHasNetwork();
        run_.lookedUp(id, offline ? LookupResult::NetworkDown : found.result, found.addresses, now());
        apply();
    });
}

void RunDriver::connectTo(const Effect& effect) {
    const int id = effect.id;
    dialling_[id] = new Dialling(
        effect.address, effect.port, [this, id](DialResult result) { onDialled(id, result); }, this);
}

void RunDriver::onDialled(int id, DialResult result) {
    const auto at = dialling_.find(id);
    if (at == dialling_.end())
        return;
    Dialling* dialling = at->second;
    dialling_.erase(at);
    dialling->deleteLater();
    if (result == DialResult::Made) {
        adopt(id, dialling->take());
        return onConnected(id);
    }
    if (result == DialResult::Cut) {
        run_.connected(id, now());
        run_.closed(id, true, now());
    } else {
        run_.connectFailed(id, failureOf(result), now());
    }
    apply();
}

/// Queued, so that a signal in the middle of `apply` does not call the run from inside itself.
void RunDriver::adopt(int id, std::intptr_t connection) {
    auto* socket = new QTcpSocket(this);
    sockets_[id] = socket;
    socket->setProxy(QNetworkProxy::NoProxy);
    connect(
        socket, &QTcpSocket::readyRead, this, [this, id] { onReadable(id); }, Qt::QueuedConnection);
    connect(
        socket, &QTcpSocket::errorOccurred, this,
        [this, id](QAbstractSocket::SocketError error) { onFailed(id, error); }, Qt::QueuedConnection);
    connect(
        socket, &QTcpSocket::disconnected, this, [this, id] { onDisconnected(id); }, Qt::QueuedConnection);
    socket->setSocketDescriptor(static_cast<qintptr>(connection));
}

void RunDriver::send(Effect& effect) {
    if (QTcpSocket* socket = socketOf(effect.id)) {
        socket->write(effect.bytes.data(), static_cast<qint64>(effect.bytes.size()));
        socket->flush();
    }
    wipe(effect.bytes);
}

/// From here on nothing of this socket is heard. What was written may still leave, within a second.
void RunDriver::close(int id) {
    if (const auto dialling = dialling_.find(id); dialling != dialling_.end()) {
        delete dialling->second;
        dialling_.erase(dialling);
    }
    QTcpSocket* socket = socketOf(id);
    if (!socket)
        return;
    socket->disconnect(this);
    sockets_.erase(id);
    if (socket->state() != QAbstractSocket::ConnectedState) {
        socket->abort();
        socket->deleteLater();
        return;
    }
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    QTimer::singleShot(LastWords, socket, [socket] {
        socket->abort();
        socket->deleteLater();
    });
    socket->disconnectFromHost();
}

void RunDriver::onConnected(int id) {
    QTcpSocket* socket = socketOf(id);
    if (!socket)
        return;
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    acknowledgeAtOnce(socket->socketDescriptor());
    run_.connected(id, now(), socket->localAddress().toString().toStdString());
    apply();
    onReadable(id); // the greeting may have come already
}

void RunDriver::onReadable(int id) {
    QTcpSocket* socket = socketOf(id);
    if (!socket || socket->bytesAvailable() == 0)
        return;
    const QByteArray bytes = socket->readAll();
    acknowledgeAtOnce(socket->socketDescriptor());
    run_.received(id, {bytes.constData(), static_cast<std::size_t>(bytes.size())}, now());
    apply();
}

void RunDriver::onFailed(int id, QAbstractSocket::SocketError error) {
    if (error == QAbstractSocket::RemoteHostClosedError)
        return; // `disconnected` follows
    onReadable(id);
    if (!socketOf(id))
        return;
    forget(id);
    run_.closed(id, true, now());
    apply();
}

void RunDriver::onDisconnected(int id) {
    onReadable(id);
    QTcpSocket* socket = socketOf(id);
    if (!socket)
        return;
    forget(id);
    run_.closed(id, false, now());
    apply();
}

QTcpSocket* RunDriver::socketOf(int id) const {
    const auto at = sockets_.find(id);
    return at == sockets_.end() ? nullptr : at->second;
}

void RunDriver::forget(int id) {
    QTcpSocket* socket = sockets_.at(id);
    socket->disconnect(this);
    socket->deleteLater();
    sockets_.erase(id);
}

} // namespace yomikae
