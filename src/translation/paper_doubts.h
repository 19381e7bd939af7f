// Internal to this folder: what on the paper does not fit together.
#pragma once

#include "profile/catalog.h"
#include "translation/recognise.h"

#include <vector>

namespace yomikae {

std::vector<Doubt> paperDoubts(const Recognised& recognised, const PaperFacts& paper, const Catalog& catalog);

} // namespace yomikae
