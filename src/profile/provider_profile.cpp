#include "profile/provider_profile.h"

#include "base/names.h"
#include "base/text.h"
#include "profile/host_pattern.h"
#include "profile/name_template.h"

namespace yomikae {

namespace {

constexpr Named<ServiceState> ServiceStateNames[] = {{ServiceState::Active, "active"},
                                                     {ServiceState::Closing, "closing"},
                                                     {ServiceState::Migrated, "migrated"},
                                                     {ServiceState::Ended, "ended"},
                                                     {ServiceState::Impossible, "impossible"}};

constexpr Named<OldOutgoing> OldOutgoingNames[] = {
    {OldOutgoing::None, "none"}, {OldOutgoing::PopBeforeSmtp, "pop-before-smtp"}, {OldOutgoing::SmtpAuth, "smtp-auth"}};

constexpr Named<TlsAllowance> TlsAllowanceNames[] = {{TlsAllowance::LegacyRenegotiation, "legacy-renegotiation"}};

} // namespace

std::string_view name(ServiceState state) {
    return nameIn(ServiceStateNames, state);
}

std::string_view name(OldOutgoing outgoing) {
    return nameIn(OldOutgoingNames, outgoing);
}

std::string_view name(TlsAllowance allowance) {
    return nameIn(TlsAllowanceNames, allowance);
}

std::optional<std::string> acceptedAnswer(const Question& question, std::string_view typed) {
    const std::string answer = foldTyped(typed);
    if (answer.empty())
        return std::nullopt;
    for (const auto& [value, words] : question.choices)
        if (equalsIgnoringCase(value, answer))
            return value;
    if (!question.choices.empty())
        return std::nullopt;
    if (question.accepts.empty())
        return answer;
    for (const std::string& form : question.accepts) {
        const auto pattern = HostPattern::parse(form);
        auto groups = pattern ? pattern->match(answer) : std::nullopt;
        if (!groups)
            continue;
        groups->emplace(question.key, answer);
        return question.gives.empty() ? answer : expand(question.gives, *groups);
    }
    return std::nullopt;
}

} // namespace yomikae
