// Finding a provider by domain among few and among many: the cost must not grow with the number of profiles.
#include "profile/catalog.h"

#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

using namespace yomikae;

namespace {

constexpr int DomainsPerProfile = 10;
constexpr int Lookups = 200'000;

Catalog catalogOf(int domains) {
    std::vector<ProviderProfile> profiles;
    for (int first = 0; first < domains; first += DomainsPerProfile) {
        ProviderProfile profile;
        profile.id = "p" + std::to_string(first);
        for (int i = first; i < first + DomainsPerProfile; ++i)
            profile.domains.push_back((i % 2 == 0 ? "*.d" : "d") + std::to_string(i) + ".example.jp");
        profiles.push_back(std::move(profile));
    }
    return Catalog(std::move(profiles));
}

/// Nanoseconds a look-up; half of the names are known, half are not.
double cost(const Catalog& catalog, int domains) {
    int found = 0;
    const auto begin = std::chrono::steady_clock::now();
    for (int i = 0; i < Lookups; ++i) {
        const int which = static_cast<int>(static_cast<long long>(i) * 7919 % (2LL * domains));
        found += catalog.byDomain("mail.d" + std::to_string(which) + ".example.jp") != nullptr;
    }
    const std::chrono::duration<double, std::nano> took = std::chrono::steady_clock::now() - begin;
    if (found == 0)
        std::puts("nothing was found: the benchmark is wrong");
    return took.count() / Lookups;
}

} // namespace

int main() {
    const Catalog few = catalogOf(100);
    const Catalog many = catalogOf(100'000);
    cost(few, 100); // warm
    const double small = cost(few, 100);
    const double large = cost(many, 100'000);
    std::printf("look-up by domain: %.0f ns among 100 domains, %.0f ns among 100,000; ratio %.2f\n", small, large,
                large / small);
    return 0;
}
