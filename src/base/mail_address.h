// A mail address as people have it (RFC 5321 4.1.2, dot-atoms and quoted local parts; domains by base/host_name.h).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace yomikae {

struct MailAddress {
    std::string local;  ///< case kept
    std::string domain; ///< lower case A-labels
    std::string full() const { return local + "@" + domain; }
    friend bool operator==(const MailAddress&, const MailAddress&) = default;
};

/// Nothing where it is no address. Accepts what Japanese carriers once gave out ("..", "." before "@") since those
/// addresses exist.
std::optional<MailAddress> mailAddress(std::string_view typed);

} // namespace yomikae
