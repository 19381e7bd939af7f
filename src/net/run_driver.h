// Applies what a ProbeRun says to real sockets, look-ups and timers.
#pragma once

#include "net/dialling.h"
#include "net/login_memory.h"
#include "net/lookup.h"
#include "probe/run.h"

#include <QAbstractSocket>
#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <map>

class QTcpSocket;

namespace yomikae {

/// One run. Lives in a thread with an event loop; nothing here blocks. Sockets get addresses, never names, and no
/// proxy.
class RunDriver : public QObject {
    Q_OBJECT

  public:
    /// `memory` (may be null) bounds the logins over program runs; it is given back at the end of the run. Without a
    /// password it is not needed.
    RunDriver(const Plan& plan, RunSettings settings, std::unique_ptr<LoginMemory> memory = nullptr,
              QObject* parent = nullptr);
    ~RunDriver() override;

    void start();
    /// Back at once; `finished` comes from the event loop. Nothing but QUIT and the end of the connections follows.
    void cancel();
    /// A yes to something more, see ProbeRun::agree; `finished` comes again. `memory` as in the constructor.
    void agree(const Plan& plan, const Consents& consents, std::unique_ptr<LoginMemory> memory = nullptr);
    bool isFinished() const { return run_.finished(); }
    /// What is known so far; complete once finished.
    const RunReport& report() const { return run_.report(); }

  signals:
    void changed(int attempt); ///< index into report().attempts
    void finished();           ///< once, and once more after each `agree`

  private:
    Instant now() const { return Instant(clock_.elapsed()); }
    void apply();
    void remember();
    void apply(Effect& effect);
    void lookUp(const Effect& effect);
    void connectTo(const Effect& effect);
    void send(Effect& effect);
    void close(int id);
    void onDialled(int id, DialResult result);
    void adopt(int id, std::intptr_t connection);
    void onConnected(int id);
    void onReadable(int id);
    void onFailed(int id, QAbstractSocket::SocketError error);
    void onDisconnected(int id);
    QTcpSocket* socketOf(int id) const;
    void forget(int id);

    std::unique_ptr<LoginMemory> memory_;
    const TrustStore* const trust_; ///< of the settings; may be null
    ProbeRun run_;
    Lookups lookups_;
    QElapsedTimer clock_;
    QTimer wake_;
    std::map<int, Dialling*> dialling_;  ///< connections that are being made
    std::map<int, QTcpSocket*> sockets_; ///< connections that stand
    bool told_ = false;
    int spentBefore_ = 0; ///< logins that an earlier `memory_` knows of
};

} // namespace yomikae
