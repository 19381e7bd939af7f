// One accepted connection: socket, TLS, lines, and the limits that end it.
#pragma once

#include "practice/practice_dialogue.h"
#include "practice/practice_tls.h"

#include <QObject>

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>

class QTcpSocket;
class QTimer;

namespace yomikae {

/// A practice server must not become a burden when something else on the machine finds it.
struct PracticeLimits {
    int connections = 16;                   ///< at one time, over all ports
    std::size_t line = 8192;                ///< bytes; a longer one ends the connection
    std::chrono::milliseconds idle{60'000}; ///< without a byte from the client
    std::chrono::milliseconds whole{300'000};
};

class PracticeConnection : public QObject {
  public:
    /// Owns the socket. `identity` outlives the connection, which deletes itself when it has ended.
    PracticeConnection(QTcpSocket* socket, std::unique_ptr<PracticeDialogue> dialogue, const PracticeIdentity& identity,
                       bool implicitTls, const PracticeLimits& limits, QObject* parent);
    ~PracticeConnection() override;

  private:
    void read();
    void takeLines();
    void apply(const PracticeReply& reply);
    void send(const std::string& plaintext);
    void flush();
    void beginTls();
    void end();

    QTcpSocket* socket_;
    std::unique_ptr<PracticeDialogue> dialogue_;
    const PracticeIdentity& identity_;
    std::unique_ptr<PracticeTls> tls_;
    PracticeLimits limits_;
    QTimer* idle_;
    std::string input_;
    bool greeted_ = false;
    bool ended_ = false;
};

} // namespace yomikae
