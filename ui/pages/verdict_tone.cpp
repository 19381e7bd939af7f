#include "ui/pages/verdict_tone.h"

#include "ui/models/directions.h"

namespace yomikae::ui {

Tone toneOf(const Judgement& judgement, const RunReport& report) {
    switch (judgement.verdict) {
    case Verdict::Works: return allIsWell(judgement, report) ? Tone::Good : Tone::Warn;
    case Verdict::Reachable: return Tone::Info;
    case Verdict::IncomingOnly:
    case Verdict::OutgoingOnly:
    case Verdict::NeedsConsent:
    case Verdict::NeedsAction:
    case Verdict::OAuthOnly: return Tone::Warn;
    default: return Tone::Bad;
    }
}

} // namespace yomikae::ui
