// Names and addresses in a run: what cannot be resolved, what is slow, what is dead.
#include "probe/fake_network.h"
#include "support/catch.h"

using namespace yomikae;
using namespace yomikae::test;

namespace {

constexpr auto V4 = AddressFamily::V4;
constexpr auto V6 = AddressFamily::V6;
constexpr const char* Host = "mail.example.test";

struct Names {
    FakeNetwork net;
    RunReport report;
    Names() {
        net.server("192.0.2.1", 995, pop());
        net.server("192.0.2.1", 465, smtp());
    }
    Outcome run() {
        report = net.play(popAndSmtp(), settings());
        return attemptAt(report, 995).outcome;
    }
};

} // namespace

TEST_CASE("D01: no such name") {
    Names world;
    world.net.answers(Host, V4, LookupResult::NotFound);
    world.net.answers(Host, V6, LookupResult::NotFound);
    CHECK(world.run() == Outcome::DnsNotFound);
    CHECK(attemptAt(world.report, 465).outcome == Outcome::DnsNotFound);
    CHECK(world.report.attempts[0].stage == Stage::Resolve);
}

TEST_CASE("D02: the name server is out of order") {
    Names world;
    world.net.answers(Host, V4, LookupResult::Temporary);
    world.net.answers(Host, V6, LookupResult::NotFound);
    CHECK(world.run() == Outcome::DnsTemporary);
}

TEST_CASE("D03: no answer at all is given 10 s by our own clock, and asked for twice") {
    Names world;
    CHECK(world.run() == Outcome::DnsTimeout);
    CHECK(world.report.elapsed == Milliseconds(10'000));
    CHECK(world.net.looked.size() == 4);
}

TEST_CASE("D04: a name without an address") {
    Names world;
    world.net.answers(Host, V4, LookupResult::NoAddress);
    world.net.answers(Host, V6, LookupResult::NoAddress);
    CHECK(world.run() == Outcome::DnsNoAddress);
}

TEST_CASE("D07: a slow right answer") {
    Names world;
    world.net.answers(Host, V4, LookupResult::Found, {"192.0.2.1"}, Milliseconds(4000));
    world.net.answers(Host, V6, LookupResult::NoAddress, {}, Milliseconds(4000));
    CHECK(world.run() == Outcome::LoginOk);
}

TEST_CASE("D08: 60 dead addresses are bounded by the time of one host") {
    Names world;
    std::vector<std::string> many;
    for (int i = 1; i <= 60; ++i)
        many.push_back("198.51.100." + std::to_string(i));
    world.net.answers(Host, V4, LookupResult::Found, many);
    world.net.answers(Host, V6, LookupResult::NoAddress);
    CHECK(world.run() == Outcome::ConnectTimeout);
    CHECK(world.report.elapsed < Milliseconds(16'000));
    CHECK(world.net.mostSockets <= 16);
}

TEST_CASE("D13: IPv6 is dead and IPv4 good: a quarter of a second is lost, not more") {
    Names world;
    world.net.answers(Host, V4, LookupResult::Found, {"192.0.2.1"});
    world.net.answers(Host, V6, LookupResult::Found, {"2001:db8::1"});
    CHECK(world.run() == Outcome::LoginOk);
    CHECK(attemptAt(world.report, 995).address == "192.0.2.1");
    CHECK(*world.report.firstAnswer < Milliseconds(600));
}

TEST_CASE("D14: A at once, AAAA never: it goes on after 50 ms") {
    Names world;
    world.net.answers(Host, V4, LookupResult::Found, {"192.0.2.1"});
    CHECK(world.run() == Outcome::LoginOk);
    CHECK(*world.report.firstAnswer < Milliseconds(400));
    CHECK(world.report.elapsed < Milliseconds(500));
}

TEST_CASE("a name is asked for once, however many ports it has") {
    Names world;
    world.net.host(Host, "192.0.2.1");
    world.run();
    CHECK(world.net.looked == std::vector<std::string>{"mail.example.test v6", "mail.example.test v4"});
}

TEST_CASE("an address given beforehand is taken without asking anybody") {
    Names world;
    RunSettings how = settings();
    how.resolve = {{{Host, 995}, "192.0.2.1"}, {{Host, 465}, "192.0.2.1"}};
    const RunReport report = world.net.play(popAndSmtp(), std::move(how));
    CHECK(attemptAt(report, 995).outcome == Outcome::LoginOk);
    CHECK(world.net.looked.empty());
}

TEST_CASE("an address given for one port leaves the other port to DNS") {
    Names world;
    RunSettings how = settings();
    how.resolve = {{{Host, 995}, "192.0.2.1"}};
    world.net.answers(Host, V4, LookupResult::NotFound);
    world.net.answers(Host, V6, LookupResult::NotFound);
    const RunReport report = world.net.play(popAndSmtp(), std::move(how));
    CHECK(attemptAt(report, 995).outcome == Outcome::LoginOk);
    CHECK(attemptAt(report, 465).outcome == Outcome::DnsNotFound);
}

TEST_CASE("N22: no network at all is said as such, and counts as no failed login") {
    Names world;
    world.net.answers(Host, V4, LookupResult::NetworkDown, {}, Milliseconds(1));
    world.net.answers(Host, V6, LookupResult::NetworkDown, {}, Milliseconds(1));
    CHECK(world.run() == Outcome::DnsTemporary);
    CHECK(world.report.networkDown);
    CHECK(world.report.loginsRefused == 0);
}
