// Owners for OpenSSL's objects, and its errors as a value.
#pragma once

#include <openssl/bio.h>
#include <openssl/crypto.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <memory>

namespace yomikae {

template <auto free> struct FreedBy {
    template <class T> void operator()(T* object) const { free(object); }
};

using BioPointer = std::unique_ptr<BIO, FreedBy<&BIO_free>>;
using CertificatePointer = std::unique_ptr<X509, FreedBy<&X509_free>>;
using StorePointer = std::unique_ptr<X509_STORE, FreedBy<&X509_STORE_free>>;
using ContextPointer = std::unique_ptr<SSL_CTX, FreedBy<&SSL_CTX_free>>;
using SslPointer = std::unique_ptr<SSL, FreedBy<&SSL_free>>;
using NamesPointer = std::unique_ptr<GENERAL_NAMES, FreedBy<&GENERAL_NAMES_free>>;

} // namespace yomikae
