#include "base/evidence.h"

#include "base/names.h"

namespace yomikae {

namespace {

constexpr Named<Evidence> EvidenceNames[] = {{Evidence::Proven, "proven"},
                                             {Evidence::Official, "official"},
                                             {Evidence::Reported, "reported"},
                                             {Evidence::Dated, "dated"},
                                             {Evidence::Unsourced, "unsourced"}};

} // namespace

std::string_view name(Evidence evidence) {
    return nameIn(EvidenceNames, evidence);
}

std::optional<Evidence> evidenceNamed(std::string_view word) {
    return valueIn(EvidenceNames, word);
}

} // namespace yomikae
