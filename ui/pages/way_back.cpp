#include "ui/pages/way_back.h"

#include "ui/pages/certificate_page.h"
#include "ui/widgets/field_row.h"

#include <QWizard>

namespace yomikae::ui {

void goBackTo(QWizard& wizard, PageId place) {
    while (wizard.currentId() > place)
        wizard.back();
}

void goBackToPassword(QWizard& wizard) {
    goBackTo(wizard, CertificatePageId);
    QLineEdit* password = static_cast<CertificatePage*>(wizard.page(CertificatePageId))->passwordRow()->edit();
    password->setFocus(Qt::OtherFocusReason);
    password->selectAll();
}

} // namespace yomikae::ui
