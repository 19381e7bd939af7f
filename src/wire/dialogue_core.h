// What POP3, SMTP and IMAP have in common: states and events, the table that joins them, findings, limits, and the
// login by one mechanism after another. A protocol adds its grammar (text -> event), its table and its words.
#pragma once

#include "base/limits.h"
#include "wire/dialogue.h"
#include "wire/reply_hints.h"
#include "wire/sasl.h"

#include <span>

namespace yomikae {

enum class State {
    Greeting,   ///< nothing was said yet
    Hello,      ///< CAPA, EHLO, CAPABILITY was sent
    HelloList,  ///< inside the list of CAPA
    OldHello,   ///< HELO was sent after EHLO was refused
    StartTls,   ///< STLS, STARTTLS was sent
    Handshake,  ///< the server said yes to it: not one more byte in clear
    Ready,      ///< login or quit may come
    AuthAhead,  ///< AUTH was sent before there is anybody to log in
    AuthHeld,   ///< its challenge is there
    Withdrawn,  ///< "*" was sent to such a challenge, QUIT follows
    AuthAsked,  ///< AUTH was sent, the password not yet
    UserAsked,  ///< USER was sent
    Verdict,    ///< the password, or a digest of it, was sent
    Cancelling, ///< "*" was sent
    Mailbox,    ///< logged in, STAT was sent
    Sender,     ///< logged in, MAIL FROM was sent
    Recipient,  ///< RCPT TO was sent
    Resetting,  ///< RSET was sent
    Errand,     ///< logged in; what is said is the errand's
    Quitting,   ///< QUIT was sent, its answer matters to nobody
    Ended
};

enum class Event {
    Yes,
    No,
    Later,    ///< a temporary no (SMTP 4xx)
    Farewell, ///< the server is about to close (SMTP 421, IMAP BYE)
    Continue, ///< "+", 334
    Listed,   ///< one line of a list, or an untagged answer
    ListEnd,
    Odd ///< anything else
};

/// One row of a protocol's grammar: `action` runs in state `next` and may move on from there.
template <class D> struct Transition {
    State at;
    Event event;
    State next;
    Step (D::*action)();
};

/// The answer that is being dealt with, taken apart.
struct Reply {
    std::string line;         ///< the deciding line
    std::string whole;        ///< all lines, for hints
    std::string text;         ///< behind the status word
    int code = 0;             ///< SMTP
    std::string responseCode; ///< upper case
};

class DialogueCore : public Dialogue {
  public:
    explicit DialogueCore(const DialogueOptions& options)
        : options_(options), insideTls_(options.security == Security::ImplicitTls) {}

    Step line(std::string_view line) final;
    Step tlsEstablished() final;
    Step unasked(std::string_view text) final;
    Step lineTooLong(std::string_view text) final;
    Step askAhead(const std::vector<Mechanism>& mechanisms) final;
    Step login(const LoginRequest& request) final;
    Step quit() final;
    Step leave() final;
    Step closed() final;
    bool expectsNothing() const final;
    Stage stage() const final { return stage_; }
    bool awaitsVerdict() const final { return state_ == State::Verdict; }
    int passwordsSent() const final { return passwordsSent_; }
    const Capabilities& capabilities() const final { return capabilities_; }
    std::optional<Mechanism> mechanism() const final { return mechanism_; }
    const std::string& greeting() const final { return greeting_; }

  protected:
    // --- a protocol's own words
    virtual Step answered(std::string_view line) = 0; ///< one line that is due: take it apart, look it up in the table
    virtual std::string helloCommand() = 0;
    virtual std::string startTlsCommand() = 0;
    virtual std::string quitCommand() = 0;
    virtual std::string authCommand() = 0; ///< up to and with the blank before the mechanism's name
    virtual bool initialResponseAllowed(std::size_t lineSize) const = 0;
    /// A challenge costs a round trip of its own, so it may be asked for before the login.
    virtual bool asksAhead() const { return false; }
    /// Ways to log in that the server offers, best first.
    virtual std::vector<Mechanism> offered() = 0;
    /// Starts a login that is no SASL exchange.
    virtual Step startOther(Mechanism mechanism) = 0;
    /// The outcome that the reply's code fixes by itself.
    virtual std::optional<Outcome> outcomeOfCode() const = 0;
    virtual void forget() {} ///< everything learned outside TLS

    // --- steps
    template <class D> Step dispatch(std::span<const Transition<D>> table, D& self, Event event) {
        for (const Transition<D>& row : table)
            if (row.at == state_ && row.event == event) {
                enter(row.next);
                return (self.*row.action)();
            }
        return missing();
    }
    void enter(State state);
    Step send(std::string command);
    Step sendSecret(std::string bytes, std::string shown); ///< and awaits the verdict
    /// The result is fixed, and a QUIT goes out.
    Step conclude(Outcome outcome, std::string reason = {});
    /// The result is fixed and nothing more is said to this server.
    Step abort(Outcome outcome, std::string reason = {});

    // --- actions that all tables use
    Step wait() { return {}; }
    Step foreign();  ///< the greeting of something else
    Step askHello(); ///< after the greeting
    Step capabilitiesKnown();
    Step tlsNotOffered();
    Step startHandshake();
    Step tlsDeclined();
    Step challengeKept(); ///< of a login that is still to come
    Step noChallenge();   ///< the login will ask again, and deal with the refusal
    Step challenged();
    Step refused(); ///< a no to a login
    Step userRefused();
    Step nextMechanism();
    Step saidGoodbye(); ///< the server ends an idle connection
    Step cameEarly();   ///< a yes before it could know the password

    Finding finding(Outcome outcome, std::string reason) const;
    bool passwordIsAscii() const;
    const std::string& username() const { return username_; }
    const ReleasedSecret& password() const { return *password_; }

    const DialogueOptions options_;
    State state_ = State::Greeting;
    Stage stage_ = Stage::Greeting;
    bool insideTls_;
    Capabilities capabilities_;
    std::string greeting_;
    Reply reply_;
    bool userWasOffered_ = true; ///< false: USER/PASS is a guess, its refusal says nothing about the user
    int unknownCommands_ = 0;

  private:
    Step missing();
    std::optional<Step> beyondLimits(std::string_view line);
    bool inputIsValid(const LoginRequest& request) const;
    Step goOn(State from);
    void planMechanisms(const std::vector<Mechanism>& wished);
    Step nothingOffered();
    bool listsOnlyOAuth() const;
    Step startMechanism();
    Step startSasl(Mechanism mechanism);
    Step cancelExchange();
    Step withdraw(State from);
    Step beginErrand();
    Step errandLine(std::string_view line);
    Step followErrand(ErrandStep what);
    Step errandBroken() { return abort(Outcome::LoginOk, "errand"); }
    Step refusedByHint(Hint hint);

    std::size_t answerLines_ = 0;
    std::size_t answerBytes_ = 0;
    std::size_t allBytes_ = 0;
    bool concluded_ = false;
    bool errandBegun_ = false;
    std::size_t errandBytes_ = 0;

    std::string username_;
    std::optional<ReleasedSecret> password_;
    std::optional<SaslExchange> exchange_;
    std::optional<Mechanism> mechanism_;
    std::vector<Mechanism> plan_;
    std::size_t planAt_ = 0;
    bool badChallenge_ = false;
    int passwordsSent_ = 0;
};

} // namespace yomikae
