// A message from the person's address to itself, over the pair that a run has proven: sent once, then looked for. A
// value without I/O: it says which connection is next and when, and is told what became of it.
#pragma once

#include "base/secret.h"
#include "probe/probe_queue.h"
#include "probe/report.h"
#include "probe/run.h"
#include "wire/pickup.h"
#include "wire/smtp_delivery.h"
#include "wire/test_message.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace yomikae {

enum class SendTestOutcome {
    NotDone,       ///< nothing was tried, `reason` says why
    NotSent,       ///< the server was not reached, or did not let us in, or the connection broke before the message
    Refused,       ///< the server said no to the message, for good
    Deferred,      ///< the server said no for now (greylisting, a full mailbox)
    Unclear,       ///< the connection broke behind the message, and it was not found
    SentNotLooked, ///< sent, but the mailbox could not be looked at
    SentNotFound,  ///< sent, and not there yet
    Found,
    Cancelled
};
std::string_view name(SendTestOutcome outcome); ///< "not-done", "found", …

struct SendTestResult {
    SendTestOutcome outcome = SendTestOutcome::NotDone;
    /// One word more. not-done: "no-login", "no-password", "not-proven", "sender-refused", "mailbox", "address",
    /// "budget". Elsewhere an outcome's name ("auth-rejected"), "budget", "elsewhere", "cut", or a trouble of
    /// wire/pickup.h; with `found` it says why the message was not removed.
    std::string reason{};
    std::optional<bool> sent = false; ///< nothing = nobody knows
    Delivery::At at = Delivery::At::NotBegun;
    int replyCode = 0; ///< of the server for sending, to the message or to what it refused
    std::string responseCode{};
    std::string serverText{}; ///< printable
    bool found = false;
    std::optional<Milliseconds> after{}; ///< from the server's yes until it was found
    bool removed = false;
    bool marked = false; ///< as deleted, and still there
    int looks = 0;
    int loginsRefused = 0;
    int loginsSpent = 0; ///< of these connections
    std::string messageId{};
    friend bool operator==(const SendTestResult&, const SendTestResult&) = default;
};

struct SendTestSettings {
    TestMessage message;   ///< chance and date come with it
    Secret password;       ///< only to be struck out
    int refusedLogins = 2; ///< of the proof and of this together
    bool remove = false;   ///< as soon as it is found
};

class SendTest {
  public:
    enum class Phase { Deliver, Look, Remove, Over };

    /// One connection: a run of one candidate, with a clock of its own.
    struct Leg {
        Plan plan;
        std::shared_ptr<Errand> errand;
        int refusedLogins = 0;
        Milliseconds deadline{};
    };

    /// `incoming` and `outgoing` are attempts of `proof`. Where they prove no login, it is over at once. From here on
    /// `now` is the clock of the proof: politeness towards a server counts both.
    SendTest(SendTestSettings settings, const RunReport& proof, std::size_t incoming, std::size_t outgoing);

    Phase phase() const { return phase_; }
    bool finished() const { return phase_ == Phase::Over; }
    /// When the next leg may begin; nothing while one is under way, or when it is over.
    std::optional<Instant> nextAt() const;
    Leg begin(Instant now);
    void ended(const RunReport& leg, Instant now);
    /// A leg that is under way is to be cancelled by the caller, and its end told.
    void cancel();
    /// Over, found, and still there: once more, to remove it. False where that makes no sense.
    bool removeNow(Instant now);
    const SendTestResult& result() const { return result_; }

  private:
    std::string whyNot() const;
    const Attempt& target() const { return phase_ == Phase::Deliver ? outgoing_ : incoming_; }
    Milliseconds timeFor(Instant now) const;
    void delivered(const Attempt& attempt, const RunReport& leg, Instant when);
    void looked(const Attempt& attempt, const RunReport& leg, Instant when);
    void removalEnded(const Attempt& attempt, const RunReport& leg);
    void take(const Pickup& pickup);
    void lookAgain(Milliseconds gap, Instant now);
    void giveUp();
    void over(SendTestOutcome outcome, std::string reason = {});
    std::string shown(const std::string& text) const;

    SendTestSettings settings_;
    Attempt incoming_;
    Attempt outgoing_;
    ProbeQueue queue_; ///< counts connections a minute
    int spentBefore_ = 0;
    Phase phase_ = Phase::Deliver;
    bool underWay_ = false;
    bool cancelled_ = false;
    Instant legBegan_{};
    Instant at_{};
    Instant sentAt_{};
    Instant lastLogin_{};
    Milliseconds loginDelay_{};
    bool seen_ = false; ///< the mailbox was looked at, once at least
    std::string trouble_;
    std::shared_ptr<SmtpDelivery> delivery_;
    std::shared_ptr<PickupErrand> pickup_;
    SendTestResult result_;
};

} // namespace yomikae
