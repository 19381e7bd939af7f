#include "ui/pages/sheet_page.h"

namespace yomikae::ui {

SheetPage::SheetPage(Session& session, QWidget* parent) : Page(session, parent) {}

void SheetPage::enter() {}

void SheetPage::retranslate() {
    setHeading(tr("Your settings sheet"));
}

QString SheetPage::mainButton() const {
    return {};
}

} // namespace yomikae::ui
