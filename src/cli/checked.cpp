#include "cli/checked.h"

#include "cli/discovered.h"
#include "cli/load.h"
#include "cli/password.h"
#include "cli/run_plan.h"

namespace yomikae::cli {

namespace {

void judgeInto(Checked& checked, RunReport report) {
    checked.judgement = judge(checked.translation, report);
    checked.report = std::move(report);
}

} // namespace

std::optional<Checked> checkCertificate(const std::string& bytes, const std::string& file, const CheckOptions& options,
                                        bool connect, Console& console) {
    const auto opened = openCertificate(bytes, file, options.profiles, console);
    if (!opened)
        return std::nullopt;
    const auto& [catalog, read] = *opened;
    const auto translation = loadTranslation(read, catalog, options.preference, file, console);
    if (!translation)
        return std::nullopt;
    Checked checked{*translation, read.certificate.mailPassword, {}, {}, isoNow()};
    const auto trust = trustFor(options, console);
    if (!trust)
        return std::nullopt;
    if (connect)
        checked.translation = discovered(*translation, read, catalog, options, console);
    if (options.login && (connect || options.namesPassword())) {
        auto password = passwordFor(options, read.certificate.mailPassword, translation->mailAddress, console);
        console.tell(password.problems);
        if (!password)
            return std::nullopt;
        checked.password = std::move(*password);
        checked.translation.passwordGiven = !checked.password.empty();
    }
    if (!connect)
        return checked;
    const Plan plan = planCandidates(checked.translation, options.preference, options.consents);
    judgeInto(checked, runPlan(plan, checked.translation.mailAddress, options.login ? checked.password : Secret{},
                               options, *trust, console));
    return checked;
}

} // namespace yomikae::cli
