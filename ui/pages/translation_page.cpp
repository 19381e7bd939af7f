#include "ui/pages/translation_page.h"

namespace yomikae::ui {

TranslationPage::TranslationPage(Session& session, QWidget* parent) : Page(session, parent) {}

void TranslationPage::enter() {}

void TranslationPage::retranslate() {
    setHeading(tr("The paper's settings, translated into today's"));
}

QString TranslationPage::mainButton() const {
    return tr("Check");
}

} // namespace yomikae::ui
