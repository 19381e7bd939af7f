// Internal to this folder: answers to a profile's questions, from the person or, where that is safe, from the paper.
#pragma once

#include "base/problem.h"
#include "translation/recognise.h"

#include <vector>

namespace yomikae {

/// Fills `paper.answers`. An answer that its question does not accept is a problem (answer-not-accepted); one that no
/// question asked for is a doubt, as is one that was read from a server's name on the paper.
void takeAnswers(PaperFacts& paper, const ProviderProfile& profile, std::vector<Problem>& problems,
                 std::vector<Doubt>& doubts);

const Question* questionOf(const ProviderProfile& profile, const std::string& key);

} // namespace yomikae
