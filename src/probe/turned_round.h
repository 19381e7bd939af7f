// Port 25 often leads elsewhere: networks turn it round to a server of their own, against junk mail. What shows that,
// and where a yes would hand that server the password.
#pragma once

#include "probe/report.h"

#include <string>

namespace yomikae {

/// The server's first line, printable; "" before it came.
std::string greetingOf(const Attempt& attempt);

/// The name that an SMTP server greets with (RFC 5321 4.2, "220 mail.example.jp ESMTP"); "" where it tells none.
std::string greetedName(const Attempt& attempt);

/// The certificate that was shown does not have the asked name.
bool isForAnotherName(const Attempt& attempt);

/// At port 25 another server than the asked one answered: its certificate is for another name, or the greeting's name
/// has another owner than that of the same host's other ports for sending.
bool turnedRound(const RunReport& report, const Attempt& attempt);

/// Port 25 is no place to ask for a yes: turned round, or the same host takes logins in TLS on another port.
bool needsNoConsent(const RunReport& report, const Attempt& attempt);

} // namespace yomikae
