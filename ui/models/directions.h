// The run so far as two halves, receiving and sending; and what is worth a question to the person.
#pragma once

#include "ui/session.h"

#include <vector>

namespace yomikae::ui {

enum class HalfState {
    NotPlanned, ///< no door is known for this direction
    Waiting,
    Connecting,
    LoggingIn,
    AskingSender, ///< logged in; whether mail may be sent as this address is being asked
    Asks,         ///< goes on only with a yes
    Open,         ///< reached; no password was tried
    Proven,       ///< by a login
    Unproven      ///< the run is over and brought neither
};

struct Half {
    HalfState state = HalfState::NotPlanned;
    Endpoint endpoint; ///< of Asks, Open and Proven; host "" else
    friend bool operator==(const Half&, const Half&) = default;
};

/// `report` may be null: then by the plan alone.
Half halfOf(const Plan& plan, const RunReport* report, bool checking, bool incoming);

/// An attempt whose outcome is not known yet.
bool isUnderWay(const Attempt& attempt);

/// Both directions are proven, and nothing that the servers said stands against it.
bool allIsWell(const Judgement& judgement, const RunReport& report);

/// Of the open questions those worth asking now, at most one a direction: nothing better is proven, and nothing better
/// is still under way. A list of all of them would only make people agree.
std::vector<ConsentNeeded> worthAsking(const RunReport& report, bool checking, const std::vector<ConsentNeeded>& open);

} // namespace yomikae::ui
