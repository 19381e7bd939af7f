#include "verdict/advice.h"

#include "base/limits.h"
#include "probe/turned_round.h"
#include "verdict/surroundings.h"

#include <algorithm>

namespace yomikae {

namespace {

using Argument = std::pair<std::string, std::string>;

bool loggedIn(const std::optional<Proven>& proven) {
    return proven && proven->how == Proven::How::Login;
}

/// Everything one advice list is made from, and the list itself.
class Adviser {
  public:
    Adviser(const Judgement& judgement, const Translation& translation, const RunReport& report)
        : judgement_(judgement), translation_(translation), report_(report) {}

    std::vector<Message> list() {
        if (judgement_.verdict == Verdict::ProviderEnded)
            ended();
        else if (judgement_.verdict == Verdict::NetworkDown)
            say("advice-network");
        else {
            obstacles();
            sender();
            otherProtocol();
            if (judgement_.verdict != Verdict::Works)
                wayOn();
            closing();
        }
        return std::move(list_);
    }

  private:
    void say(std::string code, std::vector<Argument> arguments = {}) {
        Message message{std::move(code), std::move(arguments)};
        if (std::find(list_.begin(), list_.end(), message) == list_.end())
            list_.push_back(std::move(message));
    }

    bool any(bool (*test)(const Attempt&)) const {
        return std::any_of(report_.attempts.begin(), report_.attempts.end(), test);
    }

    static bool refused(const Attempt& attempt) { return attempt.outcome == Outcome::AuthRejected; }

    bool proven(Protocol protocol) const {
        return loggedIn(isIncoming(protocol) ? judgement_.incoming : judgement_.outgoing);
    }
    bool allProven() const { return loggedIn(judgement_.incoming) && loggedIn(judgement_.outgoing); }

    void ended() {
        const Text note = translation_.status ? translation_.status->note : Text{};
        if (!note.ja.empty() || !note.en.empty())
            say("advice-ended-note", {{"note.ja", note.ja}, {"note.en", note.en}});
        say("advice-ended");
        if (!translation_.supportUrl.empty())
            say("advice-support-page", {{"url", translation_.supportUrl}});
    }

    /// Things in this room that make every other finding doubtful.
    void obstacles() {
        if (portalInTheWay(report_))
            say("advice-portal");
        if (any([](const Attempt& attempt) { return attempt.outcome == Outcome::CertNotYetValid; }))
            say("advice-clock");
        else if (clockMayRunAhead(report_))
            say("advice-clock-ahead");
        if (judgement_.verdict != Verdict::Works && any([](const Attempt& attempt) {
                return attempt.outcome != Outcome::LoginOk && looksLikeMailShield(attempt);
            }))
            say("advice-shield");
    }

    /// A login that may not send is no fault of the settings, so it is told even when all works.
    void sender() {
        if (judgement_.outgoing && refusesSender(report_.attempts[judgement_.outgoing->attempt]))
            say("advice-sender");
        if (judgement_.outgoing && refusesRecipient(report_.attempts[judgement_.outgoing->attempt]))
            say("advice-mailbox-full");
    }

    /// What reading mail by IMAP means, for whoever was used to POP3. Or that the protocol which the person did not
    /// choose has an open door.
    void otherProtocol() {
        if (!judgement_.incoming)
            return;
        const Attempt& attempt = report_.attempts[judgement_.incoming->attempt];
        const bool settled = loggedIn(judgement_.incoming) || !report_.passwordGiven;
        if (settled && attempt.candidate.reserve) {
            if (loggedIn(judgement_.incoming) || !any(mayServeLater))
                say("advice-imap-instead");
        } else if (!settled && attempt.outcome == Outcome::Ready && attempt.candidate.explainOnly &&
                   !attempt.candidate.reserve && judgement_.verdict != Verdict::OAuthOnly)
            say(attempt.candidate.endpoint.protocol == Protocol::Imap ? "advice-imap-open" : "advice-pop3-open");
    }

    /// Of the protocol that IMAP would take the place of: not closed, only busy or not found just now.
    static bool mayServeLater(const Attempt& attempt) {
        const bool later = attempt.outcome == Outcome::TryLater || attempt.outcome == Outcome::MailboxBusy ||
                           attempt.outcome == Outcome::DnsTemporary || attempt.outcome == Outcome::DnsTimeout;
        return later && isIncoming(attempt.candidate.endpoint.protocol) && !attempt.candidate.reserve;
    }

    void wayOn() {
        if (judgement_.verdict == Verdict::Locked)
            locked();
        if (judgement_.verdict == Verdict::OAuthOnly)
            signIn();
        if (nobodyAnswered())
            say("advice-nobody-answered");
        questions();
        steps();
        consents();
        logins();
        servers();
        if (judgement_.verdict != Verdict::Reachable)
            support();
    }

    /// No setting of the mailbox can be the cause then.
    bool nobodyAnswered() const {
        return !report_.attempts.empty() &&
               std::all_of(report_.attempts.begin(), report_.attempts.end(), [](const Attempt& attempt) {
                   return attempt.outcome == Outcome::ConnectTimeout && !attempt.candidate.ownNetworkOnly;
               });
    }

    void locked() {
        if (judgement_.summary.code == "verdict-locked-by-server")
            say("advice-wait");
        else if (report_.loginElsewhere)
            say("advice-elsewhere");
    }

    void noMoreLogins() {
        const auto wait = report_.loginAgainIn.value_or(limits::RefusedLoginCounts);
        const auto minutes = std::chrono::ceil<std::chrono::minutes>(wait).count();
        say("advice-no-more-logins", {{"minutes", std::to_string(std::max<long long>(1, minutes))}});
    }

    void signIn() {
        if (!translation_.signIn) {
            say("advice-oauth");
            return;
        }
        std::string apps;
        for (const std::string& app : translation_.signIn->apps)
            apps += (apps.empty() ? "" : ", ") + app;
        if (apps.empty())
            say("advice-oauth");
        else
            say("advice-oauth-apps", {{"apps", apps}});
        const Text& note = translation_.signIn->note;
        if (!note.ja.empty() || !note.en.empty())
            say("advice-note", {{"note.ja", note.ja}, {"note.en", note.en}});
    }

    void questions() {
        for (const TranslatedQuestion& question : translation_.questions)
            say("advice-question", {{"question.ja", question.text.ja}, {"question.en", question.text.en}});
    }

    void steps() {
        for (const TranslatedStep& step : translation_.steps) {
            if (step.forProtocol ? proven(*step.forProtocol) : allProven())
                continue;
            const Message advice = stepAdvice(step);
            say(advice.code, advice.arguments);
        }
    }

    /// The best-ranked of each kind and direction; a list of all of them would only frighten.
    void consents() {
        for (const bool incoming : {true, false}) {
            if (loggedIn(incoming ? judgement_.incoming : judgement_.outgoing))
                continue;
            const Attempt* best = nullptr;
            for (const Attempt& attempt : report_.attempts)
                if (attempt.consent && isIncoming(attempt.candidate.endpoint.protocol) == incoming &&
                    (!best || attempt.candidate.rank < best->candidate.rank))
                    best = &attempt;
            if (best && offersStartTls(*best))
                say("advice-starttls",
                    {{"host", best->candidate.endpoint.host}, {"port", std::to_string(best->candidate.endpoint.port)}});
            else if (best)
                say("advice-consent-" + std::string(kindWord(best->consent->kind)),
                    {{"host", best->consent->endpoint.host}, {"port", std::to_string(best->consent->endpoint.port)}});
        }
    }

    static std::string_view kindWord(ConsentKind kind) {
        return kind == ConsentKind::Cleartext ? "cleartext" : kind == ConsentKind::Certificate ? "certificate" : "host";
    }

    void logins() {
        if (any(refused) && judgement_.verdict != Verdict::Locked) {
            say("advice-typing");
            if (!translation_.webmailUrl.empty())
                say("advice-webmail", {{"url", translation_.webmailUrl}});
        }
        if (report_.budgetSpent)
            noMoreLogins();
        if (judgement_.verdict == Verdict::Reachable ||
            (!report_.passwordGiven && (judgement_.incoming || judgement_.outgoing)))
            say("advice-password");
        if (any([](const Attempt& attempt) { return attempt.outcome == Outcome::MailboxBusy; }))
            say(any(isInUse) ? "advice-busy" : "advice-busy-perhaps");
        if (any([](const Attempt& attempt) { return attempt.outcome == Outcome::TryLater; }))
            say("advice-later");
        if (any([](const Attempt& attempt) { return attempt.outcome == Outcome::AuthUnclear; }))
            say("advice-unclear");
    }

    void servers() {
        if (any([](const Attempt& attempt) { return attempt.candidate.ownNetworkOnly && !answered(attempt); }) &&
            !allProven())
            say("advice-own-network");
        if (!proven(Protocol::Smtp) && any([](const Attempt& attempt) {
                const Endpoint& endpoint = attempt.candidate.endpoint;
                return attempt.outcome == Outcome::AuthNotOffered && endpoint.protocol == Protocol::Smtp &&
                       endpoint.port != 25; // mail apps do not use that one anyway
            }))
            say("advice-sending-server");
        if (!judgement_.outgoing && // else there is a better port
            std::any_of(report_.attempts.begin(), report_.attempts.end(),
                        [&](const Attempt& attempt) { return turnedRound(report_, attempt); }))
            say("advice-turned-round");
        if (any([](const Attempt& attempt) { return encryptionWordOverwritten(attempt); }))
            say("advice-overwritten");
        tlsPorts();
        otherNames();
        if (any([](const Attempt& attempt) {
                return attempt.outcome == Outcome::CertNameMismatch || attempt.outcome == Outcome::CertUnknownCa;
            }) &&
            judgement_.verdict == Verdict::NothingWorks)
            say("advice-other-network");
        if (noSuchDomain())
            say("advice-no-such-domain", {{"domain", domain()}});
        if (report_.attempts.empty())
            say(translation_.provider.empty() ? "advice-unknown-provider" : "advice-no-endpoint");
    }

    /// Met in clear, where TLS begins with the first byte and is in order.
    void tlsPorts() {
        for (const Attempt& attempt : report_.attempts) {
            const Endpoint& endpoint = attempt.candidate.endpoint;
            if (attempt.outcome == Outcome::NotThisProtocol && attempt.reason == "tls" && isBestInTls(endpoint))
                say("advice-tls-port", {{"host", endpoint.host}, {"port", std::to_string(endpoint.port)}});
        }
    }

    /// Its certificate was accepted, and no other port of that direction is open or proven.
    bool isBestInTls(const Endpoint& endpoint) const {
        const auto isThere = [&](const Attempt& other) {
            const Endpoint& there = other.candidate.endpoint;
            return there.host == endpoint.host && there.port == endpoint.port && reachedInTls(other);
        };
        const auto& best = isIncoming(endpoint.protocol) ? judgement_.incoming : judgement_.outgoing;
        if (best)
            return !loggedIn(best) && isThere(report_.attempts[best->attempt]);
        return std::any_of(report_.attempts.begin(), report_.attempts.end(), isThere);
    }

    std::string domain() const {
        const std::string& address = translation_.mailAddress;
        return address.substr(std::min(address.rfind('@') + 1, address.size()));
    }

    /// Nothing is known about the domain, and none of the names that its servers could have exists.
    bool noSuchDomain() const {
        return translation_.provider.empty() && !report_.attempts.empty() &&
               std::all_of(report_.attempts.begin(), report_.attempts.end(), [](const Attempt& attempt) {
                   return attempt.outcome == Outcome::DnsNotFound || attempt.outcome == Outcome::DnsNoAddress;
               });
    }

    /// A certificate tells the name that its server is used under. A host that this provider is known by, or that was
    /// reached at the same address, is worth a try; any other name proves nothing.
    void otherNames() {
        std::vector<std::string> hosts;
        for (const auto* side : {&translation_.incoming, &translation_.outgoing})
            for (const TranslatedEndpoint& endpoint : *side)
                if (endpoint.origin == HostOrigin::Profile)
                    hosts.push_back(endpoint.host);
        for (const Attempt& attempt : report_.attempts) {
            if (attempt.outcome != Outcome::CertNameMismatch || !attempt.tls ||
                proven(attempt.candidate.endpoint.protocol))
                continue;
            for (const Attempt& other : report_.attempts)
                if (other.address == attempt.address && reachedInTls(other))
                    hosts.push_back(other.candidate.endpoint.host);
            for (const std::string& host : hosts)
                if (certifies(*attempt.tls, host) && !tried(attempt.candidate.endpoint.protocol, host))
                    say("advice-other-name", {{"host", attempt.candidate.endpoint.host}, {"other", host}});
        }
    }

    bool tried(Protocol protocol, const std::string& host) const {
        return std::any_of(report_.attempts.begin(), report_.attempts.end(), [&](const Attempt& attempt) {
            return attempt.candidate.endpoint.protocol == protocol && attempt.candidate.endpoint.host == host;
        });
    }

    void support() {
        if (!translation_.supportUrl.empty())
            say("advice-support", {{"url", translation_.supportUrl}});
    }

    void closing() {
        if (translation_.status && translation_.status->state == ServiceState::Closing && translation_.status->until)
            say("advice-closing", {{"until", toString(*translation_.status->until)}});
    }

    const Judgement& judgement_;
    const Translation& translation_;
    const RunReport& report_;
    std::vector<Message> list_;
};

} // namespace

Message stepAdvice(const TranslatedStep& step) {
    Message message{"advice-step", {{"step.ja", step.text.ja}, {"step.en", step.text.en}}};
    if (!step.where.ja.empty() || !step.where.en.empty()) {
        message.code += "-where";
        message.arguments.emplace_back("where.ja", step.where.ja);
        message.arguments.emplace_back("where.en", step.where.en);
    }
    if (!step.url.empty()) {
        message.code += "-url";
        message.arguments.emplace_back("url", step.url);
    }
    return message;
}

std::vector<Message> adviceFor(const Judgement& judgement, const Translation& translation, const RunReport& report) {
    return Adviser(judgement, translation, report).list();
}

} // namespace yomikae
