#include "mailapp/app_words.h"

#include <algorithm>

namespace yomikae {

namespace {

struct SideFields {
    AppField server;
    AppField port;
    AppField security;
    AppField authentication;
    AppField username;
};
constexpr SideFields IncomingFields{AppField::IncomingServer, AppField::IncomingPort, AppField::IncomingSecurity,
                                    AppField::IncomingAuthentication, AppField::IncomingUsername};
constexpr SideFields OutgoingFields{AppField::OutgoingServer, AppField::OutgoingPort, AppField::OutgoingSecurity,
                                    AppField::OutgoingAuthentication, AppField::OutgoingUsername};

AppValue valueOf(Security security) {
    switch (security) {
    case Security::ImplicitTls: return AppValue::Tls;
    case Security::StartTls: return AppValue::StartTls;
    case Security::None: break;
    }
    return AppValue::None;
}

AppValue valueOf(AppLogin login) {
    switch (login) {
    case AppLogin::CramMd5: return AppValue::CramMd5;
    case AppLogin::Apop: return AppValue::Apop;
    case AppLogin::OAuth2: return AppValue::OAuth2;
    case AppLogin::Password: break;
    }
    return AppValue::Password;
}

std::string withBrackets(const std::string& word, const std::string& inBrackets) {
    return word.empty() ? inBrackets : inBrackets.empty() ? word : word + " (" + inBrackets + ")";
}

class WordPicker {
  public:
    WordPicker(const MailApp& app, const AppVocabulary& vocabulary, const NeutralWords& neutral)
        : app_(app), vocabulary_(vocabulary), neutral_(neutral) {}

    std::string label(AppField field, Protocol protocol, const std::string& neutral) const {
        const std::string own = ownWord(&AppNames::labels, field, protocol);
        const bool isWeak = std::find(app_.weak.begin(), app_.weak.end(), field) != app_.weak.end();
        if (own.empty() || own == neutral)
            return neutral;
        return isWeak ? withBrackets(neutral, own) : own;
    }

    SideWords side(const SideFields& fields, const AppSide& side, const SideWords& neutral) const {
        SideWords words;
        words.server = label(fields.server, side.protocol, neutral.server);
        words.port = label(fields.port, side.protocol, neutral.port);
        words.security = label(fields.security, side.protocol, neutral.security);
        words.authentication = label(fields.authentication, side.protocol, neutral.authentication);
        words.username = label(fields.username, side.protocol, neutral.username);
        words.securityValue = securityValue(fields.security, side, neutral.securityValue);
        words.loginValue = loginValue(fields.authentication, side, neutral.loginValue);
        return words;
    }

  private:
    /// The protocol's own word, else the general one; "" where neither is known.
    template <class Key>
    std::string ownWord(std::map<Key, std::string> AppNames::*words, Key key, Protocol protocol) const {
        if (const auto special = vocabulary_.protocols.find(protocol); special != vocabulary_.protocols.end())
            if (const auto found = (special->second.*words).find(key); found != (special->second.*words).end())
                return found->second;
        const auto found = (vocabulary_.names.*words).find(key);
        return found == (vocabulary_.names.*words).end() ? std::string() : found->second;
    }

    AppControl control(AppField field) const {
        const auto found = app_.controls.find(field);
        return found == app_.controls.end() ? AppControl::Choice : found->second;
    }

    /// "" for a choice, whose values have words of their own, and where the box's label is not known: "tick" alone says
    /// nothing.
    std::string ticked(AppField field, Protocol protocol, bool yes) const {
        if (ownWord(&AppNames::labels, field, protocol).empty())
            return {};
        switch (control(field)) {
        case AppControl::CheckBox: return yes ? neutral_.tick : neutral_.noTick;
        case AppControl::Switch: return yes ? neutral_.on : neutral_.off;
        case AppControl::Choice: break;
        }
        return {};
    }

    std::string securityValue(AppField field, const AppSide& side, const std::string& neutral) const {
        if (!side.security)
            return {};
        const std::string own = ownWord(&AppNames::values, valueOf(*side.security), side.protocol);
        const std::string tick = ticked(field, side.protocol, *side.security != Security::None);
        if (side.security == Security::None && !tick.empty())
            return tick;
        return withBrackets(tick, own.empty() ? neutral : own);
    }

    std::string loginValue(AppField field, const AppSide& side, const std::string& neutral) const {
        if (!side.login)
            return {};
        if (side.login == AppLogin::Password)
            if (const std::string tick = ticked(field, side.protocol, true); !tick.empty())
                return tick;
        const bool inClear = side.login == AppLogin::Password && side.security == Security::None;
        std::string own;
        if (inClear)
            own = ownWord(&AppNames::values, AppValue::PasswordWithoutTls, side.protocol);
        if (own.empty())
            own = ownWord(&AppNames::values, valueOf(*side.login), side.protocol);
        return own.empty() ? neutral : own;
    }

    const MailApp& app_;
    const AppVocabulary& vocabulary_;
    const NeutralWords& neutral_;
};

template <class T> bool allows(const std::vector<T>& wanted, const std::optional<T>& found) {
    return wanted.empty() || (found && std::find(wanted.begin(), wanted.end(), *found) != wanted.end());
}

bool holds(const AppCondition& when, const AppSide& side) {
    return allows(when.protocols, std::optional(side.protocol)) && allows(when.securities, side.security) &&
           allows(when.logins, side.login);
}

bool holds(const AppCondition& when, const AppSituation& now) {
    return (holds(when, now.incoming) || holds(when, now.outgoing)) && (!when.smtpUserDiffers || now.smtpUserDiffers) &&
           (!when.incomingUserNotAddress || now.incomingUserNotAddress) &&
           (!when.ownNetworkOnly || now.ownNetworkOnly) && (!when.oldTlsOnly || now.oldTlsOnly) &&
           (!when.certificateFaulty || now.certificateFaulty);
}

} // namespace

AppWords appWords(const MailApp& app, const AppVocabulary& vocabulary, const AppSituation& situation,
                  const NeutralWords& neutral) {
    const WordPicker pick(app, vocabulary, neutral);
    AppWords words;
    words.mailAddress = pick.label(AppField::MailAddress, situation.incoming.protocol, neutral.words.mailAddress);
    words.password = pick.label(AppField::Password, situation.incoming.protocol, neutral.words.password);
    words.incoming = pick.side(IncomingFields, situation.incoming, neutral.words.incoming);
    words.outgoing = pick.side(OutgoingFields, situation.outgoing, neutral.words.outgoing);
    return words;
}

std::vector<AppWarning> warningsFor(const MailApp& app, const AppSituation& situation) {
    std::vector<AppWarning> found;
    for (const AppWarning& warning : app.warnings)
        if (holds(warning.when, situation))
            found.push_back(warning);
    std::stable_sort(found.begin(), found.end(),
                     [](const AppWarning& a, const AppWarning& b) { return a.level < b.level; });
    return found;
}

} // namespace yomikae
