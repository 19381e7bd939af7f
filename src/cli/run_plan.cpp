#include "cli/run_plan.h"

#include "base/limits.h"
#include "cli/files.h"
#include "cli/terminal.h"
#include "cli/text_out.h"
#include "net/run_driver.h"
#include "net/trust.h"

#include <QDateTime>
#include <QEventLoop>
#include <QTimer>

namespace yomikae::cli {

namespace {

constexpr int LookForInterrupt = 100; ///< ms; a signal only sets a flag, and Cancel must work within half a second

std::string watched(const Attempt& attempt) {
    return toString(attempt.candidate.endpoint) + "  " + std::string(name(attempt.stage)) + "  " +
           std::string(name(attempt.outcome)) + "\n";
}

} // namespace

RunSettings runSettings(const Secret& password, const CheckOptions& options, const TrustStore& trust) {
    RunSettings settings;
    settings.password = password;
    settings.consents = options.consents;
    settings.refusedLogins = options.refusedLogins;
    settings.deadline = options.deadline;
    settings.trust = &trust;
    settings.wallClock = wallNow();
    for (const Resolve& rule : options.resolve)
        settings.resolve.push_back({{rule.host, rule.port}, rule.address});
    return settings;
}

std::optional<TrustStore> trustFor(const CheckOptions& options, const Console& console) {
    TrustStore trust = systemTrust();
    if (options.caFile.empty())
        return trust;
    const auto pem = readInput(options.caFile, CaFile);
    console.tell(pem.problems);
    if (!pem)
        return std::nullopt;
    const auto problems = trust.addPem(*pem, options.caFile);
    console.tell(problems);
    if (!problems.empty())
        return std::nullopt;
    return trust;
}

RunReport runPlan(const Plan& plan, const std::string& account, const Secret& password, const CheckOptions& options,
                  const TrustStore& trust, Console& console) {
    RunDriver driver(plan, runSettings(password, options, trust),
                     std::make_unique<LoginMemory>(stateFolder(), account));
    QEventLoop loop;
    QTimer look;
    terminal::catchInterrupts();
    QObject::connect(&driver, &RunDriver::finished, &loop, &QEventLoop::quit);
    QObject::connect(&driver, &RunDriver::changed, &loop, [&](int attempt) {
        if (options.watch)
            console.note(watched(driver.report().attempts.at(static_cast<std::size_t>(attempt))));
        else
            console.progress(progressLine(driver.report(), console.language()));
    });
    QObject::connect(&look, &QTimer::timeout, &driver, [&] {
        if (terminal::interrupted())
            driver.cancel();
    });
    look.start(LookForInterrupt);
    driver.start();
    if (!driver.isFinished())
        loop.exec();
    console.endProgress();
    return driver.report();
}

std::string isoNow() {
    return QDateTime::currentDateTimeUtc().toString(Qt::ISODate).toStdString();
}

WallTime wallNow() {
    return WallTime(std::chrono::seconds(QDateTime::currentSecsSinceEpoch()));
}

} // namespace yomikae::cli
