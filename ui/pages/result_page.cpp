#include "ui/pages/result_page.h"

namespace yomikae::ui {

ResultPage::ResultPage(Session& session, QWidget* parent) : Page(session, parent) {}

void ResultPage::enter() {}

void ResultPage::retranslate() {
    setHeading(tr("The result"));
}

QString ResultPage::mainButton() const {
    return tr("Make the sheet");
}

} // namespace yomikae::ui
