#include "tls/handshake_failure.h"

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/sslerr.h>

namespace yomikae {

namespace {

// OpenSSL reports an alert from the peer as 1000 + its number.
int alertOf(unsigned long error) {
    const int reason = ERR_GET_REASON(error);
    return ERR_GET_LIB(error) == ERR_LIB_SSL && reason >= SSL_AD_REASON_OFFSET ? reason - SSL_AD_REASON_OFFSET : -1;
}

// RFC 8446 6.2. A server that misses our certificate says 116 in TLS 1.3 and mostly 40 or 42 before.
const char* wordOfAlert(int alert, bool certificateWanted) {
    switch (alert) {
    case SSL_AD_PROTOCOL_VERSION: return "old-version";
    case SSL_AD_CERTIFICATE_REQUIRED: return "client-certificate";
    case SSL_AD_HANDSHAKE_FAILURE:
    case SSL_AD_BAD_CERTIFICATE: return certificateWanted ? "client-certificate" : "alert";
    default: return "alert";
    }
}

const char* wordOfReason(int reason) {
    switch (reason) {
    case SSL_R_WRONG_VERSION_NUMBER:
    case SSL_R_HTTP_REQUEST:
    case SSL_R_HTTPS_PROXY_REQUEST: return "not-tls";
    case SSL_R_UNSUPPORTED_PROTOCOL:
    case SSL_R_WRONG_SSL_VERSION: return "old-version";
    case SSL_R_DH_KEY_TOO_SMALL:
    case SSL_R_EE_KEY_TOO_SMALL:
    case SSL_R_CA_KEY_TOO_SMALL:
    case SSL_R_CA_MD_TOO_WEAK:
    case SSL_R_LEGACY_SIGALG_DISALLOWED_OR_UNSUPPORTED: return "weak";
    case SSL_R_UNSAFE_LEGACY_RENEGOTIATION_DISABLED: return "legacy-renegotiation";
    case SSL_R_UNEXPECTED_EOF_WHILE_READING: return "closed";
    default: return "other";
    }
}

} // namespace

void recordFailure(TlsFacts& facts, bool certificateWanted) {
    const unsigned long error = ERR_peek_error();
    facts.alert = alertOf(error);
    if (facts.alert >= 0)
        facts.failure = wordOfAlert(facts.alert, certificateWanted);
    else
        facts.failure = ERR_GET_LIB(error) == ERR_LIB_SSL ? wordOfReason(ERR_GET_REASON(error)) : "other";
    const char* reason = ERR_reason_error_string(error);
    facts.detail = reason ? reason : "";
    ERR_clear_error();
}

} // namespace yomikae
