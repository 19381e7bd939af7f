// What was seen: one Attempt a conversation, all of them in a RunReport. Facts, no sentences.
#pragma once

#include "base/endpoint.h"
#include "base/mechanism.h"
#include "base/outcome.h"
#include "candidates/plan.h"
#include "probe/network.h"
#include "tls/tls_facts.h"
#include "wire/capabilities.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace yomikae {

using namespace std::chrono_literals;

/// What needs a yes before the login can go on.
enum class ConsentKind { Cleartext, Certificate, Host };
std::string_view name(ConsentKind kind); ///< "cleartext", "certificate", "host"

struct ConsentNeeded {
    ConsentKind kind = ConsentKind::Cleartext;
    Endpoint endpoint;
    std::string sha256; ///< Certificate: the leaf that a yes would cover
    friend bool operator==(const ConsentNeeded&, const ConsentNeeded&) = default;
};

/// One line of the transcript: who, what (secrets struck out, printable), when (since the connection began).
struct TranscriptLine {
    enum class From { Client, Server, Note } from = From::Note;
    std::string text;
    Milliseconds at{};
    friend bool operator==(const TranscriptLine&, const TranscriptLine&) = default;
};

struct Attempt {
    Candidate candidate;
    std::string address; ///< the IP address that answered (or was tried last)
    Outcome outcome = Outcome::Skipped;
    Stage stage = Stage::Resolve;
    std::string serverText; ///< printable
    int replyCode = 0;
    std::string responseCode;
    std::string reason;   ///< one word more (see wire/dialogue.h, tls/tls_facts.h); for Skipped: why
    std::string username; ///< that was tried, "" = no login
    std::optional<Mechanism> mechanism;
    int passwordsSent = 0; ///< how often the password, or a digest of it, went out; for the run, not for reports
    std::optional<TlsFacts> tls;
    /// Where the handshake failed as with an old server, or a port for clear text stayed silent: what a second one,
    /// under lax rules, showed. It never carried a password.
    std::optional<TlsFacts> laxTls;
    std::optional<Capabilities> capabilities; ///< the last list: inside TLS where there is TLS
    std::optional<ConsentNeeded> consent;
    std::vector<TranscriptLine> transcript;
    Milliseconds began{}; ///< since the run's start
    Milliseconds took{};
    friend bool operator==(const Attempt&, const Attempt&) = default;
};

/// By a certificate without a fault it is the asked server, whatever it calls itself.
bool isCertified(const Attempt& attempt);
/// Spoken to in clear, but the server offers STARTTLS.
bool offersStartTls(const Attempt& attempt);

struct RunReport {
    std::vector<Attempt>
        attempts; ///< in the plan's order; a candidate may have several (user name forms, security found on the way)
    int loginsRefused = 0;
    int loginsSpent = 0; ///< what counts against the next runs: passwords that brought no yes; a lock counts as all
    bool passwordGiven = false;
    bool cancelled = false;
    bool lockedOut = false;                   ///< a server said that the account is locked or the rate is limited
    bool budgetSpent = false;                 ///< another login would have been tried, but two were refused
    bool loginElsewhere = false;              ///< no login: another process has the account
    std::optional<Milliseconds> loginAgainIn; ///< where the budget is spent: how long a person had better wait
    bool networkDown = false;                 ///< nothing resolved or connected at all and the machine has no route
    std::optional<Milliseconds> firstAnswer;  ///< when the first proven pair was known
    Milliseconds elapsed{};
    friend bool operator==(const RunReport&, const RunReport&) = default;
};

} // namespace yomikae
