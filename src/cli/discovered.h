// What a check asks the domain for, where no profile knows today's servers.
#pragma once

#include "certificate/certificate.h"
#include "cli/console.h"
#include "cli/options.h"
#include "net/discover.h"
#include "profile/catalog.h"
#include "translation/translation.h"

namespace yomikae::cli {

/// How to ask a domain, by the options.
DiscoverySettings discoverySettings(const MailAddress& address, const CheckOptions& options);

/// The translation with what the domain publishes; the same one where nothing needs to be asked or --offline was given.
/// Ten seconds at most. After Ctrl-C it comes back at once with what is known so far.
Translation discovered(const Translation& translation, const ReadCertificate& read, const Catalog& catalog,
                       const CheckOptions& options, Console& console);

} // namespace yomikae::cli
