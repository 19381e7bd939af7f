// yomikae [--lang ja|en] [--ca-file PEM] [--resolve HOST:PORT:ADDRESS]… [--profiles DIR] [--offline]
#pragma once

#include "ui/session.h"

#include <QStringList>

#include <optional>

namespace yomikae::ui {

struct CommandLine {
    SessionOptions options;
    std::optional<Language> language; ///< nothing = the one kept, else the system's
    std::optional<int> exit;          ///< do not open a window: print `message` and end with this status
    QString message;
};

/// `arguments` with the program's name in front. Never ends the process itself.
CommandLine readCommandLine(const QStringList& arguments);

} // namespace yomikae::ui
