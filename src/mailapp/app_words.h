// The words that stand on one sheet: the app's own where they are known, neutral ones elsewhere.
#pragma once

#include "mailapp/mail_app.h"

#include <string>
#include <vector>

namespace yomikae {

/// What goes into the app in one direction. A security or login of nothing is not known.
struct AppSide {
    Protocol protocol = Protocol::Pop3;
    std::optional<Security> security;
    std::optional<AppLogin> login;
    friend bool operator==(const AppSide&, const AppSide&) = default;
};

/// The settings as far as an app's words and limits depend on them.
struct AppSituation {
    AppSide incoming{Protocol::Pop3, {}, {}};
    AppSide outgoing{Protocol::Smtp, {}, {}};
    bool smtpUserDiffers = false;
    bool incomingUserNotAddress = false;
    bool ownNetworkOnly = false;    ///< one of the servers answers only on the provider's own line
    bool oldTlsOnly = false;        ///< a server was seen to speak no TLS newer than 1.1
    bool certificateFaulty = false; ///< wrong name, expired or self-signed, on a server of the sheet
    friend bool operator==(const AppSituation&, const AppSituation&) = default;
};

/// One direction's labels, and the values that are words.
struct SideWords {
    std::string server;
    std::string port;
    std::string security;
    std::string authentication; ///< "" = the app has no such field there
    std::string username;
    std::string securityValue; ///< "" where the security is not known
    std::string loginValue;    ///< "" where nothing is to be chosen
    friend bool operator==(const SideWords&, const SideWords&) = default;
};

struct AppWords {
    std::string mailAddress; ///< "" = no row for it
    std::string password;
    SideWords incoming;
    SideWords outgoing;
    friend bool operator==(const AppWords&, const AppWords&) = default;
};

/// How a language says what no app says.
struct NeutralWords {
    AppWords words; ///< labels and values of a sheet for no app in particular
    std::string tick;
    std::string noTick;
    std::string on;
    std::string off;
};

/// `vocabulary` is app.ja or app.en. A weak word stands in brackets behind the neutral one; a tick box or switch gets
/// the neutral value (or the app's word) in brackets, so that somebody who helps sees what is meant.
AppWords appWords(const MailApp& app, const AppVocabulary& vocabulary, const AppSituation& situation,
                  const NeutralWords& neutral);

/// Those that hold, Block first, then Warn, then Info; else in the order of the file.
std::vector<AppWarning> warningsFor(const MailApp& app, const AppSituation& situation);

} // namespace yomikae
