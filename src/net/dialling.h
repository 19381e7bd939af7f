// One TCP connection that is being made.
#pragma once

#include "net/platform.h"

#include <QObject>

#include <functional>
#include <memory>
#include <string>
#include <utility>

class QSocketNotifier;

namespace yomikae {

/// QTcpSocket dials again, and again, where a server takes a connection and resets it at once (measured with Qt 6.4: a
/// thousand connections a second). So connections are made here, each exactly once, and handed to Qt when they stand.
class Dialling : public QObject {
  public:
    /// `then` is called once, from the event loop, unless this object goes before.
    Dialling(const std::string& address, std::uint16_t port, std::function<void(DialResult)> then, QObject* parent);
    ~Dialling() override;

    /// The connection, once it stands; the caller owns it.
    std::intptr_t take() { return std::exchange(socket_, -1); }

  private:
    void tell(DialResult result);
    void ready();
    std::intptr_t socket_ = -1;
    std::function<void(DialResult)> then_;
    std::unique_ptr<QSocketNotifier> writable_;
    std::unique_ptr<QSocketNotifier> broken_; ///< Windows says a failure this way
};

} // namespace yomikae
