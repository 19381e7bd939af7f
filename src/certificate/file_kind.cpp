#include "certificate/file_kind.h"

#include <algorithm>
#include <array>

namespace yomikae {

namespace {

using namespace std::string_view_literals;

struct Mark {
    std::string_view bytes;
    std::size_t at;
    std::string_view code;
    std::string_view kind;
};

constexpr std::string_view Picture = "paper-is-picture";
constexpr std::string_view Document = "paper-is-document";

constexpr std::array Marks{
    Mark{"\x89PNG"sv, 0, Picture, "PNG"},
    Mark{"\xFF\xD8\xFF"sv, 0, Picture, "JPEG"},
    Mark{"GIF8"sv, 0, Picture, "GIF"},
    Mark{"II*\0"sv, 0, Picture, "TIFF"},
    Mark{"MM\0*"sv, 0, Picture, "TIFF"},
    Mark{"WEBP"sv, 8, Picture, "WebP"},
    Mark{"\0\0\0\0"sv, 6, Picture, "BMP"}, // behind "BM" and a length: two letters alone may begin a text
    Mark{"ftyphe"sv, 4, Picture, "HEIC"},
    Mark{"ftypmif1"sv, 4, Picture, "HEIC"},
    Mark{"ftypavif"sv, 4, Picture, "AVIF"},
    Mark{"%PDF-"sv, 0, Document, "PDF"},
    Mark{"PK\x03\x04"sv, 0, Document, "Word, Excel, ZIP"},
    Mark{"\xD0\xCF\x11\xE0"sv, 0, Document, "Word, Excel"},
    Mark{"{\\rtf"sv, 0, Document, "RTF"},
};

bool bears(std::string_view bytes, const Mark& mark) {
    return bytes.size() >= mark.at + mark.bytes.size() && bytes.substr(mark.at, mark.bytes.size()) == mark.bytes &&
           (mark.kind != "BMP" || bytes.substr(0, 2) == "BM");
}

bool hasNulInside(std::string_view bytes) {
    const bool utf16 = bytes.substr(0, 2) == "\xFF\xFE" || bytes.substr(0, 2) == "\xFE\xFF";
    const auto last = bytes.find_last_not_of('\0');
    return !utf16 && last != std::string_view::npos && bytes.substr(0, last).find('\0') != std::string_view::npos;
}

} // namespace

std::optional<Problem> notText(std::string_view bytes, const std::string& file) {
    const auto mark = std::find_if(Marks.begin(), Marks.end(), [&](const Mark& m) { return bears(bytes, m); });
    if (mark != Marks.end())
        return Problem{std::string(mark->code), {file, 0, 0, {}}, {}, std::string(mark->kind), {}, false};
    if (hasNulInside(bytes))
        return Problem{"paper-is-no-text", {file, 0, 0, {}}, {}, {}, {}, false};
    return std::nullopt;
}

} // namespace yomikae
