#include "cli/profiles.h"

#include "cli/files.h"

#include <algorithm>
#include <set>

namespace yomikae::cli {

namespace {

constexpr Command Commands[] = {
    {"profiles check", "profiles check PATH...", "yomikae-cli profiles check providers/plala.json", runProfilesCheck},
    {"profiles confirm", "profiles confirm FILE... [--profiles DIR]",
     "yomikae-cli profiles confirm confirmation.json --profiles providers", runProfilesConfirm},
    {"profiles report", "profiles report [PATH...] [--html FILE] [--json]",
     "yomikae-cli profiles report --html report.html", runProfilesReport},
    {"profiles import", "profiles import config-v1.1.xml [--to FILE]",
     "yomikae-cli profiles import config-v1.1.xml --to providers/example.json", runProfilesImport},
};

const Command* find(const QString& word) {
    for (const Command& command : Commands)
        if ("profiles " + word.toStdString() == command.name)
            return &command;
    return nullptr;
}

std::string overview(Language language) {
    std::string text;
    for (const Command& command : Commands)
        text += "  " + padded(command.synopsis, 52) +
                say("command-profiles-" + std::string(command.name.substr(9)), language) + "\n";
    return text;
}

bool isFault(const Problem& problem) {
    return !problem.warning;
}

/// A file that cannot be read has one fault.
Message countOf(const ProfilesToCheck& check, const std::vector<Problem>& problems) {
    std::set<std::string> faulty;
    for (const auto* list : {&problems, &check.unreadable})
        for (const Problem& problem : *list)
            if (isFault(problem))
                faulty.insert(problem.place.file);
    const auto inTexts = static_cast<std::size_t>(std::count_if(problems.begin(), problems.end(), isFault));
    return message(faulty.empty() ? "profiles-good" : "profiles-faulty",
                   {{"files", std::to_string(check.texts.size() + check.unreadable.size())},
                    {"faulty", std::to_string(faulty.size())},
                    {"faults", std::to_string(inTexts + check.unreadable.size())},
                    {"warnings", std::to_string(problems.size() - inTexts)}});
}

} // namespace

const Command& profilesCommand(std::string_view word) {
    return *find(QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size())));
}

void addOption(QCommandLineParser& parser, Language language, const char* name, const char* phrase, const char* value) {
    parser.addOption(QCommandLineOption(QString::fromLatin1(name), QString::fromStdString(say(phrase, language)),
                                        QString::fromLatin1(value)));
}

int runProfiles(const QStringList& arguments, Console& console) {
    if (const Command* command = find(arguments.value(0)))
        return command->run(arguments.mid(1), console);
    if (arguments.contains(QStringLiteral("--help")) || arguments.contains(QStringLiteral("-h"))) {
        console.out(say("command-profiles", console.language()) + "\n\n" + overview(console.language()) + "\n" +
                    say("example", console.language()) + "\n  " + std::string(Commands[0].example) + "\n\n" +
                    say("help-profiles-more", console.language()) + "\n");
        return ExitStatus::Yes;
    }
    console.tell(arguments.isEmpty() ? message("words-too-few", {{"word", "check|confirm|report|import"}})
                                     : message("profiles-command-unknown", {{"word", shown(arguments[0])}}));
    console.note(overview(console.language()));
    return ExitStatus::WrongInput;
}

int runProfilesCheck(const QStringList& arguments, Console& console) {
    QCommandLineParser parser;
    if (const auto over = parse(parser, profilesCommand("check"), arguments, 1, -1, console))
        return *over;
    const ProfilesToCheck check = profilesToCheck(parser.positionalArguments());
    console.tell(check.unreadable);
    const ReadCatalog read = readCatalog(check.texts, check.today);
    console.tell(read.problems);
    if (check.texts.empty() && check.unreadable.empty()) {
        console.tell(message("profiles-none"));
        return ExitStatus::WrongInput;
    }
    if (!check.texts.empty())
        console.tell(countOf(check, read.problems));
    if (!check.unreadable.empty())
        return ExitStatus::WrongInput;
    return std::any_of(read.problems.begin(), read.problems.end(), isFault) ? ExitStatus::No : ExitStatus::Yes;
}

} // namespace yomikae::cli
