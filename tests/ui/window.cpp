#include "ui/window.h"

#include "support/catch.h"

#include <QTest>

namespace yomikae::test {

QApplication& application() {
    static int argc = 1;
    static char name[] = "ui_test";
    static char* argv[] = {name, nullptr};
    static auto* app = new QApplication(argc, argv); // outlives every static of Qt's own
    return *app;
}

ui::Appearance& appearance() {
    static auto* one = new ui::Appearance(application(), false);
    return *one;
}

bool waitUntil(const std::function<bool()>& done, int milliseconds) {
    return QTest::qWaitFor(done, milliseconds);
}

ReadySession::ReadySession(ui::SessionOptions options) : ui::Session((application(), std::move(options))) {
    loadKnowledge();
    REQUIRE(waitUntil([this] { return knowledgeReady(); }));
}

void ReadySession::practise(PracticeScenario scenario) {
    REQUIRE(startPractice(scenario));
    REQUIRE(paste(practicePaper()));
}

void ReadySession::check() {
    startCheck();
    REQUIRE(waitUntil([this] { return checked(); }, 30'000));
}

} // namespace yomikae::test
