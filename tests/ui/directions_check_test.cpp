// What the two halves of page 4 say, and which questions are worth asking.
#include "ui/models/directions.h"

#include "support/catch.h"

using namespace yomikae;
using namespace yomikae::ui;

namespace {

Attempt attempt(Protocol protocol, int rank, Outcome outcome, Stage stage = Stage::Done) {
    Attempt made;
    made.candidate.endpoint = {protocol, "mail.test", static_cast<std::uint16_t>(1000 + rank), Security::ImplicitTls};
    made.candidate.rank = rank;
    made.outcome = outcome;
    made.stage = stage;
    if (outcome == Outcome::Skipped && stage == Stage::Done)
        made.reason = "cancelled";
    return made;
}

Attempt asking(Protocol protocol, int rank) {
    Attempt made = attempt(protocol, rank, Outcome::TlsNotOffered);
    made.consent = ConsentNeeded{ConsentKind::Cleartext, made.candidate.endpoint, {}};
    return made;
}

RunReport report(std::vector<Attempt> attempts) {
    RunReport made;
    made.passwordGiven = true;
    made.attempts = std::move(attempts);
    return made;
}

HalfState state(const RunReport& report, bool checking, bool incoming = true) {
    Plan plan;
    for (const Attempt& one : report.attempts)
        plan.candidates.push_back(one.candidate);
    return halfOf(plan, &report, checking, incoming).state;
}

std::vector<ConsentNeeded> all(const RunReport& report) {
    std::vector<ConsentNeeded> open;
    for (const Attempt& one : report.attempts)
        if (one.consent)
            open.push_back(*one.consent);
    return open;
}

} // namespace

TEST_CASE("a half waits, connects, logs in, and is proven") {
    CHECK(state(report({attempt(Protocol::Pop3, 0, Outcome::Skipped, Stage::Resolve)}), true) == HalfState::Waiting);
    CHECK(state(report({attempt(Protocol::Pop3, 0, Outcome::Skipped, Stage::Tls)}), true) == HalfState::Connecting);
    CHECK(state(report({attempt(Protocol::Pop3, 0, Outcome::Skipped, Stage::Login)}), true) == HalfState::LoggingIn);
    CHECK(state(report({attempt(Protocol::Pop3, 0, Outcome::LoginOk)}), true) == HalfState::Proven);
}

TEST_CASE("after the login the sender is asked about, and the half says so") {
    CHECK(state(report({attempt(Protocol::Smtp, 0, Outcome::Skipped, Stage::Sender)}), true, false) ==
          HalfState::AskingSender);
}

TEST_CASE("a refused login is not an open door, whatever stands open beside it") {
    Attempt refused = attempt(Protocol::Pop3, 0, Outcome::AuthRejected);
    refused.username = "taro";
    const RunReport run = report({refused, attempt(Protocol::Pop3, 1, Outcome::Ready, Stage::Capabilities)});
    CHECK(state(run, false) == HalfState::Unproven);
}

TEST_CASE("a half of a run that is over says what came of it") {
    CHECK(state(report({attempt(Protocol::Pop3, 0, Outcome::AuthRejected)}), false) == HalfState::Unproven);
    CHECK(state(report({attempt(Protocol::Pop3, 0, Outcome::Ready)}), false) == HalfState::Open);
    CHECK(state(report({asking(Protocol::Pop3, 0)}), false) == HalfState::Asks);
    CHECK(state(report({asking(Protocol::Pop3, 0)}), false, false) == HalfState::NotPlanned);
}

TEST_CASE("of two proven doors the better one is named") {
    const RunReport run =
        report({attempt(Protocol::Smtp, 1, Outcome::LoginOk), attempt(Protocol::Smtp, 0, Outcome::LoginOk)});
    CHECK(halfOf({}, &run, false, false).endpoint.port == 1000);
}

TEST_CASE("without a password an open door is all that was asked for") {
    RunReport run = report({attempt(Protocol::Pop3, 0, Outcome::Ready, Stage::Capabilities)});
    run.passwordGiven = false;
    CHECK(state(run, true) == HalfState::Open);
}

TEST_CASE("before a run the plan alone decides between waiting and no server") {
    Plan plan;
    plan.candidates.push_back(attempt(Protocol::Pop3, 0, Outcome::Skipped).candidate);
    CHECK(halfOf(plan, nullptr, false, true).state == HalfState::Waiting);
    CHECK(halfOf(plan, nullptr, false, false).state == HalfState::NotPlanned);
}

TEST_CASE("the best-ranked question of each direction is asked, one of each") {
    const RunReport run = report(
        {asking(Protocol::Pop3, 2), asking(Protocol::Pop3, 1), asking(Protocol::Smtp, 0), asking(Protocol::Smtp, 3)});
    const auto asked = worthAsking(run, false, all(run));
    REQUIRE(asked.size() == 2);
    CHECK(asked[0].endpoint.port == 1001);
    CHECK(asked[1].endpoint.port == 1000);
}

TEST_CASE("nothing is asked where a login proved that direction") {
    const RunReport run = report({attempt(Protocol::Pop3, 0, Outcome::LoginOk), asking(Protocol::Pop3, 1)});
    CHECK(worthAsking(run, false, all(run)).empty());
}

TEST_CASE("nobody is asked to give up encryption while an encrypted door may still work") {
    const RunReport run =
        report({attempt(Protocol::Pop3, 0, Outcome::Skipped, Stage::Greeting), asking(Protocol::Pop3, 1)});
    CHECK(worthAsking(run, true, all(run)).empty());
    CHECK(worthAsking(run, false, all(run)).size() == 1);
}

TEST_CASE("a question that was answered is not asked again") {
    const RunReport run = report({asking(Protocol::Pop3, 0)});
    CHECK(worthAsking(run, false, {}).empty());
}

TEST_CASE("without a password there is nothing to agree to") {
    RunReport run = report({asking(Protocol::Pop3, 0)});
    run.passwordGiven = false;
    CHECK(worthAsking(run, false, all(run)).empty());
}

TEST_CASE("all is well only where both logins worked and the address may send") {
    RunReport run = report({attempt(Protocol::Pop3, 0, Outcome::LoginOk), attempt(Protocol::Smtp, 0, Outcome::LoginOk)});
    CHECK(allIsWell(judge({}, run), run));
    run.attempts[1].reason = "sender-refused";
    CHECK_FALSE(allIsWell(judge({}, run), run));
    run.attempts[1] = attempt(Protocol::Smtp, 0, Outcome::ConnectRefused);
    CHECK_FALSE(allIsWell(judge({}, run), run));
}
