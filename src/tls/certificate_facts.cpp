#include "tls/certificate_facts.h"

#include "base/host_name.h"
#include "base/text.h"

#include <openssl/err.h>
#include <openssl/evp.h>

#include <array>
#include <cstdio>
#include <ctime>
#include <string_view>

namespace yomikae {

namespace {

constexpr std::size_t ShownNames = 100; // of a certificate; a shared host's has some dozens
constexpr std::size_t ShownName = 300;  // characters

std::string_view bytesOf(const ASN1_STRING* text) {
    return {reinterpret_cast<const char*>(ASN1_STRING_get0_data(text)),
            static_cast<std::size_t>(ASN1_STRING_length(text))};
}

std::string distinguishedName(const X509_NAME* name) {
    const BioPointer out(BIO_new(BIO_s_mem()));
    constexpr unsigned long Flags = (XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB) & ~XN_FLAG_DN_REV;
    X509_NAME_print_ex(out.get(), name, 0, Flags);
    char* begin = nullptr;
    const long size = BIO_get_mem_data(out.get(), &begin);
    return size > 0 ? printable({begin, static_cast<std::size_t>(size)}, ShownName) : std::string();
}

std::string ipAddress(std::string_view bytes) {
    std::string text;
    char group[8];
    if (bytes.size() == 4) {
        for (const char byte : bytes)
            text += (text.empty() ? "" : ".") + std::to_string(static_cast<unsigned char>(byte));
    } else if (bytes.size() == 16) {
        for (std::size_t i = 0; i < 16; i += 2) {
            const int high = static_cast<unsigned char>(bytes[i]);
            std::snprintf(group, sizeof group, "%x", high << 8 | static_cast<unsigned char>(bytes[i + 1]));
            text += (text.empty() ? "" : ":") + std::string(group);
        }
    }
    return text;
}

NamesPointer subjectAltNames(X509* certificate) {
    return NamesPointer(
        static_cast<GENERAL_NAMES*>(X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr)));
}

template <class Visit> void forEachName(X509* certificate, Visit visit) {
    const NamesPointer names = subjectAltNames(certificate);
    for (int i = 0; i < sk_GENERAL_NAME_num(names.get()); ++i) {
        const GENERAL_NAME* name = sk_GENERAL_NAME_value(names.get(), i);
        if (name->type == GEN_DNS)
            visit(bytesOf(name->d.dNSName), false);
        else if (name->type == GEN_IPADD)
            visit(bytesOf(name->d.iPAddress), true);
    }
}

WallTime wallTime(const ASN1_TIME* time) {
    std::tm parts{};
    if (ASN1_TIME_to_tm(time, &parts) != 1)
        return {};
    using namespace std::chrono;
    const sys_days day = year(parts.tm_year + 1900) / (parts.tm_mon + 1) / parts.tm_mday;
    return day + hours(parts.tm_hour) + minutes(parts.tm_min) + seconds(parts.tm_sec);
}

std::string sha256(X509* certificate) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    if (X509_digest(certificate, EVP_sha256(), digest.data(), &size) != 1)
        return {};
    std::string hex;
    for (unsigned int i = 0; i < size; ++i) {
        constexpr char Digits[] = "0123456789abcdef";
        hex += Digits[digest[i] >> 4];
        hex += Digits[digest[i] & 15];
    }
    return hex;
}

} // namespace

CertificateFacts describe(X509* certificate) {
    CertificateFacts facts;
    facts.subject = distinguishedName(X509_get_subject_name(certificate));
    facts.issuer = distinguishedName(X509_get_issuer_name(certificate));
    forEachName(certificate, [&](std::string_view name, bool isAddress) {
        if (facts.names.size() < ShownNames)
            facts.names.push_back(isAddress ? ipAddress(name) : printable(name, ShownName));
    });
    facts.notBefore = wallTime(X509_get0_notBefore(certificate));
    facts.notAfter = wallTime(X509_get0_notAfter(certificate));
    facts.sha256 = sha256(certificate);
    ERR_clear_error();
    return facts;
}

bool namesHost(X509* certificate, const std::string& asked) {
    constexpr unsigned int Strict = X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS | X509_CHECK_FLAG_NEVER_CHECK_SUBJECT;
    if (isIpLiteral(asked))
        return X509_check_ip_asc(certificate, asked.c_str(), Strict) == 1;
    return isHostName(asked) && X509_check_host(certificate, asked.data(), asked.size(), Strict, nullptr) == 1;
}

bool hasNulInName(X509* certificate) {
    bool found = false;
    forEachName(certificate, [&](std::string_view name, bool isAddress) {
        found = found || (!isAddress && name.find('\0') != std::string_view::npos);
    });
    return found;
}

} // namespace yomikae
