// Runs a plan over the network with progress, Ctrl-C and a deadline, and gives back what was seen.
#pragma once

#include "cli/console.h"
#include "cli/options.h"
#include "probe/report.h"
#include "probe/run.h"
#include "tls/trust_store.h"

#include <optional>
#include <string>

namespace yomikae::cli {

inline constexpr std::size_t CaFile = 4 * 1024 * 1024; ///< a bundle of all public authorities is 200 KiB

/// The system's trust anchors and --ca-file. Nothing after the problems of that file were told.
std::optional<TrustStore> trustFor(const CheckOptions& options, const Console& console);

/// What a run has to know, by the options.
RunSettings runSettings(const Secret& password, const CheckOptions& options, const TrustStore& trust);

/// Connects, logs in where it may, explains the rest. Progress on a terminal; with options.watch a line an attempt on
/// standard error.
/// Logins of `account`, a mail address, are bounded over program runs.
RunReport runPlan(const Plan& plan, const std::string& account, const Secret& password, const CheckOptions& options,
                  const TrustStore& trust, Console& console);

/// Now as ISO 8601 in UTC, and as the engine takes it.
std::string isoNow();
WallTime wallNow();

} // namespace yomikae::cli
