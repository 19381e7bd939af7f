// Files that the command line and the wizard both read and write: bounded, regular where it matters, and nothing lost
// when writing fails.
#pragma once

#include "base/problem.h"
#include "certificate/labels.h"
#include "profile/read_profile.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

class QSaveFile;

namespace yomikae {

/// At most `limit` bytes of a file that the person named; "-" is standard input. Problems: file-not-found,
/// file-unreadable, file-is-folder, file-too-large.
Result<std::string> readInput(const std::string& file, std::size_t limit);

/// The whole file or the old one, never half of it; problems: file-unwritable. Refuses to write through a symbolic link
/// (file-is-link). `ownerOnly`: readable by nobody else from its first byte.
std::vector<Problem> writeOutput(const std::string& file, std::string_view bytes, bool ownerOnly = false);

/// Puts what was written in the place of the old file; false, with errorString(), leaves the old one as it was.
/// QSaveFile::commit() alone takes a full disk for a success: Qt 6.4 does not look whether its buffer could be written.
bool replaceWhole(QSaveFile& file);

/// YOMIKAE_DATA_DIR, else <executable>/../share/yomikae, else the source tree (builds only). "" where there is none.
std::string dataFolder();

/// resources/labels.json of the data folder.
Result<Labels> commonLabels();

/// Profile files of a folder (and its `templates`), regular files only; what cannot be read is a problem.
std::vector<ProfileText> profileTexts(const std::string& folder, std::vector<Problem>& problems);

/// The profiles in force: `folder` if given, else the built-in ones and then the person's own.
ReadCatalog profilesInForce(const std::string& folder);

/// A problem with a file as a whole.
Problem fileProblem(std::string code, const std::string& file, std::string found = {});

/// The date on this computer.
PartialDate todayHere();

} // namespace yomikae
