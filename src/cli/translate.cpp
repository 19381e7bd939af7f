// yomikae-cli translate: what the paper means today, without asking the network.
#include "cli/command_line.h"
#include "cli/json_out.h"
#include "cli/load.h"
#include "cli/text_out.h"

#include <nlohmann/json.hpp>

namespace yomikae::cli {

int runTranslate(const QStringList& arguments, Console& console) {
    QCommandLineParser parser;
    addOption(parser, console.language(), "json");
    addOption(parser, console.language(), "prefer", "pop3|imap");
    addOption(parser, console.language(), "profiles", "DIR");
    if (const auto over = parse(parser, *commandNamed("translate"), arguments, 1, 1, console))
        return *over;
    const std::string prefer = parser.value(QStringLiteral("prefer")).toStdString();
    const auto preference = preferenceNamed(prefer);
    if (!preference) {
        console.tell({Problem{"option-value", {}, "--prefer", prefer, "pop3, imap", false}});
        return ExitStatus::WrongInput;
    }
    const std::string file = parser.positionalArguments().at(0).toStdString();
    const auto opened = openCertificateFile(file, parser.value(QStringLiteral("profiles")).toStdString(), console);
    if (!opened)
        return ExitStatus::WrongInput;
    const auto translation = loadTranslation(opened->read, opened->catalog, *preference, file, console);
    if (!translation)
        return ExitStatus::WrongInput;
    console.out(parser.isSet(QStringLiteral("json")) ? jsonText(toJson(*translation))
                                                     : translationText(*translation, console.language()));
    return hasCurrentEndpoint(*translation) ? ExitStatus::Yes : ExitStatus::No;
}

} // namespace yomikae::cli
