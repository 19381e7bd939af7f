// RFC 2782, RFC 6186, RFC 8314 5.1 as a table.
#include "discovery/service_records.h"

#include "support/catch.h"

#include <string>

using namespace yomikae;

namespace {

const MailAddress Taro{"taro", "example.jp"};

const MailService& service(std::string_view label) {
    for (const MailService& one : mailServices())
        if (one.label == label)
            return one;
    throw std::string(label);
}

std::string shown(std::string_view label, const std::vector<ServiceRecord>& records) {
    std::string text;
    for (const TranslatedEndpoint& e : endpointsOf(service(label), records, Taro))
        text += (text.empty() ? "" : ", ") + toString(Endpoint{e.protocol, e.host, e.port, e.security});
    return text;
}

ProviderProfile hoster() {
    ProviderProfile profile;
    profile.id = "hoster";
    profile.domains = {"hoster.example"};
    profile.hostedMx = {"*.mx.hoster.example"};
    return profile;
}

} // namespace

TEST_CASE("each service name stands for its protocol and security") {
    struct Row {
        const char* label;
        std::uint16_t port;
        const char* endpoint;
    };
    const Row rows[] = {{"_pop3s._tcp", 995, "pop3 a.example.jp:995 tls"},
                        {"_pop3._tcp", 110, "pop3 a.example.jp:110 starttls"},
                        {"_imaps._tcp", 993, "imap a.example.jp:993 tls"},
                        {"_imap._tcp", 143, "imap a.example.jp:143 starttls"},
                        {"_submissions._tcp", 465, "smtp a.example.jp:465 tls"},
                        {"_submission._tcp", 587, "smtp a.example.jp:587 starttls"},
                        {"_submission._tcp", 465, "smtp a.example.jp:465 tls"},
                        {"_imaps._tcp", 9993, "imap a.example.jp:9993 tls"}};
    for (const Row& row : rows)
        CHECK(shown(row.label, {{"a.example.jp", row.port, 0, 0}}) == row.endpoint);
    CHECK(mailServices().size() == 6);
}

TEST_CASE("the least priority comes first, then the heavier, then the answer's order") {
    CHECK(shown("_imaps._tcp", {{"c.example.jp", 993, 20, 100},
                                {"b.example.jp", 993, 10, 1},
                                {"a.example.jp", 993, 10, 60},
                                {"d.example.jp", 993, 20, 100}}) ==
          "imap a.example.jp:993 tls, imap b.example.jp:993 tls, imap c.example.jp:993 tls, imap d.example.jp:993 tls");
}

TEST_CASE("targets that are no host names and port 0 are left out") {
    for (const char* target : {"", ".", "localhost", "192.0.2.1", "a b.example.jp", "a..example.jp", "*.example.jp"}) {
        CAPTURE(target);
        CHECK(shown("_imaps._tcp", {{target, 993, 0, 0}}).empty());
    }
    CHECK(shown("_imaps._tcp", {{"a.example.jp", 0, 0, 0}}).empty());
    CHECK(shown("_imaps._tcp", {{"A.Example.JP.", 993, 0, 0}}) == "imap a.example.jp:993 tls");
}

TEST_CASE("one record with the root as its target says that there is no such service") {
    const std::vector<ServiceRecord> root{{".", 0, 0, 0}}, empty{{"", 0, 0, 0}}, none, host{{"a.example.jp", 1, 0, 0}};
    CHECK(isNotOffered(root));
    CHECK(isNotOffered(empty));
    CHECK_FALSE(isNotOffered(none));
    CHECK_FALSE(isNotOffered(host));
}

TEST_CASE("an endless answer gives sixteen servers") {
    std::vector<ServiceRecord> records;
    for (int i = 0; i < 1000; ++i)
        records.push_back({"h" + std::to_string(i) + ".example.jp", 993, 0, 0});
    CHECK(endpointsOf(service("_imaps._tcp"), records, Taro).size() == 16);
}

TEST_CASE("DNS says no user name: the address, then what stands before the @") {
    const auto endpoints = endpointsOf(service("_imaps._tcp"), {{"a.example.jp", 993, 0, 0}}, Taro);
    REQUIRE(endpoints.size() == 1);
    CHECK(endpoints[0].usernames == std::vector<std::string>{"taro@example.jp", "taro"});
    CHECK(endpoints[0].origin == HostOrigin::Discovered);
    CHECK(endpoints[0].evidence == Evidence::Reported);
    CHECK(endpoints[0].source == "DNS SRV _imaps._tcp.example.jp");
}

TEST_CASE("the exchange that is asked first says whose servers they are") {
    const Catalog catalog({hoster()});
    const auto id = [&](const std::vector<MailExchange>& exchanges) {
        const ProviderProfile* found = hosterOf(exchanges, catalog);
        return found ? found->id : std::string();
    };
    CHECK(id({{"a.mx.hoster.example", 10}}) == "hoster");
    CHECK(id({{"A.MX.Hoster.Example.", 10}}) == "hoster");
    CHECK(id({{"filter.other.example", 5}, {"a.mx.hoster.example", 10}}).empty());
    CHECK(id({{"filter.other.example", 20}, {"a.mx.hoster.example", 10}}) == "hoster");
    CHECK(id({{"mx.hoster.example.evil.example", 10}}).empty());
    CHECK(id({{".", 0}}).empty());
    CHECK(id({}).empty());
}
