// Page 3: what was, what is, and why.
#include "ui/pages/translation_page.h"

#include "support/catch.h"
#include "ui/page_window.h"
#include "ui/widgets/change_table.h"
#include "ui/widgets/correction_form.h"
#include "ui/widgets/fold.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/question_card.h"
#include "ui/widgets/step_list.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

using namespace yomikae;
using namespace yomikae::ui;
using namespace yomikae::test;

namespace {

/// taro@mail.test with the profile of page_window.h, the page shown.
struct Shown {
    OneProfile profile;
    PageWindow window{profile.options()};
    TranslationPage& page = window.page<TranslationPage>(TranslationPageId);

    Shown() {
        window.session.type(PaperField::MailAddress, "taro@mail.test");
        window.session.type(PaperField::PopServer, "old.mail.test");
        window.goTo(TranslationPageId);
    }
    ChangeRow& row(Field field) { return *page.table()->rows().at(static_cast<std::size_t>(field)); }
    QString spoken(Field field) { return row(field).button()->accessibleName(); }
};

} // namespace

TEST_CASE("each value stands beside what it was, in the order of the fields") {
    Shown shown;
    REQUIRE(shown.page.table()->rows().size() == 11);
    CHECK(shown.spoken(Field::MailAddress).contains("そのまま"));
    CHECK(shown.spoken(Field::PopServer).contains("old.mail.test"));
    CHECK(shown.spoken(Field::PopServer).contains("→ pop.mail.test"));
    CHECK(shown.spoken(Field::IncomingSecurity).contains("なし"));
}

TEST_CASE("the reason opens under its row by the arrow keys, with how sure it is and where it comes from") {
    Shown shown;
    ChangeRow& row = shown.row(Field::PopServer);
    CHECK_FALSE(row.isOpen());
    CHECK_FALSE(shown.window.words().contains("公式"));
    row.button()->setFocus();
    QTest::keyClick(row.button(), Qt::Key_Right);
    CHECK(row.isOpen());
    CHECK(shown.window.words().contains("◎ 確かさ:公式"));
    QString link;
    for (const QPushButton* button : row.findChildren<QPushButton*>())
        link += button->text();
    CHECK(link.contains("https://www.mail.test/help"));
    CHECK(link.contains("2026年10月31日"));
    QTest::keyClick(row.button(), Qt::Key_Left);
    CHECK_FALSE(row.isOpen());
}

TEST_CASE("a click anywhere on the row opens it too") {
    Shown shown;
    ChangeRow& row = shown.row(Field::MailAccount);
    QTest::mouseClick(&row, Qt::LeftButton, {}, QPoint(row.width() - 20, 8));
    CHECK(row.isOpen());
}

TEST_CASE("an end date is told above everything else, by name and date") {
    Shown shown;
    CHECK(shown.page.status()->isVisible());
    CHECK(shown.page.status()->text().contains("2028年3月31日に終わる予定です"));
    shown.window.session.setLanguage(Language::English);
    CHECK(shown.page.status()->text().contains("is to end on 31 March 2028"));
}

TEST_CASE("of a service that ends, the day and what to do come first, and the profile's own words at a click") {
    PageWindow window;
    window.session.type(PaperField::MailAddress, "taro@agate.plala.or.jp");
    window.goTo(TranslationPageId);
    Notice& status = *window.page<TranslationPage>(TranslationPageId).status();
    CHECK(status.text().startsWith("ぷららのメールは2028年3月31日に終わる予定です。\nそれまでは使えます。"));
    CHECK_FALSE(status.text().contains("解説記事"));
    REQUIRE(status.action()->isVisible());
    status.action()->click();
    CHECK(status.text().contains("解説記事"));
    CHECK_FALSE(status.action()->isVisible());
}

TEST_CASE("markup in a profile is shown letter for letter") {
    Shown shown;
    const QString words = shown.window.words();
    CHECK(words.contains("<b>試験</b>ネット"));
    CHECK(words.contains("<i>番号</i>は何番ですか"));
    CHECK(words.contains("<u>スイッチ</u>を入れる"));
    for (const QLabel* label : shown.page.findChildren<QLabel*>())
        CHECK(label->textFormat() == Qt::PlainText);
}

TEST_CASE("a question is asked with its place and an example, and its answer fills the table") {
    Shown shown;
    QuestionCard& card = *shown.page.question();
    CHECK(shown.window.words().contains("(例:12)"));
    CHECK(shown.spoken(Field::SmtpServer).contains("まだ分かりません"));
    QTest::keyClicks(card.edit(), "12");
    QTest::keyClick(card.answerButton(), Qt::Key_Space);
    CHECK(shown.spoken(Field::SmtpServer).contains("smtp12.mail.test"));
    CHECK(shown.window.words().contains("質問は終わりました"));
}

TEST_CASE("an answer of a wrong form is explained, and nothing is lost") {
    Shown shown;
    QTest::keyClicks(shown.page.question()->edit(), "twelve");
    QTest::keyClick(shown.page.question()->answerButton(), Qt::Key_Space);
    CHECK(shown.window.words().contains("形が合いませんでした"));
    CHECK(shown.page.question()->edit()->text() == "twelve");
    CHECK(shown.page.table()->rows().size() == 11);
    CHECK(shown.page.isComplete());
}

TEST_CASE("Enter gives the answer, and so does the page's own button") {
    Shown shown;
    QuestionCard& card = *shown.page.question();
    card.edit()->setFocus();
    QTest::keyClicks(card.edit(), "12");
    SECTION("Enter") {
        QTest::keyClick(card.edit(), Qt::Key_Return);
        CHECK(shown.window.wizard.currentId() == TranslationPageId);
    }
    SECTION("the button") {
        CHECK(shown.page.validatePage());
    }
    CHECK(shown.spoken(Field::SmtpServer).contains("smtp12.mail.test"));
}

TEST_CASE("the page's own button stays with an answer that does not fit") {
    Shown shown;
    QTest::keyClicks(shown.page.question()->edit(), "twelve");
    CHECK_FALSE(shown.page.validatePage());
    CHECK(shown.window.words().contains("形が合いませんでした"));
}

TEST_CASE("the last answer can be changed") {
    Shown shown;
    QTest::keyClicks(shown.page.question()->edit(), "12");
    shown.page.question()->answerButton()->click();
    for (QPushButton* button : shown.page.question()->findChildren<QPushButton*>())
        if (button->text() == "前の答えを直す")
            button->click();
    CHECK(shown.page.question()->edit()->text() == "12");
    CHECK(shown.spoken(Field::SmtpServer).contains("まだ分かりません"));
}

TEST_CASE("a step that was ticked off stays ticked off") {
    Shown shown;
    REQUIRE(shown.page.steps()->boxes().size() == 1);
    QCheckBox* box = shown.page.steps()->boxes().front();
    CHECK(box->accessibleName() == "<u>スイッチ</u>を入れる");
    QTest::keyClick(box, Qt::Key_Space);
    CHECK(shown.window.session.stepDone("switch"));
    shown.window.goTo(CertificatePageId);
    shown.window.goTo(TranslationPageId);
    CHECK(shown.page.steps()->boxes().front()->isChecked());
}

TEST_CASE("a wrong profile is put right on the spot, and the person's value comes first") {
    Shown shown;
    shown.page.wrongProfile()->setOpen(true);
    CorrectionForm& form = *shown.page.correction(true);
    CHECK(form.host()->text() == "pop.mail.test");
    form.host()->setText("New.Mail.Test ");
    form.security()->setCurrentIndex(0);
    emit form.security()->activated(0);
    CHECK(form.port()->value() == 995);
    form.takeButton()->click();
    CHECK(shown.spoken(Field::PopServer).contains("→ new.mail.test"));
    CHECK(shown.spoken(Field::PopPort).contains("→ 995"));
    const Plan& plan = shown.window.session.plan();
    REQUIRE_FALSE(plan.candidates.empty());
    CHECK(plan.candidates.front().endpoint == Endpoint{Protocol::Pop3, "new.mail.test", 995, Security::ImplicitTls});
    form.backButton()->click();
    CHECK(shown.spoken(Field::PopServer).contains("→ pop.mail.test"));
    CHECK_FALSE(shown.window.session.correction(true));
}

TEST_CASE("what is being put right stays while the rest of the page changes, and is taken on the way on") {
    Shown shown;
    shown.page.wrongProfile()->setOpen(true);
    CorrectionForm& receiving = *shown.page.correction(true);
    CorrectionForm& sending = *shown.page.correction(false);
    receiving.host()->setText("in.mail.test");
    sending.host()->setText("out.mail.test");
    receiving.takeButton()->click();
    CHECK(sending.host()->text() == "out.mail.test");
    shown.window.session.setLanguage(Language::English);
    shown.window.session.setLanguage(Language::Japanese);
    CHECK(sending.host()->text() == "out.mail.test");
    CHECK_FALSE(shown.window.session.correction(false));
    CHECK(shown.page.validatePage());
    REQUIRE(shown.window.session.correction(false));
    CHECK(shown.window.session.correction(false)->endpoint.host == "out.mail.test");
    sending.host()->setText("not a server");
    CHECK_FALSE(shown.page.validatePage());
    CHECK_FALSE(sending.refusal()->text().isEmpty());
    shown.window.session.eraseEverything();
    CHECK_FALSE(sending.host()->text() == "not a server");
}

TEST_CASE("what is no server name is not taken") {
    Shown shown;
    CorrectionForm& form = *shown.page.correction(false);
    for (const char* name : {"", "mail", "mail .test", "http://mail.test", "mail.test/x", "*.mail.test"}) {
        INFO(name);
        form.host()->setText(name);
        form.takeButton()->click();
        CHECK_FALSE(shown.window.session.correction(false));
        CHECK_FALSE(form.refusal()->text().isEmpty());
    }
}

TEST_CASE("an unknown provider is said to be unknown, and the way on is open") {
    PageWindow window;
    window.session.type(PaperField::MailAddress, "taro@nobody-knows.example");
    window.goTo(TranslationPageId);
    CHECK(window.words().contains("登録がありません"));
    CHECK(window.wizard.button(QWizard::NextButton)->isEnabled());
}

TEST_CASE("in the smallest window with letters twice as large nothing is wider than the page") {
    PageWindow window;
    window.session.type(PaperField::MailAddress, "taro@agate.plala.or.jp");
    window.session.type(PaperField::MailAccount, "taro");
    appearance().setTextPercent(200);
    window.wizard.resize(760, 560);
    for (const Language language : {Language::Japanese, Language::English}) {
        window.session.setLanguage(language);
        for (const PageId id : {StartPageId, CertificatePageId, TranslationPageId, CheckPageId}) {
            window.goTo(id);
            QCoreApplication::processEvents();
            auto* area = window.wizard.currentPage()->findChild<QScrollArea*>();
            CAPTURE(id);
            CHECK(waitUntil([&] { return area->widget()->minimumSizeHint().width() <= area->viewport()->width(); },
                            1000));
        }
    }
    appearance().setTextPercent(100);
}

TEST_CASE("what is folded has its whole title, open and closed") {
    PageWindow window;
    window.session.setLanguage(Language::English);
    window.session.type(PaperField::MailAddress, "taro@agate.plala.or.jp");
    window.goTo(TranslationPageId);
    auto& page = window.page<TranslationPage>(TranslationPageId);
    for (const bool open : {false, true}) {
        page.wrongProfile()->setOpen(open);
        QCoreApplication::processEvents();
        const QToolButton* button = page.wrongProfile()->button();
        CHECK(button->width() >= button->iconSize().width() + button->fontMetrics().horizontalAdvance(button->text()));
    }
}

TEST_CASE("nobody chose a protocol until one was clicked, and then it is a choice") {
    PageWindow window;
    window.session.type(PaperField::MailAddress, "taro@agate.plala.or.jp");
    window.goTo(TranslationPageId);
    const auto ways = window.page<TranslationPage>(TranslationPageId).findChildren<QRadioButton*>();
    REQUIRE(ways.size() == 2);
    CHECK(ways[0]->isChecked());
    CHECK(window.session.preference() == Preference::Pop3);
    ways[1]->click();
    CHECK(window.session.preference() == Preference::Imap);
    ways[0]->click();
    CHECK(ways[0]->isChecked());
    CHECK(window.session.preference() == Preference::OnlyPop3);
}
