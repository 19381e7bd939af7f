// What a server's own certificate says, and whether it names the host that was asked for.
#pragma once

#include "tls/openssl_pointers.h"
#include "tls/tls_facts.h"

#include <string>

namespace yomikae {

CertificateFacts describe(X509* certificate);

/// RFC 9525: a name of the subjectAltName only, never the CN; a wildcard stands for one whole label. False for every
/// `asked` that is neither a checked host name nor an IP literal: OpenSSL takes an empty name for "anything goes".
bool namesHost(X509* certificate, const std::string& asked);

/// CVE-2009-2408: "mail.example.test\0.evil.test". Nobody honest writes that.
bool hasNulInName(X509* certificate);

} // namespace yomikae
