#include "cli/json_in.h"
#include "cli/json_out.h"

#include "support/catch.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>

using namespace yomikae;
using namespace yomikae::cli;

namespace {

FieldChange change(Field field, std::string paper, std::string now, Change kind) {
    FieldChange out;
    out.field = field;
    out.paper = std::move(paper);
    out.now = std::move(now);
    out.change = kind;
    out.reason = {"given-text", {{"text.ja", "理由です。"}, {"text.en", "A reason."}}};
    return out;
}

Translation translation() {
    Translation out;
    out.provider = "plala";
    out.providerNames = {"ぷらら", "Plala"};
    out.status = ServiceStatus{ServiceState::Closing, partialDate("2028-03-31"), "", {"終わります。", "It ends."}, {}};
    out.mailAddress = "taro@agate.plala.or.jp";
    out.passwordGiven = true;
    for (int field = 0; field <= static_cast<int>(Field::OutgoingAccount); ++field)
        out.changes.push_back(change(static_cast<Field>(field), "", "", Change::Unknown));
    out.changes[0] = change(Field::MailAddress, "taro@agate.plala.or.jp", "taro@agate.plala.or.jp", Change::Kept);
    out.changes[1] = change(Field::MailPassword, "", "", Change::Kept);
    out.changes[3] = change(Field::PopServer, "agate.mail.plala.or.jp", "secure.plala.or.jp", Change::Changed);
    out.changes[3].evidence = Evidence::Unsourced;
    out.steps.push_back(
        {"ssl", {"SSLを入れます。", "Switch SSL on."}, {}, {}, "https://example.test/", Protocol::Pop3});
    return out;
}

Attempt attempt(Protocol protocol, std::uint16_t port, Outcome outcome) {
    Attempt out;
    out.candidate.endpoint = {protocol, "secure.plala.or.jp", port, Security::ImplicitTls};
    out.outcome = outcome;
    out.stage = Stage::Done;
    out.address = "192.0.2.1";
    out.serverText = "+OK Logged in.";
    out.username = "taro@agate.plala.or.jp";
    out.mechanism = Mechanism::Plain;
    out.took = Milliseconds(312);
    TlsFacts tls;
    tls.handshakeDone = true;
    tls.version = "TLSv1.3";
    tls.leaf.sha256 = std::string(64, 'a');
    tls.leaf.subject = "CN=secure.plala.or.jp";
    tls.leaf.notAfter = WallTime(std::chrono::seconds(1'795'000'000));
    out.tls = tls;
    return out;
}

RunReport report() {
    RunReport out;
    out.attempts = {attempt(Protocol::Pop3, 995, Outcome::LoginOk), attempt(Protocol::Smtp, 465, Outcome::LoginOk)};
    out.passwordGiven = true;
    out.firstAnswer = Milliseconds(340);
    out.elapsed = Milliseconds(2110);
    return out;
}

Judgement judgement() {
    Judgement out;
    out.verdict = Verdict::Works;
    out.summary = {"verdict-works", {}};
    out.incoming = Proven{Proven::How::Login, 0};
    out.outgoing = Proven{Proven::How::Login, 1};
    out.explanations = {{"given-text", {{"text.ja", "よし"}, {"text.en", "good"}}},
                        {"given-text", {{"text.ja", "よし"}, {"text.en", "good"}}}};
    return out;
}

nlohmann::ordered_json whole() {
    return toJson(translation(), report(), judgement(), "2026-11-24T05:03:00Z");
}

std::vector<Problem> problemsAfter(const std::string& pointer, const nlohmann::ordered_json& value) {
    auto json = whole();
    json[nlohmann::ordered_json::json_pointer(pointer)] = value;
    return readCheck(jsonText(json), "check.json").problems;
}

} // namespace

TEST_CASE("a check's JSON has the keys of the contract and never a password") {
    const auto json = whole();
    CHECK(json["verdict"] == "works");
    CHECK(json["incoming"]["port"] == 995);
    CHECK(json["incoming"]["mechanism"] == "PLAIN");
    CHECK(json["incoming"]["proven"] == "login");
    CHECK(json["incoming"]["tls"]["version"] == "TLSv1.3");
    CHECK(json["attempts"].size() == 2);
    CHECK(json["attempts"][0]["outcome"] == "login-ok");
    CHECK(json["attempts"][0]["explanation"]["en"] == "good");
    CHECK(json["first_answer_ms"] == 340);
    CHECK(json["status"]["until"] == "2028-03-31");
    CHECK(json["changes"].size() == 11);
    CHECK(json["changes"][1]["field"] == "mail_password");
    CHECK(json["changes"][1]["now"].is_null());
    CHECK(json["changes"][1]["given"] == true);
}

TEST_CASE("all faults of a certificate are listed by the words of the outcomes") {
    auto seen = report();
    seen.attempts[0].tls->faults = {CertificateFault::NameMismatch, CertificateFault::Expired};
    const auto json = toJson(translation(), seen, judgement(), "");
    CHECK(json["attempts"][0]["facts"]["faults"] == nlohmann::ordered_json({"cert-name-mismatch", "cert-expired"}));
}

TEST_CASE("what a server said in no character set at all still gives valid JSON") {
    auto seen = report();
    seen.attempts[0].serverText = "\x82\xb1\xff";
    const std::string text = jsonText(toJson(translation(), seen, judgement(), ""));
    CHECK(nlohmann::json::accept(text));
}

TEST_CASE("the output of a check comes back as it went out") {
    const auto back = readCheck(jsonText(whole()), "check.json");
    REQUIRE(back.problems.empty());
    REQUIRE(back);
    CHECK(back->translation.mailAddress == "taro@agate.plala.or.jp");
    CHECK(back->translation.passwordGiven);
    CHECK(back->translation.changes.size() == 11);
    CHECK(back->translation.steps == translation().steps);
    CHECK(back->report->attempts[1].candidate.endpoint == report().attempts[1].candidate.endpoint);
    CHECK(back->report->attempts[0].tls->leaf.notAfter == report().attempts[0].tls->leaf.notAfter);
    CHECK(back->judgement->verdict == Verdict::Works);
    CHECK(back->judgement->outgoing == Proven{Proven::How::Login, 1});
    CHECK(back->password.empty());
    CHECK(jsonText(toJson(back->translation, *back->report, *back->judgement, back->madeAt)) != "");
    CHECK(say(back->judgement->summary, Language::Japanese) == say(judgement().summary, Language::Japanese));
}

TEST_CASE("an attempt in reserve goes out and comes back as one") {
    auto seen = report();
    seen.attempts[0].candidate.reserve = true;
    const auto json = toJson(translation(), seen, judgement(), "");
    CHECK(json["attempts"][0]["facts"]["reserve"] == true);
    CHECK_FALSE(json["attempts"][1]["facts"].contains("reserve"));
    const auto back = readCheck(jsonText(json), "check.json");
    REQUIRE(back);
    CHECK(back->report->attempts[0].candidate.reserve);
    CHECK_FALSE(back->report->attempts[1].candidate.reserve);
}

TEST_CASE("what a second handshake under lax rules showed, and when to try again, go out and come back") {
    auto seen = report();
    TlsFacts old;
    old.handshakeDone = true;
    old.version = "TLSv1";
    old.cipher = "AES256-SHA";
    old.leaf.sha256 = std::string(64, 'b');
    old.leaf.notAfter = WallTime(std::chrono::seconds(1'700'000'000));
    seen.attempts[1].laxTls = old;
    seen.loginAgainIn = Milliseconds(90'500);
    const auto json = toJson(translation(), seen, judgement(), "");
    CHECK(json["attempts"][1]["facts"]["lax_tls"]["version"] == "TLSv1");
    CHECK(json["attempts"][1]["facts"]["tls"]["version"] == "TLSv1.3");
    CHECK_FALSE(json["attempts"][0]["facts"].contains("lax_tls"));
    CHECK(json["login_again_in_s"] == 91);
    CHECK(whole()["login_again_in_s"].is_null());
    const auto back = readCheck(jsonText(json), "check.json");
    REQUIRE(back);
    CHECK(back->report->attempts[1].laxTls == old);
    CHECK_FALSE(back->report->attempts[0].laxTls);
    CHECK(back->report->loginAgainIn == std::chrono::seconds(91));
    CHECK_FALSE(readCheck(jsonText(whole()), "check.json")->report->loginAgainIn);
}

TEST_CASE("what was known before a run in which nothing worked comes back for the sheet") {
    auto json = whole();
    json["verdict"] = "nothing-works";
    json["incoming"] = json["outgoing"] = nullptr;
    for (auto& attempt : json["attempts"])
        attempt["outcome"] = "dns-not-found";
    const auto back = readCheck(jsonText(json), "check.json");
    REQUIRE(back);
    REQUIRE(back->translation.incoming.size() == 1);
    CHECK(back->translation.incoming[0].host == "secure.plala.or.jp");
    CHECK(back->translation.incoming[0].port == 995);
    CHECK(back->translation.incoming[0].security == Security::ImplicitTls);
    CHECK(back->translation.outgoing.empty()); // its server is not known, though one was tried
    json["provider"] = nullptr;                // then a host is only as good as its evidence
    for (auto& change : json["changes"])
        change["evidence"] = "unsourced";
    CHECK(readCheck(jsonText(json), "check.json")->translation.incoming.empty());
}

TEST_CASE("steps come back as steps, and what waits for a yes as that") {
    auto seen = report();
    auto told = judgement();
    seen.attempts[0].consent = ConsentNeeded{ConsentKind::Cleartext, seen.attempts[0].candidate.endpoint, {}};
    told.advice = {{"advice-step-url", {{"step.ja", "先に"}, {"step.en", "First"}, {"url", "https://example.jp/"}}},
                   {"advice-consent-cleartext", {{"host", "pop.example.jp"}, {"port", "110"}}},
                   {"advice-typing", {}}};
    const auto back = readCheck(jsonText(toJson(translation(), seen, told, "")), "check.json");
    REQUIRE(back);
    CHECK(back->report->attempts[0].consent == seen.attempts[0].consent);
    REQUIRE(back->judgement->advice.size() == 3);
    CHECK(back->judgement->advice[0].code == "advice-step");
    CHECK(say(back->judgement->advice[0], Language::English) == "First https://example.jp/");
    CHECK(back->judgement->advice[1].code == "advice-consent-cleartext");
    CHECK(say(back->judgement->advice[2], Language::English) == say(told.advice[2], Language::English));
}

TEST_CASE("a text that is empty in one language or in both comes back empty") {
    auto json = whole();
    json["status"]["note"] = {{"ja", ""}, {"en", ""}};
    const auto back = readCheck(jsonText(json), "check.json");
    REQUIRE(back);
    CHECK(back->translation.status->note == Text{});
    CHECK(toJson(back->translation)["status"]["note"].is_null());
    json["status"]["note"] = nullptr;
    CHECK(readCheck(jsonText(json), "check.json")->translation.status->note == Text{});
}

TEST_CASE("a check's output is told apart from a certificate") {
    CHECK(looksLikeCheck(jsonText(whole())));
    CHECK_FALSE(looksLikeCheck("{\"format\": 1, \"mail_address\": \"taro@agate.plala.or.jp\"}"));
    CHECK_FALSE(looksLikeCheck("メールアドレス taro@agate.plala.or.jp"));
}

TEST_CASE("an edited result is checked like any input") {
    CHECK(problemsAfter("/attempts/0/port", 65646).at(0).place.pointer == "/attempts/0/port");
    CHECK(problemsAfter("/attempts/0/host", "evil host").at(0).code == "input-not-a-host");
    CHECK(problemsAfter("/verdict", "fine").at(0).code == "json-not-allowed");
    CHECK(problemsAfter("/changes/0/field", "address").at(0).code == "json-not-allowed");
    CHECK(problemsAfter("/surprise", 1).at(0).code == "json-unknown-key");
    CHECK(problemsAfter("/summary/ja", "改行\nあり").at(0).code == "json-text");
}

TEST_CASE("a proof that no attempt bears out is refused") {
    const auto problems = problemsAfter("/incoming/port", 110);
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].code == "check-proven-without-attempt");
    CHECK(problemsAfter("/attempts/0/outcome", "auth-rejected").at(0).code == "check-proven-without-attempt");
}
