// Internal to this folder: whose paper this is, which part of the customers, and whose servers serve them today.
#pragma once

#include "profile/catalog.h"
#include "translation/paper_facts.h"

#include <string>
#include <vector>

namespace yomikae {

/// The pointers live as long as the catalog. `profile` is null for an unknown provider, and all else is empty then.
struct Recognised {
    const ProviderProfile* profile = nullptr; ///< whose paper it is
    const Variant* variant = nullptr;         ///< of `profile`
    const ProviderProfile* serving = nullptr; ///< whose servers: `profile`, or the one that it hands over to
    const Variant* servingVariant = nullptr;  ///< of `serving`, where that is another one
    std::vector<std::string> asked;           ///< open questions that decide between variants
    std::vector<Doubt> doubts;

    /// The variant whose lists replace those of `serving`, or null.
    const Variant* endpointVariant() const { return serving == profile ? variant : servingVariant; }
    const ServiceStatus& status() const;
};

/// A profile's id decides, then the owner of the mail domain, then the printed name, then the servers on the paper.
/// (A printed name is often the company's, which has several services; the domain has exactly one owner.) Whatever
/// contradicts is a doubt.
Recognised recognise(const PaperFacts& paper, const Catalog& catalog);

/// Chooses the variants; to be called once the answers of `paper` are known.
void chooseVariants(Recognised& recognised, const PaperFacts& paper, const Catalog& catalog);

} // namespace yomikae
