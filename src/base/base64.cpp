#include "base/base64.h"

#include <cstdint>

namespace yomikae {

namespace {

constexpr std::string_view Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

} // namespace

std::string base64(std::string_view bytes) {
    std::string out;
    out.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::size_t left = bytes.size() - i;
        std::uint32_t group = 0;
        for (std::size_t k = 0; k < 3; ++k)
            group = group << 8 | (k < left ? static_cast<unsigned char>(bytes[i + k]) : 0u);
        for (std::size_t k = 0; k < 4; ++k)
            out += k <= left ? Alphabet[group >> (18 - 6 * k) & 63u] : '=';
    }
    return out;
}

std::optional<std::string> fromBase64(std::string_view text) {
    if (text.size() % 4 != 0)
        return std::nullopt;
    std::string out;
    for (std::size_t i = 0; i < text.size(); i += 4) {
        std::uint32_t group = 0;
        std::size_t padding = 0;
        for (std::size_t k = 0; k < 4; ++k) {
            const char c = text[i + k];
            const auto at = Alphabet.find(c);
            const bool last = i + 4 == text.size();
            if (c == '=' && last && k >= 2)
                ++padding;
            else if (at == std::string_view::npos || padding != 0)
                return std::nullopt;
            group = group << 6 | static_cast<std::uint32_t>(at == std::string_view::npos ? 0 : at);
        }
        if ((padding == 1 && (group & 0xffu) != 0) || (padding == 2 && (group & 0xffffu) != 0))
            return std::nullopt; // bits behind the end: two spellings of one value
        for (std::size_t k = 0; k < 3 - padding; ++k)
            out += static_cast<char>(group >> (16 - 8 * k) & 0xffu);
    }
    return out;
}

} // namespace yomikae
