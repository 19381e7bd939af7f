// Which login may go out next, as a table: what came before, and the answer.
#include "probe/login_budget.h"

#include "support/catch.h"

#include <vector>

using namespace yomikae;

namespace {

using M = Mechanism;

Candidate to(const std::string& host, Protocol protocol, std::vector<std::string> usernames,
             std::vector<Mechanism> mechanisms = {}) {
    Candidate made;
    made.endpoint = {protocol, host, 995, Security::ImplicitTls};
    made.usernames = std::move(usernames);
    made.mechanisms = std::move(mechanisms);
    return made;
}

/// A login that was made, and what it came to.
struct Before {
    std::string host;
    Protocol protocol;
    std::string username;
    Outcome outcome;
    std::optional<Mechanism> mechanism = M::Plain;
    int passwordsSent = 1;
    std::string responseCode = {};
};

struct Row {
    const char* sentence;
    std::vector<Before> before;
    Candidate next;
    std::string answer; ///< "taro", "taro CRAM-MD5", or "! locked"
};

constexpr auto Pop = Protocol::Pop3;
constexpr auto Smtp = Protocol::Smtp;

const std::vector<Row> Rows = {
    {"the first form of the profile first", {}, to("a", Pop, {"taro", "taro@x"}), "taro"},
    {"after a refusal the next form",
     {{"a", Pop, "taro", Outcome::AuthRejected}},
     to("a", Pop, {"taro", "taro@x"}),
     "taro@x"},
    {"a refused form is not tried at another server either",
     {{"a", Pop, "taro", Outcome::AuthRejected}},
     to("b", Protocol::Imap, {"taro"}),
     "! same-login"},
    {"another mechanism only where the profile names it",
     {{"a", Pop, "taro", Outcome::AuthRejected}},
     to("a", Pop, {"taro"}, {M::Plain, M::CramMd5}),
     "taro CRAM-MD5"},
    {"another form comes before another mechanism",
     {{"a", Pop, "taro", Outcome::AuthRejected}},
     to("a", Pop, {"taro", "taro@x"}, {M::Plain, M::CramMd5}),
     "taro@x PLAIN CRAM-MD5"},
    {"a mechanism that nobody knows cannot be avoided",
     {{"a", Pop, "taro", Outcome::AuthRejected, std::nullopt}},
     to("a", Pop, {"taro"}, {M::Plain, M::CramMd5}),
     "! same-login"},
    {"two refusals are the end, whatever forms are left",
     {{"a", Pop, "taro", Outcome::AuthRejected}, {"a", Smtp, "taro@x", Outcome::AuthRejected}},
     to("a", Pop, {"hanako"}),
     "! budget"},
    {"nonsense in answer to the password may have been a refusal: it counts",
     {{"a", Pop, "taro", Outcome::ProtocolError}, {"b", Pop, "taro@x", Outcome::LimitExceeded}},
     to("c", Pop, {"hanako"}),
     "! budget"},
    {"a cut line may have been a refusal: it counts",
     {{"a", Pop, "taro", Outcome::AuthUnclear}, {"b", Pop, "taro@x", Outcome::AuthRejected}},
     to("c", Pop, {"hanako"}),
     "! budget"},
    {"a server that cut the line is not asked again with another form",
     {{"a", Pop, "taro", Outcome::AuthUnclear}},
     to("a", Pop, {"taro@x"}),
     "! same-login"},
    {"a time-out behind the password is as unclear",
     {{"a", Pop, "taro", Outcome::StageTimeout}},
     to("b", Smtp, {"taro"}),
     "! same-login"},
    {"temporary trouble at one door leaves the other open",
     {{"a", Pop, "taro", Outcome::TryLater}},
     to("a", Smtp, {"taro"}),
     "taro"},
    {"temporary trouble is not tried again with the password",
     {{"a", Pop, "taro", Outcome::TryLater}},
     to("a", Pop, {"taro"}),
     "! same-login"},
    {"a lock-out ends it at once", {{"a", Pop, "taro", Outcome::AccountLocked}}, to("b", Smtp, {"taro"}), "! locked"},
    {"the form that worked goes first",
     {{"a", Pop, "taro@x", Outcome::LoginOk}},
     to("b", Smtp, {"taro", "taro@x"}),
     "taro@x"},
    {"a form that worked but is none of this server's is not forced on it",
     {{"a", Pop, "taro@x", Outcome::LoginOk}},
     to("b", Smtp, {"ab12345"}),
     "ab12345"},
    {"a mailbox in use was opened by the right password",
     {{"a", Pop, "taro@x", Outcome::MailboxBusy, M::Plain, 1, "IN-USE"}},
     to("b", Smtp, {"taro", "taro@x"}),
     "taro@x"},
    {"a mailbox in use is not asked for again by another port",
     {{"a", Pop, "taro@x", Outcome::MailboxBusy, M::Plain, 1, "IN-USE"}},
     to("a", Pop, {"taro@x"}),
     "! mailbox-busy"},
    {"nor at another host or in another protocol: the mailbox is the same one",
     {{"a", Pop, "taro@x", Outcome::MailboxBusy, M::Plain, 1, "IN-USE"}},
     to("b", Protocol::Imap, {"taro@x", "taro"}),
     "! mailbox-busy"},
    {"a server for sending that is busy leaves receiving open",
     {{"a", Smtp, "taro@x", Outcome::MailboxBusy, M::Plain, 1, "IN-USE"}},
     to("a", Pop, {"taro@x"}),
     "taro@x"},
    {"but is not asked again with the password",
     {{"a", Smtp, "taro@x", Outcome::MailboxBusy, M::Plain, 1, "IN-USE"}},
     to("a", Smtp, {"taro@x"}),
     "! same-login"},
    {"once the password is known to be right, a form that failed elsewhere may be right here",
     {{"a", Pop, "taro", Outcome::AuthRejected}, {"a", Pop, "taro@x", Outcome::LoginOk}},
     to("b", Smtp, {"taro"}),
     "taro"},
    {"but never again at the host that refused it",
     {{"a", Pop, "taro", Outcome::AuthRejected}, {"a", Pop, "taro@x", Outcome::LoginOk}},
     to("a", Smtp, {"taro"}),
     "! same-login"},
    {"a busy mailbox told in words alone proves no password",
     {{"a", Pop, "taro@x", Outcome::MailboxBusy}},
     to("b", Smtp, {"taro", "taro@x"}),
     "taro"},
    {"a mechanism that the server did not know before the password went out is no refusal",
     {{"a", Pop, "taro", Outcome::AuthMechanismUnsupported, M::Plain, 0}},
     to("b", Smtp, {"taro"}),
     "taro"},
    {"behind the password it is one",
     {{"a", Pop, "taro", Outcome::AuthMechanismUnsupported}},
     to("b", Smtp, {"taro"}),
     "! same-login"},
    {"a server that refused more than the login is not asked again with another form",
     {{"a", Pop, "taro", Outcome::ServerRefused}},
     to("a", Pop, {"taro@x"}),
     "! same-login"},
    {"nor is the refused form sent to another server",
     {{"a", Pop, "taro", Outcome::ServerRefused}},
     to("b", Smtp, {"taro"}),
     "! same-login"},
    {"two passwords without a yes are the end, whatever was said to them",
     {{"a", Pop, "taro", Outcome::ServerRefused}, {"b", Smtp, "taro@x", Outcome::PlaintextRefused}},
     to("c", Pop, {"hanako"}),
     "! budget"},
    {"both passwords of one connection count",
     {{"a", Pop, "taro", Outcome::AuthRejected, M::UserPass, 2}},
     to("b", Pop, {"hanako"}),
     "! budget"},
    {"where the person must act first, no other server is asked, in no form",
     {{"a", Pop, "taro", Outcome::AuthNeedsAction}},
     to("b", Protocol::Imap, {"taro@x"}),
     "! same-login"},
    {"also where that was said before the password went out",
     {{"a", Smtp, "taro", Outcome::AuthNeedsAction, M::Plain, 0}},
     to("b", Smtp, {"taro"}),
     "! same-login"},
    {"which leaves the other direction open to another form",
     {{"a", Pop, "taro", Outcome::AuthNeedsAction}},
     to("a", Smtp, {"taro", "taro@x"}),
     "taro@x"},
    {"a time-out before the password is no refusal",
     {{"a", Pop, "taro", Outcome::StageTimeout, M::Plain, 0}},
     to("a", Smtp, {"taro"}),
     "taro"},
    {"but that server is not asked again",
     {{"a", Pop, "taro", Outcome::StageTimeout, M::Plain, 0}},
     to("a", Pop, {"taro@x"}),
     "! same-login"},
};

LoginBudget after(const std::vector<Before>& logins, int most = 2) {
    LoginBudget budget(most);
    for (const Before& login : logins) {
        Attempt attempt;
        attempt.candidate = to(login.host, login.protocol, {login.username});
        attempt.username = login.username;
        attempt.outcome = login.outcome;
        attempt.mechanism = login.mechanism;
        attempt.passwordsSent = login.passwordsSent;
        attempt.responseCode = login.responseCode;
        budget.begin();
        budget.ended(attempt, Instant(1000));
    }
    return budget;
}

std::string answer(const LoginBudget& budget, const Candidate& candidate) {
    std::string_view why;
    const auto choice = budget.choose(candidate, &why);
    if (!choice)
        return "! " + std::string(why);
    std::string text = choice->username;
    for (const Mechanism mechanism : choice->mechanisms)
        text += " " + std::string(name(mechanism));
    return text;
}

} // namespace

TEST_CASE("the budget says which login may go out by itself") {
    for (const Row& row : Rows) {
        INFO(row.sentence);
        CHECK(answer(after(row.before), row.next) == row.answer);
    }
}

TEST_CASE("a budget of one refusal is spent by one") {
    CHECK(answer(after({{"a", Pop, "taro", Outcome::AuthRejected}}, 1), to("a", Pop, {"taro@x"})) == "! budget");
}

TEST_CASE("a pause of 5 s follows each refusal, and none follows a success") {
    CHECK(after({{"a", Pop, "taro", Outcome::AuthRejected}}).mayBeginAt() == Instant(6000));
    CHECK(after({{"a", Pop, "taro", Outcome::LoginOk}}).mayBeginAt() == Instant(0));
    CHECK(after({{"a", Pop, "taro", Outcome::TryLater}}).mayBeginAt() == Instant(0));
}

TEST_CASE("one login at a time: from its beginning to its end") {
    LoginBudget budget(2);
    CHECK_FALSE(budget.busy());
    budget.begin();
    CHECK(budget.busy());
    budget.ended(Attempt{}, Instant(0)); // it never got as far as a user name
    CHECK_FALSE(budget.busy());
    CHECK(budget.refused() == 0);
}

TEST_CASE("a lock-out takes all that is left, so that the next runs stay away too") {
    CHECK(after({{"a", Pop, "taro", Outcome::AccountLocked}}).spent() == 2);
    CHECK(after({{"a", Pop, "taro", Outcome::AccountLocked, std::nullopt, 0}}).spent() == 2);
    CHECK(after({{"a", Pop, "taro", Outcome::AccountLocked}}, 1).spent() == 2);
    CHECK(after({{"a", Pop, "taro", Outcome::AuthRejected}, {"a", Pop, "x", Outcome::AccountLocked}}).spent() == 2);
}

TEST_CASE("a yes that is taken back was a refusal, and frees no other login") {
    LoginBudget budget(2);
    budget.begin();
    budget.taken("taro");
    CHECK(budget.proven());
    budget.begin(); // sending's
    Attempt attempt;
    attempt.candidate = to("a", Pop, {"taro"});
    attempt.username = "taro";
    attempt.passwordsSent = 1;
    budget.takenBack(attempt, Instant(1000));
    CHECK_FALSE(budget.proven());
    CHECK(budget.busy());
    CHECK(budget.spent() == 1);
    CHECK(answer(budget, to("a", Pop, {"taro@x"})) == "! same-login");
    CHECK(answer(budget, to("b", Smtp, {"taro"})) == "! same-login");
}

TEST_CASE("only a refusal is counted as one") {
    const LoginBudget budget = after({{"a", Pop, "taro", Outcome::AuthUnclear}, {"b", Pop, "x", Outcome::TryLater}});
    CHECK(budget.refused() == 0);
    CHECK_FALSE(budget.lockedOut());
    CHECK_FALSE(budget.proven());
}
