#include "base/mail_address.h"

#include "base/host_name.h"
#include "base/limits.h"
#include "base/text.h"

namespace yomikae {

namespace {

/// RFC 5322 atext and dots anywhere: carriers once gave out "taro..ken" and "taro.".
bool isDotText(std::string_view local) {
    constexpr std::string_view Marks = "!#$%&'*+-/=?^_`{|}~.";
    for (const char c : local)
        if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
              Marks.find(c) != std::string_view::npos))
            return false;
    return !local.empty();
}

/// RFC 5321 4.1.2 Quoted-string.
bool isQuoted(std::string_view local) {
    if (local.size() < 2 || local.front() != '"' || local.back() != '"')
        return false;
    const std::string_view inside = local.substr(1, local.size() - 2);
    for (std::size_t i = 0; i < inside.size(); ++i) {
        if (inside[i] < 0x20 || inside[i] > 0x7E || inside[i] == '"')
            return false;
        if (inside[i] == '\\' && ++i == inside.size())
            return false;
    }
    return true;
}

} // namespace

std::optional<MailAddress> mailAddress(std::string_view typed) {
    if (typed.size() > 4 * limits::MailAddress)
        return std::nullopt;
    const std::string text = foldTyped(typed);
    const auto at = text.rfind('@');
    if (at == std::string::npos || text.size() > limits::MailAddress)
        return std::nullopt;
    MailAddress address;
    address.local = text.substr(0, at);
    const auto domain = hostName(std::string_view(text).substr(at + 1));
    if (!domain || address.local.size() > 64 || !(isDotText(address.local) || isQuoted(address.local)))
        return std::nullopt;
    address.domain = *domain;
    return address;
}

} // namespace yomikae
