// The certificate authorities that this system trusts.
#pragma once

#include "tls/trust_store.h"

namespace yomikae {

/// OpenSSL finds the system's own list on Linux only; elsewhere Qt's list is copied. Takes some 50 ms: once a process.
TrustStore systemTrust();

} // namespace yomikae
