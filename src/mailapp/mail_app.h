// What a mail app calls things and what it can take: one file of resources/mailapps. Written from sources; what no
// source says is absent, and the sheet then uses its own neutral word.
#pragma once

#include "base/endpoint.h"
#include "base/message.h"
#include "base/names.h"
#include "base/problem.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace yomikae {

/// A field of the app's account screens.
enum class AppField {
    MailAddress,
    Password,
    IncomingServer,
    IncomingPort,
    IncomingSecurity,
    IncomingAuthentication,
    IncomingUsername,
    OutgoingServer,
    OutgoingPort,
    OutgoingSecurity,
    OutgoingAuthentication,
    OutgoingUsername
};

/// How the person proves who they are, as a mail app's choices divide it.
enum class AppLogin {
    Password, ///< the usual one: PLAIN, LOGIN, USER/PASS
    CramMd5,
    Apop,
    OAuth2
};
std::optional<AppLogin> appLoginNamed(std::string_view word); ///< "password", "cram-md5", "apop", "oauth2"

/// A choice within a field.
enum class AppValue { Tls, StartTls, None, Password, PasswordWithoutTls, CramMd5, Apop, OAuth2 };

/// A tick box or a switch has no words for its values: it is ticked or not.
enum class AppControl { Choice, CheckBox, Switch };

/// Words of the app in one language. "" = the app's word for this protocol is not known, though one is known for
/// others.
struct AppNames {
    std::map<AppField, std::string> labels;
    std::map<AppValue, std::string> values;
    friend bool operator==(const AppNames&, const AppNames&) = default;
};

struct AppVocabulary {
    AppNames names;                         ///< for every protocol without its own
    std::map<Protocol, AppNames> protocols; ///< what is different there
    std::string newAccount;                 ///< the way to the screen where an account is made, or ""
    std::string oldAccount;                 ///< the way to the screen where one is changed, or ""
    /// Whether it says anything about the screens; a mere word here and there is no help to find one's way.
    bool known() const { return names.labels.count(AppField::IncomingServer) != 0; }
    friend bool operator==(const AppVocabulary&, const AppVocabulary&) = default;
};

enum class AppLevel {
    Block, ///< cannot work
    Warn,  ///< may well fail
    Info   ///< good to know
};

/// All that is named must hold; an empty list or false asks nothing. Protocol, security and login must hold together in
/// one direction: {pop3, starttls} does not match POP3 with TLS beside SMTP with STARTTLS.
struct AppCondition {
    std::vector<Protocol> protocols;
    std::vector<Security> securities;
    std::vector<AppLogin> logins;
    bool smtpUserDiffers = false;
    bool incomingUserNotAddress = false;
    bool ownNetworkOnly = false;
    bool oldTlsOnly = false;
    bool certificateFaulty = false;
    friend bool operator==(const AppCondition&, const AppCondition&) = default;
};

struct AppWarning {
    AppCondition when;
    AppLevel level = AppLevel::Info;
    Text text;
    std::size_t source = 0;
    friend bool operator==(const AppWarning&, const AppWarning&) = default;
};

/// What tripped people up after an upgrade; the most useful first.
struct AppUpgradeNote {
    Text text;
    std::string version;
    std::size_t source = 0;
    friend bool operator==(const AppUpgradeNote&, const AppUpgradeNote&) = default;
};

struct AppSource {
    std::string url; ///< "" where it is no page
    std::string title;
    std::string checked;   ///< when it was read: "2026-11"
    bool official = false; ///< the app's maker speaks
    friend bool operator==(const AppSource&, const AppSource&) = default;
};

/// What the app can take. Nothing = no source says.
struct AppTakes {
    std::map<Protocol, bool> protocols;
    std::map<Protocol, bool> startTls;
    std::map<AppLogin, bool> logins;
    std::optional<bool> noEncryption;
    std::optional<bool> ownSmtpLogin; ///< another user name for sending
    friend bool operator==(const AppTakes&, const AppTakes&) = default;
};

/// Whether its maker still looks after it.
enum class AppState { Active, Ended, Unknown };

struct MailApp {
    std::string id;
    Text names;
    std::vector<std::string> aliases;
    std::vector<std::string> platforms;
    AppState state = AppState::Unknown;
    AppTakes takes;
    AppVocabulary ja;
    AppVocabulary en;
    std::map<AppField, AppControl> controls; ///< absent = Choice
    std::vector<AppField> weak;              ///< doubtful words: a neutral one is printed with the app's in brackets
    std::vector<AppWarning> warnings;
    std::vector<AppUpgradeNote> afterUpgrade;
    std::vector<AppSource> sources;
    friend bool operator==(const MailApp&, const MailApp&) = default;
};

/// Strictly: every problem with its place; codes json-* and those of profiles for what both have (profile-id, …).
Result<MailApp> readMailApp(std::string json, std::string file);

/// By id, name or alias; widths, letter case and outer blanks make no difference. Null where there is none.
const MailApp* findMailApp(const std::vector<MailApp>& apps, std::string_view word);

} // namespace yomikae
