#include "wire/pickup.h"

namespace yomikae {

ErrandStep PickupErrand::failed(const char* trouble, std::string_view line, ErrandStep::Then then) {
    pickup_.trouble = trouble;
    pickup_.serverText = line;
    return done(then);
}

std::shared_ptr<PickupErrand> makePickup(Protocol incoming, const PickupRequest& request) {
    return incoming == Protocol::Imap ? makeImapPickup(request) : makePop3Pickup(request);
}

} // namespace yomikae
