#include "cli/check_status.h"

#include "cli/console.h"

namespace yomikae::cli {

int statusOf(const RunReport& report, const Judgement& judgement) {
    if (report.cancelled)
        return ExitStatus::Interrupted;
    return judgement.verdict == Verdict::Works || judgement.verdict == Verdict::Reachable ? ExitStatus::Yes
                                                                                          : ExitStatus::No;
}

} // namespace yomikae::cli
