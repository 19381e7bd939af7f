// What a TrustStore holds for OpenSSL: one X509_STORE and, made when first asked for, the contexts that use it. Loading
// the authorities of a system takes some 50 ms; a session must not pay that again.
#pragma once

#include "tls/openssl_pointers.h"
#include "tls/trust_store.h"

#include <array>

namespace yomikae {

/// What a handshake may agree to.
enum class Strictness {
    Strict,              ///< TLS 1.2 up, security level 2, secure renegotiation (RFC 5746)
    LegacyRenegotiation, ///< the same, but servers without RFC 5746 are let in; we never renegotiate anyway
    Explain ///< TLS 1.0 up, security level 0, and such servers too: to say what a server is, never to log in
};

struct TrustStore::Native {
    Native();
    SSL_CTX* context(Strictness strictness);

    StorePointer store;

  private:
    std::array<ContextPointer, 3> contexts_;
};

} // namespace yomikae
