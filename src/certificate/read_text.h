// The text of a paper, pasted or read by a scanner -> Certificate. What was not understood is a doubt with its line.
#pragma once

#include "base/problem.h"
#include "certificate/certificate.h"
#include "certificate/labels.h"

#include <string>
#include <string_view>

namespace yomikae {

/// `utf8` is text (base/text.h toUtf8). Problem: paper-nothing-readable. Passwords are struck out of `paperText` and of
/// every doubt.
Result<ReadCertificate> readPaperText(std::string_view utf8, std::string file, const Labels& labels);

} // namespace yomikae
