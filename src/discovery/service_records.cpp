// Obeys RFC 2782 (but draws no lots: the heavier goes first), RFC 6186, RFC 8314 5.1.
#include "discovery/service_records.h"

#include "base/host_name.h"
#include "base/limits.h"

#include <algorithm>
#include <tuple>

namespace yomikae {

namespace {

constexpr MailService Services[] = {
    {"_pop3s._tcp", Protocol::Pop3, Security::ImplicitTls},
    {"_imaps._tcp", Protocol::Imap, Security::ImplicitTls},
    {"_submissions._tcp", Protocol::Smtp, Security::ImplicitTls},
    {"_submission._tcp", Protocol::Smtp, Security::StartTls},
    {"_pop3._tcp", Protocol::Pop3, Security::StartTls},
    {"_imap._tcp", Protocol::Imap, Security::StartTls},
};

bool isNoTarget(std::string_view target) {
    return target.empty() || target == ".";
}

} // namespace

std::span<const MailService> mailServices() {
    return Services;
}

bool isNotOffered(std::span<const ServiceRecord> records) {
    return records.size() == 1 && isNoTarget(records.front().target);
}

std::vector<TranslatedEndpoint> endpointsOf(const MailService& service, std::vector<ServiceRecord> records,
                                            const MailAddress& address) {
    std::stable_sort(records.begin(), records.end(), [](const ServiceRecord& a, const ServiceRecord& b) {
        return std::tuple(a.priority, b.weight) < std::tuple(b.priority, a.weight);
    });
    std::vector<TranslatedEndpoint> endpoints;
    for (const ServiceRecord& record : records) {
        const auto host = isNoTarget(record.target) ? std::nullopt : hostName(record.target);
        if (!host || record.port == 0 || endpoints.size() >= limits::RecordsOfOneName)
            continue;
        TranslatedEndpoint out;
        out.protocol = service.protocol;
        out.host = *host;
        out.port = record.port;
        // 465 and its like speak TLS at once, under whichever name they are published
        const bool tlsPort = usualSecurity(service.protocol, record.port) == Security::ImplicitTls;
        out.security = tlsPort ? Security::ImplicitTls : service.security;
        out.usernames = {address.full(), address.local};
        out.evidence = Evidence::Reported;
        out.source = "DNS SRV " + std::string(service.label) + "." + address.domain;
        out.origin = HostOrigin::Discovered;
        endpoints.push_back(std::move(out));
    }
    return endpoints;
}

std::string firstExchange(std::span<const MailExchange> exchanges) {
    const auto first = std::min_element(exchanges.begin(), exchanges.end(), [](const auto& a, const auto& b) {
        return std::tie(a.preference, a.host) < std::tie(b.preference, b.host);
    });
    if (first == exchanges.end())
        return {};
    return isNoTarget(first->host) ? "." : hostName(first->host).value_or(std::string());
}

const ProviderProfile* hosterOf(std::span<const MailExchange> exchanges, const Catalog& catalog) {
    const std::string host = firstExchange(exchanges);
    return host.empty() || host == "." ? nullptr : catalog.byMx(host);
}

} // namespace yomikae
