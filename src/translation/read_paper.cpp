#include "translation/read_paper.h"

#include "base/mail_address.h"

namespace yomikae {

namespace {

const ProviderProfile* likelyProvider(const Certificate& certificate, const Catalog& catalog) {
    if (!certificate.provider.empty())
        if (const auto* named = catalog.byId(certificate.provider) ? catalog.byId(certificate.provider)
                                                                   : catalog.byName(certificate.provider))
            return named;
    if (const auto address = mailAddress(certificate.mailAddress))
        if (const auto* owner = catalog.byDomain(address->domain))
            return owner;
    for (const std::string& host : {certificate.popServer, certificate.smtpServer})
        if (const auto* owner = catalog.byOldHost(host))
            return owner;
    return nullptr;
}

} // namespace

Result<ReadCertificate> readPaper(const std::string& bytes, const std::string& file, const Catalog& catalog,
                                  const Labels& labels) {
    auto read = readCertificate(bytes, file, labels);
    const auto* provider = read ? likelyProvider(read->certificate, catalog) : nullptr;
    if (provider != nullptr && !provider->labels.empty())
        read = readCertificate(bytes, file, labels.with(provider->labels));
    return read;
}

} // namespace yomikae
