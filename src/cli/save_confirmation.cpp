#include "cli/save_confirmation.h"

#include "cli/files.h"
#include "cli/options.h"
#include "verdict/make_confirmation.h"

namespace yomikae::cli {

namespace {

const QString Option = QStringLiteral("save-confirmation");

} // namespace

void addConfirmationOption(QCommandLineParser& parser, Language language) {
    addOption(parser, language, "save-confirmation", "FILE");
}

std::vector<Problem> confirmationProblems(const QCommandLineParser& parser, bool isBatch) {
    if (!parser.isSet(Option))
        return {};
    if (isBatch)
        return {{"confirmation-with-batch", {}, "--save-confirmation", {}, "--batch", false}};
    if (parser.isSet(QStringLiteral("no-login")))
        return {{"options-exclude", {}, "--no-login", "--save-confirmation", {}, false}};
    const auto problem = cannotWrite(parser.value(Option).toStdString());
    return problem ? std::vector<Problem>{*problem} : std::vector<Problem>{};
}

bool saveConfirmation(const QCommandLineParser& parser, const Checked& checked, const Console& console) {
    if (!parser.isSet(Option))
        return true;
    const auto confirmation = makeConfirmation(checked.translation, *checked.report, todayHere(), YOMIKAE_VERSION);
    if (!confirmation) {
        console.tell(message("confirmation-none"));
        return true;
    }
    const std::string file = parser.value(Option).toStdString();
    const std::string text = confirmationJson(*confirmation);
    const auto problems = writeOutput(file, text);
    console.tell(problems);
    if (!problems.empty())
        return false;
    console.tell(message("confirmation-saved", {{"file", file}}));
    console.note(text);
    return true;
}

} // namespace yomikae::cli
