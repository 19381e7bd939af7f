// check --send-test as a person runs it, against the practice provider, and its parts.
#include "cli/send_test.h"

#include "program.h"
#include "support/catch.h"

#include <QElapsedTimer>

#include <nlohmann/json.hpp>

#include <csignal>
#include <string>

using namespace yomikae;
using test::Practice;
using test::Ran;
using test::Workplace;
using Json = nlohmann::ordered_json;

namespace {

Json sendTestOf(const Ran& ran) {
    INFO(ran.err);
    REQUIRE(Json::accept(ran.out));
    return Json::parse(ran.out)["send_test"];
}

std::vector<std::string> keysOf(const Json& object) {
    std::vector<std::string> keys;
    for (const auto& [key, value] : object.items())
        keys.push_back(key);
    return keys;
}

QStringList with(const Practice& practice, const QStringList& more) {
    return practice.checkArguments() + more;
}

SendTestResult result(SendTestOutcome outcome) {
    SendTestResult made;
    made.outcome = outcome;
    return made;
}

} // namespace

TEST_CASE("--send-test sends one message and finds it, with the keys of the contract") {
    const Workplace place;
    const Practice practice(place, "modern");
    const Ran ran = place.run(with(practice, {"--json", "--send-test"}));
    CHECK(ran.status == 0);
    const Json test = sendTestOf(ran);
    CHECK(keysOf(test) == std::vector<std::string>{"outcome", "sent", "smtp", "found", "seconds", "removed",
                                                   "marked_deleted", "reason", "looks", "message_id", "logins_refused",
                                                   "explanation"});
    CHECK(test["outcome"] == "found");
    CHECK(test["sent"] == true);
    CHECK(test["smtp"]["code"] == 250);
    CHECK(test["found"] == true);
    CHECK(test["seconds"].get<double>() >= 1.9);
    CHECK(test["seconds"].get<double>() < 10);
    CHECK(test["removed"] == false);
    const std::string id = test["message_id"];
    CHECK(id.find("@renshu.example>") != std::string::npos);
    CHECK(ran.out.find("renshu7436") == std::string::npos);
    CHECK(ran.err.find("renshu7436") == std::string::npos);
}

TEST_CASE("--remove-test-message takes the message away again, and no other") {
    const Workplace place;
    const Practice practice(place, "modern");
    const Ran kept = place.run(with(practice, {"--json", "--send-test"}));
    const Ran removed = place.run(with(practice, {"--json", "--send-test", "--remove-test-message"}));
    CHECK(removed.status == 0);
    CHECK(sendTestOf(removed)["removed"] == true);
    CHECK(sendTestOf(kept)["message_id"] != sendTestOf(removed)["message_id"]);
    const Ran text = place.run(with(practice, {"--lang", "en", "--send-test", "--remove-test-message", "--watch"}));
    CHECK(text.out.find("Sending and receiving") != std::string::npos);
    CHECK(text.out.find("and was removed") != std::string::npos);
    CHECK(text.err.find("sending the test message") != std::string::npos);
}

TEST_CASE("without --send-test nothing is sent, and nothing is said about it") {
    const Workplace place;
    const Practice practice(place, "modern");
    CHECK_FALSE(Json::parse(place.run(with(practice, {"--json"})).out).contains("send_test"));
}

TEST_CASE("--send-test without two proven logins sends nothing, says why and ends with no") {
    const Workplace place;
    const Practice modern(place, "modern");
    const Ran reachOnly = place.run(with(modern, {"--json", "--send-test", "--no-login"}));
    CHECK(reachOnly.status == 1);
    CHECK(sendTestOf(reachOnly)["outcome"] == "not-done");
    CHECK(sendTestOf(reachOnly)["reason"] == "no-login");
    CHECK(sendTestOf(reachOnly)["sent"] == false);
    CHECK(sendTestOf(reachOnly)["smtp"].is_null());

    const Practice wrong(place, "wrong-password");
    const Ran refused = place.run(with(wrong, {"--json", "--send-test", "--max-refused", "1"}));
    CHECK(refused.status == 1);
    CHECK(sendTestOf(refused)["reason"] == "not-proven");
}

TEST_CASE("--send-test without a password says that this is why") {
    const Workplace place;
    const Practice practice(place, "modern");
    const Ran ran = place.shell(
        QStringLiteral("sed 's/renshu7436/********/' %1 > masked.json; \"$cli\" check masked.json %2 "
                       "--json --send-test </dev/null")
            .arg(practice.file("certificate.json"), practice.checkArguments().mid(2).join(QLatin1Char(' '))));
    CHECK(ran.status == 1);
    CHECK(sendTestOf(ran)["reason"] == "no-password");
}

TEST_CASE("options that do not go with --send-test are told before anything connects") {
    const Workplace place;
    place.write("rows.csv", "mail_address\n");
    place.write("paper.json", R"({"mail_address": "taro@renshu.example"})");
    for (const QStringList& arguments : {QStringList{"check", "paper.json", "--remove-test-message"},
                                         QStringList{"check", "--batch", "rows.csv", "--send-test"}}) {
        const Ran ran = place.run(arguments + QStringList{"--lang", "en"});
        CHECK(ran.status == 2);
        CHECK(ran.err.find("--send-test") != std::string::npos);
    }
}

TEST_CASE("what --send-test printed can be handed to sheet") {
    const Workplace place;
    const Practice practice(place, "modern");
    place.write("check.json", QByteArray::fromStdString(place.run(with(practice, {"--json", "--send-test"})).out));
    const Ran sheet = place.run({"sheet", "check.json", "--to", "sheet.txt", "--lang", "en"});
    CHECK(sheet.status == 0);
    CHECK(sheet.err.find("send_test") == std::string::npos);
    CHECK(place.read("sheet.txt").contains("pop.renshu.example"));
}

TEST_CASE("Ctrl-C while the message is waited for ends it within half a second, and says that it was sent") {
    const Workplace place;
    const Practice practice(place, "modern");
    QElapsedTimer since;
    const Ran ran =
        place.watch(with(practice, {"--json", "--send-test", "--watch", "--lang", "en"}), [&](QProcess& running) {
            QByteArray told;
            while (!told.contains("was sent; looking") && running.waitForReadyRead(20'000))
                told += running.readAllStandardError();
            since.start();
            ::kill(static_cast<pid_t>(running.processId()), SIGINT);
            running.waitForFinished(5'000);
            CHECK(since.elapsed() < 500);
        });
    CHECK(ran.status == 3);
    const Json test = sendTestOf(ran);
    CHECK(test["outcome"] == "cancelled");
    CHECK(test["sent"] == true);
    CHECK(test["explanation"]["en"].get<std::string>().find("spam folder") != std::string::npos);
}

TEST_CASE("the exit status is the check's own unless the test failed") {
    CHECK(cli::statusWith(std::nullopt, 0) == 0);
    CHECK(cli::statusWith(std::nullopt, 1) == 1);
    CHECK(cli::statusWith(result(SendTestOutcome::Found), 0) == 0);
    for (const SendTestOutcome failed :
         {SendTestOutcome::NotDone, SendTestOutcome::NotSent, SendTestOutcome::Refused, SendTestOutcome::Deferred,
          SendTestOutcome::Unclear, SendTestOutcome::SentNotLooked, SendTestOutcome::SentNotFound})
        CHECK(cli::statusWith(result(failed), 0) == 1);
    CHECK(cli::statusWith(result(SendTestOutcome::Cancelled), 0) == 3);
    CHECK(cli::statusWith(result(SendTestOutcome::Found), 3) == 3);
}

TEST_CASE("what nobody knows is null in JSON") {
    SendTestResult unclear = result(SendTestOutcome::Unclear);
    unclear.sent = std::nullopt;
    unclear.at = Delivery::At::Text;
    Json json;
    cli::addSendTest(json, unclear);
    CHECK(json["send_test"]["sent"].is_null());
    CHECK(json["send_test"]["smtp"]["code"].is_null());
    CHECK(json["send_test"]["seconds"].is_null());
}
