// One attempt -> one explanation. The code says what it means here; the arguments are the attempt's own facts.
#pragma once

#include "base/message.h"
#include "probe/report.h"
#include "translation/translation.h"

namespace yomikae {

/// Never empty. The code begins with "outcome-" and the outcome's word; special cases add a word more.
Message explain(const Attempt& attempt, const RunReport& report, const Translation& translation);

} // namespace yomikae
