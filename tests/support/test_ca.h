// Certificates made at test time, good and bad ones. Their dates are fixed: a test hands the time in or lives before
// 2049.
#pragma once

#include <openssl/evp.h>
#include <openssl/x509.h>

#include <memory>
#include <string>
#include <vector>

namespace yomikae::test {

/// A certificate and its key.
struct Identity {
    std::shared_ptr<X509> certificate;
    std::shared_ptr<EVP_PKEY> key;

    std::string pem() const;    ///< of the certificate
    std::string der() const;    ///< of the certificate
    std::string sha256() const; ///< of the DER, lower-case hex
};

/// What a certificate shall say. The default is a good one for mail.example.test.
struct Recipe {
    std::string commonName = "mail.example.test";
    std::vector<std::string> names{"mail.example.test"}; ///< DNS names, raw (may hold NUL); empty: no such entries
    std::vector<std::string> addresses;                  ///< IP literals
    std::string notBefore = "20200101000000Z";
    std::string notAfter = "20491231235959Z";
    int rsaBits = 2048;
    const char* digest = "SHA256";
    bool authority = false; ///< basicConstraints CA:TRUE
    std::string keyUsage;   ///< e.g. "digitalSignature"; "" = no such extension
};

/// Signs with its own key. Keys are made once a size and run: RSA is slow to make.
class TestCa {
  public:
    explicit TestCa(const std::string& commonName = "Yomikae Test CA");

    Identity issue(const Recipe& recipe = {}) const;
    const Identity& root() const { return root_; }
    std::string pem() const { return root_.pem(); }

    static Identity selfSigned(const Recipe& recipe = {});
    /// Issued by any identity, whether it may or not.
    static Identity issuedBy(const Identity& issuer, const Recipe& recipe);

  private:
    Identity root_;
};

/// The CA that tests share where nothing about it matters.
const TestCa& testCa();

} // namespace yomikae::test
