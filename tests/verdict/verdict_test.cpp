// Facts -> verdict, as a table: each row a sentence.
#include "attempts.h"
#include "support/catch.h"
#include "words/words.h"

#include <set>

using namespace yomikae;
using namespace yomikae::test;

namespace {

struct Row {
    const char* sentence;
    RunReport report;
    Verdict verdict;
    const char* summary = nullptr; ///< "" or null: the verdict's own
};

Translation oauthProvider() {
    Translation translation = provider();
    translation.signIn.emplace().oauthOnly = true;
    return translation;
}

RunReport flagged(RunReport report, bool RunReport::*flag) {
    report.*flag = true;
    return report;
}

void check(const std::vector<Row>& rows, const Translation& translation) {
    for (const Row& row : rows) {
        CAPTURE(row.sentence);
        const Judgement judgement = judge(translation, row.report);
        CHECK(name(judgement.verdict) == name(row.verdict));
        CHECK(judgement.summary.code == (row.summary ? row.summary : "verdict-" + std::string(name(row.verdict))));
        CHECK(say(judgement.summary, Language::Japanese) != judgement.summary.code);
        CHECK(judgement.explanations.size() == row.report.attempts.size());
    }
}

} // namespace

TEST_CASE("with a password: facts and their verdict") {
    check(
        {{"both directions logged in", run({pop(Outcome::LoginOk), smtp(Outcome::LoginOk)}), Verdict::Works},
         {"a closed port beside two logins does no harm",
          run({pop(Outcome::LoginOk), Try(Protocol::Pop3, 110).ends(Outcome::ConnectRefused), smtp(Outcome::LoginOk)}),
          Verdict::Works},
         {"one refused user name form before the right one is forgotten",
          run({pop(Outcome::AuthRejected), pop(Outcome::LoginOk), smtp(Outcome::LoginOk)}), Verdict::Works},
         {"receiving logged in, sending refused", run({pop(Outcome::LoginOk), smtp(Outcome::AuthRejected)}),
          Verdict::IncomingOnly},
         {"receiving logged in, sending silent", run({pop(Outcome::LoginOk), smtp(Outcome::ConnectTimeout)}),
          Verdict::IncomingOnly},
         {"receiving logged in, sending only reached", run({pop(Outcome::LoginOk), smtp(Outcome::Ready)}),
          Verdict::IncomingOnly},
         {"receiving logged in, sending asks for a yes",
          run({pop(Outcome::LoginOk), smtp(Outcome::CertExpired).asks(ConsentKind::Certificate)}),
          Verdict::IncomingOnly},
         {"receiving logged in, no sending server known", run({pop(Outcome::LoginOk)}), Verdict::IncomingOnly},
         {"sending logged in, the mailbox is busy", run({pop(Outcome::MailboxBusy), smtp(Outcome::LoginOk)}),
          Verdict::OutgoingOnly},
         {"receiving refused, sending only reached", run({pop(Outcome::AuthRejected), smtp(Outcome::Ready)}),
          Verdict::PasswordRefused},
         {"a refusal outweighs a yes that another port asks for",
          run({pop(Outcome::AuthRejected), smtp(Outcome::CertExpired).asks(ConsentKind::Certificate)}),
          Verdict::PasswordRefused},
         {"two refusals stop the run",
          flagged(run({pop(Outcome::AuthRejected), smtp(Outcome::AuthRejected)}), &RunReport::budgetSpent),
          Verdict::PasswordRefused, "verdict-password-refused-stopped"},
         {"a lock-out after a refusal is a lock-out", run({pop(Outcome::AuthRejected), smtp(Outcome::AccountLocked)}),
          Verdict::Locked, "verdict-locked-by-server"},
         {"the run saw a rate limit",
          flagged(run({pop(Outcome::AuthRejected), smtp(Outcome::TryLater)}), &RunReport::lockedOut), Verdict::Locked,
          "verdict-locked-by-server"},
         {"refusals of an earlier run have spent the budget",
          flagged(run({pop(Outcome::Ready), smtp(Outcome::Ready)}), &RunReport::budgetSpent), Verdict::Locked},
         {"an app password is asked for", run({pop(Outcome::AuthNeedsAction), smtp(Outcome::Ready)}),
          Verdict::NeedsAction},
         {"what the server asks for outweighs a bare refusal",
          run({pop(Outcome::AuthRejected), smtp(Outcome::AuthNeedsAction)}), Verdict::NeedsAction},
         {"only a sign-in through the browser", run({pop(Outcome::OAuthOnly), smtp(Outcome::OAuthOnly)}),
          Verdict::OAuthOnly},
         {"the paper's own host waits for a yes",
          run({pop(Outcome::Ready).asks(ConsentKind::Host), smtp(Outcome::Ready).asks(ConsentKind::Host)}),
          Verdict::NeedsConsent},
         {"nothing but clear text",
          run({Try(Protocol::Pop3, 110).ends(Outcome::TlsNotOffered).asks(ConsentKind::Cleartext)}),
          Verdict::NeedsConsent},
         {"a network without a way out",
          flagged(run({pop(Outcome::DnsTemporary), smtp(Outcome::DnsTemporary)}), &RunReport::networkDown),
          Verdict::NetworkDown},
         {"the mailbox is busy and sending silent", run({pop(Outcome::MailboxBusy), smtp(Outcome::ConnectTimeout)}),
          Verdict::NothingWorks, "verdict-nothing-works-later"},
         {"a temporary failure is no refusal", run({pop(Outcome::TryLater), smtp(Outcome::TryLater)}),
          Verdict::NothingWorks, "verdict-nothing-works-later"},
         {"a cut during the login is no refusal", run({pop(Outcome::AuthUnclear), smtp(Outcome::Skipped)}),
          Verdict::NothingWorks, "verdict-nothing-works-later"},
         {"nobody answers", run({pop(Outcome::ConnectTimeout), smtp(Outcome::ConnectTimeout)}), Verdict::NothingWorks},
         {"bad certificates everywhere", run({pop(Outcome::CertUnknownCa), smtp(Outcome::CertNameMismatch)}),
          Verdict::NothingWorks, "verdict-nothing-works-certificates"},
         {"a portal answers everywhere",
          run({Try(Protocol::Pop3, 110).ends(Outcome::NotThisProtocol).because("http"),
               Try(Protocol::Smtp, 587).ends(Outcome::NotThisProtocol).because("http")}),
          Verdict::NothingWorks, "verdict-nothing-works-portal"},
         {"no port is known at all", run({}), Verdict::NothingWorks, "verdict-nothing-works-untried"},
         {"stopped before anything was known", flagged(run({pop(Outcome::Cancelled)}), &RunReport::cancelled),
          Verdict::NothingWorks, "verdict-nothing-works-cancelled"},
         {"stopped when both doors were open",
          flagged(run({pop(Outcome::Ready), smtp(Outcome::Ready)}), &RunReport::cancelled), Verdict::Reachable}},
        provider());
}

TEST_CASE("a login that may not send is told as such, not as a proof of sending") {
    const Attempt refused = smtp(Outcome::LoginOk).because("sender-refused");
    check({{"both logged in, the sender refused", run({pop(Outcome::LoginOk), refused}), Verdict::Works,
            "verdict-works-sender-refused"},
           {"only sending logged in, the sender refused", run({pop(Outcome::ConnectRefused), refused}),
            Verdict::OutgoingOnly, "verdict-outgoing-only-sender-refused"},
           {"the person's own mailbox is full",
            run({pop(Outcome::LoginOk), smtp(Outcome::LoginOk).because("recipient-refused")}), Verdict::Works,
            "verdict-works-recipient-refused"},
           {"nobody knows whether the sender is taken",
            run({pop(Outcome::LoginOk), smtp(Outcome::LoginOk).because("sender-unknown")}), Verdict::Works}},
          provider());
    const Judgement judgement = judge(provider(), run({pop(Outcome::LoginOk), refused}));
    CHECK(say(judgement.summary, Language::Japanese).find("断りました") != std::string::npos);
    CHECK(say(judgement.summary, Language::English).find("refuses this address") != std::string::npos);
}

TEST_CASE("IMAP in the place of POP3 is told, with what that means") {
    const Attempt imap = Try(Protocol::Imap, 993).ends(Outcome::LoginOk).reserve().rank(4);
    const Attempt closed = pop(Outcome::ConnectRefused);
    check({{"IMAP instead", run({closed, imap, smtp(Outcome::LoginOk)}), Verdict::Works, "verdict-works-imap-instead"},
           {"IMAP instead, sending silent", run({closed, imap, smtp(Outcome::ConnectTimeout)}), Verdict::IncomingOnly,
            "verdict-incoming-only-imap-instead"},
           {"POP3 after all", run({pop(Outcome::LoginOk), imap, smtp(Outcome::LoginOk)}), Verdict::Works},
           {"IMAP was chosen", run({closed, Try(Protocol::Imap, 993).ends(Outcome::LoginOk), smtp(Outcome::LoginOk)}),
            Verdict::Works}},
          provider());
}

TEST_CASE("without a password: facts and their verdict") {
    check({{"both doors open", run({pop(Outcome::Ready), smtp(Outcome::Ready)}, false), Verdict::Reachable},
           {"both doors open, the host still to be agreed to",
            run({pop(Outcome::Ready).asks(ConsentKind::Host), smtp(Outcome::Ready)}, false), Verdict::Reachable},
           {"only the door for receiving is open", run({pop(Outcome::Ready), smtp(Outcome::ConnectRefused)}, false),
            Verdict::IncomingOnly, "verdict-incoming-only-reached"},
           {"only the door for sending is open", run({pop(Outcome::ConnectRefused), smtp(Outcome::Ready)}, false),
            Verdict::OutgoingOnly, "verdict-outgoing-only-reached"},
           {"an open door in clear text is none", run({Try(Protocol::Pop3, 110).ends(Outcome::Ready).clear()}, false),
            Verdict::NothingWorks}},
          provider());
}

TEST_CASE("what is known beforehand needs no attempt") {
    check({{"ended, nothing was contacted", run({}), Verdict::ProviderEnded, "verdict-provider-ended-on"}},
          withStatus(ServiceState::Ended, "2026-02-25"));
    check({{"ended, nobody knows when", run({}), Verdict::ProviderEnded}}, withStatus(ServiceState::Ended));
    check({{"never was for mail apps", run({}), Verdict::ProviderEnded, "verdict-provider-ended-impossible"}},
          withStatus(ServiceState::Impossible));
    check({{"the profile knows that only OAuth works", run({pop(Outcome::Ready), smtp(Outcome::Ready)}),
            Verdict::OAuthOnly}},
          oauthProvider());
}

TEST_CASE("a proven login is stronger than any knowledge") {
    check({{"closing still works", run({pop(Outcome::LoginOk), smtp(Outcome::LoginOk)}), Verdict::Works}},
          withStatus(ServiceState::Closing, "2028-03-31"));
    check({{"the profile is out of date", run({pop(Outcome::LoginOk), smtp(Outcome::LoginOk)}), Verdict::Works}},
          withStatus(ServiceState::Ended, "2026-02-25"));
    check(
        {{"OAuth is not the only way after all", run({pop(Outcome::LoginOk), smtp(Outcome::LoginOk)}), Verdict::Works}},
        oauthProvider());
}

TEST_CASE("a provider's own words for a lock or a switch decide") {
    Translation translation = provider();
    translation.failures = {
        {std::nullopt, "account is LOCKED", "locked", {"止められています。", "It is locked."}, {}},
        {Protocol::Smtp, "not enabled", "needs-option", {"先に許可が要ります。", "Allow it first."}, {}}};
    check({{"the words for a lock", run({pop(Outcome::AuthRejected).says("-ERR Account is locked")}), Verdict::Locked,
            "verdict-locked-by-server"},
           {"the words for a switch", run({smtp(Outcome::AuthRejected).says("535 not enabled")}), Verdict::NeedsAction},
           {"the same words in another protocol mean nothing",
            run({pop(Outcome::AuthRejected).says("-ERR not enabled")}), Verdict::PasswordRefused}},
          translation);
}

TEST_CASE("the best proven endpoint is the best-ranked login, not the first") {
    const Judgement judgement = judge(
        provider(), run({pop(Outcome::LoginOk).rank(3), pop(Outcome::LoginOk).rank(1), pop(Outcome::LoginOk).rank(1),
                         smtp(Outcome::LoginOk).rank(2), smtp(Outcome::Ready).rank(0)}));
    CHECK(judgement.incoming == Proven{Proven::How::Login, 1});
    CHECK(judgement.outgoing == Proven{Proven::How::Login, 3});
}

TEST_CASE("without a login the best-ranked open door is named, and only by TLS") {
    const Judgement judgement = judge(provider(), run({Try(Protocol::Pop3, 110).ends(Outcome::Ready).clear().rank(0),
                                                       pop(Outcome::Ready).rank(2), pop(Outcome::Ready).rank(1)},
                                                      false));
    CHECK(judgement.incoming == Proven{Proven::How::Reached, 2});
    CHECK_FALSE(judgement.outgoing);
}

TEST_CASE("twelve verdicts have twelve words, each with its sentence") {
    std::set<std::string_view> words;
    for (int i = 0; i <= static_cast<int>(Verdict::NothingWorks); ++i) {
        words.insert(name(static_cast<Verdict>(i)));
        const std::string code = "verdict-" + std::string(name(static_cast<Verdict>(i)));
        CHECK(say(code, Language::English) != code);
    }
    CHECK(words.size() == 12);
    CHECK_FALSE(words.contains(""));
}
