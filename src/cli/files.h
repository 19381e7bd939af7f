// Files that only the command line knows.
#pragma once

#include "net/data_files.h"

#include <optional>
#include <string>
#include <vector>

#include <QStringList>

namespace yomikae::cli {

/// Files and folders that the person named, for `profiles check`: every .json file, templates of the folders beside
/// them too.
struct ProfilesToCheck {
    std::vector<ProfileText> texts;
    std::vector<Problem> unreadable;
    PartialDate today;
};
ProfilesToCheck profilesToCheck(const QStringList& paths);

/// What can be seen before anything connects: a whole check for a file that cannot be written would be in vain.
std::optional<Problem> cannotWrite(const std::string& to);

} // namespace yomikae::cli
