// What to do next, the most likely first.
#include "attempts.h"
#include "support/catch.h"
#include "words/words.h"

#include <algorithm>

using namespace yomikae;
using namespace yomikae::test;

namespace {

using Codes = std::vector<std::string>;

Codes adviceCodes(const Translation& translation, const RunReport& report) {
    Codes codes;
    for (const Message& message : judge(translation, report).advice) {
        CHECK(say(message, Language::Japanese) != message.code);
        CHECK(say(message, Language::English).find('{') == std::string::npos);
        codes.push_back(message.code);
    }
    return codes;
}

bool gives(const Codes& codes, const std::string& code) {
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

Translation withStep(std::optional<Protocol> protocol) {
    Translation translation = provider();
    translation.steps = {{"allow",
                          {"「POPを使う」を入れる", "Switch POP on"},
                          {"設定 > メール", "Settings > Mail"},
                          {},
                          "https://set.example.test/",
                          protocol}};
    return translation;
}

} // namespace

TEST_CASE("when all works there is nothing to do") {
    CHECK(adviceCodes(withStep(std::nullopt), run({pop(Outcome::LoginOk), smtp(Outcome::LoginOk)})).empty());
}

TEST_CASE("a service that closes is told even when all works") {
    const Judgement judgement =
        judge(withStatus(ServiceState::Closing, "2028-03-31"), run({pop(Outcome::LoginOk), smtp(Outcome::LoginOk)}));
    REQUIRE(judgement.advice.size() == 1);
    CHECK(say(judgement.advice[0], Language::Japanese).find("2028年3月31日に終わる予定") != std::string::npos);
}

TEST_CASE("after a refusal: the step that is still to do, the letters, the web mail, then whom to ask") {
    CHECK(adviceCodes(withStep(std::nullopt), run({pop(Outcome::AuthRejected), smtp(Outcome::Ready)})) ==
          Codes{"advice-step-where-url", "advice-typing", "advice-webmail", "advice-support"});
}

TEST_CASE("a step names what, where and the page") {
    const Judgement judgement = judge(withStep(std::nullopt), run({pop(Outcome::AuthRejected)}));
    CHECK(say(judgement.advice[0], Language::Japanese) ==
          "「POPを使う」を入れる(場所:設定 > メール) https://set.example.test/");
    CHECK(say(judgement.advice[0], Language::English) ==
          "Switch POP on (where: Settings > Mail) https://set.example.test/");
}

TEST_CASE("where nothing answers at all, the line comes before any setting of the mailbox") {
    const Codes silent =
        adviceCodes(withStep(Protocol::Pop3), run({pop(Outcome::ConnectTimeout), smtp(Outcome::ConnectTimeout)}));
    REQUIRE(silent.size() >= 2);
    CHECK(silent[0] == "advice-nobody-answered");
    CHECK(gives(silent, "advice-step-where-url"));
    for (const Outcome other : {Outcome::ConnectRefused, Outcome::LoginOk, Outcome::Ready})
        CHECK_FALSE(
            gives(adviceCodes(provider(), run({pop(other), smtp(Outcome::ConnectTimeout)})), "advice-nobody-answered"));
    CHECK_FALSE(
        gives(adviceCodes(provider(), run({pop(Outcome::ConnectTimeout).ownNetwork()})), "advice-nobody-answered"));
}

TEST_CASE("a step for receiving is done once receiving is proven") {
    const RunReport report = run({pop(Outcome::LoginOk), smtp(Outcome::AuthRejected)});
    CHECK_FALSE(gives(adviceCodes(withStep(Protocol::Pop3), report), "advice-step-where-url"));
    CHECK(gives(adviceCodes(withStep(Protocol::Smtp), report), "advice-step-where-url"));
}

TEST_CASE("port 25 that is turned round is no place to agree to: the way on is another port") {
    Try turned = Try(Protocol::Smtp, 25).ends(Outcome::CertSelfSigned);
    turned.tls().faults = {CertificateFault::SelfSigned, CertificateFault::NameMismatch};
    const RunReport alone = run({pop(Outcome::LoginOk), turned});
    CHECK(adviceCodes(provider(), alone) == Codes{"advice-turned-round", "advice-support"});
    CHECK(judge(provider(), alone).verdict == Verdict::IncomingOnly);
    Try agreed = Try(Protocol::Smtp, 25).ends(Outcome::Ready).because("turned-round");
    agreed.tls().faults = {CertificateFault::NameMismatch};
    const RunReport heldBack = run({pop(Outcome::LoginOk), agreed});
    CHECK(adviceCodes(provider(), heldBack) == Codes{"advice-turned-round", "advice-support"});
    CHECK_FALSE(judge(provider(), heldBack).outgoing);
    CHECK(adviceCodes(provider(), run({pop(Outcome::LoginOk), turned, smtp(Outcome::LoginOk)})).empty());
    const RunReport refused = run({pop(Outcome::AuthRejected), turned, smtp(Outcome::Ready)});
    CHECK_FALSE(gives(adviceCodes(provider(), refused), "advice-turned-round"));
    const RunReport open = run({pop(Outcome::Ready), turned, smtp(Outcome::Ready)}, false);
    CHECK(adviceCodes(provider(), open) == Codes{"advice-password"});
}

TEST_CASE("what waits for a yes is named once a direction, the best-ranked") {
    const RunReport report =
        run({pop(Outcome::CertExpired).asks(ConsentKind::Certificate).rank(2),
             Try(Protocol::Pop3, 110).ends(Outcome::TlsNotOffered).asks(ConsentKind::Cleartext).rank(5),
             smtp(Outcome::Ready).asks(ConsentKind::Host).rank(1)});
    const Judgement judgement = judge(provider(), report);
    REQUIRE(judgement.advice.size() >= 2);
    CHECK(judgement.advice[0].code == "advice-consent-certificate");
    CHECK(say(judgement.advice[0], Language::English).find("mail.example.test, port 995,") != std::string::npos);
    CHECK(judgement.advice[1].code == "advice-consent-host");
    CHECK_FALSE(gives(adviceCodes(provider(), report), "advice-consent-cleartext"));
}

TEST_CASE("no yes is asked for where the login is proven already") {
    const RunReport report =
        run({pop(Outcome::LoginOk), Try(Protocol::Pop3, 110).ends(Outcome::TlsNotOffered).asks(ConsentKind::Cleartext),
             smtp(Outcome::ConnectTimeout)});
    CHECK_FALSE(gives(adviceCodes(provider(), report), "advice-consent-cleartext"));
}

TEST_CASE("a TLS port that was met in clear: how to set it, where it is the way on") {
    const Attempt tls110 = Try(Protocol::Pop3, 110).ends(Outcome::NotThisProtocol).because("tls").rank(1);
    const auto inTls = [](Outcome outcome) { return Try(Protocol::Pop3, 110).ends(outcome).inTls().rank(1); };
    const Judgement judgement = judge(provider(), run({tls110, inTls(Outcome::AuthRejected), smtp(Outcome::LoginOk)}));
    const auto advice = std::find_if(judgement.advice.begin(), judgement.advice.end(),
                                     [](const Message& message) { return message.code == "advice-tls-port"; });
    REQUIRE(advice != judgement.advice.end());
    CHECK(say(*advice, Language::Japanese).find("mail.example.test の 110番") == 0);
    CHECK(say(*advice, Language::English).find("Port 110 of mail.example.test") == 0);
    const auto given = [&](std::vector<Attempt> attempts) {
        return gives(adviceCodes(provider(), run(std::move(attempts))), "advice-tls-port");
    };
    CHECK(given({tls110, inTls(Outcome::Ready)}));
    CHECK(given({tls110, inTls(Outcome::OAuthOnly)}));
    CHECK_FALSE(given({tls110, inTls(Outcome::LoginOk), smtp(Outcome::Ready)}));
    CHECK_FALSE(given({tls110, inTls(Outcome::Ready), pop(Outcome::Ready)}));
    CHECK_FALSE(given({tls110, inTls(Outcome::Ready), pop(Outcome::AuthRejected)}));
    Try other = inTls(Outcome::CertNameMismatch);
    other.tls().faults = {CertificateFault::NameMismatch};
    CHECK_FALSE(given({tls110, other}));
    CHECK_FALSE(given({tls110, inTls(Outcome::TlsHandshakeFailed)}));
    CHECK_FALSE(given({tls110}));
    const Attempt http = Try(Protocol::Pop3, 110).ends(Outcome::NotThisProtocol).because("http");
    CHECK_FALSE(gives(adviceCodes(provider(), run({http})), "advice-tls-port"));
}

TEST_CASE("a locked account is left alone") {
    const Codes codes = adviceCodes(provider(), run({pop(Outcome::AuthRejected), smtp(Outcome::AccountLocked)}));
    CHECK(codes.front() == "advice-wait");
    CHECK_FALSE(gives(codes, "advice-typing"));
}

TEST_CASE("logins of earlier runs have spent the budget: how long to wait") {
    RunReport report = run({pop(Outcome::Ready).because("budget"), smtp(Outcome::Ready)});
    report.budgetSpent = true;
    report.loginAgainIn = std::chrono::seconds(17 * 60 + 1);
    const Judgement judgement = judge(provider(), report);
    CHECK(judgement.verdict == Verdict::Locked);
    CHECK_FALSE(gives(adviceCodes(provider(), report), "advice-wait"));
    CHECK(say(judgement.advice.front(), Language::Japanese).find("18分") != std::string::npos);
    CHECK(say(judgement.explanations.front(), Language::English).find("locked") != std::string::npos);
}

TEST_CASE("another program has the account: no login, and it says so") {
    RunReport report = run({pop(Outcome::Ready).because("elsewhere"), smtp(Outcome::Ready).because("elsewhere")});
    report.loginElsewhere = true;
    const Judgement judgement = judge(provider(), report);
    CHECK(judgement.verdict == Verdict::Locked);
    CHECK(judgement.summary.code == "verdict-locked-elsewhere");
    CHECK(judgement.explanations.front().code == "outcome-ready-elsewhere");
    CHECK(judgement.advice.front().code == "advice-elsewhere");
}

TEST_CASE("a certificate that names another server of the provider: that server is offered") {
    Attempt old = Try(Protocol::Pop3, 995, "pop.old.test").ends(Outcome::CertNameMismatch);
    old.tls = goodTls("mail.example.test");
    const auto offered = [](const Translation& translation, const std::vector<Attempt>& attempts) {
        for (const Message& message : judge(translation, run(attempts)).advice)
            if (message.code == "advice-other-name")
                return say(message, Language::English);
        return std::string();
    };
    Translation named = provider();
    TranslatedEndpoint& sending = named.outgoing.emplace_back();
    sending.protocol = Protocol::Smtp;
    sending.host = "mail.example.test";
    const std::string offer = "The certificate of pop.old.test is for mail.example.test";
    CHECK(offered(named, {old}).find(offer) == 0);
    SECTION("by a star too") {
        old.tls->leaf.names = {"*.example.test"};
        CHECK(offered(named, {old}).find(offer) == 0);
    }
    SECTION("not a name that nobody knows") {
        CHECK(offered(provider(), {old}).empty());
        sending.origin = HostOrigin::Paper;
        CHECK(offered(named, {old}).empty());
    }
    SECTION("unless the same address answers to it, with the right certificate") {
        CHECK(offered(provider(), {old, smtp(Outcome::LoginOk)}).find(offer) == 0);
        Attempt elsewhere = smtp(Outcome::LoginOk);
        elsewhere.address = "192.0.2.9";
        CHECK(offered(provider(), {old, elsewhere}).empty());
    }
    SECTION("not where it was tried anyway") {
        CHECK(offered(named, {old, pop(Outcome::ConnectTimeout)}).empty());
    }
    SECTION("a star is one label, not two") {
        old.tls->leaf.names = {"*.test"};
        CHECK(offered(named, {old}).empty());
    }
}

TEST_CASE("things in the room come before everything else") {
    CHECK(adviceCodes(provider(), run({pop(Outcome::CertNotYetValid), smtp(Outcome::CertNotYetValid)})).front() ==
          "advice-clock");
    CHECK(adviceCodes(provider(),
                      run({Try(Protocol::Pop3, 110).ends(Outcome::TlsNotOffered).greets("+OK Avast! POP3 proxy")}))
              .front() == "advice-shield");
    CHECK(adviceCodes(provider(), run({Try(Protocol::Pop3, 110).ends(Outcome::NotThisProtocol).because("http"),
                                       Try(Protocol::Smtp, 587).ends(Outcome::NotThisProtocol).because("http")}))
              .front() == "advice-portal");
}

TEST_CASE("a network that is down needs nothing but the network") {
    RunReport report = run({pop(Outcome::DnsTemporary)});
    report.networkDown = true;
    CHECK(adviceCodes(withStep(std::nullopt), report) == Codes{"advice-network"});
}

TEST_CASE("an ended service: its own note, the warning, whom to ask, and no steps") {
    Translation translation = withStep(std::nullopt);
    translation.status.emplace().state = ServiceState::Ended;
    translation.status->note = {"別のサービスに移りました。", "It moved."};
    CHECK(adviceCodes(translation, run({})) == Codes{"advice-ended-note", "advice-ended", "advice-support-page"});
}

TEST_CASE("questions that are open come before the rest") {
    Translation translation = provider();
    translation.questions = {{"server", {"サーバー番号は?", "Which server?"}, {}, "", {}}};
    const Judgement judgement = judge(translation, run({}));
    CHECK(say(judgement.advice[0], Language::Japanese) == "サーバー番号は?");
}

TEST_CASE("apps that can sign in through the browser are named") {
    Translation translation = provider();
    translation.signIn = SignIn{true, {"Thunderbird", "Outlook"}, {"注意", "Note"}, {}};
    const Judgement judgement = judge(translation, run({}));
    CHECK(judgement.verdict == Verdict::OAuthOnly);
    CHECK(say(judgement.advice[0], Language::English).find("Thunderbird, Outlook") != std::string::npos);
    CHECK(judgement.advice[1].code == "advice-note");
}

TEST_CASE("an open door without a password asks for the password, and nothing else") {
    CHECK(adviceCodes(provider(), run({pop(Outcome::Ready), smtp(Outcome::Ready)}, false)) == Codes{"advice-password"});
}

TEST_CASE("busy, resting and unclear each get their own advice") {
    CHECK(gives(adviceCodes(provider(), run({pop(Outcome::MailboxBusy).code("IN-USE")})), "advice-busy"));
    CHECK(gives(adviceCodes(provider(), run({pop(Outcome::MailboxBusy)})), "advice-busy-perhaps"));
    CHECK(gives(adviceCodes(provider(), run({pop(Outcome::TryLater)})), "advice-later"));
    CHECK(gives(adviceCodes(provider(), run({pop(Outcome::AuthUnclear)})), "advice-unclear"));
    CHECK(gives(adviceCodes(provider(), run({pop(Outcome::ConnectTimeout).ownNetwork()})), "advice-own-network"));
    CHECK(gives(adviceCodes(provider(), run({Try(Protocol::Smtp, 587).ends(Outcome::TlsNotOffered).because("masked")})),
                "advice-overwritten"));
}

TEST_CASE("IMAP in the place of POP3 comes with what it means for the mail") {
    const auto imap = [](Outcome outcome) { return Try(Protocol::Imap, 993).ends(outcome).reserve().rank(4); };
    const Attempt closed = pop(Outcome::ConnectRefused);
    const Codes instead = {"advice-imap-instead"};
    CHECK(adviceCodes(provider(), run({closed, imap(Outcome::LoginOk), smtp(Outcome::LoginOk)})) == instead);
    CHECK(gives(adviceCodes(provider(), run({closed, imap(Outcome::Ready), smtp(Outcome::Ready)}, false)), instead[0]));
    CHECK_FALSE(gives(adviceCodes(provider(), run({closed, imap(Outcome::AuthRejected)})), instead[0]));
    for (const Outcome later : {Outcome::TryLater, Outcome::MailboxBusy, Outcome::DnsTemporary, Outcome::DnsTimeout}) {
        CAPTURE(name(later));
        const Attempt resting = pop(later).at(Stage::Greeting);
        const Attempt plain = Try(Protocol::Pop3, 110).ends(Outcome::ConnectRefused);
        const RunReport report = run({plain, resting, imap(Outcome::Ready), smtp(Outcome::Ready)}, false);
        CHECK_FALSE(gives(adviceCodes(provider(), report), instead[0]));
    }
    CHECK_FALSE(gives(adviceCodes(provider(), run({pop(Outcome::LoginOk), imap(Outcome::Ready)})), instead[0]));
}

TEST_CASE("the protocol that was not chosen is offered where it has an open door and the chosen one has none") {
    const Attempt imap = Try(Protocol::Imap, 993).ends(Outcome::Ready).explainOnly().rank(4);
    const Attempt pop3 = pop(Outcome::Ready).explainOnly().rank(4);
    const Attempt closed = pop(Outcome::ConnectRefused);
    const Attempt sends = smtp(Outcome::LoginOk);
    CHECK(gives(adviceCodes(provider(), run({closed, imap, sends})), "advice-imap-open"));
    CHECK(gives(adviceCodes(provider(), run({Try(Protocol::Imap, 993).ends(Outcome::ConnectRefused), pop3, sends})),
                "advice-pop3-open"));
    CHECK_FALSE(gives(adviceCodes(provider(), run({pop(Outcome::LoginOk), imap, sends})), "advice-imap-open"));
    CHECK_FALSE(gives(adviceCodes(provider(), run({pop(Outcome::AuthRejected), imap, sends})), "advice-imap-open"));
    CHECK_FALSE(gives(adviceCodes(provider(), run({closed, imap}, false)), "advice-imap-open"));
}

TEST_CASE("no yes to clear text is asked for where the server offers STARTTLS") {
    const Attempt clear =
        Try(Protocol::Pop3, 110).ends(Outcome::Ready).clear().asks(ConsentKind::Cleartext).offersStartTls();
    const Codes codes = adviceCodes(provider(), run({clear}));
    CHECK(gives(codes, "advice-starttls"));
    CHECK_FALSE(gives(codes, "advice-consent-cleartext"));
}

TEST_CASE("a login that may not send is told even when all works") {
    CHECK(adviceCodes(provider(), run({pop(Outcome::LoginOk), smtp(Outcome::LoginOk).because("sender-refused")})) ==
          Codes{"advice-sender"});
    CHECK(adviceCodes(provider(), run({pop(Outcome::LoginOk), smtp(Outcome::LoginOk).because("sender-unknown")}))
              .empty());
    CHECK(adviceCodes(provider(), run({pop(Outcome::LoginOk), smtp(Outcome::LoginOk).because("recipient-refused")})) ==
          Codes{"advice-mailbox-full"});
}

TEST_CASE("T53: where every certificate is out of date the clock comes before any yes") {
    const Attempt pop995 = pop(Outcome::CertExpired).asks(ConsentKind::Certificate);
    const Attempt smtp465 = smtp(Outcome::CertExpired).asks(ConsentKind::Certificate);
    const Judgement judgement = judge(provider(), run({pop995, smtp465, pop(Outcome::ConnectRefused)}));
    CHECK(judgement.verdict == Verdict::NeedsConsent);
    CHECK(judgement.advice.at(0).code == "advice-clock-ahead");
    CHECK(judgement.advice.at(1).code == "advice-consent-certificate");
    const auto saysClock = [](std::vector<Attempt> attempts) {
        return gives(adviceCodes(provider(), run(std::move(attempts))), "advice-clock-ahead");
    };
    CHECK_FALSE(saysClock({pop995}));
    CHECK_FALSE(saysClock({pop995, pop995})); // the same port, in STARTTLS too
    CHECK_FALSE(saysClock({pop995, smtp465, Try(Protocol::Smtp, 587).ends(Outcome::Ready)}));
    Try other = Try(Protocol::Smtp, 587).ends(Outcome::CertNameMismatch);
    other.tls().faults = {CertificateFault::NameMismatch};
    CHECK_FALSE(saysClock({pop995, smtp465, other}));
    other.tls().faults.push_back(CertificateFault::Expired);
    CHECK(saysClock({pop995, smtp465, other}));
}

TEST_CASE("where the sending server takes no logins, another one is to be looked up") {
    const auto codes = [](std::uint16_t port, Outcome other) {
        return adviceCodes(provider(), run({pop(Outcome::LoginOk), smtp(other).rank(1),
                                            Try(Protocol::Smtp, port).ends(Outcome::AuthNotOffered)}));
    };
    CHECK(gives(codes(587, Outcome::ConnectTimeout), "advice-sending-server"));
    CHECK_FALSE(gives(codes(587, Outcome::LoginOk), "advice-sending-server"));
    CHECK_FALSE(gives(codes(25, Outcome::ConnectTimeout), "advice-sending-server"));
}

TEST_CASE("a domain without any server is to be compared with the paper; one that answers somewhere is not") {
    Translation unknown;
    unknown.mailAddress = "taro@plara-mail.example";
    const auto none = judge(unknown, run({pop(Outcome::DnsNotFound), smtp(Outcome::DnsNoAddress)})).advice;
    REQUIRE(none.size() == 1);
    CHECK(none[0].code == "advice-no-such-domain");
    CHECK(say(none[0], Language::English).find("No mail server of plara-mail.example could be found") == 0);
    CHECK_FALSE(gives(adviceCodes(unknown, run({pop(Outcome::DnsNotFound), smtp(Outcome::ConnectTimeout)})),
                      "advice-no-such-domain"));
    CHECK_FALSE(gives(adviceCodes(provider(), run({pop(Outcome::DnsNotFound)})), "advice-no-such-domain"));
}

TEST_CASE("a provider that nobody knows is said to be unknown") {
    CHECK(adviceCodes(Translation{}, run({})) == Codes{"advice-unknown-provider"});
    CHECK(adviceCodes(provider(), run({})) == Codes{"advice-no-endpoint", "advice-support"});
}
