// Any bytes as config-v1.1.xml: filled in for an address, and made into a draft. Corpus: tests/discovery.
#include "base/json.h"
#include "base/limits.h"
#include "discovery/draft_profile.h"
#include "discovery/published_config.h"

#include <cstdint>
#include <cstdlib>

using namespace yomikae;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view xml(reinterpret_cast<const char*>(data), size);
    readPublishedConfig(xml, {"taro", "example.jp"}, "https://autoconfig.example.jp/");
    const auto draft = draftProfile(xml, "config-v1.1.xml", {}, {2026, 11, 24});
    if (draft && !parseJson(draft->text, "draft", limits::ProfileFile * 4)) // whatever it holds, it is JSON
        std::abort();
    return 0;
}
