// How good the news of a run is, for its colour and its symbol.
#pragma once

#include "ui/widgets/notice.h"
#include "verdict/verdict.h"

namespace yomikae::ui {

/// Good only where nothing is left to do; Info where no password was tried.
Tone toneOf(const Judgement& judgement, const RunReport& report);

} // namespace yomikae::ui
