#include "probe/resolution.h"

#include "base/limits.h"

#include <utility>

namespace yomikae {

Resolution::Resolution(std::string host, Instant now) : host_(std::move(host)), began_(now) {}

Resolution Resolution::known(const std::vector<std::string>& addresses) {
    Resolution resolution({}, Instant{});
    resolution.asked_ = 2;
    for (const std::string& address : addresses) {
        const bool v6 = address.find(':') != std::string::npos;
        resolution.side(v6 ? AddressFamily::V6 : AddressFamily::V4).addresses.push_back(address);
    }
    for (Side* side : {&resolution.v4_, &resolution.v6_})
        side->result = side->addresses.empty() ? Known::NoAddress : Known::Found;
    return resolution;
}

std::vector<AddressFamily> Resolution::toLookUp(Instant now) {
    const bool again = asked_ == 1 && silent() && now >= began_ + limits::DnsFirst;
    if (asked_ != 0 && !again)
        return {};
    ++asked_;
    return {AddressFamily::V6, AddressFamily::V4};
}

void Resolution::answered(AddressFamily family, LookupResult result, const std::vector<std::string>& addresses) {
    constexpr Known Words[] = {Known::Found, Known::NotFound, Known::NoAddress, Known::Temporary, Known::NetworkDown};
    Side& to = side(family);
    if (to.result)
        return;
    to.result = Words[static_cast<std::size_t>(result)];
    if (to.result == Known::Found && addresses.empty())
        to.result = Known::NoAddress;
    if (to.result == Known::Found)
        to.addresses = addresses;
}

void Resolution::tick(Instant now) {
    if (settled() || now < began_ + limits::DnsAll)
        return;
    for (Side* late : {&v4_, &v6_})
        if (!late->result)
            late->result = Known::Timeout;
}

std::optional<Outcome> Resolution::failure() const {
    if (!settled() || hasAddress())
        return std::nullopt;
    if (either(Known::Timeout))
        return Outcome::DnsTimeout;
    if (either(Known::Temporary) || either(Known::NetworkDown))
        return Outcome::DnsTemporary;
    return either(Known::NoAddress) ? Outcome::DnsNoAddress : Outcome::DnsNotFound;
}

bool Resolution::networkDown() const {
    return either(Known::NetworkDown);
}

std::optional<Instant> Resolution::wakeAt() const {
    if (settled())
        return std::nullopt;
    return asked_ == 1 && silent() ? began_ + limits::DnsFirst : began_ + limits::DnsAll;
}

} // namespace yomikae
