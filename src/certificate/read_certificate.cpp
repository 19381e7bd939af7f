#include "certificate/read_certificate.h"

#include "base/limits.h"
#include "base/secret.h"
#include "base/text.h"
#include "certificate/code_points.h"
#include "certificate/file_kind.h"
#include "certificate/read_json.h"
#include "certificate/read_text.h"

#include <optional>

namespace yomikae {

namespace {

void append(std::string& out, unsigned c) {
    if (c < 0x80) {
        out += static_cast<char>(c);
        return;
    }
    const int more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
    constexpr unsigned Lead[] = {0, 0xC0, 0xE0, 0xF0};
    out += static_cast<char>(Lead[more] | c >> (6 * more));
    for (int i = more - 1; i >= 0; --i)
        out += static_cast<char>(0x80 | (c >> (6 * i) & 0x3F));
}

/// UTF-16 with a byte order mark, as Windows' Notepad saves "Unicode"; nothing where there is no mark.
std::optional<std::string> fromUtf16(std::string_view bytes) {
    const bool little = startsWith(bytes, "\xFF\xFE");
    if (!little && !startsWith(bytes, "\xFE\xFF"))
        return std::nullopt;
    const auto unit = [&](std::size_t at) {
        const auto first = static_cast<unsigned char>(bytes[at]);
        const auto second = static_cast<unsigned char>(bytes[at + 1]);
        return little ? static_cast<unsigned>(second << 8 | first) : static_cast<unsigned>(first << 8 | second);
    };
    std::string out;
    for (std::size_t at = 2; at + 1 < bytes.size(); at += 2) {
        unsigned c = unit(at);
        const bool high = c >= 0xD800 && c < 0xDC00;
        const unsigned low = high && at + 3 < bytes.size() ? unit(at + 2) : 0;
        if (low >= 0xDC00 && low < 0xE000) {
            c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
            at += 2;
        } else if (c >= 0xD800 && c < 0xE000) {
            c = 0xFFFD;
        }
        append(out, c);
    }
    return out;
}

} // namespace

Result<ReadCertificate> readCertificate(std::string bytes, std::string file, const Labels& labels) {
    if (bytes.size() > limits::CertificateFile)
        return {std::nullopt,
                {{"file-too-large",
                  {std::move(file), 0, 0, {}},
                  {},
                  std::to_string(bytes.size()),
                  std::to_string(limits::CertificateFile),
                  false}}};
    if (auto problem = notText(bytes, file))
        return {std::nullopt, {std::move(*problem)}};
    if (auto decoded = fromUtf16(bytes)) {
        wipe(bytes);
        bytes = std::move(*decoded);
    }
    const std::string_view start = startsWith(bytes, "\xEF\xBB\xBF") ? std::string_view(bytes).substr(3) : bytes;
    const auto first = start.find_first_not_of(" \t\r\n");
    if (first != std::string_view::npos && start[first] == '{')
        return readCertificateJson(std::move(bytes), std::move(file));
    std::string text = toUtf8(bytes);
    wipe(bytes);
    auto result = readPaperText(text, std::move(file), labels);
    wipe(text);
    return result;
}

} // namespace yomikae
