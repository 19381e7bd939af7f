#include "profile/name_template.h"

#include <algorithm>
#include <array>

namespace yomikae {

namespace {

constexpr std::array<std::string_view, 6> Common{"address", "local", "domain", "subdomain", "account", "smtp_account"};

bool isName(std::string_view name) {
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
}

/// Literal text and variables in turn; false where the template is malformed. Both visitors may be called with "".
template <class Literal, class Variable> bool walk(std::string_view text, Literal literal, Variable variable) {
    while (!text.empty()) {
        const std::size_t dollar = std::min(text.find('$'), text.size());
        literal(text.substr(0, dollar));
        text.remove_prefix(dollar);
        if (text.empty())
            return true;
        const std::size_t close = text.find('}');
        if (text.size() < 2 || text[1] != '{' || close == std::string_view::npos || !isName(text.substr(2, close - 2)))
            return false;
        variable(text.substr(2, close - 2));
        text.remove_prefix(close + 1);
    }
    return true;
}

} // namespace

std::optional<std::vector<std::string>> templateVariables(std::string_view text) {
    std::vector<std::string> names;
    const bool good = walk(
        text, [](std::string_view) {}, [&](std::string_view name) { names.emplace_back(name); });
    return good ? std::optional(names) : std::nullopt;
}

std::optional<std::string> expand(std::string_view text, const Variables& variables,
                                  std::vector<std::string>* missing) {
    std::string out;
    bool complete = true;
    const bool good = walk(
        text, [&](std::string_view literal) { out += literal; },
        [&](std::string_view name) {
            const auto found = variables.find(name);
            if (found != variables.end()) {
                out += found->second;
                return;
            }
            complete = false;
            if (missing)
                missing->emplace_back(name);
        });
    return good && complete ? std::optional(out) : std::nullopt;
}

bool isCommonVariable(std::string_view name) {
    return std::find(Common.begin(), Common.end(), name) != Common.end();
}

} // namespace yomikae
