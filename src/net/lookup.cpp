#include "net/lookup.h"

#include <QMetaObject>

#include <atomic>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>

namespace yomikae {

namespace {

std::atomic<int> threadsUnderWay{0};

} // namespace

struct Lookups::Mailbox {
    std::mutex mutex;
    QObject* receiver = nullptr; ///< null once nobody listens

    void deliver(const FoundAddresses& found, const Then& then) {
        const std::lock_guard lock(mutex);
        if (receiver)
            QMetaObject::invokeMethod(
                receiver, [then, found] { then(found); }, Qt::QueuedConnection);
    }
};

Lookups::Lookups(QObject* receiver) : mailbox_(std::make_shared<Mailbox>()) {
    mailbox_->receiver = receiver;
}

Lookups::~Lookups() {
    const std::lock_guard lock(mailbox_->mutex);
    mailbox_->receiver = nullptr;
}

void Lookups::start(const std::string& host, AddressFamily family, Then then) {
    const auto work = [mailbox = mailbox_, host, family, then] {
        mailbox->deliver(addressesOf(host, family), then);
        --threadsUnderWay;
    };
    ++threadsUnderWay;
    try {
        std::thread(work).detach();
    } catch (const std::system_error&) { // no more threads to be had
        --threadsUnderWay;
        mailbox_->deliver({LookupResult::Temporary, {}}, then);
    }
}

int Lookups::underWay() {
    return threadsUnderWay;
}

} // namespace yomikae
