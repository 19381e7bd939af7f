#include "practice/practice_tls.h"

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <array>
#include <stdexcept>
#include <utility>

namespace yomikae {

namespace {

template <auto free> struct FreedBy {
    template <class T> void operator()(T* object) const { free(object); }
};
using KeyPointer = std::unique_ptr<EVP_PKEY, FreedBy<&EVP_PKEY_free>>;
using CertificatePointer = std::unique_ptr<X509, FreedBy<&X509_free>>;
using ContextPointer = std::unique_ptr<SSL_CTX, FreedBy<&SSL_CTX_free>>;
using SslPointer = std::unique_ptr<SSL, FreedBy<&SSL_free>>;
using BioPointer = std::unique_ptr<BIO, FreedBy<&BIO_free>>;
using ExtensionPointer = std::unique_ptr<X509_EXTENSION, FreedBy<&X509_EXTENSION_free>>;

constexpr long Day = 24 * 60 * 60;
constexpr const char* Names = "DNS:pop.renshu.example,DNS:smtp.renshu.example";

// Only a machine without memory or randomness gets here.
void must(bool done) {
    if (!done)
        throw std::runtime_error("practice certificate");
}

void addExtension(X509* certificate, X509* issuer, int nid, const char* value) {
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const ExtensionPointer extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value));
    must(extension && X509_add_ext(certificate, extension.get(), -1) == 1);
}

void setSerial(X509* certificate) {
    std::array<unsigned char, 8> bytes{};
    must(RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) == 1);
    std::uint64_t number = 1;
    for (const unsigned char byte : bytes)
        number = (number << 8 | byte) & 0x7fffffffffffffff;
    must(ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate), number) == 1);
}

CertificatePointer blank(const char* commonName, EVP_PKEY* key, long firstDay, long lastDay) {
    CertificatePointer made(X509_new());
    must(made != nullptr);
    X509_set_version(made.get(), X509_VERSION_3);
    setSerial(made.get());
    X509_gmtime_adj(X509_getm_notBefore(made.get()), firstDay * Day);
    X509_gmtime_adj(X509_getm_notAfter(made.get()), lastDay * Day);
    must(X509_NAME_add_entry_by_txt(X509_get_subject_name(made.get()), "CN", MBSTRING_UTF8,
                                    reinterpret_cast<const unsigned char*>(commonName), -1, -1, 0) == 1);
    X509_set_pubkey(made.get(), key);
    return made;
}

CertificatePointer makeAuthority(EVP_PKEY* key) {
    CertificatePointer made = blank("Renshu Net practice CA (this run only)", key, -800, 30);
    X509_set_issuer_name(made.get(), X509_get_subject_name(made.get()));
    addExtension(made.get(), made.get(), NID_basic_constraints, "critical,CA:TRUE,pathlen:0");
    addExtension(made.get(), made.get(), NID_key_usage, "critical,keyCertSign,cRLSign");
    addExtension(made.get(), made.get(), NID_subject_key_identifier, "hash");
    must(X509_sign(made.get(), key, EVP_sha256()) > 0);
    return made;
}

CertificatePointer makeLeaf(EVP_PKEY* key, X509* authority, EVP_PKEY* authorityKey, PracticeValidity validity) {
    const bool expired = validity == PracticeValidity::Expired;
    CertificatePointer made = blank("pop.renshu.example", key, expired ? -400 : -1, expired ? -35 : 30);
    X509_set_issuer_name(made.get(), X509_get_subject_name(authority));
    addExtension(made.get(), authority, NID_basic_constraints, "critical,CA:FALSE");
    addExtension(made.get(), authority, NID_key_usage, "critical,digitalSignature");
    addExtension(made.get(), authority, NID_ext_key_usage, "serverAuth");
    addExtension(made.get(), authority, NID_subject_alt_name, Names);
    must(X509_sign(made.get(), authorityKey, EVP_sha256()) > 0);
    return made;
}

std::string pem(X509* certificate) {
    const BioPointer out(BIO_new(BIO_s_mem()));
    must(out && PEM_write_bio_X509(out.get(), certificate) == 1);
    std::string text(BIO_ctrl_pending(out.get()), '\0');
    BIO_read(out.get(), text.data(), static_cast<int>(text.size()));
    return text;
}

} // namespace

struct PracticeIdentity::Native {
    ContextPointer context;
    std::string caPem;
};

PracticeIdentity::PracticeIdentity(PracticeValidity validity) : native_(std::make_unique<Native>()) {
    const KeyPointer authorityKey(EVP_EC_gen("P-256"));
    const KeyPointer key(EVP_EC_gen("P-256"));
    must(authorityKey && key);
    const CertificatePointer authority = makeAuthority(authorityKey.get());
    const CertificatePointer leaf = makeLeaf(key.get(), authority.get(), authorityKey.get(), validity);
    native_->caPem = pem(authority.get());
    native_->context.reset(SSL_CTX_new(TLS_server_method()));
    SSL_CTX* context = native_->context.get();
    must(context && SSL_CTX_use_certificate(context, leaf.get()) == 1 &&
         SSL_CTX_use_PrivateKey(context, key.get()) == 1);
    SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
    SSL_CTX_set_options(context, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_TICKET);
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
}

PracticeIdentity::~PracticeIdentity() = default;
PracticeIdentity::PracticeIdentity(PracticeIdentity&&) noexcept = default;
PracticeIdentity& PracticeIdentity::operator=(PracticeIdentity&&) noexcept = default;

const std::string& PracticeIdentity::caPem() const {
    return native_->caPem;
}

struct PracticeTls::Native {
    SslPointer ssl;
    std::string plaintext;
};

PracticeTls::PracticeTls(const PracticeIdentity& identity) : native_(std::make_unique<Native>()) {
    native_->ssl.reset(SSL_new(identity.native()->context.get()));
    BIO* in = BIO_new(BIO_s_mem());
    BIO* out = BIO_new(BIO_s_mem());
    must(native_->ssl && in && out);
    BIO_set_mem_eof_return(in, -1);
    SSL_set_bio(native_->ssl.get(), in, out);
    SSL_set_accept_state(native_->ssl.get());
}

PracticeTls::~PracticeTls() = default;

bool PracticeTls::receive(std::string_view ciphertext) {
    SSL* ssl = native_->ssl.get();
    BIO_write(SSL_get_rbio(ssl), ciphertext.data(), static_cast<int>(ciphertext.size()));
    std::array<char, 4096> buffer;
    while (true) {
        ERR_clear_error();
        const int size = SSL_read(ssl, buffer.data(), static_cast<int>(buffer.size())); // does the handshake as well
        if (size <= 0)
            return SSL_get_error(ssl, size) == SSL_ERROR_WANT_READ;
        native_->plaintext.append(buffer.data(), static_cast<std::size_t>(size));
    }
}

void PracticeTls::write(std::string_view plaintext) {
    ERR_clear_error();
    std::size_t written = 0;
    SSL_write_ex(native_->ssl.get(), plaintext.data(), plaintext.size(), &written); // a memory BIO takes it all
}

void PracticeTls::shutdown() {
    ERR_clear_error();
    if (established())
        SSL_shutdown(native_->ssl.get());
}

std::string PracticeTls::takeCiphertext() {
    BIO* out = SSL_get_wbio(native_->ssl.get());
    std::string bytes(BIO_ctrl_pending(out), '\0');
    if (!bytes.empty())
        BIO_read(out, bytes.data(), static_cast<int>(bytes.size()));
    return bytes;
}

std::string PracticeTls::takePlaintext() {
    return std::exchange(native_->plaintext, {});
}

bool PracticeTls::established() const {
    return SSL_is_init_finished(native_->ssl.get()) == 1;
}

} // namespace yomikae
