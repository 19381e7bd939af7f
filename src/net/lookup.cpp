#include "net/lookup.h"

#include "base/limits.h"

#include <QMetaObject>

#include <atomic>
#include <chrono>
#include <map>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>

namespace yomikae {

namespace {

std::atomic<int> threadsUnderWay{0};

/// Answers for a while, for all threads.
class KeptNames {
  public:
    using Clock = std::chrono::steady_clock;
    using Name = std::pair<std::string, AddressFamily>;

    void begin() { on_ = true; }

    std::optional<FoundAddresses> of(const Name& name) {
        const std::lock_guard lock(mutex_);
        const auto at = kept_.find(name);
        if (at == kept_.end() || at->second.until < Clock::now())
            return std::nullopt;
        return at->second.found;
    }

    /// What may be different in a moment (no answer, no network) is not kept.
    void keep(const Name& name, const FoundAddresses& found) {
        if (!on_ || found.result == LookupResult::Temporary || found.result == LookupResult::NetworkDown)
            return;
        const std::lock_guard lock(mutex_);
        if (kept_.size() >= limits::BatchNames)
            kept_.clear();
        kept_[name] = {found, Clock::now() + limits::BatchNamesFor};
    }

  private:
    struct Kept {
        FoundAddresses found;
        Clock::time_point until;
    };
    std::atomic<bool> on_{false};
    std::mutex mutex_;
    std::map<Name, Kept> kept_;
};

/// Never taken apart: a thread that was left behind may still come here.
KeptNames& keptNames() {
    static auto* const names = new KeptNames;
    return *names;
}

} // namespace

struct Lookups::Mailbox {
    std::mutex mutex;
    QObject* receiver = nullptr; ///< null once nobody listens

    /// Dropped where nobody listens any more, now or when the receiver comes to it.
    static void deliver(const std::shared_ptr<Mailbox>& to, const FoundAddresses& found, const Then& then) {
        const std::lock_guard lock(to->mutex);
        if (!to->receiver)
            return;
        QMetaObject::invokeMethod(
            to->receiver,
            [to, then, found] {
                if (to->receiver)
                    then(found);
            },
            Qt::QueuedConnection);
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
    if (const auto kept = keptNames().of({host, family}))
        return Mailbox::deliver(mailbox_, *kept, then);
    const auto work = [mailbox = mailbox_, host, family, then] {
        const FoundAddresses found = addressesOf(host, family);
        keptNames().keep({host, family}, found);
        Mailbox::deliver(mailbox, found, then);
        --threadsUnderWay;
    };
    ++threadsUnderWay;
    try {
        std::thread(work).detach();
    } catch (const std::system_error&) { // no more threads to be had
        --threadsUnderWay;
        Mailbox::deliver(mailbox_, {LookupResult::Temporary, {}}, then);
    }
}

void Lookups::keepFound() {
    keptNames().begin();
}

int Lookups::underWay() {
    return threadsUnderWay;
}

} // namespace yomikae
