// What is different from the paper: old, new, why.
#pragma once

#include "sheet/endpoint_choice.h"
#include "sheet/sheet.h"

#include <vector>

namespace yomikae {

/// Kept values are left out. A proven value stands where the translation had another one in mind.
std::vector<SheetChange> sheetChanges(const Translation& translation, const EndpointChoice& incoming,
                                      const EndpointChoice& outgoing, Language language);

/// What the paper says (`old`) where nobody knows the value of today.
std::vector<SheetChange> unknownValues(const Translation& translation, const EndpointChoice& incoming,
                                       const EndpointChoice& outgoing, Language language);

} // namespace yomikae
