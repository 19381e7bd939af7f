// POP3: STAT, TOP, DELE, QUIT (RFC 1939 5, 6, 7). The newest message has the highest number.
#include "wire/pickup.h"

#include "base/limits.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace yomikae {

namespace {

using Then = ErrandStep::Then;

bool says(std::string_view line, std::string_view word) {
    return line.substr(0, word.size()) == word && (line.size() == word.size() || line[word.size()] == ' ');
}

/// "+OK 3 1200" -> 3.
std::optional<unsigned> countIn(std::string_view line) {
    line.remove_prefix(std::min<std::size_t>(4, line.size()));
    unsigned count = 0;
    const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), count);
    return error == std::errc{} ? std::optional(count) : std::nullopt;
}

class Pop3Pickup final : public PickupErrand {
  public:
    using PickupErrand::PickupErrand;

    ErrandStep begin() override { return ask(State::Stat, "STAT"); }
    ErrandStep line(std::string_view line) override;

  private:
    enum class State { Stat, Top, TopList, Dele, Leaving };
    enum class Event { Yes, No, Listed, ListEnd, Odd };
    struct Row {
        State at;
        Event event;
        ErrandStep (Pop3Pickup::*action)(std::string_view line);
    };
    static const Row Table[];

    Event eventOf(std::string_view line) const;
    ErrandStep ask(State next, const std::string& command) {
        state_ = next;
        return say(command);
    }
    ErrandStep counted(std::string_view line);
    ErrandStep mailboxFailed(std::string_view line) { return failed("mailbox", line); }
    ErrandStep next();
    ErrandStep topBegins(std::string_view line);
    ErrandStep topRefused(std::string_view line);
    ErrandStep header(std::string_view line);
    ErrandStep topEnded(std::string_view line);
    ErrandStep marked(std::string_view) { return ask(State::Leaving, "QUIT"); }
    ErrandStep notMarked(std::string_view line) { return failed("not-removed", line); }
    ErrandStep gone(std::string_view line);
    ErrandStep notGone(std::string_view line) { return failed("not-removed", line, Then::Close); }

    State state_ = State::Stat;
    unsigned number_ = 0; ///< of the message that is looked at
    unsigned last_ = 0;   ///< the oldest that will be looked at
    bool anyShown_ = false;
};

const Pop3Pickup::Row Pop3Pickup::Table[] = {
    {State::Stat, Event::Yes, &Pop3Pickup::counted},      {State::Stat, Event::No, &Pop3Pickup::mailboxFailed},
    {State::Top, Event::Yes, &Pop3Pickup::topBegins},     {State::Top, Event::No, &Pop3Pickup::topRefused},
    {State::TopList, Event::Listed, &Pop3Pickup::header}, {State::TopList, Event::ListEnd, &Pop3Pickup::topEnded},
    {State::Dele, Event::Yes, &Pop3Pickup::marked},       {State::Dele, Event::No, &Pop3Pickup::notMarked},
    {State::Leaving, Event::Yes, &Pop3Pickup::gone},      {State::Leaving, Event::No, &Pop3Pickup::notGone},
};

ErrandStep Pop3Pickup::line(std::string_view line) {
    const Event event = eventOf(line);
    for (const Row& row : Table)
        if (row.at == state_ && row.event == event)
            return (this->*row.action)(line);
    return failed(state_ == State::Leaving ? "not-confirmed" : "mailbox", line, Then::Close);
}

Pop3Pickup::Event Pop3Pickup::eventOf(std::string_view line) const {
    if (state_ == State::TopList)
        return line == "." ? Event::ListEnd : Event::Listed;
    return says(line, "+OK") ? Event::Yes : says(line, "-ERR") ? Event::No : Event::Odd;
}

ErrandStep Pop3Pickup::counted(std::string_view line) {
    const auto count = countIn(line);
    if (!count)
        return failed("mailbox", line, Then::Close);
    constexpr auto Most = static_cast<unsigned>(limits::NewestMessages);
    number_ = *count + 1;
    last_ = *count > Most ? *count - Most + 1 : 1;
    return next();
}

ErrandStep Pop3Pickup::next() {
    if (number_ <= last_) {
        pickup_.looked = anyShown_ || pickup_.trouble.empty();
        return done();
    }
    seeker_.reset();
    return ask(State::Top, "TOP " + std::to_string(--number_) + " 0");
}

ErrandStep Pop3Pickup::topBegins(std::string_view) {
    state_ = State::TopList;
    return {};
}

/// Not all servers know TOP (RFC 1939 7), and one message may be unreadable among good ones.
ErrandStep Pop3Pickup::topRefused(std::string_view line) {
    if (!anyShown_)
        return failed("top", line);
    return next();
}

ErrandStep Pop3Pickup::header(std::string_view line) {
    seeker_.line(line.substr(line.substr(0, 2) == ".." ? 1 : 0));
    return {};
}

ErrandStep Pop3Pickup::topEnded(std::string_view) {
    anyShown_ = true;
    if (!seeker_.seen())
        return next();
    pickup_.looked = true;
    pickup_.found = true;
    if (!request_.remove)
        return done();
    pickup_.trouble = "not-confirmed"; // until QUIT is answered (RFC 1939 6)
    return ask(State::Dele, "DELE " + std::to_string(number_));
}

ErrandStep Pop3Pickup::gone(std::string_view) {
    pickup_.removed = true;
    pickup_.trouble.clear();
    return done(Then::Close);
}

} // namespace

std::shared_ptr<PickupErrand> makePop3Pickup(const PickupRequest& request) {
    return std::make_shared<Pop3Pickup>(request);
}

} // namespace yomikae
