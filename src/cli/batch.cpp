#include "cli/batch.h"

#include "cli/batch_file.h"
#include "cli/batch_results.h"
#include "cli/batch_run.h"
#include "cli/load.h"
#include "cli/run_plan.h"
#include "net/lookup.h"
#include "net/platform.h"

namespace yomikae::cli {

int runBatch(const BatchOptions& batch, const CheckOptions& options, Console& console) {
    const auto file = BatchFile::open(batch.file);
    console.tell(file.problems);
    if (!file)
        return ExitStatus::WrongInput;
    const auto catalog = loadCatalog(options.profiles, console);
    auto trust = catalog ? trustFor(options, console) : std::nullopt;
    if (!trust)
        return ExitStatus::WrongInput;
    trust->makeReady();
    Result<std::unique_ptr<BatchResults>> results;
    if (!batch.out.empty()) {
        results = BatchResults::open(batch.out);
        console.tell(results.problems);
        if (!results)
            return ExitStatus::WrongInput;
    }
    allowManySockets();
    Lookups::keepFound();
    const BatchKnowledge knowledge{(*file)->shape(),           *catalog,        *trust, options, console.language(),
                                   batch.jsonLines || results, !batch.jsonLines};
    return BatchRun(**file, knowledge, results ? results->get() : nullptr, batch, console).run();
}

} // namespace yomikae::cli
