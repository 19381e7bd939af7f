// From the command line to the window and back.
#pragma once

namespace yomikae::ui {

/// Ends the process by itself where a name look-up still hangs (net/lookup.h).
int runWizard(int argc, char** argv);

} // namespace yomikae::ui
