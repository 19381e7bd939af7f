// All profiles, found by domain, old host, MX, id or name. Look-ups are hashed: their cost does not grow with the
// number of profiles.
#pragma once

#include "base/problem.h"
#include "profile/provider_profile.h"

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace yomikae {

/// Immutable once built. Holds the profiles; the pointers that it returns live as long as it does.
class Catalog {
  public:
    Catalog();
    /// `profiles`: built-in ones first. A second claim to an id or a domain is a problem (profile-id-taken,
    /// profile-domain-taken) and the first one wins.
    explicit Catalog(std::vector<ProviderProfile> profiles, std::vector<Problem>* problems = nullptr);
    Catalog(Catalog&&) noexcept;
    Catalog& operator=(Catalog&&) noexcept;
    ~Catalog();

    const std::vector<ProviderProfile>& profiles() const;
    const ProviderProfile* byId(std::string_view id) const;
    /// The owner of a mail domain: exact name first, then patterns from the most special on.
    const ProviderProfile* byDomain(std::string_view domain) const;
    /// A server named on an old paper: an old host, an endpoint's host, or any name under a provider's own domains. A
    /// host that several profiles name belongs to the one under whose domains it lies, else to nobody.
    const ProviderProfile* byOldHost(std::string_view host) const;
    const ProviderProfile* byMx(std::string_view mxHost) const;
    /// A name, former name or alias, folded, case ignored (ぷらら, ＮＴＴぷらら, plala).
    const ProviderProfile* byName(std::string_view name) const;
    /// The domain of a known provider that is one slip away (plara.or.jp -> plala.or.jp, agate.plara.or.jp ->
    /// agate.plala.or.jp), or "": for a known domain, a short one, and between two that are equally near.
    std::string nearDomain(std::string_view domain) const;

  private:
    struct Index;
    std::unique_ptr<Index> index_;
};

} // namespace yomikae
