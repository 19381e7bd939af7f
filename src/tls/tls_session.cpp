#include "tls/tls_session.h"

#include "base/host_name.h"
#include "base/text.h"
#include "tls/certificate_facts.h"
#include "tls/chain_faults.h"
#include "tls/handshake_failure.h"
#include "tls/trust_store_native.h"

#include <openssl/err.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <limits>
#include <new>
#include <utility>

namespace yomikae {

namespace {

constexpr std::size_t PlainBytes = 200;  // of a server that does not speak TLS: enough for its greeting
constexpr std::size_t RecordHeader = 5;  // RFC 8446 5.1: type, version, length
constexpr std::size_t FaultDetails = 20; // a chain of 10 has no more to say
constexpr int RecordTypes[] = {21, 22};  // alert, handshake: all that a server may begin with

Strictness strictnessOf(const TlsSettings& settings) {
    if (settings.explainOnly)
        return Strictness::Explain;
    return settings.legacyRenegotiation ? Strictness::LegacyRenegotiation : Strictness::Strict;
}

bool beginsLikeTls(char first) {
    return std::find(std::begin(RecordTypes), std::end(RecordTypes), static_cast<unsigned char>(first)) !=
           std::end(RecordTypes);
}

} // namespace

struct TlsSession::Native {
    explicit Native(const TlsSettings& settings);

    void feed(std::string_view bytes);
    void advance();
    void readPlain();
    bool collectPlain(std::string_view bytes);
    void fail(const char* word);
    void judge(int result);
    void finishHandshake();
    void describeLeaf();
    void addDetail(X509_STORE_CTX* chain);

    static int onChainError(int ok, X509_STORE_CTX* chain);
    static int onCertificateWanted(SSL* ssl, void* self);

    TrustStore empty; // for settings without a store: nothing is trusted
    SslPointer ssl;
    BIO* in = nullptr;  // owned by ssl
    BIO* out = nullptr; // owned by ssl
    TlsFacts facts;
    State state = State::Handshaking;
    std::string plaintext;
    bool explainOnly = false;
    bool speaksTls = false;
    bool certificateWanted = false;
};

TlsSession::Native::Native(const TlsSettings& settings) : explainOnly(settings.explainOnly) {
    ERR_clear_error();
    const TrustStore& trust = settings.trust ? *settings.trust : empty;
    ssl.reset(SSL_new(trust.native()->context(strictnessOf(settings))));
    in = BIO_new(BIO_s_mem());
    out = BIO_new(BIO_s_mem());
    if (!ssl || !in || !out)
        throw std::bad_alloc();
    BIO_set_mem_eof_return(in, -1); // an empty buffer means "wait", not "closed"
    SSL_set_bio(ssl.get(), in, out);
    SSL_set_app_data(ssl.get(), this);
    SSL_set_verify(ssl.get(), SSL_VERIFY_PEER, &onChainError);
    SSL_set_cert_cb(ssl.get(), &onCertificateWanted, this);
    X509_VERIFY_PARAM_set_time(SSL_get0_param(ssl.get()),
                               static_cast<std::time_t>(settings.now.time_since_epoch().count()));
    facts.asked = settings.serverName;
    if (isHostName(facts.asked)) // RFC 6066 3: SNI is a name, never an address
        SSL_ctrl(ssl.get(), SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name, facts.asked.data());
    SSL_set_connect_state(ssl.get());
    advance();
}

// Notes the fault and lets the handshake go on, so that the next fault is found too.
int TlsSession::Native::onChainError(int ok, X509_STORE_CTX* chain) {
    if (ok)
        return 1;
    auto* ssl = static_cast<SSL*>(X509_STORE_CTX_get_ex_data(chain, SSL_get_ex_data_X509_STORE_CTX_idx()));
    auto* self = static_cast<Native*>(SSL_get_app_data(ssl));
    addFault(self->facts, faultOf(chain));
    self->addDetail(chain);
    return 1;
}

int TlsSession::Native::onCertificateWanted(SSL*, void* self) {
    static_cast<Native*>(self)->certificateWanted = true;
    return 1; // go on; we have none to show
}

void TlsSession::Native::addDetail(X509_STORE_CTX* chain) {
    const int error = X509_STORE_CTX_get_error(chain);
    std::string detail = X509_verify_cert_error_string(error);
    detail += " (" + std::to_string(error) + ", depth " + std::to_string(X509_STORE_CTX_get_error_depth(chain)) + ")";
    auto& details = facts.faultDetails;
    if (details.size() < FaultDetails && std::find(details.begin(), details.end(), detail) == details.end())
        details.push_back(std::move(detail));
}

void TlsSession::Native::feed(std::string_view bytes) {
    while (!bytes.empty()) {
        constexpr auto Most = static_cast<std::size_t>(std::numeric_limits<int>::max());
        const int size = static_cast<int>(std::min(bytes.size(), Most));
        BIO_write(in, bytes.data(), size);
        bytes.remove_prefix(static_cast<std::size_t>(size));
    }
}

void TlsSession::Native::advance() {
    ERR_clear_error();
    const int result = SSL_do_handshake(ssl.get());
    if (result == 1)
        finishHandshake();
    else
        judge(result);
}

void TlsSession::Native::readPlain() {
    std::array<char, 16384> buffer;
    while (state == State::Established) {
        ERR_clear_error();
        const int size = SSL_read(ssl.get(), buffer.data(), static_cast<int>(buffer.size()));
        if (size > 0) {
            plaintext.append(buffer.data(), static_cast<std::size_t>(size));
            continue;
        }
        judge(size);
        break;
    }
    OPENSSL_cleanse(buffer.data(), buffer.size());
}

// A server that greets in plain text on a TLS port has said something worth knowing: its bytes are kept, and OpenSSL
// never sees them. True where the bytes belong to such a greeting.
bool TlsSession::Native::collectPlain(std::string_view bytes) {
    if (!speaksTls && beginsLikeTls(bytes.front()))
        speaksTls = true;
    if (speaksTls)
        return false;
    const std::size_t room = PlainBytes - facts.plainBytes.size();
    facts.plainBytes += bytes.substr(0, room);
    if (facts.plainBytes.size() >= RecordHeader || facts.plainBytes.find('\n') != std::string::npos)
        fail("not-tls");
    return true;
}

void TlsSession::Native::fail(const char* word) {
    state = State::Failed;
    facts.failure = word;
}

void TlsSession::Native::judge(int result) {
    const int error = SSL_get_error(ssl.get(), result);
    if (error == SSL_ERROR_WANT_READ || error == SSL_ERROR_WANT_WRITE)
        return;
    if (error == SSL_ERROR_ZERO_RETURN && state == State::Established) {
        state = State::Closed;
        return;
    }
    state = State::Failed;
    if (error == SSL_ERROR_ZERO_RETURN)
        facts.failure = "closed";
    else
        recordFailure(facts, certificateWanted);
    describeLeaf();
}

void TlsSession::Native::finishHandshake() {
    state = State::Established;
    facts.handshakeDone = true;
    facts.version = SSL_get_version(ssl.get());
    facts.cipher = SSL_get_cipher_name(ssl.get());
    describeLeaf();
    readPlain(); // TLS 1.3: the first words may have come with the last flight
}

void TlsSession::Native::describeLeaf() {
    X509* leaf = SSL_get0_peer_certificate(ssl.get());
    if (!leaf || !facts.leaf.sha256.empty())
        return;
    facts.leaf = describe(leaf);
    facts.chainLength = sk_X509_num(SSL_get_peer_cert_chain(ssl.get()));
    facts.nulInName = hasNulInName(leaf);
    if (facts.nulInName || !namesHost(leaf, facts.asked))
        addFault(facts, CertificateFault::NameMismatch);
}

TlsSession::TlsSession(const TlsSettings& settings) : native_(std::make_unique<Native>(settings)) {}
TlsSession::~TlsSession() = default;
TlsSession::TlsSession(TlsSession&&) noexcept = default;
TlsSession& TlsSession::operator=(TlsSession&&) noexcept = default;

void TlsSession::receive(std::string_view ciphertext) {
    if (ciphertext.empty())
        return;
    const bool collecting = state() == State::Handshaking || native_->facts.failure == "not-tls";
    if (collecting && native_->collectPlain(ciphertext))
        return;
    if (state() == State::Handshaking) {
        native_->feed(ciphertext);
        native_->advance();
    } else if (state() == State::Established) {
        native_->feed(ciphertext);
        native_->readPlain();
    }
}

void TlsSession::peerClosed(bool reset) {
    if (state() == State::Established)
        native_->state = State::Closed;
    else if (state() == State::Handshaking)
        native_->fail(!native_->facts.plainBytes.empty() ? "not-tls" : reset ? "reset" : "closed");
}

void TlsSession::write(std::string_view plaintext) {
    while (state() == State::Established && !plaintext.empty()) {
        ERR_clear_error();
        std::size_t written = 0;
        const int result = SSL_write_ex(native_->ssl.get(), plaintext.data(), plaintext.size(), &written);
        if (result != 1)
            return native_->judge(result);
        plaintext.remove_prefix(written);
    }
}

void TlsSession::shutdown() {
    if (state() != State::Established)
        return;
    ERR_clear_error();
    SSL_shutdown(native_->ssl.get());
    ERR_clear_error();
    native_->state = State::Closed;
}

std::string TlsSession::takeCiphertext() {
    std::string bytes(BIO_ctrl_pending(native_->out), '\0');
    if (!bytes.empty())
        BIO_read(native_->out, bytes.data(), static_cast<int>(bytes.size()));
    return bytes;
}

std::string TlsSession::takePlaintext() {
    return std::exchange(native_->plaintext, {});
}

TlsSession::State TlsSession::state() const {
    return native_->state;
}

const TlsFacts& TlsSession::facts() const {
    return native_->facts;
}

bool TlsSession::explainOnly() const {
    return native_->explainOnly;
}

} // namespace yomikae
