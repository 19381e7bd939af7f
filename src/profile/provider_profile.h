// One provider: today's settings, the papers it sent out, and the way from one to the other. The file format is
// described in providers/README.md; the names here are the names there.
#pragma once

#include "base/endpoint.h"
#include "base/evidence.h"
#include "base/mechanism.h"
#include "base/message.h"
#include "base/partial_date.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace yomikae {

/// A page or record that a value comes from. Values refer to it by its index in `ProviderProfile::sources`.
struct Source {
    std::string url; ///< https or http, or "" for a source without an address
    std::string title;
    std::string pageDate; ///< as far as known: "2019", "2019-11-20" or ""
    std::string checked;  ///< when we read it
    bool official = false;
    std::string says;
    friend bool operator==(const Source&, const Source&) = default;
};

enum class ServiceState { Active, Closing, Migrated, Ended, Impossible };
std::string_view name(ServiceState state); ///< "active", "closing", "migrated", "ended", "impossible"

/// Whether the service still exists. `until`: last day (closing, ended). `to`: the profile that it migrated to.
struct ServiceStatus {
    ServiceState state = ServiceState::Active;
    std::optional<PartialDate> until;
    std::string to;
    Text note;
    std::optional<std::size_t> source;
    friend bool operator==(const ServiceStatus&, const ServiceStatus&) = default;
};

/// When something holds. Empty = always. Within one list any entry is enough; all lists that are not empty must hold.
struct Condition {
    std::vector<std::string> domains;        ///< host patterns (profile/host_pattern.h) on the domain of the address
    std::vector<std::string> oldHosts;       ///< host patterns on the paper's POP or SMTP server
    std::vector<std::string> words;          ///< words in the pasted paper, folded
    std::vector<std::string> accounts;       ///< patterns on the mail account of the paper
    std::optional<PartialDate> issuedFrom;   ///< paper issued in or after
    std::optional<PartialDate> issuedBefore; ///< paper issued before
    std::vector<std::pair<std::string, std::string>> answers; ///< question key = value
    bool empty() const {
        return domains.empty() && oldHosts.empty() && words.empty() && accounts.empty() && !issuedFrom &&
               !issuedBefore && answers.empty();
    }
    friend bool operator==(const Condition&, const Condition&) = default;
};

/// A place where a server of this provider listens today.
struct ProfileEndpoint {
    Protocol protocol = Protocol::Pop3;
    /// A name template (profile/name_template.h): common variables, questions, and the groups of `domains` and of the
    /// conditions. Ends in fixed text or in ${domain}.
    std::string host;
    std::uint16_t port = 0;
    Security security = Security::ImplicitTls;
    std::vector<Mechanism> mechanisms;  ///< in the order to try; empty = whatever the server offers
    std::vector<std::string> usernames; ///< name templates in the order to try; at least one
    bool recommended = false;
    Evidence evidence = Evidence::Unsourced;
    std::optional<std::size_t> source;
    std::optional<std::size_t> otherSource; ///< a source that contradicts
    std::string provenOn;                   ///< when a login last succeeded there, or ""; only with evidence Proven
    std::string since;                      ///< "2009", "2009-08", … or ""
    Text note;
    bool noStartTls = false;     ///< known to have no STARTTLS on this port
    bool ownNetworkOnly = false; ///< answers only inside the provider's own line
    std::string needs;           ///< the id of a step that has to be done before it works, or ""
    std::string minimumTls;      ///< "1.2", "1.3", or "" = the program's own floor (1.2)
    Condition when;
    friend bool operator==(const ProfileEndpoint&, const ProfileEndpoint&) = default;
};

enum class OldOutgoing { None, PopBeforeSmtp, SmtpAuth };
std::string_view name(OldOutgoing outgoing); ///< "none", "pop-before-smtp", "smtp-auth"

/// What a paper of one era says. Used to recognise the era and to say what changed since.
struct OldSettings {
    Text era;
    std::optional<PartialDate> from;
    std::optional<PartialDate> to;
    std::string popServer; ///< host pattern or name template, "" = unknown
    std::optional<std::uint16_t> popPort;
    std::optional<Security> popSecurity;
    std::string smtpServer;
    std::optional<std::uint16_t> smtpPort;
    std::optional<Security> smtpSecurity;
    std::optional<OldOutgoing> outgoingAuthentication;
    std::string username; ///< a name template, or ""
    Evidence evidence = Evidence::Unsourced;
    std::optional<std::size_t> source;
    Text note;
    friend bool operator==(const OldSettings&, const OldSettings&) = default;
};

/// An old host's name today. `from` is a host pattern; its named groups may be used in `to`.
struct HostMove {
    std::string from;
    std::string to;                  ///< a name template; "" = no longer exists and has no successor that is known
    std::vector<Protocol> protocols; ///< empty = all
    Evidence evidence = Evidence::Unsourced;
    std::optional<std::size_t> source;
    friend bool operator==(const HostMove&, const HostMove&) = default;
};

/// A value that only the paper, a control panel or the person knows.
struct Question {
    std::string key; ///< [a-z_]+; used in templates as ${key}
    Text text;
    Text where; ///< where to look
    std::string example;
    /// Forms that are accepted, as patterns with one group called like the key: "sv{n:digits}.xserver.jp". Empty = any
    /// text.
    std::vector<std::string> accepts;
    std::string gives; ///< a name template made of the groups of `accepts` (and of the text itself as ${key}); "" = the
                       ///< text itself
    std::vector<std::pair<std::string, Text>> choices; ///< value and its words; empty = free text
    friend bool operator==(const Question&, const Question&) = default;
};

/// What an answer stands for (sv16201, 16201 and sv16201.xserver.jp alike), or nothing where the question does not
/// accept it. Widths and outer blanks are folded; with `choices` only their values count.
std::optional<std::string> acceptedAnswer(const Question& question, std::string_view typed);

/// Something to do before the settings work (a switch in the web mail, an app password).
struct ProfileStep {
    std::string id;
    Text text;  ///< what to do
    Text where; ///< screen path
    Text why;
    std::string url;
    std::optional<Protocol> forProtocol; ///< nothing = all
    std::optional<std::size_t> source;
    Condition when;
    friend bool operator==(const ProfileStep&, const ProfileStep&) = default;
};

/// An id on the paper that looks like the mail login and is not.
struct OtherId {
    std::vector<std::string> labels; ///< as printed
    std::string pattern;             ///< what it looks like (profile/host_pattern.h), or ""
    Text what;                       ///< what it is for
    friend bool operator==(const OtherId&, const OtherId&) = default;
};

/// What a server of this provider says when something else is meant.
struct FailureText {
    std::optional<Protocol> protocol;
    std::string contains; ///< in the server's answer, ASCII case ignored
    std::string
        means; ///< a short code: "pop-before-smtp", "from-abroad", "locked", "wrong-network", "needs-option", "other"
    Text text;
    std::optional<std::size_t> source;
    friend bool operator==(const FailureText&, const FailureText&) = default;
};

enum class TlsAllowance { LegacyRenegotiation };
std::string_view name(TlsAllowance allowance); ///< "legacy-renegotiation"

/// An exception for exactly one host.
struct TlsException {
    std::string host;
    TlsAllowance allow = TlsAllowance::LegacyRenegotiation;
    std::optional<std::size_t> source;
    friend bool operator==(const TlsException&, const TlsException&) = default;
};

/// How people sign in where it is not a mail password.
struct SignIn {
    bool oauthOnly = false;
    std::vector<std::string> apps; ///< mail apps that can do it
    Text note;
    std::optional<std::size_t> source;
    friend bool operator==(const SignIn&, const SignIn&) = default;
};

struct Era {
    std::string date; ///< "2006-06-01", "2025" or ""
    Text what;
    std::optional<std::size_t> source;
    friend bool operator==(const Era&, const Era&) = default;
};

/// A part of the customers whose settings differ. Lists that are given replace those of the profile; `uses` hands over
/// to another profile.
struct Variant {
    std::string id;
    Text names;
    Condition when;
    std::string uses; ///< another profile's id, or ""
    std::vector<ProfileEndpoint> endpoints;
    std::vector<ProfileStep> steps;
    std::optional<ServiceStatus> status;
    std::optional<SignIn> signIn;
    Text note;
    std::optional<std::size_t> source;
    friend bool operator==(const Variant&, const Variant&) = default;
};

/// The labels that this provider's papers print, by the certificate's JSON key.
using PaperLabels = std::vector<std::pair<std::string, std::vector<std::string>>>;

struct ProviderProfile {
    int format = 1;
    std::string id;       ///< [a-z0-9-]{1,32}, the file's name
    std::string inherits; ///< id of a template (providers/templates), or ""
    Text names;
    std::string kana; ///< reading, for sorting
    std::vector<std::string> formerNames;
    std::vector<std::string> aliases;
    Text operatedBy;
    std::vector<std::string> domains; ///< exact names or host patterns: "plala.or.jp", "*.plala.or.jp"
    std::vector<std::string> knownSubdomains;
    bool byName = false; ///< addresses are under customers' own domains, and nothing but its name leads here
    std::vector<std::string> hostedMx; ///< host patterns of MX names that show that a domain is hosted here
    std::vector<std::string>
        hosts; ///< further host patterns that belong to this provider (a word why stands in hostsNote)
    Text hostsNote;
    std::string checked; ///< when a person last compared this file with its sources
    ServiceStatus status;
    std::vector<std::string> documents; ///< 会員登録証, …
    PaperLabels labels;
    std::vector<OtherId> otherIds;
    std::vector<OldSettings> oldSettings;
    std::vector<HostMove> oldHosts;
    std::vector<ProfileEndpoint> endpoints;
    bool onlyThesePorts = false;
    std::vector<Variant> variants;
    std::vector<Question> questions;
    std::vector<ProfileStep> steps;
    std::optional<SignIn> signIn;
    std::vector<TlsException> tlsExceptions;
    std::vector<FailureText> failures;
    std::vector<Text> limits; ///< 7 days on the server, lock-out rules, …
    std::vector<Text> notes;
    std::vector<Era> timeline;
    std::string supportUrl;
    std::string webmailUrl;
    std::vector<Source> sources;
    std::string file; ///< where it was read from
    friend bool operator==(const ProviderProfile&, const ProviderProfile&) = default;
};

} // namespace yomikae
