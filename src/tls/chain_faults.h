// From the errors of OpenSSL's chain check to faults, all of them.
#pragma once

#include "tls/openssl_pointers.h"
#include "tls/tls_facts.h"

namespace yomikae {

/// The fault behind the error that `chain` stands at now. Called from a verify callback.
CertificateFault faultOf(X509_STORE_CTX* chain);

/// Adds each fault once and keeps the order of weight (see the table in the .cpp).
void addFault(TlsFacts& facts, CertificateFault fault);

} // namespace yomikae
