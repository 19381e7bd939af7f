#include "translation/translation.h"

#include "base/names.h"

#include <algorithm>

namespace yomikae {

namespace {

constexpr Named<Field> FieldNames[] = {{Field::MailAddress, "mail_address"},
                                       {Field::MailPassword, "mail_password"},
                                       {Field::MailAccount, "mail_account"},
                                       {Field::PopServer, "pop_server"},
                                       {Field::PopPort, "pop_port"},
                                       {Field::IncomingSecurity, "incoming_security"},
                                       {Field::SmtpServer, "smtp_server"},
                                       {Field::SmtpPort, "smtp_port"},
                                       {Field::OutgoingSecurity, "outgoing_security"},
                                       {Field::OutgoingAuthentication, "outgoing_authentication"},
                                       {Field::OutgoingAccount, "outgoing_account"}};

constexpr Named<Change> ChangeNames[] = {{Change::Kept, "kept"},
                                         {Change::Changed, "changed"},
                                         {Change::Added, "added"},
                                         {Change::Removed, "removed"},
                                         {Change::Unknown, "unknown"}};

} // namespace

std::string_view name(Field field) {
    return nameIn(FieldNames, field);
}

std::string_view name(Change change) {
    return nameIn(ChangeNames, change);
}

bool hasCurrentEndpoint(const Translation& translation) {
    const auto isCurrent = [](const TranslatedEndpoint& endpoint) {
        return !endpoint.host.empty() && endpoint.origin != HostOrigin::Paper &&
               endpoint.origin != HostOrigin::Conventional;
    };
    return std::any_of(translation.incoming.begin(), translation.incoming.end(), isCurrent) ||
           std::any_of(translation.outgoing.begin(), translation.outgoing.end(), isCurrent);
}

} // namespace yomikae
