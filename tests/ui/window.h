// What the window's tests share: an application without a screen, a session whose knowledge is there, waiting.
#pragma once

#include "practice/practice_server.h"
#include "ui/appearance.h"
#include "ui/session.h"

#include <QApplication>

#include <functional>

namespace yomikae::test {

/// The one application of this program, on the offscreen platform.
QApplication& application();

/// The appearance of all window tests; remembers nothing.
ui::Appearance& appearance();

/// Lets events happen until `done` or until the time is over; what `done` says at the end.
bool waitUntil(const std::function<bool()>& done, int milliseconds = 10'000);

/// A session that has read the source tree's profiles.
struct ReadySession : ui::Session {
    explicit ReadySession(ui::SessionOptions options = {});
    /// With every field of the practice paper filled in.
    void practise(PracticeScenario scenario);
    /// A whole run, waited for.
    void check();
};

} // namespace yomikae::test
