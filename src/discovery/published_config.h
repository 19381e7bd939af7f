// What a provider publishes about its mail servers: config-v1.1.xml, the format that Thunderbird and others read.
#pragma once

#include "base/mail_address.h"
#include "base/problem.h"
#include "translation/translation.h"

#include <string>
#include <string_view>
#include <vector>

namespace yomikae {

/// The servers in the file's order: origin Discovered, evidence reported, user names spelled out for the address.
/// `source` is where the file came from; it becomes the endpoints' source and the problems' file.
///
/// Nothing comes back for a text over limits::PublishedConfig, one with a DOCTYPE or an entity, no XML, another root,
/// and one without a single usable server. A server with an unknown word costs only that server (a warning). Codes:
/// discovery-config-…
Result<std::vector<TranslatedEndpoint>> readPublishedConfig(std::string_view bytes, const MailAddress& address,
                                                            const std::string& source);

/// Whether a text means to be such a file at all. Many web servers answer every question with a page of their own.
bool looksLikePublishedConfig(std::string_view bytes);

} // namespace yomikae
