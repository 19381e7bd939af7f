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

} // namespace yomikae
