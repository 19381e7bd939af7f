#include "net/dialling.h"

#include <QSocketNotifier>

#include <utility>

namespace yomikae {

Dialling::Dialling(const std::string& address, std::uint16_t port, std::function<void(DialResult)> then,
                   QObject* parent)
    : QObject(parent), then_(std::move(then)) {
    const Dial dial = beginDial(address, port);
    socket_ = dial.socket;
    if (dial.result != DialResult::UnderWay) {
        tell(dial.result);
        return;
    }
    writable_ = std::make_unique<QSocketNotifier>(static_cast<qintptr>(socket_), QSocketNotifier::Write);
    broken_ = std::make_unique<QSocketNotifier>(static_cast<qintptr>(socket_), QSocketNotifier::Exception);
    for (QSocketNotifier* notifier : {writable_.get(), broken_.get()})
        connect(notifier, &QSocketNotifier::activated, this, [this] { ready(); });
}

Dialling::~Dialling() {
    writable_.reset();
    broken_.reset();
    hangUp(socket_);
}

void Dialling::ready() {
    if (!writable_->isEnabled())
        return;
    writable_->setEnabled(false);
    broken_->setEnabled(false);
    tell(endDial(socket_));
}

/// Queued: whoever started this may still be in the middle of something.
void Dialling::tell(DialResult result) {
    QMetaObject::invokeMethod(
        this, [this, result] { then_(result); }, Qt::QueuedConnection);
}

} // namespace yomikae
