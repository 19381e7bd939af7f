// What the other attempts of the run say about one attempt. One closed port means little; beside an open one it means
// "not used".
#pragma once

#include "probe/report.h"
#include "translation/translation.h"

#include <string>
#include <string_view>

namespace yomikae {

/// A connection was made and something came back.
bool answered(const Attempt& attempt);
/// Another port of the same host answered.
bool hostAnswersElsewhere(const RunReport& report, const Attempt& attempt);
/// Some submission port (465, 587) answered: port 25 is not needed.
bool submissionAnswers(const RunReport& report);
/// The same host let us in by TLS on another port.
bool hostEncryptsElsewhere(const RunReport& report, const Attempt& attempt);

/// The other side spoke HTTP, in clear or where TLS was due.
bool spokeHttp(const Attempt& attempt);
/// All servers that answered (at least two) spoke HTTP: a hotel or shop network shows its own page first.
bool portalInTheWay(const RunReport& report);
/// A virus scanner or proxy on this computer answered in the server's place, by its own words.
bool looksLikeMailShield(const Attempt& attempt);
/// The login succeeded, and mail from the person's address is refused.
bool refusesSender(const Attempt& attempt);
/// The login for sending succeeded, and the person's own mailbox takes no mail just now.
bool refusesRecipient(const Attempt& attempt);
/// Every certificate that was shown (at two ports or more) is out of date: rather a clock that runs ahead.
bool clockMayRunAhead(const RunReport& report);
/// The word for encryption was overwritten on the way (SMTP "XXXXXXXA", a Cisco "fixup").
bool encryptionWordOverwritten(const Attempt& attempt);
/// By its code ([IN-USE], RFC 2449 8.1.1; IMAP's [INUSE], RFC 5530) the mailbox is in use, and so the password right.
bool isInUse(const Attempt& attempt);
/// The certificate was accepted.
bool reachedInTls(const Attempt& attempt);
/// The certificate is for `host` too (a star stands for one label, RFC 9525 6.3).
bool certifies(const TlsFacts& tls, std::string_view host);
/// The profile's explanation for what this server said, or null.
const FailureText* failureText(const Translation& translation, const Attempt& attempt);

bool containsIgnoringCase(std::string_view text, std::string_view part); ///< ASCII letters only; "" is never contained

} // namespace yomikae
