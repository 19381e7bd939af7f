// RFC 8305 as a table: what happens when, and which address is dialled when.
#include "probe/address_race.h"

#include "base/limits.h"
#include "support/catch.h"

#include <vector>

using namespace yomikae;

namespace {

constexpr auto V4 = AddressFamily::V4;
constexpr auto V6 = AddressFamily::V6;

/// Something that happens to a race.
struct Happens {
    int at;
    enum class What { Found, Fails, HostAnswers } what;
    AddressFamily family = V4;
    std::vector<std::string> addresses = {};
    ConnectFailure why = ConnectFailure::Refused;
};

struct Row {
    const char* sentence;
    std::vector<Happens> story;
    std::vector<std::string> dialled; ///< "a 0": which and when
    int lostAt;                       ///< -1 = never within 30 s
    Outcome outcome = Outcome::ConnectTimeout;
};

Happens found(int at, AddressFamily family, std::vector<std::string> addresses) {
    return {at, Happens::What::Found, family, std::move(addresses)};
}

Happens fails(int at, const char* address, ConnectFailure why = ConnectFailure::Refused) {
    return {at, Happens::What::Fails, V4, {address}, why};
}

const std::vector<Row> Rows = {
    {"IPv6 there first starts at once", {found(0, V6, {"6a"}), found(10, V4, {"4a"})}, {"6a 0", "4a 250"}, 8250},
    {"IPv4 there first waits 50 ms for IPv6, which then leads",
     {found(0, V4, {"4a"}), found(30, V6, {"6a"})},
     {"6a 30", "4a 280"},
     8280},
    {"IPv4 goes on alone after 50 ms, and a late IPv6 joins in",
     {found(0, V4, {"4a"}), found(100, V6, {"6a"})},
     {"4a 50", "6a 300"},
     8300},
    {"no IPv6 at all: nothing is waited for", {found(0, V6, {}), found(5, V4, {"4a"})}, {"4a 5"}, 8005},
    {"the families take turns",
     {found(0, V6, {"6a", "6b"}), found(0, V4, {"4a", "4b"})},
     {"6a 0", "4a 250", "6b 500", "4b 750"},
     8750},
    {"a refused address hands over at once",
     {found(0, V6, {"6a"}), found(0, V4, {"4a"}), fails(20, "6a")},
     {"6a 0", "4a 20"},
     8020},
    {"with one still under way a failure does not hurry the next",
     {found(0, V6, {}), found(0, V4, {"4a", "4b", "4c"}), fails(260, "4a")},
     {"4a 0", "4b 250", "4c 500"},
     8500},
    {"all refused is refused, and known at once",
     {found(0, V6, {}), found(0, V4, {"4a", "4b"}), fails(20, "4a"), fails(40, "4b")},
     {"4a 0", "4b 20"},
     40,
     Outcome::ConnectRefused},
    {"refused there and silent here is a time-out",
     {found(0, V6, {"6a"}), found(0, V4, {"4a"}), fails(20, "6a")},
     {"6a 0", "4a 20"},
     8020,
     Outcome::ConnectTimeout},
    {"unreachable everywhere",
     {found(0, V6, {}), found(0, V4, {"4a"}), fails(1, "4a", ConnectFailure::Unreachable)},
     {"4a 0"},
     1,
     Outcome::ConnectUnreachable},
    {"where the host answers elsewhere 2 s are enough",
     {found(0, V6, {}), found(0, V4, {"4a"}), {100, Happens::What::HostAnswers}},
     {"4a 0"},
     2000},
    {"the host is heard elsewhere after 3 s: this one is late at that moment",
     {found(0, V6, {}), found(0, V4, {"4a"}), {3000, Happens::What::HostAnswers}},
     {"4a 0"},
     3000},
    {"a family that was never answered keeps the race open",
     {found(0, V4, {"4a"}), fails(60, "4a")},
     {"4a 50"},
     15050,
     Outcome::ConnectRefused},
    {"a second answer of the same family changes nothing",
     {found(0, V6, {}), found(0, V4, {"4a"}), found(10, V4, {"4z"})},
     {"4a 0"},
     8000},
};

/// Plays a row in steps of one millisecond: no wake time can be missed that way.
struct Played {
    std::vector<std::string> dialled;
    int lostAt = -1;
    AddressRace race;
};

Played play(const Row& row) {
    Played played;
    for (int at = 0; at <= 30'000 && played.lostAt < 0; ++at) {
        const Instant now(at);
        for (const Happens& each : row.story) {
            if (each.at != at)
                continue;
            switch (each.what) {
            case Happens::What::Found: played.race.answered(each.family, each.addresses, now); break;
            case Happens::What::Fails: played.race.failed(each.addresses[0], each.why, now); break;
            case Happens::What::HostAnswers: played.race.hostAnswers(); break;
            }
        }
        played.race.overdue(now);
        while (const auto address = played.race.next(now))
            played.dialled.push_back(*address + " " + std::to_string(at));
        if (played.race.lost())
            played.lostAt = at;
    }
    return played;
}

} // namespace

TEST_CASE("addresses are dialled in the order and at the times of RFC 8305") {
    for (const Row& row : Rows) {
        INFO(row.sentence);
        const Played played = play(row);
        CHECK(played.dialled == row.dialled);
        CHECK(played.lostAt == row.lostAt);
        CHECK(played.race.outcome() == row.outcome);
    }
}

TEST_CASE("a race that only follows its own alarm dials the same") {
    for (const Row& row : Rows) {
        INFO(row.sentence);
        AddressRace race;
        std::vector<std::string> dialled;
        std::size_t happened = 0;
        Instant now{};
        for (int step = 0; step < 200 && !race.lost(); ++step) {
            const auto wake = race.wakeAt();
            const bool storyNext =
                happened < row.story.size() && (!wake || Instant(row.story[happened].at) <= std::max(*wake, now));
            if (!storyNext && !wake)
                break;
            now = std::max(now, storyNext ? Instant(row.story[happened].at) : *wake);
            if (storyNext) {
                const Happens& each = row.story[happened++];
                if (each.what == Happens::What::Found)
                    race.answered(each.family, each.addresses, now);
                else if (each.what == Happens::What::Fails)
                    race.failed(each.addresses[0], each.why, now);
                else
                    race.hostAnswers();
            }
            race.overdue(now);
            while (const auto address = race.next(now))
                dialled.push_back(*address + " " + std::to_string(now.count()));
        }
        CHECK(dialled == row.dialled);
        CHECK(now.count() == row.lostAt);
    }
}

TEST_CASE("60 addresses are never dialled past the time of one host") {
    AddressRace race;
    race.answered(V6, {}, Instant(0));
    race.answered(V4, std::vector<std::string>(60, "4a"), Instant(0));
    for (int at = 0; at < 20'000; ++at) {
        race.overdue(Instant(at));
        while (race.next(Instant(at)))
            CHECK(Instant(at) < limits::ConnectHost);
    }
    CHECK(race.lost());
}
