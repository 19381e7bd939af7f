// One candidate on its way through a run: from waiting for its turn to a closed connection.
#pragma once

#include "candidates/plan.h"
#include "probe/address_race.h"
#include "probe/conversation.h"
#include "probe/login_budget.h"

#include <map>
#include <optional>
#include <string>

namespace yomikae {

/// A connection beside a silent one: is it TLS that the server waits for? One handshake under lax rules, no login.
struct TlsLook {
    int connection = 0; ///< 0 = gone
    std::optional<Conversation> talk;
};

struct ProbeUnderWay {
    enum class Phase {
        Waiting, ///< for an address, or for its turn
        Racing,  ///< connections to its addresses are being made
        Talking, ///< one of them was made; also while a QUIT is under way
        Done
    };

    /// A second handshake under lax rules, only to find out how old the server's TLS is.
    enum class LaxLook { None, Wanted, UnderWay };

    explicit ProbeUnderWay(Candidate what) : candidate(std::move(what)) {}

    Candidate candidate;
    Phase phase = Phase::Waiting;
    std::optional<Instant> setsOutAt; ///< it lets others set out first
    std::optional<Instant> began;
    AddressRace race;
    std::map<int, std::string> racing; ///< connection -> address
    int connection = 0;                ///< 0 = none, or gone
    std::string address;
    std::optional<Conversation> talk;
    Instant connectedAt{};
    Instant readyAt{};
    bool recorded = false;                 ///< the outcome stands in the report
    std::optional<ConsentNeeded> question; ///< about a certificate or missing TLS, be it that nobody is asked yet
    bool retried = false;                  ///< a try without a password was repeated
    bool again = false;                    ///< to be repeated once the connection is closed
    LaxLook laxLook = LaxLook::None;
    std::optional<TlsLook> tlsLook;
    bool followed = false;           ///< another user name form goes on in an attempt of its own
    std::optional<LoginChoice> turn; ///< the one login at a time is this probe's
    bool taken = false;              ///< its password was taken; the mailbox is still looked at

    bool idle() const { return phase == Phase::Talking && talk->ready() && !turn; }
    bool done() const { return phase == Phase::Done; }
    const Endpoint& endpoint() const { return candidate.endpoint; }
    bool incoming() const { return isIncoming(candidate.endpoint.protocol); }
};

} // namespace yomikae
