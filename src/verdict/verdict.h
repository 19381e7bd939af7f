// What the facts of a run mean. Codes with arguments; `words` makes the sentences.
#pragma once

#include "base/message.h"
#include "probe/report.h"
#include "translation/translation.h"

#include <optional>
#include <string_view>
#include <vector>

namespace yomikae {

enum class Verdict {
    Works,
    IncomingOnly,
    OutgoingOnly,
    Reachable,
    PasswordRefused,
    Locked,
    NeedsConsent,
    NeedsAction,
    OAuthOnly,
    ProviderEnded,
    NetworkDown,
    NothingWorks
};
std::string_view name(Verdict verdict); ///< "works", "incoming-only", …

/// The best endpoint found in one direction.
struct Proven {
    enum class How { Login, Reached } how = How::Reached; ///< JSON "proven": "login" or "reached"
    std::size_t attempt = 0;                              ///< index into RunReport::attempts
    friend bool operator==(const Proven&, const Proven&) = default;
};

struct Judgement {
    Verdict verdict = Verdict::NothingWorks;
    Message summary; ///< the verdict in one sentence
    std::optional<Proven> incoming;
    std::optional<Proven> outgoing;
    std::vector<Message> explanations; ///< one an attempt, same order
    std::vector<Message> advice;       ///< what to do next, the most likely first
    friend bool operator==(const Judgement&, const Judgement&) = default;
};

/// The best proven endpoint is the best-ranked login-ok, not the first in time.
Judgement judge(const Translation& translation, const RunReport& report);

} // namespace yomikae
