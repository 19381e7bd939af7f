#include "sheet/app_on_sheet.h"

#include "base/text.h"

#include <algorithm>

namespace yomikae {

namespace {

AppLogin loginOf(const EndpointChoice& chosen, bool oauthOnly) {
    if (oauthOnly)
        return AppLogin::OAuth2;
    return chosen.mechanism == Mechanism::CramMd5 ? AppLogin::CramMd5
           : chosen.mechanism == Mechanism::Apop  ? AppLogin::Apop
                                                  : AppLogin::Password;
}

/// A setting that nobody knows stays unknown: nothing is chosen in the app, nothing is warned of.
AppSide side(const EndpointChoice& chosen, bool oauthOnly) {
    if (!chosen.endpoint.port)
        return {chosen.endpoint.protocol, std::nullopt, std::nullopt};
    return {chosen.endpoint.protocol, chosen.endpoint.security, loginOf(chosen, oauthOnly)};
}

bool isOwnNetworkOnly(const std::vector<TranslatedEndpoint>& endpoints, const Endpoint& chosen) {
    return std::any_of(endpoints.begin(), endpoints.end(), [&](const TranslatedEndpoint& endpoint) {
        return endpoint.ownNetworkOnly &&
               Endpoint{endpoint.protocol, endpoint.host, endpoint.port, endpoint.security} == chosen;
    });
}

bool isOldTlsOnly(const RunReport* report, const EndpointChoice& chosen) {
    return report && chosen.proof == EndpointChoice::Proof::None &&
           std::any_of(report->attempts.begin(), report->attempts.end(), [&](const Attempt& attempt) {
               return attempt.outcome == Outcome::TlsOldVersion &&
                      attempt.candidate.endpoint.host == chosen.endpoint.host;
           });
}

/// Faults that an app asks about anew, whatever was agreed to here.
bool isFaulty(const RunReport* report, const std::optional<Proven>& proven) {
    if (!report || !proven || !report->attempts[proven->attempt].tls)
        return false;
    const auto& faults = report->attempts[proven->attempt].tls->faults;
    return std::any_of(faults.begin(), faults.end(), [](CertificateFault fault) {
        return fault == CertificateFault::NameMismatch || fault == CertificateFault::Expired ||
               fault == CertificateFault::SelfSigned;
    });
}

bool differ(const std::string& a, const std::string& b) {
    return !a.empty() && !b.empty() && !equalsIgnoringCase(a, b);
}

std::string loginWords(std::optional<AppLogin> login) {
    if (!login)
        return {};
    switch (*login) {
    case AppLogin::OAuth2: return "sheet-authentication-oauth2";
    case AppLogin::CramMd5:
    case AppLogin::Apop: return "sheet-authentication-encrypted";
    case AppLogin::Password: break;
    }
    return "sheet-authentication-smtp-auth";
}

NeutralWords neutralWords(const AppSituation& situation, Language language) {
    const auto word = [&](std::string_view code) { return code.empty() ? std::string() : say(code, language); };
    const auto security = [&](const AppSide& of) {
        return of.security ? securityLabel(*of.security, language) : std::string();
    };
    NeutralWords neutral;
    const SideWords common{
        "", word("sheet-port"), word("sheet-security"), word("sheet-authentication"), word("sheet-username"), "", ""};
    SideWords& incoming = neutral.words.incoming = common;
    SideWords& outgoing = neutral.words.outgoing = common;
    incoming.server = word("sheet-server-incoming");
    outgoing.server = word("sheet-server-outgoing");
    incoming.securityValue = security(situation.incoming);
    outgoing.securityValue = security(situation.outgoing);
    if (situation.incoming.login == AppLogin::OAuth2) // a password for receiving needs no word
        incoming.loginValue = word("sheet-authentication-oauth2");
    outgoing.loginValue = word(loginWords(situation.outgoing.login));
    neutral.words.password = word("sheet-password");
    neutral.tick = word("sheet-app-tick");
    neutral.noTick = word("sheet-app-no-tick");
    neutral.on = word("sheet-app-on");
    neutral.off = word("sheet-app-off");
    return neutral;
}

} // namespace

AppSituation appSituation(const Translation& translation, const RunReport* report, const Judgement* judgement,
                          const EndpointChoice& incoming, const EndpointChoice& outgoing, bool oauthOnly) {
    AppSituation situation;
    situation.incoming = side(incoming, oauthOnly);
    situation.outgoing = side(outgoing, oauthOnly);
    situation.smtpUserDiffers = differ(incoming.username, outgoing.username);
    situation.incomingUserNotAddress = differ(incoming.username, translation.mailAddress);
    situation.ownNetworkOnly = isOwnNetworkOnly(translation.incoming, incoming.endpoint) ||
                               isOwnNetworkOnly(translation.outgoing, outgoing.endpoint);
    situation.oldTlsOnly = isOldTlsOnly(report, incoming) || isOldTlsOnly(report, outgoing);
    situation.certificateFaulty =
        judgement && (isFaulty(report, judgement->incoming) || isFaulty(report, judgement->outgoing));
    return situation;
}

AppWords sheetWords(const MailApp* app, const AppSituation& situation, Language language) {
    const NeutralWords neutral = neutralWords(situation, language);
    return app ? appWords(*app, vocabularyOf(*app, language), situation, neutral) : neutral.words;
}

} // namespace yomikae
