#include "net/lookup.h"

#include "support/catch.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

#include <optional>
#include <string>
#include <vector>

using namespace yomikae;

namespace {

/// Whoever comes first makes it; there is one a process.
void application() {
    static int argc = 1;
    static char name[] = "net_test";
    static char* argv[] = {name, nullptr};
    if (QCoreApplication::instance() == nullptr)
        static QCoreApplication app(argc, argv);
}

/// The answer, and how many threads looked for it.
struct Asked {
    std::optional<FoundAddresses> found;
    int threads = 0;
};

Asked ask(const std::string& host) {
    Asked asked;
    QObject receiver;
    QEventLoop loop;
    Lookups lookups(&receiver);
    const int before = Lookups::underWay();
    lookups.start(host, AddressFamily::V4, [&](const FoundAddresses& found) {
        asked.found = found;
        loop.quit();
    });
    asked.threads = Lookups::underWay() - before;
    QTimer::singleShot(10'000, &loop, &QEventLoop::quit);
    loop.exec();
    return asked;
}

} // namespace

TEST_CASE("localhost is found by a look-up of its own thread") {
    application();
    const Asked asked = ask("localhost");
    CHECK(asked.threads == 1);
    REQUIRE(asked.found);
    CHECK(asked.found->result == LookupResult::Found);
    CHECK(asked.found->addresses == std::vector<std::string>{"127.0.0.1"});
}

TEST_CASE("an answer for somebody who is gone is dropped") {
    application();
    QObject receiver;
    bool told = false;
    {
        Lookups lookups(&receiver);
        lookups.start("localhost", AddressFamily::V4, [&](const FoundAddresses&) { told = true; });
    }
    QElapsedTimer since;
    since.start();
    while (Lookups::underWay() > 0 && since.elapsed() < 5000)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    QCoreApplication::processEvents();
    CHECK_FALSE(told);
    CHECK(Lookups::underWay() == 0);
}

TEST_CASE("a name that was found is not looked for again, where that was asked for") {
    application();
    const Asked first = ask("localhost");
    REQUIRE(first.found);
    CHECK(first.found->result == LookupResult::Found);
    Lookups::keepFound();
    CHECK(ask("localhost").found->addresses == first.found->addresses); // this answer is the one that is kept
    const Asked again = ask("localhost");
    CHECK(again.threads == 0);
    REQUIRE(again.found);
    CHECK(again.found->result == LookupResult::Found);
    CHECK(again.found->addresses == first.found->addresses);
}
