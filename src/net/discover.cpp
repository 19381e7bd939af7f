#include "net/discover.h"

#include "net/discover_dns.h"

#include <QNetworkProxy>
#include <QSslCertificate>

#include <algorithm>
#include <utility>

namespace yomikae {

namespace {

QSslConfiguration tlsWith(const std::string& caPem) {
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (!caPem.empty())
        tls.addCaCertificates(QSslCertificate::fromData(QByteArray::fromStdString(caPem), QSsl::Pem));
    return tls;
}

} // namespace

DiscoveryDriver::DiscoveryDriver(const DiscoverySettings& settings, const Catalog& catalog, QObject* parent)
    : QObject(parent), run_(settings.address, settings.choices, catalog), nameServer_(settings.nameServer),
      lookups_(this), around_{&access_, &lookups_, tlsWith(settings.caPem), settings.routes} {
    access_.setProxy(QNetworkProxy::NoProxy);
    wake_.setSingleShot(true);
    connect(&wake_, &QTimer::timeout, this, [this] {
        run_.tick(now());
        apply();
    });
}

void DiscoveryDriver::start() {
    clock_.start();
    run_.start(now());
    apply();
}

void DiscoveryDriver::cancel() {
    run_.cancel(now());
    apply();
}

void DiscoveryDriver::apply() {
    for (const DiscoveryEffect& effect : run_.takeEffects())
        apply(effect);
    wake_.stop();
    if (const auto wake = run_.wakeAt())
        wake_.start(std::max(*wake - now(), DiscoveryRun::Instant(1)));
    if (run_.finished() && !std::exchange(told_, true))
        QMetaObject::invokeMethod(this, &DiscoveryDriver::finished, Qt::QueuedConnection);
}

void DiscoveryDriver::apply(const DiscoveryEffect& effect) {
    const int id = effect.id;
    switch (effect.kind) {
    case DiscoveryEffect::Kind::Fetch: return fetch(effect);
    case DiscoveryEffect::Kind::Drop: return drop(id);
    case DiscoveryEffect::Kind::AskServices:
        return askServices(effect.name, nameServer_, this, [this, id](std::vector<ServiceRecord> records) {
            run_.services(id, std::move(records), now());
            apply();
        });
    case DiscoveryEffect::Kind::AskExchanges:
        return askExchanges(effect.name, nameServer_, this, [this, id](std::vector<MailExchange> records) {
            run_.exchanges(id, std::move(records), now());
            apply();
        });
    }
}

void DiscoveryDriver::fetch(const DiscoveryEffect& effect) {
    const int id = effect.id;
    drop(id); // the one that was redirected
    fetches_[id] = new DiscoverFetch(
        around_, effect.name, effect.path,
        [this, id](const Fetched& answer) {
            run_.fetched(id, answer, now());
            apply();
        },
        this);
    fetches_[id]->start();
}

void DiscoveryDriver::drop(int id) {
    const auto at = fetches_.find(id);
    if (at == fetches_.end())
        return;
    at->second->deleteLater(); // it may be the one that is speaking
    fetches_.erase(at);
}

} // namespace yomikae
