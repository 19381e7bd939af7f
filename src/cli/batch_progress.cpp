#include "cli/batch_progress.h"

#include "cli/console.h"

#include <algorithm>
#include <cstdio>

namespace yomikae::cli {

namespace {

double aSecond(const BatchProgress& progress) {
    return static_cast<double>(progress.done) * 1000.0 /
           static_cast<double>(std::max<std::int64_t>(progress.elapsed.count(), 1));
}

std::string rate(const BatchProgress& progress) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1f", aSecond(progress));
    return text;
}

std::uint64_t left(const BatchProgress& progress) {
    const std::uint64_t over = progress.done + progress.skipped;
    return progress.all.value_or(0) > over ? *progress.all - over : 0;
}

std::string minutesLeft(const BatchProgress& progress) {
    const double perSecond = aSecond(progress);
    return perSecond <= 0
               ? "-"
               : std::to_string(static_cast<std::uint64_t>(static_cast<double>(left(progress)) / perSecond / 60) + 1);
}

} // namespace

std::string progressLine(const BatchProgress& progress, Language language) {
    return say(message("batch-progress", {{"done", std::to_string(progress.done)},
                                          {"faulty", std::to_string(progress.faulty)},
                                          {"rate", rate(progress)},
                                          {"left", progress.all ? std::to_string(left(progress)) : "?"},
                                          {"minutes", progress.all ? minutesLeft(progress) : "?"},
                                          {"waiting", std::to_string(progress.waiting)}}),
               language);
}

std::string endLine(const BatchProgress& progress, Language language) {
    return say(
        message(progress.later == 0 ? "batch-end" : "batch-end-later", {{"done", std::to_string(progress.done)},
                                                                        {"yes", std::to_string(progress.yes)},
                                                                        {"no", std::to_string(progress.no)},
                                                                        {"faulty", std::to_string(progress.faulty)},
                                                                        {"later", std::to_string(progress.later)},
                                                                        {"skipped", std::to_string(progress.skipped)},
                                                                        {"rate", rate(progress)}}),
        language);
}

} // namespace yomikae::cli
