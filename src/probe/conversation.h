// One whole probe of one address: line reader, dialogue, TLS, transcript and deadlines in one value without I/O.
#pragma once

#include "base/secret.h"
#include "candidates/plan.h"
#include "probe/network.h"
#include "probe/report.h"
#include "probe/transcript.h"
#include "tls/certificate_gate.h"
#include "tls/tls_session.h"
#include "wire/dialogue.h"
#include "wire/line_reader.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace yomikae {

struct ConversationSettings {
    Candidate candidate;
    const TrustStore* trust = nullptr; ///< outlives the conversation
    WallTime wallClock{};
    std::string ehloName = "[127.0.0.1]";
    std::string agreedSha256; ///< the leaf that the person said yes to for this host and port, or ""
    std::string sender;       ///< SMTP: also asked whether it may send, "" = not
    bool lax = false;         ///< an old version of TLS is looked at; no certificate is accepted, so no login follows
    Secret password;          ///< so that it can be struck out; only `login` sends it
    std::shared_ptr<Errand> errand = {}; ///< done once the login is proven; nothing = none
};

/// Begins when the TCP connection is made. Every input may yield bytes to send (`takeBytes`), an outcome (`decided`),
/// and the wish to be closed; look at all of them after each call. Deadlines are for whole stages: a byte a second does
/// not push them back.
class Conversation {
  public:
    Conversation(ConversationSettings settings, Instant now);

    void received(std::string_view bytes, Instant now);
    void closed(bool reset, Instant now);
    void tick(Instant now);

    /// The server is reached and its capabilities are known, inside TLS with an accepted certificate where the
    /// candidate says TLS. It waits for `login` or `quit`.
    bool ready() const { return ready_; }
    /// Only when ready: a login with these mechanisms may follow. What can be asked without a name or a secret is asked
    /// now; it stays ready. True where something was asked.
    bool askAhead(const std::vector<Mechanism>& mechanisms, Instant now);
    /// Only when ready. The secret is released by the accepted certificate, or by `consents` where there is no TLS;
    /// without either nothing is sent and the outcome is plaintext-refused.
    void login(const std::string& username, const std::vector<Mechanism>& mechanisms, const Secret& password,
               const Consents& consents, Instant now);
    /// Connected, and not one byte came.
    bool silent() const {
        return !decided_ && !tls_ && reader_.empty() && dialogue_->stage() == Stage::Greeting &&
               dialogue_->greeting().empty();
    }
    /// Only when silent: what a handshake on another connection to the same port showed. Where the server answered in
    /// TLS, or with a web page, there is nothing more to wait for.
    void lookedForTls(const TlsFacts& seen, bool answered, Instant now);
    /// Ends politely. Where it was ready, the outcome is `ready`.
    void quit(Instant now);
    /// Ends at once: what goes out is QUIT and no more.
    void cancel(Instant now);

    /// The server said yes to the password; the mailbox, or the sender's address, is still looked at.
    bool passwordTaken() const {
        return !decided_ && (dialogue_->stage() == Stage::Done || dialogue_->stage() == Stage::Sender);
    }
    /// How often the password, or a digest of it, went out.
    int passwordsSent() const { return dialogue_->passwordsSent(); }
    /// The outcome is fixed; a QUIT may still be under way.
    bool decided() const { return decided_; }
    bool wantsClose() const { return over_; }
    std::string takeBytes();
    std::optional<Instant> wakeAt() const;
    /// How far it is, for whoever watches.
    Stage stage() const { return handshaking() ? Stage::Tls : dialogue_->stage(); }
    /// What is known so far: complete once decided.
    const Attempt& attempt() const { return attempt_; }

  private:
    bool goOut(Instant now);
    bool handshaking() const { return tls_ && !peer_; }
    void startTls();
    void advanceTls();
    void openGate();
    void refuseCertificate();
    void handshakeFailed();
    void connectionEnded(bool reset);
    bool foreignGreeting();
    void readLines();
    void act(Step step);
    bool somethingWaits(Step& step);
    void send(Step& step);
    void timedOut();
    void conclude(const Finding& finding);
    void conclude(Outcome outcome, Stage stage, std::string reason);
    void see();
    void finish();
    void flushTls();
    void waitFor(Milliseconds most) { deadline_ = now_ + most; }
    void note(TranscriptLine::From from, std::string_view text) { transcript_.add(from, text, now_ - began_); }

    ConversationSettings settings_;
    Endpoint endpoint_;
    Attempt attempt_;
    Transcript transcript_;
    std::unique_ptr<Dialogue> dialogue_;
    std::optional<TlsSession> tls_;
    std::optional<AcceptedPeer> peer_;
    LineReader reader_;
    std::string out_;
    Instant began_;
    Instant now_;
    std::optional<Instant> deadline_;
    std::optional<Instant> busyUntil_; ///< of all stages together
    bool ready_ = false;
    bool decided_ = false;
    bool over_ = false;
};

} // namespace yomikae
