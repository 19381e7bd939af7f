#include "translation/old_era.h"

#include "profile/name_template.h"

#include <algorithm>

namespace yomikae {

namespace {

/// As exact as the limit is: the whole of May 2006 is "until 2006-05".
bool isWithin(const PartialDate& issued, const OldSettings& old) {
    PartialDate cut = issued;
    if (old.to && !old.to->month)
        cut.month = 0;
    if (old.to && !old.to->day)
        cut.day = 0;
    return (!old.from || issued >= *old.from) && (!old.to || cut <= *old.to);
}

/// Counts agreements; one contradiction ends it.
class Comparison {
  public:
    void host(const std::string& old, const std::string& onPaper, const Variables& variables) {
        if (old.empty() || onPaper.empty())
            return;
        const auto spelled = expand(old, variables);
        const auto pattern = HostPattern::parse(spelled.value_or(old));
        value(pattern && pattern->match(onPaper));
    }
    void port(const std::optional<std::uint16_t>& old, const std::optional<std::uint16_t>& onPaper) {
        if (old && onPaper)
            value(*old == *onPaper);
    }
    void value(bool agrees) { agrees ? ++agreements_ : ++contradictions_; }
    int score() const { return contradictions_ ? 0 : agreements_; }

  private:
    int agreements_ = 0;
    int contradictions_ = 0;
};

int scoreOf(const OldSettings& old, const PaperFacts& paper, const Variables& variables) {
    const Certificate& certificate = *paper.certificate;
    Comparison comparison;
    comparison.host(old.popServer, paper.popHost, variables);
    comparison.host(old.smtpServer, paper.smtpHost, variables);
    comparison.port(old.popPort, certificate.popPort);
    comparison.port(old.smtpPort, certificate.smtpPort);
    if (certificate.issued && (old.from || old.to))
        comparison.value(isWithin(*certificate.issued, old));
    return comparison.score();
}

} // namespace

bool isOnOldPapers(const ProviderProfile& profile, const Variables& variables, const std::string& host) {
    return std::any_of(profile.oldSettings.begin(), profile.oldSettings.end(), [&](const OldSettings& old) {
        return expand(old.popServer, variables) == host || expand(old.smtpServer, variables) == host;
    });
}

const OldSettings* oldEra(const Recognised& recognised, const PaperFacts& paper) {
    if (!recognised.profile)
        return nullptr;
    const Variables variables = variablesFor(paper, *recognised.profile, recognised.variant);
    const OldSettings* best = nullptr;
    int most = 0;
    for (const OldSettings& old : recognised.profile->oldSettings)
        if (const int score = scoreOf(old, paper, variables); score > most) {
            most = score;
            best = &old;
        }
    return best;
}

} // namespace yomikae
