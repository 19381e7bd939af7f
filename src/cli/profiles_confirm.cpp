// yomikae-cli profiles confirm: what people could log in with becomes evidence.
#include "cli/profiles.h"

#include "base/limits.h"
#include "net/data_files.h"
#include "profile/confirm_profiles.h"

#include <QFileInfo>

namespace yomikae::cli {

namespace {

std::vector<ConfirmationText> confirmationsOf(const QStringList& files, std::vector<Problem>& problems) {
    std::vector<ConfirmationText> texts;
    for (const QString& file : files) {
        auto text = readInput(file.toStdString(), limits::ConfirmationFile);
        problems.insert(problems.end(), text.problems.begin(), text.problems.end());
        if (text)
            texts.push_back({file.toStdString(), std::move(*text)});
    }
    return texts;
}

/// The files of the source tree, unless a folder was named.
std::optional<std::vector<ProfileText>> profilesToChange(const std::string& chosen, const Console& console) {
    const std::string folder = chosen.empty() ? dataFolder() + "/providers" : chosen;
    if (!QFileInfo(QString::fromStdString(folder)).isDir()) {
        console.tell({fileProblem("profiles-no-folder", folder)});
        return std::nullopt;
    }
    std::vector<Problem> problems;
    auto texts = profileTexts(folder, problems);
    console.tell(problems);
    return texts;
}

int write(const ConfirmedProfiles& confirmed, const Console& console) {
    for (const ProfileText& one : confirmed.changed) {
        const auto problems = writeOutput(one.file, one.text);
        console.tell(problems);
        if (!problems.empty())
            return ExitStatus::WrongInput;
    }
    for (const Message& done : confirmed.done)
        console.tell(done);
    return ExitStatus::Yes;
}

} // namespace

int runProfilesConfirm(const QStringList& arguments, Console& console) {
    QCommandLineParser parser;
    addOption(parser, console.language(), "profiles", "option-profiles-to-change", "DIR");
    if (const auto over = parse(parser, profilesCommand("confirm"), arguments, 1, -1, console))
        return *over;
    const auto profiles = profilesToChange(parser.value(QStringLiteral("profiles")).toStdString(), console);
    std::vector<Problem> unreadable;
    const auto confirmations = confirmationsOf(parser.positionalArguments(), unreadable);
    console.tell(unreadable);
    if (!profiles || !unreadable.empty())
        return ExitStatus::WrongInput;
    const auto confirmed = confirmProfiles(*profiles, confirmations, todayHere());
    console.tell(confirmed.problems);
    if (!confirmed) {
        console.tell(message("confirm-nothing-written"));
        return ExitStatus::No;
    }
    return write(*confirmed, console);
}

} // namespace yomikae::cli
