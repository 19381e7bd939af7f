#include "ui/pages/start_page.h"

#include "practice/practice_server.h"
#include "support/catch.h"
#include "ui/page_window.h"
#include "ui/widgets/choice_card.h"
#include "ui/window.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace yomikae;
using namespace yomikae::ui;
using namespace yomikae::test;

namespace {

struct Shown {
    ReadySession session;
    StartPage page;
    QSignalSpy next{&page, &Page::nextAsked};

    explicit Shown(SessionOptions options = {}) : session(std::move(options)), page(session) {
        appearance().setLanguage(Language::English);
        session.setLanguage(Language::English);
        page.retranslate();
        page.show();
        REQUIRE(QTest::qWaitForWindowExposed(&page));
    }
};

} // namespace

TEST_CASE("each door sets the purpose and leads on") {
    Shown shown;
    const auto cards = shown.page.findChildren<ChoiceCard*>();
    REQUIRE(cards.size() == 3);
    cards[2]->click();
    CHECK(shown.session.purpose() == Purpose::PrintSheet);
    cards[0]->click();
    CHECK(shown.session.purpose() == Purpose::NewDevice);
    CHECK(shown.next.count() == 2);
}

TEST_CASE("practice offers every scenario and starts the one that is chosen") {
    Shown shown;
    const auto visible = [&] {
        QList<QPushButton*> found;
        for (QPushButton* button : shown.page.findChildren<QPushButton*>())
            if (button->isVisible())
                found << button;
        return found;
    };
    REQUIRE(visible().size() == 1);
    visible().front()->click();
    CHECK(visible().size() == 1 + static_cast<qsizetype>(allPracticeScenarios().size()));
    visible().at(2)->click();
    CHECK(shown.session.practising());
    CHECK(shown.session.purpose() == Purpose::Practice);
    CHECK(shown.next.count() == 1);
}

TEST_CASE("profiles that cannot be read are told before anything is asked") {
    SessionOptions options;
    options.profiles = "/no/such/folder";
    Shown shown(options);
    bool told = false;
    for (const QLabel* label : shown.page.findChildren<QLabel*>())
        told |= label->isVisible() && label->text().contains("/no/such/folder");
    CHECK(told);
}

TEST_CASE("cards grow with their sentence and are never cut") {
    Shown shown;
    shown.page.resize(500, 800);
    QCoreApplication::processEvents();
    for (const ChoiceCard* card : shown.page.findChildren<ChoiceCard*>())
        CHECK(card->height() >= card->heightForWidth(card->width()));
}

TEST_CASE("a computer whose clock is behind its own knowledge is told so before anything is asked") {
    OneProfile fromTheFuture(1, 1, "2099-01-01");
    Shown shown(fromTheFuture.options());
    REQUIRE(shown.session.clockLooksWrong());
    QStringList said;
    for (const QLabel* label : shown.page.findChildren<QLabel*>())
        if (label->isVisible())
            said << label->text();
    CHECK(said.join(' ').contains("seems to be wrong"));
    OneProfile today;
    Shown right(today.options());
    CHECK_FALSE(right.session.clockLooksWrong());
}
