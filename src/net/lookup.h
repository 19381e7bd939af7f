// Look-ups that never hold anybody up: each on a thread of its own, left behind when it is late.
#pragma once

#include "net/platform.h"

#include <QObject>

#include <functional>
#include <memory>
#include <string>

namespace yomikae {

/// QHostInfo keeps a quitting process waiting while DNS is silent; these threads are detached and touch nothing of ours
/// once their Lookups are gone.
class Lookups {
  public:
    using Then = std::function<void(const FoundAddresses&)>;

    /// Answers come through the event loop of `receiver`'s thread, which outlives this object.
    explicit Lookups(QObject* receiver);
    ~Lookups();
    Lookups(const Lookups&) = delete;
    Lookups& operator=(const Lookups&) = delete;

    void start(const std::string& host, AddressFamily family, Then then);

    /// From now on this process keeps what was found (and that a name does not exist) for a while, for all: where many
    /// certificates name the same few servers. At most limits::BatchNames names, for limits::BatchNamesFor.
    static void keepFound();

    /// Threads of this process that still wait. Where there are any, a process ends by std::_Exit after its clean-up:
    /// they may sit in a library that the normal way out takes apart.
    static int underWay();

  private:
    struct Mailbox;
    std::shared_ptr<Mailbox> mailbox_;
};

} // namespace yomikae
