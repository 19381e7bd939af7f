#include "cli/batch.h"

namespace yomikae::cli {

namespace {

/// One password for all rows would be a slip; the others speak of one certificate.
constexpr const char* UnfitForBatch[] = {"password-file", "password-fd", "watch"};
constexpr const char* OnlyForBatch[] = {"jobs", "json-lines", "out"};

} // namespace

void addBatchOptions(QCommandLineParser& parser, Language language) {
    addOption(parser, language, "batch", "FILE");
    addOption(parser, language, "jobs", "N");
    addOption(parser, language, "json-lines");
    addOption(parser, language, "out", "RESULTS");
}

bool namesBatch(const QStringList& arguments) {
    for (const QString& argument : arguments)
        if (argument == QStringLiteral("--batch") || argument.startsWith(QStringLiteral("--batch=")))
            return true;
    return false;
}

Result<BatchOptions> batchOptions(const QCommandLineParser& parser) {
    BatchOptions batch;
    Result<BatchOptions> result;
    const bool set = parser.isSet(QStringLiteral("batch"));
    const auto complain = [&](const char* code, const char* option) {
        result.problems.push_back({code, {}, std::string("--") + option, {}, {}, false});
    };
    for (const char* option : OnlyForBatch)
        if (!set && parser.isSet(QLatin1String(option)))
            complain("batch-option-alone", option);
    for (const char* option : UnfitForBatch)
        if (set && parser.isSet(QLatin1String(option)))
            complain("batch-option-unfit", option);
    batch.file = parser.value(QStringLiteral("batch")).toStdString();
    batch.out = parser.value(QStringLiteral("out")).toStdString();
    batch.jsonLines = parser.isSet(QStringLiteral("json-lines")) || parser.isSet(QStringLiteral("json"));
    if (parser.isSet(QStringLiteral("jobs"))) {
        const QString given = parser.value(QStringLiteral("jobs"));
        bool isNumber = false;
        batch.jobs = given.toInt(&isNumber);
        if (!isNumber || batch.jobs < 1 || batch.jobs > limits::BatchMostJobs)
            result.problems.push_back(
                {"option-value", {}, "--jobs", shown(given), "1 - " + std::to_string(limits::BatchMostJobs), false});
    }
    if (result.problems.empty())
        result.value = std::move(batch);
    return result;
}

} // namespace yomikae::cli
