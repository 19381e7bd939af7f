// yomikae-cli translate: what the paper means today, without asking the network.
#include "cli/command_line.h"
#include "cli/files.h"
#include "cli/json_out.h"
#include "cli/load.h"
#include "cli/text_out.h"

#include "base/limits.h"

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
    const auto bytes = readInput(file, limits::CertificateFile);
    console.tell(bytes.problems);
    if (!bytes)
        return ExitStatus::WrongInput;
    const auto catalog = loadCatalog(parser.value(QStringLiteral("profiles")).toStdString(), console);
    if (!catalog)
        return ExitStatus::WrongInput;
    const auto read = loadCertificate(*bytes, file, *catalog, console);
    if (!read)
        return ExitStatus::WrongInput;
    const auto translation = loadTranslation(*read, *catalog, *preference, file, console);
    if (!translation)
        return ExitStatus::WrongInput;
    console.out(parser.isSet(QStringLiteral("json")) ? jsonText(toJson(*translation))
                                                     : translationText(*translation, console.language()));
    return hasCurrentEndpoint(*translation) ? ExitStatus::Yes : ExitStatus::No;
}

} // namespace yomikae::cli
