#include "base/mechanism.h"

#include "base/names.h"

namespace yomikae {

namespace {

constexpr Named<Mechanism> MechanismNames[] = {
    {Mechanism::UserPass, "USER"},   {Mechanism::ImapLogin, "LOGIN-COMMAND"}, {Mechanism::Plain, "PLAIN"},
    {Mechanism::Login, "LOGIN"},     {Mechanism::CramMd5, "CRAM-MD5"},        {Mechanism::Apop, "APOP"},
    {Mechanism::XOAuth2, "XOAUTH2"}, {Mechanism::OAuthBearer, "OAUTHBEARER"}};

} // namespace

std::string_view name(Mechanism mechanism) {
    return nameIn(MechanismNames, mechanism);
}

std::optional<Mechanism> mechanismNamed(std::string_view word) {
    return valueIn(MechanismNames, word);
}

} // namespace yomikae
