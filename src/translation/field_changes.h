// Internal to this folder: the eleven fields of a paper, each with what it is today and why.
#pragma once

#include "translation/recognise.h"
#include "translation/translation.h"

#include <vector>

namespace yomikae {

/// `translation` has its endpoints and status already. All eleven, in the order of Field.
std::vector<FieldChange> fieldChanges(const Recognised& recognised, const PaperFacts& paper,
                                      const Translation& translation);

} // namespace yomikae
