// Finding one message again among the newest of a mailbox, and removing it where that is wished: POP3 and IMAP.
#pragma once

#include "base/endpoint.h"
#include "wire/errand.h"
#include "wire/test_message.h"

#include <memory>
#include <string>
#include <utility>

namespace yomikae {

struct PickupRequest {
    MessageMark mark;
    bool remove = false; ///< exactly this message, once it is found; no other is ever touched
};

/// What became of it.
struct Pickup {
    bool looked = false; ///< the newest messages were looked at
    bool found = false;
    bool removed = false; ///< and the server said that it is gone
    bool marked = false;  ///< IMAP without UIDPLUS: marked as deleted; a plain EXPUNGE would take other mail along
    /// One word where something went wrong: "mailbox" (it could not be opened or read), "top" (the server does not show
    /// headers), "search", "read-only", "not-removed" (the server said no), "not-confirmed" (no answer to that),
    /// "no-uidplus".
    std::string trouble{};
    std::string serverText{}; ///< the line behind the trouble, raw
    friend bool operator==(const Pickup&, const Pickup&) = default;
};

class PickupErrand : public Errand {
  public:
    explicit PickupErrand(PickupRequest request) : request_(std::move(request)), seeker_(request_.mark) {}
    const Pickup& pickup() const { return pickup_; }

  protected:
    static ErrandStep say(const std::string& command) { return {command + "\r\n", command + "\r\n", {}}; }
    ErrandStep done(ErrandStep::Then then = ErrandStep::Then::Quit) const { return {{}, {}, then}; }
    ErrandStep failed(const char* trouble, std::string_view line, ErrandStep::Then then = ErrandStep::Then::Quit);

    PickupRequest request_;
    MarkSeeker seeker_;
    Pickup pickup_;
};

/// Headers only, of the newest limits::NewestMessages at most; nothing is marked as read.
std::shared_ptr<PickupErrand> makePickup(Protocol incoming, const PickupRequest& request);
std::shared_ptr<PickupErrand> makePop3Pickup(const PickupRequest& request);
std::shared_ptr<PickupErrand> makeImapPickup(const PickupRequest& request);

} // namespace yomikae
