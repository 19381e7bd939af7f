#include "profile/domain_keys.h"

#include <algorithm>

namespace yomikae {

std::vector<std::string_view> domainEnds(std::string_view domain) {
    std::vector<std::string_view> ends;
    while (domain.find('.') != std::string_view::npos) {
        ends.push_back(domain);
        domain.remove_prefix(domain.find('.') + 1);
    }
    return ends;
}

bool isSharedEnd(std::string_view end) {
    // the attribute types of JPRS; a single label is a top-level domain
    constexpr std::string_view Shared[] = {"ac.jp", "ad.jp", "co.jp", "ed.jp", "go.jp",
                                           "gr.jp", "lg.jp", "ne.jp", "or.jp"};
    return end.find('.') == std::string_view::npos ||
           std::find(std::begin(Shared), std::end(Shared), end) != std::end(Shared);
}

std::vector<std::string> slipKeys(std::string_view name) {
    std::vector<std::string> keys{std::string(name)};
    for (std::size_t i = 0; i < name.size(); ++i) {
        std::string shorter(name);
        shorter.erase(i, 1);
        keys.push_back(std::move(shorter));
    }
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
}

bool isOneSlip(std::string_view a, std::string_view b) {
    if (a == b)
        return false;
    const std::size_t shared = std::min(a.size(), b.size());
    std::size_t front = 0;
    while (front < shared && a[front] == b[front])
        ++front;
    std::size_t back = 0;
    while (back < shared - front && a[a.size() - 1 - back] == b[b.size() - 1 - back])
        ++back;
    const std::string_view x = a.substr(front, a.size() - front - back);
    const std::string_view y = b.substr(front, b.size() - front - back);
    const bool swapped = x.size() == 2 && y.size() == 2 && x[0] == y[1] && x[1] == y[0];
    return swapped || (x.size() <= 1 && y.size() <= 1);
}

} // namespace yomikae
