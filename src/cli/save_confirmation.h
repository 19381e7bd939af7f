// check --save-confirmation FILE: an anonymous confirmation of a proven run, for those who keep the profiles.
#pragma once

#include "cli/checked.h"

#include <QCommandLineParser>

#include <string>
#include <vector>

namespace yomikae::cli {

void addConfirmationOption(QCommandLineParser& parser, Language language);

/// What can be seen before anything connects: a place that cannot be written to, and a batch.
std::vector<Problem> confirmationProblems(const QCommandLineParser& parser, bool isBatch);

/// Where the option was given: writes the file, and says all that is in it, or why there is nothing to save. False
/// where it could not be written.
bool saveConfirmation(const QCommandLineParser& parser, const Checked& checked, const Console& console);

} // namespace yomikae::cli
