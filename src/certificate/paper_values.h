// Values as papers print them, in text that is folded already: found in what stands behind a label.
#pragma once

#include "base/endpoint.h"
#include "base/partial_date.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace yomikae {

/// A mail address in the text ("taro @ agate.plala.or.jp (半角)" too), the domain in lower case.
std::optional<std::string> addressIn(std::string_view text);
/// Every address in the text.
std::vector<std::string> addressesIn(std::string_view text);

struct HostAndPort {
    std::string host; ///< lower case
    std::optional<std::uint16_t> port;
    bool portForTls = false; ///< a note names a port for SSL, which is not necessarily the one in use
    friend bool operator==(const HostAndPort&, const HostAndPort&) = default;
};
/// "agate.mail.plala.or.jp", "pop.example.jp:995", "pop.example.jp (ポート110)", "mail.example.jp(110番)".
std::optional<HostAndPort> hostIn(std::string_view text);
/// Host names in running text whose first label says what they are for (pop, pop3, smtp, imap, …).
std::vector<std::string> speakingHostsIn(std::string_view text);

/// The first whole number, where it is a port.
std::optional<std::uint16_t> portIn(std::string_view text);

/// 平成16年5月31日, 令和元年, H16.5, 2004年5月, 2004/05/31, 2004-05, 20040531.
std::optional<PartialDate> dateIn(std::string_view text);
/// True where nothing but one date stands there.
bool isDateAlone(std::string_view text);

/// "SSL/TLS", "STARTTLS", "なし", …
std::optional<Security> securityIn(std::string_view text);

/// A user name: the first word, if it is 7 bit and printable.
std::optional<std::string> accountIn(std::string_view text);

/// The password; nothing where words ("お客様が設定されたもの") or asterisks stand in its place.
std::optional<std::string> passwordIn(std::string_view text);

/// "himitsu S3cret": something stands behind a blank where none should be, and it is no note.
bool goesOn(std::string_view text);

/// "同上", "POPサーバと同じ".
bool saysTheSame(std::string_view text);

} // namespace yomikae
