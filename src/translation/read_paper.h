// The bytes of a paper with the labels of the provider that it turns out to be of.
#pragma once

#include "certificate/read_certificate.h"
#include "profile/catalog.h"

#include <string>

namespace yomikae {

/// readCertificate; once the provider shows, the paper is read again with that provider's own labels.
Result<ReadCertificate> readPaper(const std::string& bytes, const std::string& file, const Catalog& catalog,
                                  const Labels& labels);

} // namespace yomikae
