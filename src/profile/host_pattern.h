// A small pattern language for host names, accounts and ids: literals, `*` = one label, `{name:digits|letters|label}` = a named group.
// Matching is linear; there are no nested repeats.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace yomikae {

using Variables = std::map<std::string, std::string, std::less<>>;

class HostPattern {
  public:
    /// Nothing where the pattern is malformed (unclosed brace, unknown kind, two groups side by side, a name used twice).
    static std::optional<HostPattern> parse(std::string_view pattern);
    /// The named groups where all of `text` matches (ASCII case ignored), else nothing. A group takes at least one character:
    /// digits = 0-9, letters = a-z, label = letters, digits, hyphen (and '_'), never a dot or '@'.
    std::optional<Variables> match(std::string_view text) const;
    std::vector<std::string> groupNames() const;
    bool isLiteral() const;

  private:
    struct Part {
        enum class Kind { Literal, Label, Digits, Letters } kind;
        std::string text; ///< the literal, or the group's name ("" for `*`)
    };
    std::vector<Part> parts_;
};

} // namespace yomikae
