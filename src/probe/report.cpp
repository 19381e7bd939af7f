#include "probe/report.h"

#include "base/names.h"

namespace yomikae {

namespace {

constexpr Named<ConsentKind> ConsentKindNames[] = {
    {ConsentKind::Cleartext, "cleartext"}, {ConsentKind::Certificate, "certificate"}, {ConsentKind::Host, "host"}};

} // namespace

std::string_view name(ConsentKind kind) {
    return nameIn(ConsentKindNames, kind);
}

bool isCertified(const Attempt& attempt) {
    return attempt.tls && attempt.tls->handshakeDone && attempt.tls->faults.empty();
}

bool offersStartTls(const Attempt& attempt) {
    return attempt.candidate.endpoint.security == Security::None && attempt.capabilities &&
           attempt.capabilities->startTls;
}

} // namespace yomikae
