// What became of a message to oneself, in one sentence to be.
#pragma once

#include "base/message.h"
#include "probe/send_test.h"

namespace yomikae {

/// Codes "send-test-…".
Message explainSendTest(const SendTestResult& result);

} // namespace yomikae
