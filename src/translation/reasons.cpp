#include "translation/reasons.h"

#include "translation/doubt_about.h"

namespace yomikae {

namespace {

std::string serverReason(const FieldChange& change) {
    const bool unproven = change.evidence == Evidence::Unsourced || change.evidence == Evidence::Dated;
    if (change.change == Change::Kept)
        return "translation-server-kept";
    if (change.change == Change::Added)
        return unproven ? "translation-server-added-unproven" : "translation-server-added";
    return unproven ? "translation-server-moved-unproven" : "translation-server-moved";
}

std::string incomingPortReason(const FieldChange& change, const TranslatedEndpoint& endpoint) {
    if (change.change == Change::Kept)
        return "translation-port-kept";
    if (endpoint.security == Security::ImplicitTls)
        return "translation-port-incoming-tls";
    return change.change == Change::Added ? "translation-port-added" : "translation-port-changed";
}

std::string outgoingPortReason(const FieldChange& change, const TranslatedEndpoint& endpoint) {
    if (change.change == Change::Kept)
        return "translation-port-kept";
    const bool from25 = change.paper == "25" || change.paper.empty();
    if (endpoint.port == 465)
        return from25 ? "translation-port-465-for-25" : "translation-port-465";
    if (endpoint.port == 587)
        return from25 ? "translation-port-587-for-25" : "translation-port-587";
    return change.change == Change::Added ? "translation-port-added" : "translation-port-changed";
}

std::string securityReason(const FieldChange& change, const TranslatedEndpoint& endpoint) {
    if (endpoint.security == Security::None)
        return "translation-security-still-none";
    if (change.change == Change::Kept)
        return "translation-security-kept";
    return endpoint.security == Security::ImplicitTls ? "translation-security-tls" : "translation-security-starttls";
}

std::string authenticationReason(const FieldChange& change) {
    if (change.now == "oauth2")
        return "translation-authentication-oauth";
    if (change.change == Change::Kept)
        return "translation-authentication-kept";
    return "translation-authentication-added";
}

std::string accountReason(const FieldChange& change, const Translation& translation) {
    if (change.change == Change::Kept)
        return "translation-account-kept";
    const std::string& address = translation.mailAddress;
    if (change.now != address)
        return change.change == Change::Added ? "translation-account-added" : "translation-account-changed";
    const bool local = !change.paper.empty() && address.compare(0, address.find('@'), change.paper) == 0;
    return local ? "translation-account-whole-address" : "translation-account-is-address";
}

std::string outgoingAccountReason(const FieldChange& change, const Translation& translation) {
    if (change.change == Change::Kept)
        return "translation-account-kept";
    for (const TranslatedEndpoint& endpoint : translation.incoming)
        if (endpoint.origin != HostOrigin::Paper && !endpoint.usernames.empty())
            return endpoint.usernames.front() == change.now ? "translation-outgoing-account-same"
                                                            : "translation-outgoing-account-own";
    return "translation-outgoing-account-own";
}

std::string codeFor(const FieldChange& change, const TranslatedEndpoint& endpoint, const Translation& translation) {
    switch (change.field) {
    case Field::PopServer:
    case Field::SmtpServer: return serverReason(change);
    case Field::PopPort: return incomingPortReason(change, endpoint);
    case Field::SmtpPort: return outgoingPortReason(change, endpoint);
    case Field::IncomingSecurity:
    case Field::OutgoingSecurity: return securityReason(change, endpoint);
    case Field::OutgoingAuthentication: return authenticationReason(change);
    case Field::OutgoingAccount: return outgoingAccountReason(change, translation);
    default: return accountReason(change, translation);
    }
}

Message unknown(const FieldChange& change, const TranslatedEndpoint* endpoint, const Translation& translation) {
    if (translation.provider.empty())
        return {"translation-unknown-provider", {}};
    if (!endpoint)
        return {"translation-no-endpoint", withText({}, "provider", translation.providerNames)};
    const bool name = change.field == Field::MailAccount || change.field == Field::OutgoingAccount;
    return {name ? "translation-account-asked" : "translation-server-asked",
            withText({}, "provider", translation.providerNames)};
}

} // namespace

Message reasonFor(const FieldChange& change, const TranslatedEndpoint* endpoint, const Translation& translation) {
    if (change.change == Change::Unknown || !endpoint)
        return unknown(change, endpoint, translation);
    return {codeFor(change, *endpoint, translation),
            withText({{"old", change.paper}, {"new", change.now}}, "provider", translation.providerNames)};
}

} // namespace yomikae
