#include "ui/command_line.h"

#include "base/host_name.h"

#include <QCommandLineParser>

namespace yomikae::ui {

namespace {

struct Wanted {
    const char* name;
    const char* value; ///< null = a switch
    const char* help;
};

constexpr Wanted Options[] = {
    {"lang", "ja|en", "language of the window"},
    {"ca-file", "PEM", "one more trust anchor"},
    {"resolve", "HOST:PORT:ADDRESS", "connect to this address in place of the name (for tests; may repeat)"},
    {"profiles", "DIR", "use the profiles of this folder alone"},
    {"offline", nullptr, "no discovery"},
};

void addOptions(QCommandLineParser& parser) {
    parser.addHelpOption();
    parser.addVersionOption();
    for (const Wanted& wanted : Options) {
        QCommandLineOption option(QString::fromLatin1(wanted.name), QString::fromLatin1(wanted.help));
        if (wanted.value)
            option.setValueName(QString::fromLatin1(wanted.value));
        parser.addOption(option);
    }
}

/// HOST:PORT:ADDRESS; the address may hold colons.
bool addRule(SessionOptions& options, const QString& rule) {
    const QString host = rule.section(QLatin1Char(':'), 0, 0);
    const QString address = rule.section(QLatin1Char(':'), 2);
    const uint port = rule.section(QLatin1Char(':'), 1, 1).toUInt();
    if (!isHostName(host.toStdString()) || port == 0 || port > 65535 || !isIpLiteral(address.toStdString()))
        return false;
    options.resolve.push_back({{host.toStdString(), static_cast<std::uint16_t>(port)}, address.toStdString()});
    return true;
}

CommandLine wrong(const QString& message) {
    CommandLine line;
    line.exit = 2;
    line.message = message + QLatin1Char('\n');
    return line;
}

} // namespace

CommandLine readCommandLine(const QStringList& arguments) {
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(arguments))
        return wrong(parser.errorText());
    CommandLine line;
    if (parser.isSet(QStringLiteral("help")) || parser.isSet(QStringLiteral("version"))) {
        line.exit = 0;
        line.message =
            parser.isSet(QStringLiteral("help")) ? parser.helpText() : QStringLiteral("yomikae " YOMIKAE_VERSION "\n");
        return line;
    }
    if (!parser.positionalArguments().isEmpty())
        return wrong(QStringLiteral("yomikae takes no file: %1").arg(parser.positionalArguments().constFirst()));
    if (parser.isSet(QStringLiteral("lang"))) {
        line.language = languageNamed(parser.value(QStringLiteral("lang")).toStdString());
        if (!line.language)
            return wrong(QStringLiteral("--lang: ja, en"));
    }
    for (const QString& rule : parser.values(QStringLiteral("resolve")))
        if (!addRule(line.options, rule))
            return wrong(QStringLiteral("--resolve HOST:PORT:ADDRESS: %1").arg(rule));
    line.options.profiles = parser.value(QStringLiteral("profiles")).toStdString();
    line.options.caFile = parser.value(QStringLiteral("ca-file")).toStdString();
    line.options.offline = parser.isSet(QStringLiteral("offline"));
    return line;
}

} // namespace yomikae::ui
