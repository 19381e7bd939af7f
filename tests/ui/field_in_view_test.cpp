// Page 2 in large letters: what is typed into is seen.
#include "support/catch.h"
#include "ui/page_window.h"
#include "ui/pages/certificate_page.h"
#include "ui/widgets/field_row.h"

#include <QTest>

using namespace yomikae;
using namespace yomikae::ui;
using namespace yomikae::test;

TEST_CASE("a field in focus is wholly in view, with its label and what is said about it") {
    PageWindow window;
    window.goTo(CertificatePageId);
    window.wizard.resize(760, 560);
    for (int percent : {150, 200}) {
        appearance().setTextPercent(percent);
        QTest::qWait(20);
        FieldRow& row = *window.page<CertificatePage>(CertificatePageId).passwordRow();
        window.page<CertificatePage>(CertificatePageId).row(PaperField::MailAddress)->edit()->setFocus();
        QTest::qWait(20);
        row.edit()->setFocus();
        QTest::qWait(20);
        INFO(percent << " %");
        CHECK(row.visibleRegion().boundingRect() == row.rect());
    }
    appearance().setTextPercent(100);
}
