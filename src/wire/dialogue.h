// The contract between a mail protocol and whoever moves the bytes. A dialogue takes whole lines and says what to do
// next; it knows no socket, no TLS and no clock. One table (state x event -> next) a protocol; a missing entry is a
// finding, never undefined behaviour.
#pragma once

#include "base/endpoint.h"
#include "base/mechanism.h"
#include "base/outcome.h"
#include "base/secret.h"
#include "wire/capabilities.h"
#include "wire/errand.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace yomikae {

/// What a dialogue found out in the end (or on the way, see Step::finding).
struct Finding {
    Outcome outcome = Outcome::ProtocolError;
    Stage stage = Stage::Greeting;
    /// The deciding line as the server sent it, raw bytes without CRLF. tls-not-offered: only a line that tells why
    /// (CAPA refused, a word overwritten on the way), else "".
    std::string serverText;
    int replyCode = 0;        ///< SMTP 220…554; 0 in POP3 and IMAP
    std::string responseCode; ///< POP3/IMAP "AUTH", "SYS/TEMP", "IN-USE"…; SMTP enhanced code "5.7.8"
    /// One word more, "" where there is none. not-this-protocol: who speaks (`speakerOf`). limit-exceeded: "line",
    /// "lines", "bytes", "rounds". protocol-error: "unasked" (an answer to nothing), "early" (a yes before the
    /// password), "desync" (answers in the wrong place), "mixed" (several SMTP codes in one reply), "challenge",
    /// "base64", "preauth", "syntax" (the login was not understood, so the password was not looked at), "order" (the
    /// owner's mistake). auth-rejected: "user" (the name, before the password was
    /// sent). auth-unclear: "closed". tls-declined: "temporary". tls-not-offered: "masked" (something on the way blanks
    /// words out), "preauth". try-later: "login-delay", "idle". closed-early: "idle". login-ok: "mailbox" (logged in,
    /// but the mailbox could not be read), "sender-refused" (logged in, but not to send from this address),
    /// "recipient-refused" (logged in, but the person's own mailbox takes no mail just now),
    /// "sender-unknown" (no clear answer to that), "errand" (the errand was not done to its end).
    std::string reason;
    friend bool operator==(const Finding&, const Finding&) = default;
};

/// What the owner of the connection must do now, in this order: send `bytes`, then start TLS, then read on; or act on
/// `finding`.
struct Step {
    std::string bytes; ///< to send, with CRLF; wiped by the owner after use where `secret`
    std::string shown; ///< the same for the transcript, secrets as ****
    bool secret = false;
    bool startTls =
        false; ///< the server said yes to STLS/STARTTLS: hand over to TLS now; bytes already there are an injection
    bool ready = false; ///< capabilities are known (inside TLS where there is TLS); `login`, `quit` may be called
    bool close = false; ///< nothing more to say: close the connection
    std::optional<Finding> finding; ///< the result is fixed; a QUIT may still be in `bytes`
};

/// Everything that a login needs. The secret is released for exactly this connection.
struct LoginRequest {
    std::string username;
    const ReleasedSecret& password;
    /// In the order to try; empty = best offered. Only what the server offers is tried; where it offers none of these,
    /// the best offered, but only inside TLS. A refused mechanism (504, unknown) is not a refused login: the next one
    /// follows, nothing beyond the plan.
    std::vector<Mechanism> mechanisms;
    bool insideTls = true; ///< must say how it is: a login in clear is never an oversight
};

struct DialogueOptions {
    Security security = Security::ImplicitTls; ///< StartTls: STLS/STARTTLS is asked for; without an offer the finding
                                               ///< is tls-not-offered
    std::string ehloName = "[127.0.0.1]"; ///< SMTP: a checked name or address literal (RFC 5321 4.1.3); the machine's
                                          ///< own name is never used
    /// SMTP: after the login ask whether mail from this address to itself would be taken (MAIL FROM, RCPT TO, RSET; no
    /// mail is sent). "" = do not ask.
    std::string sender = {};
    /// Done after the login, in place of the good-bye: the finding waits for its end. Nothing = none.
    std::shared_ptr<Errand> errand = {};
};

/// One conversation in one protocol. Not copyable; made by `makeDialogue`.
class Dialogue {
  public:
    virtual ~Dialogue() = default;
    /// A line from the server without its CRLF (a bare LF ends a line too).
    virtual Step line(std::string_view line) = 0;
    /// The TLS handshake that `startTls` asked for is done and the certificate was accepted (or judged harmless for a
    /// login-less probe). Everything learned before is forgotten (RFC 2595 4, RFC 3207 4.2).
    virtual Step tlsEstablished() = 0;
    /// Bytes were already waiting when the last Step's command was to be sent: an answer to a question that nobody
    /// asked. The owner calls it INSTEAD of sending that command (or starting TLS). protocol-error "unasked", or
    /// tls-injection at startTls.
    virtual Step unasked(std::string_view text) = 0;
    /// The line reader gave up on a line without an end.
    virtual Step lineTooLong(std::string_view text) = 0;
    /// Only after `ready`, before `login`, inside TLS. SMTP: asks for the challenge of the mechanism that `login` will
    /// use (RFC 4954 4), so that the password can follow at once; no name and no secret goes out. A refusal, or another
    /// protocol, changes nothing. `ready` comes again with the challenge, but `login` and `quit` need not wait for it.
    virtual Step askAhead(const std::vector<Mechanism>& mechanisms) = 0;
    /// Only after `ready`, once. The owner calls it when the queue lets this connection log in.
    virtual Step login(const LoginRequest& request) = 0;
    /// Ends politely: QUIT or LOGOUT, or only `close` where a command would be taken for something else. After `ready`,
    /// without a login, the finding is `ready`.
    virtual Step quit() = 0;
    /// Ends at once: as `quit`, but a challenge that stands is not declined first. What goes out is QUIT and no more.
    virtual Step leave() = 0;
    /// The connection went away. closed-early, auth-unclear (during login), or nothing more to say after a finding.
    virtual Step closed() = 0;
    /// True where no answer is due: a line that comes now is unasked (response desynchronisation).
    virtual bool expectsNothing() const = 0;
    virtual Stage stage() const = 0;
    /// True from the moment the password (or a digest of it) has been sent until the verdict: decides the deadline and
    /// auth-unclear.
    virtual bool awaitsVerdict() const = 0;
    /// How often the password, or a digest of it, has gone out: each is a login in the server's books, whatever it
    /// said.
    virtual int passwordsSent() const = 0;
    virtual const Capabilities& capabilities() const = 0;
    /// The mechanism used for login, once chosen.
    virtual std::optional<Mechanism> mechanism() const = 0;
    /// The greeting line as sent (raw), "" before it came.
    virtual const std::string& greeting() const = 0;
};

/// What kind of server says such bytes first: "http", "ssh", "tls", "ftp", "smtp", "pop3", "imap", or "unknown". For
/// greetings, also unfinished ones.
std::string_view speakerOf(std::string_view firstBytes);

std::unique_ptr<Dialogue> makeDialogue(Protocol protocol, const DialogueOptions& options);

} // namespace yomikae
