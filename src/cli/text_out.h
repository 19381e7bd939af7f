// Results as text for people, in their language. May change; scripts use --json.
#pragma once

#include "probe/report.h"
#include "translation/translation.h"
#include "verdict/verdict.h"
#include "words/words.h"

#include <string>

namespace yomikae::cli {

std::string translationText(const Translation& translation, Language language);
/// The verdict first, then the proven settings, what to do next, and every port with its explanation.
std::string checkText(const Translation& translation, const RunReport& report, const Judgement& judgement,
                      Language language);
/// One attempt with its explanation, and how to say yes where it needs one.
std::string attemptText(const Attempt& attempt, const Message& explanation, Language language);
/// One line for progress: how far each direction is.
std::string progressLine(const RunReport& report, Language language);

} // namespace yomikae::cli
