// One GET over https for a discovery: nothing is sent but the host and the path.
#pragma once

#include "discovery/discovery_run.h"
#include "net/lookup.h"

#include <QNetworkReply>
#include <QObject>
#include <QPointer>
#include <QSslConfiguration>

#include <functional>
#include <string>
#include <vector>

class QNetworkAccessManager;

namespace yomikae {

/// Where a host is to be found instead of asking DNS (--resolve, tests).
struct FetchRoute {
    std::string host;
    std::string address;
    std::uint16_t port = 443;
};

/// What all fetches of one discovery share; must outlive them.
struct FetchSurroundings {
    QNetworkAccessManager* access = nullptr;
    Lookups* lookups = nullptr;
    QSslConfiguration tls;
    std::vector<FetchRoute> routes;
};

/// No cookies, no credentials, no proxy, no redirects, no cache. The connection is made to an address, and the
/// certificate checked for the host; one that is not valid ends the fetch before a byte of it is sent.
class DiscoverFetch : public QObject {
  public:
    /// `then` is called once, from the event loop, unless this object goes before.
    DiscoverFetch(FetchSurroundings& around, const std::string& host, const std::string& path,
                  std::function<void(const Fetched&)> then, QObject* parent);
    ~DiscoverFetch() override;

    void start();

  private:
    void found(const FoundAddresses& addresses, AddressFamily family);
    void get(const std::string& address, std::uint16_t port);
    void read();
    void end();
    void tryNext();
    void tell(const Fetched& answer);

    FetchSurroundings& around_;
    const std::string host_;
    const std::string path_;
    std::function<void(const Fetched&)> then_;
    QPointer<QNetworkReply> reply_;    ///< belongs to `around_.access`, which may go first
    std::vector<std::string> waiting_; ///< addresses that were not tried yet
    int lookupsOpen_ = 0;
    bool notTrusted_ = false;
    std::string body_;
};

} // namespace yomikae
