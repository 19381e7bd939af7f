// What a mail domain says about its servers in DNS: SRV records (RFC 6186, RFC 8314 5.1) and MX records.
#pragma once

#include "base/mail_address.h"
#include "profile/catalog.h"
#include "translation/translation.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace yomikae {

struct ServiceRecord {
    std::string target; ///< as it came; "" or "." = the service is not offered (RFC 2782)
    std::uint16_t port = 0;
    std::uint16_t priority = 0; ///< the least is asked first
    std::uint16_t weight = 0;
    friend bool operator==(const ServiceRecord&, const ServiceRecord&) = default;
};

struct MailExchange {
    std::string host;
    std::uint16_t preference = 0; ///< the least is asked first
    friend bool operator==(const MailExchange&, const MailExchange&) = default;
};

/// A name under which a domain may offer a mail service.
struct MailService {
    std::string_view label; ///< "_imaps._tcp"
    Protocol protocol;
    Security security;
};

/// The six of RFC 6186 and RFC 8314, in our order of preference.
std::span<const MailService> mailServices();

/// True where the domain says that it does not offer the service.
bool isNotOffered(std::span<const ServiceRecord> records);

/// The servers of one answer, by priority, then the heavier first: origin Discovered, evidence reported. Records with a
/// host that is none or without a port are left out. DNS says no user name: the whole address, then the part before the
/// @ (RFC 6186 4).
std::vector<TranslatedEndpoint> endpointsOf(const MailService& service, std::vector<ServiceRecord> records,
                                            const MailAddress& address);

/// The known provider whose servers take the domain's mail, or null. The exchange that is asked first decides.
const ProviderProfile* hosterOf(std::span<const MailExchange> exchanges, const Catalog& catalog);

/// The host of the exchange that is asked first, or "". ("." is RFC 7505's "takes no mail at all".)
std::string firstExchange(std::span<const MailExchange> exchanges);

} // namespace yomikae
