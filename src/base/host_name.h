// Host names: what may be asked for in DNS and given to TLS as the name to check.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace yomikae {

/// The name in lower case A-labels (RFC 5890), folded to half width, one trailing dot cut. Nothing where it is no host
/// name by RFC 1123 2.1 with at least two labels: empty or long labels, blanks, '@', ':', '/', '*', '$', IP literals.
std::optional<std::string> hostName(std::string_view typed);

/// An IPv4 or IPv6 literal (no zone, no brackets), as the person typed it for their own server.
bool isIpLiteral(std::string_view text);

/// Strict form already? (what hostName would return unchanged)
bool isHostName(std::string_view text);

/// True for a pattern's own domain or below it: isUnder("a.b.jp", "b.jp"), isUnder("b.jp", "b.jp").
bool isUnder(std::string_view host, std::string_view domain);

} // namespace yomikae
