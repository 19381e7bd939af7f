// The order of Tab where parts are made anew: Qt appends them to the end, after the buttons that follow them on the
// page.
#pragma once

class QLayout;
class QWidget;

namespace yomikae::ui {

/// From `before` on (null: from the first one on), everything in `layout` that takes Tab comes in the order in which it
/// is laid out. The last of it.
QWidget* tabAsLaidOut(QWidget* before, QLayout* layout);

} // namespace yomikae::ui
