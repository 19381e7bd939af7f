#include "profile/knowledge.h"

#include "base/names.h"

#include <algorithm>
#include <chrono>

namespace yomikae {

namespace {

constexpr Named<Gap> GapNames[] = {
    {Gap::NoIncoming, "no-incoming"}, {Gap::NoOutgoing, "no-outgoing"},         {Gap::NoImap, "no-imap"},
    {Gap::NoSource, "no-source"},     {Gap::NoOldSettings, "no-old-settings"},  {Gap::EndNear, "end-near"},
    {Gap::EndPassed, "end-passed"},   {Gap::CheckedLongAgo, "checked-long-ago"}};
static_assert(std::size(GapNames) == Gaps);

constexpr int DaysOfAYear = 365;

std::chrono::sys_days firstDay(const PartialDate& date) {
    return std::chrono::year{date.year} / std::max(date.month, 1) / std::max(date.day, 1);
}

/// The last day that a date may mean: a month ends with its last day.
std::chrono::sys_days lastDay(const PartialDate& date) {
    if (date.day != 0)
        return firstDay(date);
    const std::chrono::year_month month = std::chrono::year{date.year} / (date.month == 0 ? 12 : date.month);
    return std::chrono::sys_days(month / std::chrono::last);
}

void strengthen(std::optional<Evidence>& best, Evidence found) {
    best = best ? std::min(*best, found) : found; // from the strongest on
}

template <class Do> void forEndpoints(const ProviderProfile& profile, Do what) {
    for (const ProfileEndpoint& endpoint : profile.endpoints)
        what(endpoint);
    for (const Variant& variant : profile.variants)
        for (const ProfileEndpoint& endpoint : variant.endpoints)
            what(endpoint);
}

bool isGone(const ProviderProfile& profile) {
    const ServiceState state = profile.status.state;
    return state == ServiceState::Ended || state == ServiceState::Impossible || state == ServiceState::Migrated;
}

class Looking {
  public:
    Looking(const ProviderProfile& profile, PartialDate today) : profile_(profile), today_(firstDay(today)) {
        out_.profile = &profile;
    }

    ProviderKnowledge look() {
        forEndpoints(profile_, [this](const ProfileEndpoint& endpoint) { take(endpoint); });
        if (const auto checked = partialDate(profile_.checked))
            out_.ageDays = std::max(0, static_cast<int>((today_ - firstDay(*checked)).count()));
        if (!isGone(profile_))
            findGaps();
        return out_;
    }

  private:
    void take(const ProfileEndpoint& endpoint) {
        ++out_.endpoints;
        strengthen(isIncoming(endpoint.protocol) ? out_.incoming : out_.outgoing, endpoint.evidence);
        imap_ |= endpoint.protocol == Protocol::Imap;
        sourced_ |= endpoint.evidence != Evidence::Unsourced;
        out_.provenOn = std::max(out_.provenOn, endpoint.provenOn);
    }

    void add(Gap gap, bool there) {
        if (there)
            out_.gaps.push_back(gap);
    }

    void findGaps() {
        add(Gap::NoIncoming, !out_.incoming);
        add(Gap::NoOutgoing, !out_.outgoing);
        add(Gap::NoImap, out_.incoming && !imap_);
        add(Gap::NoSource, out_.endpoints > 0 && !sourced_);
        add(Gap::NoOldSettings, profile_.oldSettings.empty());
        if (profile_.status.until) {
            const auto left = (lastDay(*profile_.status.until) - today_).count();
            add(Gap::EndNear, left >= 0 && left <= DaysOfAYear);
            add(Gap::EndPassed, left < 0);
        }
        add(Gap::CheckedLongAgo, out_.ageDays.value_or(0) > DaysOfAYear);
    }

    const ProviderProfile& profile_;
    std::chrono::sys_days today_;
    ProviderKnowledge out_;
    bool imap_ = false;
    bool sourced_ = false;
};

void addUp(const ProviderKnowledge& one, Knowledge& all) {
    if (one.incoming)
        ++all.incoming[static_cast<std::size_t>(*one.incoming)];
    if (one.outgoing)
        ++all.outgoing[static_cast<std::size_t>(*one.outgoing)];
    for (const Gap gap : one.gaps)
        ++all.gaps[static_cast<std::size_t>(gap)];
    all.endpoints += one.endpoints;
    forEndpoints(*one.profile,
                 [&](const ProfileEndpoint& endpoint) { all.proven += endpoint.evidence == Evidence::Proven; });
    all.sources += one.profile->sources.size();
}

} // namespace

std::string_view name(Gap gap) {
    return nameIn(GapNames, gap);
}

Knowledge knowledgeOf(const Catalog& catalog, PartialDate today) {
    Knowledge all;
    for (const ProviderProfile& profile : catalog.profiles()) {
        all.providers.push_back(Looking(profile, today).look());
        addUp(all.providers.back(), all);
    }
    std::sort(all.providers.begin(), all.providers.end(),
              [](const ProviderKnowledge& a, const ProviderKnowledge& b) { return a.profile->id < b.profile->id; });
    return all;
}

} // namespace yomikae
