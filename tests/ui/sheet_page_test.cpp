// Page 6: the sheet on screen, on paper and as a file.
#include "ui/pages/sheet_page.h"

#include "support/catch.h"
#include "ui/page_window.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/sheet_preview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QPrinter>
#include <QPushButton>
#include <QTest>

using namespace yomikae;
using namespace yomikae::ui;
using namespace yomikae::test;

namespace {

struct Shown {
    PageWindow window;
    SheetPage& page = window.page<SheetPage>(SheetPageId);
    QTemporaryDir folder;

    Shown() { window.practise(PracticeScenario::Modern, SheetPageId); }
    QString file() const { return folder.filePath("シート.pdf"); }
    QImage picture() { return page.preview()->grab().toImage(); }
};

QByteArray contents(const QString& path) {
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

} // namespace

TEST_CASE("the password is an empty box unless it is ticked") {
    Shown shown;
    CHECK_FALSE(shown.page.password()->isChecked());
    CHECK_FALSE(shown.window.session.sheet()->password);
    const QImage empty = shown.picture();
    QTest::keyClick(shown.page.password(), Qt::Key_Space);
    CHECK(shown.window.session.sheet()->password);
    CHECK(shown.window.words().contains("人に見られない所"));
    CHECK(shown.picture() != empty);
    QTest::keyClick(shown.page.password(), Qt::Key_Space);
    CHECK(shown.picture() == empty);
}

TEST_CASE("a screen reader hears the sheet's words, never the password on it") {
    Shown shown;
    shown.page.password()->setChecked(true);
    const QString heard = shown.page.preview()->accessibleDescription();
    CHECK(heard.contains("pop.renshu.example"));
    CHECK_FALSE(heard.contains(shown.window.password()));
}

TEST_CASE("the sheet is saved as a PDF, and the page says where") {
    Shown shown;
    REQUIRE(shown.page.savePdf(shown.file()));
    CHECK(contents(shown.file()).startsWith("%PDF"));
    CHECK(shown.page.outcome()->text().contains("シート.pdf"));
    CHECK(shown.page.outcome()->tone() == Tone::Good);
}

TEST_CASE("what became of the file is seen where the button is, in large letters too") {
    Shown shown;
    shown.window.wizard.resize(760, 560);
    for (int percent : {100, 200}) {
        appearance().setTextPercent(percent);
        for (bool good : {true, false}) {
            shown.page.enter();
            shown.page.saveButton()->setFocus();
            REQUIRE(shown.page.savePdf(good ? shown.file() : shown.folder.filePath("no/such.pdf")) == good);
            QTest::qWait(20);
            INFO(percent << " % " << good);
            Notice& told = *shown.page.outcome();
            CHECK(told.visibleRegion().boundingRect() == told.rect());
        }
    }
    appearance().setTextPercent(100);
}

TEST_CASE("a file with the password is for nobody else to read") {
    Shown shown;
    shown.page.password()->setChecked(true);
    REQUIRE(shown.page.savePdf(shown.file()));
    const auto others =
        QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup | QFileDevice::WriteOther;
    CHECK_FALSE(QFile::permissions(shown.file()) & others);
}

TEST_CASE("a file that cannot be written is told, and nothing half-written stays") {
    Shown shown;
    const QString path = shown.folder.filePath("nowhere/sheet.pdf");
    CHECK_FALSE(shown.page.savePdf(path));
    CHECK(shown.page.outcome()->tone() == Tone::Bad);
    CHECK(shown.page.outcome()->text().contains(path));
    CHECK_FALSE(QFile::exists(path));
}

TEST_CASE("printing paints the same page") {
    Shown shown;
    QPrinter printer;
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setOutputFileName(shown.file());
    printer.setFullPage(true);
    REQUIRE(shown.page.printOn(printer));
    CHECK(contents(shown.file()).startsWith("%PDF"));
    CHECK(shown.page.outcome()->text().contains("プリンターに送りました"));
}

TEST_CASE("language and mail app change the sheet, not the window") {
    Shown shown;
    const QImage japanese = shown.picture();
    shown.page.language()->setCurrentIndex(1);
    emit shown.page.language()->activated(1);
    CHECK(shown.window.session.sheet()->title == "Mail settings sheet");
    CHECK(shown.picture() != japanese);
    CHECK(shown.page.saveButton()->text() == "PDF に保存する");
    const int thunderbird = shown.page.app()->findData("thunderbird");
    REQUIRE(thunderbird > 0);
    shown.page.app()->setCurrentIndex(thunderbird);
    emit shown.page.app()->activated(thunderbird);
    CHECK(shown.window.session.sheet()->app == "thunderbird");
}

TEST_CASE("apps that nobody looks after any more stand behind the others and are marked") {
    Shown shown;
    bool ended = false;
    for (int i = 1; i < shown.page.app()->count(); ++i) {
        const bool marked = shown.page.app()->itemText(i).contains("サポート終了");
        CHECK_FALSE((ended && !marked));
        ended = ended || marked;
    }
    CHECK(ended);
}

TEST_CASE("without a password there is nothing to tick") {
    PageWindow window;
    window.session.type(PaperField::MailAddress, "taro@agate.plala.or.jp");
    window.goTo(CheckPageId);
    auto& page = window.page<SheetPage>(SheetPageId);
    page.enter();
    CHECK_FALSE(page.password()->isEnabled());
    CHECK(page.saveButton()->isEnabled());
}

TEST_CASE("printing is the last page's main button") {
    Shown shown;
    CHECK(shown.window.wizard.button(QWizard::CustomButton1)->text() == "印刷する");
    CHECK(shown.window.wizard.button(QWizard::CustomButton1)->hasFocus());
}

TEST_CASE("large print is a choice that preview, file and printer follow, and erasing takes it back") {
    Shown shown;
    const QImage usual = shown.picture();
    QTest::keyClick(shown.page.largePrint(), Qt::Key_Space);
    CHECK(shown.window.session.largePrint());
    CHECK(shown.picture() != usual);
    shown.page.largePrint()->click();
    CHECK(shown.picture() == usual);
    shown.page.largePrint()->click();
    REQUIRE(shown.page.savePdf(shown.file()));
    const QByteArray large = contents(shown.file());
    shown.page.largePrint()->click();
    REQUIRE(shown.page.savePdf(shown.file()));
    CHECK(contents(shown.file()).size() != large.size());
    shown.page.largePrint()->click();
    shown.window.session.eraseEverything();
    CHECK_FALSE(shown.window.session.largePrint());
    CHECK_FALSE(shown.page.largePrint()->isChecked());
}

TEST_CASE("for an app on a phone the page says how to hand the values over, and offers large print") {
    Shown shown;
    CHECK_FALSE(shown.page.phone()->isVisible());
    const auto choose = [&](const char* id) {
        const int at = shown.page.app()->findData(id);
        REQUIRE(at > 0);
        shown.page.app()->setCurrentIndex(at);
        emit shown.page.app()->activated(at);
    };
    choose("thunderbird");
    CHECK_FALSE(shown.page.phone()->isVisible());
    choose("ios-mail");
    CHECK(shown.page.phone()->isVisible());
    shown.page.phone()->action()->click();
    CHECK(shown.page.largePrint()->isChecked());
    CHECK_FALSE(shown.page.phone()->action()->isVisible());
}
