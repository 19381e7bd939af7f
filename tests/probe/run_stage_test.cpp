// How far each attempt is, while it goes on: what a person watches.
#include "probe/fake_network.h"
#include "support/catch.h"

#include <algorithm>

using namespace yomikae;
using namespace yomikae::test;

namespace {

int idOf(const std::vector<Effect>& effects, Effect::Kind kind, AddressFamily family = AddressFamily::V4) {
    const auto found = std::find_if(effects.begin(), effects.end(), [&](const Effect& effect) {
        return effect.kind == kind && (kind != Effect::Kind::Lookup || effect.family == family);
    });
    REQUIRE(found != effects.end());
    return found->id;
}

} // namespace

TEST_CASE("while a run goes on each attempt shows how far it is") {
    Plan plan;
    plan.candidates = {candidate(Protocol::Pop3, 110, Security::StartTls, 0)};
    ProbeRun run(plan, settings());
    const auto stage = [&] { return name(run.report().attempts[0].stage); };
    run.start(Instant(0));
    CHECK(stage() == "resolve");
    const auto lookups = run.takeEffects();
    run.lookedUp(idOf(lookups, Effect::Kind::Lookup, AddressFamily::V6), LookupResult::NoAddress, {}, Instant(20));
    run.lookedUp(idOf(lookups, Effect::Kind::Lookup), LookupResult::Found, {"192.0.2.1"}, Instant(20));
    CHECK(stage() == "connect");
    const int connection = idOf(run.takeEffects(), Effect::Kind::Connect);
    run.takeChanged();
    run.connected(connection, Instant(40));
    CHECK(stage() == "greeting");
    CHECK(run.takeChanged() == std::vector<std::size_t>{0});
    run.received(connection, "+OK ready\r\n", Instant(60));
    CHECK(stage() == "capabilities");
    run.received(connection, "+OK\r\nSTLS\r\n.\r\n", Instant(80));
    run.received(connection, "+OK Begin TLS\r\n", Instant(100));
    CHECK(stage() == "tls");
}
