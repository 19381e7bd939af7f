#include "practice/practice_connection.h"

#include <QTcpSocket>
#include <QTimer>

#include <utility>

namespace yomikae {

namespace {

constexpr qint64 MostUnread = 64 * 1024;       // bytes that wait for us
constexpr qint64 MostUnsent = 2 * 1024 * 1024; // bytes that wait for a client that does not read

} // namespace

PracticeConnection::PracticeConnection(QTcpSocket* socket, std::unique_ptr<PracticeDialogue> dialogue,
                                       const PracticeIdentity& identity, bool implicitTls, const PracticeLimits& limits,
                                       QObject* parent)
    : QObject(parent), socket_(socket), dialogue_(std::move(dialogue)), identity_(identity), limits_(limits),
      idle_(new QTimer(this)) {
    socket_->setParent(this);
    socket_->setReadBufferSize(MostUnread);
    idle_->setSingleShot(true);
    idle_->start(limits_.idle);
    connect(idle_, &QTimer::timeout, this, &PracticeConnection::end);
    QTimer::singleShot(limits_.whole, this, &PracticeConnection::end);
    connect(socket_, &QTcpSocket::readyRead, this, &PracticeConnection::read);
    connect(socket_, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    if (implicitTls) {
        tls_ = std::make_unique<PracticeTls>(identity_);
    } else {
        greeted_ = true;
        send(dialogue_->greeting());
    }
}

PracticeConnection::~PracticeConnection() {
    socket_->disconnect(this); // closing the socket must not call into what is going
}

void PracticeConnection::read() {
    const QByteArray bytes = socket_->readAll();
    if (ended_ || bytes.isEmpty())
        return;
    idle_->start(limits_.idle);
    const std::string_view view(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    if (!tls_) {
        input_ += view;
    } else {
        const bool alive = tls_->receive(view);
        flush();
        if (tls_->established() && !std::exchange(greeted_, true))
            send(dialogue_->greeting());
        input_ += tls_->takePlaintext();
        if (!alive)
            return end();
    }
    takeLines();
}

void PracticeConnection::takeLines() {
    std::size_t lineEnd = 0;
    while (!ended_ && (lineEnd = input_.find('\n')) != std::string::npos) {
        std::string line = input_.substr(0, lineEnd);
        input_.erase(0, lineEnd + 1);
        if (!line.empty() && line.back() == '\r')
            line.pop_back();
        if (line.size() > limits_.line)
            return end();
        apply(dialogue_->answer(line));
    }
    if (input_.size() > limits_.line)
        end();
}

void PracticeConnection::apply(const PracticeReply& reply) {
    send(reply.bytes);
    if (reply.close)
        end();
    else if (reply.startTls)
        beginTls();
}

// Bytes behind STLS or STARTTLS came before the handshake and may be anybody's (the CVE-2011-0411 class).
void PracticeConnection::beginTls() {
    if (!input_.empty())
        return end();
    tls_ = std::make_unique<PracticeTls>(identity_);
    dialogue_->tlsStarted();
}

void PracticeConnection::send(const std::string& plaintext) {
    if (ended_ || plaintext.empty())
        return;
    if (tls_)
        tls_->write(plaintext);
    else
        socket_->write(plaintext.data(), static_cast<qint64>(plaintext.size()));
    flush();
    if (socket_->bytesToWrite() > MostUnsent)
        end();
}

void PracticeConnection::flush() {
    const std::string bytes = tls_ ? tls_->takeCiphertext() : std::string();
    if (!bytes.empty())
        socket_->write(bytes.data(), static_cast<qint64>(bytes.size()));
}

void PracticeConnection::end() {
    if (std::exchange(ended_, true))
        return;
    if (tls_) {
        tls_->shutdown();
        flush();
    }
    // The last words go out first; a client that does not take them is not waited for.
    QTimer::singleShot(std::chrono::seconds(2), socket_, &QTcpSocket::abort);
    socket_->disconnectFromHost();
}

} // namespace yomikae
