#include "cli/run_plan.h"

#include "base/limits.h"
#include "cli/files.h"
#include "cli/terminal.h"
#include "cli/text_out.h"
#include "net/run_driver.h"
#include "net/trust.h"
#include "verdict/verdict.h"

#include <QDateTime>
#include <QEventLoop>
#include <QTimer>

#include <optional>
#include <set>
#include <tuple>

namespace yomikae::cli {

namespace {

constexpr int LookForInterrupt = 100; ///< ms; a signal only sets a flag, and Cancel must work within half a second

/// What --watch shows: each attempt once, when it has its outcome.
class Watch {
  public:
    Watch(Console& console, bool loginsFollow) : console_(console), loginsFollow_(loginsFollow) {}

    /// A door that was reached may be logged in at soon: then that is its outcome.
    void show(const RunReport& report, bool atEnd) {
        const Judgement judgement = judge(Translation{}, report);
        for (std::size_t i = 0; i < report.attempts.size(); ++i) {
            const Attempt& attempt = report.attempts[i];
            const bool begun = attempt.outcome != Outcome::Skipped || !attempt.reason.empty();
            if (!begun || (attempt.outcome == Outcome::Ready && loginsFollow_ && !atEnd))
                continue;
            if (shown_
                    .emplace(toString(attempt.candidate.endpoint), attempt.username, attempt.mechanism, attempt.outcome)
                    .second)
                console_.note(attemptText(attempt, judgement.explanations.at(i), console_.language()));
        }
    }

  private:
    Console& console_;
    bool loginsFollow_;
    std::set<std::tuple<std::string, std::string, std::optional<Mechanism>, Outcome>> shown_;
};

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
    Watch watch(console, !password.empty());
    QObject::connect(&driver, &RunDriver::changed, &loop, [&](int) {
        if (options.watch)
            watch.show(driver.report(), false);
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
    if (options.watch)
        watch.show(driver.report(), true);
    return driver.report();
}

std::string isoNow() {
    return QDateTime::currentDateTimeUtc().toString(Qt::ISODate).toStdString();
}

WallTime wallNow() {
    return WallTime(std::chrono::seconds(QDateTime::currentSecsSinceEpoch()));
}

} // namespace yomikae::cli
