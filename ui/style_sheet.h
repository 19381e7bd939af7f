// The window's look as a Qt style sheet, made of one theme's colours and the size of letters.
#pragma once

#include <QString>

namespace yomikae::ui {

struct Colours;

QString styleSheet(const Colours& colours, qreal points);

} // namespace yomikae::ui
