#include "tls/chain_faults.h"

#include <algorithm>
#include <array>

namespace yomikae {

namespace {

// What a person must know first. A certificate that no known authority vouches for proves nothing else it says, so that
// comes before its names and dates: a self-signed certificate with a foreign name is a self-signed one. Then the wrong
// name (this may be somebody else's server) before the dates (it is the right server, its owner was late). A chain with
// a missing link is a slip of a server that is probably the right one: it comes behind all that can be read from the
// certificate itself. "Other" explains least and is last.
constexpr std::array ByWeight{CertificateFault::SelfSigned,   CertificateFault::UnknownCa,
                              CertificateFault::NameMismatch, CertificateFault::NotYetValid,
                              CertificateFault::Expired,      CertificateFault::ChainIncomplete,
                              CertificateFault::Weak,         CertificateFault::Other};

auto weight(CertificateFault fault) {
    return std::find(ByWeight.begin(), ByWeight.end(), fault) - ByWeight.begin();
}

// An issuer that was sent, but is no authority by its own key usage, is not even taken as an issuer by OpenSSL.
bool sentIssuerMayNotSign(X509_STORE_CTX* chain, X509* leaf) {
    const STACK_OF(X509)* sent = X509_STORE_CTX_get0_untrusted(chain);
    for (int i = 0; i < sk_X509_num(sent); ++i) {
        if (X509_check_issued(sk_X509_value(sent, i), leaf) == X509_V_ERR_KEYUSAGE_NO_CERTSIGN)
            return true;
    }
    return false;
}

// OpenSSL says "unable to get issuer" both where the issuer was not sent and where it is not trusted. At depth 0 it was
// not among the certificates sent.
CertificateFault withoutIssuer(X509_STORE_CTX* chain) {
    if (X509_STORE_CTX_get_error_depth(chain) > 0)
        return CertificateFault::UnknownCa;
    X509* leaf = X509_STORE_CTX_get_current_cert(chain);
    if (leaf && sentIssuerMayNotSign(chain, leaf))
        return CertificateFault::Other;
    return CertificateFault::ChainIncomplete;
}

} // namespace

CertificateFault faultOf(X509_STORE_CTX* chain) {
    switch (X509_STORE_CTX_get_error(chain)) {
    case X509_V_ERR_CERT_HAS_EXPIRED: return CertificateFault::Expired;
    case X509_V_ERR_CERT_NOT_YET_VALID: return CertificateFault::NotYetValid;
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT: return CertificateFault::SelfSigned;
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN: return CertificateFault::UnknownCa;
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE: return withoutIssuer(chain);
    case X509_V_ERR_EE_KEY_TOO_SMALL:
    case X509_V_ERR_CA_KEY_TOO_SMALL:
    case X509_V_ERR_CA_MD_TOO_WEAK: return CertificateFault::Weak;
    default: return CertificateFault::Other;
    }
}

void addFault(TlsFacts& facts, CertificateFault fault) {
    auto& faults = facts.faults;
    const auto place = std::lower_bound(faults.begin(), faults.end(), fault,
                                        [](auto one, auto other) { return weight(one) < weight(other); });
    if (place == faults.end() || *place != fault)
        faults.insert(place, fault);
}

} // namespace yomikae
