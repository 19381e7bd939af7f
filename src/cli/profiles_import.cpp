// yomikae-cli profiles import: a draft of a profile from Thunderbird's config-v1.1.xml.
#include "cli/profiles.h"

#include "base/limits.h"
#include "cli/files.h"
#include "discovery/draft_profile.h"
#include "net/data_files.h"

#include <QFileInfo>

#include <algorithm>

namespace yomikae::cli {

namespace {

int finish(const DraftProfile& draft, const std::string& to, const Console& console) {
    if (to.empty()) {
        console.out(draft.text);
    } else {
        const auto problems = writeOutput(to, draft.text);
        console.tell(problems);
        if (!problems.empty())
            return ExitStatus::WrongInput;
        console.tell(message("draft-written", {{"file", to}}));
    }
    for (const Message& left : draft.toFill)
        console.tell(left);
    if (draft.text.find("\"protocol\"") != std::string::npos)
        return ExitStatus::Yes;
    console.tell(message("draft-without-servers"));
    return ExitStatus::No;
}

} // namespace

int runProfilesImport(const QStringList& arguments, Console& console) {
    QCommandLineParser parser;
    addOption(parser, console.language(), "to", "option-draft-to", "FILE");
    if (const auto over = parse(parser, profilesCommand("import"), arguments, 1, 1, console))
        return *over;
    const std::string to = parser.value(QStringLiteral("to")).toStdString();
    if (!to.empty() && QFileInfo::exists(QString::fromStdString(to))) {
        console.tell({fileProblem("draft-file-exists", to)}); // a profile is a person's work
        return ExitStatus::WrongInput;
    }
    const std::string file = parser.positionalArguments().at(0).toStdString();
    const auto bytes = readInput(file, limits::PublishedConfig);
    console.tell(bytes.problems);
    if (!bytes)
        return ExitStatus::WrongInput;
    const std::string id = to.empty() ? "" : QFileInfo(QString::fromStdString(to)).completeBaseName().toStdString();
    const auto draft = draftProfile(*bytes, file, id, todayHere());
    console.tell(draft.problems);
    return draft ? finish(*draft, to, console) : static_cast<int>(ExitStatus::WrongInput);
}

} // namespace yomikae::cli
