// Carries a SendTest through: its waits, and a RunDriver for each of its connections.
#pragma once

#include "net/run_driver.h"
#include "probe/send_test.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <string>

namespace yomikae {

/// Letters and digits that nobody guesses, for TestMessage::token.
std::string testMessageToken();

/// Lives in a thread with an event loop; nothing here blocks.
class SendTestDriver : public QObject {
    Q_OBJECT

  public:
    using Memory = std::function<std::unique_ptr<LoginMemory>()>;

    /// `settings` as for the run that was the proof; `proofTook` is that run's `elapsed`. `memory` (may be empty) gives
    /// each connection its own: between them another process may log in.
    SendTestDriver(SendTest test, RunSettings settings, Milliseconds proofTook, Memory memory = {},
                   QObject* parent = nullptr);

    void start();
    /// Back at once; `finished` comes from the event loop. Nothing but QUIT and the end of a connection follows.
    void cancel();
    /// After `finished`: the message that was found is removed, and `finished` comes again. False where it cannot be.
    bool removeNow();

    const SendTest& test() const { return test_; }
    const SendTestResult& result() const { return test_.result(); }
    /// How long the next connection is still waited for; none while one is under way.
    Milliseconds waitsFor() const;

  signals:
    void changed(); ///< another phase, connection or wait
    void finished();

  private:
    Instant now() const { return proofTook_ + Milliseconds(clock_.elapsed()); }
    void goOn();
    void beginLeg();
    void legEnded();

    SendTest test_;
    RunSettings settings_;
    Milliseconds proofTook_;
    Memory memory_;
    QElapsedTimer clock_;
    QTimer wake_;
    std::unique_ptr<RunDriver> leg_;
};

} // namespace yomikae
