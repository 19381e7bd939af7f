#include "base/json_locator.h"

#include "base/json.h"

#include <charconv>
#include <optional>
#include <vector>

namespace yomikae {

namespace {

std::string unescapedToken(std::string_view token) {
    std::string out;
    for (std::size_t i = 0; i < token.size(); ++i) {
        const bool escape = token[i] == '~' && i + 1 < token.size();
        out += escape ? (token[i + 1] == '1' ? '/' : '~') : token[i];
        i += escape;
    }
    return out;
}

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
        const auto parsed = parseJson(std::string(token), {}, token.size());
        const auto* spelled = parsed ? std::get_if<std::string>(&parsed->root.value) : nullptr;
        return spelled != nullptr && *spelled == name;
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

} // namespace

std::string pointerToken(std::string_view key) {
    std::string out;
    for (const char c : key)
        out += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
    return out;
}

std::size_t jsonOffset(std::string_view text, std::string_view pointer, bool key, bool last) {
    return Locator(text).find(tokensOf(pointer), key, last);
}

} // namespace yomikae
