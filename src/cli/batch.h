// `check --batch`: many certificates of one file, for help desks and maintainers.
#pragma once

#include "base/limits.h"
#include "cli/console.h"
#include "cli/options.h"

#include <string>

namespace yomikae::cli {

struct BatchOptions {
    std::string file;
    int jobs = limits::BatchJobs;
    bool jsonLines = false; ///< on standard output; else a line for people
    std::string out;        ///< results are kept in this file, and what it holds is not done again; "" = none
};

/// The options --batch, --jobs, --json-lines, --out.
void addBatchOptions(QCommandLineParser& parser, Language language);
/// True where the arguments name --batch: then the command takes no file beside it.
bool namesBatch(const QStringList& arguments);
/// Problems: option-value, batch-option-alone, batch-option-unfit.
Result<BatchOptions> batchOptions(const QCommandLineParser& parser);

/// Exit status of the contract: 0 every row was answered with yes, 1 some row was not, 2 the file cannot be used, 3
/// interrupted.
int runBatch(const BatchOptions& batch, const CheckOptions& options, Console& console);

} // namespace yomikae::cli
