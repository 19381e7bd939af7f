#include "ui/run_wizard.h"

#include "net/discover_dns.h"
#include "net/lookup.h"
#include "net/platform.h"
#include "ui/appearance.h"
#include "ui/command_line.h"
#include "ui/session.h"
#include "ui/wizard.h"

#include <QApplication>
#include <QSettings>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace yomikae::ui {

namespace {

int showWizard(QApplication& app, const CommandLine& line) {
    Appearance appearance(app);
    if (line.language)
        appearance.setLanguage(*line.language);
    Session session(line.options);
    Wizard wizard(session, appearance);
    QSettings settings;
    wizard.restoreGeometry(settings.value(QStringLiteral("geometry")).toByteArray());
    wizard.show();
    const int status = QApplication::exec();
    settings.setValue(QStringLiteral("geometry"), wizard.saveGeometry());
    return status;
}

bool asksAboutItself(int argc, char** argv) {
    return std::any_of(argv + 1, argv + argc, [](std::string_view word) {
        return word == "--help" || word == "-h" || word == "--version" || word == "-v";
    });
}

int tell(const CommandLine& line) {
    std::fputs(line.message.toLocal8Bit().constData(), line.exit.value_or(0) == 0 ? stdout : stderr);
    return line.exit.value_or(0);
}

} // namespace

int runWizard(int argc, char** argv) {
    prepareProcess();
    QApplication::setOrganizationName(QStringLiteral("yomikae"));
    QApplication::setApplicationName(QStringLiteral("yomikae"));
    QApplication::setApplicationVersion(QStringLiteral(YOMIKAE_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("yomikae"));
    if (asksAboutItself(argc, argv)) { // needs no display
        const QCoreApplication app(argc, argv);
        return tell(readCommandLine(QCoreApplication::arguments()));
    }
    QApplication app(argc, argv);
    const CommandLine line = readCommandLine(QApplication::arguments());
    if (line.exit)
        return tell(line);
    const int status = showWizard(app, line);
    if (Lookups::underWay() > 0 || dnsQuestionsUnderWay() > 0) { // Qt would wait for them
        std::fflush(nullptr);
        std::_Exit(status);
    }
    return status;
}

} // namespace yomikae::ui
