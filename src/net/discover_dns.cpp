#include "net/discover_dns.h"

#include "base/limits.h"

#include <QCoreApplication>
#include <QDnsLookup>
#include <QHostAddress>

#include <atomic>
#include <utility>

namespace yomikae {

namespace {

std::atomic<int> questionsUnderWay{0};

/// Belongs to the application, not to who asks: an abort would not end Qt's thread, and would hide that it is there.
QDnsLookup* question(QDnsLookup::Type type, const std::string& name, const std::string& nameServer) {
    auto* lookup = new QDnsLookup(type, QString::fromStdString(name), QCoreApplication::instance());
    if (!nameServer.empty())
        lookup->setNameserver(QHostAddress(QString::fromStdString(nameServer)));
    QObject::connect(lookup, &QDnsLookup::finished, lookup, [lookup] {
        --questionsUnderWay;
        lookup->deleteLater();
    });
    ++questionsUnderWay;
    return lookup;
}

bool isFull(std::size_t size) {
    return size >= limits::RecordsOfOneName;
}

std::vector<ServiceRecord> servicesIn(const QDnsLookup& lookup) {
    std::vector<ServiceRecord> records;
    for (const QDnsServiceRecord& record : lookup.serviceRecords())
        if (!isFull(records.size()))
            records.push_back({record.target().toStdString(), record.port(), record.priority(), record.weight()});
    return records;
}

std::vector<MailExchange> exchangesIn(const QDnsLookup& lookup) {
    std::vector<MailExchange> records;
    for (const QDnsMailExchangeRecord& record : lookup.mailExchangeRecords())
        if (!isFull(records.size()))
            records.push_back({record.exchange().toStdString(), record.preference()});
    return records;
}

} // namespace

void askServices(const std::string& name, const std::string& nameServer, QObject* receiver,
                 std::function<void(std::vector<ServiceRecord>)> then) {
    QDnsLookup* lookup = question(QDnsLookup::SRV, name, nameServer);
    QObject::connect(lookup, &QDnsLookup::finished, receiver, [lookup, then] { then(servicesIn(*lookup)); });
    lookup->lookup();
}

void askExchanges(const std::string& name, const std::string& nameServer, QObject* receiver,
                  std::function<void(std::vector<MailExchange>)> then) {
    QDnsLookup* lookup = question(QDnsLookup::MX, name, nameServer);
    QObject::connect(lookup, &QDnsLookup::finished, receiver, [lookup, then] { then(exchangesIn(*lookup)); });
    lookup->lookup();
}

int dnsQuestionsUnderWay() {
    return questionsUnderWay;
}

} // namespace yomikae
