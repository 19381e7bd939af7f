// The addresses of one host: A and AAAA asked for apart, each with our own clock.
#pragma once

#include "base/outcome.h"
#include "probe/network.h"

#include <optional>
#include <string>
#include <vector>

namespace yomikae {

class Resolution {
  public:
    /// Asks for `host`.
    Resolution(std::string host, Instant now);
    /// Nothing has to be asked for: a literal, or an address that was given beforehand.
    static Resolution known(const std::vector<std::string>& addresses);

    const std::string& host() const { return host_; }
    /// Families to look up now; each is handed out once, and a second time where nothing at all was heard for 5 s.
    std::vector<AddressFamily> toLookUp(Instant now);
    void answered(AddressFamily family, LookupResult result, const std::vector<std::string>& addresses);
    void tick(Instant now);

    bool settled(AddressFamily family) const { return side(family).result.has_value(); }
    bool settled() const { return v4_.result && v6_.result; }
    const std::vector<std::string>& addresses(AddressFamily family) const { return side(family).addresses; }
    bool hasAddress() const { return !v4_.addresses.empty() || !v6_.addresses.empty(); }
    /// Once settled without any address: dns-timeout outweighs dns-temporary outweighs dns-no-address outweighs
    /// dns-not-found, for who did not answer may still have had an address.
    std::optional<Outcome> failure() const;
    bool networkDown() const;
    std::optional<Instant> wakeAt() const;

  private:
    enum class Known { Found, NotFound, NoAddress, Temporary, NetworkDown, Timeout };
    struct Side {
        std::optional<Known> result;
        std::vector<std::string> addresses;
    };
    Side& side(AddressFamily family) { return family == AddressFamily::V6 ? v6_ : v4_; }
    const Side& side(AddressFamily family) const { return family == AddressFamily::V6 ? v6_ : v4_; }
    bool either(Known result) const { return v4_.result == result || v6_.result == result; }
    bool silent() const { return !v4_.result && !v6_.result; }

    std::string host_;
    Instant began_;
    Side v4_;
    Side v6_;
    int asked_ = 0;
};

} // namespace yomikae
