#include "net/discover_fetch.h"

#include "base/limits.h"

#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QUrl>

#include <algorithm>
#include <utility>

namespace yomikae {

namespace {

constexpr std::size_t MostAddresses = 4; ///< there are five seconds for all of them

QNetworkRequest requestFor(const QUrl& url, const std::string& host, const QSslConfiguration& tls) {
    QNetworkRequest request(url);
    request.setSslConfiguration(tls);
    request.setPeerVerifyName(QString::fromStdString(host));
    request.setRawHeader("Host", QByteArray::fromStdString(host));
    request.setRawHeader("User-Agent", "Yomikae");
    request.setRawHeader("Accept-Encoding", "identity"); // nothing that grows when it is unpacked
    request.setRawHeader("Accept-Language", "*");        // else Qt tells the system's language
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    return request;
}

} // namespace

DiscoverFetch::DiscoverFetch(FetchSurroundings& around, const std::string& host, const std::string& path,
                             std::function<void(const Fetched&)> then, QObject* parent)
    : QObject(parent), around_(around), host_(host), path_(path), then_(std::move(then)) {}

DiscoverFetch::~DiscoverFetch() {
    if (!reply_)
        return;
    reply_->disconnect(this);
    reply_->abort();
    reply_->deleteLater();
}

void DiscoverFetch::start() {
    for (const FetchRoute& route : around_.routes)
        if (route.host == host_)
            return get(route.address, route.port);
    lookupsOpen_ = 2;
    for (const AddressFamily family : {AddressFamily::V4, AddressFamily::V6})
        around_.lookups->start(host_, family, [self = QPointer<DiscoverFetch>(this), family](const auto& addresses) {
            if (self)
                self->found(addresses, family);
        });
}

/// IPv4 goes first when it is there: it is the family that a small web server is sure to have.
void DiscoverFetch::found(const FoundAddresses& addresses, AddressFamily family) {
    --lookupsOpen_;
    const auto room = MostAddresses - std::min(MostAddresses, waiting_.size());
    const auto some = std::min(room, addresses.addresses.size());
    waiting_.insert(family == AddressFamily::V4 ? waiting_.begin() : waiting_.end(), addresses.addresses.begin(),
                    addresses.addresses.begin() + static_cast<std::ptrdiff_t>(some));
    if (!reply_ && (family == AddressFamily::V4 || lookupsOpen_ == 0))
        tryNext();
}

void DiscoverFetch::tryNext() {
    if (!waiting_.empty()) {
        const std::string address = waiting_.front();
        waiting_.erase(waiting_.begin());
        return get(address, 443);
    }
    if (lookupsOpen_ == 0)
        tell({});
}

void DiscoverFetch::get(const std::string& address, std::uint16_t port) {
    QUrl url = QUrl::fromEncoded(QByteArray::fromStdString("https://address.invalid" + path_), QUrl::StrictMode);
    url.setHost(QString::fromStdString(address));
    url.setPort(port);
    if (!url.isValid() || QHostAddress(QString::fromStdString(address)).isNull())
        return tell({});
    reply_ = around_.access->get(requestFor(url, host_, around_.tls));
    reply_->setReadBufferSize(static_cast<qint64>(limits::PublishedConfig));
    connect(reply_, &QNetworkReply::sslErrors, this, [this] { notTrusted_ = true; }); // and Qt hangs up
    connect(reply_, &QIODevice::readyRead, this, [this] {
        read();
        if (body_.size() > limits::PublishedConfig)
            end();
    });
    connect(reply_, &QNetworkReply::finished, this, &DiscoverFetch::end);
}

void DiscoverFetch::read() {
    const std::size_t room = limits::PublishedConfig + 1 - body_.size();
    body_ += reply_->read(static_cast<qint64>(room)).toStdString();
}

void DiscoverFetch::end() {
    read();
    QNetworkReply* reply = std::exchange(reply_, {});
    reply->disconnect(this);
    Fetched answer;
    answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.location = reply->rawHeader("Location").toStdString();
    answer.body = std::move(body_);
    body_.clear();
    const bool cutShort = answer.status == 200 && reply->error() != QNetworkReply::NoError;
    reply->abort();
    reply->deleteLater();
    if (notTrusted_)
        return tell({Fetched::Result::NotTrusted, 0, {}, {}});
    if (answer.status == 0)
        return tryNext(); // not even a word: another address may do better
    if (!cutShort)
        answer.result = Fetched::Result::Answered;
    tell(answer);
}

void DiscoverFetch::tell(const Fetched& answer) {
    QMetaObject::invokeMethod(
        this,
        [this, answer] {
            if (const auto then = std::exchange(then_, nullptr))
                then(answer);
        },
        Qt::QueuedConnection);
}

} // namespace yomikae
