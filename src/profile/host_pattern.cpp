#include "profile/host_pattern.h"

#include "base/text.h"

#include <algorithm>

namespace yomikae {

namespace {

/// Longer texts are no host names, accounts or ids.
constexpr std::size_t MostText = 1024;

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isGroupName(std::string_view name) {
    return !name.empty() && std::all_of(name.begin(), name.end(),
                                        [](char c) { return (c >= 'a' && c <= 'z') || isDigit(c) || c == '_'; });
}

} // namespace

std::optional<HostPattern> HostPattern::parse(std::string_view pattern) {
    HostPattern result;
    while (!pattern.empty()) {
        const std::size_t special = std::min(pattern.find_first_of("*{}"), pattern.size());
        if (special > 0) {
            result.parts_.push_back({Part::Kind::Literal, lowerAscii(pattern.substr(0, special))});
            pattern.remove_prefix(special);
        } else {
            const auto group = takeGroup(pattern);
            if (!group || !result.mayFollow(*group))
                return std::nullopt;
            result.parts_.push_back(*group);
        }
    }
    if (result.parts_.empty())
        return std::nullopt;
    return result;
}

std::optional<HostPattern::Part> HostPattern::takeGroup(std::string_view& pattern) {
    if (pattern.front() == '*') {
        pattern.remove_prefix(1);
        return Part{Part::Kind::Label, {}};
    }
    const std::size_t close = pattern.find('}');
    if (pattern.front() != '{' || close == std::string_view::npos)
        return std::nullopt;
    const std::string_view inside = pattern.substr(1, close - 1);
    pattern.remove_prefix(close + 1);
    const std::size_t colon = inside.find(':');
    if (colon == std::string_view::npos || !isGroupName(inside.substr(0, colon)))
        return std::nullopt;
    const std::string_view kind = inside.substr(colon + 1);
    const std::string groupName(inside.substr(0, colon));
    if (kind == "digits")
        return Part{Part::Kind::Digits, groupName};
    if (kind == "letters")
        return Part{Part::Kind::Letters, groupName};
    if (kind == "label")
        return Part{Part::Kind::Label, groupName};
    return std::nullopt;
}

bool HostPattern::mayFollow(const Part& group) const {
    const auto names = groupNames();
    if (!group.text.empty() && std::find(names.begin(), names.end(), group.text) != names.end())
        return false;
    if (parts_.empty() || parts_.back().kind == Part::Kind::Literal)
        return true;
    // side by side only where no character could belong to both
    const Part::Kind before = parts_.back().kind;
    return before != group.kind && before != Part::Kind::Label && group.kind != Part::Kind::Label;
}

bool HostPattern::Part::takes(char c) const {
    switch (kind) {
    case Kind::Digits: return isDigit(c);
    case Kind::Letters: return isLetter(c);
    case Kind::Label: return isDigit(c) || isLetter(c) || c == '-' || c == '_';
    case Kind::Literal: break;
    }
    return false;
}

std::optional<Variables> HostPattern::match(std::string_view text) const {
    if (text.size() > MostText)
        return std::nullopt;
    const std::string lower = lowerAscii(text);
    // fits[i][p]: the parts from i on match the text from p on. One pass a part, from the last to the first.
    std::vector<std::vector<bool>> fits(parts_.size() + 1, std::vector<bool>(text.size() + 1, false));
    fits[parts_.size()][text.size()] = true;
    for (std::size_t i = parts_.size(); i-- > 0;)
        for (std::size_t p = text.size(); p-- > 0;) {
            if (parts_[i].kind == Part::Kind::Literal) {
                const std::string& literal = parts_[i].text;
                fits[i][p] = lower.compare(p, literal.size(), literal) == 0 && fits[i + 1][p + literal.size()];
            } else {
                fits[i][p] = parts_[i].takes(lower[p]) && (fits[i + 1][p + 1] || fits[i][p + 1]);
            }
        }
    if (!fits[0][0])
        return std::nullopt;
    return groupsOf(text, fits);
}

Variables HostPattern::groupsOf(std::string_view text, const std::vector<std::vector<bool>>& fits) const {
    Variables groups;
    std::size_t at = 0;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        std::size_t end = at;
        if (parts_[i].kind == Part::Kind::Literal)
            end = at + parts_[i].text.size();
        else
            for (std::size_t p = at; p < text.size() && parts_[i].takes(text[p]); ++p)
                if (fits[i + 1][p + 1])
                    end = p + 1;
        if (parts_[i].kind != Part::Kind::Literal && !parts_[i].text.empty())
            groups[parts_[i].text] = std::string(text.substr(at, end - at));
        at = end;
    }
    return groups;
}

std::vector<std::string> HostPattern::groupNames() const {
    std::vector<std::string> names;
    for (const Part& part : parts_)
        if (part.kind != Part::Kind::Literal && !part.text.empty())
            names.push_back(part.text);
    return names;
}

bool HostPattern::isLiteral() const {
    return parts_.size() == 1 && parts_.front().kind == Part::Kind::Literal;
}

std::string HostPattern::fixedEnd() const {
    if (isLiteral())
        return parts_.front().text;
    const Part& last = parts_.back();
    const std::size_t dot = last.kind == Part::Kind::Literal ? last.text.find('.') : std::string::npos;
    return dot == std::string::npos ? std::string{} : last.text.substr(dot + 1);
}

} // namespace yomikae
