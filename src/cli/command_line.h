// One command's arguments: options by QCommandLineParser, help with an example, slips told in one place.
#pragma once

#include "cli/commands.h"
#include "cli/options.h"

#include <QCommandLineParser>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace yomikae::cli {

/// What a command has to say about the values of its options.
using OptionProblems = std::function<std::vector<Problem>()>;

/// Parses `arguments` for `command`. Gives an exit status when the command is over before it began (--help, wrong
/// options, too few or too many words): then everything that is wrong was told, `further` included.
std::optional<int> parse(QCommandLineParser& parser, const Command& command, const QStringList& arguments,
                         int leastWords, int mostWords, Console& console, const OptionProblems& further = {});

} // namespace yomikae::cli
