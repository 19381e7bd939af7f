// The errand of a connection: between the proven login and the good-bye.
#include "wire/dialogue_core.h"

#include <utility>

namespace yomikae {

/// Once, whatever follows. The password is not needed any more.
Step DialogueCore::beginErrand() {
    errandBegun_ = true;
    exchange_.reset();
    password_.reset();
    enter(State::Errand);
    return followErrand(options_.errand->begin());
}

Step DialogueCore::errandLine(std::string_view line) {
    errandBytes_ += line.size() + 2;
    if (errandBytes_ > limits::ErrandBytes) {
        reply_ = {};
        return errandBroken();
    }
    return followErrand(options_.errand->line(line));
}

Step DialogueCore::followErrand(ErrandStep what) {
    switch (what.then) {
    case ErrandStep::Then::GoOn: break;
    case ErrandStep::Then::Quit: return conclude(Outcome::LoginOk);
    case ErrandStep::Then::Close: return abort(Outcome::LoginOk);
    }
    Step step;
    step.bytes = std::move(what.bytes);
    step.shown = std::move(what.shown);
    return step;
}

} // namespace yomikae
