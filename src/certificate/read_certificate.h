// The front door: the bytes of a certificate, JSON or the text of a paper in whatever character set -> ReadCertificate.
#pragma once

#include "base/problem.h"
#include "certificate/certificate.h"
#include "certificate/labels.h"

#include <string>

namespace yomikae {

/// Problems of a file that is no text: see file_kind.h. JSON where the first character is '{', else text. At most
/// limits::CertificateFile bytes (problem file-too-large). `file` is what problems call the input. Opens nothing.
Result<ReadCertificate> readCertificate(std::string bytes, std::string file, const Labels& labels);

} // namespace yomikae
