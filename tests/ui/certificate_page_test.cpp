#include "ui/pages/certificate_page.h"

#include "support/catch.h"
#include "ui/widgets/field_row.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/provider_line.h"
#include "ui/window.h"

#include <QCheckBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace yomikae;
using namespace yomikae::ui;
using namespace yomikae::test;

namespace {

struct Shown {
    ReadySession session;
    CertificatePage page{session};

    Shown() {
        appearance().setLanguage(Language::English);
        session.setLanguage(Language::English);
        page.retranslate();
        page.resize(900, 700);
        page.show();
        page.enter();
        REQUIRE(QTest::qWaitForWindowExposed(&page));
        QApplication::setActiveWindow(&page);
    }

    QLineEdit* edit(PaperField field) { return page.row(field)->edit(); }
    void fill(PaperField field, const QString& text) {
        edit(field)->setFocus();
        edit(field)->selectAll();
        QTest::keyClicks(edit(field), text);
    }
    /// A visible notice or label that holds the words.
    bool says(const QString& words) const {
        for (const QLabel* label : page.findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(words))
                return true;
        return false;
    }
    QAbstractButton* button(const QString& words) const {
        for (QAbstractButton* found : page.findChildren<QAbstractButton*>())
            if (found->isVisible() && found->text().contains(words))
                return found;
        return nullptr;
    }
};

} // namespace

TEST_CASE("the provider stands under the address as soon as it is known, and its words become the labels") {
    Shown shown;
    CHECK_FALSE(shown.says("会員登録証"));
    shown.fill(PaperField::MailAddress, "taro@agate.plala.or.jp");
    CHECK(shown.says("Plala (会員登録証)"));
    CHECK(shown.says("(POPサーバ)"));
}

TEST_CASE("one click corrects a slip in the domain") {
    Shown shown;
    shown.fill(PaperField::MailAddress, "taro@plara.or.jp");
    CHECK(shown.says("Do you mean plala.or.jp?"));
    REQUIRE(shown.button("Yes, correct it") != nullptr);
    shown.button("Yes, correct it")->click();
    CHECK(shown.edit(PaperField::MailAddress)->text() == "taro@plala.or.jp");
    CHECK_FALSE(shown.says("Do you mean"));
}

TEST_CASE("an unknown provider is said calmly, and can be chosen by name") {
    Shown shown;
    shown.fill(PaperField::MailAddress, "taro@example.com");
    CHECK(shown.says("is not in the list"));
    REQUIRE(shown.button("Choose it by name") != nullptr);
}

TEST_CASE("folding is said, and can be undone") {
    Shown shown;
    shown.edit(PaperField::MailAccount)->setFocus();
    shown.edit(PaperField::MailAccount)->clear();
    QTest::keyClicks(shown.edit(PaperField::MailAccount), "x");
    shown.session.type(PaperField::MailAccount, "ｔａｒｏ");
    shown.edit(PaperField::PopServer)->setFocus();
    CHECK(shown.edit(PaperField::MailAccount)->text() == "taro");
    CHECK(shown.says("made half-width"));
    REQUIRE(shown.button("Undo") != nullptr);
    shown.button("Undo")->click();
    CHECK(shown.edit(PaperField::MailAccount)->text() == "ｔａｒｏ");
}

TEST_CASE("a pasted paper goes into the fields, each marked, and the box is emptied") {
    Shown shown;
    shown.button("Paste the text")->click();
    auto* box = shown.page.findChild<QPlainTextEdit*>();
    REQUIRE(box->isVisible());
    box->setPlainText(
        "メールアドレス taro@agate.plala.or.jp\nメールパスワード himitsu77\nPOPサーバ agate.mail.plala.or.jp");
    shown.button("Put it into the fields")->click();
    CHECK(shown.edit(PaperField::PopServer)->text() == "agate.mail.plala.or.jp");
    CHECK(shown.says("pasted"));
    CHECK(shown.says("taken over"));
    CHECK(box->toPlainText().isEmpty());
}

TEST_CASE("a pasted text that was not put into the fields yet is taken by the page's own button") {
    Shown shown;
    shown.button("Paste the text")->click();
    auto* box = shown.page.findChild<QPlainTextEdit*>();
    SECTION("where something of it is understood") {
        box->setPlainText("メールアドレス taro@agate.plala.or.jp\nPOPサーバ agate.mail.plala.or.jp");
        CHECK(shown.page.validatePage());
        CHECK(shown.edit(PaperField::MailAddress)->text() == "taro@agate.plala.or.jp");
    }
    SECTION("else it stays, and so does the page") {
        box->setPlainText("Dear customer");
        CHECK_FALSE(shown.page.validatePage());
        CHECK(shown.says("Nothing in this text"));
        CHECK(box->toPlainText() == "Dear customer");
    }
}

TEST_CASE("a password from a pasted text takes the place of the typed one, and a slip of a key does not lose it") {
    Shown shown;
    QLineEdit* edit = shown.page.passwordRow()->edit();
    auto* tick = shown.page.passwordRow()->findChild<QCheckBox*>();
    QTest::keyClicks(edit, "abc123");
    shown.session.paste("メールアドレス taro@agate.plala.or.jp\nメールパスワード himitsu77");
    CHECK(edit->text().isEmpty());
    CHECK(edit->placeholderText() == "the one from the pasted text");
    CHECK_FALSE(tick->isVisible()); // there is nothing to show
    QTest::keyClicks(edit, "x");
    QTest::keyClick(edit, Qt::Key_Backspace);
    shown.page.leave();
    CHECK(shown.session.passwordPasted());
    QTest::keyClicks(edit, "another");
    CHECK(tick->isVisible());
    shown.page.leave();
    CHECK_FALSE(shown.session.passwordPasted());
    CHECK(shown.session.passwordGiven());
}

TEST_CASE("the password is masked, unknown to input methods, and gone when it is forgotten") {
    Shown shown;
    QLineEdit* edit = shown.page.passwordRow()->edit();
    CHECK(edit->echoMode() == QLineEdit::Password);
    const auto hints = edit->inputMethodHints();
    CHECK(hints.testFlag(Qt::ImhHiddenText));
    CHECK(hints.testFlag(Qt::ImhSensitiveData));
    CHECK(hints.testFlag(Qt::ImhNoPredictiveText));
    QTest::keyClicks(edit, "himitsu77");
    shown.page.leave();
    CHECK(shown.session.passwordGiven());
    shown.session.eraseEverything();
    CHECK(edit->text().isEmpty());
    CHECK_FALSE(edit->isUndoAvailable());
}

TEST_CASE("a password is shown only while it is ticked") {
    Shown shown;
    QLineEdit* edit = shown.page.passwordRow()->edit();
    auto* tick = shown.page.passwordRow()->findChild<QCheckBox*>();
    tick->click();
    CHECK(edit->echoMode() == QLineEdit::Normal);
    tick->click();
    CHECK(edit->echoMode() == QLineEdit::Password);
}

TEST_CASE("full-width letters and blanks in a password are asked about, never changed silently") {
    Shown shown;
    QLineEdit* edit = shown.page.passwordRow()->edit();
    edit->setText("ｈｉｍｉｔｓｕ");
    CHECK(shown.says("full-width or Japanese letters"));
    CHECK(edit->text() == "ｈｉｍｉｔｓｕ");
    shown.button("Make them half-width")->click();
    CHECK(edit->text() == "himitsu");
    edit->setText("himitsu ");
    CHECK(shown.says("begins or ends with a blank"));
    CHECK(edit->text() == "himitsu ");
}

TEST_CASE("Caps Lock gives itself away by a capital without Shift") {
    Shown shown;
    QLineEdit* edit = shown.page.passwordRow()->edit();
    QKeyEvent capital(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier, "A");
    QCoreApplication::sendEvent(edit, &capital);
    CHECK(shown.says("Caps Lock"));
    QKeyEvent small(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier, "a");
    QCoreApplication::sendEvent(edit, &small);
    CHECK_FALSE(shown.says("Caps Lock"));
}

TEST_CASE("a port that is none is said at its field") {
    Shown shown;
    shown.button("Port numbers or a date")->click();
    shown.fill(PaperField::PopPort, "99999");
    CHECK(shown.says("no port number"));
    shown.fill(PaperField::PopPort, "110");
    CHECK_FALSE(shown.says("no port number"));
}

TEST_CASE("in practice the sample paper fills the form by one click") {
    Shown shown;
    REQUIRE(shown.session.startPractice(PracticeScenario::Modern));
    shown.page.enter();
    CHECK(shown.says("This is practice"));
    shown.button("Fill in from the sample paper")->click();
    CHECK(shown.edit(PaperField::MailAddress)->text() == "taro@renshu.example");
    CHECK(shown.session.passwordGiven());
    CHECK(shown.page.validatePage());
}

TEST_CASE("help for a lost paper is there before anything was typed") {
    Shown shown;
    shown.button("No paper, or no password?")->click();
    CHECK(shown.says("The provider can send the paper again"));
}

TEST_CASE("a domain in other letters than ours is shown as the network has it") {
    Shown shown;
    const Notice& ascii = *shown.page.providerLine()->asciiDomain();
    shown.session.type(PaperField::MailAddress, "taro@pl\u0430la.or.jp"); // a Cyrillic letter among ours
    CHECK(ascii.isVisible());
    CHECK(ascii.text().contains("xn--plla-63d.or.jp"));
    CHECK(shown.session.provider() == nullptr);
    shown.session.type(PaperField::MailAddress, QStringLiteral("taro@\u65e5\u672c\u8a9e.jp"));
    CHECK(ascii.text().contains("xn--wgv71a119e.jp"));
    shown.session.type(PaperField::MailAddress, "taro@plala.or.jp");
    CHECK_FALSE(ascii.isVisible());
}

TEST_CASE("full-width letters, capitals and a dot at the end are no other domain") {
    Shown shown;
    for (const char* address : {"taro@\uff50\uff4c\uff41\uff4c\uff41.or.jp", "taro@PLALA.or.jp", "taro@plala.or.jp."}) {
        shown.session.type(PaperField::MailAddress, QString::fromUtf8(address));
        CAPTURE(address);
        CHECK_FALSE(shown.page.providerLine()->asciiDomain()->isVisible());
    }
}

TEST_CASE("without a paper or a password the page says whom to ask and what to have ready") {
    Shown shown;
    shown.session.type(PaperField::MailAddress, "taro@biglobe.ne.jp");
    shown.button("No paper, or no password")->click();
    CHECK(shown.says("customer number"));
    CHECK(shown.button("provider's help pages") != nullptr);
    shown.session.type(PaperField::MailAddress, "taro@example.com");
    CHECK(shown.button("provider's help pages") == nullptr);
}
