#include "sheet/changes.h"

#include <algorithm>

namespace yomikae {

namespace {

std::string fieldCode(Field field) {
    switch (field) {
    case Field::MailAddress: return "sheet-field-mail-address";
    case Field::MailPassword: return "sheet-field-mail-password";
    case Field::MailAccount: return "sheet-field-mail-account";
    case Field::PopServer: return "sheet-field-pop-server";
    case Field::PopPort: return "sheet-field-pop-port";
    case Field::IncomingSecurity: return "sheet-field-incoming-security";
    case Field::SmtpServer: return "sheet-field-smtp-server";
    case Field::SmtpPort: return "sheet-field-smtp-port";
    case Field::OutgoingSecurity: return "sheet-field-outgoing-security";
    case Field::OutgoingAuthentication: return "sheet-field-outgoing-authentication";
    case Field::OutgoingAccount: return "sheet-field-outgoing-account";
    }
    return {};
}

bool isSecurity(Field field) {
    return field == Field::IncomingSecurity || field == Field::OutgoingSecurity;
}

std::string valueOf(Field field, const EndpointChoice& choice) {
    switch (field) {
    case Field::PopServer:
    case Field::SmtpServer: return choice.endpoint.host;
    case Field::PopPort:
    case Field::SmtpPort: return choice.endpoint.port ? std::to_string(choice.endpoint.port) : "";
    case Field::IncomingSecurity:
    case Field::OutgoingSecurity: return std::string(name(choice.endpoint.security));
    case Field::MailAccount:
    case Field::OutgoingAccount: return choice.username;
    default: return {};
    }
}

bool isIncomingField(Field field) {
    return field == Field::MailAccount || field == Field::PopServer || field == Field::PopPort ||
           field == Field::IncomingSecurity;
}

/// Words of the contract (tls, none, smtp-auth) in the words of the person; all else is exact already.
std::string shown(Field field, const std::string& value, Language language) {
    if (isSecurity(field))
        if (const auto security = securityNamed(value))
            return securityLabel(*security, language);
    if (field == Field::OutgoingAuthentication && !value.empty()) {
        const std::string said = say("sheet-authentication-" + value, language);
        return said.starts_with("sheet-authentication-") ? value : said;
    }
    return value;
}

/// The translation's value, unless a server was found to work with another one. A field that no longer exists stays
/// removed.
std::string valueNow(const FieldChange& change, const EndpointChoice& choice) {
    if (change.change == Change::Removed || choice.proof == EndpointChoice::Proof::None)
        return change.now;
    const std::string proven = valueOf(change.field, choice);
    return proven.empty() ? change.now : proven;
}

/// The translation's reason was a guess, or was for another value: then what the run showed is the reason.
Message reasonFor(const FieldChange& change, const std::string& now, const EndpointChoice& choice) {
    const bool server = change.field == Field::PopServer || change.field == Field::SmtpServer;
    const bool guessed = server && (change.evidence == Evidence::Unsourced || change.evidence == Evidence::Dated);
    if (choice.proof == EndpointChoice::Proof::None || change.change == Change::Removed ||
        (now == change.now && !guessed))
        return change.reason;
    return {choice.proof == EndpointChoice::Proof::Login ? "sheet-found-login" : "sheet-found-reached", {}};
}

bool worthSaying(const FieldChange& change) {
    return (change.change == Change::Changed || change.change == Change::Added || change.change == Change::Removed) &&
           !(change.paper.empty() && change.now.empty());
}

} // namespace

std::vector<SheetChange> unknownValues(const Translation& translation, const EndpointChoice& incoming,
                                       const EndpointChoice& outgoing, Language language) {
    std::vector<SheetChange> values;
    for (const FieldChange& change : translation.changes) {
        const EndpointChoice& choice = isIncomingField(change.field) ? incoming : outgoing;
        if (change.change == Change::Unknown && !change.paper.empty() && valueNow(change, choice).empty())
            values.push_back(
                {say(fieldCode(change.field), language), shown(change.field, change.paper, language), "", ""});
    }
    return values;
}

std::vector<SheetChange> sheetChanges(const Translation& translation, const EndpointChoice& incoming,
                                      const EndpointChoice& outgoing, Language language) {
    std::vector<SheetChange> changes;
    for (const FieldChange& change : translation.changes) {
        const EndpointChoice& choice = isIncomingField(change.field) ? incoming : outgoing;
        const std::string now = valueNow(change, choice);
        if (!worthSaying(change) || now == change.paper)
            continue;
        changes.push_back({say(fieldCode(change.field), language), shown(change.field, change.paper, language),
                           shown(change.field, now, language), say(reasonFor(change, now, choice), language)});
    }
    return changes;
}

} // namespace yomikae
