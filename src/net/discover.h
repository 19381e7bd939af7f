// Applies what a DiscoveryRun says to real fetches, DNS questions and timers.
#pragma once

#include "discovery/discovery_run.h"
#include "net/discover_fetch.h"
#include "net/lookup.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QObject>
#include <QTimer>

#include <map>
#include <string>
#include <vector>

namespace yomikae {

struct DiscoverySettings {
    MailAddress address; ///< only its domain is ever asked for
    DiscoveryChoices choices;
    std::vector<FetchRoute> routes; ///< hosts that are not looked up
    std::string caPem;              ///< certificate authorities beside the system's, or ""
    std::string nameServer;         ///< an IP literal for SRV and MX, or "" = the system's
};

/// One discovery, 10 s at most. Lives in a thread with an event loop; nothing here blocks.
class DiscoveryDriver : public QObject {
    Q_OBJECT

  public:
    /// `catalog` must outlive this object.
    DiscoveryDriver(const DiscoverySettings& settings, const Catalog& catalog, QObject* parent = nullptr);

    void start();
    void cancel(); ///< back at once; `finished` comes from the event loop
    bool isFinished() const { return run_.finished(); }
    Discovery discovery() const { return run_.result(); } ///< what is known so far; complete once finished

  signals:
    void finished(); ///< once

  private:
    DiscoveryRun::Instant now() const { return DiscoveryRun::Instant(clock_.elapsed()); }
    void apply();
    void apply(const DiscoveryEffect& effect);
    void fetch(const DiscoveryEffect& effect);
    void drop(int id);

    DiscoveryRun run_;
    const std::string nameServer_;
    Lookups lookups_;
    QNetworkAccessManager access_;
    FetchSurroundings around_;
    std::map<int, DiscoverFetch*> fetches_;
    QElapsedTimer clock_;
    QTimer wake_;
    bool told_ = false;
};

} // namespace yomikae
