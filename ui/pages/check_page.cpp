#include "ui/pages/check_page.h"

namespace yomikae::ui {

CheckPage::CheckPage(Session& session, QWidget* parent) : Page(session, parent) {}

void CheckPage::enter() {}

void CheckPage::retranslate() {
    setHeading(tr("Checking with the servers"));
}

QString CheckPage::mainButton() const {
    return tr("See the result");
}

} // namespace yomikae::ui
