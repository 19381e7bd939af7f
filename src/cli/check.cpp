// yomikae-cli check: translate, probe, judge.
#include "cli/batch.h"
#include "cli/check_status.h"
#include "cli/checked.h"
#include "cli/command_line.h"
#include "cli/files.h"
#include "cli/json_out.h"
#include "cli/load.h"
#include "cli/save_confirmation.h"
#include "cli/send_test.h"
#include "cli/text_out.h"

#include <nlohmann/json.hpp>

namespace yomikae::cli {

namespace {

/// All that is wrong with the options, over all that they are for.
std::vector<Problem> optionProblems(const QCommandLineParser& parser, bool isBatch) {
    std::vector<Problem> all = checkOptions(parser).problems;
    const QStringList words = parser.positionalArguments();
    if (isBatch && !words.isEmpty())
        all.push_back({"batch-with-file", {}, "--batch", words.at(0).toStdString(), {}, false});
    for (const auto& some :
         {batchOptions(parser).problems, sendTestProblems(parser, isBatch), confirmationProblems(parser, isBatch)})
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

} // namespace

int runCheck(const QStringList& arguments, Console& console) {
    QCommandLineParser parser;
    addOption(parser, console.language(), "json");
    addCheckOptions(parser, console.language());
    addBatchOptions(parser, console.language());
    addSendTestOptions(parser, console.language());
    addConfirmationOption(parser, console.language());
    const bool isBatch = namesBatch(arguments);
    const auto further = [&] { return optionProblems(parser, isBatch); };
    if (const auto over =
            parse(parser, *commandNamed("check"), arguments, isBatch ? 0 : 1, isBatch ? -1 : 1, console, further))
        return *over;
    const auto problems = further();
    console.tell(problems);
    if (!problems.empty())
        return ExitStatus::WrongInput;
    const auto options = checkOptions(parser);
    const auto batch = batchOptions(parser);
    if (isBatch)
        return runBatch(*batch, *options, console);
    const std::string file = parser.positionalArguments().at(0).toStdString();
    const auto bytes = readCertificateFile(file);
    console.tell(bytes.problems);
    if (!bytes)
        return ExitStatus::WrongInput;
    const auto checked = checkCertificate(*bytes, file, *options, true, console);
    if (!checked)
        return ExitStatus::WrongInput;
    const auto sent = sendTest(parser, *checked, *options, console);
    if (parser.isSet(QStringLiteral("json"))) {
        auto json = toJson(checked->translation, *checked->report, *checked->judgement, checked->madeAt);
        addSendTest(json, sent);
        console.out(jsonText(json));
    } else {
        console.out(checkText(checked->translation, *checked->report, *checked->judgement, console.language()) +
                    sendTestText(sent, console.language()));
    }
    if (!saveConfirmation(parser, *checked, console))
        return ExitStatus::WrongInput;
    return statusWith(sent, statusOf(*checked->report, *checked->judgement));
}

} // namespace yomikae::cli
