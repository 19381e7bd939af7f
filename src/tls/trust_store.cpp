#include "tls/trust_store_native.h"

#include <openssl/err.h>
#include <openssl/pem.h>

#include <limits>
#include <new>

namespace yomikae {

namespace {

constexpr int MaxChainDepth = 10; // honest chains have 2 to 4 links

template <class T> T* mustExist(T* made) {
    if (!made)
        throw std::bad_alloc();
    return made;
}

void setCommon(SSL_CTX* context, X509_STORE* store) {
    SSL_CTX_set1_cert_store(context, store);
    SSL_CTX_set_verify_depth(context, MaxChainDepth);
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_options(context, SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_TICKET);
    SSL_CTX_clear_options(context, SSL_OP_LEGACY_SERVER_CONNECT | SSL_OP_ALLOW_UNSAFE_LEGACY_RENEGOTIATION);
    // A server that cuts without close_notify must not look like one that finished.
    SSL_CTX_clear_options(context, SSL_OP_IGNORE_UNEXPECTED_EOF);
}

// Everything is set by hand: OpenSSL 3.0 has no minimum version of its own, and a system's openssl.cnf may say
// anything.
SSL_CTX* makeContext(X509_STORE* store, Strictness strictness) {
    SSL_CTX* context = mustExist(SSL_CTX_new(TLS_client_method()));
    const bool lax = strictness == Strictness::Explain;
    setCommon(context, store);
    SSL_CTX_set_min_proto_version(context, lax ? TLS1_VERSION : TLS1_2_VERSION);
    SSL_CTX_set_max_proto_version(context, 0);
    SSL_CTX_set_cipher_list(context, "DEFAULT:!aNULL:!eNULL");
    SSL_CTX_set_security_level(context, lax ? 0 : 2);
    if (strictness != Strictness::Strict)
        SSL_CTX_set_options(context, SSL_OP_LEGACY_SERVER_CONNECT);
    return context;
}

Problem caFileProblem(const char* code, std::string_view file, std::string found) {
    Problem problem;
    problem.code = code;
    problem.place.file = file;
    problem.subject = file;
    problem.found = std::move(found);
    return problem;
}

struct PemBlock {
    char* name = nullptr;
    char* header = nullptr;
    unsigned char* bytes = nullptr;
    long size = 0;

    PemBlock() = default;
    PemBlock(const PemBlock&) = delete;
    PemBlock& operator=(const PemBlock&) = delete;
    ~PemBlock() {
        OPENSSL_free(name);
        OPENSSL_free(header);
        OPENSSL_free(bytes);
    }
    bool readFrom(BIO* bio) { return PEM_read_bio(bio, &name, &header, &bytes, &size) == 1; }
    bool isCertificate() const {
        const std::string_view word = name;
        return word == PEM_STRING_X509 || word == PEM_STRING_X509_OLD || word == PEM_STRING_X509_TRUSTED;
    }
    std::string_view der() const { return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size)}; }
};

bool endOfPem() {
    const unsigned long error = ERR_peek_last_error();
    return ERR_GET_LIB(error) == ERR_LIB_PEM && ERR_GET_REASON(error) == PEM_R_NO_START_LINE;
}

std::string lastReason() {
    const char* reason = ERR_reason_error_string(ERR_peek_last_error());
    return reason ? reason : "";
}

bool fitsBio(std::string_view bytes) {
    return bytes.size() <= static_cast<std::size_t>(std::numeric_limits<int>::max());
}

} // namespace

TrustStore::Native::Native() : store(mustExist(X509_STORE_new())) {}

SSL_CTX* TrustStore::Native::context(Strictness strictness) {
    ContextPointer& slot = contexts_[static_cast<std::size_t>(strictness)];
    if (!slot)
        slot.reset(makeContext(store.get(), strictness));
    return slot.get();
}

TrustStore::TrustStore() : native_(std::make_unique<Native>()) {}
TrustStore::~TrustStore() = default;
TrustStore::TrustStore(TrustStore&&) noexcept = default;
TrustStore& TrustStore::operator=(TrustStore&&) noexcept = default;

std::vector<Problem> TrustStore::addPem(std::string_view pem, std::string_view file) {
    ERR_clear_error();
    if (!fitsBio(pem))
        return {caFileProblem("ca-file-unreadable", file, "")};
    const BioPointer bio(mustExist(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size()))));
    std::vector<Problem> problems;
    int added = 0;
    while (true) {
        PemBlock block;
        if (!block.readFrom(bio.get()))
            break;
        if (!block.isCertificate())
            continue;
        if (addDer(block.der()))
            ++added;
        else
            problems.push_back(caFileProblem("ca-file-unreadable", file, lastReason()));
    }
    if (!endOfPem())
        problems.push_back(caFileProblem("ca-file-unreadable", file, lastReason()));
    if (added == 0 && problems.empty())
        problems.push_back(caFileProblem("ca-file-no-certificate", file, ""));
    ERR_clear_error();
    return problems;
}

bool TrustStore::addDer(std::string_view der) {
    ERR_clear_error();
    if (!fitsBio(der))
        return false;
    auto* at = reinterpret_cast<const unsigned char*>(der.data());
    // The auxiliary form holds a plain certificate too; its trust words are what a "TRUSTED CERTIFICATE" adds.
    const CertificatePointer certificate(d2i_X509_AUX(nullptr, &at, static_cast<long>(der.size())));
    return certificate && X509_STORE_add_cert(native_->store.get(), certificate.get()) == 1;
}

void TrustStore::makeReady() const {
    for (const Strictness each : {Strictness::Strict, Strictness::LegacyRenegotiation, Strictness::Explain})
        native_->context(each);
}

void TrustStore::addSystemDefaults() {
    X509_STORE_set_default_paths(native_->store.get());
    ERR_clear_error(); // a missing folder is no fault: the store is then as empty as before
}

} // namespace yomikae
