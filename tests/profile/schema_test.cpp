// providers/profile.schema.json says to editors what the reader takes: the same keys, the same needed keys, the same
// words, everywhere. The reader is asked by giving it something wrong at each place of the schema.
#include "base/json.h"
#include "base/limits.h"
#include "profile/read_profile.h"

#include "support/catch.h"
#include "support/files.h"

#include <algorithm>
#include <set>

using namespace yomikae;

namespace {

using Words = std::set<std::string>;

const JsonValue& schema() {
    static const auto parsed =
        parseJson(test::sourceFile("providers/profile.schema.json"), "schema", limits::ProfileFile);
    REQUIRE(parsed);
    return parsed->root;
}

const JsonValue* member(const JsonValue& value, std::string_view key) {
    if (const auto* object = std::get_if<JsonValue::Object>(&value.value))
        for (const auto& one : *object)
            if (one.key == key)
                return &one.value;
    return nullptr;
}

const std::string& stringOf(const JsonValue& value) {
    return std::get<std::string>(value.value);
}

Words wordsOf(const JsonValue* list) {
    Words words;
    if (list)
        for (const JsonValue& one : std::get<JsonValue::Array>(list->value))
            words.insert(stringOf(one));
    return words;
}

/// The schema behind "$ref" or "allOf": [{"$ref"}].
const JsonValue& resolved(const JsonValue& value) {
    if (const JsonValue* all = member(value, "allOf"))
        return resolved(std::get<JsonValue::Array>(all->value).front());
    const JsonValue* reference = member(value, "$ref");
    if (!reference)
        return value;
    const std::string name = stringOf(*reference).substr(std::string("#/definitions/").size());
    const JsonValue* found = member(*member(schema(), "definitions"), name);
    REQUIRE(found);
    return resolved(*found);
}

/// A document with `innermost` at a pointer: {"a":[{"b":INNERMOST}]} for /a/0/b.
std::string documentWith(const std::string& pointer, const std::string& innermost) {
    if (pointer.empty())
        return innermost;
    const std::size_t slash = pointer.find('/', 1);
    const std::string token = pointer.substr(1, slash - 1);
    const std::string rest = slash == std::string::npos ? "" : documentWith(pointer.substr(slash), innermost);
    const std::string inside = slash == std::string::npos ? innermost : rest;
    return token == "0" ? "[" + inside + "]" : "{\"" + token + "\":" + inside + "}";
}

std::vector<Problem> complaints(const std::string& pointer, const std::string& innermost) {
    return readProfile(documentWith(pointer, innermost), "-").problems;
}

Words split(const std::string& list) {
    Words words;
    std::size_t start = 0;
    for (std::size_t comma = list.find(", "); comma != std::string::npos; comma = list.find(", ", start)) {
        words.insert(list.substr(start, comma - start));
        start = comma + 2;
    }
    words.insert(list.substr(start));
    return words;
}

/// What the reader says is allowed at a place, by the complaint of this code there.
std::optional<Words> allowedAt(const std::string& pointer, const std::string& given, const std::string& code,
                               const std::string& saidAt) {
    for (const Problem& problem : complaints(pointer, given))
        if (problem.code == code && problem.place.pointer == saidAt)
            return split(problem.allowed);
    return std::nullopt;
}

Words missingAt(const std::string& pointer) {
    Words missing;
    for (const Problem& problem : complaints(pointer, "{}"))
        if (problem.code == "json-missing-key" && problem.place.pointer == pointer)
            missing.insert(problem.subject);
    return missing;
}

struct Walk {
    int objects = 0;
    int enums = 0;

    void visit(const JsonValue& given, const std::string& pointer) {
        const JsonValue& here = resolved(given);
        INFO(pointer);
        const bool element = pointer.size() >= 2 && pointer.substr(pointer.size() - 2) == "/0"; // its list is described
        CHECK((element || member(here, "description") != nullptr));
        if (const JsonValue* words = member(here, "enum")) {
            ++enums;
            CHECK(allowedAt(pointer, "\"zzz\"", "json-not-allowed", pointer) == wordsOf(words));
        }
        if (const JsonValue* items = member(here, "items"))
            visit(*items, pointer + "/0");
        if (const JsonValue* properties = member(here, "properties"))
            object(here, std::get<JsonValue::Object>(properties->value), pointer);
    }

    void object(const JsonValue& here, const JsonValue::Object& properties, const std::string& pointer) {
        ++objects;
        Words keys;
        for (const auto& [key, value] : properties)
            keys.insert(key);
        CHECK(allowedAt(pointer, "{\"zzzzzzzzzz\":1}", "json-unknown-key", pointer + "/zzzzzzzzzz") == keys);
        Words needed = wordsOf(member(here, "required"));
        if (pointer.empty())
            needed.insert("status"); // not needed with "inherits", which draft-07 says only at length
        CHECK(missingAt(pointer) == needed);
        for (const auto& [key, value] : properties)
            if (key != "format" && key != "$schema")
                visit(value, pointer + "/" + key);
    }
};

} // namespace

TEST_CASE("the schema and the reader take the same keys, need the same keys, and know the same words") {
    Walk walk;
    walk.visit(schema(), "");
    CHECK(walk.objects > 30);
    CHECK(walk.enums > 15);
}

TEST_CASE("every description of the schema is in Japanese and English") {
    for (const auto& [name, definition] : std::get<JsonValue::Object>(member(schema(), "definitions")->value)) {
        INFO(name);
        const JsonValue* text = member(definition, "description");
        REQUIRE(text);
        const std::string& both = stringOf(*text);
        const auto slash = both.find(" / ");
        REQUIRE(slash != std::string::npos);
        const auto high = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
        CHECK(std::any_of(both.begin(), both.begin() + static_cast<std::ptrdiff_t>(slash), high));
        CHECK(std::none_of(both.begin() + static_cast<std::ptrdiff_t>(slash), both.end(), high));
    }
}
