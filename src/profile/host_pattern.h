// A small pattern language for host names, accounts and ids: literals, `*` = one label, `{name:digits|letters|label}` =
// a named group. Matching is linear in the text; there are no nested repeats.
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
    /// Nothing where the pattern is malformed (empty, unclosed brace, unknown kind, a name used twice, two groups side
    /// by side unless one takes digits and the other letters).
    static std::optional<HostPattern> parse(std::string_view pattern);
    /// The named groups where all of `text` matches (ASCII case ignored), else nothing. A group takes at least one
    /// character: digits = 0-9, letters = a-z, label = letters, digits, hyphen (and '_'), never a dot or '@'.
    std::optional<Variables> match(std::string_view text) const;
    std::vector<std::string> groupNames() const;
    bool isLiteral() const;
    /// What every match ends with, whole labels only: "*.mail.example.jp" and "a{n:digits}x.mail.example.jp" both give
    /// "mail.example.jp"; a literal gives itself; "" where the end is open. The key under which a catalog finds it.
    std::string fixedEnd() const;

  private:
    struct Part {
        enum class Kind { Literal, Label, Digits, Letters } kind;
        std::string text; ///< the literal (lower case), or the group's name ("" for `*`)
        bool takes(char c) const;
    };
    static std::optional<Part> takeGroup(std::string_view& pattern);
    bool mayFollow(const Part& group) const;
    Variables groupsOf(std::string_view text, const std::vector<std::vector<bool>>& fits) const;
    std::vector<Part> parts_;
};

} // namespace yomikae
