// Why TLS came to nothing, from the first error in OpenSSL's queue.
#pragma once

#include "tls/tls_facts.h"

namespace yomikae {

/// Fills failure, alert and detail from the thread's error queue and empties it. `certificateWanted`: the server asked
/// for a client certificate before it gave up.
void recordFailure(TlsFacts& facts, bool certificateWanted);

} // namespace yomikae
