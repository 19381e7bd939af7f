// TLS as a value: bytes in, bytes out (OpenSSL memory BIOs). No socket, no clock: the time to check validity against is
// a parameter.
#pragma once

#include "tls/tls_facts.h"
#include "tls/trust_store.h"

#include <memory>
#include <string>
#include <string_view>

namespace yomikae {

struct TlsSettings {
    std::string serverName; ///< a checked host name (SNI and the name to verify) or an IP literal (no SNI); never empty
    const TrustStore* trust = nullptr; ///< outlives the session
    WallTime now{};                    ///< for notBefore/notAfter
    bool legacyRenegotiation = false;  ///< the profile's exception for exactly this host
    bool explainOnly =
        false; ///< a lax handshake (TLS 1.0 up, security level 0) that never carries a login: AcceptedPeer refuses it
};

/// One client connection. The handshake always runs to its end whatever the certificate is, so that all faults are
/// known; it is the gate that keeps credentials out. TLS 1.2 at least (unless explainOnly), no renegotiation, no
/// compression, no tickets kept.
/// Revocation is not looked up: OpenSSL asks for no CRL and no OCSP by itself, and a mail server's port is no place to
/// wait for a third party.
class TlsSession {
  public:
    enum class State { Handshaking, Established, Failed, Closed };

    explicit TlsSession(const TlsSettings& settings);
    ~TlsSession();
    TlsSession(TlsSession&&) noexcept;
    TlsSession& operator=(TlsSession&&) noexcept;

    void receive(std::string_view ciphertext); ///< from the peer; may advance the handshake or yield plaintext
    /// The TCP connection ended (`reset`: by RST). A handshake under way fails as "closed" or "reset"; an established
    /// session becomes Closed.
    void peerClosed(bool reset = false);
    void write(std::string_view plaintext); ///< only when Established
    void shutdown();                        ///< close_notify
    std::string takeCiphertext();           ///< to send now
    std::string takePlaintext();            ///< decrypted since the last call
    State state() const;
    const TlsFacts& facts() const;
    bool explainOnly() const;

  private:
    struct Native;
    std::unique_ptr<Native> native_;
};

} // namespace yomikae
