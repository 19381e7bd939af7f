#include "cli/profiles.h"

#include "cli/files.h"

#include <algorithm>

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
    console.tell(arguments.isEmpty() ? message("words-too-few")
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
    const auto faults =
        std::count_if(read.problems.begin(), read.problems.end(), [](const Problem& p) { return !p.warning; });
    console.tell(message(faults == 0 ? "profiles-good" : "profiles-faulty",
                         {{"files", std::to_string(check.texts.size())},
                          {"faults", std::to_string(faults)},
                          {"warnings", std::to_string(read.problems.size() - static_cast<std::size_t>(faults))}}));
    if (!check.unreadable.empty())
        return ExitStatus::WrongInput;
    return faults == 0 ? ExitStatus::Yes : ExitStatus::No;
}

} // namespace yomikae::cli
