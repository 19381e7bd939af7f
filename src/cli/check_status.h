// Verdicts and outcomes -> exit statuses of the contract.
#pragma once

#include "probe/report.h"
#include "verdict/verdict.h"

namespace yomikae::cli {

/// 0 for works and reachable, 3 when interrupted, else 1.
int statusOf(const RunReport& report, const Judgement& judgement);

} // namespace yomikae::cli
