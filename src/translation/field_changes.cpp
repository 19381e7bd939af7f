#include "translation/field_changes.h"

#include "base/text.h"
#include "translation/doubt_about.h"
#include "translation/old_era.h"
#include "translation/reasons.h"

#include <algorithm>

namespace yomikae {

namespace {

std::string portText(const std::optional<std::uint16_t>& port) {
    return port ? std::to_string(*port) : "";
}

/// The first that is not only the paper's; null where there is none.
const TranslatedEndpoint* best(const std::vector<TranslatedEndpoint>& endpoints,
                               std::optional<Protocol> protocol = {}) {
    for (const TranslatedEndpoint& endpoint : endpoints)
        if (endpoint.origin != HostOrigin::Paper && (!protocol || endpoint.protocol == *protocol))
            return &endpoint;
    return nullptr;
}

Change comparison(const std::string& paper, const std::string& now) {
    if (now.empty())
        return Change::Unknown;
    if (paper.empty())
        return Change::Added;
    return equalsIgnoringCase(paper, now) ? Change::Kept : Change::Changed;
}

class Fields {
  public:
    Fields(const Recognised& recognised, const PaperFacts& paper, const Translation& translation)
        : paper_(paper), certificate_(*paper.certificate), translation_(translation), era_(oldEra(recognised, paper)),
          incoming_(best(translation.incoming)), pop_(best(translation.incoming, Protocol::Pop3)),
          outgoing_(best(translation.outgoing)) {}

    FieldChange of(Field field) const {
        FieldChange change;
        change.field = field;
        change.paper = onPaper(field);
        if (const ServiceState* state = gone())
            return withoutService(change, *state);
        switch (field) {
        case Field::MailAddress: return address(change);
        case Field::MailPassword: return password(change);
        case Field::MailAccount: return account(change, incoming_);
        case Field::PopServer: return popValue(change, pop_ ? pop_->host : "");
        case Field::PopPort: return popValue(change, pop_ ? portText(pop_->port) : "");
        case Field::IncomingSecurity: return value(change, incoming_, securityOf(incoming_));
        case Field::SmtpServer: return value(change, outgoing_, outgoing_ ? outgoing_->host : "");
        case Field::SmtpPort: return value(change, outgoing_, outgoing_ ? portText(outgoing_->port) : "");
        case Field::OutgoingSecurity: return value(change, outgoing_, securityOf(outgoing_));
        case Field::OutgoingAuthentication: return authentication(change);
        case Field::OutgoingAccount: return account(change, outgoing_);
        }
        return change;
    }

  private:
    /// A port that old papers print says that nothing was encrypted; 587 alone says nothing.
    std::string oldSecurity(std::optional<Security> given, std::optional<Security> inEra, Protocol protocol,
                            const std::optional<std::uint16_t>& port) const {
        if (given)
            return std::string(name(*given));
        if (!port)
            return {};
        if (inEra)
            return std::string(name(*inEra));
        const auto usual = usualSecurity(protocol, *port);
        return usual && usual != Security::StartTls ? std::string(name(*usual)) : "";
    }

    std::string onPaper(Field field) const {
        switch (field) {
        case Field::MailAddress: return trimmed(certificate_.mailAddress);
        case Field::MailPassword: return {};
        case Field::MailAccount: return paper_.account;
        case Field::PopServer: return trimmed(certificate_.popServer);
        case Field::PopPort: return portText(certificate_.popPort);
        case Field::IncomingSecurity:
            return oldSecurity(certificate_.incomingSecurity, era_ ? era_->popSecurity : std::nullopt, Protocol::Pop3,
                               certificate_.popPort);
        case Field::SmtpServer: return trimmed(certificate_.smtpServer);
        case Field::SmtpPort: return portText(certificate_.smtpPort);
        case Field::OutgoingSecurity:
            return oldSecurity(certificate_.outgoingSecurity, era_ ? era_->smtpSecurity : std::nullopt, Protocol::Smtp,
                               certificate_.smtpPort);
        case Field::OutgoingAuthentication: return paper_.smtpAccount.empty() ? "" : "smtp-auth";
        case Field::OutgoingAccount: return paper_.smtpAccount;
        }
        return {};
    }

    const ServiceState* gone() const {
        const bool none = translation_.status && (translation_.status->state == ServiceState::Ended ||
                                                  translation_.status->state == ServiceState::Impossible);
        return none ? &translation_.status->state : nullptr;
    }

    FieldChange withoutService(FieldChange change, ServiceState state) const {
        const bool ended = state == ServiceState::Ended;
        const bool survives = change.field == Field::MailAddress || change.field == Field::MailPassword;
        change.change = !ended && survives ? Change::Kept : Change::Removed;
        if (change.change == Change::Kept && change.field == Field::MailAddress)
            change.now = translation_.mailAddress;
        change.reason = {ended ? "translation-service-ended" : "translation-service-without-apps",
                         withText({}, "provider", translation_.providerNames)};
        change.source = translation_.statusSource;
        if (ended && translation_.status->until)
            change.since = toString(*translation_.status->until);
        return change;
    }

    FieldChange address(FieldChange change) const {
        change.now = translation_.mailAddress;
        change.change = Change::Kept; // widths are a matter of reading, not of the address
        const bool closing = translation_.status && translation_.status->state == ServiceState::Closing;
        if (closing && translation_.status->until)
            change.reason = {"translation-address-closing", {{"until", toString(*translation_.status->until)}}};
        else if (closing)
            change.reason.code = "translation-address-closing-soon";
        else
            change.reason.code = "translation-address-kept";
        return change;
    }

    FieldChange password(FieldChange change) const {
        const TranslatedEndpoint* endpoint = incoming_ ? incoming_ : outgoing_;
        if (translation_.signIn && translation_.signIn->oauthOnly) {
            change.change = Change::Changed;
            change.reason.code = "translation-password-by-signing-in";
        } else if (endpoint && endpoint->step.ends_with("password")) { // app-password, imap-password
            change.change = Change::Changed;
            change.reason.code = "translation-password-for-apps";
        } else if (!translation_.passwordGiven) {
            change.reason.code = "translation-password-not-given";
        } else {
            change.change = translation_.provider.empty() ? Change::Unknown : Change::Kept;
            change.reason.code =
                translation_.provider.empty() ? "translation-unknown-provider" : "translation-password-kept";
        }
        return change;
    }

    /// An endpoint's value, with the endpoint's evidence.
    FieldChange value(FieldChange change, const TranslatedEndpoint* endpoint, std::string now) const {
        change.now = std::move(now);
        change.change = comparison(change.paper, change.now);
        if (endpoint && change.change != Change::Unknown) {
            change.evidence = endpoint->evidence;
            change.source = endpoint->source;
            change.since = endpoint->since;
        }
        change.reason = reasonFor(change, endpoint, translation_);
        return change;
    }

    FieldChange popValue(FieldChange change, std::string now) const {
        if (pop_ || !incoming_)
            return value(change, pop_, std::move(now));
        change.change = Change::Removed;
        change.evidence = incoming_->evidence;
        change.source = incoming_->source;
        change.reason = {"translation-pop-removed", withText({}, "provider", translation_.providerNames)};
        return change;
    }

    FieldChange account(FieldChange change, const TranslatedEndpoint* endpoint) const {
        change = value(change, endpoint, endpoint && !endpoint->usernames.empty() ? endpoint->usernames.front() : "");
        if (change.change != Change::Unknown) { // the same name at another server is as good a witness
            change.since.clear();
            for (const auto* list : {&translation_.incoming, &translation_.outgoing})
                for (const TranslatedEndpoint& other : *list)
                    takeBetterWitness(change, other);
        }
        return change;
    }

    static void takeBetterWitness(FieldChange& change, const TranslatedEndpoint& other) {
        if (other.origin == HostOrigin::Paper || other.usernames.empty() || other.usernames.front() != change.now ||
            other.evidence >= *change.evidence)
            return;
        change.evidence = other.evidence;
        change.source = other.source;
    }

    FieldChange authentication(FieldChange change) const {
        const bool oauth = translation_.signIn && translation_.signIn->oauthOnly;
        change = value(change, outgoing_, !outgoing_ ? "" : oauth ? "oauth2" : "smtp-auth");
        change.since.clear();
        if (change.change == Change::Added && change.now == "smtp-auth" && era_ && era_->outgoingAuthentication)
            change.reason.code = reasonInThoseDays(*era_->outgoingAuthentication);
        return change;
    }

    /// The paper does not say how sending was allowed, but what is known of its days may.
    static std::string reasonInThoseDays(OldOutgoing then) {
        switch (then) {
        case OldOutgoing::SmtpAuth: return "translation-authentication-as-then";
        case OldOutgoing::PopBeforeSmtp: return "translation-authentication-for-pop-before-smtp";
        case OldOutgoing::None: break;
        }
        return "translation-authentication-added";
    }

    std::string securityOf(const TranslatedEndpoint* endpoint) const {
        return endpoint ? std::string(name(endpoint->security)) : "";
    }

    const PaperFacts& paper_;
    const Certificate& certificate_;
    const Translation& translation_;
    const OldSettings* era_;
    const TranslatedEndpoint* incoming_;
    const TranslatedEndpoint* pop_;
    const TranslatedEndpoint* outgoing_;
};

} // namespace

std::vector<FieldChange> fieldChanges(const Recognised& recognised, const PaperFacts& paper,
                                      const Translation& translation) {
    const Fields fields(recognised, paper, translation);
    std::vector<FieldChange> changes;
    for (int field = 0; field <= static_cast<int>(Field::OutgoingAccount); ++field)
        changes.push_back(fields.of(static_cast<Field>(field)));
    return changes;
}

} // namespace yomikae
