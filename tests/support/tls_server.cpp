#include "support/tls_server.h"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/param_build.h>

#include <stdexcept>
#include <utility>

namespace yomikae::test {

namespace {

// RFC 2409 group 2, as old servers use it (Logjam, CVE-2015-4000).
EVP_PKEY* dhGroupOf1024Bits() {
    const std::unique_ptr<BIGNUM, void (*)(BIGNUM*)> prime(BN_get_rfc2409_prime_1024(nullptr), BN_free);
    const std::unique_ptr<OSSL_PARAM_BLD, void (*)(OSSL_PARAM_BLD*)> build(OSSL_PARAM_BLD_new(), OSSL_PARAM_BLD_free);
    OSSL_PARAM_BLD_push_BN(build.get(), OSSL_PKEY_PARAM_FFC_P, prime.get());
    OSSL_PARAM_BLD_push_uint(build.get(), OSSL_PKEY_PARAM_FFC_G, 2);
    const std::unique_ptr<OSSL_PARAM, void (*)(OSSL_PARAM*)> parameters(OSSL_PARAM_BLD_to_param(build.get()),
                                                                        OSSL_PARAM_free);
    const std::unique_ptr<EVP_PKEY_CTX, void (*)(EVP_PKEY_CTX*)> maker(
        EVP_PKEY_CTX_new_from_name(nullptr, "DH", nullptr), EVP_PKEY_CTX_free);
    EVP_PKEY* group = nullptr;
    EVP_PKEY_fromdata_init(maker.get());
    if (EVP_PKEY_fromdata(maker.get(), &group, EVP_PKEY_KEY_PARAMETERS, parameters.get()) != 1)
        throw std::runtime_error("test server: DH group");
    return group;
}

void useIdentity(SSL_CTX* context, const Identity& identity) {
    if (SSL_CTX_use_certificate(context, identity.certificate.get()) != 1 ||
        SSL_CTX_use_PrivateKey(context, identity.key.get()) != 1)
        throw std::runtime_error("test server: certificate");
}

int acceptAnyClient(int, X509_STORE_CTX*) {
    return 1;
}

} // namespace

TlsServer::TlsServer(const TlsServerSettings& settings) : settings_(std::make_shared<TlsServerSettings>(settings)) {
    context_.reset(SSL_CTX_new(TLS_server_method()), SSL_CTX_free);
    SSL_CTX* context = context_.get();
    SSL_CTX_set_min_proto_version(context, settings.minVersion);
    SSL_CTX_set_max_proto_version(context, settings.maxVersion);
    SSL_CTX_set_cipher_list(context, settings.ciphers.c_str());
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
    if (settings.identity.certificate)
        useIdentity(context, settings.identity);
    for (const Identity& more : settings.sentAlong)
        SSL_CTX_add1_chain_cert(context, more.certificate.get());
    SSL_CTX_set_mode(context, SSL_MODE_NO_AUTO_CHAIN);
    if (settings.weakDh)
        SSL_CTX_set0_tmp_dh_pkey(context, dhGroupOf1024Bits());
    else
        SSL_CTX_set_dh_auto(context, 1);
    if (settings.wantsClientCertificate)
        SSL_CTX_set_verify(context, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, acceptAnyClient);
    SSL_CTX_callback_ctrl(context, SSL_CTRL_SET_TLSEXT_SERVERNAME_CB,
                          reinterpret_cast<void (*)()>(&TlsServer::onServerName));
    SSL_CTX_ctrl(context, SSL_CTRL_SET_TLSEXT_SERVERNAME_ARG, 0, settings_.get());
    ssl_.reset(SSL_new(context), SSL_free);
    BIO* in = BIO_new(BIO_s_mem());
    BIO_set_mem_eof_return(in, -1);
    SSL_set_bio(ssl_.get(), in, BIO_new(BIO_s_mem()));
    SSL_set_accept_state(ssl_.get());
}

int TlsServer::onServerName(SSL* ssl, int*, void* settings) {
    const auto& bySni = static_cast<const TlsServerSettings*>(settings)->bySni;
    const char* asked = SSL_get_servername(ssl, TLSEXT_NAMETYPE_host_name);
    const auto found = bySni.find(asked ? asked : "");
    if (found != bySni.end()) {
        SSL_use_certificate(ssl, found->second.certificate.get());
        SSL_use_PrivateKey(ssl, found->second.key.get());
    }
    return SSL_TLSEXT_ERR_OK;
}

void TlsServer::receive(std::string_view ciphertext) {
    ERR_clear_error();
    BIO_write(SSL_get_rbio(ssl_.get()), ciphertext.data(), static_cast<int>(ciphertext.size()));
    char buffer[4096];
    while (true) {
        const int size = SSL_read(ssl_.get(), buffer, sizeof buffer); // does the handshake as well
        if (size <= 0)
            break;
        plaintext_.append(buffer, static_cast<std::size_t>(size));
    }
    ERR_clear_error();
}

void TlsServer::write(std::string_view plaintext) {
    ERR_clear_error();
    if (SSL_write(ssl_.get(), plaintext.data(), static_cast<int>(plaintext.size())) <= 0)
        throw std::runtime_error("test server: write");
}

void TlsServer::shutdown() {
    SSL_shutdown(ssl_.get());
}

std::string TlsServer::takeCiphertext() {
    BIO* out = SSL_get_wbio(ssl_.get());
    std::string bytes(BIO_ctrl_pending(out), '\0');
    if (!bytes.empty())
        BIO_read(out, bytes.data(), static_cast<int>(bytes.size()));
    return bytes;
}

std::string TlsServer::takePlaintext() {
    return std::exchange(plaintext_, {});
}

bool TlsServer::established() const {
    return SSL_is_init_finished(ssl_.get()) == 1;
}

std::string TlsServer::serverName() const {
    const char* name = SSL_get_servername(ssl_.get(), TLSEXT_NAMETYPE_host_name);
    return name ? name : "";
}

void TlsServer::renegotiate() {
    SSL_renegotiate(ssl_.get());
    SSL_do_handshake(ssl_.get());
    ERR_clear_error();
}

void TlsServer::updateKey() {
    SSL_key_update(ssl_.get(), SSL_KEY_UPDATE_REQUESTED);
    SSL_do_handshake(ssl_.get());
    ERR_clear_error();
}

} // namespace yomikae::test
