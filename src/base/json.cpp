#include "base/json.h"

#include "base/json_locator.h"
#include "base/limits.h"
#include "base/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>

namespace yomikae {

namespace {

Place placeAt(const std::string& file, std::string_view text, std::size_t offset) {
    Place place{file, 1, 1, {}};
    const std::string_view before = text.substr(0, std::min(offset, text.size()));
    const auto lineStart = before.rfind('\n');
    place.line += static_cast<int>(std::count(before.begin(), before.end(), '\n'));
    place.column +=
        static_cast<int>(characters(lineStart == std::string_view::npos ? before : before.substr(lineStart + 1)));
    return place;
}

/// nlohmann's SAX interface: keeps its own stack, so depth is bounded before anything is built.
class Builder {
  public:
    using number_integer_t = nlohmann::json::number_integer_t;
    using number_unsigned_t = nlohmann::json::number_unsigned_t;
    using number_float_t = nlohmann::json::number_float_t;
    using string_t = nlohmann::json::string_t;
    using binary_t = nlohmann::json::binary_t;

    struct Trouble {
        std::string code;
        std::string pointer;
        std::string found;
    };

    bool null() { return put(JsonValue{nullptr}) != nullptr; }
    bool boolean(bool value) { return put(JsonValue{value}) != nullptr; }
    bool number_integer(number_integer_t value) { return put(JsonValue{static_cast<std::int64_t>(value)}) != nullptr; }
    bool number_unsigned(number_unsigned_t value) {
        if (value > static_cast<number_unsigned_t>(std::numeric_limits<std::int64_t>::max()))
            return put(JsonValue{static_cast<double>(value)}) != nullptr;
        return put(JsonValue{static_cast<std::int64_t>(value)}) != nullptr;
    }
    bool number_float(number_float_t value, const string_t&) { return put(JsonValue{value}) != nullptr; }
    bool string(string_t& value) {
        const bool long_ = value.size() > limits::JsonString;
        put(JsonValue{std::move(value)});
        if (long_)
            troubles.push_back({"json-string-too-long", pointerOfLast(), {}});
        return true;
    }
    bool binary(binary_t&) { return false; }
    bool start_object(std::size_t) { return open(JsonValue{JsonValue::Object{}}); }
    bool start_array(std::size_t) { return open(JsonValue{JsonValue::Array{}}); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }
    bool key(string_t& name) {
        auto& members = std::get<JsonValue::Object>(stack_.back()->value);
        const bool twice = std::any_of(members.begin(), members.end(), [&](const auto& m) { return m.key == name; });
        members.push_back({name, JsonValue{nullptr}});
        if (twice)
            troubles.push_back({"json-duplicate-key", pointerOfLast(), name});
        return members.size() <= MostMembers;
    }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception&) {
        failedAt = position == 0 ? 0 : position - 1;
        return false;
    }

    JsonValue root{nullptr};
    std::vector<Trouble> troubles;
    std::optional<std::size_t> failedAt;
    bool tooDeep = false;

  private:
    static constexpr std::size_t MostMembers = 20'000; ///< the duplicate check is quadratic in one object

    JsonValue* put(JsonValue&& value) {
        JsonValue* slot = &root;
        if (!stack_.empty()) {
            if (auto* array = std::get_if<JsonValue::Array>(&stack_.back()->value))
                slot = &array->emplace_back();
            else
                slot = &std::get<JsonValue::Object>(stack_.back()->value).back().value;
        }
        *slot = std::move(value);
        return slot;
    }
    bool open(JsonValue&& value) {
        if (stack_.size() >= static_cast<std::size_t>(limits::JsonDepth)) {
            tooDeep = true;
            return false;
        }
        stack_.push_back(put(std::move(value)));
        return true;
    }
    bool close() {
        stack_.pop_back();
        return true;
    }
    std::string pointerOfLast() const {
        std::string pointer;
        for (const JsonValue* level : stack_) {
            if (const auto* array = std::get_if<JsonValue::Array>(&level->value))
                pointer += "/" + std::to_string(array->size() - 1);
            else
                pointer += "/" + pointerToken(std::get<JsonValue::Object>(level->value).back().key);
        }
        return pointer;
    }

    std::vector<JsonValue*> stack_;
};

// --- finding a value's place in a text that has been parsed already
// --------------------------------------------------------

std::optional<std::size_t> firstBadUtf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = std::min<std::size_t>(text.size() - at, 1024);
        std::size_t end = at + length;
        while (end < text.size() && end > at && (static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80)
            --end;
        if (end == at || !isUtf8(text.substr(at, end - at))) {
            std::size_t good = at;
            for (std::size_t i = at + 1; i <= end && i <= at + length; ++i)
                if (isUtf8(text.substr(at, i - at)))
                    good = i;
            return good;
        }
        at = end;
    }
    return std::nullopt;
}

std::string foundAt(std::string_view text, std::size_t offset) {
    if (offset >= text.size())
        return {};
    std::size_t end = offset + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80)
        ++end;
    return printable(text.substr(offset, end - offset), 8);
}

} // namespace

Place placeOf(const JsonDocument& document, std::string_view pointer, bool key, bool last) {
    const std::size_t offset = jsonOffset(document.text, pointer, key, last);
    Place place = placeAt(document.file, document.text, offset);
    place.pointer = pointer;
    return place;
}

Result<JsonDocument> parseJson(std::string text, std::string file, std::size_t limit) {
    Result<JsonDocument> result;
    const auto fail = [&](std::string code, Place place, std::string found = {}, std::string allowed = {}) {
        result.problems.push_back({std::move(code), std::move(place), {}, std::move(found), std::move(allowed), false});
    };
    if (text.size() > limit) {
        fail("file-too-large", {file, 0, 0, {}}, std::to_string(text.size()), std::to_string(limit));
        return result;
    }
    if (text.compare(0, 3, "\xEF\xBB\xBF") == 0)
        text.erase(0, 3);
    if (trimmed(text).empty()) {
        fail("json-empty", {file, 1, 1, {}});
        return result;
    }
    if (const auto bad = firstBadUtf8(text)) {
        fail("json-not-utf8", placeAt(file, text, *bad), printable(text.substr(*bad, 1), 1));
        return result;
    }
    Builder builder;
    if (!nlohmann::json::sax_parse(text, &builder)) {
        if (builder.tooDeep)
            fail("json-depth", {file, 0, 0, {}}, {}, std::to_string(limits::JsonDepth));
        else if (builder.failedAt)
            fail(*builder.failedAt >= text.size() ? "json-ends-early" : "json-syntax",
                 placeAt(file, text, *builder.failedAt), foundAt(text, *builder.failedAt));
        else
            fail("json-too-many-keys", {file, 0, 0, {}});
        return result;
    }
    JsonDocument document{std::move(file), std::move(text), std::move(builder.root)};
    for (const Builder::Trouble& trouble : builder.troubles) {
        const bool twice = trouble.code == "json-duplicate-key";
        fail(trouble.code, placeOf(document, trouble.pointer, twice, twice), printable(trouble.found, 60),
             twice ? std::string{} : std::to_string(limits::JsonString));
    }
    result.value = std::move(document);
    return result;
}

} // namespace yomikae
