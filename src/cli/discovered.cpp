#include "cli/discovered.h"

#include "base/limits.h"
#include "cli/run_plan.h"
#include "cli/terminal.h"
#include "discovery/discovery.h"
#include "net/data_files.h"

#include <QEventLoop>
#include <QTimer>

namespace yomikae::cli {

namespace {

constexpr int LookForInterrupt = 100; ///< ms

} // namespace

DiscoverySettings discoverySettings(const MailAddress& address, const CheckOptions& options) {
    DiscoverySettings settings;
    settings.address = address;
    settings.choices.askIspdb = options.askIspdb;
    settings.choices.atMost = options.deadline;
    for (const Resolve& rule : options.resolve)
        if (rule.port == 443)
            settings.routes.push_back({rule.host, rule.address, rule.port});
    if (!options.caFile.empty())
        settings.caPem = readInput(options.caFile, CaFile).value.value_or(std::string());
    return settings;
}

Translation discovered(const Translation& translation, const ReadCertificate& read, const Catalog& catalog,
                       const CheckOptions& options, Console& console) {
    const auto address = mailAddress(translation.mailAddress);
    if (options.offline || !address || !isWorthDiscovering(translation))
        return translation;
    DiscoveryDriver driver(discoverySettings(*address, options), catalog);
    QEventLoop loop;
    QTimer look;
    terminal::catchInterrupts();
    QObject::connect(&driver, &DiscoveryDriver::finished, &loop, &QEventLoop::quit);
    QObject::connect(&look, &QTimer::timeout, &driver, [&] {
        if (terminal::interrupted())
            driver.cancel();
    });
    look.start(LookForInterrupt);
    console.progress(say(message("discovery-looking", {{"domain", address->domain}}), console.language()));
    driver.start();
    loop.exec();
    console.endProgress();
    return withDiscovery(translation, read, catalog, driver.discovery(), options.preference);
}

} // namespace yomikae::cli
