// What the paper means today: each value kept, changed, added, removed or unknown, why, since when, and from which
// source.
#pragma once

#include "base/endpoint.h"
#include "base/evidence.h"
#include "base/mechanism.h"
#include "base/message.h"
#include "base/problem.h"
#include "certificate/certificate.h"
#include "profile/catalog.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace yomikae {

/// The data that a certificate can and cannot be trusted for. Each is in every translation, in this order.
enum class Field {
    MailAddress,
    MailPassword,
    MailAccount,
    PopServer,
    PopPort,
    IncomingSecurity,
    SmtpServer,
    SmtpPort,
    OutgoingSecurity,
    OutgoingAuthentication,
    OutgoingAccount
};
std::string_view name(Field field); ///< "mail_address", …

enum class Change { Kept, Changed, Added, Removed, Unknown };
std::string_view name(Change change); ///< "kept", …

struct FieldChange {
    Field field = Field::MailAddress;
    std::string paper; ///< "" = not on the paper; a password is never here (see `passwordGiven`)
    std::string now;   ///< "" = removed or unknown
    Change change = Change::Unknown;
    Message reason;                   ///< two plain sentences that teach
    std::string since;                ///< "2009-08" or ""
    std::optional<Evidence> evidence; ///< nothing where the value is the paper's own
    std::string source;               ///< URL or title, or ""
    friend bool operator==(const FieldChange&, const FieldChange&) = default;
};

/// Who says that this host belongs to the provider. Decides whether a login needs a yes (`consent: host`).
enum class HostOrigin {
    Profile,        ///< the profile names it (and it is under the provider's own domains, or sourced)
    ProfileForeign, ///< the profile names it unsourced and outside the provider's own domains: asks
    Paper,          ///< only the old paper names it: reached without credentials, then asked
    Conventional,   ///< pop.DOMAIN and the like: reached without credentials, then asked
    Discovered,     ///< the provider's own published configuration: shown, then asked
    Person          ///< the person typed it or agreed to it
};

/// A profile's own words for an endpoint: templates, never filled in.
struct NamedBy {
    std::string profile; ///< its id; "" = no profile names the endpoint
    std::string variant; ///< whose list of endpoints it stands in, or ""
    std::string host;
    std::vector<std::string> usernames; ///< one for each of the endpoint's `usernames`
    friend bool operator==(const NamedBy&, const NamedBy&) = default;
};

struct TranslatedEndpoint {
    Protocol protocol = Protocol::Pop3;
    std::string host;  ///< "" while it waits for the answer to `needs`
    std::string needs; ///< a question's key, or ""
    std::uint16_t port = 0;
    Security security = Security::ImplicitTls;
    std::vector<Mechanism> mechanisms;
    std::vector<std::string> usernames; ///< spelled out for this address, in the order of trial
    Evidence evidence = Evidence::Unsourced;
    std::string source;
    std::string since;
    bool recommended = false;
    HostOrigin origin = HostOrigin::Profile;
    bool noStartTls = false;
    bool ownNetworkOnly = false;
    /// Origin Paper, and the profile knows the host: as an old one under its own domains, or as one of today (the paper
    /// has another port there). No yes needed.
    bool knownOldHost = false;
    bool legacyRenegotiation = false; ///< the profile's TLS exception for exactly this host
    std::string step;                 ///< id of the step that must be done before it works, or ""
    Text note;
    NamedBy named;
    friend bool operator==(const TranslatedEndpoint&, const TranslatedEndpoint&) = default;
};

struct TranslatedStep {
    std::string id;
    Text text;
    Text where;
    Text why;
    std::string url;
    std::optional<Protocol> forProtocol;
    friend bool operator==(const TranslatedStep&, const TranslatedStep&) = default;
};

struct TranslatedQuestion {
    std::string key;
    Text text;
    Text where;
    std::string example;
    std::vector<std::pair<std::string, Text>> choices;
    friend bool operator==(const TranslatedQuestion&, const TranslatedQuestion&) = default;
};

struct Translation {
    std::string provider; ///< the profile's id, "" = unknown provider
    std::string variant;  ///< the variant's id, or ""
    Text providerNames;
    std::string documentName;            ///< what this provider calls its paper, or ""
    std::optional<ServiceStatus> status; ///< nothing for an unknown provider
    std::string statusSource;
    std::string mailAddress; ///< checked, folded
    bool passwordGiven = false;
    std::vector<FieldChange> changes;         ///< all eleven, in the order of Field
    std::vector<TranslatedEndpoint> incoming; ///< best first: recommended, then by RFC 8314; hosts of the paper last
    std::vector<TranslatedEndpoint> outgoing;
    std::vector<TranslatedStep> steps;
    std::vector<TranslatedQuestion> questions;
    std::vector<Doubt> doubts;
    std::optional<SignIn> signIn;
    std::vector<FailureText> failures;
    std::vector<Text> limits;
    std::vector<Text> notes;
    std::string supportUrl;
    std::string webmailUrl;
    std::string checked; ///< age of the knowledge: when the profile was checked
    bool onlyThesePorts = false;
    friend bool operator==(const Translation&, const Translation&) = default;
};

/// True where at least one incoming or outgoing endpoint is known that is not only the paper's.
bool hasCurrentEndpoint(const Translation& translation);

enum class Preference {
    Pop3,     ///< nobody chose: POP3 first, IMAP where POP3 does not work
    OnlyPop3, ///< the person chose it
    Imap      ///< the person chose it
};

/// Problems: no mail address (certificate-no-address), an address that is none, an answer that the question does not
/// accept. Never asks the network. `preference` decides which incoming protocol comes first where the provider has
/// both.
Result<Translation> translate(const Certificate& certificate, const Catalog& catalog,
                              Preference preference = Preference::Pop3);

} // namespace yomikae
