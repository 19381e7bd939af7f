// yomikae-cli practice: the practice provider, until interrupted. Writes a folder with everything to try it.
#include "cli/command_line.h"
#include "cli/files.h"
#include "cli/terminal.h"

#include "practice/practice_server.h"

#include <QCoreApplication>
#include <QDir>
#include <QEventLoop>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTimer>

namespace yomikae::cli {

namespace {

bool writeFiles(const PracticeProvider& provider, const QString& folder, const Console& console) {
    for (const PracticeFile& file : provider.files()) {
        const QString name = folder + QLatin1Char('/') + QString::fromStdString(file.name);
        QDir().mkpath(QFileInfo(name).path());
        const auto problems = writeOutput(name.toStdString(), file.text);
        console.tell(problems);
        if (!problems.empty())
            return false;
    }
    return true;
}

std::string checkCommand(const PracticeProvider& provider, const std::string& folder) {
    std::string command = QCoreApplication::arguments().at(0).toStdString() + " check " + folder +
                          "/certificate.json --profiles " + folder + "/profiles --ca-file " + folder + "/ca.pem";
    for (const auto& [where, address] : provider.resolve())
        command += " --resolve " + where.first + ":" + std::to_string(where.second) + ":" + address;
    return command;
}

void outLine(const Message& line, const Console& console) {
    console.out(say(line, console.language()) + "\n");
}

void listServices(const PracticePorts& ports, const Console& console) {
    const std::pair<const char*, std::uint16_t> services[] = {{"POP3S (995)", ports.pop3s},
                                                              {"POP3 (110)", ports.pop3},
                                                              {"SMTPS (465)", ports.smtps},
                                                              {"Submission (587)", ports.submission},
                                                              {"SMTP (25)", ports.smtp}};
    for (const auto& [service, port] : services)
        if (port != 0)
            outLine(message("practice-service", {{"service", service}, {"port", std::to_string(port)}}), console);
}

std::string scenarioNames() {
    std::string names;
    for (const PracticeScenario scenario : allPracticeScenarios())
        names += (names.empty() ? "" : ", ") + std::string(name(scenario));
    return names;
}

} // namespace

int runPractice(const QStringList& arguments, Console& console) {
    QCommandLineParser parser;
    addOption(parser, console.language(), "scenario", "NAME");
    if (const auto over = parse(parser, *commandNamed("practice"), arguments, 0, 0, console))
        return *over;
    const std::string word = parser.value(QStringLiteral("scenario")).toStdString();
    const auto scenario = practiceScenarioNamed(word.empty() ? "modern" : word);
    if (!scenario) {
        console.tell({Problem{"option-value", {}, "--scenario", word, scenarioNames(), false}});
        return ExitStatus::WrongInput;
    }
    PracticeProvider provider;
    const auto ports = provider.start(*scenario);
    console.tell(ports.problems);
    QTemporaryDir folder(QDir::tempPath() + QStringLiteral("/yomikae-practice-XXXXXX"));
    if (!ports || !folder.isValid() || !writeFiles(provider, folder.path(), console))
        return ExitStatus::Interrupted;
    listServices(*ports, console);
    outLine(
        message("practice-account", {{"address", provider.account().address}, {"password", provider.paperPassword()}}),
        console);
    outLine(message("practice-folder", {{"folder", folder.path().toStdString()}}), console);
    outLine(message("practice-try"), console);
    console.out("  " + checkCommand(provider, folder.path().toStdString()) + "\n");
    console.tell(message("practice-ready"));
    terminal::catchInterrupts();
    QEventLoop loop;
    QTimer look; // a signal only sets a flag
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (terminal::interrupted())
            loop.quit();
    });
    look.start(200);
    loop.exec();
    folder.remove();
    return ExitStatus::Yes;
}

} // namespace yomikae::cli
