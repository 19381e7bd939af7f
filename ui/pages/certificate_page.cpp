#include "ui/pages/certificate_page.h"

namespace yomikae::ui {

CertificatePage::CertificatePage(Session& session, QWidget* parent) : Page(session, parent) {}

void CertificatePage::enter() {}

void CertificatePage::retranslate() {
    setHeading(tr("Please copy what your paper says"));
}

QString CertificatePage::mainButton() const {
    return tr("Translate");
}

} // namespace yomikae::ui
