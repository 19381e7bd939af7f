#include "support/test_ca.h"

#include <openssl/bio.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

#include <map>
#include <stdexcept>

namespace yomikae::test {

namespace {

void must(bool done, const char* what) {
    if (!done)
        throw std::runtime_error(std::string("test certificate: ") + what);
}

// One key for authorities, one for servers: a certificate signed by its own key would be a self-signed one.
std::shared_ptr<EVP_PKEY> rsaKey(const std::string& purpose, int bits) {
    static std::map<std::pair<std::string, int>, std::shared_ptr<EVP_PKEY>> made;
    auto& key = made[{purpose, bits}];
    if (!key)
        key.reset(EVP_RSA_gen(static_cast<unsigned int>(bits)), EVP_PKEY_free);
    must(key != nullptr, "key");
    return key;
}

void addName(X509_NAME* name, const std::string& commonName) {
    must(X509_NAME_add_entry_by_NID(name, NID_commonName, MBSTRING_UTF8,
                                    reinterpret_cast<const unsigned char*>(commonName.data()),
                                    static_cast<int>(commonName.size()), -1, 0) == 1,
         "name");
}

GENERAL_NAME* generalName(int type, ASN1_STRING* value) {
    GENERAL_NAME* name = GENERAL_NAME_new();
    GENERAL_NAME_set0_value(name, type, value);
    return name;
}

void addSubjectAltNames(X509* certificate, const Recipe& recipe) {
    if (recipe.names.empty() && recipe.addresses.empty())
        return;
    const std::unique_ptr<GENERAL_NAMES, void (*)(GENERAL_NAMES*)> all(GENERAL_NAMES_new(), GENERAL_NAMES_free);
    for (const std::string& name : recipe.names) {
        ASN1_IA5STRING* text = ASN1_IA5STRING_new();
        ASN1_STRING_set(text, name.data(), static_cast<int>(name.size()));
        sk_GENERAL_NAME_push(all.get(), generalName(GEN_DNS, text));
    }
    for (const std::string& address : recipe.addresses)
        sk_GENERAL_NAME_push(all.get(), generalName(GEN_IPADD, a2i_IPADDRESS(address.c_str())));
    must(X509_add1_ext_i2d(certificate, NID_subject_alt_name, all.get(), 0, 0) == 1, "subjectAltName");
}

void addExtension(X509* certificate, X509* issuer, int nid, const std::string& value) {
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value.c_str());
    must(extension && X509_add_ext(certificate, extension, -1) == 1, value.c_str());
    X509_EXTENSION_free(extension);
}

void addExtensions(X509* certificate, X509* issuer, const Recipe& recipe) {
    addExtension(certificate, issuer, NID_basic_constraints,
                 recipe.authority ? "critical,CA:TRUE" : "critical,CA:FALSE");
    addExtension(certificate, issuer, NID_subject_key_identifier, "hash");
    if (!recipe.keyUsage.empty())
        addExtension(certificate, issuer, NID_key_usage, recipe.keyUsage);
    addSubjectAltNames(certificate, recipe);
}

// `issuer` null = by itself.
Identity make(const Recipe& recipe, const Identity* issuer) {
    static long serial = 1000;
    Identity made{{X509_new(), X509_free}, rsaKey(recipe.authority ? recipe.commonName : "server", recipe.rsaBits)};
    X509* certificate = made.certificate.get();
    X509* signer = issuer ? issuer->certificate.get() : certificate;
    X509_set_version(certificate, X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), ++serial);
    must(ASN1_TIME_set_string(X509_getm_notBefore(certificate), recipe.notBefore.c_str()) == 1, "notBefore");
    must(ASN1_TIME_set_string(X509_getm_notAfter(certificate), recipe.notAfter.c_str()) == 1, "notAfter");
    addName(X509_get_subject_name(certificate), recipe.commonName);
    X509_set_issuer_name(certificate, X509_get_subject_name(signer));
    X509_set_pubkey(certificate, made.key.get());
    addExtensions(certificate, signer, recipe);
    EVP_PKEY* key = issuer ? issuer->key.get() : made.key.get();
    must(X509_sign(certificate, key, EVP_get_digestbyname(recipe.digest)) > 0, "signature");
    return made;
}

} // namespace

std::string Identity::pem() const {
    const std::unique_ptr<BIO, int (*)(BIO*)> out(BIO_new(BIO_s_mem()), BIO_free);
    must(PEM_write_bio_X509(out.get(), certificate.get()) == 1, "PEM");
    std::string text(BIO_ctrl_pending(out.get()), '\0');
    BIO_read(out.get(), text.data(), static_cast<int>(text.size()));
    return text;
}

std::string Identity::der() const {
    unsigned char* bytes = nullptr;
    const int size = i2d_X509(certificate.get(), &bytes);
    must(size > 0, "DER");
    std::string text(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
    OPENSSL_free(bytes);
    return text;
}

std::string Identity::sha256() const {
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int size = 0;
    must(X509_digest(certificate.get(), EVP_sha256(), digest, &size) == 1, "digest");
    std::string hex;
    for (unsigned int i = 0; i < size; ++i) {
        hex += "0123456789abcdef"[digest[i] / 16];
        hex += "0123456789abcdef"[digest[i] % 16];
    }
    return hex;
}

TestCa::TestCa(const std::string& commonName) {
    Recipe recipe;
    recipe.commonName = commonName;
    recipe.names.clear();
    recipe.authority = true;
    root_ = selfSigned(recipe);
}

Identity TestCa::issue(const Recipe& recipe) const {
    return issuedBy(root_, recipe);
}

Identity TestCa::selfSigned(const Recipe& recipe) {
    return make(recipe, nullptr);
}

Identity TestCa::issuedBy(const Identity& issuer, const Recipe& recipe) {
    return make(recipe, &issuer);
}

const TestCa& testCa() {
    static const TestCa ca;
    return ca;
}

} // namespace yomikae::test
