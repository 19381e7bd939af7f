// Any bytes as a provider profile: read, put into a catalog, asked, and confirmed. Corpus: providers, tests/profiles.
#include "profile/confirm_profiles.h"
#include "profile/confirmation.h"
#include "profile/knowledge.h"
#include "profile/read_profile.h"
#include "translation/translation.h"

#include <cstdint>
#include <cstdlib>

using namespace yomikae;

namespace {

void translateFor(const Catalog& catalog, const ProviderProfile& profile) {
    for (const std::string& domain : profile.domains) {
        Certificate paper;
        paper.mailAddress = "taro@" + domain;
        paper.mailAccount = "taro";
        paper.popServer = paper.smtpServer = profile.oldSettings.empty() ? "" : profile.oldSettings[0].popServer;
        translate(paper, catalog);
    }
}

/// A confirmation of the first endpoint must leave a profile that is still good.
void confirm(const ProviderProfile& profile, const std::string& text) {
    if (profile.endpoints.empty() || !profile.endpoints[0].when.empty())
        return;
    const ProfileEndpoint& first = profile.endpoints[0];
    Confirmation one{profile.id, "", {}, {2026, 11, 24}, "yomikae 0.1.0"};
    one.endpoints.push_back(
        {first.protocol, first.host, first.port, first.security, Mechanism::Plain, first.usernames[0]});
    const auto done =
        confirmProfiles({{"fuzz.json", text, false}}, {{"confirmation.json", confirmationJson(one)}}, {2026, 11, 24});
    if (!done || done->changed.empty())
        return;
    if (!readProfile(done->changed[0].text, profile.id + ".json"))
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    const ReadCatalog read = readCatalog({{"-", text, false}}, {2026, 11, 24});
    knowledgeOf(read.catalog, {2026, 11, 24});
    for (const ProviderProfile& profile : read.catalog.profiles()) {
        translateFor(read.catalog, profile);
        confirm(profile, text);
    }
    readConfirmation(text, "-");
    return 0;
}
