// The commands. Each takes its own arguments (without program and command name) and returns the exit status of the
// contract.
#pragma once

#include "cli/console.h"

#include <QStringList>

#include <span>
#include <string_view>

namespace yomikae::cli {

struct Command {
    std::string_view name;     ///< "check"
    std::string_view synopsis; ///< "check FILE|- [options]"
    std::string_view example;  ///< "yomikae-cli check certificate.json"
    int (*run)(const QStringList& arguments, Console& console);
    bool needsGui = false; ///< paints pages: wants a QGuiApplication
};

std::span<const Command> commands();
const Command* commandNamed(std::string_view name);

int runProviders(const QStringList& arguments, Console& console);
int runProfiles(const QStringList& arguments, Console& console);
int runRead(const QStringList& arguments, Console& console);
int runTranslate(const QStringList& arguments, Console& console);
int runCheck(const QStringList& arguments, Console& console);
int runProbe(const QStringList& arguments, Console& console);
int runSheet(const QStringList& arguments, Console& console);
int runPractice(const QStringList& arguments, Console& console);

} // namespace yomikae::cli
