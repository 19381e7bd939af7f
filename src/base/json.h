// Reading JSON strictly: every value with its JSON pointer and place, every problem collected. Built on nlohmann/json's
// parser, whose header only json.cpp includes.
#pragma once

#include "base/message.h"
#include "base/problem.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace yomikae {

/// A parsed JSON value. Objects keep the order of the file. Numbers that are no 64-bit integers are doubles.
struct JsonValue {
    struct Member;
    using Array = std::vector<JsonValue>;
    using Object = std::vector<Member>;
    std::variant<std::nullptr_t, bool, std::int64_t, double, std::string, Array, Object> value;
};

struct JsonValue::Member {
    std::string key;
    JsonValue value;
};

/// A JSON text and its root. Bad UTF-8, syntax errors, depth over limits::JsonDepth, strings over limits::JsonString
/// and duplicate keys are problems with their places (codes json-empty, json-not-utf8, json-syntax, json-depth,
/// json-string-too-long, json-duplicate-key).
struct JsonDocument {
    std::string file;
    std::string text;
    JsonValue root;
};

/// At most `limit` bytes; a larger text is one problem (file-too-large).
Result<JsonDocument> parseJson(std::string text, std::string file, std::size_t limit);

/// Line and column of the value at `pointer` (or, with `key`, of its key; with `last`, of the last of several equal
/// keys).
Place placeOf(const JsonDocument& document, std::string_view pointer, bool key = false, bool last = false);

/// A walk over one document. Each taker names what it wants; what is missing, of another type or out of range becomes a
/// problem and nothing is returned. `finish` complains about keys that nobody took. Codes: json-wrong-type,
/// json-missing-key, json-unknown-key, json-unknown-key-near (subject = the key that was probably meant),
/// json-not-allowed, json-out-of-range, json-text.
class JsonCursor {
  public:
    /// `problems` collects for the whole document and must outlive the cursor.
    JsonCursor(const JsonDocument& document, std::vector<Problem>& problems);

    const std::string& pointer() const { return pointer_; }
    bool isObject() const;
    bool isArray() const;
    bool isString() const;
    bool isNull() const;

    /// Must be an object: complains otherwise. After it, take keys, then call `finish`.
    bool object();
    /// The cursor at `key`; nothing (silently) where the key is absent.
    std::optional<JsonCursor> optional(std::string_view key);
    /// The cursor at `key`; a problem (json-missing-key) where it is absent.
    std::optional<JsonCursor> required(std::string_view key);
    /// Complains about every key that was not taken (json-unknown-key, with the keys that are allowed and the nearest
    /// as a proposal).
    void finish();
    /// The elements of an array; complains where it is none (json-wrong-type).
    std::vector<JsonCursor> elements();
    /// The members of an object whose keys are free (e.g. "answers"); complains where it is none.
    std::vector<std::pair<std::string, JsonCursor>> members();

    std::optional<std::string> string();               ///< a string
    std::optional<std::string> text(std::size_t most); ///< a string without control characters, 1 to `most` characters
    std::optional<bool> boolean();
    std::optional<std::int64_t> integer(std::int64_t least, std::int64_t most);
    std::optional<std::uint16_t> port(); ///< an integer 1..65535
    /// {"ja": …, "en": …}, both needed and not empty.
    std::optional<Text> bilingual();
    /// One of the words of a table of base/names.h.
    template <class Table> auto word(const Table& table) -> std::optional<decltype(table[0].value)> {
        const auto found = string();
        if (!found)
            return std::nullopt;
        std::string allowed;
        for (const auto& row : table) {
            if (row.name == *found)
                return row.value;
            allowed += (allowed.empty() ? "" : ", ") + std::string(row.name);
        }
        complain("json-not-allowed", *found, allowed);
        return std::nullopt;
    }

    /// Adds a problem at this value (or at its key).
    void complain(std::string code, std::string found = {}, std::string allowed = {}, bool atKey = false,
                  bool warning = false);
    /// The value as JSON text, shortened, for messages.
    std::string shown() const;
    Place place(bool atKey = false) const;

  private:
    JsonCursor(const JsonDocument& document, std::vector<Problem>& problems, const JsonValue& value,
               std::string pointer, std::string key);
    void add(Problem problem);
    const JsonDocument* document_;
    std::vector<Problem>* problems_;
    const JsonValue* value_;
    std::string pointer_;
    std::string key_;
    std::vector<std::string> taken_;
};

} // namespace yomikae
