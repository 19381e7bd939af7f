#include "cli/command_line.h"

#include <algorithm>

namespace yomikae::cli {

namespace {

std::string helpText(const QCommandLineParser& parser, const Command& command, Language language) {
    const std::string name(command.name);
    std::string text = say("usage", language) + " yomikae-cli " + std::string(command.synopsis) + "\n\n";
    std::string phrase = name; // "profiles check" -> command-profiles-check
    std::replace(phrase.begin(), phrase.end(), ' ', '-');
    text += say("command-" + phrase, language) + "\n\n";
    text += say("example", language) + "\n  " + std::string(command.example) + "\n\n";
    const QString all = parser.helpText();
    const qsizetype options = all.indexOf(QStringLiteral("Options:"));
    if (options >= 0)
        text +=
            say("options", language) + "\n" +
            all.mid(all.indexOf(QLatin1Char('\n'), options) + 1).section(QStringLiteral("\n\n"), 0, 0).toStdString() +
            "\n";
    if (name == "check")
        text += "\n" + say("help-batch", language) + "\n\n";
    return text + say("help-language", language) + "\n";
}

/// What the parser did not take: options that nobody knows, one without its value, one with a value too many.
void tellSlips(const QCommandLineParser& parser, const QStringList& arguments, const Console& console) {
    const QStringList unknown = parser.unknownOptionNames();
    for (const QString& option : unknown)
        console.tell(message("option-unknown", {{"option", "--" + shown(option)}}));
    if (!unknown.isEmpty())
        return;
    // the parser quotes the one option that it stopped at; its sentence is not for people
    for (const QString& argument : arguments) {
        const QString option = argument.section(QLatin1Char('='), 0, 0);
        if (!parser.errorText().contains(QLatin1Char('\'') + option + QLatin1Char('\'')))
            continue;
        console.tell(
            message(option == argument ? "option-without-value" : "option-with-value", {{"option", shown(option)}}));
        return;
    }
}

} // namespace

std::optional<int> parse(QCommandLineParser& parser, const Command& command, const QStringList& arguments,
                         int leastWords, int mostWords, Console& console) {
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    parser.addOption(QCommandLineOption({QStringLiteral("help"), QStringLiteral("h")},
                                        QString::fromStdString(say("option-help", console.language()))));
    const bool understood = parser.parse(QStringList{QStringLiteral("yomikae-cli")} + arguments);
    if (parser.isSet(QStringLiteral("help"))) {
        console.out(helpText(parser, command, console.language()));
        return ExitStatus::Yes;
    }
    const qsizetype words = parser.positionalArguments().size();
    if (!understood) {
        tellSlips(parser, arguments, console);
    } else if (words < leastWords || (mostWords >= 0 && words > mostWords)) {
        console.tell(message(words < leastWords ? "words-too-few" : "words-too-many"));
    } else {
        return std::nullopt;
    }
    console.tell(message("see-help", {{"synopsis", "yomikae-cli " + std::string(command.synopsis)},
                                      {"command", std::string(command.name)}}));
    return ExitStatus::WrongInput;
}

} // namespace yomikae::cli
