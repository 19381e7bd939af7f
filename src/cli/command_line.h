// One command's arguments: options by QCommandLineParser, help with an example, slips told in one place.
#pragma once

#include "cli/commands.h"
#include "cli/options.h"

#include <QCommandLineParser>
#include <QStringList>

#include <optional>

namespace yomikae::cli {

/// Parses `arguments` for `command`. Gives an exit status when the command is over before it began (--help, a wrong
/// option, too few or too many words).
std::optional<int> parse(QCommandLineParser& parser, const Command& command, const QStringList& arguments,
                         int leastWords, int mostWords, Console& console);

} // namespace yomikae::cli
