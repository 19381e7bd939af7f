#include "base/json.h"

#include "base/json_locator.h"
#include "base/limits.h"
#include "base/nearest.h"
#include "base/text.h"

#include <algorithm>
#include <charconv>

namespace yomikae {

namespace {

/// As JSON writes it: a number that is no integer shows that it is none.
std::string shownNumber(double number) {
    char out[32];
    const auto [end, error] = std::to_chars(out, out + sizeof out, number);
    std::string text(out, error == std::errc{} ? end : out);
    return text.find_first_of(".e") == std::string::npos ? text + ".0" : text;
}

std::string shownValue(const JsonValue& value) {
    struct {
        std::string operator()(std::nullptr_t) const { return "null"; }
        std::string operator()(bool b) const { return b ? "true" : "false"; }
        std::string operator()(std::int64_t i) const { return std::to_string(i); }
        std::string operator()(double d) const { return shownNumber(d); }
        std::string operator()(const std::string& s) const { return "\"" + printable(s, 60) + "\""; }
        std::string operator()(const JsonValue::Array& a) const { return a.empty() ? "[]" : "[…]"; }
        std::string operator()(const JsonValue::Object& o) const { return o.empty() ? "{}" : "{…}"; }
    } const show;
    return std::visit(show, value.value);
}

} // namespace

JsonCursor::JsonCursor(const JsonDocument& document, std::vector<Problem>& problems)
    : JsonCursor(document, problems, document.root, {}, {}) {}

JsonCursor::JsonCursor(const JsonDocument& document, std::vector<Problem>& problems, const JsonValue& value,
                       std::string pointer, std::string key)
    : document_(&document), problems_(&problems), value_(&value), pointer_(std::move(pointer)), key_(std::move(key)) {}

bool JsonCursor::isObject() const {
    return std::holds_alternative<JsonValue::Object>(value_->value);
}

bool JsonCursor::isArray() const {
    return std::holds_alternative<JsonValue::Array>(value_->value);
}

bool JsonCursor::isString() const {
    return std::holds_alternative<std::string>(value_->value);
}

bool JsonCursor::isNull() const {
    return std::holds_alternative<std::nullptr_t>(value_->value);
}

bool JsonCursor::object() {
    if (!isObject())
        complain("json-wrong-type", shown(), "{ }");
    return isObject();
}

std::optional<JsonCursor> JsonCursor::optional(std::string_view key) {
    if (std::find(taken_.begin(), taken_.end(), key) == taken_.end())
        taken_.emplace_back(key);
    if (const auto* members_ = std::get_if<JsonValue::Object>(&value_->value))
        for (const auto& [name, value] : *members_)
            if (name == key)
                return JsonCursor(*document_, *problems_, value, pointer_ + "/" + pointerToken(key), name);
    return std::nullopt;
}

std::optional<JsonCursor> JsonCursor::required(std::string_view key) {
    auto found = optional(key);
    if (!found && isObject())
        add({"json-missing-key", place(), std::string(key), {}, std::string(key), false});
    return found;
}

void JsonCursor::finish() {
    const auto* members_ = std::get_if<JsonValue::Object>(&value_->value);
    if (members_ == nullptr)
        return;
    std::string allowed;
    for (const std::string& key : taken_)
        allowed += (allowed.empty() ? "" : ", ") + key;
    for (const auto& [name, value] : *members_) {
        if (std::find(taken_.begin(), taken_.end(), name) != taken_.end())
            continue;
        const std::string meant = nearest(name, taken_);
        const Place keyPlace = placeOf(*document_, pointer_ + "/" + pointerToken(name), true);
        add({meant.empty() ? "json-unknown-key" : "json-unknown-key-near", keyPlace, meant, printable(name, 60),
             allowed, false});
    }
}

std::vector<JsonCursor> JsonCursor::elements() {
    std::vector<JsonCursor> out;
    const auto* array = std::get_if<JsonValue::Array>(&value_->value);
    if (array == nullptr) {
        complain("json-wrong-type", shown(), "[ ]");
        return out;
    }
    for (std::size_t i = 0; i < array->size(); ++i)
        out.push_back(JsonCursor(*document_, *problems_, (*array)[i], pointer_ + "/" + std::to_string(i), key_));
    return out;
}

std::vector<std::pair<std::string, JsonCursor>> JsonCursor::members() {
    std::vector<std::pair<std::string, JsonCursor>> out;
    if (!object())
        return out;
    for (const auto& [name, value] : std::get<JsonValue::Object>(value_->value))
        out.emplace_back(name, JsonCursor(*document_, *problems_, value, pointer_ + "/" + pointerToken(name), name));
    return out;
}

std::optional<std::string> JsonCursor::string() {
    if (const auto* text_ = std::get_if<std::string>(&value_->value))
        return *text_;
    complain("json-wrong-type", shown(), "\"…\"");
    return std::nullopt;
}

std::optional<std::string> JsonCursor::text(std::size_t most) {
    auto found = string();
    if (!found)
        return std::nullopt;
    const bool control = std::any_of(found->begin(), found->end(),
                                     [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
    if (trimmed(*found).empty() || control || characters(*found) > most) {
        complain("json-text", shown(), std::to_string(most));
        return std::nullopt;
    }
    return found;
}

std::optional<bool> JsonCursor::boolean() {
    if (const auto* flag = std::get_if<bool>(&value_->value))
        return *flag;
    complain("json-wrong-type", shown(), "true, false");
    return std::nullopt;
}

std::optional<std::int64_t> JsonCursor::integer(std::int64_t least, std::int64_t most) {
    const auto* number = std::get_if<std::int64_t>(&value_->value);
    if (number == nullptr || *number < least || *number > most) {
        complain("json-out-of-range", shown(), std::to_string(least) + " - " + std::to_string(most));
        return std::nullopt;
    }
    return *number;
}

std::optional<std::uint16_t> JsonCursor::port() {
    const auto number = integer(1, 65535);
    return number ? std::optional(static_cast<std::uint16_t>(*number)) : std::nullopt;
}

std::optional<Text> JsonCursor::bilingual() {
    if (!object())
        return std::nullopt;
    auto ja = required("ja");
    auto en = required("en");
    finish();
    const auto japanese = ja ? ja->text(limits::JsonString) : std::nullopt;
    const auto english = en ? en->text(limits::JsonString) : std::nullopt;
    return japanese && english ? std::optional(Text{*japanese, *english}) : std::nullopt;
}

void JsonCursor::complain(std::string code, std::string found, std::string allowed, bool atKey, bool warning) {
    add({std::move(code), place(atKey), key_, std::move(found), std::move(allowed), warning});
}

void JsonCursor::add(Problem problem) {
    if (problems_->size() < limits::Problems)
        problems_->push_back(std::move(problem));
}

std::string JsonCursor::shown() const {
    return shownValue(*value_);
}

Place JsonCursor::place(bool atKey) const {
    return placeOf(*document_, pointer_, atKey);
}

} // namespace yomikae
