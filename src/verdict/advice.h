// What to do next, the most likely first.
#pragma once

#include "verdict/verdict.h"

#include <vector>

namespace yomikae {

/// `judgement` has its verdict and proofs already.
std::vector<Message> adviceFor(const Judgement& judgement, const Translation& translation, const RunReport& report);

/// A step of the profile as one sentence: what, where, page.
Message stepAdvice(const TranslatedStep& step);

} // namespace yomikae
