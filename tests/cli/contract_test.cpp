// The keys of the command line's JSON are a contract: their names and their order, in real outputs.
#include "program.h"
#include "support/catch.h"
#include "support/files.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

using namespace yomikae;
using test::Practice;
using test::Workplace;
using Json = nlohmann::ordered_json;
using Keys = std::vector<std::string>;

namespace {

/// The first keys of an object, as many as the contract names; further ones may follow.
Keys leading(const Json& object, std::size_t count) {
    Keys keys;
    for (const auto& [key, value] : object.items())
        if (keys.size() < count)
            keys.push_back(key);
    return keys;
}

void checkKeys(const Json& object, const Keys& contract) {
    CHECK(leading(object, contract.size()) == contract);
}

Json output(const Workplace& place, const QStringList& arguments) {
    const auto ran = place.run(arguments);
    INFO(ran.err);
    REQUIRE(Json::accept(ran.out));
    return Json::parse(ran.out);
}

const Keys Endpoint{"protocol", "host", "port", "security", "mechanisms", "usernames", "evidence", "recommended"};
const Keys Proven{"protocol", "host", "port", "security", "mechanism", "username", "tls", "proven"};
const Keys Tls{"version", "cipher", "subject", "issuer", "not_after", "sha256"};
const Keys Attempt{"protocol", "host", "address",     "port",  "security",   "outcome",
                   "stage",    "ms",   "server_text", "facts", "explanation"};

} // namespace

TEST_CASE("translate --json has the keys of the contract, in its order") {
    const Workplace place;
    place.write("paper.json", QByteArray::fromStdString(test::sourceFile("tests/papers/plala-sample.json")));
    const Json result = output(place, {"translate", "paper.json", "--json"});
    checkKeys(result, {"provider", "status", "changes", "incoming", "outgoing", "steps", "questions", "doubts"});
    checkKeys(result["status"], {"state", "until", "note"});
    checkKeys(result["status"]["note"], {"ja", "en"});
    const Keys fields{"mail_address",      "mail_password",           "mail_account",    "pop_server",
                      "pop_port",          "incoming_security",       "smtp_server",     "smtp_port",
                      "outgoing_security", "outgoing_authentication", "outgoing_account"};
    Keys found;
    for (const Json& change : result["changes"]) {
        checkKeys(change, {"field", "paper", "now", "change", "reason", "since", "evidence", "source"});
        checkKeys(change["reason"], {"code", "ja", "en"});
        found.push_back(change["field"]);
    }
    CHECK(found == fields);
    CHECK(result["changes"][1]["paper"].is_null());
    CHECK(result["changes"][1]["now"].is_null());
    CHECK(result["changes"][1]["given"] == true);
    for (const char* direction : {"incoming", "outgoing"})
        for (const Json& endpoint : result[direction])
            checkKeys(endpoint, Endpoint);
    REQUIRE_FALSE(result["steps"].empty());
    checkKeys(result["steps"][0], {"ja", "en", "url", "for"});
    REQUIRE_FALSE(result["doubts"].empty());
    checkKeys(result["doubts"][0], {"code", "ja", "en", "line"});
}

TEST_CASE("an endpoint that waits for an answer has no host, and its question has the keys of the contract") {
    const Workplace place;
    place.write("paper.json", R"({"mail_address": "taro@example.com", "provider": "sakura"})");
    const Json result = output(place, {"translate", "paper.json", "--json"});
    REQUIRE_FALSE(result["questions"].empty());
    checkKeys(result["questions"][0], {"key", "ja", "en", "example"});
    bool waits = false;
    for (const Json& endpoint : result["incoming"])
        if (endpoint["host"].is_null()) {
            waits = true;
            checkKeys(endpoint, {"protocol", "host", "needs", "port", "security"});
            CHECK(endpoint["needs"] == result["questions"][0]["key"]);
        }
    CHECK(waits);
}

TEST_CASE("an unknown provider is null and nothing is invented") {
    const Workplace place;
    place.write("paper.json", R"({"mail_address": "taro@nobody.example", "pop_server": "old.nobody.example"})");
    const Json result = output(place, {"translate", "paper.json", "--json"});
    CHECK(result["provider"].is_null());
    CHECK(result["status"].is_null());
    CHECK(result["outgoing"].empty());
    for (const Json& endpoint : result["incoming"]) {
        CHECK(endpoint["host"] == "old.nobody.example");
        CHECK(endpoint["evidence"] == "dated");
        CHECK(endpoint["recommended"] == false);
    }
    CHECK(place.run({"translate", "paper.json"}).status == 1);
}

TEST_CASE("check --json has the keys of the contract, in its order") {
    const Workplace place;
    const Practice practice(place, "modern");
    const Json result = output(place, practice.checkArguments() + QStringList{"--json"});
    Keys own;
    for (const auto& [key, value] : result.items())
        if (key == "verdict" || !own.empty())
            own.push_back(key);
    own.resize(7);
    CHECK(own ==
          Keys{"verdict", "incoming", "outgoing", "attempts", "logins_refused", "first_answer_ms", "elapsed_ms"});
    for (const char* key : {"provider", "status", "changes", "steps", "questions", "doubts"})
        CHECK(result.contains(key));
    for (const char* direction : {"incoming", "outgoing"}) {
        checkKeys(result[direction], Proven);
        checkKeys(result[direction]["tls"], Tls);
        CHECK(result[direction]["proven"] == "login");
    }
    for (const Json& attempt : result["attempts"]) {
        checkKeys(attempt, Attempt);
        checkKeys(attempt["explanation"], {"ja", "en"});
    }
}

TEST_CASE("a provider that has ended gets no attempt at all") {
    const Workplace place;
    place.write("paper.json", R"({"mail_address": "taro@goo.jp", "mail_password": "himitsu"})");
    const auto ran = place.run({"check", "paper.json", "--json"});
    CHECK(ran.status == 1);
    const Json result = Json::parse(ran.out);
    CHECK(result["verdict"] == "provider-ended");
    CHECK(result["attempts"].empty());
    CHECK(result["status"]["state"] == "ended");
}

TEST_CASE("providers --json lists who is known, and show gives all of one") {
    const Workplace place;
    const Json list = output(place, {"providers", "--json"});
    REQUIRE(list["providers"].size() > 40);
    for (const Json& row : list["providers"])
        checkKeys(row, {"id", "names", "domains", "status", "evidence", "checked"});
    for (const char* word : {"plala", "agate.plala.or.jp", "taro@agate.plala.or.jp"})
        CHECK(output(place, {"providers", "show", word, "--json"})["id"] == "plala");
}

TEST_CASE("read --json gives a certificate and doubts") {
    const Workplace place;
    place.write("paper.txt", QByteArray::fromStdString(test::sourceFile("tests/papers/plala-sample.txt")));
    const Json result = output(place, {"read", "paper.txt", "--json"});
    checkKeys(result, {"certificate", "doubts"});
    checkKeys(result["certificate"], {"format", "issued", "mail_address", "mail_account", "mail_password", "pop_server",
                                      "pop_port", "smtp_server", "smtp_port"});
    CHECK(result["certificate"]["mail_password"] == "********");
    checkKeys(result["doubts"][0], {"code", "ja", "en", "line"});
}
