// yomikae-cli: the command line. Picks the language and the command; everything else is in the commands.
#include "base/nearest.h"
#include "cli/commands.h"
#include "cli/terminal.h"
#include "net/platform.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QLocale>
#include <QLoggingCategory>
#include <QStringList>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <optional>

namespace {

using namespace yomikae;
using namespace yomikae::cli;

/// Takes `--lang ja|en` (anywhere) out of the arguments. What is wrong with it: an unknown language, or two of them.
std::optional<Message> takeLanguage(QStringList& arguments, Language& language) {
    QStringList words;
    for (qsizetype i = 0; i < arguments.size();) {
        const bool joined = arguments[i].startsWith(QStringLiteral("--lang="));
        if (!joined && arguments[i] != QStringLiteral("--lang")) {
            ++i;
            continue;
        }
        words += joined ? arguments[i].mid(7) : arguments.value(i + 1);
        arguments.remove(i, std::min<qsizetype>(joined ? 1 : 2, arguments.size() - i));
    }
    for (const QString& word : words) {
        const auto named = languageNamed(word.toStdString());
        if (!named)
            return message("language-unknown");
        language = *named;
    }
    if (words.size() > 1)
        return message("option-twice", {{"option", "--lang"}, {"values", shown(words.join(QStringLiteral(", ")))}});
    return std::nullopt;
}

Language localeLanguage() {
    return QLocale::system().language() == QLocale::English ? Language::English : Language::Japanese;
}

int help(const Console& console, bool asked) {
    std::string text = say("program", console.language()) + "\n\n";
    for (const Command& command : commands())
        text +=
            "  " + padded(command.name, 11) + say("command-" + std::string(command.name), console.language()) + "\n";
    text += "\n" + say("help-more", console.language()) + "\n";
    if (asked)
        console.out(text);
    else
        console.tell(message("plain", {{"text", text}}));
    return asked ? ExitStatus::Yes : ExitStatus::WrongInput;
}

/// An answer that did not arrive is none, help included.
int unlessOutputFailed(int status, const Console& console) {
    if (console.outputOk())
        return status;
    if (!console.readerIsGone())
        console.tell(message("output-failed"));
    return ExitStatus::Interrupted;
}

Message commandUnknown(const QString& word) {
    std::vector<std::string> names;
    for (const Command& command : commands())
        names.emplace_back(command.name);
    const std::string meant = nearest(word.toStdString(), names);
    return message(meant.empty() ? "command-unknown" : "command-unknown-near",
                   {{"command", shown(word)}, {"meant", meant}});
}

int start(QStringList arguments, Console& console) {
    const QString word = arguments.isEmpty() ? QString() : arguments.takeFirst();
    if (word.isEmpty() || word == QStringLiteral("--help") || word == QStringLiteral("-h") ||
        word == QStringLiteral("help"))
        return help(console, !word.isEmpty());
    if (word == QStringLiteral("--version")) {
        console.out("yomikae-cli " YOMIKAE_VERSION "\n");
        return ExitStatus::Yes;
    }
    const Command* command = commandNamed(word.toStdString());
    if (command == nullptr) {
        console.tell(commandUnknown(word));
        return ExitStatus::WrongInput;
    }
    return command->run(arguments, console);
}

/// Pages are painted without a display: the platform is ours to choose, whatever the environment says.
std::unique_ptr<QCoreApplication> application(int& argc, char** argv) {
    const Command* command = argc > 1 ? commandNamed(argv[1]) : nullptr;
    for (int i = 1; command == nullptr && i < argc; ++i)
        command = commandNamed(argv[i]); // behind --lang
    if (command == nullptr || !command->needsGui)
        return std::make_unique<QCoreApplication>(argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QGuiApplication>(argc, argv);
}

} // namespace

int main(int argc, char** argv) {
    terminal::holdStandardStreams();
    prepareProcess();
    // what a person has to know is said by the commands; Qt's own remarks are about the environment
    QLoggingCategory::setFilterRules(QStringLiteral("*.debug=false\n*.info=false\n*.warning=false"));
    const auto app = application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("yomikae"));
    QCoreApplication::setApplicationName(QStringLiteral("yomikae"));
    QStringList arguments = QCoreApplication::arguments().mid(1);
    Language language = localeLanguage();
    const auto slip = takeLanguage(arguments, language);
    Console console(language);
    if (slip)
        console.tell(*slip);
    const int status =
        unlessOutputFailed(!slip ? start(arguments, console) : static_cast<int>(ExitStatus::WrongInput), console);
    // a name look-up that hangs in its own thread must not hold the process (measured: getaddrinfo not back after 400
    // s)
    std::fflush(nullptr);
    std::_Exit(status);
}
