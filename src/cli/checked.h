// A whole check, from the bytes of a certificate to a judgement: the middle of `check` and of `sheet`.
#pragma once

#include "candidates/plan.h"
#include "cli/console.h"
#include "cli/options.h"
#include "probe/report.h"
#include "translation/translation.h"
#include "verdict/verdict.h"

#include <optional>
#include <string>

namespace yomikae::cli {

struct Checked {
    Translation translation;
    Secret password;                 ///< as given, for a sheet that is to have it
    std::optional<RunReport> report; ///< nothing where nothing was checked
    std::optional<Judgement> judgement;
    std::string madeAt; ///< ISO 8601, UTC
};

/// Reads and translates; with `connect` also asks for the password (else one that the options name is taken), probes
/// and judges. Everything that is wrong was told when nothing comes back.
std::optional<Checked> checkCertificate(const std::string& bytes, const std::string& file, const CheckOptions& options,
                                        bool connect, Console& console);

} // namespace yomikae::cli
