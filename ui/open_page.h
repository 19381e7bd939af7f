// Web pages of profiles, in the person's browser.
#pragma once

#include <string>

namespace yomikae::ui {

/// Only https: and mailto: are ever opened; false for anything else.
bool openPage(const std::string& url);

/// Whether `openPage` would.
bool mayOpen(const std::string& url);

} // namespace yomikae::ui
