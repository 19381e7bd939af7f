// A TLS server as a value (memory BIOs), to talk with a TlsSession without a socket.
#pragma once

#include "support/test_ca.h"

#include <openssl/ssl.h>

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace yomikae::test {

struct TlsServerSettings {
    Identity identity;                     ///< none: no certificate (anonymous ciphers)
    std::vector<Identity> sentAlong;       ///< further certificates of the chain
    std::map<std::string, Identity> bySni; ///< where the client asks for that name
    int minVersion = TLS1_2_VERSION;
    int maxVersion = 0;                          ///< 0 = the newest
    std::string ciphers = "DEFAULT:@SECLEVEL=0"; ///< up to TLS 1.2
    bool weakDh = false;                         ///< a 1024-bit group
    bool wantsClientCertificate = false;
};

class TlsServer {
  public:
    explicit TlsServer(const TlsServerSettings& settings);

    void receive(std::string_view ciphertext);
    void write(std::string_view plaintext); ///< only when established
    void shutdown();
    std::string takeCiphertext();
    std::string takePlaintext();
    bool established() const;
    std::string serverName() const; ///< the SNI that the client sent
    void renegotiate();             ///< HelloRequest (TLS 1.2)
    void updateKey();               ///< KeyUpdate that asks for one in return (TLS 1.3)

  private:
    static int onServerName(SSL* ssl, int* alert, void* settings);
    std::shared_ptr<TlsServerSettings> settings_; ///< stays where it is when a TlsServer moves
    std::shared_ptr<SSL_CTX> context_;
    std::shared_ptr<SSL> ssl_;
    std::string plaintext_;
};

} // namespace yomikae::test
