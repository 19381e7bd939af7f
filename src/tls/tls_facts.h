// What one TLS handshake showed: all faults of it, not only the first. Facts only; the gate judges them.
#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace yomikae {

using WallTime = std::chrono::sys_seconds;

/// Everything that can be wrong with a certificate (RFC 5280, RFC 9525). The words are those of the outcomes behind
/// "cert-".
enum class CertificateFault { Expired, NotYetValid, SelfSigned, UnknownCa, ChainIncomplete, NameMismatch, Weak, Other };

struct CertificateFacts {
    std::string subject; ///< printable, e.g. "CN=mail.example.test"
    std::string issuer;
    std::vector<std::string> names; ///< DNS names and addresses of the subjectAltName, NUL made visible
    WallTime notBefore{};
    WallTime notAfter{};
    std::string sha256; ///< of the DER leaf, lower-case hex
    friend bool operator==(const CertificateFacts&, const CertificateFacts&) = default;
};

struct TlsFacts {
    std::string asked;   ///< the name that was checked and sent as SNI
    std::string version; ///< "TLSv1.3", "" before the handshake is done
    std::string cipher;
    CertificateFacts leaf;
    int chainLength = 0;                   ///< certificates that the server sent
    std::vector<CertificateFault> faults;  ///< in the order of their weight, no fault twice
    std::vector<std::string> faultDetails; ///< OpenSSL's words for each verify error, for the support desk
    bool nulInName = false;
    bool handshakeDone = false;
    // a failed handshake:
    std::string failure;    ///< "", "not-tls", "alert", "old-version", "weak", "closed", "reset", "client-certificate",
                            ///< "legacy-renegotiation", "other"
    int alert = -1;         ///< TLS alert number that the server sent (RFC 8446 6), -1 = none
    std::string detail;     ///< OpenSSL's reason string
    std::string plainBytes; ///< what a server that does not speak TLS said first (at most 200 bytes, raw)
    friend bool operator==(const TlsFacts&, const TlsFacts&) = default;
};

} // namespace yomikae
