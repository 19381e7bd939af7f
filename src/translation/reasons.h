// Internal to this folder: why a value of an endpoint is what it is, as a code. The sentences are in
// src/words/translation_phrases.cpp.
#pragma once

#include "translation/translation.h"

namespace yomikae {

/// `change` has its values and its kind already; `endpoint` is null where none is known.
Message reasonFor(const FieldChange& change, const TranslatedEndpoint* endpoint, const Translation& translation);

} // namespace yomikae
