// Politeness as numbers: who may begin, and who waits for what.
#include "probe/probe_queue.h"
#include "probe/resolution.h"

#include "support/catch.h"

using namespace yomikae;

namespace {

using May = ProbeQueue::May;

Endpoint at(const std::string& host, std::uint16_t port) {
    return {Protocol::Pop3, host, port, Security::ImplicitTls};
}

constexpr auto V4 = AddressFamily::V4;
constexpr auto V6 = AddressFamily::V6;

} // namespace

TEST_CASE("one connection at a time to a host and port") {
    ProbeQueue queue;
    queue.began(at("a", 995), Instant(0));
    CHECK(queue.may(at("a", 995), Instant(1)) == May::WaitForPort);
    CHECK(queue.may(at("a", 110), Instant(1)) == May::Start);
    CHECK(queue.may(at("b", 995), Instant(1)) == May::Start);
    queue.ended(at("a", 995));
    CHECK(queue.may(at("a", 995), Instant(2)) == May::Start);
}

TEST_CASE("a second connection beside a silent one is for hosts that have room for it") {
    ProbeQueue queue;
    queue.began(at("a", 110), Instant(0));
    CHECK(queue.mayLook(at("a", 110), Instant(1)));
    for (std::uint16_t port = 1; port < 10; ++port)
        queue.began(at("a", port), Instant(1000));
    CHECK_FALSE(queue.mayLook(at("a", 110), Instant(1000))); // two are left, for logins
    CHECK(queue.may(at("a", 995), Instant(1000)) == May::Start);
    CHECK(queue.mayLook(at("b", 110), Instant(1000)));
    CHECK(queue.mayLook(at("a", 110), Instant(60'000)));
    queue.oneAtATime("a");
    CHECK_FALSE(queue.mayLook(at("a", 110), Instant(60'000)));
}

TEST_CASE("a second connection needs a socket too") {
    ProbeQueue queue;
    for (int i = 0; i < 16; ++i)
        queue.socketOpened();
    CHECK_FALSE(queue.mayLook(at("a", 110), Instant(0)));
    queue.socketClosed();
    CHECK(queue.mayLook(at("a", 110), Instant(0)));
}

TEST_CASE("a server that said [IN-USE] gets one connection after another, other hosts do not care") {
    ProbeQueue queue;
    queue.began(at("a", 995), Instant(0));
    queue.oneAtATime("a");
    CHECK(queue.may(at("a", 110), Instant(1)) == May::WaitForHost);
    CHECK(queue.may(at("b", 110), Instant(1)) == May::Start);
    queue.ended(at("a", 995));
    CHECK(queue.may(at("a", 110), Instant(2)) == May::Start);
}

TEST_CASE("16 sockets in all") {
    ProbeQueue queue;
    for (int i = 0; i < 16; ++i) {
        CHECK(queue.may(at("a", 110), Instant(0)) == May::Start);
        queue.socketOpened();
    }
    CHECK(queue.may(at("a", 110), Instant(0)) == May::WaitForSocket);
    queue.socketClosed();
    CHECK(queue.may(at("a", 110), Instant(0)) == May::Start);
}

TEST_CASE("12 connections a minute to a host: the thirteenth begins a minute after the first") {
    ProbeQueue queue;
    for (int i = 0; i < 12; ++i) {
        queue.began(at("a", 110), Instant(1000 * i));
        queue.ended(at("a", 110));
    }
    CHECK(queue.may(at("a", 110), Instant(12'000)) == May::WaitForMinute);
    CHECK(queue.minuteOver("a", Instant(12'000)) == Instant(60'000));
    CHECK(queue.may(at("a", 110), Instant(60'000)) == May::Start);
    CHECK(queue.may(at("b", 110), Instant(12'000)) == May::Start);
}

TEST_CASE("what two silent or broken look-ups come to") {
    struct Row {
        const char* sentence;
        std::optional<LookupResult> v4;
        std::optional<LookupResult> v6;
        Outcome outcome;
    };
    constexpr auto None = std::nullopt;
    const Row rows[] = {
        {"no such name", LookupResult::NotFound, LookupResult::NotFound, Outcome::DnsNotFound},
        {"a name without an address", LookupResult::NoAddress, LookupResult::NotFound, Outcome::DnsNoAddress},
        {"one broken answer leaves it open", LookupResult::Temporary, LookupResult::NoAddress, Outcome::DnsTemporary},
        {"silence outweighs all", LookupResult::NotFound, None, Outcome::DnsTimeout},
        {"silence on both", None, None, Outcome::DnsTimeout},
        {"no network", LookupResult::NetworkDown, LookupResult::NetworkDown, Outcome::DnsTemporary},
        {"an answer without an address in it", LookupResult::Found, LookupResult::NoAddress, Outcome::DnsNoAddress},
    };
    for (const Row& row : rows) {
        INFO(row.sentence);
        Resolution resolution("mail.example.test", Instant(0));
        if (row.v4)
            resolution.answered(V4, *row.v4, {});
        if (row.v6)
            resolution.answered(V6, *row.v6, {});
        resolution.tick(Instant(10'000));
        CHECK(resolution.failure() == row.outcome);
    }
}

TEST_CASE("a name is asked for again after 5 s only where nothing at all was heard") {
    Resolution silent("a.test", Instant(0));
    CHECK(silent.toLookUp(Instant(0)).size() == 2);
    CHECK(silent.toLookUp(Instant(4999)).empty());
    CHECK(silent.wakeAt() == Instant(5000));
    CHECK(silent.toLookUp(Instant(5000)).size() == 2);
    CHECK(silent.toLookUp(Instant(9000)).empty());
    CHECK(silent.wakeAt() == Instant(10'000));

    Resolution half("a.test", Instant(0));
    half.toLookUp(Instant(0));
    half.answered(V4, LookupResult::Found, {"192.0.2.1"});
    CHECK(half.toLookUp(Instant(5000)).empty());
}

TEST_CASE("an answer that comes after our own time counts for nothing") {
    Resolution late("a.test", Instant(0));
    late.tick(Instant(10'000));
    late.answered(V4, LookupResult::Found, {"192.0.2.1"});
    CHECK_FALSE(late.hasAddress());
    CHECK(late.failure() == Outcome::DnsTimeout);
}
