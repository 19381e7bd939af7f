#include "ui/pages/start_page.h"

namespace yomikae::ui {

StartPage::StartPage(Session& session, QWidget* parent) : Page(session, parent) {}

void StartPage::enter() {}

void StartPage::retranslate() {
    setHeading(tr("What would you like to do?"));
}

QString StartPage::mainButton() const {
    return {};
}

} // namespace yomikae::ui
