// What the person wrote on the command line, checked.
#pragma once

#include "base/problem.h"
#include "candidates/plan.h"
#include "cli/console.h"
#include "probe/report.h"
#include "translation/translation.h"

#include <QCommandLineParser>
#include <QStringList>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace yomikae::cli {

/// HOST:PORT; an IPv6 literal in brackets. Nothing where it is neither.
std::optional<std::pair<std::string, std::uint16_t>> hostAndPort(std::string_view text);

/// One address for one HOST:PORT (--resolve HOST:PORT:ADDRESS).
struct Resolve {
    std::string host;
    std::uint16_t port = 0;
    std::string address;
};
std::optional<Resolve> resolveRule(std::string_view text);

/// Options of the commands that connect.
struct CheckOptions {
    bool watch = false;
    bool login = true;
    Preference preference = Preference::Pop3;
    Consents consents;
    std::vector<Resolve> resolve;
    std::string caFile;
    std::string profiles;
    std::string passwordFile;
    std::optional<int> passwordDescriptor;
    bool namesPassword() const { return !passwordFile.empty() || passwordDescriptor.has_value(); }
    bool offline = false;  ///< nobody is asked for settings that no profile has
    bool askIspdb = false; ///< Thunderbird's public database may be told the domain
    int refusedLogins = 2;
    std::chrono::milliseconds deadline{180'000};
};

/// "" and "pop3": Pop3; "imap": Imap; nothing for other words.
std::optional<Preference> preferenceNamed(std::string_view word);

/// Those of one connection (`probe`): password, consents, trust anchors, time.
void addConnectionOptions(QCommandLineParser& parser, Language language);
/// Those, and what concerns a whole certificate (`check`, `sheet`).
void addCheckOptions(QCommandLineParser& parser, Language language);

/// Every slip is a problem (option-value) with the option, what was found and what is allowed.
Result<CheckOptions> connectionOptions(const QCommandLineParser& parser);
Result<CheckOptions> checkOptions(const QCommandLineParser& parser);

/// A value that cannot be used: option-value with what is allowed, or which piece of a HOST:PORT… is wrong
/// (option-value-host, -port, -address).
Problem wrongValue(const std::string& option, const std::string& found, const std::string& allowed);

std::optional<std::uint16_t> portNumber(std::string_view text);
/// A host name, or an IP literal with or without brackets.
std::optional<std::string> hostOrLiteral(std::string_view text);

/// What a yes would cover, as --allow-cleartext, --accept-certificate or --agree-host take it.
std::string covers(const ConsentNeeded& consent);
/// That option.
std::string_view consentOption(ConsentKind kind);

/// Adds an option whose help is the phrase `option-<name>`.
void addOption(QCommandLineParser& parser, Language language, const char* name, const char* value = nullptr);

} // namespace yomikae::cli
