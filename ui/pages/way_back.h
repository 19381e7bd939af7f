// From a later page back to where something can be changed.
#pragma once

#include "ui/page.h"

class QWizard;

namespace yomikae::ui {

void goBackTo(QWizard& wizard, PageId place);

/// A refused login: its password stands there marked, so that typing replaces it.
void goBackToPassword(QWizard& wizard);

} // namespace yomikae::ui
