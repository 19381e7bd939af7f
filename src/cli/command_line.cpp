#include "cli/command_line.h"

#include "base/nearest.h"

#include <algorithm>
#include <array>

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

/// The parser does not list its options but in its help, a line an option.
std::vector<std::string> knownOptions(const QCommandLineParser& parser) {
    std::vector<std::string> names;
    for (const QString& line : parser.helpText().split(QLatin1Char('\n'))) {
        const QString option = line.trimmed();
        if (option.startsWith(QLatin1Char('-')))
            names.push_back(
                option.mid(option.indexOf(QStringLiteral("--")) + 2).section(QLatin1Char(' '), 0, 0).toStdString());
    }
    return names;
}

std::vector<Message> unknownOptions(const QCommandLineParser& parser) {
    std::vector<Message> slips;
    for (const QString& option : parser.unknownOptionNames()) {
        const std::string meant = nearest(option.toStdString(), knownOptions(parser));
        slips.push_back(message(meant.empty() ? "option-unknown" : "option-unknown-near",
                                {{"option", "--" + shown(option)}, {"meant", "--" + meant}}));
    }
    return slips;
}

/// The parser quotes the one option that it stopped at; its sentence is not for people.
std::optional<Message> wrongValue(const QCommandLineParser& parser, const QStringList& arguments) {
    for (const QString& argument : arguments) {
        const QString option = argument.section(QLatin1Char('='), 0, 0);
        if (parser.errorText().contains(QLatin1Char('\'') + option + QLatin1Char('\'')))
            return message(option == argument ? "option-without-value" : "option-with-value",
                           {{"option", shown(option)}});
    }
    return std::nullopt;
}

/// Which of two values counts is nothing that a person should have to guess.
std::vector<Message> twiceGiven(const QCommandLineParser& parser) {
    constexpr std::array MayRepeat{"allow-cleartext", "accept-certificate", "agree-host", "resolve"};
    std::vector<Message> slips;
    for (const std::string& name : knownOptions(parser)) {
        const QStringList values = parser.values(QString::fromStdString(name));
        if (values.size() > 1 && std::find(MayRepeat.begin(), MayRepeat.end(), name) == MayRepeat.end())
            slips.push_back(message("option-twice",
                                    {{"option", "--" + name}, {"values", shown(values.join(QStringLiteral(", ")))}}));
    }
    return slips;
}

/// What the synopsis names behind the command: "FILE|-".
std::string firstWord(const Command& command) {
    const std::string_view rest = command.synopsis.substr(std::min(command.name.size() + 1, command.synopsis.size()));
    return std::string(rest.substr(0, rest.find(' ')));
}

std::optional<Message> wrongWords(const QStringList& words, const Command& command, int least, int most) {
    if (words.size() < least)
        return message("words-too-few", {{"word", firstWord(command)}});
    if (most >= 0 && words.size() > most)
        return message("words-too-many", {{"words", shown(words.mid(most).join(QStringLiteral(", ")))}});
    return std::nullopt;
}

std::vector<Message> slipsIn(const QCommandLineParser& parser, bool understood, const QStringList& arguments) {
    std::vector<Message> slips = unknownOptions(parser);
    if (const auto slip = understood || !slips.empty() ? std::nullopt : wrongValue(parser, arguments))
        slips.push_back(*slip);
    for (Message& slip : twiceGiven(parser))
        slips.push_back(std::move(slip));
    return slips;
}

} // namespace

std::optional<int> parse(QCommandLineParser& parser, const Command& command, const QStringList& arguments,
                         int leastWords, int mostWords, Console& console, const OptionProblems& further) {
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    parser.addOption(QCommandLineOption({QStringLiteral("help"), QStringLiteral("h")},
                                        QString::fromStdString(say("option-help", console.language()))));
    const bool understood = parser.parse(QStringList{QStringLiteral("yomikae-cli")} + arguments);
    if (parser.isSet(QStringLiteral("help"))) {
        console.out(helpText(parser, command, console.language()));
        return ExitStatus::Yes;
    }
    std::vector<Message> slips = slipsIn(parser, understood, arguments);
    if (auto slip = wrongWords(parser.positionalArguments(), command, leastWords, mostWords))
        slips.push_back(std::move(*slip));
    if (slips.empty())
        return std::nullopt;
    for (const Message& slip : slips)
        console.tell(slip);
    if (further)
        console.tell(further());
    console.tell(message("see-help", {{"synopsis", "yomikae-cli " + std::string(command.synopsis)},
                                      {"command", std::string(command.name)}}));
    return ExitStatus::WrongInput;
}

} // namespace yomikae::cli
