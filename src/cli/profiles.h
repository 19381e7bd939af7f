// yomikae-cli profiles …: for those who keep the provider files. One command a file.
#pragma once

#include "cli/command_line.h"

#include <string>

namespace yomikae::cli {

int runProfilesCheck(const QStringList& arguments, Console& console);
int runProfilesConfirm(const QStringList& arguments, Console& console);
int runProfilesReport(const QStringList& arguments, Console& console);
int runProfilesImport(const QStringList& arguments, Console& console);

/// "profiles check", …
const Command& profilesCommand(std::string_view word);

/// An option whose help is the phrase `phrase`: its name is another command's too and means something else there.
void addOption(QCommandLineParser& parser, Language language, const char* name, const char* phrase, const char* value);

} // namespace yomikae::cli
