// What page 3 says about each value of the paper.
#pragma once

#include "ui/session.h"
#include "ui/widgets/change_table.h"

#include <vector>

namespace yomikae::ui {

/// All values of the translation, in their order; those that the person put right stand as the person typed them.
std::vector<ChangeTexts> changeTexts(Session& session);

} // namespace yomikae::ui
