// Any bytes as a paper: text in whatever character set, or JSON. Corpus: tests/papers. The password that stands on it
// must not come back out of what may be shown.
#include "certificate/read_certificate.h"
#include "support/files.h"

#include <cstdint>
#include <cstdlib>

using namespace yomikae;

namespace {

const Labels& labels() {
    static const Labels read = *readLabels(test::sourceFile("resources/labels.json"), "labels.json").value;
    return read;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto read = readCertificate(std::string(reinterpret_cast<const char*>(data), size), "paper", labels());
    if (!read)
        return 0;
    const Secret& password = read->certificate.mailPassword;
    constexpr std::size_t Telling = 8; // a shorter one may be a word of its own elsewhere
    if (password.size() >= Telling && password.struckOut(read->certificate.paperText) != read->certificate.paperText)
        std::abort();
    return 0;
}
