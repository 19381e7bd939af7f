// Where the password comes from: a file, a descriptor, the certificate's JSON, a prompt on a terminal. Never the
// command line itself.
#pragma once

#include "base/problem.h"
#include "base/secret.h"
#include "cli/console.h"
#include "cli/options.h"

#include <string>

namespace yomikae::cli {

/// Sent as it is, whatever stands in it; what looks like a slip is said. In this order: --password-file, --password-fd, `fromCertificate`, a prompt that shows nothing (on a terminal). An
/// empty secret where none was given. Problems: password-empty, password-line-break, password-too-long,
/// password-link-of-another, password-fd-unreadable, file-….
Result<Secret> passwordFor(const CheckOptions& options, const Secret& fromCertificate, const std::string& account,
                           const Console& console);

} // namespace yomikae::cli
