// Every end of a message to oneself has a sentence of its own, in both languages.
#include "support/catch.h"
#include "verdict/explain_send_test.h"
#include "words/words.h"

#include <set>

using namespace yomikae;
using namespace std::chrono_literals;

namespace {

SendTestResult result(SendTestOutcome outcome, const char* reason = "", std::optional<bool> sent = true) {
    SendTestResult made;
    made.outcome = outcome;
    made.reason = reason;
    made.sent = sent;
    made.serverText = "550 5.7.1 no";
    made.found = outcome == SendTestOutcome::Found;
    if (made.found)
        made.after = 2400ms;
    return made;
}

} // namespace

TEST_CASE("each end of a message to oneself has a sentence of its own") {
    using O = SendTestOutcome;
    SendTestResult removed = result(O::Found);
    removed.removed = true;
    SendTestResult marked = result(O::Found, "no-uidplus");
    marked.marked = true;
    const std::pair<SendTestResult, const char*> rows[] = {
        {result(O::Found), "send-test-found"},
        {removed, "send-test-found-removed"},
        {marked, "send-test-found-marked"},
        {result(O::Found, "not-confirmed"), "send-test-found-not-removed"},
        {result(O::Found, "auth-rejected"), "send-test-found-not-removed"},
        {result(O::SentNotFound), "send-test-sent-not-found"},
        {result(O::SentNotLooked, "connect-timeout"), "send-test-sent-not-looked"},
        {result(O::SentNotLooked, "mailbox"), "send-test-sent-not-looked"},
        {result(O::SentNotLooked, "auth-rejected"), "send-test-sent-not-looked-login"},
        {result(O::SentNotLooked, "top"), "send-test-sent-not-looked-top"},
        {result(O::SentNotLooked, "login-delay"), "send-test-sent-not-looked-login-delay"},
        {result(O::Unclear, "", std::nullopt), "send-test-unclear"},
        {result(O::Refused, "", false), "send-test-refused"},
        {result(O::Deferred, "", false), "send-test-deferred"},
        {result(O::NotSent, "connect-timeout", false), "send-test-not-sent"},
        {result(O::NotSent, "cut", false), "send-test-not-sent"},
        {result(O::NotSent, "auth-rejected", false), "send-test-not-sent-login"},
        {result(O::NotSent, "account-locked", false), "send-test-not-sent-login"},
        {result(O::Cancelled, "", false), "send-test-cancelled"},
        {result(O::Cancelled, "", true), "send-test-cancelled-sent"},
        {result(O::Cancelled, "", std::nullopt), "send-test-cancelled-unclear"},
        {result(O::NotDone, "no-login", false), "send-test-not-done-no-login"},
        {result(O::NotDone, "no-password", false), "send-test-not-done-no-password"},
        {result(O::NotDone, "not-proven", false), "send-test-not-done-not-proven"},
        {result(O::NotDone, "sender-refused", false), "send-test-not-done-sender-refused"},
        {result(O::NotDone, "mailbox", false), "send-test-not-done-mailbox"},
        {result(O::NotDone, "address", false), "send-test-not-done-address"},
        {result(O::NotDone, "budget", false), "send-test-not-done-budget"},
    };
    for (const auto& [facts, code] : rows) {
        const Message message = explainSendTest(facts);
        CHECK(message.code == code);
        for (const Language language : {Language::Japanese, Language::English}) {
            CAPTURE(message.code);
            CHECK(say(message, language) != message.code);
            CHECK(say(message, language).find('{') == std::string::npos);
        }
    }
}

TEST_CASE("the time until it was found is said in seconds, never in none") {
    SendTestResult facts = result(SendTestOutcome::Found);
    CHECK(say(explainSendTest(facts), Language::English) == "The message to yourself arrived after about 2 s.");
    facts.after = 0ms;
    CHECK(say(explainSendTest(facts), Language::English) == "The message to yourself arrived after about 1 s.");
}

TEST_CASE("a refusal is told in the server's words") {
    CHECK(say(explainSendTest(result(SendTestOutcome::Refused, "", false)), Language::English).find("550 5.7.1 no") !=
          std::string::npos);
}
