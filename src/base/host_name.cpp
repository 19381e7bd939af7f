#include "base/host_name.h"

#include "base/limits.h"
#include "base/text.h"

#include <idn2.h>

namespace yomikae {

namespace {

bool isLabel(std::string_view label) {
    if (label.empty() || label.size() > 63 || label.front() == '-' || label.back() == '-')
        return false;
    for (const char c : label)
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_'))
            return false;
    return true;
}

bool isAscii(std::string_view text) {
    for (const char c : text)
        if (static_cast<unsigned char>(c) >= 0x80)
            return false;
    return true;
}

/// IDNA 2008 with the mapping of UTS #46; nothing where a label is not allowed.
std::optional<std::string> aLabels(const std::string& name) {
    char* out = nullptr;
    if (idn2_to_ascii_8z(name.c_str(), &out, IDN2_NFC_INPUT | IDN2_NONTRANSITIONAL) != IDN2_OK)
        return std::nullopt;
    std::string ascii(out);
    idn2_free(out);
    return ascii;
}

bool isIpv4(std::string_view text) {
    int parts = 0;
    while (true) {
        const auto dot = text.find('.');
        const std::string_view part = text.substr(0, dot);
        if (part.empty() || part.size() > 3 || part.find_first_not_of("0123456789") != std::string_view::npos ||
            (part.size() > 1 && part[0] == '0') || (part.size() == 3 && part > "255"))
            return false;
        ++parts;
        if (dot == std::string_view::npos)
            return parts == 4;
        text.remove_prefix(dot + 1);
    }
}

/// The number of groups of 1 to 4 hex digits between colons; -1 where there is anything else. "" has none.
int hexGroups(std::string_view text) {
    int groups = 0;
    while (!text.empty()) {
        const auto colon = text.find(':');
        const std::string_view group = text.substr(0, colon);
        if (group.empty() || group.size() > 4 ||
            group.find_first_not_of("0123456789abcdefABCDEF") != std::string_view::npos)
            return -1;
        ++groups;
        if (colon == std::string_view::npos)
            break;
        text.remove_prefix(colon + 1);
        if (text.empty())
            return -1; // ends with a colon
    }
    return groups;
}

/// RFC 4291 2.2, without an embedded IPv4 address and without a zone.
bool isIpv6(std::string_view text) {
    const auto gap = text.find("::");
    if (gap == std::string_view::npos)
        return hexGroups(text) == 8;
    const int left = hexGroups(text.substr(0, gap));
    const int right = hexGroups(text.substr(gap + 2));
    return left >= 0 && right >= 0 && left + right < 8;
}

} // namespace

bool isIpLiteral(std::string_view text) {
    return isIpv4(text) || isIpv6(text);
}

bool isHostName(std::string_view text) {
    if (text.empty() || text.size() > limits::HostName)
        return false;
    int labels = 0;
    std::string_view last;
    for (std::string_view rest = text;;) {
        const auto dot = rest.find('.');
        last = rest.substr(0, dot);
        if (!isLabel(last))
            return false;
        ++labels;
        if (dot == std::string_view::npos)
            break;
        rest.remove_prefix(dot + 1);
    }
    // a last label of digits only is an address or a slip of the pen, never a top-level domain
    return labels >= 2 && last.find_first_not_of("0123456789") != std::string_view::npos;
}

std::optional<std::string> hostName(std::string_view typed) {
    if (typed.size() > 4 * limits::HostName)
        return std::nullopt;
    std::string name = lowerAscii(foldTyped(typed));
    if (!name.empty() && name.back() == '.')
        name.pop_back();
    if (!isAscii(name)) {
        // refused before IDNA, which maps some of them away
        if (name.find_first_of(" \t@:/*$") != std::string::npos)
            return std::nullopt;
        const auto ascii = aLabels(name);
        if (!ascii)
            return std::nullopt;
        name = *ascii;
    }
    if (!isHostName(name))
        return std::nullopt;
    return name;
}

bool isUnder(std::string_view host, std::string_view domain) {
    if (domain.empty() || host.size() < domain.size())
        return false;
    const std::string_view tail = host.substr(host.size() - domain.size());
    return equalsIgnoringCase(tail, domain) &&
           (host.size() == domain.size() || host[host.size() - domain.size() - 1] == '.');
}

} // namespace yomikae
