#include "probe/send_test.h"

#include "base/limits.h"
#include "base/names.h"
#include "base/text.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace yomikae {

namespace {

using namespace std::chrono_literals;
using Outcome_ = SendTestOutcome;

constexpr Named<SendTestOutcome> OutcomeNames[] = {{Outcome_::NotDone, "not-done"},
                                                   {Outcome_::NotSent, "not-sent"},
                                                   {Outcome_::Refused, "refused"},
                                                   {Outcome_::Deferred, "deferred"},
                                                   {Outcome_::Unclear, "unclear"},
                                                   {Outcome_::SentNotLooked, "sent-not-looked"},
                                                   {Outcome_::SentNotFound, "sent-not-found"},
                                                   {Outcome_::Found, "found"},
                                                   {Outcome_::Cancelled, "cancelled"}};

/// Between two looks: mail within one provider takes a second or two, a content filter half a minute.
constexpr Milliseconds Gaps[] = {2s, 4s, 8s, 15s, 30s};
constexpr Milliseconds LastGap = 28s; // seven looks in two minutes
constexpr Milliseconds LeastForALook = 10s;

/// CAPA's "LOGIN-DELAY 60" (RFC 2449 6.5): no login sooner than that after the last one.
Milliseconds loginDelayOf(const Attempt& incoming) {
    if (!incoming.capabilities)
        return {};
    for (const std::string& line : incoming.capabilities->lines) {
        const auto words = wordsOf(line);
        int seconds = 0;
        if (words.size() >= 2 && equalsIgnoringCase(words[0], "LOGIN-DELAY") &&
            std::from_chars(words[1].data(), words[1].data() + words[1].size(), seconds).ec == std::errc{})
            return std::chrono::seconds(std::clamp(seconds, 0, 3600));
    }
    return {};
}

bool connected(const Attempt& attempt) {
    return attempt.stage >= Stage::Connect && attempt.outcome != Outcome::Skipped;
}

/// What the one login of a leg came to: a leg may have two attempts, the last of which is the one that got further.
const Attempt& decisive(const RunReport& leg) {
    const auto tried = std::find_if(leg.attempts.begin(), leg.attempts.end(),
                                    [](const Attempt& attempt) { return !attempt.username.empty(); });
    return tried == leg.attempts.end() ? leg.attempts.front() : *tried;
}

std::string reasonOf(const Attempt& attempt, const RunReport& leg) {
    if (leg.loginElsewhere)
        return "elsewhere";
    if (leg.budgetSpent)
        return "budget";
    if (attempt.outcome == Outcome::LoginOk)
        return attempt.reason == "mailbox" ? "mailbox" : "cut";
    return std::string(name(attempt.outcome));
}

Candidate asProven(const Attempt& attempt) {
    Candidate candidate = attempt.candidate;
    candidate.usernames = {attempt.username};
    if (attempt.mechanism)
        candidate.mechanisms = {*attempt.mechanism};
    return candidate;
}

} // namespace

std::string_view name(SendTestOutcome outcome) {
    return nameIn(OutcomeNames, outcome);
}

SendTest::SendTest(SendTestSettings settings, const RunReport& proof, std::size_t incoming, std::size_t outgoing)
    : settings_(std::move(settings)), incoming_(proof.attempts.at(incoming)), outgoing_(proof.attempts.at(outgoing)),
      spentBefore_(proof.loginsSpent), lastLogin_(incoming_.began + incoming_.took),
      loginDelay_(loginDelayOf(incoming_)) {
    std::vector<const Attempt*> dialled;
    for (const Attempt& attempt : proof.attempts)
        if (connected(attempt))
            dialled.push_back(&attempt);
    std::stable_sort(dialled.begin(), dialled.end(), [](auto a, auto b) { return a->began < b->began; });
    for (const Attempt* attempt : dialled) {
        queue_.began(attempt->candidate.endpoint, attempt->began);
        queue_.ended(attempt->candidate.endpoint);
    }
    result_.messageId = markOf(settings_.message).id;
    at_ = proof.elapsed;
    if (const std::string why = whyNot(); !why.empty())
        over(SendTestOutcome::NotDone, why);
}

/// Both directions proven by a login, and nothing known that speaks against it.
std::string SendTest::whyNot() const {
    if (incoming_.outcome != Outcome::LoginOk || outgoing_.outcome != Outcome::LoginOk || incoming_.username.empty() ||
        outgoing_.username.empty())
        return "not-proven";
    if (!standsInPath(settings_.message.address))
        return "address";
    if (incoming_.reason == "mailbox" || outgoing_.reason == "sender-refused")
        return incoming_.reason == "mailbox" ? "mailbox" : "sender-refused";
    return spentBefore_ >= settings_.refusedLogins ? "budget" : "";
}

std::optional<Instant> SendTest::nextAt() const {
    if (underWay_ || finished())
        return std::nullopt;
    const auto polite = queue_.minuteOver(target().candidate.endpoint.host, at_);
    return std::max(at_, polite.value_or(at_));
}

SendTest::Leg SendTest::begin(Instant now) {
    underWay_ = true;
    legBegan_ = now;
    const Attempt& to = target();
    queue_.began(to.candidate.endpoint, now);
    queue_.ended(to.candidate.endpoint);
    Leg leg;
    leg.plan.candidates = {asProven(to)};
    leg.refusedLogins = settings_.refusedLogins - spentBefore_ - result_.loginsSpent;
    leg.deadline = timeFor(now);
    if (phase_ == Phase::Deliver) {
        delivery_ = std::make_shared<SmtpDelivery>(settings_.message.address, composed(settings_.message));
        leg.errand = delivery_;
        return leg;
    }
    const bool remove = settings_.remove || phase_ == Phase::Remove;
    pickup_ = makePickup(to.candidate.endpoint.protocol, {markOf(settings_.message), remove});
    leg.errand = pickup_;
    return leg;
}

Milliseconds SendTest::timeFor(Instant now) const {
    if (phase_ != Phase::Look)
        return limits::Candidate;
    return std::clamp(sentAt_ + limits::SendTest - now, LeastForALook, limits::ErrandAnswer);
}

void SendTest::ended(const RunReport& leg, Instant now) {
    underWay_ = false;
    result_.loginsRefused += leg.loginsRefused;
    result_.loginsSpent += leg.loginsSpent;
    const Attempt& attempt = decisive(leg);
    const Instant when = std::min(now, legBegan_ + attempt.began + attempt.took);
    switch (phase_) {
    case Phase::Deliver: delivered(attempt, leg, when); break;
    case Phase::Look: looked(attempt, leg, when); break;
    case Phase::Remove: removalEnded(attempt, leg); break;
    case Phase::Over: break;
    }
    if (cancelled_ && !result_.found)
        over(SendTestOutcome::Cancelled);
}

void SendTest::delivered(const Attempt& attempt, const RunReport& leg, Instant when) {
    const Delivery& delivery = delivery_->delivery();
    result_.at = delivery.at;
    result_.replyCode = delivery.code;
    result_.responseCode = shown(delivery.enhanced);
    result_.serverText = shown(delivery.serverText);
    if (delivery.at == Delivery::At::NotBegun)
        return over(SendTestOutcome::NotSent, reasonOf(attempt, leg));
    if (delivery.code / 100 == 5)
        return over(SendTestOutcome::Refused);
    if (delivery.code / 100 == 4)
        return over(SendTestOutcome::Deferred);
    if (!delivery.taken && !delivery.open())
        return over(SendTestOutcome::NotSent, "cut");
    result_.sent = delivery.taken ? std::optional(true) : std::nullopt;
    sentAt_ = when;
    phase_ = Phase::Look;
    lookAgain(Gaps[0], when);
}

void SendTest::looked(const Attempt& attempt, const RunReport& leg, Instant when) {
    const Pickup& pickup = pickup_->pickup();
    lastLogin_ = when;
    ++result_.looks;
    if (pickup.found) {
        result_.sent = true;
        result_.after = std::max(Milliseconds{}, when - sentAt_);
        take(pickup);
        return over(SendTestOutcome::Found, result_.reason);
    }
    seen_ = seen_ || pickup.looked;
    trouble_ = !pickup.trouble.empty() ? pickup.trouble : pickup.looked ? "" : reasonOf(attempt, leg);
    // a server that cannot show headers will not learn it, and a password that is refused now is not sent again
    const bool hopeless = pickup.trouble == "top" || pickup.trouble == "search" || leg.loginsSpent > 0 ||
                          leg.lockedOut || leg.budgetSpent;
    if (hopeless)
        return giveUp();
    const bool later = attempt.outcome == Outcome::TryLater || attempt.outcome == Outcome::MailboxBusy;
    const auto n = static_cast<std::size_t>(result_.looks);
    lookAgain(later || n >= std::size(Gaps) ? LastGap : Gaps[n], when);
}

void SendTest::removalEnded(const Attempt& attempt, const RunReport& leg) {
    const Pickup& pickup = pickup_->pickup();
    take(pickup);
    if (!pickup.found)
        result_.reason = cancelled_ ? "cancelled" : pickup.looked ? "not-there" : reasonOf(attempt, leg);
    over(SendTestOutcome::Found, result_.reason);
}

void SendTest::take(const Pickup& pickup) {
    result_.found = result_.found || pickup.found;
    result_.removed = pickup.removed;
    result_.marked = pickup.marked && !pickup.removed;
    result_.reason = pickup.trouble;
}

/// Not before the server lets anybody in again, and not when the time for it is over.
void SendTest::lookAgain(Milliseconds gap, Instant now) {
    at_ = std::max(now + gap, lastLogin_ + loginDelay_);
    const auto next = nextAt();
    if (!next || *next <= sentAt_ + limits::SendTest)
        return;
    if (!seen_ && trouble_.empty())
        trouble_ = "login-delay";
    giveUp();
}

void SendTest::giveUp() {
    const bool certain = result_.sent.has_value();
    over(!certain ? SendTestOutcome::Unclear
         : seen_  ? SendTestOutcome::SentNotFound
                  : SendTestOutcome::SentNotLooked,
         trouble_);
}

void SendTest::over(SendTestOutcome outcome, std::string reason) {
    phase_ = Phase::Over;
    result_.outcome = outcome;
    result_.reason = std::move(reason);
}

void SendTest::cancel() {
    if (finished())
        return;
    cancelled_ = true;
    if (!underWay_ && phase_ == Phase::Remove)
        over(SendTestOutcome::Found, "cancelled");
    else if (!underWay_)
        over(SendTestOutcome::Cancelled);
}

bool SendTest::removeNow(Instant now) {
    const bool there = result_.found && !result_.removed && !result_.marked;
    const Instant polite = std::max(now, lastLogin_ + loginDelay_);
    if (!finished() || !there || cancelled_ || polite - now > limits::SendTest)
        return false;
    at_ = polite;
    phase_ = Phase::Remove;
    return true;
}

std::string SendTest::shown(const std::string& text) const {
    return printable(settings_.password.struckOut(text), limits::ShownServerText);
}

} // namespace yomikae
