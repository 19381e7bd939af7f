#include "base/json.h"

#include "base/limits.h"
#include "base/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
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

/// RFC 6901 3.
std::string escapedToken(std::string_view key) {
    std::string out;
    for (const char c : key)
        out += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
    return out;
}

std::string unescapedToken(std::string_view token) {
    std::string out;
    for (std::size_t i = 0; i < token.size(); ++i) {
        const bool escape = token[i] == '~' && i + 1 < token.size();
        out += escape ? (token[i + 1] == '1' ? '/' : '~') : token[i];
        i += escape;
    }
    return out;
}

// --- building the values from the parser's events
// ----------------------------------------------------------------------

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
        const bool twice = std::any_of(members.begin(), members.end(), [&](const auto& m) { return m.first == name; });
        members.emplace_back(name, JsonValue{nullptr});
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
                slot = &std::get<JsonValue::Object>(stack_.back()->value).back().second;
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
                pointer += "/" + escapedToken(std::get<JsonValue::Object>(level->value).back().first);
        }
        return pointer;
    }

    std::vector<JsonValue*> stack_;
};

// --- finding a value's place in a text that has been parsed already
// --------------------------------------------------------

/// Walks JSON text that is known to be valid.
class Locator {
  public:
    explicit Locator(std::string_view text) : text_(text) {}

    /// The offset of the value (or key) that the tokens lead to; the deepest one reached where they lead nowhere.
    std::size_t find(const std::vector<std::string>& tokens, bool key, bool last) {
        blanks();
        std::size_t found = at_;
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            const bool final = i + 1 == tokens.size();
            const auto next = text_[at_] == '{' ? member(tokens[i], final && key, final && last) : element(tokens[i]);
            if (!next)
                return found;
            at_ = found = *next;
        }
        return found;
    }

  private:
    void blanks() {
        while (at_ < text_.size() &&
               (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\r' || text_[at_] == '\n'))
            ++at_;
    }
    std::string_view stringToken() {
        const std::size_t start = at_++;
        while (at_ < text_.size() && text_[at_] != '"')
            at_ += text_[at_] == '\\' ? 2 : 1;
        ++at_;
        return text_.substr(start, at_ - start);
    }
    void skip() {
        int depth = 0;
        do {
            const char c = text_[at_];
            if (c == '"') {
                stringToken();
            } else {
                depth += c == '{' || c == '[';
                depth -= c == '}' || c == ']';
                ++at_;
                if (depth == 0 && c != '}' && c != ']')
                    while (at_ < text_.size() &&
                           std::string_view(",]} \t\r\n").find(text_[at_]) == std::string_view::npos)
                        ++at_;
            }
        } while (depth > 0 && at_ < text_.size());
    }
    std::optional<std::size_t> member(const std::string& name, bool key, bool last) {
        std::optional<std::size_t> found;
        ++at_;
        for (blanks(); at_ < text_.size() && text_[at_] != '}'; blanks()) {
            const std::size_t keyAt = at_;
            const std::string_view token = stringToken();
            blanks();
            ++at_; // the colon
            blanks();
            const std::size_t valueAt = at_;
            if (sameKey(token, name)) {
                found = key ? keyAt : valueAt;
                if (!last)
                    return found;
            }
            skip();
            blanks();
            at_ += at_ < text_.size() && text_[at_] == ',';
        }
        return found;
    }
    std::optional<std::size_t> element(const std::string& index) {
        std::size_t wanted = 0;
        std::from_chars(index.data(), index.data() + index.size(), wanted);
        if (at_ >= text_.size() || text_[at_] != '[')
            return std::nullopt;
        ++at_;
        for (blanks(); at_ < text_.size() && text_[at_] != ']'; blanks()) {
            if (wanted-- == 0)
                return at_;
            skip();
            blanks();
            at_ += at_ < text_.size() && text_[at_] == ',';
        }
        return std::nullopt;
    }
    static bool sameKey(std::string_view token, const std::string& name) {
        if (token.find('\\') == std::string_view::npos)
            return token.substr(1, token.size() - 2) == name;
        return nlohmann::json::parse(token).get_ref<const std::string&>() == name;
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

std::vector<std::string> tokensOf(std::string_view pointer) {
    std::vector<std::string> tokens;
    while (!pointer.empty()) {
        pointer.remove_prefix(1);
        const auto slash = pointer.find('/');
        tokens.push_back(unescapedToken(pointer.substr(0, slash)));
        pointer = slash == std::string_view::npos ? std::string_view{} : pointer.substr(slash);
    }
    return tokens;
}

// --- messages
// -------------------------------------------------------------------------------------------------------------

std::string shownValue(const JsonValue& value) {
    struct {
        std::string operator()(std::nullptr_t) const { return "null"; }
        std::string operator()(bool b) const { return b ? "true" : "false"; }
        std::string operator()(std::int64_t i) const { return std::to_string(i); }
        std::string operator()(double d) const { return nlohmann::json(d).dump(); }
        std::string operator()(const std::string& s) const { return "\"" + printable(s, 60) + "\""; }
        std::string operator()(const JsonValue::Array& a) const { return a.empty() ? "[]" : "[…]"; }
        std::string operator()(const JsonValue::Object& o) const { return o.empty() ? "{}" : "{…}"; }
    } const show;
    return std::visit(show, value.value);
}

/// Damerau-Levenshtein distance in bytes (neighbours swapped count once), for short keys.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i)
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                d[i][j] = i + j;
                continue;
            }
            d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] != b[j - 1])});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
        }
    return d[a.size()][b.size()];
}

std::string nearest(std::string_view key, const std::vector<std::string>& allowed) {
    std::string best;
    std::size_t least = 3; // more than two slips are another word
    for (const std::string& candidate : allowed) {
        const std::size_t far = key.size() > 64 ? 99 : distance(lowerAscii(key), candidate);
        if (far < least && far < candidate.size()) {
            least = far;
            best = candidate;
        }
    }
    return best;
}

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
    const std::size_t offset = Locator(document.text).find(tokensOf(pointer), key, last);
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
                return JsonCursor(*document_, *problems_, value, pointer_ + "/" + escapedToken(key), name);
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
        const Place keyPlace = placeOf(*document_, pointer_ + "/" + escapedToken(name), true);
        add({meant.empty() ? "json-unknown-key" : "json-unknown-key-near", keyPlace, meant, printable(name, 60), allowed, false});
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
        out.emplace_back(name, JsonCursor(*document_, *problems_, value, pointer_ + "/" + escapedToken(name), name));
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
